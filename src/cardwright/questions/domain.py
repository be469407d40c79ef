"""The field that a question belongs to, put before questions that do not name it: "Sailing: what is a sheet?"."""

from __future__ import annotations

import re
from functools import lru_cache

from cardwright.core.document import Article, Text
from cardwright.questions.assemble import lowered, text
from cardwright.text.english import is_command
from cardwright.text.normal import key, singular, unnumbered, words
from cardwright.text.regex import ending, lazy_regex, starting

MAX_WORDS = 6
"""A longer title is cut at its first preposition, or its section's heading is taken: a prefix is read every time."""

_LEADS = lazy_regex(
    r"^(?:(?:an?|the)\s+)?(?:(?:brief|short|quick|gentle|complete|practical)\s+)?(?:introduction|intro|guide|overview|"
    r"understanding|exploring|learning|getting started|what (?:is|are)(?: an?| the)?|how to use|all about|about|basics|"
    r"fundamentals|summary)\b(?:\s+(?:to|of|on|with|for|the))*\s+",
    re.IGNORECASE,
    when=starting(
        *"a the brief short quick gentle complete practical intro guide overview understanding exploring".split(),
        *"learning getting what how basics fundamentals summary".split(),
    ),
)
_TAILS = lazy_regex(
    r"\s*(?:[(（][^()（）]*[)）]|\b(?:cheat ?sheet|guide|tutorial|overview|explained|basics|glossary|lexicon|handbook|"
    r"summary|description|introduction|page|article|notes?|documentation|docs|reference|faq|101))\s*$",
    re.IGNORECASE,
    when=ending(
        *") ） cheatsheet sheet guide tutorial overview explained basics glossary lexicon handbook summary".split(),
        *"description introduction page article note notes documentation docs reference faq 101".split(),
    ),
)
_DANGLES = lazy_regex(r"\b(?:the|an?|of|for|in|to|and|or|with|on|by|from|this|your|our)$", re.IGNORECASE)
_CUT = lazy_regex(r"\s+(?:for|with|in|on|and|&|to|that|using|from|by|at|as|–|—|-|\|)\s+|:\s+|,\s+|\s+\(")
_EMPTY = frozenset(
    "the and for with what how why when where are you your that this from into does introduction guide overview key "
    "using about new all more other general common main basic best".split()
)
_NO_NAME = lazy_regex(r"[<>{}`*]|\b(?:we|you|your|i)\b|^(?:why|how|when|where|who|which|if)\b", re.IGNORECASE)
_COMMONPLACE = frozenset(
    "a an the our your team process processes environment good best practice practices activity activities step steps "
    "tool tools role roles work people things start here more information".split()
)
"""Words of headings that name no field even together: "The process", "Good practices"."""
_GENERIC = frozenset(
    "preface foreword introduction overview summary contents readme index home page notes faq glossary keyword note "
    "term definition example basic concept document article guide post untitled".split()
)


_EDGES = lazy_regex(r"[^\w\"'“‘()（）.#+&/-]+$|^[^\w\"'“‘(.#@$]+")


def domain_of(article: Article, trail: tuple[str, ...]) -> str:
    """Give the shortest name of what the article is about, "" where its title says nothing that could stand there."""
    for title in (article.title, *trail[:2]):
        name = _named(title)
        if name:
            return name
    return ""


@lru_cache(maxsize=512)
def _named(title: str) -> str:
    if "<" in title or ">" in title or "{" in title or "}" in title:  # a placeholder that a site generator fills
        return ""
    name = unnumbered(_EDGES.sub("", title).strip())
    name = _LEADS.sub("", name.split(" | ")[0])  # behind it stands the name of the site
    while (shorter := _TAILS.sub("", name)) and shorter != name and not _DANGLES.search(shorter):
        name = shorter
    if len(name.split()) > MAX_WORDS:
        name = _CUT.split(name)[0]
    name = name.strip(" ?!.:,;–—-")
    if ": " in name:
        name = name.split(": ")[0]
    if all(word.lower() in _COMMONPLACE for word in name.split()):
        return ""
    if len(name) < len("AI") or is_command(name.split()):  # a letter of a glossary, a thing to do
        return ""
    if len(name.split()) > MAX_WORDS or key(name) in _GENERIC or _NO_NAME.search(name):
        return ""
    return name


def with_domain(question: Text, domain: str) -> Text:
    """Put a domain before a question, which goes on in lower case."""
    raised = domain[0].upper() + domain[1:] if domain[:1].islower() and domain[1:2].islower() else domain
    return text(f"{raised}: ") + lowered(question)


def names(question: str, domain: str) -> bool:
    """Tell whether a question shares a content word with a domain, and so names it."""
    closed = domain.replace("-", "")  # "backend" names "back-end"
    telling = [word for word in words(f"{domain} {closed}") if len(word) > 2 and singular(word) not in _EMPTY]
    said = words(question)
    asked = {singular(word) for word in said}
    joined = "".join(said)  # "back-end" names "backend"
    return any(singular(word) in asked or (len(word) >= _LONG and word in joined) for word in telling)


_LONG = 6
"""Letters from which a word is looked for across hyphens: shorter ones stand in others by chance."""
