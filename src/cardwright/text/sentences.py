"""Splits running text into sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from cardwright.text.regex import lazy_regex

_END = lazy_regex(r"(?<=\S)(?:[.!?…]+[\"'”’)\]*_]*(?=\s|$)|[。！？]+[”’」』）]*)")
_NEVER_LAST = frozenset(
    "e.g i.e eg ie vs cf dr mr mrs ms prof st no fig figs eq sec ch vol approx resp ca viz al p pp incl esp "
    "u.s u.k u.n e.u bzw z.b d.h u.a usw p.ej ej".split()
)
_MAY_BE_LAST = frozenset(("etc", "inc", "ltd", "co", "corp", "jr", "sr", "a.m", "p.m"))
_OPENS = lazy_regex(r"\s*[\"'“‘(\[«*_]*(.)", re.DOTALL)


def sentences(text: str) -> list[tuple[int, int]]:
    """Give the (start, end) offsets of the sentences of a text, without the blanks between them.

    A dot inside a token (`.NET`, `Node.js`, `v1.2`), after an abbreviation or an initial, or before a lower-case word
    ends nothing; a hard line break does.
    """
    return list(_sentences(text))


@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        if _ends(text, start, found):
            _add(out, text, start, found.end())
            start = found.end()
    _add(out, text, start, len(text))
    return tuple(out)


def _add(out: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        out.append((start, end))


def _inside_brackets(text: str) -> bool:
    return text.count("(") > text.count(")") and len(text) - text.rfind("(") < _LONGEST_ASIDE


_LONGEST_ASIDE = 200
"""Characters after which an open bracket is taken for a slip of the pen, not for an aside that goes on."""


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    if text.find("(", start, found.start()) >= 0 and _inside_brackets(text[start : found.end()]):
        return False
    sign = found[0]
    if sign[0] in "。！？":
        return True
    opening = _OPENS.match(text, found.end())
    if not opening:
        return True
    if sign[0] in "!?" or "…" in sign or sign.startswith("..."):
        return not opening[1].islower()
    before = text[start : found.start()].rsplit(maxsplit=1)
    word = before[-1].lower().strip("(“\"'[*_") if before else ""
    if word in _NEVER_LAST or (len(word) == 1 and word.isalpha() and before[-1].isupper()):
        return False
    if word in _MAY_BE_LAST or word.isdigit():
        return opening[1].isupper() and not (word.isdigit() and found.start() - start <= len(word) + 1)
    return not opening[1].islower()
