"""A definition list: a term on a line, `: its description` below it."""

from __future__ import annotations

from collections.abc import Iterator

from cardwright.core.document import DefinitionList, Paragraph
from cardwright.core.fact import Fact
from cardwright.rules.base import Reads, answer_blocks, found
from cardwright.rules.labelled_item import explains, fact_of
from cardwright.rules.reading import Reading


class DefinitionListRule:
    """Reads Markdown's definition lists.

    `Ballast` over `: weight carried low to steady a ship` gives "What is ballast?".
    Not taken: a description without words.
    Source: by its notation.
    """

    name = "definition-list"
    reads: Reads = ""
    confidence = 0.97

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give a fact for each described term."""
        for spot in reading.spots:
            if not isinstance(spot.block, DefinitionList):
                continue
            for entry in spot.block.entries:
                first = entry.descriptions[0] if entry.descriptions else ()
                body = first[0].text if first and isinstance(first[0], Paragraph) else None
                blocks = answer_blocks(reading, body, first[1:]) if body else first[:1]
                if not blocks or not explains(blocks):
                    continue
                where = found(
                    self.name,
                    reading,
                    spot.section,
                    [entry.term, *[b.span for b in blocks]],
                    evidence=f"described term {entry.term.plain!r}",
                    confidence=self.confidence,
                    claims=(f"d{entry.span.line}",),
                )
                fact = fact_of(reading, where, entry.term, blocks, topic=reading.topic(spot.section), group="")
                if fact is not None:
                    yield fact
