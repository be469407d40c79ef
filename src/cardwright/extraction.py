"""From an article to its notes: rules, questions and gate in order; a pure function of one article."""

from __future__ import annotations

from collections.abc import Iterable

from cardwright import gate, questions
from cardwright.core.document import Article
from cardwright.core.fact import Fact
from cardwright.core.note import Note
from cardwright.core.record import dataclass
from cardwright.gate.base import Rejected
from cardwright.rules import RULES, survey
from cardwright.rules.base import Rule
from cardwright.rules.near_misses import near_misses


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an article gave: notes in article order, and what gave none.

    `rejected` are notes that did not pass the gate, `unsure` facts of rules that are not sure enough, `beaten` facts
    whose passage an earlier rule had used, with that rule's name.
    """

    notes: tuple[Note, ...]
    rejected: tuple[Rejected, ...] = ()
    unsure: tuple[Fact, ...] = ()
    beaten: tuple[tuple[Fact, str], ...] = ()


def extract(article: Article, *, confidence: float = 0.85, rules: Iterable[Rule] = RULES) -> Extraction:
    """Find the notes of an article whose rule is at least that sure (0 to 1), good cards only."""
    seen = survey(article, rules=rules)
    sure = [fact for fact in seen.kept if fact.found.confidence >= confidence]
    notes, rejected = gate.judge(questions.write(article, sure))
    unsure = tuple(fact for fact in seen.kept if fact.found.confidence < confidence)
    return Extraction(notes, rejected, unsure, seen.beaten)


__all__ = ["Extraction", "Rejected", "extract", "near_misses"]
