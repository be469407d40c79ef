"""Question templates of other languages than English, one table a language, loaded when an article needs it."""

from __future__ import annotations

from importlib import import_module

from cardwright.questions.languages.base import Templates

TABLES = {
    "de": "german",
    "es": "spanish",
    "fr": "french",
    "pt": "portuguese",
    "ru": "russian",
    "zh": "chinese",
    "ja": "japanese",
    "ko": "korean",
}
"""The modules of the tables by ISO 639 code; each names its table by its own name in capitals."""

OWN_WORDS = Templates()
"""For every other language: no template, the author's own words."""


def templates(code: str) -> Templates | None:
    """Give the templates of an article's language; None for English and for an unknown one."""
    base = code.lower().replace("_", "-").split("-")[0]
    if base in ("", "en"):
        return None
    if base not in TABLES:
        return OWN_WORDS
    name = TABLES[base]
    found: Templates = getattr(import_module(f"{__name__}.{name}"), name.upper())
    return found
