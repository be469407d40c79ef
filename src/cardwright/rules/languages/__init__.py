"""The words of other languages than English, one table a language, loaded when an article needs it."""

from __future__ import annotations

from importlib import import_module

from cardwright.rules.languages.base import Language

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


def table(code: str) -> Language:
    """Give the table of one of the languages that have one. Raises KeyError for another code."""
    name = TABLES[code]
    found: Language = getattr(import_module(f"{__name__}.{name}"), name.upper())
    return found


def foreign(code: str) -> Language | None:
    """Give the table of an article's language: None for English and for an unknown one, which is read as English.

    A language without a table gets an empty one: its articles are read by their structure alone.
    """
    base = code.lower().replace("_", "-").split("-")[0]
    if base in ("", "en"):
        return None
    return table(base) if base in TABLES else Language(base)
