"""What a table of a language's words holds, and how a heading in that language is understood with it."""

from __future__ import annotations

import re

from cardwright.core.record import dataclass
from cardwright.text.normal import key
from cardwright.text.regex import lazy_regex

NEVER = lazy_regex(r"(?!)")
"""Matches nothing: for tables that say nothing about a point."""

_WIDE = lazy_regex(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way in which a language's sentences define.

    `regex` has the groups `term` and `answer`, and `article` where the language has articles. `verb` names the
    question that the answer answers: "be", "are", "mean", "understand", "called", "serve", "when".
    `shown`: right only where the article emphasises the term. `alone`: right without any support from the document.
    """

    regex: re.Pattern[str]
    verb: str
    shown: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A heading in another language: what it asks for or names, and what else it is."""

    term: str
    what_is: bool = False
    question: bool = False
    generic: bool = False
    aspect: str = ""
    meta: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language that the rules read by. `code` is a lower-case ISO 639 code.

    `articles` matches an article with its blank in front of a name. `what_is` matches a heading that asks for a term.
    `patterns` are the definition sentences, the surest first. `no_terms` are words that open no term; `no_in_term`
    matches what stands in none; `empty_heads` only point at something said elsewhere ("problem", "aim").
    `generic` are headings that name no subject, `attributes` headings and labels that name a trait of the subject above
    them, `remarks` labels that introduce a remark: all in lower case. `meta` matches headings under which nothing is
    card material. `evaluative` matches answers that value and do not define, `pointing` words that point at the page.
    `groups` matches headings that say what the items of the list below them are. `telling` matches the header of a
    table's column that explains the first one. `indefinite` matches an answer that opens with an indefinite article,
    `thing` one that opens as a definition may, `gloss` a label that shows its name in another language. `open_ends` end
    no label. `small` are words that an acronym may leave out. `nouns_capital`: nouns
    keep their capital inside of a sentence.
    """

    code: str
    articles: re.Pattern[str] = NEVER
    what_is: tuple[re.Pattern[str], ...] = ()
    patterns: tuple[Pattern, ...] = ()
    no_terms: frozenset[str] = frozenset()
    no_in_term: re.Pattern[str] = NEVER
    empty_heads: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    remarks: frozenset[str] = frozenset()
    meta: re.Pattern[str] = NEVER
    evaluative: re.Pattern[str] = NEVER
    pointing: re.Pattern[str] = NEVER
    groups: re.Pattern[str] = NEVER
    telling: re.Pattern[str] = NEVER
    indefinite: re.Pattern[str] = NEVER
    thing: re.Pattern[str] = NEVER
    gloss: re.Pattern[str] = NEVER
    open_ends: tuple[str, ...] = ()
    small: frozenset[str] = frozenset()
    nouns_capital: bool = False

    @property
    def wide(self) -> bool:
        """Whether the language is written without blanks between words."""
        return self.code in ("zh", "ja")

    def fold(self, name: str) -> str:
        """Give the form by which two wordings of a name are the same: no article, quotes, case or parenthesis."""
        return key(self.articles.sub("", name.strip().strip("\"“”„«»‘’'「」《》 "), count=1))

    def can_be_term(self, name: str) -> bool:
        """Tell whether a name opens with no pronoun and its like, and holds nothing that no term holds."""
        first = name.lower().split()[0] if name.strip() else ""
        return bool(first) and first not in self.no_terms and not self.no_in_term.search(name) and "," not in name

    def subject_of(self, title: str) -> str:
        """Give what a title is about: the term that it asks for, else its words before a dash, a colon or a bar."""
        named = self.understand(title)
        return named.term if named.what_is else _TITLE_ENDS.split(title)[0].strip()

    def understand(self, name: str) -> Named:
        """Understand a heading's words, its number taken off."""
        folded = name.lower().strip(" :：?？¿!")
        for pattern in self.what_is:
            if (found := pattern.match(name)) and self.can_be_term(found["term"]):
                return Named(self.articles.sub("", found["term"].strip(), count=1), what_is=True, question=True)
        return Named(
            "" if folded in self.generic else name,
            question=name.endswith(("?", "？", "؟")),
            generic=folded in self.generic,
            aspect=folded if folded in self.attributes else "",
            meta=bool(self.meta.match(folded)),
        )


_TITLE_ENDS = lazy_regex(r"\s+[–—|-]\s+|[:：|｜]\s*")


def pattern(regex: str, verb: str, *, shown: bool = False, alone: bool = False) -> Pattern:
    """Make a pattern of a regular expression; its answer goes on to the end of the sentence, breaks included."""
    return Pattern(lazy_regex(regex, re.DOTALL), verb, shown, alone)


def any_of(words: str) -> frozenset[str]:
    """Make a set of phrases that are set off by bars."""
    return frozenset(word.strip() for word in words.split("|"))


def shares(first: str, second: str) -> bool:
    """Tell whether two texts have a content word in common: five letters of it, or two wide characters."""
    return within(first, second) or within(second, first) or bool(_stems(first) & _stems(second))


def within(name: str, text: str) -> bool:
    """Tell whether a name stands in a text as whole words, in any case."""
    return bool(name.strip()) and bool(re.search(rf"(?<!\w){re.escape(name.strip())}(?!\w)", text, re.IGNORECASE))


def _stems(text: str) -> set[str]:
    lowered = text.lower()
    out = {word[:5] for word in re.findall(r"[^\W\d_]+", lowered) if len(word) > 3 or word.isupper()}
    if _WIDE.search(text):
        runs = re.findall(r"[\u3040-\u30ff\u3400-\u9fff]{2,}", text)
        out |= {run[at : at + 2] for run in runs for at in range(len(run) - 1)}
    out |= {word.lower() for word in re.findall(r"\b[A-Z][A-Z0-9]+\b", text)}
    return out
