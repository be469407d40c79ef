"""A sentence that says what its subject is, where the document shows that the subject is a term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cardwright.core.document import CodeBlock, MathBlock, Text
from cardwright.core.fact import Definition, Fact
from cardwright.rules import english
from cardwright.rules.base import Reads, capitalised, found, paragraph, word_count
from cardwright.rules.noun_phrase import defines
from cardwright.rules.passages import Passage, passages
from cardwright.rules.reading import Reading
from cardwright.rules.subject import Parts, is_term, supports, take_apart
from cardwright.text.english import is_plural
from cardwright.text.normal import key

_CUT = re.compile(
    r";\s|\swhereas\s|,\s(?:but|however|whereas|although|though|while)\s|\s[–—-]\s(?=(?:but|however|it|they|this)\b)"
)
_SUPERLATIVE = re.compile(
    r"^the\s+(?:most|best|worst|only|first|last|main|least|(?!test|rest|forest|"
    r"interest|request|guest|west|manifest|honest|contest|latest)\w+est)\b",
    re.IGNORECASE,
)
_NOUN_PHRASE = re.compile(
    r"^(?:(?:\w+ly\s+)?(?:an?|any|one of|another)\s|the\s)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:that|which|who|where|whose|of|for|used|to|with|between|from|in|by|made|designed|added|when)\b"
)
_PARTICIPLE = re.compile(r"^(?:\w+ly\s+)?(?:\w{2,}ed|fed|led|made|built|written|known|called|given|kept|held|"
r"run|sent|set|put|done|found|seen|shown|taken|told|"
                         r"being|\w{3,}ing|not|also|all|both|still|now|more|less|very|too|as|in|on|"
r"at|from|by|for|up|there|here|supposed|about|like)\b", re.IGNORECASE)  # fmt: skip
_VALUES = re.compile(
    r"an?\s(?:matter|lot|number|couple|bit|few|way) of\b|(?:(?:an?|the|one of the)\s+)?(?:(?:very|really|quite|most|more|typically|also|often|usually)\s+)?(?:important|powerful|great|good|useful|"
    r"helpful|common|popular|crucial|essential|key|excellent|nice|basis|foundation|core|heart|backbone|cornerstone|"
    r"team effort|first step|gatekeepers?)\b",
    re.IGNORECASE,
)
"""What values or places a thing though it has the form of a definition: "an important concept", "the basis for"."""
_ADJECTIVE = re.compile(
    r"(?:\w+ly )?\w+(?:able|ible|ent|ant|ful|ous|ive|al|ic|ar|less|ed|ish)\s+(?:to|"
    r"of|for|with|when|in|on|by|from|that|between|if|because|without|enough)\b",
    re.IGNORECASE,
)
"""One adjective before its preposition: "transparent to a component" says how a thing is, not what."""
_MIN_WORDS = 4
"""A definiens of fewer words says too little (DEFT: 3 % of true definitions)."""

_VERBS = {"be", "be defined as", "be described as", "be understood as", "be thought of as", "be regarded as", "mean", "refer to",
          "stand for", "denote", "represent", "describe", "signify", "be characterized by", "be short for",
          "be an acronym for", "be an abbreviation for"}  # fmt: skip
_CONFIDENCE = {"what-is": 0.97, "title": 0.95, "heading": 0.93, "emphasis": 0.91, "recurring": 0.86}
"""Audited precision by what supports the term (definitions in the wild and the labelled articles)."""

_MAY_DEFINE = re.compile(
    r"\b(?:is|are|was|were|means?|refers? to|stands? for|denotes?|represents?|describes?|signif(?:y|ies))\b"
)
_REACH = 200
"""Characters within which a defining sentence has come to its verb, an intro included."""
_RECURS = 1


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
                parts.term if parts.article else reading.term(parts.term),
                (paragraph(capitalised(clipped(parts.hedge + parts.predicate)), reading.article.path),),
                parts.lemma,
                parts.article,
                parts.aliases,
                parts.context,
            )

    def _judge(self, passage: Passage, reading: Reading, met: set[str]) -> _Judged | None:
        sentence = passage.sentence
        shows = isinstance(passage.spot.after, (MathBlock, CodeBlock))
        if len(sentence.plain) < 20 or sentence.plain.rstrip().endswith("?" if shows else (":", "?")):
            return None
        if not _MAY_DEFINE.search(sentence.plain, 2, _REACH):
            return None
        parts = take_apart(sentence.text)
        if parts is None or parts.lemma not in _VERBS:
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
            return _Judged(parts, "what-is") if _is_definiens(parts, "what-is", reading) else None
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
        if support == "late" or (not support and parts.article not in ("this", "these") and _recurs(name, reading)):
            support = "recurring"
        return _Judged(parts, support) if support and _is_definiens(parts, support, reading) else None


_SAYS_WHAT = re.compile(r"(?:an?|the)\s(?:\w+\s){1,5}?(?:that|which|who|of|for|used|in)\s")


def clipped(predicate: Text) -> Text:
    """Cut a predicate at a semicolon and at ", but" and its like; its full stop stays off a single phrase."""
    cut = _CUT.search(predicate.plain, 25)
    text = predicate.slice(0, cut.start()) if cut else predicate
    return text.strip().strip(":：")


def _recurs(name: str, reading: Reading) -> bool:
    if len(name) < 3:
        return False
    return reading.usage.count(name) >= _RECURS


def _looks_like_a_term(parts: Parts, reading: Reading) -> bool:
    """Tell whether an unsupported subject can be a term: no possessive, and no name that is always capitalised."""
    name = parts.term.plain
    if re.search(r"['’]s?\b", name):
        return False
    single_name = " " not in name and name[:1].isupper() and name[1:].islower() and not parts.article
    return not single_name or reading.usage.holds(name.lower())


def _is_definiens(parts: Parts, support: str, reading: Reading) -> bool:
    predicate = parts.predicate.plain.strip()
    if word_count(predicate) < (_MIN_WORDS if parts.lemma == "be" else _MIN_WORDS - 1) or english.DEICTIC.search(
        predicate
    ):
        return False
    if re.match(r"(?:this|these|those|it|its|they)\b|that\b(?! \w)", predicate, re.IGNORECASE):
        return False
    if predicate.lower().startswith("that ") and parts.lemma != "mean":
        return False
    if parts.lemma == "be" and re.match(
        r"to\b|(?:\w+ly )?(?:used|designed|intended|meant)\b", predicate, re.IGNORECASE
    ):
        return False
    if support == "recurring" and not _looks_like_a_term(parts, reading):
        return False
    if parts.lemma != "be":
        return support != "recurring" or (
            len(parts.term.plain.split()) < 5
            and parts.lemma in ("refer to", "be defined as", "mean", "stand for", "denote")
        )
    name = parts.term.plain
    strong = support in ("what-is", "title", "heading")
    if strong and re.match(
        r"(?:what|where|who|whoever|whatever|anyone|someone|anything|everything|something|how|when)\s+\w+", predicate
    ):
        return True
    if support != "what-is" and _VALUES.match(predicate):
        return False
    if english.EVALUATIVE.match(predicate) and not (
        strong and re.match(r"(?:an?|the|one of)\s", predicate, re.IGNORECASE)
    ):
        return False
    if _SUPERLATIVE.match(predicate) and not strong:
        return False
    if _NOUN_PHRASE.match(predicate):
        return not re.match(r"(?:an?|the)\s\w+\s*[.!]?$", predicate) and (
            support != "recurring" or _article_fits(predicate)
        )
    if _PARTICIPLE.match(predicate) or _ADJECTIVE.match(predicate):
        return False
    if support == "recurring" and parts.article in ("a", "an"):
        return defines(parts.predicate, name) and bool(_RELATIVE.search(predicate.split(",")[0]))
    if support == "recurring":
        return is_plural(parts.term.plain) and defines(parts.predicate, name)
    return bool(_RELATIVE.search(predicate))


def _article_fits(predicate: str) -> bool:
    """Without other support only "is a/an ..." with something that narrows the noun is a definition."""
    if re.match(r"who(?:ever)?\s+\w+s\s", predicate):
        return True
    return bool(re.match(r"(?:an?|any|the)\s", predicate, re.IGNORECASE)) and bool(_RELATIVE.search(predicate))
