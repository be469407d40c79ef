"""A heading that is a question, with its answer below it: the questions of an FAQ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardwright.core.document import ItemList, Paragraph
from cardwright.core.fact import Fact, Statement
from cardwright.rules import english
from cardwright.rules.base import Reads, answer_blocks, found, word_count
from cardwright.rules.heading_lead import lead_of
from cardwright.rules.labelled_item import explains
from cardwright.rules.reading import Reading
from cardwright.text.regex import lazy_regex

_ASKS = lazy_regex(
    r"(?:what|which|who|where|when|why|how)\b(?!['’]s (?:next|new)\b)"
    r"(?!.*\b(?:we|us|our|i|my|this|these|here|it|they|them)\b)"
    r"(?!.*\b(?:learn|cover|read)\b).{8,90}\?$",
    re.IGNORECASE,
)
"""A whole question that names what it is about; one without its mark is a title ("How to build a shed")."""

_LISTS = lazy_regex(
    r"(?:what|which)\s(?:[\w-]+\s){0,2}?(?:are|were|types?|kinds?|sorts?|forms?)\b|which\s\w+s\b|who are\b",
    re.IGNORECASE,
)
"""A question for several things, whose answer is a list; the rules for lists read it."""

_NEAR = 3
"""Blocks of a section among which a list may be what its heading asks for."""

_MIN_WORDS = 4
_ANNOUNCES = lazy_regex(
    r"\b(?:these|following|there are (?:many|several|various)|this (?:order|way|list|table))\b", re.IGNORECASE
)
_TURNS = lazy_regex(
    r"(?:it depends|yes|no|see|click|well|good question|great question|this is|that is|let)\b", re.IGNORECASE
)


class QuestionHeading:
    """Reads the first paragraph under a heading that asks a whole question.

    `## Why do boats need ballast?` over "Ballast keeps the boat upright in a gust." gives that very question.
    Not taken: yes/no questions, questions that point ("What does it do?"), an answer that only announces something.
    Source: FAQ pages in the counts of real notations.
    """

    name = "question-heading"
    reads: Reads = "en"
    confidence = 0.88

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the answer of each heading that is a question."""
        for number, section in enumerate(reading.sections):
            heading = reading.headings[number]
            first = section.blocks[0] if section.blocks else None
            if (
                not heading.question
                or heading.what_is
                or heading.meta
                or not _ASKS.match(heading.name)
                or not isinstance(first, Paragraph)
            ):
                continue
            listed = any(isinstance(block, ItemList) for block in section.blocks[1:_NEAR])
            if _LISTS.match(heading.name) or (listed and lead_of(heading) is not None):
                continue
            blocks = answer_blocks(reading, first.text)
            said = first.text.plain
            opening = next(iter(reading.sentences(first.text)), None)
            if (
                opening is None
                or not blocks
                or not explains(blocks)
                or word_count(said) < _MIN_WORDS
                or _TURNS.match(said)
                or _ANNOUNCES.search(opening.plain)
                or opening.plain.rstrip().endswith((":", "?"))
                or english.DEICTIC.search(opening.plain)
            ):
                continue
            yield Statement(
                found(
                    self.name,
                    reading,
                    number,
                    [section.title, *[block.span for block in blocks]],
                    evidence=f"heading {heading.name!r}",
                    confidence=self.confidence,
                    claims=(opening.claim,),
                ),
                section.title,
                "question",
                blocks,
                reading.topic(number, own=False),
            )
