"""A list right under a heading that says what it lists: "Benefits", "Skills of a tester", "How to pick a tent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cardwright.core.document import DefinitionList, ItemList, Paragraph, Table
from cardwright.core.fact import Enumeration, Fact, Lead
from cardwright.core.note import NoteItem
from cardwright.rules import english
from cardwright.rules.base import Reads, found
from cardwright.rules.heading_lead import advice_of, lead_of
from cardwright.rules.items import listed
from cardwright.rules.lead_in import understand
from cardwright.rules.reading import Reading
from cardwright.rules.siblings import is_post, stands_beside_another
from cardwright.rules.spots import Spot
from cardwright.text.english import base_of_third, with_article
from cardwright.text.regex import lazy_regex


class HeadingList:
    """Reads the first list under a heading that announces it.

    `## Benefits` with a list under "Caching" gives "What are the benefits of caching?".
    Not taken: a list under a bare heading that is no group ("Server"); one whose lead-in was not understood; links.
    Source: labelled articles, precision 0.80 to 0.9 by the heading's form.
    """

    name = "heading-list"
    reads: Reads = "en"
    confidence = 0.87

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the list of each section whose heading says what it lists."""
        seen: set[int] = set()
        for spot in reading.spots:
            if (
                spot.depth
                or spot.section in seen
                or not isinstance(spot.block, (ItemList, DefinitionList, Table, Paragraph))
            ):
                continue
            if isinstance(spot.block, Paragraph) and reading.labelled(spot.block.text) is None:
                continue
            seen.add(spot.section)
            heading = reading.headings[spot.section]
            if heading.meta or not _opens(spot, reading):
                continue
            block = spot.block
            lead = lead_of(
                heading,
                named=isinstance(block, ItemList) and all(reading.labels_of(block)),
                ordered=isinstance(block, ItemList) and block.ordered,
            )
            if lead is None and isinstance(block, ItemList):
                lead = _beside(reading, spot) or advice_of(heading, block, reading.topic(spot.section))
            items = listed(spot, reading) if lead else ()
            if lead is None or not items or _tells(items, lead, heading.name):
                continue
            topic = reading.topic(spot.section, own=lead.form != "noun")
            lead = replace(
                lead,
                noun=reading.plain_noun(lead.noun),
                rest=reading.running(lead.rest) if lead.form != "asked" else lead.rest,
            )
            yield Enumeration(
                found(
                    self.name,
                    reading,
                    spot.section,
                    [reading.sections[spot.section].title, spot.block.span, *[item.span for item in items]],
                    evidence=f"heading {heading.name!r}",
                    confidence=self.confidence if lead.form == "noun" else self.confidence - 0.01,
                    claims=(f"l{spot.block.span.line}",),
                ),
                lead,
                topic,
                items,
                isinstance(spot.block, ItemList) and spot.block.ordered,
            )


def _beside(reading: Reading, spot: Spot) -> Lead | None:
    """Give what the headings side by side of which this is one have lists of; None where that is not plain."""
    heading = reading.headings[spot.section]
    if spot.number or heading.generic or not heading.term:
        return None
    name = reading.running(heading.name)
    if is_post(reading, spot.section):
        return Lead("asked", rest=f"What characterises {with_article(name)}?")
    return Lead("asked", rest=f"What are the {name}?") if stands_beside_another(reading, spot.section) else None


_SENTENCE = lazy_regex(r"(?:it|they|this|these|there|if|when|you|we|i|all|no|each|every|any)\s", re.IGNORECASE)


def _tells(items: tuple[NoteItem, ...], lead: Lead, name: str) -> bool:
    """Tell whether the items say something about what the heading names, where its noun is no common group."""
    if lead.form != "noun":
        return False
    if sum(item.plain.endswith("?") for item in items) > len(items) / 2 and "question" not in name.lower():
        return True
    if english.COMMON_GROUPS.search(name) or lead.subject:
        return False
    return sum(_is_sentence(item.plain) for item in items) >= len(items) / 2


def _is_sentence(item: str) -> bool:
    """Tell whether an item says something of its own: "It leaks", "A mate reads the log"."""
    if _SENTENCE.match(item):
        return True
    words = item.lower().split()
    articled = len(words) > _MIN_WORDS and words[0] in ("a", "an", "the")
    return articled and bool(base_of_third(words[2])) and words[3] not in ("of", "and", "or", "that")


_MIN_WORDS = 4
"""Of a sentence with an article, a noun, a verb and more."""


def _opens(spot: Spot, reading: Reading) -> bool:
    """Tell whether the list is what the heading announces: no other block before it says what it is."""
    if spot.number == 0:
        return True
    before = spot.before
    if spot.number > 2 or not isinstance(before, Paragraph):
        return False
    last = reading.sentences(before.text)[-1].plain
    return not last.rstrip().endswith((":", "：")) or understand(last, reading, spot.section) is None
