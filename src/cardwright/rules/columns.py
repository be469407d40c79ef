"""Which column of a table names things, and which one explains them."""

from __future__ import annotations

import re

from cardwright.core.document import Table
from cardwright.rules.base import word_count
from cardwright.text.normal import singular
from cardwright.text.regex import lazy_regex

_TELLS = lazy_regex(
    r"^(?:definitions?|meanings?|descriptions?|descri\w+|explanations?|purpose|"
    r"what it (?:does|is|means)|function|use|usage|details?|comments?|"
    r"notes?|summary|criteria.*|role|responsibilit(?:y|ies))$",
    re.IGNORECASE,
)
_NAMES = lazy_regex(
    r"^(?:terms?|acronyms?|abbreviations?|names?|words?|symbols?|commands?|keywords?|"
    r"shortcuts?|concepts?|expressions?)$",
    re.IGNORECASE,
)
_MIN_MEAN_WORDS = 4
"""Cells of fewer words on average are values, not explanations."""


def columns_of(table: Table, telling: re.Pattern[str] | None = None) -> tuple[int, int] | None:
    """Give the column of the names and the column that explains them; None where the table has none.

    `telling` matches the header of a column that explains, in lower case; with it no other table is taken.
    """
    headers = [cell.plain.strip(" *:").lower() for cell in table.header]
    tells = next((at for at, header in enumerate(headers) if at and (telling or _TELLS).match(header)), None)
    if tells is None:
        if telling or not table.rows:
            return None
        tells = 1 if len(table.header) == len(("name", "text")) else _wordy(table)
        if tells is None:
            return None
    name = next((at for at in range(len(table.header)) if not _numbers(table, at)), tells)
    if name == tells:
        return None
    cells = [row.cells[tells].plain for row in table.rows]
    mean = sum(word_count(cell) for cell in cells) / len(cells)
    named = bool(_NAMES.match(table.header[name].plain.strip(" *:")))
    if mean < (_MIN_MEAN_WORDS / 2 if named else _MIN_MEAN_WORDS) or any(
        len(row.cells[name].plain.split()) > 8 for row in table.rows
    ):
        return None
    return name, tells


def _wordy(table: Table) -> int | None:
    """Give the first column behind the names whose cells are sentences or phrases."""
    for at in range(1, len(table.header)):
        words = sum(word_count(row.cells[at].plain) for row in table.rows)
        if words >= _MIN_MEAN_WORDS * len(table.rows):
            return at
    return None


_NO_KIND = frozenset(
    "term name acronym abbreviation word symbol concept expression item thing what key field topic".split()
)


def kind_of(header: str) -> str:
    """Give what the names of a column are by its header, "" where that says no more than that they are names."""
    noun = header.strip(" *:").lower()
    head = singular(noun.split()[-1]) if noun else ""
    plain = re.fullmatch(r"[a-z]+(?: [a-z]+)?", noun) is not None and head not in _NO_KIND
    return " ".join([*noun.split()[:-1], head]) if plain else ""


def _numbers(table: Table, column: int) -> bool:
    """Tell whether a column holds numbers or nothing, and so names nothing."""
    named = [row.cells[column].plain for row in table.rows if re.search(r"[^\W\d_]{2}", row.cells[column].plain)]
    return len(named) < len(table.rows) / 2
