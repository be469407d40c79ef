"""Words as identity compares them: case, width, quotes and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata

_UNSPACED = r"\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts without spaces, Thai and Lao, kana, Chinese characters: a character is a word."""

_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text, folded; a character each in scripts that set no spaces."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return tuple(_TOKEN.findall(text.casefold()))


def fold(text: str) -> str:
    """Give a text as it is compared for being the same; where it holds no word, the text itself."""
    return " ".join(words_of(text)) or text.strip()


def running_words(text: str) -> tuple[str, ...]:
    """Give the words of a text as written, case and punctuation and all, where its script sets spaces."""
    return words_of(text) if _HAS_UNSPACED.search(text) else tuple(text.split())
