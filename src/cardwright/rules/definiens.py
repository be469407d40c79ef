"""Tells whether a predicate defines: says what a thing is, and does not value, place or point at it."""

from __future__ import annotations

import re

from cardwright.rules import english
from cardwright.rules.base import word_count
from cardwright.rules.noun_phrase import defines
from cardwright.rules.reading import Reading
from cardwright.rules.subject import Parts
from cardwright.text.english import is_plural
from cardwright.text.regex import folded_regex, holding, lazy_regex, starting

_SUPERLATIVE = folded_regex(
    r"^the\s+(?:most|best|worst|only|first|last|main|least|(?!test|rest|forest|"
    r"interest|request|guest|west|manifest|honest|contest|latest)\w+est)\b",
)


_NOUN_PHRASE = folded_regex(
    r"^(?:(?:\w+ly\s+)?(?:an?|any|one of|another)\s|the\s)",
)


_RELATIVE = lazy_regex(
    r"\b(?:that|which|who|where|whose|of|for|used|to|with|between|from|in|by|made|designed|added|when)\b"
)


_PARTICIPLE = folded_regex(r"^(?:\w+ly\s+)?(?:\w{2,}ed|fed|led|made|built|written|known|called|given|kept|held|"
r"run|sent|set|put|done|found|seen|shown|taken|told|"
                         r"being|\w{3,}ing|not|also|all|both|still|now|more|less|very|too|as|in|on|"
r"at|from|by|for|up|there|here|supposed|about|like)\b")  # fmt: skip


_VALUES = folded_regex(
    r"an?\s(?:matter|lot|number|couple|bit|few|(?:\w+ )?example) of\b|(?:(?:an?|the|one of the)\s+)?(?:(?:very|"
    r"really|quite|most|more|typically|also|often|usually)\s+)?(?:important|"
    r"powerful|great|good|useful|"
    r"helpful|common|popular|crucial|essential|key|excellent|nice|basis|foundation|core|heart|backbone|cornerstone|"
    r"team effort|first step|gatekeepers?)\b",
)
"""What values or places a thing though it has the form of a definition: "an important concept", "the basis for"."""


_ADJECTIVE = folded_regex(
    r"(?:almost )?(?:always )?(?:\w+ly )?\w+(?:able|ible|ent|ant|ful|ous|ive|al|ic|ar|less|ed|ish)\s+(?:to|"
    r"of|for|with|when|in|on|by|from|that|between|if|because|without|enough|over|under|against|about)\b"
    r"|(?:\w+ly )?\w+\s(?:when|because|if|unless|but|since|once)\s"
    r"|\w+,\s(?:but|and|so|yet)\s"
    r"|\w+\sand\s(?:more|less|very|also|often|usually)\s",
)
"""One adjective before its preposition: "transparent to a component" says how a thing is, not what."""


_MIN_WORDS = 4
"""A definiens of fewer words says too little (DEFT: 3 % of true definitions)."""


def _looks_like_a_term(parts: Parts, reading: Reading) -> bool:
    """Tell whether an unsupported subject can be a term: no possessive, and no name that is always capitalised."""
    name = parts.term.plain
    if re.search(r"['’]s?\b", name):
        return False
    single_name = name.isalpha() and name[:1].isupper() and name[1:].islower() and not parts.article
    return not single_name or reading.usage.holds(name.lower())


_AMOUNT = lazy_regex(r"the\s\w+est\s(?:\w+\s){1,3}(?:of|that|which)\s", re.IGNORECASE, when=starting("the"))
"""A superlative that measures rather than praises: "the smallest amount of code that ..."."""
_AT_TIMES = lazy_regex(r"\b(?:often|sometimes|frequently|occasionally|rarely|seldom|never)$")
"""What a thing is only at times is no definition of it."""


_POINTS = folded_regex(r"(?:this|these|those|it|its|they)\b|that\b(?! \w)", when=starting("th", "it"))
_IS_FOR = folded_regex(
    r"to\b|(?:\w+ly )?(?:used|designed|intended|meant)\b",
    when=holding("to", "used", "designed", "intended", "meant"),
)


def is_definiens(parts: Parts, support: str, reading: Reading) -> bool:
    """Tell whether the predicate of a sentence defines its subject; `support` says what makes the subject a term."""
    predicate = parts.predicate.plain.strip()
    least = _MIN_WORDS if parts.lemma == "be" else _MIN_WORDS - 1
    if word_count(predicate) < least or english.DEICTIC.search(predicate):
        return False
    if _POINTS.match(predicate):
        return False
    if predicate.lower().startswith("that ") and parts.lemma != "mean":
        return False
    if parts.lemma == "be" and _IS_FOR.match(predicate):
        return False
    if support == "recurring" and not _looks_like_a_term(parts, reading):
        return False
    if parts.lemma != "be":
        return support != "recurring" or (
            len(parts.term.plain.split()) < 5
            and parts.lemma in ("refer to", "be defined as", "mean", "stand for", "denote")
        )
    return _is_noun_phrase(parts, predicate, support)


def _is_noun_phrase(parts: Parts, predicate: str, support: str) -> bool:
    """Tell whether what stands behind "is" names a kind of thing and narrows it."""
    name = parts.term.plain
    strong = support in ("what-is", "title", "heading")
    if strong and re.match(
        r"(?:what|where|who|whoever|whatever|anyone|someone|anything|everything|something|how|when)\s+\w+", predicate
    ):
        return True
    if not strong and _AT_TIMES.search(parts.verb):
        return False
    if support != "what-is" and _VALUES.match(predicate):
        return False
    amount = support == "emphasis" and _AMOUNT.match(predicate)
    if (
        english.EVALUATIVE.match(predicate)
        and not amount
        and not (strong and re.match(r"(?:an?|the|one of)\s", predicate, re.IGNORECASE))
    ):
        return False
    if _SUPERLATIVE.match(predicate) and not strong and not amount:
        return False
    if _NOUN_PHRASE.match(predicate):
        return not re.match(r"(?:an?|the)\s\w+\s*[.!]?$", predicate) and (
            support != "recurring" or _article_fits(predicate)
        )
    if _PARTICIPLE.match(predicate) or _ADJECTIVE.match(predicate):
        return False
    if support == "recurring" and parts.article in ("a", "an"):
        return defines(parts.predicate, name) and bool(_RELATIVE.search(predicate.split(",", maxsplit=1)[0]))
    if support == "recurring":
        return is_plural(parts.term.plain) and defines(parts.predicate, name)
    return bool(_RELATIVE.search(predicate))


def _article_fits(predicate: str) -> bool:
    """Without other support only "is a/an ..." with something that narrows the noun is a definition."""
    if re.match(r"who(?:ever)?\s+\w+s\s", predicate):
        return True
    return bool(re.match(r"(?:an?|any|the)\s", predicate, re.IGNORECASE)) and bool(_RELATIVE.search(predicate))
