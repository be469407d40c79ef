"""Puts questions together from templates and the article's own marked words."""

from __future__ import annotations

from dataclasses import dataclass

from cardwright.core.document import Inline, Text


@dataclass(frozen=True, slots=True)
class Asked:
    """A worded question, the term it is about, and whether it names its subject by itself."""

    question: Text
    term: Text
    subject_known: bool = False


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
    return Text((*text(before).runs, *kept, *text(after).runs))
