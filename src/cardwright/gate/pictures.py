"""An answer that is nothing but a picture without words."""

from __future__ import annotations

from cardwright.core.note import Note


class Pictures:
    """Turns down answers and items in which there is nothing to read.

    Not taken: a picture with an alternative text; code; a formula.
    Source: test Q26.
    """

    name = "pictures"

    def mend(self, note: Note) -> Note | str:
        """Give the note where every answer and item has words."""
        if any(not answer.plain.strip() for answer in note.answers) or any(not item.plain for item in note.items):
            return "there is nothing to read in it"
        return note
