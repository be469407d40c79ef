"""Headings that are code, each with what it is or does below it: the options, functions and errors of a reference."""

from __future__ import annotations

from collections.abc import Iterator

from cardwright.core.document import ItemList, Paragraph, Section
from cardwright.core.fact import Fact
from cardwright.rules import english
from cardwright.rules.base import Reads, answer_blocks, found
from cardwright.rules.labelled_item import explains, fact_of
from cardwright.rules.labels import usable_code
from cardwright.rules.reading import Reading

_MIN_SECTIONS = 3
"""A single heading that is code tells of a step, not of an entry."""


class CodeHeading:
    """Reads the first paragraph under each of several headings that are code.

    The heading `prefix` over "The folder into which packages are installed." gives "What is “prefix”?".
    Not taken: fewer than three such headings, a paragraph that announces something or points elsewhere.
    Source: references of commands and settings.
    """

    name = "code-heading"
    reads: Reads = "en"
    confidence = 0.88

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give what the text under each heading of code says of it."""
        coded = [at for at, section in enumerate(reading.sections) if usable_code(section.title)]
        if len(coded) < _MIN_SECTIONS:
            return
        for at in coded:
            section = reading.sections[at]
            first = _explaining(section)
            if reading.headings[at].meta or first is None or reading.labelled(first.text) is not None:
                continue
            blocks = answer_blocks(reading, first.text)
            opening = reading.sentences(first.text)[0].plain
            if not blocks or not explains(blocks) or english.DEICTIC.search(opening) or opening.rstrip().endswith("?"):
                continue
            where = found(
                self.name,
                reading,
                at,
                [section.title, *[block.span for block in blocks]],
                evidence=f"heading {section.title.plain!r}",
                confidence=self.confidence,
                claims=(reading.sentences(first.text)[0].claim,),
            )
            fact = fact_of(reading, where, section.title, blocks, topic=reading.topic(at, own=False), group="")
            if fact is not None:
                yield fact


def _explaining(section: Section) -> Paragraph | None:
    """Give the first paragraph, behind a list of its type and default at most."""
    for block in section.blocks[:2]:
        if isinstance(block, Paragraph):
            return block
        if not isinstance(block, ItemList):
            return None
    return None
