"""The words of other languages than English, one table a language."""

from __future__ import annotations

from cardwright.rules.languages.base import Language
from cardwright.rules.languages.chinese import CHINESE
from cardwright.rules.languages.french import FRENCH
from cardwright.rules.languages.german import GERMAN
from cardwright.rules.languages.japanese import JAPANESE
from cardwright.rules.languages.korean import KOREAN
from cardwright.rules.languages.portuguese import PORTUGUESE
from cardwright.rules.languages.russian import RUSSIAN
from cardwright.rules.languages.spanish import SPANISH

LANGUAGES = {table.code: table for table in (GERMAN, SPANISH, FRENCH, PORTUGUESE, RUSSIAN, CHINESE, JAPANESE, KOREAN)}
"""The tables by their ISO 639 code."""


def foreign(code: str) -> Language | None:
    """Give the table of an article's language: None for English and for an unknown one, which is read as English.

    A language without a table gets an empty one: its articles are read by their structure alone.
    """
    base = code.lower().replace("_", "-").split("-")[0]
    if base in ("", "en"):
        return None
    return LANGUAGES.get(base) or Language(base)
