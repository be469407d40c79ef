"""Room for faults: from notes to notes that a learner would keep, one file a fault."""

from __future__ import annotations

from collections.abc import Iterable

from cardwright.core.note import Note
from cardwright.gate.base import Check, Rejected
from cardwright.gate.brackets import Brackets
from cardwright.gate.circular import Circular
from cardwright.gate.deictic import Deictic
from cardwright.gate.leftovers import Leftovers
from cardwright.gate.long_answer import LongAnswer
from cardwright.gate.markup import Markup
from cardwright.gate.nameless import Nameless
from cardwright.gate.pictures import Pictures
from cardwright.gate.question_form import QuestionForm
from cardwright.gate.repeated import without_repeats
from cardwright.gate.unfinished import Unfinished

CHECKS: tuple[Check, ...] = (
    Markup(),
    Nameless(),
    Leftovers(),
    LongAnswer(),
    Deictic(),
    Pictures(),
    Brackets(),
    Unfinished(),
    Circular(),
    QuestionForm(),
)
"""The checks in order; those that mend come before those that judge what was mended."""


def judge(notes: Iterable[Note], *, checks: Iterable[Check] = CHECKS) -> tuple[tuple[Note, ...], tuple[Rejected, ...]]:
    """Give the notes that pass, mended where they could be, and the ones that do not, with the reason."""
    passed: list[Note] = []
    rejected: list[Rejected] = []
    order = tuple(checks)
    for note in notes:
        verdict: Note | str = note
        for check in order:
            before = verdict
            assert isinstance(before, Note)  # noqa: S101 - the loop is left at the first reason
            verdict = check.mend(before)
            if isinstance(verdict, str):
                rejected.append(Rejected(before, check.name, verdict))
                break
        else:
            assert isinstance(verdict, Note)  # noqa: S101 - no check gave a reason
            passed.append(verdict)
    kept, repeats = without_repeats(passed)
    return kept, (*rejected, *repeats)
