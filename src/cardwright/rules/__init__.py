"""Room for rules: from an article to the facts in it, one file a rule."""

from __future__ import annotations

from collections.abc import Iterable

from cardwright.core.document import Article
from cardwright.core.fact import Fact
from cardwright.core.record import dataclass
from cardwright.rules.acronym import Acronym
from cardwright.rules.announced_list import AnnouncedList
from cardwright.rules.apposition import Apposition
from cardwright.rules.aspect_heading import AspectHeading
from cardwright.rules.base import Rule
from cardwright.rules.code_heading import CodeHeading
from cardwright.rules.column_list import ColumnList
from cardwright.rules.copula import Copula
from cardwright.rules.definition_list import DefinitionListRule
from cardwright.rules.definition_sentence import DefinitionSentence
from cardwright.rules.glossary_heading import GlossaryHeading
from cardwright.rules.glossary_table import GlossaryTable
from cardwright.rules.group_heading import GroupHeading
from cardwright.rules.heading_list import HeadingList
from cardwright.rules.inline_list import InlineList
from cardwright.rules.known_as import KnownAs
from cardwright.rules.labelled_item import LabelledItem
from cardwright.rules.labelled_paragraph import LabelledParagraph
from cardwright.rules.lead_list import LeadList
from cardwright.rules.parent_list import ParentList
from cardwright.rules.question_heading import QuestionHeading
from cardwright.rules.reading import Reading
from cardwright.rules.section_list import SectionList
from cardwright.rules.stated_purpose import StatedPurpose
from cardwright.rules.stated_reason import StatedReason
from cardwright.rules.subject_verb import SubjectVerb
from cardwright.rules.what_happens import WhatHappens

RULES: tuple[Rule, ...] = (
    DefinitionListRule(),
    GlossaryTable(),
    Copula(),
    LabelledItem(),
    LabelledParagraph(),
    AspectHeading(),
    StatedPurpose(),
    DefinitionSentence(),
    GlossaryHeading(),
    CodeHeading(),
    KnownAs(),
    QuestionHeading(),
    WhatHappens(),
    LeadList(),
    HeadingList(),
    InlineList(),
    SectionList(),
    Apposition(),
    SubjectVerb(),
    AnnouncedList(),
    ColumnList(),
    StatedReason(),
    GroupHeading(),
    ParentList(),
    Acronym(),
)
"""The rules in the order of their priority: of two facts that use the same passage the earlier rule's stays."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What the rules saw: the facts that stand, and those whose passage an earlier rule had used up, with its name."""

    kept: tuple[Fact, ...]
    beaten: tuple[tuple[Fact, str], ...] = ()


def survey(article: Article, *, rules: Iterable[Rule] = RULES) -> Survey:
    """Run the rules over an article in order; facts come in the order of its lines, each passage used once."""
    reading = Reading(article)
    taken: dict[str, str] = {}
    kept: list[Fact] = []
    beaten: list[tuple[Fact, str]] = []
    for rule in rules:
        if rule.reads == ("en" if reading.foreign else "not en"):
            continue
        for fact in rule.find(reading):
            holder = next((taken[claim] for claim in fact.found.claims if claim in taken), None)
            if holder is None:
                taken.update(dict.fromkeys(fact.found.claims, rule.name))
                kept.append(fact)
            else:
                beaten.append((fact, holder))
    return Survey(tuple(sorted(kept, key=_place)), tuple(beaten))


def find(article: Article, *, rules: Iterable[Rule] = RULES) -> tuple[Fact, ...]:
    """Give the facts of an article in the order of its lines, each passage used once."""
    return survey(article, rules=rules).kept


def _place(fact: Fact) -> tuple[int, int]:
    return fact.found.span.line, fact.found.span.end_line
