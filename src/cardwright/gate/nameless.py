"""A note about nothing in particular: its term is a generic heading, a number or a link."""

from __future__ import annotations

from cardwright.core.document import shown
from cardwright.core.note import Note
from cardwright.text.regex import folded_regex

_GENERIC = frozenset(
    "introduction overview syntax example examples summary faq conclusion background note notes usage description "
    "details contents references general other others misc more next previous table figure image link links "
    "home start end todo tbd n/a none yes no you we they it".split()
)
_NO_NAME = folded_regex(r"^(?:[\W\d_]*|https?://\S+|\S+@\S+|[a-z]:?|www\.\S+)$")


class Nameless:
    """Turns down notes whose term says nothing.

    Not taken: a single letter in code (a variable); a number with a unit.
    Source: test Q07.
    """

    name = "nameless"

    def mend(self, note: Note) -> Note | str:
        """Give the note where its term names something."""
        if note.term is None or note.kind == "list" or note.term.marked("code"):
            return note
        term = shown(note.term)
        if term.lower() in _GENERIC or _NO_NAME.match(term):
            return f"{term!r} names nothing"
        return note
