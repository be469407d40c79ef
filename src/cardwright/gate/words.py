"""The words that a card's text is judged by, and the text of a card without its code."""

from __future__ import annotations

from functools import lru_cache

from cardwright.core.document import Block, ItemList, Paragraph, Quote, Text
from cardwright.text.normal import singular, words
from cardwright.text.regex import lazy_regex

SMALL = frozenset(
    "a an the of to in on for and or is are was were be been being by with as at from that this these those it its "
    "which who what how why when where do does did can could should would will "
    "may might must you your we our i my they them their "
    "he she his her not no nor but if than then so such into about over under "
    "up out off only also just more most very have "
    "has had there here each every any some all both other one".split()
)
"""English words that carry no content."""


@lru_cache(maxsize=512)
def content_words(text: str) -> tuple[str, ...]:
    """Give the singular content words of a text, in order; the checks ask for those of one answer several times."""
    return tuple([singular(word) for word in words(text) if word not in SMALL and len(word) > 1])


def prose_of(blocks: tuple[Block, ...]) -> list[str]:
    """Give the running texts of the blocks without code and formulas, in which every character may stand."""
    out: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(text=text):
                out.append(prose(text))
            case ItemList(items=items):
                for item in items:
                    out.extend(prose_of(item.blocks))
            case Quote(blocks=inner):
                out.extend(prose_of(inner))
            case _:
                pass
    return out


_NO_PROSE = frozenset(("code", "math", "image"))


def prose(text: Text) -> str:
    """Give a text without its code, formulas and pictures."""
    return "".join([run.text for run in text.runs if not run.marks or run.marks.isdisjoint(_NO_PROSE)])


_OPENING = lazy_regex(r"\W*(\w+)")


def opening(text: str) -> str:
    """Give the first word of a text in lower case."""
    found = _OPENING.match(text)
    return found[1].lower() if found else ""
