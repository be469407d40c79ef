"""Room for faults: from notes to notes that a learner would keep, one file a fault."""

from __future__ import annotations

from collections.abc import Iterable

from cardwright.core.note import Note
from cardwright.gate.base import Check, Rejected

CHECKS: tuple[Check, ...] = ()
"""The checks in order."""


def judge(notes: Iterable[Note], *, checks: Iterable[Check] = CHECKS) -> tuple[tuple[Note, ...], tuple[Rejected, ...]]:
    """Give the notes that pass, mended where they could be, and the ones that do not."""
    kept: list[Note] = []
    rejected: list[Rejected] = []
    order = tuple(checks)
    for note in notes:
        current = note
        for check in order:
            verdict = check.mend(current)
            if isinstance(verdict, str):
                rejected.append(Rejected(current, check.name, verdict))
                break
            current = verdict
        else:
            kept.append(current)
    return tuple(kept), tuple(rejected)
