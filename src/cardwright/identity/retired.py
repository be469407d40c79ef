"""Retired notes as a package of their own, on request: it tags them in the collections of those who have them.

An update cannot delete notes. A learner who imports this package finds the retired ones by their tag, to delete or to
suspend them. Their texts come from the ledger, so without pictures and marks.
"""

from __future__ import annotations

from dataclasses import replace

from cardwright.core.deck import StampedNote
from cardwright.core.document import Paragraph, Text
from cardwright.core.note import Answer, Note, NoteItem
from cardwright.core.span import Span
from cardwright.identity.ledger import Ledger, Record

RETIRED_TAG = "cardwright::retired"
"""The Anki tag of a retired note."""

_OFFERED = "retired"
"""The digest of a note that was published as retired: whatever comes back differs from it, and is delivered."""


def retired_notes(ledger: Ledger, *, deck: str) -> tuple[StampedNote, ...]:
    """Give the retired notes of a deck (by key), oldest retirement first, newer to Anki than they were before.

    Notes of other tools that no build ever took over are left alone: Anki would not join them.
    """
    gone = [note for note in ledger.notes if _belongs(note, deck)]
    return tuple(_stamped(note) for note in sorted(gone, key=lambda note: (note.retired or 0, note.order, note.guid)))


def publish_retired(ledger: Ledger, *, deck: str) -> Ledger:
    """Give the ledger in which the retired notes of a deck (by key) are published as such."""
    notes = tuple(
        replace(note, digest=_OFFERED, modified=_modified(note)) if _belongs(note, deck) else note
        for note in ledger.notes
    )
    return replace(ledger, notes=notes)


def _belongs(note: Record, deck: str) -> bool:
    shows = bool(note.answers or note.live_items)
    return note.retired is not None and note.deck == deck and not note.foreign and shows


def _modified(note: Record) -> int:
    return max(note.modified, note.retired or 0)


def _stamped(record: Record) -> StampedNote:
    span = Span(record.article, 0, 0)
    items = record.live_items
    note = Note(
        kind=record.kind,
        rule="",
        article=record.article,
        question=Text.of(record.question),
        span=span,
        term=Text.of(record.term) if record.term else None,
        answers=tuple(Answer((Paragraph(Text.of(text), span),), span) for text in record.answers),
        items=tuple(NoteItem(Text.of(item.text), span) for item in items),
        section=record.section,
        tags=(RETIRED_TAG,),
    )
    ordinals = tuple(item.ordinal for item in items) or (1,)
    return StampedNote(note, record.guid, record.created, _modified(record), ordinals)
