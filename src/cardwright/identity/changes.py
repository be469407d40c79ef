"""What a build changes, note by note, in the words of the article."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Literal

from cardwright.core.deck import StampedNote
from cardwright.core.document import shown
from cardwright.identity.ledger import Record

ChangeKind = Literal["new", "changed", "moved", "retired", "returned", "unchanged"]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one note. `old` is its record before the build, `stamped` the note as it is built now.

    "changed": its words, or only their look, tags, pictures or source; "moved": to another article, deck or section;
    "returned": it was retired. `deck` is the deck's name now, for a retired note the one that it was in.
    `doubt` says which other note it could have been, "" where that was clear.
    """

    kind: ChangeKind
    guid: str
    deck: str
    stamped: StampedNote | None = None
    old: Record | None = None
    doubt: str = ""


def kind_of(old: Record | None, new: Record) -> ChangeKind:
    """Name what became of a note that is in the build."""
    if old is None:
        return "new"
    if old.retired is not None:
        return "returned"
    if _wording(old) != _wording(new):
        return "changed"
    if (old.article, old.deck, old.section) != (new.article, new.deck, new.section):
        return "moved"
    return "unchanged" if old.digest == new.digest else "changed"


def _wording(record: Record) -> Hashable:
    items = tuple((item.ordinal, item.text) for item in record.live_items)
    return record.question, record.term, record.answers, items


def question_of(change: Change) -> str:
    """Give the question that a change is told by."""
    if change.stamped is not None:
        return shown(change.stamped.note.question)
    return change.old.question if change.old is not None else ""
