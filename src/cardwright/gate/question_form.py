"""A question that is none: no question mark, yes or no, too short or too long."""

from __future__ import annotations

from cardwright.core.document import shown
from cardwright.core.note import Note
from cardwright.text.regex import folded_regex, starting, wording

_MAX_WORDS = 25
_MIN_WORDS = 3
"""Test Q04; "What is ballast?" has three words."""

_YES_NO = folded_regex(
    r"^(?:is|are|was|were|do|does|did|can|could|should|would|will|must|has|have|may)\b",
    when=starting(*"is are was were do did can could should would will must has have may".split()),
)
_OPENING = folded_regex(r"^(?:[^?]{1,120}[:,] )?(?:what|which|who|whom|whose|where|when|why|how)\b")

_CUT = folded_regex(
    r"\b(?:that|which|who) (?:should|must|can|could|will|would|may|might)(?: \w+)?\?$",
    when=wording("should must can could will would may might"),
)
"""A clause that lost its object: "what are the conditions that should make?"."""


class QuestionForm:
    """Turns down questions that nobody would put.

    Not taken: a question after its context ("In sailing, what is a sheet?"); another language; a list, whose front is
    the author's own sentence where no question fits.
    Source: tests Q03, Q04 and Q08.
    """

    name = "question-form"

    def mend(self, note: Note) -> Note | str:
        """Give the note where its question is one."""
        question = shown(note.question)
        if note.language not in ("", "en"):
            return note if len(question.split()) <= 2 * _MAX_WORDS else "its question is too long"
        if not question.endswith("?"):
            return "its question does not end with a question mark"
        if _YES_NO.match(question) or not _OPENING.match(question):
            return "its question does not ask what, which, who, where, when, why or how"
        if _CUT.search(question):
            return "its question stops in the middle"
        if not _MIN_WORDS <= len(question.split()) <= _MAX_WORDS:
            return f"its question has {len(question.split())} words instead of {_MIN_WORDS} to {_MAX_WORDS}"
        return note
