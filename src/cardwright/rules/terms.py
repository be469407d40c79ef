"""Tells whether a subject can be a term, and what in the document supports that it is one."""

from __future__ import annotations

import re
from functools import lru_cache

from cardwright.core.document import Text
from cardwright.rules import english
from cardwright.rules.headings import is_clause
from cardwright.rules.reading import Reading
from cardwright.rules.subject import Parts
from cardwright.text.normal import key
from cardwright.text.regex import folded_regex, holding, lazy_regex, wording

_PREPOSITION = lazy_regex(r"\s+(?:of|for|in|with|between|behind|on|to|from|at)\s+")


_PREPOSITIONS = lazy_regex(r"\s+(?:of|for|in|with|between|behind|on|to|from)\s+")
_DASH = lazy_regex(r"\s[–—-]\s", when=holding("–", "—", "-"))
_PERSONAL = folded_regex(
    r"\b(?:you|your|we|our|i|my|these|this|those|such|https?(?=:))\b",
    when=wording("you your we our i my these this those such http https"),
)


@lru_cache(maxsize=2048)
def is_term(subject: str, *, shown: bool = False, named: bool = False) -> bool:
    """Tell whether a subject can be a term: no pronoun, quantifier, clause, list or pointing head.

    `shown`: the article emphasises it, so that its head may be any word ("point of sail"). `named`: the sentence says
    that it is a name, so that it may be any word by itself ("called a *sheet*").
    """
    parts = subject.lower().split()
    acronym = subject.isupper() and len(subject) > len("I")
    if not parts or (parts[0].strip("'’\"“”") in english.PRONOUNS and not acronym) or is_clause(subject):
        return False
    if " and " in f" {subject.lower()} " or " or " in f" {subject.lower()} ":
        return False
    if parts[-1] in _OPEN_ENDS or parts[0] in ("given", "certain", "specified", "particular", "following", "above"):
        return False
    head = key(_PREPOSITIONS.split(subject)[0]).split()
    if not head:
        return False
    if (
        head[-1] in english.EMPTY_HEADS
        and not subject.isupper()  # "REST" is no rest
        and not named
        and not (shown and len(parts) > 1)
        and _is_pointing(head, len(parts))
    ):
        return False
    return not _DASH.search(subject) and not _PERSONAL.search(subject)


def _is_pointing(head: list[str], length: int) -> bool:
    """Tell whether "main reason", "next step" or "purpose of X" only point, where "specific intent" names."""
    return len(head) < 2 or length > len(head) or set(head[:-1]) <= english.POINTING_ADJECTIVES


_OPEN_ENDS = frozenset("of for in with to as a an the on at by from and or than like such between into".split())


def supports(parts: Parts, reading: Reading, section: int) -> str:
    """Say what in the document makes the subject a term: "what-is", "heading", "title", "emphasis", "link", or "".

    An acronym beside the subject counts as emphasis, and "The term X" before it.
    """
    heading = reading.headings[section]
    names = {key(parts.term.plain), *(key(alias) for alias in parts.aliases)} - {""}
    if names & heading.keys:
        return "what-is" if heading.what_is else "heading"
    acronym = any(_initials(parts.term.plain, alias) for alias in parts.aliases)
    told = parts.article in ("this", "these") and not acronym  # what the section tells of: "This error is ..."
    if section <= 1 and names & reading.title_keys and not (told and reading.sections[section].level > 1):
        return "title"
    if told:
        return ""
    if any(_stands_in(name, heading.keys) for name in names):
        return "heading"
    bare = key(_PREPOSITION.split(parts.term.plain)[0])
    if bare in heading.keys or any(bare.endswith(f" {k}") for k in heading.keys if len(k) > 3):
        return "heading"
    if names & reading.title_keys:
        return "title"
    if section <= 1 and any(_stands_in(name, reading.title_keys) for name in names):
        return "title"
    if parts.term.marked("strong") or parts.term.marked("em") or (parts.term.runs[0].marks & {"strong", "em"}):
        return "emphasis"
    if acronym or parts.named:
        return "emphasis"
    return "link" if _linked(parts.term) else ""


def _initials(name: str, alias: str) -> bool:
    """Tell whether an alias is the acronym of a name, which only a term is given."""
    letters = re.sub(r"[^A-Za-z]", "", alias.removesuffix("s"))
    words = re.findall(r"[A-Za-z]+", name)
    return len(words) > 1 and letters.isupper() and letters.lower() == "".join(word[0].lower() for word in words)


def _linked(term: Text) -> bool:
    """Tell whether a subject is a link as a whole: the author points at what it is."""
    return bool(term.runs) and all(run.href for run in term.runs if run.text.strip())


def _stands_in(name: str, longer: frozenset[str]) -> bool:
    """Tell whether a name of two words or more, or a single one of a short heading, stands in a longer one."""
    words = name.split()
    for other in longer:
        parts = other.split()
        if len(words) > len(parts) or (len(words) == 1 and len(parts) > 2):
            continue
        if len(words) == 1 and parts[-1] != name:
            continue
        if any(parts[at : at + len(words)] == words for at in range(len(parts) - len(words) + 1)):
            return True
    return False
