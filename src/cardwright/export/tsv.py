"""A table for Anki's text import (.tsv), which finds notes by their GUIDs."""

from __future__ import annotations

import csv
from io import StringIO

from cardwright.core.deck import Deck
from cardwright.core.problem import Problem
from cardwright.export.base import Rendered
from cardwright.export.fields import fault_of, fields_of, left_out
from cardwright.export.note_types import NOTE_TYPES, note_type_of
from cardwright.export.tags import tags_of

_HEADER = (
    "#separator:tab",
    "#html:true",
    "#guid column:1",
    "#notetype column:2",
    "#deck column:3",
    "#tags column:4",
)

_FIELDS = max(len(note_type.fields) for note_type in NOTE_TYPES)
"""Anki counts the columns once for the whole file; it passes over those that a note type has no field for."""


class Tsv:
    """Writes a deck as tab-separated text with Anki's header lines. It needs the note types in the collection."""

    suffix = ".tsv"

    def render(self, deck: Deck) -> Rendered:
        """Give the file: UTF-8, one note a record, every cell in quotes, for a bare # would begin a comment."""
        problems: list[Problem] = []
        target = StringIO()
        target.write("".join(f"{line}\n" for line in _HEADER))
        writer = csv.writer(target, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n")
        for stamped in deck.notes:
            fields = fields_of(stamped, deck.media)
            fault = fault_of(stamped, fields)
            if fault:
                problems.append(left_out(stamped, fault))
                continue
            name = note_type_of(stamped.note.kind).name
            padding = [""] * (_FIELDS - len(fields))
            writer.writerow([stamped.guid, name, deck.name, " ".join(tags_of(stamped.note)), *fields, *padding])
        return Rendered(target.getvalue().encode(), tuple(problems))
