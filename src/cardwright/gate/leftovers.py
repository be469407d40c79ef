"""What an article leaves at either end of a sentence for its own readers: "Again, ", "(see also ...)", a star."""

from __future__ import annotations

import re
from dataclasses import replace

from cardwright.core.document import Block, Paragraph
from cardwright.core.note import Answer, Note
from cardwright.text.capital import capitalised
from cardwright.text.regex import lazy_regex

_POINTER = lazy_regex(
    r"\s*[(\[](?:see|see also|cf\.?|compare|compare to|for (?:more|details|further)|"
    r"more (?:on|about|info)|read more)\b[^()\[\]]*[)\]](?=[.;,]?\s*$)",
    re.IGNORECASE,
)
_OPENS = lazy_regex(
    r"(?:(?:again|also|moreover|furthermore|additionally|in addition|however|therefore|thus|finally),\s+(?=\w)"
    r"|tl;?dr[:;,]?\s+"
    r"|(?:otherwise|also|sometimes|often|commonly)\s(?:referred to as|known as|called)\s"
    r"[^,.]{2,60},\s+(?=(?:an?|the)\s))",
    re.IGNORECASE,
)
_COMMA = lazy_regex(r"[,;]\s*$")
_ATTRIBUTES = lazy_regex(r"\s?\{\s?[#.][\w-]+(?:\s[^{}]*)?\}\s*$")
_STAR = lazy_regex(r"(?<=\w)\s?[*†‡]+(?=[.;,]?\s*$)")


class Leftovers:
    """Takes pointers in brackets, footnote marks, attributes and commas off the end of answers, "Again," off the start.

    "A party's promise* (see also offer)" becomes "A party's promise".
    Not taken: brackets that explain; a star between words.
    Source: blind readers' remarks.
    """

    name = "leftovers"

    def mend(self, note: Note) -> Note | str:
        """Give the note with answers that end with their own words."""
        answers = tuple(_tidied(answer) for answer in note.answers)
        return note if answers == note.answers else replace(note, answers=answers)


def _tidied(answer: Answer) -> Answer:
    return Answer(tuple(_block(block) for block in answer.blocks), answer.span)


def _block(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    text = block.text
    opens = _OPENS.match(text.plain)
    if opens:
        text = capitalised(text.slice(opens.end()))
    for pattern in (_POINTER, _STAR, _POINTER, _ATTRIBUTES, _COMMA):
        found = pattern.search(text.plain)
        if found and found.start() > 0:
            text = text.slice(0, found.start()) + text.slice(found.end())
    return block if text is block.text else Paragraph(text, block.span)
