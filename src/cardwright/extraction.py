"""From an article to its notes: rules, questions and gate in order; a pure function of one article."""

from __future__ import annotations

from dataclasses import dataclass

from cardwright.core.document import Article
from cardwright.core.note import Note


@dataclass(frozen=True, slots=True)
class Rejected:
    """A note that the gate turned down: `fault` is the check's name, `reason` a sentence without its full stop."""

    note: Note
    fault: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an article gave: notes in article order, and the notes that did not pass the gate."""

    notes: tuple[Note, ...]
    rejected: tuple[Rejected, ...] = ()


def extract(article: Article, *, confidence: float = 0.85) -> Extraction:
    """Find the notes of an article whose rule is at least that sure (0 to 1)."""
    del article, confidence
    return Extraction(())
