"""Notes and articles for the tests of identity: made from plain words, as the extraction would make them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from cardwright.core.deck import StampedNote
from cardwright.core.document import Paragraph, Text, shown
from cardwright.core.note import Answer, Note, NoteItem
from cardwright.core.span import Span
from cardwright.identity import DeckPlan, Ledger, Resolution, resolve

MONDAY = 1_700_000_000
WEEK = 7 * 24 * 3600


def definition(
    term: str,
    *answers: str,
    article: str = "api.md",
    question: str = "",
    section: Sequence[str] = (),
    reverse: str = "",
) -> Note:
    span = Span(article, 1, 1)
    return Note(
        kind="definition",
        rule="copula",
        article=article,
        question=Text.of(question or f"What is {term}?"),
        span=span,
        term=Text.of(term),
        answers=tuple(Answer((Paragraph(Text.of(text), span),), span) for text in answers),
        section=tuple(section),
        reverse=reverse,
    )


def listing(question: str, *items: str, article: str = "api.md", section: Sequence[str] = ()) -> Note:
    span = Span(article, 1, 1)
    return Note(
        kind="list",
        rule="lead-in",
        article=article,
        question=Text.of(question),
        span=span,
        items=tuple(NoteItem(Text.of(text), span) for text in items),
        section=tuple(section),
    )


def digest(stamped: StampedNote) -> str:
    note = stamped.note
    words = (shown(note.question), note.answer, *[item.plain for item in note.items], *note.tags, note.reverse)
    return hashlib.sha256(repr((words, stamped.ordinals)).encode()).hexdigest()


def plan(*notes: Note, key: str = "api", name: str = "") -> DeckPlan:
    return DeckPlan(key, name or key.title(), notes)


def build(*notes: Note, ledger: Ledger | None = None, now: int = MONDAY, key: str = "api") -> Resolution:
    return resolve([plan(*notes, key=key)], ledger or Ledger(), now=now, digest=digest)


def guids(resolution: Resolution) -> list[str]:
    return [note.guid for deck in resolution.decks for note in deck.notes]


def ordinals(resolution: Resolution) -> dict[str, int]:
    return {
        item.plain: number
        for deck in resolution.decks
        for note in deck.notes
        for item, number in zip(note.note.items, note.ordinals, strict=False)
    }
