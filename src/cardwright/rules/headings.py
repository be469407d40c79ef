"""Understands headings: what they ask for, which term they name, and what is no card material."""

from __future__ import annotations

import re
from functools import lru_cache

from cardwright.core.document import (
    Section,
    shown,
)
from cardwright.core.record import dataclass
from cardwright.rules import english
from cardwright.rules.languages.base import Language
from cardwright.text.english import AUXILIARIES, base_of_third, is_base_verb
from cardwright.text.normal import key, unnumbered, without_the, words
from cardwright.text.regex import folded_regex, holding, lazy_regex, starting

EMOJI = lazy_regex(
    r"^[^\w\"'“‘(\[.#@$%&/<]+|[\s:：.…–—-]+$", when=lambda text: not (text[:1].isalnum() and text[-1:].isalnum())
)


_WHAT_IS = lazy_regex(
    r"^(?:so,? )?what(?:\s+(?:is|are|was|were)|['’]s)\s+(?:(?P<article>an?|the)\s+)?(?P<term>.+?)\s*\??$",
    re.IGNORECASE,
    when=starting("what", "so what", "so, what"),
)


_LEADS = lazy_regex(
    r"^(?:(?:an? )?(?:brief |short |quick |gentle )?(?:introduction|intro|introducing|"
    r"overview|guide|summary|understanding|exploring|about|"
    r"definition|meaning|the concept|the basics|basics|fundamentals|types|examples|anatomy|"
    r"getting started with|working with|using|learning)(?:\s+(?:to|of|on|for|the))?)\s+(?=\S)",
    re.IGNORECASE,
    when=starting(
        *"a brief short quick gentle intro overview guide summary understanding exploring definition".split(),
        *"meaning the basics fundamentals types examples getting working using learning".split(),
    ),
)


_QUESTION_WORD = folded_regex(
    r"^(?:what|which|who|whom|whose|when|where|why|how|is|are|do|does|did|can|could|should|would|will|must)\b",
    when=starting(*"wh how is are do did can could should would will must".split()),
)


_PLACED = folded_regex(
    r"^(?:on|in|at|by|for|from|with|under|before|after|during|behind|inside)\s",
    when=starting(*"on in at by for from with under before after during behind".split()),
)
"""Opens a heading that says where or when and names nothing ("On the quay")."""


_COMMAND = folded_regex(
    r"^(?!all|both|half|what)\w{3,}(?<!ing) (?:the|your|an?) \w",
    when=holding(" the ", " your ", " a ", " an "),
)
"""A word before an article can only be a verb, or a preposition; a heading such as "Oil the chain" names nothing."""


MAX_TOPIC_WORDS = 8
"""A longer heading is quoted, never used as a subject (labelled articles: 95 % of terms are shorter)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, understood. `name` is its text without number, emoji and end punctuation.

    `term` is what a "What is X?" heading asks for, else the name where it can be a subject, else "".
    """

    name: str
    level: int
    term: str = ""
    what_is: bool = False
    article: str = ""
    question: bool = False
    generic: bool = False
    aspect: str = ""
    meta: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The forms under which a subject meets the heading; also "X and Y" by halves, and a parenthesis by itself."""
        return keys_of(self.term)


@lru_cache(maxsize=2048)
def keys_of(term: str) -> frozenset[str]:
    """Give the forms under which a name is met: whole, its parenthesis, and its halves around "or"."""
    if not term:
        return frozenset()
    out = {key(term)}
    inner = _INNER.findall(term) if "(" in term or "（" in term else []
    out.update(key(part) for part in inner)
    out.update(key(part) for part in _EITHER.split(term) if len(part) > 1)
    return frozenset(k for k in out if k)


_INNER = lazy_regex(r"[(（]([^()（）]+)[)）]")
_EITHER = lazy_regex(r"\s+(?:or|/|vs\.?|aka)\s+|\s*/\s*", when=holding("/", "or", "vs", "aka"))


_TEMPLATE = lazy_regex(r"<%.*?%>|\{\{.*?\}\}", when=holding("<%", "{{"))
_HOW_IT_WORKS = lazy_regex(
    r"^how (?:do|does) (?P<term>[^?]{2,40}?) works?\??$", re.IGNORECASE, when=starting("how do ", "how does ")
)


def heading_of(section: Section, foreign_: Language | None = None) -> Heading:
    """Understand a section's heading, in English or in the language of the table."""
    name = _TEMPLATE.sub("", shown(section.title))
    name = EMOJI.sub("", unnumbered(EMOJI.sub("", name))).strip()
    folded = name.lower()
    if not name:
        return Heading("", section.level, generic=True)
    if foreign_:
        named = foreign_.understand(f"¿{name}" if "¿" in section.title.plain[:4] else name)
        return Heading(
            name,
            section.level,
            named.term,
            named.what_is,
            question=named.question,
            generic=named.generic,
            aspect=named.aspect,
            meta=named.meta,
        )
    meta = bool(english.META.match(name))
    aspect = english.ASPECTS.get(without_the(folded), "")
    what = _WHAT_IS.match(name)
    if what and len(what["term"].split()) <= MAX_TOPIC_WORDS and not is_clause(what["term"]):
        return Heading(
            name, section.level, what["term"], what_is=True, article=(what["article"] or "").lower(), question=True
        )
    works = _HOW_IT_WORKS.match(name)
    if works and works["term"].lower() not in ("it", "this", "they"):
        return Heading(name, section.level, works["term"], question=True)
    asks = name.endswith(("?", "？")) or bool(_QUESTION_WORD.match(name))
    generic = folded in english.GENERIC
    bare = subject_of_title(name) if section.level == 1 else _LEADS.sub("", name).partition(": ")[0]
    term = "" if asks or generic or _PLACED.match(bare) else bare
    return Heading(name, section.level, term, question=asks, generic=generic, aspect=aspect, meta=meta)


def letters(name: str) -> str:
    """Give the letters and digits of a name in lower case, by which "Back-end" and "Backend" are the same."""
    return re.sub(r"[\W_]+", "", name).lower()


@lru_cache(maxsize=2048)
def is_clause(text: str) -> bool:
    """Tell whether the words hold a finite verb and so are no noun phrase."""
    return not _FINITE.isdisjoint(words(text))


_FINITE = AUXILIARIES - {"can", "may", "must", "will", "being"} | {"you"}


def is_sentence(text: str) -> bool:
    """Tell whether a heading or a label is a command or a whole sentence."""
    parts = text.split()
    if len(parts) < 2:
        return False
    first = parts[0].lower().strip("*_`\"'“”‘’,")
    if first in ("don't", "don’t", "do", "never", "always", "avoid", "be", "if", "it", "you", "we", "they"):
        return True
    if (is_base_verb(first, strict=True) and not first.endswith("ing")) or _COMMAND.match(text):
        return True
    if any(word.lower() in ("can", "may", "must", "will") for word in parts[1:-1] if word.islower()):
        return True
    return is_clause(text) or any(base_of_third(word) and word.islower() for word in parts[1:3] if len(parts) > 3)


def subject_of_title(title: str) -> str:
    """Give what an article's title says that it is about."""
    what = _WHAT_IS.match(title)
    if what:
        return what["term"]
    bare = _LEADS.sub("", title)
    why = bare.removeprefix("Why ")
    if why != bare and " " not in why and not why.endswith("?") and not is_base_verb(why.lower(), strict=True):
        return why  # "Why Collaboration"
    bare = re.sub(
        r"\s+(?:cheat ?sheet|guide|tutorial|overview|explained|basics|glossary|lexicon|handbook|summary)$",
        "",
        bare,
        flags=re.IGNORECASE,
    )
    first, _, rest = bare.split(" | ")[0].split(" - ")[0].partition(": ")
    return (rest if rest and " " not in first else first).strip(" ?!.:")
