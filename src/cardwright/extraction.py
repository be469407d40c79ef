"""From an article to its notes: rules, questions and gate in order; a pure function of one article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cardwright import gate, questions
from cardwright.core.document import Article
from cardwright.core.note import Note
from cardwright.gate.base import Rejected
from cardwright.rules import RULES, find
from cardwright.rules.base import Rule


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an article gave: notes in article order, and the notes that did not pass the gate."""

    notes: tuple[Note, ...]
    rejected: tuple[Rejected, ...] = ()


def extract(article: Article, *, confidence: float = 0.85, rules: Iterable[Rule] = RULES) -> Extraction:
    """Find the notes of an article whose rule is at least that sure (0 to 1), good cards only."""
    facts = [fact for fact in find(article, rules=rules) if fact.found.confidence >= confidence]
    notes, rejected = gate.judge(questions.write(article, facts))
    return Extraction(notes, rejected)


__all__ = ["Extraction", "Rejected", "extract"]
