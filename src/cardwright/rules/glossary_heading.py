"""A heading with a verbless first line under it, on a page of such headings: a glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardwright.core.document import ItemList, Paragraph, Text
from cardwright.core.fact import Definition, Fact
from cardwright.rules.base import Reads, answer_blocks, found
from cardwright.rules.headings import is_sentence
from cardwright.rules.noun_phrase import defines
from cardwright.rules.reading import Reading
from cardwright.text.regex import lazy_regex

_MIN_SECTIONS = 4
_PLAIN_DEFINITION = lazy_regex(
    r"(?:an?|the|any)\s[^.,;]{3,60}?\s(?:that|who|which|whose|of \w+ that|used to|for \w+ing)\s", re.IGNORECASE
)
"""What is a definition without a glossary around it too: an article and a noun that something narrows."""
_SHARE = 0.4
"""On a glossary page this share of the sections of a level opens with a definition."""


class GlossaryHeading:
    """Reads headings of a glossary page whose first line is a noun phrase.

    `### Ballast` over "Weight carried low to steady a ship." gives "What is ballast?".
    Not taken: a page on which few headings are defined so; headings that are commands or questions.
    Source: audited in the wild, only in glossaries.
    """

    name = "glossary-heading"
    reads: Reads = "en"
    confidence = 0.93

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the definition under each heading of a glossary."""
        hits: list[tuple[int, Paragraph]] = []
        candidates = 0
        for number, section in enumerate(reading.sections):
            heading = reading.headings[number]
            if (
                not heading.term
                or heading.meta
                or is_sentence(heading.term)
                or len(heading.term.split()) > 5
                or section.level < 2
            ):
                continue
            candidates += not heading.what_is
            first = section.blocks[0] if section.blocks else None
            if heading.what_is and isinstance(first, ItemList):  # "What is a keel?" over a list that says it first
                first = first.items[0].blocks[0] if first.items and first.items[0].blocks else None
            if (
                isinstance(first, Paragraph)
                and reading.labelled(first.text) is None
                and defines(first.text, heading.term)
            ):
                hits.append((number, first))
        asked = [number for number, _ in hits if reading.headings[number].what_is]
        glossary = len(hits) - len(asked) >= _MIN_SECTIONS and len(hits) - len(asked) >= _SHARE * candidates
        for number, first in hits:
            if not glossary and number not in asked and not _PLAIN_DEFINITION.match(first.text.plain):
                continue
            heading = reading.headings[number]
            blocks = answer_blocks(reading, first.text)
            yield Definition(
                found(
                    self.name,
                    reading,
                    number,
                    [reading.sections[number].title, first.text],
                    evidence=f"glossary heading {heading.name!r}",
                    confidence=self.confidence if glossary else self.confidence - 0.04,
                    claims=(reading.sentences(first.text)[0].claim,),
                ),
                Text.of(reading.running(heading.term))
                if heading.what_is
                else reading.term(reading.sections[number].title),
                blocks,
                article=heading.article or reading.article_of(heading.term),
            )
