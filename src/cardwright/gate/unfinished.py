"""An answer that stops in the middle or begins in it: ends with a colon or a small word, opens with "and"."""

from __future__ import annotations

from cardwright.core.note import Note
from cardwright.gate.words import opening
from cardwright.text.regex import ending, folded_regex, lazy_regex

_ENDS = folded_regex(
    r"(?:[:：]|\b(?:and|or|the|a|an|of|to|with|for|in|by|such as|including|e\.g\.?))\s*$",
    when=ending(*":：", *"and or the a an of to with for in by as including e.g e.g.".split()),
)
_ENDS_ANYWHERE = lazy_regex(r"[:：]\s*$", when=ending(":", "："))
_OPENS = frozenset(("and", "or", "but", "which", "whose", "because", "so", "than", "else"))


class Unfinished:
    """Turns down answers and items that are not whole.

    Not taken: an answer that ends with a noun and no full stop, as definitions do.
    Source: test Q25.
    """

    name = "unfinished"

    def mend(self, note: Note) -> Note | str:
        """Give the note where everything it shows is whole."""
        ends = _ENDS if note.language in ("", "en") else _ENDS_ANYWHERE
        for answer in note.answers:
            if ends.search(answer.plain):
                return f"its answer ends in {answer.plain.split()[-1]!r}"
            if note.language in ("", "en") and opening(answer.plain) in _OPENS:
                return f"its answer opens with {opening(answer.plain)!r}"
        if sum(bool(ends.search(item.plain)) for item in note.items) > len(note.items) / 3:
            return "its items are not whole"
        return note
