"""Picks notes out of a deck: by tag, section, kind, article, or what changed since a moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from cardwright.core.deck import Deck, StampedNote
from cardwright.core.note import Kind, Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to pick. Each empty field picks everything; values of one field are alternatives, fields add up.

    `tags` hold with what is below them ("networks" picks "networks::dns"). `sections` and `articles` are compared
    without regard to case and may hold `*` and `?`; a section is any heading above a note. `since` picks the notes that
    are new or changed since then, Unix seconds UTC, inclusive.
    """

    tags: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    articles: tuple[str, ...] = ()
    since: int | None = None

    def picks(self, stamped: StampedNote) -> bool:
        """Tell whether the note is picked."""
        note = stamped.note
        return (
            (not self.kinds or note.kind in self.kinds)
            and (self.since is None or stamped.modified >= self.since)
            and (not self.tags or any(_under(tag, wanted) for tag in note.tags for wanted in self.tags))
            and (not self.sections or _any(self.sections, note.section))
            and (not self.articles or _any(self.articles, _names(note)))
        )


def selected(deck: Deck, selection: Selection) -> Deck:
    """Give the deck with the picked notes only, in the same order."""
    return replace(deck, notes=tuple(note for note in deck.notes if selection.picks(note)))


def _under(tag: str, wanted: str) -> bool:
    tag, wanted = tag.casefold(), wanted.casefold()
    return tag == wanted or tag.startswith(f"{wanted}::")


def _any(patterns: tuple[str, ...], texts: tuple[str, ...]) -> bool:
    return any(fnmatchcase(text.casefold(), pattern.casefold()) for pattern in patterns for text in texts)


def _names(note: Note) -> tuple[str, ...]:
    """Give the ways to name an article: its id, its path, its file name, its file name without the suffix."""
    name = note.span.path.replace("\\", "/").rsplit("/", 1)[-1]
    return note.article, note.span.path, name, name.rsplit(".", 1)[0]
