"""Brings words to one form, so that two wordings of a term or a heading meet."""

from __future__ import annotations

import re
from functools import lru_cache

from cardwright.text.regex import holding, lazy_regex, starting

_WORD = lazy_regex(r"[^\W_]+(?:['’][^\W_]+)?(?:[+#]+)?", re.UNICODE)
_ARTICLE = lazy_regex(r"^(?:an?|the)\s+", re.IGNORECASE, when=starting("a", "the"))
_NUMBERED = starting("step", "part", "chapter", "section", "lesson", "no", "#")
_ENUMERATION = lazy_regex(
    r"^(?:(?:(?:step|part|chapter|section|lesson|no\.?|#)\s*)?\d+(?:\.\d+)*\s*[.):\-–—]\s+|\d+(?:\.\d+)+\.?\s+(?-i:(?=[A-Z])))",
    re.IGNORECASE,
    when=lambda text: text[:1].isdecimal() or _NUMBERED(text),
)
_PARENTHESIS = lazy_regex(r"\s*[(（\[][^()（）\[\]]*[)）\]]", when=holding("(", "（", "["))
_ASIDE = lazy_regex(r"\s*[(（][^()（）]*[)）]", when=holding("(", "（"))
_THE = lazy_regex(r"^the\s", when=starting("the"))
_IRREGULAR = {"criteria": "criterion", "phenomena": "phenomenon", "indices": "index", "matrices": "matrix",
              "vertices": "vertex", "analyses": "analysis", "people": "person", "children": "child", "men": "man",
              "women": "woman", "data": "data", "media": "media", "series": "series", "feet": "foot", "teeth": "tooth",
              "leaves": "leaf", "knives": "knife", "lives": "life", "halves": "half", "shelves": "shelf",
              "loaves": "loaf", "wolves": "wolf", "selves": "self", "mice": "mouse", "geese": "goose",
              "bases": "base", "databases": "database", "hypotheses": "hypothesis", "crises": "crisis", "axes": "axis",
              "movies": "movie", "cookies": "cookie", "ties": "tie", "lies": "lie", "pies": "pie", "heroes": "hero",
              "caches": "cache", "niches": "niche", "aches": "ache", "apis": "api", "clis": "cli",
              "guis": "gui", "uris": "uri", "taxis": "taxi", "skis": "ski"}  # fmt: skip
_UNCHANGED = ("ss", "us", "is", "os", "ics", "ous")


_PLURAL_ICS = frozenset(
    "characteristics metrics topics heuristics tactics graphics critics clinics fabrics relics".split()
)


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """Give an English noun's singular in lower case; words that do not look plural come back as they are."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _PLURAL_ICS:
        return word[:-1]
    if len(word) <= 3 or not word.endswith("s") or word.endswith(_UNCHANGED):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def without_asides(text: str) -> str:
    """Give a text without what stands in round brackets, and without the blanks before them."""
    return _ASIDE.sub("", text)


def without_the(name: str) -> str:
    """Give a name without a "the" in front, which is in lower case."""
    return _THE.sub("", name)


def words(text: str) -> list[str]:
    """Give the words of a text in lower case, hyphens and possessives taken apart."""
    return list(_words(text))


@lru_cache(maxsize=2048)
def _words(text: str) -> tuple[str, ...]:
    found = [word.lower() for word in _WORD.findall(text.replace("-", " "))]
    if "’" in text or "'" in text:
        found = [word.replace("’", "'").removesuffix("'s") for word in found]
    return tuple(found)


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """Give the form by which two wordings of a term are the same: no article, case, plural, hyphen or parenthesis."""
    bare = _ARTICLE.sub("", _PARENTHESIS.sub("", text).strip())
    return " ".join([singular(word) for word in _words(bare or text)])


def unnumbered(title: str) -> str:
    """Give a heading without its number ("3.2 ", "Step 4: ")."""
    return _ENUMERATION.sub("", title).strip()
