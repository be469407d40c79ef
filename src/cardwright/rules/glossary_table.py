"""A table of terms: its first column names things, another says what they are, do or mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardwright.core.document import Row, Table, Text
from cardwright.core.fact import Entry, Fact, Statement, Topic
from cardwright.rules import english
from cardwright.rules.acronym import long_form
from cardwright.rules.base import Reads, answer_blocks, found
from cardwright.rules.columns import columns_of, kind_of
from cardwright.rules.labelled_item import explains, fact_of
from cardwright.rules.reading import Reading
from cardwright.text.english import is_plural
from cardwright.text.normal import without_asides
from cardwright.text.regex import lazy_regex


class GlossaryTable:
    """Reads tables with a column that explains what the first column names.

    A row `| Ballast | weight carried low to steady a ship |` under `| Term | Meaning |` gives "What is ballast?";
    under `| Part | Purpose |` it gives "What is the purpose of the part “Ballast”?".
    Not taken: tables of values, a first column of numbers, cells of a word or two.
    Source: labelled articles and the counts of real notations.
    """

    name = "glossary-table"
    reads: Reads = ""
    confidence = 0.93

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give a fact for each row that explains its first cell."""
        for spot in reading.spots:
            table = spot.block
            if not isinstance(table, Table) or len(table.rows) < 2 or reading.headings[spot.section].meta:
                continue
            columns = columns_of(table, reading.foreign.telling) if reading.foreign else columns_of(table)
            if columns is None:
                continue
            name_at, tell_at = columns
            names = {row.cells[name_at].plain.strip() for row in table.rows}
            if len(names) < len(table.rows) * _MOSTLY:  # the column groups its rows, and names none of them
                continue
            for row in table.rows:
                kind = kind_of(table.header[name_at].plain)
                aspect = _aspect_of(table.header[tell_at].plain)
                fact = self._fact(
                    reading, spot.section, row, row.cells[name_at], row.cells[tell_at], kind=kind, aspect=aspect
                )
                if fact is not None:
                    yield fact

    def _fact(
        self, reading: Reading, section: int, row: Row, name: Text, tells: Text, *, kind: str, aspect: str
    ) -> Fact | None:
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
        name = name.strip(" :")
        if aspect and not reading.foreign:
            quoted = f"the {kind} “{name.plain}”" if kind else reading.running(name.plain)
            topic = Topic(quoted, "noun", not kind and is_plural(quoted))
            return Entry(where, name, blocks, topic, aspect=aspect)
        return fact_of(reading, where, name, blocks, topic=reading.topic(section), group=kind)


_MOSTLY = 2 / 3
"""Of the rows of a glossary, how many at least have a name of their own; a term may have two meanings."""
_SAYS_WHAT = lazy_regex(
    r"(?:definition|meaning|descri\w+|explanation|detail|comment|note|summary|what (?:it|they|this) .*|what|value|info|"
    r"information|text|remark|answer|content)s?",
    re.IGNORECASE,
)
"""Headers of a column that tells what the names are; any other one says which of their attributes it tells."""


def _aspect_of(header: str) -> str:
    """Give the attribute that a column tells of what its row names, "" where its header says only that it tells."""
    noun = without_asides(header.strip(" *:")).strip()
    if not re.fullmatch(r"[A-Za-z][a-z]+(?: [a-z]+){0,2}", noun) or _SAYS_WHAT.fullmatch(noun):
        return ""
    return english.ASPECTS.get(noun.lower(), noun.lower())
