"""A sentence that names its term last: "A rope that holds a sail is called a sheet"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardwright.core.document import Text
from cardwright.core.fact import Definition, Fact
from cardwright.rules import english
from cardwright.rules.base import Reads, found, paragraph, word_count
from cardwright.rules.headings import Heading
from cardwright.rules.passages import Passage, passages
from cardwright.rules.reading import Reading
from cardwright.rules.subject import MAX_SUBJECT_WORDS
from cardwright.rules.terms import is_term
from cardwright.text.capital import capitalised
from cardwright.text.english import AUXILIARIES, base_of_third
from cardwright.text.normal import key
from cardwright.text.regex import holding, lazy_regex

_CALLED = lazy_regex(
    r"(?:,?\s*(?:which|that|and)?\s*(?:is|are|this is|these are|it is|we call (?:this|these|it))?\s*"
    r"(?:also |commonly |often |usually |generally |sometimes |collectively )?(?:called|"
    r"known as|referred to as|termed|dubbed|said to(?: be)?|becomes?))\s+"
    r"(?:(?P<article>an?|the)\s+)?(?P<quote>[\"“'‘*]*)(?P<term>[^.,;:!?()]{2,60}?)[\"”'’*]*\s*[.,]?$",
    re.IGNORECASE,
)
_NO_NAME = lazy_regex(
    r"(?:again|once|twice|first|last|later|instead|\w+ly|by|from|on|with|when|after|before|for|in|at|to|if|as|until|without)\b",
    re.IGNORECASE,
)
"""What stands behind "is called" where it means that it is run."""
_AND = lazy_regex(r",\s(?:and|while|but|whereas)\s", when=holding(","))
_TERM_FOR = lazy_regex(
    r"^(?P<term>.{2,60}?)\s+(?:is|are)\s+(?:the|a)\s+(?:\w+\s)?(?:term|name|"
    r"word)\s+(?:used\s+)?(?:for|given to|to describe)\s+(?P<what>.+)$",
    re.IGNORECASE,
    when=holding("term", "name", "word"),
)
_MAY_NAME = lazy_regex(
    r"called|known as|referred to|termed|dubbed|said to|become",
    when=holding("called", "known", "referred", "termed", "dubbed", "said to", "become"),
)
_IS_CALLED = lazy_regex(r"\b(?:is|are) (?:called|known as)\s")
_MIN_WORDS = 3
_MAX_WORDS = 20
"""What names its term last and is longer tells a story before it."""
_MOST = 40
"""Words of a definition whose term is the heading."""


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
            readings = (
                _named_within(passage),
                _called(passage),
                _term_for(passage, reading),
                _said_to_be(passage, reading),
            )
            heading = reading.headings[passage.spot.section]
            parsed = next((parts for parts in readings if parts and _names(*parts[:2], heading)), None)
            if parsed is None:
                continue
            term, what, article = parsed
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


def _names(term: Text, what: Text, heading: Heading) -> bool:
    """Tell whether a term found last can be one, and what stands before it can define it."""
    if (
        not is_term(term.plain, named=True)
        or len(term.plain.split()) > MAX_SUBJECT_WORDS
        or not _MIN_WORDS <= word_count(what.plain) <= (_MOST if key(term.plain) in heading.keys else _MAX_WORDS)
    ):
        return False
    if re.search(r"\b(?:these|this|those|such)\b|\b(?:perhaps|maybe|say)$", what.plain.lower()):
        return False
    opening = what.plain.split()[0].lower()
    return opening not in english.PRONOUNS - _OPENERS and not english.DEICTIC.search(what.plain)


_OPENERS = frozenset("when if what one each any every all".split())
"""Words of those that open no term which may open a definition."""


def _called(passage: Passage) -> tuple[Text, Text, str] | None:
    text = passage.sentence.text
    if not _MAY_NAME.search(text.plain):
        return None
    found_at = _CALLED.search(text.plain)
    if not found_at or found_at.start() < 15:
        return None
    if _NO_NAME.match(found_at["term"]):
        return None
    term = text.slice(found_at.start("term"), found_at.end("term")).strip()
    shown = bool(term.runs) and bool(term.runs[0].marks & {"strong", "em"} or found_at["quote"])
    if not shown and (found_at.start() < 30 or not _IS_CALLED.search(found_at[0]) or len(term.plain.split()) > 4):
        return None
    begin = max((m.end() for m in _AND.finditer(text.plain[: found_at.start()])), default=0)
    what = text.slice(begin, found_at.start()).strip(" ,")
    named = re.search(r"\b(?:is|are|we call|become)", found_at[0])
    if not named and any(base_of_third(word) or word in AUXILIARIES for word in what.plain.split()[1:5]):
        return None  # of "the boat carries a rope called a *sheet*" only the rope is one
    return term, what, (found_at["article"] or "").lower()


_NAMES = lazy_regex(
    r"(?:,\s)?(?P<be>(?:is|are)\s)?(?:also |commonly |often |usually |generally |sometimes )?"
    r"(?:called|known as|referred to as|termed)\s(?:(?P<article>an?|the)\s)?[\"“'‘]?$"
)
_LAST_CLAUSE = lazy_regex(r"[,;:]\s[^,;:]*$")
_ARTICLED = lazy_regex(r"(?:an?|any|every|the)\s", re.IGNORECASE)
_NOUN_PHRASE = lazy_regex(r"\b(?:an?|any)\s(?=\w)")
_FINITE = lazy_regex(
    r"\b(?:is|are|was|were|has|have|had|can|will|may|must|should|do|does)\b|\w(?:ed|s) (?:an?|the|by|to|how|what)\b"
)


def _named_within(passage: Passage) -> tuple[Text, Text, str] | None:
    """Read "a rope called a *sheet*" and "The rope is called a *sheet*, and ...", the term emphasised."""
    text = passage.sentence.text
    if not _MAY_NAME.search(text.plain):
        return None
    at = 0
    for run in text.runs:
        start, at = at, at + len(run.plain)
        if not run.marks & {"strong", "em"} or "code" in run.marks:
            continue
        names = _NAMES.search(text.plain, 0, start)
        if names is None:
            continue
        clause = _LAST_CLAUSE.search(text.plain, 0, names.start())
        begin = clause.start() + 2 if clause else 0
        openings = [m.start() for m in _NOUN_PHRASE.finditer(text.plain, begin, names.start())]
        if passage.spot.depth and not begin and not passage.sentence.number:  # an item that is a phrase as a whole
            openings.insert(0, 0)
        if names["be"]:  # the sentence's own subject, from its beginning
            opening = _ARTICLED.match(text.plain, begin)
            openings = [begin] if opening else []
        phrase = next((o for o in openings if names["be"] or not _FINITE.search(text.plain, o, names.start())), None)
        if phrase is not None:
            return run_text(text, start, at), _trimmed(text.slice(phrase, names.start())), names["article"] or ""
    return None


_SAID_TO_BE = lazy_regex(
    r"(?:^|\s)(?:defines?|defined|describes?)\s(?:(?P<article>an?|the)\s)?(?:the term |the concept of )?"
    r"[\"“'‘]?(?P<term>[^,;:.()\"”]{3,60}?)[\"”'’]?(?:\s\((?P<alias>[^()]{2,30})\))?\sas:?\s[\"“]?(?P<what>\w.{15,}?)[\"”]?$"
)
_MEANT = lazy_regex(
    r"(?:when (?:we|i|people) (?:say|talk about|speak of)|by)\s[\"“'‘]?(?P<term>[^,;:.()\"”]{3,50}?)[\"”'’]?,?\s"
    r"(?:we|i|they) mean\s(?P<what>.{15,})$",
    re.IGNORECASE,
)


def _said_to_be(passage: Passage, reading: Reading) -> tuple[Text, Text, str] | None:
    """Read "The law defines a vessel as anything that floats" and "By ballast we mean weight carried low"."""
    text = passage.sentence.text
    match = _SAID_TO_BE.search(passage.sentence.plain) or _MEANT.search(passage.sentence.plain)
    if match is None or re.search(r"\b(?:it|this|that|them|itself|themselves)$", match["term"]):
        return None
    term = text.slice(match.start("term"), match.end("term")).strip()
    article = match.groupdict().get("article") or ""
    return reading.term(term), text.slice(match.start("what"), match.end("what")).strip(' .“”"'), article


def _trimmed(what: Text) -> Text:
    what = what.strip(" ,")
    return what.slice(0, len(what.plain) - len(" as well")) if what.plain.endswith(" as well") else what


def run_text(text: Text, start: int, end: int) -> Text:
    """Give a piece of a text without blanks and quotes around it."""
    return text.slice(start, end).strip(" \"“”'‘’.,")


def _term_for(passage: Passage, reading: Reading) -> tuple[Text, Text, str] | None:
    text = passage.sentence.text
    match = _TERM_FOR.match(text.plain)
    if not match:
        return None
    term = text.slice(0, match.end("term")).strip()
    return reading.term(term), text.slice(match.start("what")), ""
