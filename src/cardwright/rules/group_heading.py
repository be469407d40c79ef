"""A list right under a heading that says what its items are, in another language than English: "Die drei Regeln"."""

from __future__ import annotations

from collections.abc import Iterator

from cardwright.core.document import ItemList
from cardwright.core.fact import Enumeration, Fact, Lead, Topic
from cardwright.rules.base import Reads, found
from cardwright.rules.items import listed
from cardwright.rules.languages.base import shares
from cardwright.rules.reading import Reading


class GroupHeading:
    """Reads the first list under a heading with a number or a word for a group, where nothing stands between them.

    `## Die drei Regeln` with a list under "Kompost" gives a list under "Kompost — Die drei Regeln".
    Not taken: other headings (a list under a bare heading was right 77 times of 100 in English), questions to the
    reader, links, tasks.
    Source: the English rule for lists under headings.
    """

    name = "group-heading"
    reads: Reads = "not en"
    confidence = 0.87

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the list of each section whose heading says what it lists."""
        words = reading.foreign
        for spot in reading.spots:
            heading = reading.headings[spot.section]
            if words is None or spot.number or spot.depth or not isinstance(spot.block, ItemList) or heading.meta:
                continue
            if not (heading.aspect or words.groups.search(heading.name)) or not heading.level:
                continue
            items = listed(spot, reading)
            topic = reading.topic(spot.section, own=False)
            if not items or (heading.aspect and not topic) or any(words.pointing.search(i.plain) for i in items):
                continue
            where = found(
                self.name,
                reading,
                spot.section,
                [reading.sections[spot.section].title, spot.block.span],
                evidence=f"heading {heading.name!r}",
                confidence=self.confidence,
                claims=(f"l{spot.block.span.line}",),
            )
            shown = Topic() if shares(topic.words, heading.name) else topic
            yield Enumeration(where, Lead("asked", rest=heading.name), shown, items, spot.block.ordered)
