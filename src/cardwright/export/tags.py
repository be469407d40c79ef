"""Tags as Anki can store them."""

from __future__ import annotations

from functools import lru_cache

from cardwright.core.note import Note
from cardwright.export.html import plain

_OWN_TAGS = {"leech", "marked"}
"""Tags by which Anki itself steers; an author must not set them."""


def tags_of(note: Note) -> tuple[str, ...]:
    """Give the note's tags as Anki can store them: one word each, none of those that steer Anki."""
    return _tags(note.tags)


@lru_cache(maxsize=1024)
def _tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    words = ["-".join(plain(tag).replace('"', "").split()) for tag in tags]
    return tuple(dict.fromkeys(word for word in words if word and word.lower() not in _OWN_TAGS))
