"""Words as identity compares them: case, width, quotes and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata

from cardwright.text.regex import lazy_regex

_UNSPACED = r"\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts without spaces, Thai and Lao, kana, Chinese characters: a character is a word."""

_FIRST_UNSPACED, _MARKS, _LAST_MARKS = "\u0e00", "\u0f00", "\u3040"
"""Their patterns take 3 ms each to compile, so they are left as texts that only articles with such letters compile."""

_WORD = lazy_regex(r"[^\W_]+")
_TOKEN = rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+"


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text, folded; a character each in scripts that set no spaces."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = text.casefold()
    return tuple(re.findall(_TOKEN, text) if _may_be_unspaced(text) else _WORD.findall(text))


def fold(text: str) -> str:
    """Give a text as it is compared for being the same; where it holds no word, the text itself."""
    return " ".join(words_of(text)) or text.strip()


def running_words(text: str) -> tuple[str, ...]:
    """Give the words of a text as written, case and punctuation and all, where its script sets spaces."""
    unspaced = _may_be_unspaced(text) and re.search(f"[{_UNSPACED}]", text)
    return words_of(text) if unspaced else tuple(text.split())


def _may_be_unspaced(text: str) -> bool:
    if text.isascii() or max(text) < _FIRST_UNSPACED:
        return False
    return any(_FIRST_UNSPACED <= letter < _MARKS or letter >= _LAST_MARKS for letter in set(text))
