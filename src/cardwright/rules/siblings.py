"""Headings side by side that each have a list right below: what one of them names, the others name too."""

from __future__ import annotations

from collections.abc import Iterator

from cardwright.core.document import ItemList
from cardwright.rules.reading import Reading
from cardwright.text.english import is_plural
from cardwright.text.regex import folded_regex

_POST = folded_regex(
    r"(?:[\w-]+ ){0,4}(?:engineer|developer|manager|designer|analyst|architect|lead|officer|researcher|administrator|"
    r"tester|specialist|director|coordinator|owner|master|programmer|scientist|writer|editor|maintainer|contributor|"
    r"reviewer|intern|assistant|consultant)\Z"
)
"""The name of a post, by the last words of those that handbooks and career ladders describe."""


def stands_beside_another(reading: Reading, section: int) -> bool:
    """Tell whether a heading of one plural word stands beside another one: "Greens" and "Browns"."""
    name = reading.headings[section].name
    return (
        " " not in name
        and is_plural(name)
        and any(" " not in other and is_plural(other) for other in _beside(reading, section))
    )


def is_post(reading: Reading, section: int) -> bool:
    """Tell whether a heading and one beside it name posts: "Junior Developer" and "Senior Developer"."""
    if not _POST.match(reading.headings[section].name):
        return False
    return any(_POST.match(other) for other in _beside(reading, section))


def _beside(reading: Reading, section: int) -> Iterator[str]:
    """Give the names of the headings under the same one that a list follows."""
    level = reading.sections[section].level
    for step in (-1, 1):
        at = section + step
        while 0 <= at < len(reading.sections) and reading.sections[at].level >= level:
            blocks = reading.sections[at].blocks
            if reading.sections[at].level == level and blocks and isinstance(blocks[0], ItemList):
                yield reading.headings[at].name
            at += step
