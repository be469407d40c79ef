"""A sentence that tells what happens in its emphasised or known intro: "In **wet rot**, ...", "During a gybe, ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardwright.core.fact import Definition, Fact
from cardwright.rules import english
from cardwright.rules.base import Reads, found, paragraph, word_count
from cardwright.rules.passages import Passage, passages
from cardwright.rules.reading import Reading
from cardwright.rules.terms import is_term
from cardwright.text.capital import capitalised
from cardwright.text.english import is_base_verb
from cardwright.text.normal import key, singular
from cardwright.text.regex import lazy_regex, starting

_INTRO = lazy_regex(
    r"(?P<in>In|During|Under|With)\s(?:(?P<article>an?|the)\s)?(?P<term>[^,;:.()]{3,50}?),\s(?P<what>[^,].{20,})$",
    when=starting("in", "during", "under", "with"),
)
_EVENT = lazy_regex(r"\w{2,}(?:ing|tion|sion|ment|ance|ence|ure|ysis|al)$", re.IGNORECASE)
"""What goes on: its name is made of a verb."""

_MIN_WORDS = 6
_MIN_USES = 2
_MAY = lazy_regex(r"(?:[\w'’-]+\s){1,7}?(?:may|might|should|must|can|could)\s")
"""What only may happen, or should, is no account of the event."""
_TALKS = lazy_regex(r"(?:you|we|i|they|it|he|she|there|this|that|these|those|let)\b", re.IGNORECASE)


class WhatHappens:
    """Reads what a sentence tells of the event in its intro, where the document shows that the event is a term.

    "During a gybe, the boom swings across the boat." under "## Gybe" gives "What happens during a gybe?".
    Not taken: places and times ("In London", "In 1990"), an event that nothing supports, talk to the reader.
    Source: labelled articles; the support of definition sentences.
    """

    name = "what-happens"
    reads: Reads = "en"
    confidence = 0.88

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give what happens in each known event, once."""
        met: set[str] = set()
        for passage in passages(reading):
            text = passage.sentence.text
            intro = _INTRO.match(passage.sentence.plain)
            if intro is None or key(intro["term"]) in met:
                continue
            support = _support(passage, intro, reading)
            what = text.slice(intro.start("what"))
            if (
                not support
                or word_count(what.plain) < _MIN_WORDS
                or _TALKS.match(what.plain)
                or _MAY.match(what.plain)
                or english.DEICTIC.search(what.plain)
                or what.plain.rstrip().endswith((":", "?"))
            ):
                continue
            met.add(key(intro["term"]))
            yield Definition(
                found(
                    self.name,
                    reading,
                    passage.spot.section,
                    [text],
                    evidence=f"{support}: {intro['in']} {intro['term']!r}",
                    confidence=self.confidence,
                    claims=(passage.sentence.claim,),
                ),
                text.slice(intro.start("term"), intro.end("term")).strip(),
                (paragraph(capitalised(what), reading.article.path),),
                f"happen {intro['in'].lower()}",
                intro["article"] or "",
            )


def _support(passage: Passage, intro: re.Match[str], reading: Reading) -> str:
    """Say what makes the intro's event a term: "emphasis", "heading", "recurring", "" for nothing."""
    name = intro["term"]
    if not is_term(name) or re.search(r"\d{3}|^(?:the )?(?:same|other|first|next|last|past|end|event|case)\b", name):
        return ""
    head = singular(re.split(r"\s(?:of|for|in|on)\s", name)[0].split()[-1].lower())
    event = bool(_EVENT.match(head)) or is_base_verb(head)
    if intro["in"] in ("In", "Under", "With") and not event:
        return ""
    term = passage.sentence.text.slice(intro.start("term"), intro.end("term")).strip()
    if term.runs and all(run.marks & {"strong", "em"} for run in term.runs if run.text.strip()):
        return "emphasis"
    if intro["in"] == "With":
        return ""
    heading = reading.headings[passage.spot.section]
    if key(name) in heading.keys or key(name) in reading.title_keys:
        return "heading"
    during = intro["in"] == "During" and event and reading.usage.count(name) >= _MIN_USES
    return "recurring" if during and passage.position <= _MIN_USES else ""
