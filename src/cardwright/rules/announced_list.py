"""A list after a sentence with a colon, in another language than English; its front is the author's own sentence."""

from __future__ import annotations

from collections.abc import Iterator

from cardwright.core.document import DefinitionList, ItemList
from cardwright.core.fact import Enumeration, Fact, Lead, Topic
from cardwright.core.note import NoteItem
from cardwright.rules.base import Reads, found, word_count
from cardwright.rules.items import listed
from cardwright.rules.languages.base import Language, shares
from cardwright.rules.lead_list import lead_sentence
from cardwright.rules.reading import Reading

_MAX_FRONT = 160
"""Characters of a sentence that can stand on the front of a card."""

_MIN_WORDS = 3
"""Fewer words announce nothing by themselves; one more where the language's remarks are not known."""


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
            if words.pointing.search(front) or not _announces(front, words, topic):
                continue
            items = listed(spot, reading)
            if not items or any(words.pointing.search(item.plain) for item in items) or _questions(items):
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


def _announces(front: str, words: Language, topic: Topic) -> bool:
    """Tell whether a sentence says enough to stand on a card: a remark ("Zum Beispiel:") does not."""
    bare = front.strip(" :：").lower()
    if bare in words.remarks:
        return False
    least = _MIN_WORDS if words.patterns else _MIN_WORDS + 1
    if words.wide:
        least = _MIN_WORDS - 1
    return word_count(bare) >= least or (bool(topic) and (bare in words.attributes or bool(words.groups.search(bare))))


def _questions(items: tuple[NoteItem, ...]) -> bool:
    return sum(item.plain.endswith(("?", "？", "؟")) for item in items) > len(items) / 2
