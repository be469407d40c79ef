"""A piece of advice in a list with its reason in the same sentence: "Oil the chain to keep it from rusting"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardwright.core.document import ItemList, Paragraph, Text
from cardwright.core.fact import Entry, Fact
from cardwright.rules import english
from cardwright.rules.base import Reads, found, paragraph, word_count
from cardwright.rules.reading import Reading
from cardwright.text.capital import capitalised
from cardwright.text.english import is_base_verb

_REASON = re.compile(
    r",?\s(?P<reason>(?:in order to|so as to|to)\s(?P<verb>[a-z]+)\s.{8,}|(?:so that|because|since)\s.{12,})$"
)
_TAKES_TO = re.compile(
    r"\b(?:try|want|need|have|sure|remember|learn|help|allow|ask|tell|encourage|require|enable|permit|invite|teach|"
    r"continue|start|begin|able|ready|how|where|what|when|which|access|due|according|related|similar|equal|up|go|come|"
    r"send|give|add|apply|contribute|belong|respond|attend|commit|listen|refer|lead|relate|point|move|switch|return|"
    r"way|ways|time|right|likely|expected|agree|decide|choose|wish|plan|happen|aim|seem|fail|attempt|\w+ed)"
    r"(?:\s(?:\w+\s){0,3})?$",
    re.IGNORECASE,
)
"""What stands before a "to" that names no purpose: "make sure to", "allow users to", "access to"."""
_ASKS = frozenset(
    "ask allow tell help enable permit encourage invite require rely consider remember try want need make be do "
    "indicate click open run install go select type enter navigate download".split()
)
"""Verbs with an object that does what follows "to", and verbs of steps."""
_MIN_ADVICE = 3
_MAX_ADVICE = 14
_MIN_REASON = 4


class StatedReason:
    """Reads an item that says what to do and why.

    "- Oil the chain after every ride to keep it from rusting." gives "Why should you oil the chain after every ride?".
    Not taken: steps of a procedure, verbs that take "to" themselves ("Try to oil it"), reasons of three words or fewer.
    Source: labelled articles.
    """

    name = "stated-reason"
    reads: Reads = "en"
    confidence = 0.87

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the reason of each piece of advice that states one."""
        for spot in reading.spots:
            block = spot.block
            if not isinstance(block, ItemList) or block.ordered or reading.headings[spot.section].meta:
                continue
            for item, label in zip(block.items, reading.labels_of(block), strict=True):
                first = item.blocks[0] if item.blocks else None
                if label is not None or item.task is not None or not isinstance(first, Paragraph):
                    continue
                sentence = reading.sentences(first.text)[0].text
                parts = _parts(sentence)
                if parts is None:
                    continue
                advice, reason = parts
                yield Entry(
                    found(
                        self.name,
                        reading,
                        spot.section,
                        [sentence],
                        evidence=f"advice with its reason: {reason.plain[:30]!r}",
                        confidence=self.confidence,
                        claims=(f"i{item.span.line}",),
                    ),
                    advice,
                    (paragraph(capitalised(reason), reading.article.path),),
                    reading.topic(spot.section),
                    name=advice,
                    among_commands=True,
                    reasoned=True,
                )


def _parts(sentence: Text) -> tuple[Text, Text] | None:
    """Give the advice and its reason; None where the sentence is no advice or gives none."""
    plain = sentence.plain.replace("\n", " ")
    words = plain.split()
    first = words[0].lower().strip(",") if words else ""
    sure = len(words) > 1 and words[1].lower() in ("the", "a", "an", "your", "all", "every", "each")
    if not (is_base_verb(first, strict=not sure) or first in ("use", "avoid", "always")) or first in _ASKS:
        return None
    found_at = _REASON.search(plain)
    if found_at is None or english.DEICTIC.search(plain):
        return None
    before = plain[: found_at.start()]
    if found_at["verb"] and (_TAKES_TO.search(before) or not is_base_verb(found_at["verb"])):
        return None
    if not _MIN_ADVICE <= len(before.split()) <= _MAX_ADVICE or re.search(r"[,:]|\b(?:by|not|ways?|only)\b", before):
        return None
    start = found_at.start("reason") + (len("so that ") if found_at["reason"].startswith("so that ") else 0)
    reason = sentence.slice(start).strip(" .;")
    if word_count(reason.plain) < _MIN_REASON:
        return None
    return sentence.slice(0, found_at.start()).strip(" ,"), reason
