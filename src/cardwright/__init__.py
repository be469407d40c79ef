"""Turns ordinary Markdown articles into spaced-repetition flashcards.

What a program can use, loaded on first use:

    read(paths, settings=...)          the articles behind files and folders with their notes, and what was wrong
    extract(article, rules=...)        the notes of one article; `rules` are RULES unless you bring your own
    build(paths, ledger=..., ...)      decks, the bytes of their files and the next ledger; nothing is written
    load_ledger(folder)                the ledger of an output folder, the memory of every note's identity
    Article, Note, Deck, Ledger        what these take and give: frozen records
    Settings                           what a user can set, with the defaults
    Problem, CardwrightError           what is wrong and how to mend it: collected, or raised where nothing can go on

An example, from the folder that holds `seeds`:

    >>> from cardwright import Settings, read
    >>> readings, problems = read(["seeds"], settings=Settings())
    >>> note = readings[0].notes[0]
    >>> note.kind, note.span.line
    ('definition', 6)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cardwright.core.deck import Deck
    from cardwright.core.document import Article
    from cardwright.core.note import Note
    from cardwright.core.problem import Problem
    from cardwright.core.settings import Settings
    from cardwright.errors import CardwrightError
    from cardwright.extraction import extract
    from cardwright.identity import Ledger
    from cardwright.pipeline import build, load_ledger, read
    from cardwright.rules import RULES

__all__ = [
    "RULES",
    "Article",
    "CardwrightError",
    "Deck",
    "Ledger",
    "Note",
    "Problem",
    "Settings",
    "build",
    "extract",
    "load_ledger",
    "read",
]

_HOMES = {
    "RULES": "rules",
    "Article": "core.document",
    "CardwrightError": "errors",
    "Deck": "core.deck",
    "Ledger": "identity",
    "Note": "core.note",
    "Problem": "core.problem",
    "Settings": "core.settings",
    "build": "pipeline",
    "extract": "extraction",
    "load_ledger": "pipeline",
    "read": "pipeline",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
