"""A sentence that says what its subject is, where the document shows that the subject is a term."""

from __future__ import annotations

from collections.abc import Iterator

from cardwright.core.document import CodeBlock, MathBlock, Text
from cardwright.core.fact import Definition, Fact
from cardwright.core.record import dataclass
from cardwright.rules import english
from cardwright.rules.base import Reads, found, paragraph
from cardwright.rules.definiens import is_definiens
from cardwright.rules.passages import Passage, passages
from cardwright.rules.reading import Reading
from cardwright.rules.subject import Parts, take_apart
from cardwright.rules.terms import is_term, supports
from cardwright.text.capital import capitalised
from cardwright.text.normal import key
from cardwright.text.regex import holding, lazy_regex

_CUT = lazy_regex(
    r";\s|\swhereas\s|,\s(?:but|however|whereas|although|though|while)\s|\s[–—-]\s(?=(?:but|however|it|they|this)\b)"
)

VERBS = {"be", "be defined as", "be described as", "be understood as", "be thought of as", "be regarded as",
          "mean", "refer to",
          "stand for", "denote", "represent", "describe", "signify", "be characterized by", "be short for",
          "be an acronym for", "be an abbreviation for"}  # fmt: skip
_CONFIDENCE = {"what-is": 0.97, "title": 0.95, "heading": 0.93, "emphasis": 0.91, "link": 0.88, "recurring": 0.86}
"""Audited precision by what supports the term (definitions in the wild and the labelled articles)."""

_MAY_DEFINE = lazy_regex(
    r"\b(?:is|are|was|were|means?|refers? to|stands? for|denotes?|represents?|describes?|signif(?:y|ies))\b"
)
_REACH = 200
"""Characters within which a defining sentence has come to its verb, an intro included."""
_RECURS = 1
_MANY_USES = 3
"""Uses from which "the capacity" is the one that the article tells of."""


@dataclass(frozen=True, slots=True)
class _Judged:
    parts: Parts
    support: str


class DefinitionSentence:
    """Reads "X is a Y that Z" and its kin where X is the heading, the title, emphasised, or a term that recurs.

    Under "## Ballast", "Ballast is weight carried low to steady a ship." gives "What is ballast?".
    Not taken: pronouns and quantifiers as subject, evaluations ("is important"), superlatives, what points at the page.
    Source: DEFT, Wikipedia sentences and the labelled articles; 0.87 to 0.97 by the support.
    """

    name = "definition-sentence"
    reads: Reads = "en"
    confidence = 0.93

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the definitions in the prose of the article."""
        met: set[str] = set()
        for passage in passages(reading):
            judged = self._judge(passage, reading, met)
            if judged is None:
                continue
            parts = judged.parts
            yield Definition(
                found(
                    self.name,
                    reading,
                    passage.spot.section,
                    [passage.sentence.text],
                    evidence=f"{judged.support}: {parts.term.plain!r} {parts.verb}",
                    confidence=_CONFIDENCE[judged.support],
                    claims=(passage.sentence.claim,),
                ),
                parts.term if parts.article else reading.subject(parts.term),
                (paragraph(capitalised(clipped(parts.hedge + parts.predicate)), reading.article.path),),
                parts.lemma,
                parts.article,
                parts.aliases,
                parts.context,
                parts.plural,
            )

    def _judge(self, passage: Passage, reading: Reading, met: set[str]) -> _Judged | None:
        sentence = passage.sentence
        shows = isinstance(passage.spot.after, (MathBlock, CodeBlock))
        plain = sentence.plain
        if len(plain) < 20 or plain.rstrip().endswith("?" if shows else (":", "?")):
            return None
        if not _MAY_DEFINE.search(plain, 2, _REACH):
            return None
        parts = take_apart(_without_pointers(sentence.text))
        if parts is None or parts.lemma not in VERBS:
            return None
        heading = reading.headings[passage.spot.section]
        name = parts.term.plain
        pointing = name.lower() in ("it", "this", "they", "these") and passage.position == 0 and not passage.spot.depth
        if (
            pointing
            and heading.term
            and not heading.meta
            and (heading.what_is or _SAYS_WHAT.match(parts.predicate.plain))
        ):
            parts = Parts(
                Text.of(heading.term), parts.verb, parts.predicate, parts.context, heading.article, hedge=parts.hedge
            )
            return _Judged(parts, "what-is") if is_definiens(parts, "what-is", reading) else None
        if not is_term(name, shown=bool(parts.term.runs[0].marks & {"strong", "em"})):
            return None
        support = supports(parts, reading, passage.spot.section)
        if support in ("heading", "what-is") and (passage.position > 2 or passage.spot.depth):
            support = "late"
        term = key(name)
        first_mention = term not in met
        if support == "title" and not first_mention and passage.position > 3:
            support = ""
        met.add(term)
        of_the_moment = parts.article == "the" and " " not in name and name.islower()
        if not support and of_the_moment and reading.usage.count(name) < _MANY_USES:
            return None  # "the event" of the moment
        if support == "late" or (not support and parts.article not in ("this", "these") and _recurs(name, reading)):
            support = "recurring"
        return _Judged(parts, support) if support and is_definiens(parts, support, reading) else None


def _without_pointers(text: Text) -> Text:
    """Cut what points at the page off the end of a sentence: "(we'll see how)", ", and the subject of this book"."""
    tail = _POINTER.search(text.plain, 30)
    if tail is None or not english.DEICTIC.search(tail[0]) or english.DEICTIC.search(text.plain[: tail.start()]):
        return text
    return text.slice(0, tail.start())


_POINTER = lazy_regex(r"(?:\s[(（][^()（）]*[)）]|,\s(?:and|which|as|but)\s[^,]*)[.\s]*$", when=holding("(", "（", ","))


_SAYS_WHAT = lazy_regex(r"(?:an?|the)\s(?:\w+\s){1,5}?(?:that|which|who|of|for|used|in)\s")


def clipped(predicate: Text) -> Text:
    """Cut a predicate at a semicolon and at ", but" and its like; its full stop stays off a single phrase."""
    cut = _CUT.search(predicate.plain, 25)
    text = predicate.slice(0, cut.start()) if cut else predicate
    return text.strip().strip(":：")


def _recurs(name: str, reading: Reading) -> bool:
    if len(name) < 3:
        return False
    return reading.usage.count(name) >= _RECURS
