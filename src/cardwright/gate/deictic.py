"""A card that points at the page: "this", "above", "in the next section"; the learner has no page."""

from __future__ import annotations

import re
from dataclasses import replace

from cardwright.core.document import Block, Inline, Paragraph, Text, shown
from cardwright.core.note import Answer, Note
from cardwright.text.english import base_of_third
from cardwright.text.regex import holding, lazy_regex, starting, wording

_IN_QUESTION = lazy_regex(
    r"(?<![“\w])(?:this|these|those|here|above|below|it|they|them)\b(?! (?:approach|"
    r"method|technique|option|pattern|solution|design)\b)",
    re.IGNORECASE,
    when=wording("this these those here above below it they them"),
)
_OPENING = lazy_regex(
    r"^(?P<pronoun>this|these|it|they|those)\s+(?P<verb>\w+)\s+",
    re.IGNORECASE,
    when=starting("this", "these", "it", "they", "those"),
)
_IN_ANSWER = lazy_regex(
    r"\b(?:(?:see|shown|described|mentioned|discussed|listed|explained|as) (?:above|"
    r"below)|in (?:this|the (?:next|previous|following)) "
    r"(?:section|chapter|article|post|lesson|guide|tutorial|video|book)|click here|"
    r"stay tuned|(?:above|below|following) "
    r"(?:section|figure|table|diagram|image|example|code)|this (?:article|post|"
    r"chapter|lesson|tutorial|video|guide|page|section)|"
    r"you(?:'|’)ll learn|we(?:'|’)ll|we will|let(?:'|’)s)\b",
    re.IGNORECASE,
    when=wording("above below this next previous following click stay you we let"),
)
_QUOTED = lazy_regex(r"“[^”]*”", when=holding("“"))


class Deictic:
    """Takes the pronoun off the front of an answer; turns down questions and answers that point at the page.

    "These are processes that ..." becomes "Processes that ...".
    Not taken: "this" inside a quoted label, "it" in the middle of an answer.
    Source: tests Q05 and Q06.
    """

    name = "deictic"

    def mend(self, note: Note) -> Note | str:
        """Give the note with answers that open with their own subject."""
        if note.language not in ("", "en"):
            return note
        question = _QUOTED.sub("", shown(note.question))
        if pointing := _IN_QUESTION.search(question.split(": ", 1)[-1]):
            return f"its question says {pointing[0]!r}"
        answers = tuple(_without_pronoun(answer) for answer in note.answers)
        for answer in answers:
            if pointing := _IN_ANSWER.search(answer.plain):
                return f"its answer says {pointing[0]!r}"
        same = all(new is old for new, old in zip(answers, note.answers, strict=True))
        return note if same else replace(note, answers=answers)


def _without_pronoun(answer: Answer) -> Answer:
    first = answer.blocks[0] if answer.blocks else None
    if not isinstance(first, Paragraph):
        return answer
    found = _OPENING.match(first.text.plain)
    if not found:
        return answer
    verb = found["verb"].lower()
    if verb in ("is", "are", "was", "were"):
        start = found.end()
    elif base_of_third(verb) or verb in ("can", "may", "should", "must", "has", "have"):
        start = found.start("verb")
    else:
        return answer
    rest = first.text.slice(start)
    if not rest.runs:
        return answer
    blocks: tuple[Block, ...] = (Paragraph(_raised(rest), first.span), *answer.blocks[1:])
    return Answer(blocks, answer.span)


def _raised(text: Text) -> Text:
    first = text.runs[0]
    if first.marks & {"code", "math", "image"} or not first.text[:1].islower():
        return text
    raised = Inline(first.text[0].upper() + first.text[1:], first.line, first.end_line, first.marks, first.href)
    return Text((raised, *text.runs[1:]))
