"""The ledger: every note that was ever published from a folder, one JSON line a note, so that git can merge it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn, get_args

from cardwright.core.note import Kind
from cardwright.core.problem import Problem
from cardwright.core.record import dataclass
from cardwright.core.span import Span
from cardwright.errors import LedgerError
from cardwright.text.regex import lazy_regex

FORMAT = 2
"""The version of the file's format that is written; newer ones are refused. Format 1 had no check sums and no last
line; it is read, and the next build writes it anew."""

_SUMMED = 2
"""The first format with check sums and a last line."""

_END = '{"end":"ledger"}'
"""The last line: without it the file was cut off."""

_RESTORE = "Restore the file from git (`git checkout HEAD -- {path}`); the decks are untouched"
_CONFLICT = lazy_regex(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")
_KINDS = frozenset(get_args(Kind))


@dataclass(frozen=True, slots=True)
class PinnedDeck:
    """A deck's name in Anki, which is its identity there, and the stem of its files; both as of its first build.

    `title` is what its articles would have it called as of the last build.
    """

    key: str
    name: str
    slug: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An item of a list note: the text it was last shown with and its cloze number. `retired`: Unix seconds UTC."""

    text: str
    ordinal: int
    retired: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A note as it was last built: its identity, and the plain words by which it is known again.

    `article` is the article's id and `deck` the deck's key. Live items stand in article order, retired ones behind
    them. `order` ranks the notes of an article: it leaves gaps, so that a note in between moves no other line.
    A list past Anki's highest cloze number goes on in notes of their own: `head` is the GUID of the first one, `part`
    counts from 1; "" and 0 otherwise.
    `digest` is that of the exported content, "" of a note that was adopted from a package and not built since; a
    `foreign` one was made by another tool, and may go on as any kind but a list.
    Times are Unix seconds UTC; `retired` is None while the note is alive.
    """

    guid: str
    kind: Kind
    article: str
    deck: str
    question: str
    term: str = ""
    answers: tuple[str, ...] = ()
    items: tuple[KnownItem, ...] = ()
    section: tuple[str, ...] = ()
    order: int = 0
    head: str = ""
    part: int = 0
    digest: str = ""
    foreign: bool = False
    created: int = 0
    modified: int = 0
    retired: int | None = None

    @property
    def live_items(self) -> tuple[KnownItem, ...]:
        """The items that the list showed at the last build, in article order."""
        return tuple(item for item in self.items if item.retired is None)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was published so far: pinned decks and notes, the retired ones too. `Ledger()` is a fresh start."""

    decks: tuple[PinnedDeck, ...] = ()
    notes: tuple[Record, ...] = ()


def dump(ledger: Ledger) -> str:
    """Write a ledger as text: a header, the decks by key, the notes by GUID, a line each.

    GUIDs are as good as random, so that what two branches add lands on different places of the file.
    """
    rows: list[Mapping[str, Any]] = [
        {"deck": deck.key, "name": deck.name, "slug": deck.slug, "title": deck.title}
        for deck in sorted(ledger.decks, key=_key)
    ]
    rows += [_row(note) for note in sorted(ledger.notes, key=_guid)]
    header = json.dumps({"cardwright": "ledger", "format": FORMAT}, separators=(",", ":"))
    return "\n".join([header, *map(_line, rows), _END, ""])


def parse(text: str, *, path: str) -> Ledger:
    """Read a ledger. Raises LedgerError with `path:line` and the mend for anything that `dump` did not write."""
    lines = [line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n")]
    _conflicts(lines, path)
    if lines.pop().strip():
        _fail(path, len(lines) + 1, "the ledger's last line is cut off", _RESTORE)
    summed = _header(lines, path) >= _SUMMED
    if summed and lines.pop() != _END:
        _fail(path, len(lines) + 1, "the ledger's end is missing", _RESTORE)
    decks: dict[str, PinnedDeck] = {}
    notes: dict[str, Record] = {}
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[1:], start=2):
        row = _read(line, path, number, summed=summed)
        try:
            entry = _deck(row) if "slug" in row else _note(row)
        except (KeyError, TypeError, ValueError) as error:
            _fail(path, number, f"this line is not one of the ledger's ({error})", _RESTORE)
        mark = f"deck {entry.key}" if isinstance(entry, PinnedDeck) else f"note {entry.guid}"
        if mark in seen:
            _fail(path, number, f"the {mark} stands on line {seen[mark]} too", "Keep one of the two lines")
        seen[mark] = number
        if isinstance(entry, PinnedDeck):
            decks[entry.key] = entry
        else:
            notes[entry.guid] = entry
    return Ledger(tuple(decks[k] for k in sorted(decks)), tuple(notes[g] for g in sorted(notes)))


def _fail(path: str, line: int, message: str, fix: str) -> NoReturn:
    raise LedgerError(Problem(Span(path, line, line), "broken-ledger", message, fix.format(path=path)))


def _conflicts(lines: Sequence[str], path: str) -> None:
    for number, line in enumerate(lines, start=1):
        if _CONFLICT.match(line):
            fix = "Keep the lines of both sides, of two with the same guid only one, and delete the marker lines"
            _fail(path, number, "a merge conflict was left in the ledger", fix)


def _header(lines: Sequence[str], path: str) -> int:
    """Check the first line and give the format's version."""
    if not lines:
        _fail(path, 1, "the ledger is empty", _RESTORE)
    row = _read(lines[0], path, 1, summed=False)
    version = row.get("format")
    if row.get("cardwright") != "ledger" or type(version) is not int:
        _fail(path, 1, "this is no ledger of cardwright's", _RESTORE)
    if version > FORMAT:
        what = f"the ledger has format {version}, this cardwright reads up to {FORMAT}"
        _fail(path, 1, what, "Install the newer cardwright that wrote it")
    return version


def _read(line: str, path: str, number: int, *, summed: bool) -> dict[str, Any]:
    if summed:
        found = _SUM.search(line)
        if not found:
            _fail(path, number, "this line of the ledger is damaged", _RESTORE)
        line = line[: found.start()] + "}"
        if found[1] != _sum(line):
            _fail(path, number, "this line of the ledger was changed by hand", _RESTORE)
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        _fail(path, number, "this line of the ledger is damaged", _RESTORE)
    if not isinstance(row, dict):
        _fail(path, number, "this line is not one of the ledger's", _RESTORE)
    return row


def _row(note: Record) -> Mapping[str, Any]:
    row: dict[str, Any] = {"guid": note.guid, "kind": note.kind, "article": note.article, "deck": note.deck}
    row["question"] = note.question
    if note.term:
        row["term"] = note.term
    if note.answers:
        row["answers"] = note.answers
    if note.items:
        row["items"] = [[i.ordinal, i.text] + ([] if i.retired is None else [i.retired]) for i in note.items]
    row |= {"section": note.section, "order": note.order}
    if note.head:
        row |= {"head": note.head, "part": note.part}
    if note.foreign:
        row["foreign"] = True
    row |= {"digest": note.digest, "created": note.created, "modified": note.modified}
    if note.retired is not None:
        row["retired"] = note.retired
    return row


def _deck(row: Mapping[str, Any]) -> PinnedDeck:
    title = _text(row, "title") if "title" in row else ""
    return PinnedDeck(_text(row, "deck"), _text(row, "name"), _text(row, "slug"), title)


def _note(row: Mapping[str, Any]) -> Record:
    kind = _text(row, "kind")
    if kind not in _KINDS:
        raise ValueError(f"unknown kind {kind!r}")
    return Record(
        guid=_text(row, "guid"),
        kind=kind,  # type: ignore[arg-type] # one of _KINDS
        article=_text(row, "article"),
        deck=_text(row, "deck"),
        question=_text(row, "question"),
        term=_text(row, "term") if "term" in row else "",
        answers=_texts(row, "answers") if "answers" in row else (),
        items=_items(row.get("items", ())),
        section=_texts(row, "section"),
        order=_number(row["order"]),
        head=_text(row, "head") if "head" in row else "",
        part=_number(row["part"]) if "head" in row else 0,
        digest=_text(row, "digest"),
        foreign=row.get("foreign") is True,
        created=_number(row["created"]),
        modified=_number(row["modified"]),
        retired=_number(row["retired"]) if "retired" in row else None,
    )


def _items(rows: Any) -> tuple[KnownItem, ...]:
    items = tuple(map(_item, rows))
    if len({item.ordinal for item in items}) < len(items):
        raise ValueError("a card number stands twice")
    return items


def _item(row: Any) -> KnownItem:
    ordinal, text, *rest = row
    if not isinstance(text, str) or len(rest) > 1:
        raise TypeError(f"{row!r} is no item")
    return KnownItem(text, _number(ordinal), *map(_number, rest))


def _text(row: Mapping[str, Any], name: str) -> str:
    if not isinstance(row[name], str):
        raise TypeError(f"{name} is no text")
    return row[name]  # type: ignore[no-any-return] # just looked


def _texts(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    if not isinstance(row[name], list) or not all(isinstance(text, str) for text in row[name]):
        raise TypeError(f"{name} is no list of texts")
    return tuple(row[name])


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(f"{value!r} is no whole number")
    return value


def _key(deck: PinnedDeck) -> str:
    return deck.key


def _guid(note: Record) -> str:
    return note.guid


_RAW_BREAKS = lazy_regex("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")


def _line(row: Mapping[str, Any]) -> str:
    # What some editor or git setting takes for a line break or a control character stays escaped; lone surrogates
    # have no UTF-8.
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    text = _RAW_BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return f'{text[:-1]},"sum":"{_sum(text)}"}}'


_SUM = lazy_regex(r',"sum":"([0-9a-f]{8})"\}$')


def _sum(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"
