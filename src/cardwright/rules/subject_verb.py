"""A sentence that says what the subject of its heading does, consists of or is used for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardwright.core.document import Text
from cardwright.core.fact import Definition, Fact
from cardwright.rules import english
from cardwright.rules.base import Reads, found, paragraph, word_count
from cardwright.rules.definition_sentence import clipped
from cardwright.rules.passages import Passage, passages
from cardwright.rules.reading import Reading
from cardwright.rules.subject import Parts, take_apart
from cardwright.rules.terms import is_term, supports
from cardwright.text.capital import capitalised
from cardwright.text.english import AUXILIARIES, OBJECT_VERBS, base_of_gerund, base_of_third, is_base_verb, is_plural
from cardwright.text.regex import WordSet, folded_regex, holding, lazy_regex

_USED = folded_regex(
    r"^(?:(?:most )?\w+ly |often |also )?(?P<what>used (?:to|for|as|when)|responsible for|"
    r"made (?:up )?of|composed of|based on|designed (?:to|for)|intended (?:to|"
    r"for)|meant (?:to|for)|about(?= \w+ing))\s",
    when=holding("used ", "responsible ", "made ", "composed ", "based ", "designed ", "intended ", "meant ", "about"),
)
_PARTICULAR = WordSet(
    "of in to with for from at on good bad small large "
    "big new typical simple single different better few lot great quick certain"
)
_DASH = lazy_regex(r"\s[-–—]|[-–—]\s", when=holding("-", "–", "—"))
_ALLOWS = lazy_regex(
    r"^(?P<who>(?:you|one|us|users?|developers?|people|teams?|anyone|(?:the |"
    r"an? )?[\w-]+(?: [\w-]+)?))\s+(?:to\s+)?(?P<verb>[a-z]+)\b"
)
_PLAIN_VERBS = frozenset("have has can may might should must will would does do did".split())
_EMPTY_VERBS = frozenset(
    "make come go get take become seem look appear remain stay start begin "
    "need want like follow work play vary arise exist depend differ happen range".split()
)


class SubjectVerb:
    """Reads the first sentences under a heading whose subject is the heading, and sentences with an emphasised subject.

    Under "## Keel", "The keel runs along the bottom and keeps the boat upright." gives "What does the keel do?".
    Not taken: modal verbs, verbs that say nothing ("seems", "comes"), what points at the page.
    Source: labelled articles, heading = subject 24/25 in the first two sentences.
    """

    name = "subject-verb"
    reads: Reads = "en"
    confidence = 0.9

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give what the first sentences of sections say that their subject does."""
        for passage in passages(reading):
            parsed = self._parse(passage, reading)
            if parsed is None:
                continue
            parts, verb, answer, support = parsed
            yield Definition(
                found(
                    self.name,
                    reading,
                    passage.spot.section,
                    [passage.sentence.text],
                    evidence=f"{support}: {parts.term.plain!r} {parts.verb}",
                    confidence=self.confidence
                    - (0.03 if support == "emphasis" else 0.04 if support in ("generic", "general") else 0),
                    claims=(passage.sentence.claim,),
                ),
                parts.term if parts.article else reading.subject(parts.term),
                (paragraph(capitalised(clipped(answer)), reading.article.path),),
                verb,
                parts.article,
                parts.aliases,
                parts.context,
                parts.plural,
            )

    def _parse(self, passage: Passage, reading: Reading) -> tuple[Parts, str, Text, str] | None:
        sentence = passage.sentence
        if not _worth_a_look(passage) or sentence.plain.rstrip().endswith((":", "?")):
            return None
        if english.DEICTIC.search(sentence.plain):
            return None
        parts = take_apart(sentence.text, verbs=True)
        if (
            parts is None
            or not is_term(parts.term.plain, shown=bool(parts.term.runs[0].marks & {"strong", "em"}))
            or _DASH.search(parts.term.plain)
        ):
            return None
        support = supports(parts, reading, passage.spot.section).replace("link", "")
        if not support and parts.article in ("a", "an") and not _PARTICULAR.search(parts.term.plain):
            support = "generic"
        if (
            not support
            and not parts.article
            and not parts.context
            and passage.spot.depth == 0
            and _is_general(parts, reading)
        ):
            support = "general"
        if not support and parts.article == "the" and _OF_CODE.search(parts.term.plain) and _is_code(parts.term):
            support = "emphasis"
        if not support and passage.spot.depth == 0 and _comes_back(parts, reading):
            support = "recurring"
        if not support or (
            support not in ("emphasis", "recurring", "generic", "general")
            and (passage.position > _LATE or passage.spot.depth)
        ):
            return None
        asked = _verb_of(parts, sentence.text, strong=support in ("heading", "title", "what-is"))
        if asked is None or word_count(asked[1].plain) < 4:
            return None
        if support == "generic" and passage.spot.depth and asked[0] == "do":  # "A singer moves ...": an event, no trait
            return None
        return parts, asked[0], asked[1], support


def _worth_a_look(passage: Passage) -> bool:
    """Tell at little cost whether a sentence can have a supported subject at all."""
    if passage.position <= 1 and not passage.spot.depth:
        return True
    first = passage.sentence.text.runs[0]
    if (
        first.marks & {"strong", "em"}
        or first.text[:3] in ("A ", "An ")
        or first.text.startswith(("A ", "An ", "The "))
    ):
        return True
    return not passage.spot.depth and first.text.split(" ", 1)[0].lower() not in english.PRONOUNS


_OF_CODE = lazy_regex(
    r" (?:keyword|function|method|command|operator|attribute|property|class|module|option|flag|statement|type|"
    r"parameter|decorator|constructor|argument|variable|field|element|tag|package|library|macro|directive|event|hook|header|object|"
    r"clause|setting|table|file|folder|directory)s?$"
)
"""What a piece of code is, said behind it: "the `def` keyword"."""


def _is_code(term: Text) -> bool:
    return "code" in term.runs[0].marks


_NAMES_DOING = lazy_regex(r"\w{3,}(?:tion|ment|ness|ity|ance|ence|ism|sis)$")
"""A noun that is made of a verb or an adjective and takes no article."""
_LATE = 5
_MIN_USES = 3
"""A plain noun that comes back so often is what the article tells of."""


def _comes_back(parts: Parts, reading: Reading) -> bool:
    name = parts.term.plain
    verb = parts.verb.split()[0].lower()
    if not (verb in AUXILIARIES or is_base_verb(base_of_third(verb) or verb, strict=True)):
        return False
    if parts.context or parts.article not in ("", "the", "a", "an") or _PARTICULAR.search(name):
        return False
    single = " " not in name
    acronym = re.fullmatch(r"[A-Z]{2,}s?", name) is not None
    uses = reading.usage.count(name)
    if single and parts.article:
        return False  # "the error" of the moment
    if len(name) < len("API") or (single and not acronym and not name[1:].islower()):
        return False
    shaped = is_plural(name) or bool(parts.article) or acronym or bool(base_of_gerund(name.split()[-1]))
    shaped = shaped or bool(_NAMES_DOING.match(name.split()[-1]))
    return shaped and uses >= _MIN_USES


_COMPARES = frozenset(
    "more less most least other another such same also first next last proper clear often public".split()
)


def _is_general(parts: Parts, reading: Reading) -> bool:
    """Tell whether a subject without an article is a compound that comes back ("vicarious liability")."""
    name = parts.term.plain
    words = name.split()
    if (
        len(words) < 2
        or _PARTICULAR.search(name)
        or not words[-1].islower()
        or any(word.lower().endswith(("ly", "ing")) or word.lower() in _COMPARES for word in words)
    ):
        return False
    return reading.usage.count(name) > 1


_BE_USED = lazy_regex(r"be (?P<what>used (?:to|for|as))\s")


def _able(modal: str, predicate: Text) -> tuple[str, Text] | None:
    """Read "can be used to ..."; what a thing else can do or will do says little of it."""
    if used := _BE_USED.match(predicate.plain):
        keep = used.end() - len("to ") if used["what"].endswith("to") else used.end()
        return f"{modal} be used for", predicate.slice(keep).strip()
    return None


def _verb_of(parts: Parts, sentence: Text, *, strong: bool) -> tuple[str, Text] | None:
    """Give the verb that the question asks by, and the answer, with the verb in it where that says what is done."""
    lemma = parts.lemma
    if lemma == "be":
        used = _USED.match(parts.predicate.plain)
        if not used:
            return None
        what = used["what"].lower()
        keep = used.end() - len("to ") if what.endswith(" to") and what.startswith("used") else used.end()
        return f"be {what}", parts.predicate.slice(keep).strip()
    if lemma in ("consist of", "comprise", "contain"):
        return lemma, parts.predicate
    if lemma in ("occur when", "happen when", "be when", "be where"):
        at = sentence.plain.find(" when ")
        return (lemma, sentence.slice(at + 1)) if lemma.split()[0] != "be" and at > 0 else None
    first = parts.verb.split()[0].lower()
    if first in ("can", "will"):
        return _able(first, parts.predicate)
    if first in _PLAIN_VERBS or (
        lemma.split()[0] in _EMPTY_VERBS and (not strong or lemma.split()[0] in ("play", "vary", "arise"))
    ):
        return None
    acts = base_of_third(first) or (is_base_verb(first) and is_plural(parts.term.plain))
    if not acts:
        return None
    base = base_of_third(first) or first
    allows = _ALLOWS.match(parts.predicate.plain) if base in ("allow", "enable", "help", "let", "permit") else None
    if allows and is_base_verb(allows["verb"]):
        to = "to " if base in ("allow", "enable", "permit") else ""
        return f"{base} {allows['who']} {to}do", parts.predicate.slice(allows.start("verb"))
    if base in ("allow", "enable") and re.match(r"(?:an?|the|its|their|all|\w+s)\s", parts.predicate.plain):
        return base, parts.predicate
    several = any(
        base_of_third(verb)
        for verb in re.findall(
            r"(?:,| and)\s(?:and )?(?:\w+ly )?(\w+)\s(?:the|an?|to|that|all|its|their|it|them|on|for|with|in|how)\b",
            parts.predicate.plain,
        )
    )
    if (
        base in OBJECT_VERBS
        and not several
        and not re.search(r"\band \w+ (?:it|them)\b", parts.predicate.plain)
        and re.match(r"(?:\w+ly )?(?:an?|the|all|any|its|their|both|[\w-]+)\s", parts.predicate.plain)
    ):
        preposition = re.match(r"(?:on|upon|to|into|from|between)\s", parts.predicate.plain)
        if preposition:
            return f"{base} {preposition[0].strip()}", parts.predicate.slice(preposition.end())
        return base, parts.predicate
    at = sentence.plain.find(parts.verb, len(parts.term.plain))
    return ("do", sentence.slice(at).strip()) if at > 0 else None
