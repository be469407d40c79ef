"""From the paths on the command line to the articles behind them."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from cardwright.core.problem import Problem
from cardwright.core.record import dataclass
from cardwright.core.span import Span
from cardwright.source.read import unreadable

SUFFIXES = (".md", ".markdown", ".mdx")

DEFAULT_FOLDER = "seeds"
"""Where articles are looked for; what is below it has the same ids whether it is named or found in the folder."""

_SKIPPED = frozenset({"node_modules", "__pycache__"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """An article's file. `path` is as shown to users, with "/"; ids and pictures are resolved against `root`.

    `id` is the article's id unless its front matter names one: the path below `root`, without the suffix.
    """

    path: str
    root: Path
    id: str


@dataclass(frozen=True, slots=True)
class Found:
    """The files in the order of their paths, each once, and what was wrong with the paths."""

    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...] = ()


def find(paths: Sequence[str]) -> Found:
    """Find the articles behind files and folders; hidden folders and links that lead outside are left out."""
    files: dict[Path, SourceFile] = {}
    problems: list[Problem] = []
    folders = [path for path in paths if Path(path).is_dir()]
    for path in (*folders, *[path for path in paths if path not in set(folders)]):  # a folder is the better root
        for one in _in_folder(path) if path in folders else _alone(path):
            if isinstance(one, Problem):
                problems.append(one)
            else:
                files.setdefault(_target(Path(one.path)), one)
    ordered = sorted(files.values(), key=lambda file: PurePosixPath(file.path).parts)
    return Found(_distinct(ordered), tuple(problems))


def article_id_of(file: SourceFile) -> str:
    """Give the id that the article has where its front matter names none."""
    return file.id


def _alone(given: str) -> Iterator[SourceFile | Problem]:
    path = Path(given)
    shown = path.as_posix()
    if not path.exists():
        yield Problem(Span(shown, 0, 0), "missing-path", "there is no such file or folder", "Check the path")
    elif path.suffix.lower() not in SUFFIXES:
        fix = f"Name a file that ends in {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}, or a folder of such files"
        yield Problem(Span(shown, 0, 0), "no-article", "it is no Markdown article", fix)
    else:
        yield _file(shown, _root_of(path) or path.parent)


def _root_of(path: Path) -> Path | None:
    """Give the default folder where the path leads below it: ids there do not hang on what is named."""
    default = Path(DEFAULT_FOLDER)
    return default if default in path.parents else None


def _in_folder(given: str) -> Iterator[SourceFile | Problem]:
    top = Path(given)
    root = _root_of(top) or top
    problems: list[Problem] = []
    count = 0

    def denied(error: OSError) -> None:
        problems.append(unreadable(Path(error.filename or given).as_posix(), error))

    for folder, subfolders, names in os.walk(top, onerror=denied):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith(".") and name not in _SKIPPED)
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                count += 1
                yield _checked(Path(folder) / name, root)
    yield from problems
    if not count and not problems:
        fix = f"Put a file there that ends in {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}, or name another folder"
        yield Problem(Span(top.as_posix(), 0, 0), "no-articles", "the folder holds no articles", fix)


def _checked(path: Path, root: Path) -> SourceFile | Problem:
    shown = path.as_posix()
    try:
        shown.encode()
    except UnicodeEncodeError:
        readable = os.fsencode(shown).decode(errors="replace")
        return Problem(Span(readable, 0, 0), "odd-file-name", "its name is not valid UTF-8", "Rename the file")
    if path.is_symlink() and not _target(path).is_relative_to(root.resolve()):
        return Problem(
            Span(shown, 0, 0),
            "outside-link",
            "it is a link to a file outside of the folder, which is not read",
            "Put the article itself there, or name its own folder",
        )
    return _file(shown, root)


def _target(path: Path) -> Path:
    """Give what a link leads to; a link that leads to itself stands for itself, and cannot be read."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # Python 3.11 and 3.12 raise RuntimeError for a loop
        return path.parent.resolve() / path.name


def _file(shown: str, root: Path) -> SourceFile:
    below = Path(shown).relative_to(root) if Path(shown).is_relative_to(root) else Path(Path(shown).name)
    return SourceFile(shown, root, unicodedata.normalize("NFC", below.with_suffix("").as_posix()))


def _distinct(files: list[SourceFile]) -> tuple[SourceFile, ...]:
    """Give files that would share an id one with their folder's name, or, where that is not enough, their path."""
    named = _told_apart(files, [f"{file.root.resolve().name}/{file.id}" for file in files])
    return tuple(_told_apart(named, [file.path for file in files]))


def _told_apart(files: list[SourceFile], longer: list[str]) -> list[SourceFile]:
    shared = Counter(file.id.casefold() for file in files)
    return [
        replace(file, id=other) if shared[file.id.casefold()] > 1 else file
        for file, other in zip(files, longer, strict=True)
    ]
