"""Colours for code, by Pygments: the only door to it. The colours themselves stand in the style sheet."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any

from cardwright.text.regex import lazy_regex

_LONGEST = 20_000
"""Characters of code that are coloured. A card that holds more is not read; Pygments takes about 1 ms per 1,000."""


# Tokens that the style sheet leaves in the colour of the text: white space, punctuation, most names. Their elements
# would be half of a field that a learner may want to edit.
_DULL = lazy_regex(r'<span class="(?:w|p|n|o|nn|nv|nx|err)">([^<]*)</span>')


def highlighted(code: str, language: str) -> str:
    """Give code as HTML: spans with Pygments' short classes where it knows the language, else the bare text."""
    lexer = _lexer(language.lower()) if language and len(code) <= _LONGEST else None
    if lexer is None:
        return escape(code)
    from pygments import highlight  # type: ignore[import-untyped]  # noqa: PLC0415 - 30 ms, and few decks hold code

    return _DULL.sub(r"\1", highlight(code, lexer, _formatter())).rstrip("\n")


def unpainted(code: str, language: str) -> str:  # noqa: ARG001 - stands in for `highlighted`
    """Give code as HTML without colours: the same for every release of Pygments, so fit for digests."""
    return escape(code)


@cache
def _lexer(language: str) -> Any:
    from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]  # noqa: PLC0415
    from pygments.util import ClassNotFound  # type: ignore[import-untyped]  # noqa: PLC0415

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


@cache
def _formatter() -> Any:
    from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]  # noqa: PLC0415

    return HtmlFormatter(nowrap=True)
