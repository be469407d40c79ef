"""A known or emphasised term with its definition beside it: "the *boom*, a spar that holds the foot of a sail, ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardwright.core.document import Text
from cardwright.core.fact import Definition, Fact
from cardwright.rules import english
from cardwright.rules.base import Reads, found, paragraph, word_count
from cardwright.rules.noun_phrase import defines
from cardwright.rules.passages import Passage, passages
from cardwright.rules.reading import Reading
from cardwright.rules.subject import MAX_SUBJECT_WORDS
from cardwright.rules.terms import is_term
from cardwright.text.capital import capitalised
from cardwright.text.normal import key
from cardwright.text.regex import lazy_regex

_BESIDE = lazy_regex(
    r"(?::\s+(?=(?:an?|the|any|one)\s)|,\s+(?:that is|i\.e\.),?\s+|,\s+(?:which|"
    r"who)\s+(?:is|are|means?|refers? to)\s+(?=(?:an?|the|any|one of|\w+ that|"
    r"\w+ \w+)\b)|,\s+(?=(?:an?|the|any)\s)|\s[(（](?=(?:an?|the|any)\s))"
    r"(?P<what>[^,;:()（）]{12,200}?)(?P<end>[,;)）]|\s[–—-]\s|\.?$)"
)
_INTRO = lazy_regex(
    r"(?:when|if|in|for|after|before|while|once|as|by|with|to|since|because|although|though|during|on|at|using|unlike|"
    r"like|whenever|until|under)\s",
    re.IGNORECASE,
)
"""Opens a clause that a comma ends: what follows is the sentence itself, and defines nothing."""
_HOW_IT_IS = lazy_regex(r"(?:\w+ly|\w+ed|often|sometimes|not|also|still|very|always|never|more|less)\s", re.IGNORECASE)
_NARROWS = lazy_regex(r"\b(?:that|which|who|of|for|used|to|with|where|whose|by|from|in|designed|embodied|whereby)\b")


class Apposition:
    """Reads a definition that stands beside its term, where the term is emphasised or a heading of the article.

    "the **boom**, a spar that holds the foot of a sail, swings" gives "What is a boom?".
    Not taken: names of people and places, plain words, an apposition that narrows nothing ("the boom, a spar").
    Source: audited in the wild; only at a term that is emphasised or already known.
    """

    name = "apposition"
    reads: Reads = "en"
    confidence = 0.88

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the definitions that stand beside emphasised or known terms."""
        known = frozenset(k for heading in reading.headings for k in heading.keys) | reading.title_keys
        for passage in passages(reading):
            plain = passage.sentence.text.plain
            if "," not in plain and "(" not in plain:
                continue
            for term, what in (*_opening(passage, reading), *_pairs(passage, known, reading)):
                yield Definition(
                    found(
                        self.name,
                        reading,
                        passage.spot.section,
                        [term, what],
                        evidence=f"beside {term.plain!r}",
                        confidence=self.confidence,
                        claims=(f"{passage.sentence.claim}:{key(term.plain)}", f"term {key(term.plain)}"),
                    ),
                    reading.term(term),
                    (paragraph(capitalised(what), reading.article.path),),
                    article=reading.article_of(term.plain),
                )


_OPENS = lazy_regex(
    r"(?P<article>(?:an?|the)\s+)?(?P<term>[^,;:()]{3,60}?)(?=,\s(?:an?|the|any)\s.{20,160}?,\s[a-z]+s\s)",
    re.IGNORECASE,
    when=lambda text: text.count(",") > 1,
)


def _opening(passage: Passage, reading: Reading) -> Iterator[tuple[Text, Text]]:
    """Read "Subnetting, the practice of dividing a network, plays ..." where the subject is a heading or the title."""
    text = passage.sentence.text
    match = _OPENS.match(text.plain)
    if match is None:
        return
    keys = reading.headings[passage.spot.section].keys | reading.title_keys
    if key(match["term"]) in keys or (match["article"] or "").lower().strip() in ("a", "an"):
        end = _GOES_ON.search(text.plain, match.end() + 20)
        pair = _beside(text, match.start("term"), match.end("term"), until=end.start() if end else 0)
        if pair:
            yield pair


_GOES_ON = lazy_regex(r",\s[a-z]+s\s")


def _pairs(passage: Passage, known: frozenset[str], reading: Reading) -> Iterator[tuple[Text, Text]]:
    text = passage.sentence.text
    at = 0
    for run in text.runs:
        end = at + len(run.plain)
        if run.marks & {"strong", "em"} and not run.marks & {"code", "image"}:
            pair = _beside(text, at, end)
            if pair:
                yield pair
        at = end
    intro = _INTRO.match(text.plain)
    for match in _NAMED.finditer(text.plain):
        if intro and "," not in text.plain[: match.end()]:
            continue
        name = match["name"]
        the = (match["article"] or "").lower() == "the"
        which = match["which"] and not the
        narrowed = the and " " in name and name.islower() and _TOLD_APART.match(text.plain, match.end())
        if key(name) in known or which or narrowed or _counted(text, match, reading):
            pair = _beside(text, match.start("name"), match.end("name"))
            if pair:
                yield pair


def _counted(text: Text, match: re.Match[str], reading: Reading) -> bool:
    """Tell whether a name that is a link or comes back has "a ..." beside it; with "the" it may be one of a row."""
    name = match["name"]
    if not re.match(r",\s(?:an?|which)\s|\s[(]an?\s", text.plain[match.end() :]) or _PERSON.match(name):
        return False
    linked = all(run.href for run in text.slice(match.start("name"), match.end("name")).runs)
    return linked or reading.usage.count(name) >= _MIN_USES


_NAMED = lazy_regex(
    r"\b(?:(?P<article>the|an?)|called|as|is|or|and|of)\s+(?!called|known|also|an?\s|the\s|of\s|in\s)(?P<name>[\w.-]*\w(?:\s(?!(?:an?|the|of|in|is|are|with|and|or|to|for|by|on|as|that)\s)[\w-]+){0,3}?)"
    r"(?=,\s(?:an?|the)\s|\s\((?:an?|the)\s|,\s(?P<which>which|who)\s(?:is|are)\s)",
    re.IGNORECASE,
)
"""A name with its definition behind a comma or in brackets: "a sheet, which is a rope that ..."."""
_TOLD_APART = lazy_regex(r",\san?\s(?:[\w-]+\s){1,4}(?:that|which|for|used to|of)\s", re.IGNORECASE)
_PERSON = lazy_regex(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+$")
_MIN_USES = 3


def _beside(text: Text, start: int, end: int, *, until: int = 0) -> tuple[Text, Text] | None:
    match = _BESIDE.match(text.plain, end)
    if match is None:
        return None
    until = max(until, match.end("what"))
    term, what = text.slice(start, end).strip(' "“”'), text.slice(match.start("what"), until).strip(" .")
    if (
        not is_term(term.plain)
        or len(term.plain.split()) > MAX_SUBJECT_WORDS
        or word_count(what.plain) < (3 if "which" in match[0] else 4)
    ):
        return None
    called = text.plain[:start].rstrip().endswith(("called", "known as")) and re.match(r"an?\s", what.plain)
    if re.search(r"\d", term.plain) or _HOW_IT_IS.match(what.plain):
        return None
    if (
        english.EVALUATIVE.match(what.plain)
        or english.DEICTIC.search(what.plain)
        or not (called or _NARROWS.search(what.plain))
    ):
        return None
    if not defines(what, term.plain) or re.search(
        r"(?:^|[.;]\s)(?:in|under|for|at|by)\s[\"“]?$", text.plain[:start], re.IGNORECASE
    ):
        return None
    return term, what
