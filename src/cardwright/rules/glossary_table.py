"""A table of terms: its first column names things, another says what they are, do or mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardwright.core.document import Row, Table, Text
from cardwright.core.fact import Fact, Statement
from cardwright.rules.acronym import long_form
from cardwright.rules.base import answer_blocks, found, word_count
from cardwright.rules.labelled_item import explains, fact_of
from cardwright.rules.reading import Reading

_TELLS = re.compile(
    r"^(?:definitions?|meanings?|descriptions?|descri\w+|explanations?|purpose|what it (?:does|is|means)|function|use|usage|details?|comments?|"
    r"notes?|summary|criteria.*|role|responsibilit(?:y|ies))$",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"^(?:terms?|acronyms?|abbreviations?|names?|words?|symbols?|commands?|keywords?|shortcuts?|concepts?|expressions?)$",
    re.IGNORECASE,
)
_MIN_MEAN_WORDS = 4
"""Cells of fewer words on average are values, not explanations."""


class GlossaryTable:
    """Reads tables with a column that explains what the first column names.

    A row `| Ballast | weight carried low to steady a ship |` under `| Term | Meaning |` gives "What is ballast?".
    Not taken: tables of values, a first column of numbers, cells of a word or two.
    Source: labelled articles and the counts of real notations.
    """

    name = "glossary-table"
    confidence = 0.93

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give a fact for each row that explains its first cell."""
        for spot in reading.spots:
            table = spot.block
            if not isinstance(table, Table) or len(table.rows) < 2 or reading.headings[spot.section].meta:  # noqa: PLR2004
                continue
            columns = columns_of(table)
            if columns is None:
                continue
            name_at, tell_at = columns
            for row in table.rows:
                fact = self._fact(reading, spot.section, row, row.cells[name_at], row.cells[tell_at])
                if fact is not None:
                    yield fact

    def _fact(self, reading: Reading, section: int, row: Row, name: Text, tells: Text) -> Fact | None:
        blocks = answer_blocks(reading, tells)
        if not name.plain.strip() or not blocks or not explains(blocks):
            return None
        where = found(
            self.name,
            reading,
            section,
            [row.span],
            evidence=f"table row {name.plain!r}",
            confidence=self.confidence,
            claims=(f"r{row.span.line}",),
        )
        if long_form(name.plain.strip(), tells.plain.strip()) == tells.plain.strip():
            return Statement(where, name.strip(), "stands for", blocks)
        return fact_of(reading, where, name.strip(" :"), blocks, topic=reading.topic(section), group="")


def columns_of(table: Table) -> tuple[int, int] | None:
    """Give the column of the names and the column that explains them; None where the table has none."""
    tells = next((at for at, cell in enumerate(table.header) if at and _TELLS.match(cell.plain.strip(" *:"))), None)
    if tells is None:
        if len(table.header) != 2:  # noqa: PLR2004 - of more columns one cannot say which explains
            return None
        tells = 1
    name = next((at for at in range(len(table.header)) if not _numbers(table, at)), tells)
    if name == tells:
        return None
    cells = [row.cells[tells].plain for row in table.rows]
    mean = sum(word_count(cell) for cell in cells) / len(cells)
    named = bool(_NAMES.match(table.header[name].plain.strip(" *:")))
    if mean < (_MIN_MEAN_WORDS / 2 if named else _MIN_MEAN_WORDS) or any(
        len(row.cells[name].plain.split()) > 8 for row in table.rows
    ):  # noqa: PLR2004
        return None
    return name, tells


def _numbers(table: Table, column: int) -> bool:
    """Tell whether a column holds numbers or nothing, and so names nothing."""
    named = [row.cells[column].plain for row in table.rows if re.search(r"[^\W\d_]{2}", row.cells[column].plain)]
    return len(named) < len(table.rows) / 2
