"""A sentence that states a thing's purpose or its like: "The goal of X is to ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardwright.core.fact import Entry, Fact, Topic
from cardwright.rules import english
from cardwright.rules.base import Reads, found, paragraph, word_count
from cardwright.rules.passages import passages
from cardwright.rules.reading import Reading
from cardwright.text.capital import capitalised
from cardwright.text.english import is_plural
from cardwright.text.regex import WordSet, lazy_regex, starting

_STATES = lazy_regex(
    r"^(?:the )?(?:main |primary |overall |ultimate |key |core )?(?P<aspect>goal|"
    r"purpose|aim|objective|role|job|function|intent|task|point|"
    r"responsibility|advantage|disadvantage|benefit|drawback|downside)s? of (?P<topic>(?:an? |"
    r"the |any )?[^,;:.()]{3,50}?) (?:is|are) "
    r"(?P<what>(?:to|that)\s.+)$",
    re.IGNORECASE,
    when=starting(
        *"the main primary overall ultimate key core goal purpose aim objective role job function intent".split(),
        *"task point responsibility advantage disadvantage benefit drawback downside".split(),
    ),
)
_POINTING = WordSet("this these that it your our my using having")


class StatedPurpose:
    """Reads "The goal of X is to V" and its kin.

    "The purpose of a keel is to keep the boat upright." gives "What is the purpose of a keel?".
    Not taken: "the goal of this chapter", a purpose of fewer than four words.
    Source: labelled articles.
    """

    name = "stated-purpose"
    reads: Reads = "en"
    confidence = 0.92

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the purposes that sentences state."""
        for passage in passages(reading):
            text = passage.sentence.text
            states = _STATES.match(passage.sentence.plain)
            if states is None or _POINTING.search(states["topic"]) or states["aspect"].lower() == "point":
                continue
            what = text.slice(states.start("what"))
            if word_count(what.plain) < 4 or english.DEICTIC.search(what.plain):
                continue
            yield Entry(
                found(
                    self.name,
                    reading,
                    passage.spot.section,
                    [text],
                    evidence=f"{states['aspect']} of {states['topic']!r}",
                    confidence=self.confidence,
                    claims=(passage.sentence.claim,),
                ),
                text.slice(states.start("topic"), states.end("topic")),
                (paragraph(capitalised(what), reading.article.path),),
                Topic(states["topic"], "noun", is_plural(states["topic"])),
                aspect=states["aspect"].lower(),
            )
