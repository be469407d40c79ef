"""The noun-phrase test: whether an explanation says what a thing is, or tells something about it."""

from __future__ import annotations

import re

from cardwright.core.document import Text
from cardwright.rules import english
from cardwright.text.english import NUMERALS, base_of_gerund, base_of_third, is_base_verb, is_plural
from cardwright.text.regex import folded_regex, lazy_regex
from cardwright.text.sentences import sentences

_OPENING = folded_regex(
    r"^(?:an?|the|any|one|another|each|those|anyone|anything|someone|something|everyone|whatever|where)\s+",
)
_RELATIVE = frozenset(
    "that which who whose where when of for used to with from in "
    "on by between designed added within without such made called whereby after before".split()
)
_RELATIVISERS = frozenset(("that", "which", "who"))
_MODALS = frozenset("will can could may might must should shall would".split())
_CLAUSE = frozenset("that which who whose where when whereby whom".split())
_AFTER_COMMANDS = frozenset(
    "the a an your all each every any this these their its our it them yourself only up out off on".split()
)
_RELATIVE_ENDS = frozenset("of for that which".split())
_FINITE = frozenset("is are was were has have had can could may might must shall should will would does do did".split())


_LETTERS = lazy_regex(r"[A-Za-z][\w'’-]*")


def defines(text: Text, label: str) -> bool:
    """Tell whether the first sentence of an explanation is a noun phrase, and so a definition of its label."""
    cuts = sentences(text.plain)
    if not cuts:
        return False
    first = text.plain[cuts[0][0] : cuts[0][1]].strip("\"“”'‘’ ")
    words = _LETTERS.findall(first)
    if len(words) < 3 or first.endswith(("?", ":", "!")):
        return False
    lead = words[0].lower()
    if lead in english.PRONOUNS - {
        "one",
        "any",
        "each",
        "those",
        "another",
        "anyone",
        "anything",
        "someone",
        "something",
        "where",
        "every",
    }:
        return False
    if english.EVALUATIVE.match(first) or base_of_third(lead) or base_of_gerund(lead):
        return False
    if is_base_verb(lead) and (words[1].lower() in _AFTER_COMMANDS or (words[1] == "and" and is_base_verb(words[2]))):
        return False
    if lead.endswith("ly") and is_base_verb(words[1]) and words[2].lower() not in _RELATIVE_ENDS:
        return False  # "Regularly take snapshots"
    opened = bool(_OPENING.match(first))
    if not opened and is_base_verb(lead, strict=not _noun_like(words)):
        return False
    if _says_more(words):
        return False
    relative = narrowed = False
    for at, word in enumerate(words):
        lower = word.lower()
        if at and lower in _CLAUSE:
            relative = narrowed = True
        elif at and lower in _RELATIVE:
            narrowed = True
        elif relative:
            continue
        elif (
            lower in _FINITE
            or ((opened or lead in NUMERALS) and not narrowed and _plural_verb(words, at, strict=opened))
            or (at > 1 and base_of_third(lower) and is_base_verb(base_of_third(lower), strict=True))
        ):
            return False
    return narrowed or opened or bool(re.search(r"[,/]", first)) or not label.islower()


def _says_more(words: list[str]) -> bool:
    """Tell whether a verb stands behind a relative clause ("Systems that change together will block each other")."""
    if words[0].lower() != "any" and (words[1].lower() not in _RELATIVISERS or not is_plural(words[0])):
        return False
    return any(
        word.lower() in _MODALS and words[at - 1].lower() not in _RELATIVISERS | {"and", "or"}
        for at, word in enumerate(words[3:], start=3)
    )


def _plural_verb(words: list[str], at: int, *, strict: bool) -> bool:
    """Tell whether a verb stands behind a plural subject ("The beans lose ...")."""
    return at > 1 and words[at].islower() and is_base_verb(words[at], strict=strict) and is_plural(words[at - 1])


def _noun_like(words: list[str]) -> bool:
    """Tell whether a first word that may be a verb is followed by what only follows nouns ("List of ...")."""
    return len(words) > 1 and words[1].lower() in ("of", "that", "which", "for", "between")
