"""A heading that names an attribute of the page's subject, with its paragraph: "Purpose", "How it works"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardwright.core.document import Paragraph
from cardwright.core.fact import Entry, Fact
from cardwright.rules.base import Reads, answer_blocks, found
from cardwright.rules.labelled_item import explains
from cardwright.rules.reading import Reading
from cardwright.text.regex import lazy_regex

_TOLD = frozenset(
    ("purpose", "goal", "objective", "aim", "intent", "motivation", "rationale", "problem it addresses", "how it helps",
     "how it works", "when to use", "when not to use", "why it matters", "what it does", "complexity",
     "time complexity",
     "space complexity", "applicability")
)  # fmt: skip
"""The attributes that a paragraph tells; the others are lists."""


_SETS_A_SCENE = lazy_regex(
    r"(?:say|imagine|suppose|consider|let['’]?s?|think|assume|picture|in an? \w+)\b", re.IGNORECASE
)
"""Opens a story whose point comes sentences later."""


class AspectHeading:
    """Reads the first paragraph under a heading that names an attribute of the subject above it.

    `## Purpose` on a page about the keel gives "What is the purpose of the keel?".
    Not taken: attributes that are lists ("Benefits"), a paragraph that announces something, a page without a subject.
    Source: labelled articles; the closed list of lesson 5.
    """

    name = "aspect-heading"
    reads: Reads = "en"
    confidence = 0.9

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give what each attribute's paragraph says."""
        for number, section in enumerate(reading.sections):
            heading = reading.headings[number]
            first = section.blocks[0] if section.blocks else None
            if heading.aspect not in _TOLD or not isinstance(first, Paragraph):
                continue
            if _SETS_A_SCENE.match(first.text.plain):
                continue
            topic = reading.topic(number, own=False)
            blocks = answer_blocks(reading, first.text)
            if topic.form != "noun" or not blocks or not explains(blocks):
                continue
            yield Entry(
                found(
                    self.name,
                    reading,
                    number,
                    [section.title, *[block.span for block in blocks]],
                    evidence=f"attribute {heading.name!r} of {topic.words!r}",
                    confidence=self.confidence,
                    claims=(reading.sentences(first.text)[0].claim,),
                ),
                section.title,
                blocks,
                topic,
                aspect=heading.aspect,
            )
