"""A list after a sentence with a colon, in another language than English; its front is the author's own sentence."""

from __future__ import annotations

from collections.abc import Iterator

from cardwright.core.document import DefinitionList, ItemList
from cardwright.core.fact import Enumeration, Fact, Lead, Topic
from cardwright.rules.base import Reads, found
from cardwright.rules.items import listed
from cardwright.rules.languages.base import shares
from cardwright.rules.lead_list import lead_sentence
from cardwright.rules.reading import Reading

_MAX_FRONT = 160
"""Characters of a sentence that can stand on the front of a card."""


class AnnouncedList:
    """Reads a list right below a paragraph whose last sentence ends with a colon.

    "Auf den Kompost gehören:" and three items give a list under that sentence.
    Not taken: a remark ("Beispiele:") without a heading, a sentence that points at the page, links, tasks.
    Source: the English rule for lead-ins; the colon says that the list belongs to the sentence.
    """

    name = "announced-list"
    reads: Reads = "not en"
    confidence = 0.9

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the lists that a sentence announces."""
        words = reading.foreign
        for spot in reading.spots:
            if (
                words is None
                or reading.headings[spot.section].meta
                or not isinstance(spot.block, (ItemList, DefinitionList))
            ):
                continue
            sentence = lead_sentence(spot, reading)
            front = sentence.plain.strip() if sentence else ""
            if sentence is None or not front.endswith((":", "：")) or len(front) > _MAX_FRONT:
                continue
            topic = reading.topic(spot.section)
            bare = front.strip(" :：").lower()
            if words.pointing.search(front) or bare in words.remarks or (not topic and len(bare) < 5):  # noqa: PLR2004 - "Also:"
                continue
            items = listed(spot, reading)
            if not items or any(words.pointing.search(item.plain) for item in items):
                continue
            where = found(
                self.name,
                reading,
                spot.section,
                [sentence.text, spot.block.span],
                evidence=f"lead-in {front!r}",
                confidence=self.confidence,
                claims=(f"l{spot.block.span.line}", sentence.claim),
            )
            ordered = isinstance(spot.block, ItemList) and spot.block.ordered
            shown = Topic() if shares(topic.words, front) else topic
            yield Enumeration(where, Lead("asked", rest=front), shown, items, ordered)
