"""A bracket or a quotation mark that is opened and not closed: the text was cut in the wrong place."""

from __future__ import annotations

from cardwright.core.document import Text
from cardwright.core.note import Note
from cardwright.gate.words import prose, prose_of
from cardwright.text.regex import lazy_regex

_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("（", "）"))


class Brackets:
    """Turns down questions and list items with an open bracket, and answers that lack a closing one.

    Not taken: "1)" and smileys in answers; code.
    Source: the filter on unbalanced brackets in definitions.
    """

    name = "brackets"

    def mend(self, note: Note) -> Note | str:
        """Give the note where every bracket that opens closes."""
        texts: list[Text] = [note.question, *(item.text for item in note.items)]
        for text in texts:
            if not _balanced(prose(text)):
                return "a bracket in its question or an item is not closed"
        for answer in note.answers:
            for paragraph in map(_high, prose_of(answer.blocks)):
                if any(paragraph.count(a) > paragraph.count(b) for a, b in _PAIRS):
                    return "a bracket in its answer is not closed"
        return note


_LOW_QUOTED = lazy_regex(r"„([^„“”]*)[“”]")


def _high(text: str) -> str:
    """Give the text with quotation marks that open low and close high ("„Keim“") taken off."""
    return _LOW_QUOTED.sub(r"\1", text) if "„" in text else text


def _balanced(text: str) -> bool:
    text = _high(text)
    return all(text.count(a) == text.count(b) for a, b in _PAIRS)
