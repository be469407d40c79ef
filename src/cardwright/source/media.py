"""Pictures that notes show: found beside their article, never outside of its folder, their type told by content."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from cardwright.core.deck import Media
from cardwright.core.document import (
    Article,
    Block,
    CodeBlock,
    DefinitionList,
    Figure,
    ItemList,
    MathBlock,
    Paragraph,
    Quote,
    Raw,
    Table,
    Text,
)
from cardwright.core.media import media_of
from cardwright.core.note import Note
from cardwright.core.problem import Problem
from cardwright.core.span import Span
from cardwright.errors import SourceError
from cardwright.text.regex import lazy_regex

LARGEST = 10_000_000
"""Bytes of a picture: AnkiWeb takes more, but a phone that shows it stutters."""

_LONGEST_NAME = 80
"""Characters of a picture's name that a message shows."""

_REMOTE = lazy_regex(r"(?:[a-z][a-z0-9+.-]+:|//)", re.IGNORECASE)
_QUERY = lazy_regex(r"[?#].*", re.DOTALL)
_SCRIPT = lazy_regex(rb"<script|javascript:|\son\w+\s*=|<foreignObject", re.IGNORECASE)
_SVG = lazy_regex(rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]", re.DOTALL)

_TYPES: tuple[tuple[str, tuple[str, ...], re.Pattern[bytes]], ...] = (
    ("PNG", (".png",), lazy_regex(rb"\x89PNG\r\n\x1a\n")),
    ("JPEG", (".jpg", ".jpeg"), lazy_regex(rb"\xff\xd8\xff")),
    ("GIF", (".gif",), lazy_regex(rb"GIF8[79]a")),
    ("WebP", (".webp",), lazy_regex(rb"RIFF....WEBP", re.DOTALL)),
    ("AVIF", (".avif",), lazy_regex(rb"....ftypavi[fs]", re.DOTALL)),
    ("SVG", (".svg",), _SVG),
)

Pictures = dict[tuple[str, str], Media]


def load_media(article: Article, notes: Sequence[Note], root: Path) -> tuple[Pictures, tuple[Problem, ...]]:
    """Read the pictures that the article's notes name, by (the note's `article`, source as written).

    A picture that is missing, remote, too large, of an unknown type or outside of `root` is told once and left out.
    """
    folder = Path(article.path).parent
    read: dict[str, Media | None] = {}
    found: Pictures = {}
    problems: list[Problem] = []
    for note in notes:
        for source, line in _named(note):
            if source not in read:
                try:
                    read[source] = _load(source, folder, root, Span(article.path, line, line))
                except SourceError as error:
                    read[source] = None
                    problems.append(error.problem)
            if picture := read[source]:
                found[note.article, source] = picture
    return found, tuple(problems)


def _load(source: str, folder: Path, root: Path, span: Span) -> Media:
    if _REMOTE.match(source):
        raise _error(
            span,
            "remote-picture",
            f"the picture {_short(source)} is not in the folder and is left out of the cards",
            "Save it beside the article and name it there",
        )
    path = _path_of(source, folder, root, span)
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        what = f"the picture {_short(source)} cannot be read ({(error.strerror or 'unknown reason').lower()})"
        raise _error(span, "unreadable-picture", what, "Check its permissions") from error
    if size > LARGEST:
        what = f"the picture {_short(source)} has {size / 1e6:.0f} MB"
        raise _error(span, "large-picture", what, f"Make it smaller than {LARGEST / 1e6:.0f} MB")
    return _checked(source, data, span)


def _path_of(source: str, folder: Path, root: Path, span: Span) -> Path:
    """Find the file. Raises SourceError where there is none, or where it lies outside of `root`."""
    bare = _QUERY.sub("", source).replace("\\", "/")
    for name in dict.fromkeys((unquote(bare), unquote(source), bare)):
        path = _inside(root, root / name.lstrip("/") if name.startswith("/") else folder / name)
        if path is None:
            raise _error(
                span,
                "outside-picture",
                f"the picture {_short(source)} lies outside of the article's folder and is not read",
                "Move it into the folder",
            )
        if _is_file(path):
            return path
    near = _other_case(_inside(root, folder / unquote(bare)))
    fix = f'Write "{near}", for letter case counts' if near else "Put the file there, or mend its name"
    raise _error(span, "missing-picture", f"there is no picture {_short(source)}", fix)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long for the file system
        return False


def _inside(root: Path, path: Path) -> Path | None:
    """Give the path with its links followed, None where it leads out of `root`."""
    real = Path(os.path.realpath(str(path).replace("\0", "\ufffd")))  # no file has a name with a zero byte
    return real if real.is_relative_to(os.path.realpath(root)) else None


def _other_case(path: Path | None) -> str:
    """Give the name of the file that differs from the path's in letter case only, "" where there is none."""
    if path is None:
        return ""
    try:
        return next((one.name for one in path.parent.iterdir() if one.name.casefold() == path.name.casefold()), "")
    except OSError:
        return ""


def _checked(source: str, data: bytes, span: Span) -> Media:
    """Name the picture by its content: Anki and the sheets go by the suffix."""
    kind, suffixes, _ = next((one for one in _TYPES if one[2].match(data)), ("", ("",), None))
    if not kind:
        what = f"the picture {_short(source)} is of no known type"
        raise _error(span, "odd-picture", what, f"Save it as {', '.join(one[0] for one in _TYPES)}")
    if kind == "SVG" and _SCRIPT.search(data):
        what = f"the picture {_short(source)} holds a script and is left out of the cards"
        raise _error(span, "script-in-picture", what, "Save it without scripts, or as PNG")
    bare = _QUERY.sub("", source)
    suffix = PurePosixPath(bare).suffix
    return media_of(bare if suffix.lower() in suffixes else bare.removesuffix(suffix) + suffixes[0], data)


def _named(note: Note) -> Iterator[tuple[str, int]]:
    """Give the sources of the note's pictures with their lines."""
    texts = [note.question, *[item.text for item in note.items], *([note.term] if note.term else [])]
    for text in texts:
        yield from _in_text(text)
    for answer in note.answers:
        yield from _in_blocks(answer.blocks)


def _in_text(text: Text) -> Iterator[tuple[str, int]]:
    return ((run.href, run.line) for run in text.runs if "image" in run.marks and run.href)


def _in_blocks(blocks: Iterable[Block]) -> Iterator[tuple[str, int]]:
    for block in blocks:
        match block:
            case Paragraph(text=text):
                yield from _in_text(text)
            case Figure(src=src, span=span):
                yield src, span.line
            case ItemList(items=items):
                for item in items:
                    yield from _in_blocks(item.blocks)
            case Quote(blocks=inner):
                yield from _in_blocks(inner)
            case Table(header=header, rows=rows):
                for cell in (*header, *[cell for row in rows for cell in row.cells]):
                    yield from _in_text(cell)
            case DefinitionList(entries=entries):
                for entry in entries:
                    yield from _in_text(entry.term)
                    for description in entry.descriptions:
                        yield from _in_blocks(description)
            case CodeBlock() | MathBlock() | Raw():
                pass


def _error(span: Span, code: str, message: str, fix: str) -> SourceError:
    """Make the exception for a picture that cannot be shown: a warning, for the card stands with its words."""
    return SourceError(Problem(span, code, message, fix, "warning"))


def _short(source: str) -> str:
    name = "".join([sign if sign.isprintable() else "\ufffd" for sign in unquote(source)])
    return f'"{name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…"}"'
