"""Markdown, HTML or template code left over in a card's text."""

from __future__ import annotations

from cardwright.core.note import Note
from cardwright.gate.words import prose, prose_of
from cardwright.text.regex import lazy_regex

_SIGN = lazy_regex(r"[][*_`{}%<>&|#]")
_LEFT_OVER = lazy_regex(
    r"\*\*|__\w|`|\]\(|\]\[|\{\{|\}\}|\{%|%\}|<%|%>|</?[a-zA-Z][^>\n]*>|^#{1,6}\s|\[\^|:::|&[a-z]+;|\|\s*\|",
    when=lambda text: _SIGN.search(text) is not None or ":::" in text,
)


class Markup:
    """Turns down notes with literal `**`, links, tags or template code outside of code.

    Not taken: the same characters inside code or a formula; a single star or underscore.
    Source: test Q25.
    """

    name = "markup"

    def mend(self, note: Note) -> Note | str:
        """Give the note where no mark is left over."""
        texts = [prose(note.question), *(prose(item.text) for item in note.items)]
        for answer in note.answers:
            texts.extend(prose_of(answer.blocks))
        for text in texts:
            if left := _LEFT_OVER.search(text):
                return f"it shows {left[0]!r}"
        return note
