"""Notes: what is asked and answered, and the cards that a learner sees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from cardwright.core.document import Block, Text, plain_of, shown
from cardwright.core.record import dataclass
from cardwright.core.span import Span

Kind = Literal["definition", "list", "entry", "fact"]

HIDDEN = "[...]"
"""What Anki shows for a hidden cloze."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One wording of an answer, in the article's words."""

    blocks: tuple[Block, ...]
    span: Span

    @property
    def plain(self) -> str:
        """The answer without marks."""
        return plain_of(self.blocks)


@dataclass(frozen=True, slots=True)
class NoteItem:
    """One item of a list note; each becomes a cloze card."""

    text: Text
    span: Span

    @property
    def plain(self) -> str:
        """The item without marks."""
        return shown(self.text)


@dataclass(frozen=True, slots=True)
class Note:
    """A question with its answer, or a list with its items, before it has an identity.

    `answers` holds one or more wordings (several only where the article defines a term several times), none for
    lists; `items` the items of a list, none otherwise. `reverse` is the prompt of the reverse card of a definition,
    which shows the answer and asks for the term; "" where there is no such card.
    `section` is the heading trail, outermost first. `span` covers every line that the note was made from.
    `confidence` is 0 to 1: the measured precision of the rule that found it. `evidence` says what the rule saw.
    `tags` are Anki tags: no spaces, `::` between levels.
    """

    kind: Kind
    rule: str
    article: str
    question: Text
    span: Span
    term: Text | None = None
    answers: tuple[Answer, ...] = ()
    items: tuple[NoteItem, ...] = ()
    ordered: bool = False
    reverse: str = ""
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ""
    source_url: str = ""
    confidence: float = 1.0
    evidence: str = ""

    @property
    def answer(self) -> str:
        """All wordings as plain text, a line each; "" for lists."""
        return "\n".join(answer.plain for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Card:
    """One card as plain text. `ordinal` counts from 1: the template of a note type, or the cloze number."""

    ordinal: int
    front: str
    back: str


def cards_of(note: Note, ordinals: Sequence[int] = ()) -> tuple[Card, ...]:
    """Give the cards that Anki makes of a note; `ordinals` are the cloze numbers of its items (default 1, 2, ...)."""
    question = shown(note.question)
    if note.kind == "list":
        numbers = ordinals or range(1, len(note.items) + 1)
        return tuple(
            Card(number, "\n".join([question, *_with_hidden(note, at)]), note.items[at].plain)
            for at, number in enumerate(numbers)
        )
    forward = Card(1, question, note.answer)
    if not note.reverse:
        return (forward,)
    term = shown(note.term) if note.term else ""
    return (forward, Card(2, f"{note.reverse}\n{note.answer}", term))


def _with_hidden(note: Note, hidden: int) -> list[str]:
    marks = [f"{n}. " if note.ordered else "- " for n in range(1, len(note.items) + 1)]
    return [
        mark + (HIDDEN if at == hidden else item.plain)
        for at, (mark, item) in enumerate(zip(marks, note.items, strict=True))
    ]
