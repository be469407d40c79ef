"""Puts questions together from templates and the article's own marked words."""

from __future__ import annotations

from cardwright.core.document import Inline, Text
from cardwright.core.record import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A worded question and the term it is about.

    `alone`: the term is a name that says its field by itself. `within`: what the term belongs to, where that is nearer
    than the article's title. `echo`: characters that the answer opens with and the question says already.
    """

    question: Text
    term: Text
    alone: bool = False
    within: str = ""
    echo: int = 0


def text(plain: str) -> Text:
    """Make a text of words that stand nowhere in particular."""
    return Text((Inline(plain),)) if plain else Text()


def with_term(before: str, term: Text, after: str) -> Text:
    """Put a term between two pieces of a template; of its marks only code and maths stay."""
    kept = tuple(
        Inline(run.text, run.line, run.end_line, run.marks & {"code", "math", "sub", "sup"})
        for run in term.runs
        if "image" not in run.marks
    )
    opening = (Inline(before),) if before else ()
    end = (Inline(after),) if after else ()
    return Text((*opening, *kept, *end))


def lowered(question: Text) -> Text:
    """Give a question as it goes on behind a prefix: its first word in lower case where that is a question word."""
    first = question.runs[0]
    word = first.text.split(" ", 1)[0].strip(",")
    if word.lower() not in (
        "what",
        "which",
        "how",
        "when",
        "why",
        "who",
        "where",
        "in",
        "to",
        "if",
        "with",
        "at",
        "for",
    ):
        return question
    start = Inline(first.text[0].lower() + first.text[1:], first.line, first.end_line, first.marks, first.href)
    return Text((start, *question.runs[1:]))
