"""Sub-headings as a list, where a sentence or the heading above them announces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cardwright.core.document import ItemList, Paragraph, Section, Table
from cardwright.core.fact import Enumeration, Fact, Lead
from cardwright.core.note import NoteItem
from cardwright.core.span import Span
from cardwright.rules import english
from cardwright.rules.base import Reads, answer_blocks, found
from cardwright.rules.heading_lead import lead_of
from cardwright.rules.items import MAX_ITEMS
from cardwright.rules.labelled_item import commanding, explains, fact_of, group_of_noun, unnumbered_label
from cardwright.rules.lead_in import understand
from cardwright.rules.reading import Reading
from cardwright.text.english import base_of_gerund
from cardwright.text.regex import lazy_regex

_MIN_CHILDREN = 2
_ANNOUNCES = lazy_regex(
    r"\b(?:follow(?:s|ing)?|below|these|here are|there are|two|three|four|five|six|seven|eight)\b", re.IGNORECASE
)


class SectionList:
    """Reads the sub-headings of a section as a list where its heading says what they are and its text announces them.

    `## Roles` with "The roles are described below." over `### Skipper`, `### Mate` gives "What are the roles of ...?".
    Not taken: sub-headings that nothing announces (position alone was right 6 times of 18), questions, commands mixed
    with names.
    Source: labelled articles, lesson 7.
    """

    name = "section-list"
    reads: Reads = "en"
    confidence = 0.88

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the announced sub-headings of each section."""
        for number, section in enumerate(reading.sections):
            heading = reading.headings[number]
            if heading.meta or any(isinstance(block, (ItemList, Table)) for block in section.blocks):
                continue
            children = _children(reading, number)
            if not _MIN_CHILDREN <= len(children) <= MAX_ITEMS:
                continue
            last = section.blocks[-1] if section.blocks else None
            sentence = reading.sentences(last.text)[-1] if isinstance(last, Paragraph) else None
            lead = understand(sentence.plain, reading, number) if sentence else None
            if lead is None and (heading.aspect or (sentence and _ANNOUNCES.search(sentence.plain))):
                lead = lead_of(heading)
            titles = sum(other.level == 1 for other in reading.headings)
            if lead is None and (heading.level > 1 or titles > 1) and _names_a_group(heading.name):
                lead = lead_of(heading)
            if lead is None or lead.noun == "steps" or lead.form not in ("noun", "inverted", "do"):
                continue
            if any(
                reading.headings[at].question or reading.headings[at].generic or reading.headings[at].meta
                for at, _ in children
            ):
                continue
            lead = replace(lead, noun=reading.plain_noun(lead.noun))
            path = reading.article.path
            yield from self._told(reading, number, lead, children)
            yield Enumeration(
                found(
                    self.name,
                    reading,
                    number,
                    [section.title, *[child.title for _, child in children]],
                    evidence=f"announced sub-headings of {heading.name!r}",
                    confidence=self.confidence,
                    claims=(f"l{section.span.line}",),
                ),
                lead,
                reading.topic(number, own=lead.form != "noun"),
                tuple(NoteItem(child.title.strip(" :."), Span(path, *child.title.lines())) for _, child in children),
            )

    def _told(self, reading: Reading, number: int, lead: Lead, children: list[tuple[int, Section]]) -> Iterator[Fact]:
        """Give what the first paragraph under each of the announced sub-headings tells."""
        group = group_of_noun(lead.noun) if lead.noun else ""
        commands = commanding([unnumbered_label(child.title).plain for _, child in children])
        for at, child in children:
            first = child.blocks[0] if child.blocks else None
            if not isinstance(first, Paragraph) or reading.labelled(first.text) is not None:
                continue
            if child.title.plain.lower().startswith("example"):  # it shows, and is none of the group
                continue
            blocks = answer_blocks(reading, first.text)
            if not blocks or not explains(blocks):
                continue
            where = found(
                self.name,
                reading,
                at,
                [child.title, *[block.span for block in blocks]],
                evidence=f"announced sub-heading {child.title.plain!r}",
                confidence=self.confidence,
                claims=(reading.sentences(first.text)[0].claim,),
            )
            topic = reading.topic(number, own=lead.form != "noun")
            fact = fact_of(
                reading, where, child.title.strip(" :."), blocks, topic=topic, group=group, among_commands=commands
            )
            if fact is not None:
                yield fact


def _names_a_group(name: str) -> bool:
    """Tell whether a heading is a common group of something: "Types of sails", "Key principles"."""
    head = re.split(r"\s(?:of|for|in)\s", name)[0]
    if not name or base_of_gerund(name.split(maxsplit=1)[0]):  # "Setting levels"
        return False
    return len(name.split()) > 1 and english.COMMON_GROUPS.fullmatch(head.split()[-1])


def _children(reading: Reading, number: int) -> list[tuple[int, Section]]:
    level = reading.sections[number].level
    out: list[tuple[int, Section]] = []
    for at in range(number + 1, len(reading.sections)):
        section = reading.sections[at]
        if section.level <= level:
            break
        out.append((at, section))
    depth = min((section.level for _, section in out), default=0)
    return [(at, section) for at, section in out if section.level == depth]
