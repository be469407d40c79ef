"""A question that stands in the article twice: one of them is put away."""

from __future__ import annotations

from collections.abc import Iterable

from cardwright.core.document import shown
from cardwright.core.note import Note
from cardwright.gate.base import Rejected
from cardwright.text.normal import key

NAME = "repeated"


def without_repeats(notes: Iterable[Note]) -> tuple[tuple[Note, ...], tuple[Rejected, ...]]:
    """Keep of notes that ask the same the surest one, the first of equals (tests Q05, Q16)."""
    order = list(notes)
    best: dict[str, int] = {}
    for at, note in enumerate(order):
        asked = shown(note.question)
        if note.term is None or not note.term.marked("code"):  # code is told apart by its case
            asked = key(asked) or asked.casefold()
        if asked not in best or order[best[asked]].confidence < note.confidence:
            best[asked] = at
    keep = set(best.values())
    kept = tuple(note for at, note in enumerate(order) if at in keep)
    away = tuple(Rejected(note, NAME, "a surer note asks the same") for at, note in enumerate(order) if at not in keep)
    return kept, away
