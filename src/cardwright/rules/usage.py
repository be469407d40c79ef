"""How the running text of an article uses words: which phrases it holds, in which case, behind which article.

Looked up a few hundred times an article, so the text is brought into one searchable form once.
"""

from __future__ import annotations

import re

from cardwright.text.regex import lazy_regex

_WORD = lazy_regex(r"[\w'’/+#.-]*[\w+#]")
_NAMED = lazy_regex(r"(?<=[a-z,;] )[A-Z][\w-]*")
_ENDS_A_NAME = frozenset(
    "is was will can must should may has does who that to and or for of in "
    "on with at by when from as before after into "
    "than but if while until through over under between . \n".split(" ")
)
"""What may follow a name that ends; "a Scrum team" says nothing about the article of "Scrum"."""


class Usage:
    """The words of a running text, lines and punctuation as boundaries of their own."""

    def __init__(self, body: str) -> None:
        lines = [" ".join(_WORD.findall(part)) for part in re.split(r"\n|[.;:!?](?:\s|$)|[()\"“”,]", body)]
        self._exact = " . ".join(["", *lines, ""])
        self._folded = self._exact.lower()
        self._named = frozenset(_NAMED.findall(body))

    def holds(self, phrase: str) -> bool:
        """Tell whether the text holds a phrase in this very case."""
        return f" {phrase} " in self._exact

    def holds_within(self, phrase: str) -> bool:
        """Tell whether the text holds a phrase in this very case other than at the start of a sentence."""
        at = self._exact.find(f" {phrase} ")
        while at >= 0:
            if self._exact[at - 1] != ".":
                return True
            at = self._exact.find(f" {phrase} ", at + 1)
        return False

    def count(self, phrase: str) -> int:
        """Count a phrase and its plurals, in any case."""
        return self._folded.count(f" {phrase.lower()}")

    def names(self, word: str) -> bool:
        """Tell whether the text writes a word with a capital in the middle of a sentence."""
        return word in self._named

    def article_of(self, name: str) -> str:
        """Give the article that the text puts before a name that ends there: "a", "an", "the", or ""."""
        lowered = name.lower()
        for article in ("a", "an", "the"):
            wanted = f" {article} {lowered} "
            at = self._folded.find(wanted)
            while at >= 0:
                if self._folded[at + len(wanted) :].split(" ", 1)[0] in _ENDS_A_NAME:
                    return article
                at = self._folded.find(wanted, at + 1)
        return ""
