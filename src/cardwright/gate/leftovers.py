"""What an article leaves at either end of a sentence for its own readers: "Again, ", "(see also ...)", a star."""

from __future__ import annotations

from dataclasses import replace

from cardwright.core.document import Block, Paragraph
from cardwright.core.note import Answer, Note
from cardwright.text.capital import capitalised
from cardwright.text.regex import ending, folded_regex, holding, lazy_regex, starting

_POINTER = folded_regex(
    r"\s*[(\[](?:see|see also|cf\.?|compare|compare to|for (?:more|details|further)|"
    r"more (?:on|about|info)|read more)\b[^()\[\]]*[)\]](?=[.;,]?\s*$)",
    when=holding(
        "(see", "[see", "(cf", "[cf", "(compare", "[compare", "(for ", "[for ", "(more", "[more", "(read", "[read"
    ),
)
_OPENS = folded_regex(
    r"(?:(?:again|also|moreover|furthermore|additionally|in addition|however|therefore|thus|finally),\s+(?=\w)"
    r"|tl;?dr[:;,]?\s+"
    r"|(?:otherwise|also|sometimes|often|commonly)\s(?:referred to as|known as|called)\s"
    r"[^,.]{2,60},\s+(?=(?:an?|the)\s))",
    when=starting(
        *("again", "also", "moreover", "furthermore", "additionally", "in addition", "however", "therefore", "thus"),
        *("finally", "tl", "otherwise", "sometimes", "often", "commonly"),
    ),
)
_COMMA = lazy_regex(r"[,;]\s*$", when=ending(",", ";"))
_ATTRIBUTES = lazy_regex(r"\s?\{\s?[#.][\w-]+(?:\s[^{}]*)?\}\s*$", when=ending("}"))
_STAR = lazy_regex(r"(?<=\w)\s?[*†‡]+(?=[.;,]?\s*$)", when=holding("*", "†", "‡"))


class Leftovers:
    """Takes pointers in brackets, footnote marks, attributes and commas off the end of answers, "Again," off the start.

    "A party's promise* (see also offer)" becomes "A party's promise".
    Not taken: brackets that explain; a star between words.
    Source: blind readers' remarks.
    """

    name = "leftovers"

    def mend(self, note: Note) -> Note | str:
        """Give the note with answers that end with their own words."""
        answers = [_tidied(answer) for answer in note.answers]
        same = all(new is old for new, old in zip(answers, note.answers, strict=True))
        return note if same else replace(note, answers=tuple(answers))


def _tidied(answer: Answer) -> Answer:
    blocks = [_block(block) for block in answer.blocks]
    same = all(new is old for new, old in zip(blocks, answer.blocks, strict=True))
    return answer if same else Answer(tuple(blocks), answer.span)


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
