"""Names and digests of pictures: what Anki stores them under."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

from cardwright.core.deck import Media

_STEM_LENGTH = 40
"""Characters of the source's stem that a name keeps: enough to know the picture by, short for every file system."""

_QUERY = re.compile(r"[?#].*", re.DOTALL)
_NO_LETTERS = re.compile(r"[^a-z0-9_-]+")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")


def media_of(source: str, data: bytes) -> Media:
    """Give the picture that an article names `source` (a path or address as written), with these bytes.

    Its name is `stem-<digest8>.ext`: new content gets a new name, for Anki keeps an old file under a name it knows.
    """
    from hashlib import sha256  # noqa: PLC0415 - most articles show no picture

    digest = sha256(data).hexdigest()
    path = PurePosixPath(unquote(_QUERY.sub("", source).replace("\\", "/")).lower())
    # no leading underscore: Anki takes such files for its own and never replaces nor removes them
    stem = _NO_LETTERS.sub("-", path.stem).strip("-_")[:_STEM_LENGTH].strip("-_") or "picture"
    suffix = path.suffix if _SUFFIX.fullmatch(path.suffix) else ""
    return Media(f"{stem}-{digest[:8]}{suffix}", digest, data)
