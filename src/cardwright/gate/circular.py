"""An answer that says no more than its question."""

from __future__ import annotations

import re

from cardwright.core.document import shown
from cardwright.core.note import Note
from cardwright.gate.words import content_words

_MIN_NEW = 2
"""An answer has at least two content words that its question has not, unless it is the long form of an acronym."""

_MAX_SHARED = 0.75
"""Of an answer's different content words at most three quarters may stand in the question (tests Q09, Q11)."""


class Circular:
    """Turns down notes whose answers repeat the question.

    "What is a sail boat?" with "A boat with a sail." is turned down.
    Not taken: the long form of an acronym; an answer that names its term beside much else.
    Source: tests Q09 and Q11.
    """

    name = "circular"

    def mend(self, note: Note) -> Note | str:
        """Give the note where each answer says something new."""
        asked = set(content_words(shown(note.question)))
        named = _stems(shown(note.term)) if note.term and note.kind != "list" else set()
        for answer in note.answers:
            said = set(content_words(answer.plain))
            if not said or note.kind == "fact":
                continue
            if note.term and _of_itself(shown(note.term), answer.plain):
                return "its answer says its term again"
            new = said - asked
            if len(new) < min(_MIN_NEW, len(said)) or len(said & asked) > _MAX_SHARED * len(said):
                return "its answer says no more than its question"
            code = note.term is not None and note.term.marked("code")
            word = content_words(shown(note.term)) if note.term and not code else ()
            if len(word) == 1 and word[0] in said and len(said) <= _FEW:
                return "its answer says its term again"
            stems = _stems(answer.plain) if len(named) > 1 else set()
            if len(named) > 1 and named <= stems and len(stems - named) < _MIN_BEYOND:
                return "its answer says its term again"
        return note


_FEW = 3
"""Content words of an answer that holds the one word of its term and so little else."""
_MIN_BEYOND = 4
"""Stems that an answer has beyond those of a term of several words that it repeats."""


def _of_itself(term: str, answer: str) -> bool:
    """Tell whether an answer opens with the bare term: "The availability of our services" of availability."""
    if term.lower() not in answer[: len(term) + len("the ")].lower():
        return False
    return bool(re.match(rf"(?:the\s|an?\s)?{re.escape(term)}\s(?:of|for)\s", answer, re.IGNORECASE))


def _stems(text: str) -> set[str]:
    """Give the first five letters of the content words: "compliance" and "compliant" are one."""
    return {word[:5] for word in content_words(text)}
