"""A list inside a sentence: "The yield depends on three factors: soil, water and light."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardwright.core.document import Paragraph, Text
from cardwright.core.fact import Enumeration, Fact
from cardwright.core.note import NoteItem
from cardwright.rules.base import Reads, found
from cardwright.rules.lead_in import understand
from cardwright.rules.passages import Passage, passages
from cardwright.rules.reading import Reading
from cardwright.text.capital import capitalised
from cardwright.text.regex import folded_regex, lazy_regex

_COLON = lazy_regex(r"[:：]\s+|,\s+including\s+|,\s+namely\s+|\s[-–—]\s")
_COMMA = lazy_regex(r",\s+(?:and\s+|or\s+|as well as\s+)?|;\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+(?=[^,;]*$)")
_MAX_ITEM_WORDS = 12
_ASIDE = folded_regex(
    r"(?:most notably|notably|especially|particularly|in particular|for example|such as|we|you|it|they)\b"
)
"""What a dash sets off, and no list: an example, a sentence of its own."""
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()


class InlineList:
    """Reads a counted or grouped list behind a colon in a sentence.

    "The yield depends on three factors: soil, water and light." gives "Which three factors does the yield depend on?".
    Not taken: fewer than three items, items of more than twelve words, "such as" (examples, not all of it).
    Source: labelled articles.
    """

    name = "inline-list"
    reads: Reads = "en"
    confidence = 0.9

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the lists that stand inside sentences."""
        for passage in passages(reading):
            text = passage.sentence.text
            colon = _COLON.search(text.plain, 15)
            if not colon or colon.end() > len(text.plain) - 10:
                continue
            if _is_label(passage, reading, colon.start()):
                continue
            lead = understand(text.plain[: colon.start()] + ":", reading, passage.spot.section)
            if lead is None or not (lead.noun or lead.form in ("inverted", "do")):
                continue
            rest = text.slice(colon.end())
            items = () if _ASIDE.match(rest.plain) else items_of(rest)
            if len(items) < 3 or (lead.count and _number(lead.count) not in (0, len(items))):
                continue
            yield Enumeration(
                found(
                    self.name,
                    reading,
                    passage.spot.section,
                    [text],
                    evidence=f"colon after {text.plain[: colon.start()]!r}",
                    confidence=self.confidence,
                    claims=(passage.sentence.claim,),
                ),
                lead,
                reading.topic(passage.spot.section),
                tuple(NoteItem(item, item.span(reading.article.path)) for item in items),
                sentence=capitalised(text.slice(colon.end())),
            )


def _is_label(passage: Passage, reading: Reading, colon: int) -> bool:
    """Tell whether the colon is that of a label, whose explanation other rules read."""
    block = passage.spot.block
    if passage.sentence.number or not isinstance(block, Paragraph):
        return False
    label = reading.labelled(block.text)
    if label is None or (label.style == "plain" and passage.spot.inside is None):
        return False
    return colon <= len(label.label.plain) + 1


def items_of(text: Text) -> tuple[Text, ...]:
    """Split "soil, water and light." into its items; nothing where a part is too long to be one."""
    plain = re.sub(r"\([^()]*\)", lambda m: "\x00" * len(m[0]), text.plain.rstrip(" .;!"))
    semicolons = ";" in plain
    cuts = [m for m in _COMMA.finditer(plain) if not semicolons or m[0].startswith(";")]
    out, start = [], 0
    for cut in [*cuts, None]:
        end = cut.start() if cut else len(plain)
        item = text.slice(start, end).strip()
        if (
            not item.plain
            or len(item.plain.split()) > _MAX_ITEM_WORDS
            or item.plain.lower() in ("etc", "more", "so on", "others")
        ):
            return ()
        out.append(item)
        start = cut.end() if cut else end
    return tuple(out)


def _number(count: str) -> int:
    return int(count) if count.isdigit() else _NUMBERS.index(count) if count in _NUMBERS else 0
