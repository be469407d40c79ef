"""Stamping: a note with its record becomes a note that Anki can follow, and the record of this build."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cardwright.core.deck import StampedNote
from cardwright.core.note import Note
from cardwright.core.record import dataclass
from cardwright.identity.guid import derive
from cardwright.identity.items import remember, seats
from cardwright.identity.ledger import KnownItem, Record
from cardwright.identity.sketch import Sketch
from cardwright.identity.words import fold

Digest = Callable[[StampedNote], str]
"""Names the content that Anki gets of a note: its fields, tags, pictures and card numbers."""

Line = tuple[Record, ...]
"""A note's record, followed by those that continue its list past the highest cloze number; () for a new note."""


@dataclass(frozen=True, slots=True)
class Identified:
    """A note of the build that knows who it is: its line in the ledger, GUID, rank in its article and deck's key."""

    note: Note
    sketch: Sketch
    line: Line
    guid: str
    order: int
    deck: str


@dataclass(frozen=True, slots=True)
class Stamped:
    """A record before and after the build, with the note as it is exported; None where it was retired."""

    old: Record | None
    new: Record
    note: StampedNote | None


def stamp(one: Identified, *, now: int, digest: Digest, taken: set[str]) -> list[Stamped]:
    """Stamp a note, or the parts of a list that is too long for one. GUIDs of new parts are added to `taken`."""
    if one.note.kind != "list":
        ordinals = (1, 2) if one.note.reverse else (1,)
        return [_part(one, one.note, ordinals, 0, guid=one.guid, now=now, digest=digest)]
    places = seats([item.plain for item in one.note.items], [record.items for record in one.line])
    result = []
    for part in range(max(len(one.line), max((seat.part for seat in places), default=0) + 1)):
        mine = [at for at, seat in enumerate(places) if seat.part == part]
        if mine or not (part or places):
            guid = _guid_of_part(one, part, taken)
            note = replace(one.note, items=tuple(one.note.items[at] for at in mine))
            numbers = tuple(places[at].ordinal for at in mine)
            result.append(_part(one, note, numbers, part, guid=guid, now=now, digest=digest))
        elif part < len(one.line):
            emptied = replace(one.line[part], items=remember(one.line[part].items, (), now=now))
            result.append(retire(emptied, now=now))
    return result


def retire(record: Record, *, now: int) -> Stamped:
    """Retire a note that is no longer in the articles; one that is retired already stays as it is."""
    return Stamped(record, record if record.retired is not None else replace(record, retired=now), None)


def _guid_of_part(one: Identified, part: int, taken: set[str]) -> str:
    if part < len(one.line):
        return one.line[part].guid
    guid = derive(one.guid, "part", str(part), taken=taken) if part else one.guid
    taken.add(guid)
    return guid


def _part(
    one: Identified, note: Note, ordinals: tuple[int, ...], part: int, *, guid: str, now: int, digest: Digest
) -> Stamped:
    old = one.line[part] if part < len(one.line) else None
    created, modified = (old.created, old.modified) if old else (now, now)
    stamped = StampedNote(note, guid, created, modified, ordinals)
    content = digest(stamped)
    if old and content != old.digest and not (old.digest == "" and _same_words(one.sketch, old)):
        if now > modified:
            stamped = replace(stamped, modified=now)
        else:
            # The clock stands at or before the last change, so Anki could not see this one, and a time to come would
            # make it overwrite what learners edit. The old digest stays: the first build with a later clock delivers.
            content = old.digest
    shown = tuple(KnownItem(i.plain, number) for i, number in zip(note.items, ordinals, strict=False))
    new = Record(
        guid=guid,
        kind=note.kind,
        article=one.sketch.article,
        deck=one.deck,
        question=one.sketch.question,
        term=one.sketch.term,
        answers=one.sketch.answers,
        items=remember(old.items if old else (), shown, now=now),
        section=note.section,
        order=one.order,
        head=one.guid if part else "",
        part=part,
        digest=content,
        created=created,
        modified=stamped.modified,
    )
    return Stamped(old, new, stamped)


def _same_words(new: Sketch, old: Record) -> bool:
    """Tell whether an adopted note says what it said: how it was marked up cannot be told from the package."""
    before = (old.question, *old.answers, *[item.text for item in old.live_items])
    return fold("\n".join(before)) == fold("\n".join((new.question, *new.answers, *new.items)))
