"""Question templates of other languages than English, one table a language."""

from __future__ import annotations

from cardwright.questions.languages.base import Templates
from cardwright.questions.languages.chinese import CHINESE
from cardwright.questions.languages.french import FRENCH
from cardwright.questions.languages.german import GERMAN
from cardwright.questions.languages.japanese import JAPANESE
from cardwright.questions.languages.korean import KOREAN
from cardwright.questions.languages.portuguese import PORTUGUESE
from cardwright.questions.languages.russian import RUSSIAN
from cardwright.questions.languages.spanish import SPANISH

TEMPLATES = {
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "pt": PORTUGUESE,
    "ru": RUSSIAN,
    "zh": CHINESE,
    "ja": JAPANESE,
    "ko": KOREAN,
}
"""The tables by their ISO 639 code."""

OWN_WORDS = Templates()
"""For every other language: no template, the author's own words."""


def templates(code: str) -> Templates | None:
    """Give the templates of an article's language; None for English and for an unknown one."""
    base = code.lower().replace("_", "-").split("-")[0]
    return None if base in ("", "en") else TEMPLATES.get(base, OWN_WORDS)
