"""Adopting a published deck: a ledger from an Anki package, so that its learners lose nothing."""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from html.parser import HTMLParser
from io import BytesIO
from typing import Any, NoReturn

from cardwright.core.note import Kind
from cardwright.core.problem import Problem
from cardwright.core.record import dataclass
from cardwright.core.span import Span
from cardwright.errors import SourceError
from cardwright.identity.decks import pin_decks
from cardwright.identity.ledger import KnownItem, Ledger, Record
from cardwright.identity.order import STEP
from cardwright.text.regex import lazy_regex

_OURS: Mapping[str, Kind] = {
    "Cardwright Basic": "entry",
    "Cardwright Definition": "definition",
    "Cardwright List": "list",
}
"""Our note types and a kind that is made as one of them."""

_LARGEST = 1 << 30
"""Bytes of a collection that are unpacked: a package of 100,000 notes holds a tenth of it."""

_CLOZE_TYPE = 1
_CLOZE = lazy_regex(r"<li>\{\{c(\d+)::(.*?)\}\}</li>", re.DOTALL)
_BREAKS = frozenset("p div li ul ol br tr table pre blockquote h1 h2 h3 h4 h5 h6 hr dd dt".split())


@dataclass(frozen=True, slots=True)
class Adopted:
    """A ledger made from packages.

    `foreign` counts the notes of other tools: Anki keeps them as they are, for their note type is another; their
    learners get new notes, but no corrections of those. `skipped` counts notes that no note of ours can go on from.
    """

    ledger: Ledger
    foreign: int
    skipped: int


def adopt(package: bytes, *, path: str) -> Adopted:
    """Make a ledger of an .apkg file's bytes; `path` names it in errors. Raises SourceError where it cannot be read."""
    try:
        notes, types, decks = _tables(_collection(package, path))
    except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError) as error:
        _fail(path, f"the package's collection cannot be read ({error})", "Export it from Anki once more")
    records: list[Record] = []
    skipped = 0
    for at, row in enumerate(notes, start=1):
        record = _record(row, types[row["mid"]], decks.get(row["did"], "Default"), order=STEP * at)
        if record:
            records.append(record)
        else:
            skipped += 1
    names = dict.fromkeys(record.deck for record in records)
    pinned = pin_decks([(key, key.removeprefix(_PREFIX)) for key in names], [], [])
    ledger = Ledger(
        tuple(sorted(pinned.values(), key=lambda deck: deck.key)),
        tuple(sorted({record.guid: record for record in records}.values(), key=lambda record: record.guid)),
    )
    return Adopted(ledger, sum(record.foreign for record in records), skipped)


def together(parts: Sequence[Adopted]) -> Adopted:
    """Put the ledgers of several packages together; of a note or a deck that is in several the first one counts."""
    decks = {deck.key: deck for part in reversed(parts) for deck in part.ledger.decks}
    notes = {note.guid: note for part in reversed(parts) for note in part.ledger.notes}
    ledger = Ledger(tuple(decks[key] for key in sorted(decks)), tuple(notes[guid] for guid in sorted(notes)))
    foreign = sum(note.foreign for note in ledger.notes)
    return Adopted(ledger, foreign, sum(part.skipped for part in parts))


_PREFIX = "adopted:"
"""Marks the key of a deck, and the article of a note, that no build has named yet."""


def _fail(path: str, message: str, fix: str) -> NoReturn:
    raise SourceError(Problem(Span(path, 0, 0), "broken-package", message, fix))


def _collection(package: bytes, path: str) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(package)) as archive:
            names = archive.namelist()
            if "collection.anki21b" in names:
                fix = 'Export the deck again with "Support older Anki versions" ticked'
                _fail(path, "the package is in Anki's newest format, which is not read", fix)
            name = next((name for name in ("collection.anki21", "collection.anki2") if name in names), "")
            if not name:
                _fail(path, "there is no collection in the package", "Give an .apkg file that Anki or a tool exported")
            with archive.open(name) as member:
                data = member.read(_LARGEST + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        _fail(path, f"this is no Anki package ({error})", "Give an .apkg file that Anki or a tool exported")
    if len(data) > _LARGEST:
        _fail(path, "the package's collection is larger than a gigabyte", "Export one deck instead of all")
    return data


Row = Mapping[str, Any]


def _tables(collection: bytes) -> tuple[list[Row], dict[int, Any], dict[int, str]]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(collection)
        database.row_factory = sqlite3.Row
        models, decks = database.execute("select models, decks from col").fetchone()
        rows = database.execute(
            "select n.id, n.guid, n.mid, n.mod, n.flds, (select c.did from cards c where c.nid = n.id order by c.ord"
            " limit 1) as did from notes n order by n.id"
        ).fetchall()
    types = {int(key): value for key, value in json.loads(models).items()}
    for row in rows:
        types[row["mid"]]["flds"]
    return [dict(row) for row in rows], types, {int(key): deck["name"] for key, deck in json.loads(decks).items()}


def _record(row: Row, note_type: Mapping[str, Any], deck: str, *, order: int) -> Record | None:
    """Make a record of a note; None for a cloze note of another tool or one without two fields."""
    names = [field["name"] for field in note_type["flds"]]
    fields = dict(zip(names, str(row["flds"]).split("\x1f"), strict=False))
    kind = _OURS.get(note_type["name"]) if "CwId" in fields else None
    if kind is None and (note_type.get("type") == _CLOZE_TYPE or len(fields) < 2):
        return None
    front, back = ("Question", "Answer") if kind else names[:2]
    key = f"{_PREFIX}{deck}"
    answer = plain_of_html(fields.get(back, ""))
    return Record(
        guid=str(row["guid"]),
        kind=kind or "fact",
        article=key,
        deck=key,
        question=plain_of_html(fields[front]),
        term=plain_of_html(fields.get("Term", "")) if kind else "",
        answers=(answer,) if answer else (),
        items=_items(fields["List"]) if kind == "list" else (),
        order=order,
        foreign=kind is None,
        created=int(row["id"]) // 1000,
        modified=int(row["mod"]),
    )


def _items(html: str) -> tuple[KnownItem, ...]:
    found: dict[int, KnownItem] = {}
    for number, text in _CLOZE.findall(html):
        found.setdefault(int(number), KnownItem(plain_of_html(text), int(number)))
    return tuple(found.values())


class _Plain(HTMLParser):
    """Collects what a reader sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"style", "script"}
        if tag in _BREAKS:
            self.text.append("\n")
        if tag == "img":
            self.text.append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"style", "script"} and self._hidden > 0
        if tag in _BREAKS:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.text.append(data)


def plain_of_html(html: str) -> str:
    """Give the words of a field without its marks, a line a block."""
    parser = _Plain()
    parser.feed(html)
    parser.close()
    lines = [" ".join(line.split()) for line in "".join(parser.text).split("\n")]
    return "\n".join([line for line in lines if line])
