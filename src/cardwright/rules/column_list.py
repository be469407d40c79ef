"""The first column of a table as a list, where its header says what the rows are."""

from __future__ import annotations

from collections.abc import Iterator

from cardwright.core.document import Table
from cardwright.core.fact import Enumeration, Fact, Lead
from cardwright.core.note import NoteItem
from cardwright.rules.base import Reads, found, word_count
from cardwright.rules.columns import columns_of, kind_of
from cardwright.rules.reading import Reading
from cardwright.text.english import plural_of

_ROWS = range(3, 13)
"""Shorter tables compare, longer ones are references."""
_MAX_NAME_WORDS = 5


class ColumnList:
    """Reads the names in a table's first column as a list.

    A table of sluices under "The lock" with `| Sluice | Purpose |` gives "What are the sluices of the lock?".
    Not taken: a header that names nothing ("Name", "Term"), a table of values, links or long cells, over twelve rows.
    Source: labelled articles.
    """

    name = "column-list"
    reads: Reads = "en"
    confidence = 0.87

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the rows' names of each table whose header says what they are."""
        for spot in reading.spots:
            table = spot.block
            if not isinstance(table, Table) or len(table.rows) not in _ROWS or reading.headings[spot.section].meta:
                continue
            columns = columns_of(table)
            column = columns[0] if columns else None
            kind = kind_of(table.header[column].plain) if column is not None else ""
            topic = reading.topic(spot.section)
            if column is None or not kind or topic.form != "noun":
                continue
            cells = [row.cells[column].strip(" :") for row in table.rows]
            names = [cell.plain for cell in cells]
            if (
                any(not name or word_count(name) > _MAX_NAME_WORDS for name in names)
                or len(set(names)) < len(names)
                or any(cell.marked("link") for cell in cells)
            ):
                continue
            yield Enumeration(
                found(
                    self.name,
                    reading,
                    spot.section,
                    [table.span],
                    evidence=f"column {kind!r}",
                    confidence=self.confidence,
                    claims=(f"l{table.span.line}",),
                ),
                Lead("noun", noun=plural_of(kind)),
                topic,
                tuple(NoteItem(cell, row.span) for cell, row in zip(cells, table.rows, strict=True)),
            )
