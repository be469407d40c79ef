"""A sentence that names its term last: "A rope that holds a sail is called a sheet"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardwright.core.document import Text
from cardwright.core.fact import Definition, Fact
from cardwright.rules import english
from cardwright.rules.base import Reads, found, paragraph, word_count
from cardwright.rules.passages import Passage, passages
from cardwright.rules.reading import Reading
from cardwright.rules.subject import MAX_SUBJECT_WORDS
from cardwright.rules.terms import is_term
from cardwright.text.capital import capitalised

_CALLED = re.compile(
    r"(?:,?\s*(?:which|that|and)?\s*(?:is|are|this is|these are|it is|we call (?:this|these|it))?\s*"
    r"(?:also |commonly |often |usually |generally |sometimes |collectively )?(?:called|"
    r"known as|referred to as|termed|dubbed|said to(?: be)?|becomes?))\s+"
    r"(?:(?P<article>an?|the)\s+)?(?P<quote>[\"“'‘*]*)(?P<term>[^.,;:!?()]{2,60}?)[\"”'’*]*\s*[.,]?$",
    re.IGNORECASE,
)
_TERM_FOR = re.compile(
    r"^(?P<term>.{2,60}?)\s+(?:is|are)\s+(?:the|a)\s+(?:\w+\s)?(?:term|name|"
    r"word)\s+(?:used\s+)?(?:for|given to|to describe)\s+(?P<what>.+)$",
    re.IGNORECASE,
)
_MAY_NAME = re.compile(r"called|known as|referred to|termed|dubbed|said to|become")
_MIN_WORDS = 3
_MAX_WORDS = 20
"""What names its term last and is longer tells a story before it."""


class KnownAs:
    """Reads definitions that end with an emphasised term, and "X is the term for Y".

    "A rope that controls a sail is called a *sheet*." gives "What is a sheet?".
    Not taken: an unemphasised name at the end, definitions of fewer than five words, pronouns as the thing named.
    Source: audited in the wild: 0.93, "is the term for" 1.0.
    """

    name = "known-as"
    reads: Reads = "en"
    confidence = 0.92

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the definitions whose term comes last."""
        for passage in passages(reading):
            parsed = _called(passage) or _term_for(passage, reading)
            if parsed is None:
                continue
            term, what, article = parsed
            if (
                not is_term(term.plain, named=True)
                or len(term.plain.split()) > MAX_SUBJECT_WORDS
                or not _MIN_WORDS <= word_count(what.plain) <= _MAX_WORDS
            ):
                continue
            opening = what.plain.split()[0].lower()
            if opening in english.PRONOUNS - {
                "when",
                "if",
                "what",
                "one",
                "each",
                "any",
                "every",
                "all",
            } or english.DEICTIC.search(what.plain):
                continue
            yield Definition(
                found(
                    self.name,
                    reading,
                    passage.spot.section,
                    [passage.sentence.text],
                    evidence=f"named last: {term.plain!r}",
                    confidence=self.confidence,
                    claims=(passage.sentence.claim,),
                ),
                term,
                (paragraph(capitalised(what), reading.article.path),),
                article=article,
            )


def _called(passage: Passage) -> tuple[Text, Text, str] | None:
    text = passage.sentence.text
    if not _MAY_NAME.search(text.plain):
        return None
    found_at = _CALLED.search(text.plain)
    if not found_at or found_at.start() < 15:
        return None
    term = text.slice(found_at.start("term"), found_at.end("term")).strip()
    shown = bool(term.runs) and bool(term.runs[0].marks & {"strong", "em"} or found_at["quote"])
    if not shown and (
        found_at.start() < 30
        or not re.search(r"\b(?:is|are) (?:called|known as)\s", found_at[0])
        or len(term.plain.split()) > 4
    ):
        return None
    return term, text.slice(0, found_at.start()).strip(" ,"), (found_at["article"] or "").lower()


def _term_for(passage: Passage, reading: Reading) -> tuple[Text, Text, str] | None:
    text = passage.sentence.text
    match = _TERM_FOR.match(text.plain)
    if not match:
        return None
    term = text.slice(0, match.end("term")).strip()
    return reading.term(term), text.slice(match.start("what")), ""
