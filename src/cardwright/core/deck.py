"""Decks: notes with their identities, ready to be exported."""

from __future__ import annotations

from collections.abc import Mapping

from cardwright.core.note import Note
from cardwright.core.record import dataclass, field


@dataclass(frozen=True, slots=True)
class Media:
    """A picture that a note shows. `name` is what Anki stores it under: `stem-<digest8>.ext` of `[a-z0-9_-]`."""

    name: str
    digest: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class StampedNote:
    """A note with its identity. Times are Unix seconds UTC.

    `guid` is Anki's GUID. `modified` moves only when the note's content does. `ordinals` are the cloze numbers of the
    items of a list, in the order of `note.items`; (1,) or (1, 2) for other notes.
    """

    note: Note
    guid: str
    created: int
    modified: int
    ordinals: tuple[int, ...] = (1,)


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck: its pinned name (`A::B` nests), the file name stem of what is written for it, its notes in article order.

    `media` maps (article id, image source as written) to the picture, for the pictures that could be read.
    `title` is for people; `language` and `source_url` are those of its articles where they agree, "" otherwise.
    `modified` is the newest `modified` of its notes, 0 for an empty deck.
    """

    name: str
    slug: str
    notes: tuple[StampedNote, ...]
    title: str = ""
    language: str = ""
    source_url: str = ""
    media: Mapping[tuple[str, str], Media] = field(default_factory=dict)

    @property
    def modified(self) -> int:
        """When the deck's content last changed, Unix seconds UTC."""
        return max((note.modified for note in self.notes), default=0)
