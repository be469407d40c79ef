"""A heading with a verbless first line under it, on a page of such headings: a glossary."""

from __future__ import annotations

from collections.abc import Iterator

from cardwright.core.document import Paragraph
from cardwright.core.fact import Definition, Fact
from cardwright.rules.base import answer_blocks, found
from cardwright.rules.labels import labelled
from cardwright.rules.noun_phrase import defines
from cardwright.rules.reading import Reading

_MIN_SECTIONS = 4
_SHARE = 0.4
"""On a glossary page this share of the sections of a level opens with a definition."""


class GlossaryHeading:
    """Reads headings of a glossary page whose first line is a noun phrase.

    `### Ballast` over "Weight carried low to steady a ship." gives "What is ballast?".
    Not taken: a page on which few headings are defined so; headings that are commands or questions.
    Source: audited in the wild, only in glossaries.
    """

    name = "glossary-heading"
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
                or heading.what_is
                or len(heading.term.split()) > 5
                or section.level < 2
            ):  # noqa: PLR2004
                continue
            candidates += 1
            first = section.blocks[0] if section.blocks else None
            if isinstance(first, Paragraph) and labelled(first.text) is None and defines(first.text, heading.term):
                hits.append((number, first))
        if len(hits) < _MIN_SECTIONS or len(hits) < _SHARE * candidates:
            return
        for number, first in hits:
            heading = reading.headings[number]
            blocks = answer_blocks(reading, first.text)
            yield Definition(
                found(
                    self.name,
                    reading,
                    number,
                    [reading.sections[number].title, first.text],
                    evidence=f"glossary heading {heading.name!r}",
                    confidence=self.confidence,
                    claims=(reading.sentences(first.text)[0].claim,),
                ),
                reading.term(reading.sections[number].title),
                blocks,
            )
