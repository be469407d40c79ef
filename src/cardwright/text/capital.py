"""A text whose first letter is in upper case."""

from __future__ import annotations

from cardwright.core.document import Inline, Text
from cardwright.text.regex import lazy_regex

_FIRST_WORD = lazy_regex(r"[\"'“‘(]*(\w*)")


def capitalised(text: Text) -> Text:
    """Give the text with its first letter in upper case, unless its first word is code or has a shape of its own."""
    if not text.runs:
        return text
    first = text.runs[0]
    word = None if first.marks & {"code", "math", "image"} else _FIRST_WORD.match(first.text)
    if not word or any(c.isupper() or c.isdigit() for c in word[1]):
        return text
    at = word.start(1)
    raised = first.text[:at] + first.text[at : at + 1].upper() + first.text[at + 1 :]
    return Text((Inline(raised, first.line, first.end_line, first.marks, first.href), *text.runs[1:]))
