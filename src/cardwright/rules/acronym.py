"""An acronym beside its long form: "mean time to repair (MTTR)"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cardwright.core.document import Paragraph, Text
from cardwright.core.fact import Fact, Statement
from cardwright.rules.base import Reads, found, paragraph
from cardwright.rules.headings import is_sentence
from cardwright.rules.passages import Passage, passages
from cardwright.rules.reading import Reading
from cardwright.text.regex import lazy_regex

_ACRONYM = lazy_regex(r"[(（]\s*(?P<short>[A-Z][A-Za-z&/-]{0,8}[A-Z]s?|[A-Z]{2,8}s?)\s*[)）]")
SMALL = frozenset("of the and for to in a an on at by with or as from".split())


class Acronym:
    """Reads an acronym in brackets behind words that begin with its letters.

    "mean time to repair (MTTR)" gives "What does MTTR stand for?".
    Not taken: letters that do not match, a second mention, one letter, words in capitals.
    Source: audited in the wild: letter match 0.96.
    """

    name = "acronym"
    reads: Reads = ""
    confidence = 0.95

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give each acronym once, where it is first explained."""
        met: set[str] = set()
        small = reading.foreign.small if reading.foreign else SMALL
        for passage in passages(reading):
            plain = passage.sentence.text.plain
            if "(" not in plain and "（" not in plain:
                continue
            for short in _ACRONYM.finditer(plain):
                name = short["short"].removesuffix("s") if short["short"][-2:-1].isupper() else short["short"]
                long = long_form(name, plain[: short.start()], small=small)
                if not long or name in met or long.isupper():
                    continue
                if _in_a_command(passage, reading, short.end()):
                    continue
                met.add(name)
                start = plain.rfind(long, 0, short.start())
                answer = passage.sentence.text.slice(start, start + len(long))
                yield Statement(
                    found(
                        self.name,
                        reading,
                        passage.spot.section,
                        [answer],
                        evidence=f"{name} is the initials of {long!r}",
                        confidence=self.confidence,
                        claims=(f"acronym {name}",),
                    ),
                    Text.of(name),
                    "stands for",
                    (paragraph(answer, reading.article.path),),
                )


def _in_a_command(passage: Passage, reading: Reading, end: int) -> bool:
    """Tell whether the acronym stands in a label that says what to do: there it is an aside of another card."""
    block = passage.spot.block
    label = reading.labelled(block.text) if isinstance(block, Paragraph) and passage.sentence.number == 0 else None
    return label is not None and end <= len(label.label.plain) + 1 and is_sentence(label.label.plain)


def long_form(short: str, before: str, *, small: frozenset[str] = SMALL) -> str:
    """Give the words at the end of `before` whose initials are the acronym's letters; "" where they are not.

    Small words may be left out of the acronym; a hyphen begins a new initial.
    """
    letters = [_bare(c.lower()) for c in short if c.isalpha()]
    tokens = list(re.finditer(r"[^\W_]+(?:['’]\w+)?", before))
    at = len(letters) - 1
    start = -1
    for token in reversed(tokens[-(2 * len(letters) + 2) :]):
        gap = before[token.end() :]
        if start >= 0 and re.search(r"[.;:!?,()]", before[token.end() : start]):
            break
        if start < 0 and re.search(r"[^\s\"'”’*_]", gap):
            break
        word = token[0].lower()
        if at >= 0 and _bare(word[0]) == letters[at]:
            at -= 1
        elif word not in small:
            return ""
        start = token.start()
        if at < 0:
            return before[start:].strip().rstrip("\"'”’*_ ")
    return ""


def _bare(letter: str) -> str:
    """Give a letter without its accent: an acronym seldom keeps it."""
    return unicodedata.normalize("NFD", letter)[0]
