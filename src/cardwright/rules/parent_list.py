"""A sub-list under an item that is nothing but a name, in another language than English."""

from __future__ import annotations

from collections.abc import Iterator

from cardwright.core.document import ItemList, Paragraph, shown
from cardwright.core.fact import Enumeration, Fact, Lead, Topic
from cardwright.rules.base import Reads, found, word_count
from cardwright.rules.items import listed
from cardwright.rules.languages.base import shares
from cardwright.rules.reading import Reading

_MAX_NAME_WORDS = 6
_MAX_ITEM_WORDS = 10
"""Longer items are remarks about the parent, not its parts."""


class ParentList:
    """Reads what stands below a short item as the list of its parts.

    "- Gartenabfälle" over "- Laub" and "- Strauchschnitt" gives a list under "Was darf hinein? — Gartenabfälle".
    Not taken: a parent that is a sentence or a remark, sub-items longer than ten words, links, tasks.
    Source: the labelled articles; a nested list keeps its parent in the question.
    """

    name = "parent-list"
    reads: Reads = "not en"
    confidence = 0.86

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the sub-list of each item that is a name."""
        words = reading.foreign
        for spot in reading.spots:
            block, name = spot.block, spot.before
            if words is None or reading.headings[spot.section].meta or spot.depth != 1 or spot.number != 1:
                continue
            if not isinstance(block, ItemList) or not isinstance(name, Paragraph):
                continue
            label = reading.labelled(name.text)
            parent = shown(label.label if label else name.text).strip(" :：")
            if (
                word_count(parent) > _MAX_NAME_WORDS
                or parent.lower() in words.remarks
                or parent.endswith((".", "?", "。", "？"))
            ):
                continue
            items = listed(spot, reading)
            topic = reading.topic(spot.section)
            if not items or not topic or any(word_count(item.plain) > _MAX_ITEM_WORDS for item in items):
                continue
            where = found(
                self.name,
                reading,
                spot.section,
                [name.text, block.span],
                evidence=f"item {parent!r}",
                confidence=self.confidence,
                claims=(f"l{block.span.line}",),
            )
            above = Topic() if shares(topic.words, parent) else topic
            yield Enumeration(where, Lead("asked", rest=parent), above, items, block.ordered)
