"""The Anki package (.apkg): the only door to genanki.

genanki gives the frame: the schema, the JSON of note types and decks. The rows are our own, because genanki dates them
by one clock, loses clozes that its pattern does not know, checks HTML in quadratic time and writes by a temporary file.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from cardwright.core.deck import Deck, Media, StampedNote
from cardwright.core.problem import Problem
from cardwright.core.record import dataclass
from cardwright.errors import ExportError
from cardwright.export.base import Rendered
from cardwright.export.fields import fault_of, fields_of, images_of, left_out, ordinals_of
from cardwright.export.html import escaped, linked, sanitised
from cardwright.export.note_types import LOOKS_CHANGED, NOTE_TYPES, NoteType, note_type_of
from cardwright.export.tags import tags_of

_WINDOW = 2**32
"""Milliseconds (50 days) before a note's creation in which its id lies: wide enough that ids seldom meet."""

_STRIDE = 2_654_435_761
"""Milliseconds between the ids of a note's cards, modulo the window: far apart, whatever the ordinals (2**32 / phi)."""

_EARLIEST = 1_500_000_000
"""Ids are Anki's creation dates, Unix seconds UTC here; a note with no date of its own gets one that is plausible."""

_SQLITE_VERSION = 3_040_000
"""What the database says it was written by: the release in which its file format last changed is far older."""

_PAGE, _HEADER = 4096, 100
_BRANCHES, _LEAVES = (2, 5), (10, 13)
"""SQLite's file format: bytes of a page and of the file's header, first bytes of the two sorts of B-tree pages.

Other pages are overflow pages, which begin with a page number: its first byte is 0 in every file below 64 GB."""

_NEW_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_NEW_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"


@dataclass(frozen=True, slots=True)
class _Ready:
    """A note with its fields rendered."""

    stamped: StampedNote
    fields: tuple[str, ...]


class Apkg:
    """Writes a deck as an Anki package. The same deck gives the same bytes on every machine."""

    suffix = ".apkg"

    def render(self, deck: Deck) -> Rendered:
        """Give the package. A note that Anki could make no card of is left out and told as a problem.

        Raises ExportError where two notes have one GUID: Anki would take the one for a version of the other.
        """
        _refuse_repeats(deck)
        ready: list[_Ready] = []
        problems: list[Problem] = []
        for stamped in deck.notes:
            fields = fields_of(stamped, deck.media)
            fault = fault_of(stamped, fields)
            if fault:
                problems.append(left_out(stamped, fault))
            else:
                ready.append(_Ready(stamped, fields))
        return Rendered(_zipped(_collection(deck, ready), _shown(deck, ready)), tuple(problems))


def _refuse_repeats(deck: Deck) -> None:
    seen: dict[str, StampedNote] = {}
    for stamped in deck.notes:
        first = seen.setdefault(stamped.guid, stamped)
        if first is not stamped:
            raise ExportError(
                Problem(
                    stamped.note.span,
                    "repeated-guid",
                    f"The note has the GUID {stamped.guid} of the note at {first.note.span}",
                    "Restore the ledger, then build again",
                )
            )


def _shown(deck: Deck, ready: list[_Ready]) -> list[Media]:
    """Give the pictures that the notes show, by name."""
    names = {name for note in ready for name in images_of(note.fields)}
    return [picture for name, picture in sorted({m.name: m for m in deck.media.values()}.items()) if name in names]


def _zipped(collection: bytes, media: list[Media]) -> bytes:
    """Give the archive: nothing compressed, for zlib's output differs between its releases; one date for all."""
    names = json.dumps({str(at): picture.name for at, picture in enumerate(media)})
    parts = [("collection.anki2", collection), ("media", names.encode())]
    parts += [(str(at), picture.data) for at, picture in enumerate(media)]
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name, data in parts:
            info = ZipInfo(name)  # dated 1980-01-01
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return target.getvalue()


def _collection(deck: Deck, ready: list[_Ready]) -> bytes:
    """Give the package's database."""
    import genanki  # type: ignore[import-untyped]  # noqa: PLC0415 - 60 ms to import

    frame = genanki.Deck(_deck_id(deck.name), deck.name, _description(deck))
    used = {note_type_of(note.stamped.note.kind).id for note in ready}
    for note_type in NOTE_TYPES:
        if note_type.id in used:
            frame.add_model(_model(note_type))
    with closing(sqlite3.connect(":memory:")) as database:
        for pragma in (f"page_size = {_PAGE}", "encoding = 'UTF-8'", "auto_vacuum = NONE", "secure_delete = ON"):
            database.execute(f"PRAGMA {pragma}")
        genanki.Package(frame).write_to_db(database.cursor(), LOOKS_CHANGED, count(1))
        _fill(database, ready, frame.deck_id)
        database.commit()
        database.execute("VACUUM")
        return _settled(database.serialize())


def _fill(database: sqlite3.Connection, ready: list[_Ready], deck_id: int) -> None:
    notes: list[tuple[Any, ...]] = []
    cards: list[tuple[Any, ...]] = []
    note_ids: set[int] = set()
    card_ids: set[int] = set()
    for due, note in enumerate(ready, 1):
        stamped = note.stamped
        note_type = note_type_of(stamped.note.kind)
        tags = f" {' '.join(tags_of(stamped.note))} "
        sort_field = note.fields[note_type.sort_field]
        spread = int.from_bytes(sha256(stamped.guid.encode()).digest()[:8])
        note_id = _free_id(stamped.created, spread >> 32, note_ids)
        row = (note_id, stamped.guid, note_type.id, stamped.modified, tags, "\x1f".join(note.fields), sort_field)
        notes.append(row)
        for ordinal in ordinals_of(stamped):
            card_id = _free_id(stamped.created, spread + ordinal * _STRIDE, card_ids)
            cards.append((card_id, note_id, deck_id, ordinal - 1, stamped.modified, due))
    database.executemany(_NEW_NOTE, sorted(notes))
    database.executemany(_NEW_CARD, sorted(cards))


def _free_id(created: int, spread: int, taken: set[int]) -> int:
    """Give an id that goes with the GUID, so that two devices of one learner give a note the same one."""
    number = max(created, _EARLIEST) * 1000 - spread % _WINDOW
    while number in taken:
        number += 1
    taken.add(number)
    return number


def _deck_id(name: str) -> int:
    """Give an id for the package's own use: Anki finds decks by their names, and 1 is the default deck's."""
    return _EARLIEST * 1000 + int.from_bytes(sha256(name.encode()).digest()[:4])


def _description(deck: Deck) -> str:
    """Give what Anki shows above the deck before it is studied: where it comes from."""
    return sanitised(linked(deck.source_url, escaped(deck.title)))


def _model(note_type: NoteType) -> Any:
    """Give genanki's record of a note type; it writes into what it is given, so each deck gets one of its own."""
    import genanki  # noqa: PLC0415 - as above

    return genanki.Model(
        note_type.id,
        note_type.name,
        fields=[{"name": field.name, "id": field.id, "collapsed": field.collapsed} for field in note_type.fields],
        templates=[{"name": t.name, "id": t.id, "qfmt": t.front, "afmt": t.back} for t in note_type.templates],
        css=note_type.css,
        model_type=genanki.Model.CLOZE if note_type.cloze else genanki.Model.FRONT_BACK,
        sort_field_index=note_type.sort_field,
    )


def _settled(database: bytes) -> bytes:
    """Give the database without what hangs on the release of SQLite that wrote it.

    In the header these are the count of changes and the release itself; in each B-tree page the gap between the cell
    pointers and the cells, where older content may shine through. <https://www.sqlite.org/fileformat2.html>
    """
    settled = bytearray(database)
    for start, value in ((24, 1), (92, 1), (96, _SQLITE_VERSION)):
        settled[start : start + 4] = value.to_bytes(4)
    for page in range(0, len(settled), _PAGE):
        head = page or _HEADER
        kind = settled[head]
        if kind in _BRANCHES or kind in _LEAVES:
            cells = int.from_bytes(settled[head + 3 : head + 5])
            begin = head + (12 if kind in _BRANCHES else 8) + 2 * cells
            end = page + int.from_bytes(settled[head + 5 : head + 7])
            settled[begin:end] = bytes(end - begin)
    return bytes(settled)
