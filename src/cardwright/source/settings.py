"""Settings: `[tool.cardwright]` of pyproject.toml, or cardwright.toml, in a folder or above it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, get_args

from cardwright.core.problem import Problem
from cardwright.core.settings import DeckMode, Format, Settings
from cardwright.core.span import Span
from cardwright.errors import SourceError
from cardwright.source.language import normal
from cardwright.source.read import read

OWN_FILE = "cardwright.toml"
PROJECT_FILE = "pyproject.toml"

_PLACE = re.compile(r"\s*\(at line (\d+), column \d+\)$")


class _WrongError(Exception):
    """A value that a setting cannot take; its text says what it takes."""


def read_settings(folder: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Give the settings of the nearest file in `folder` or above it; what is wrong in it is told and left out."""
    for place in (folder.absolute(), *folder.absolute().parents):
        for name in (OWN_FILE, PROJECT_FILE):
            path = place / name
            if path.is_file() and (found := _read(path, Path(os.path.relpath(path)).as_posix())):
                return found
    return Settings(), ()


def _read(path: Path, shown: str) -> tuple[Settings, tuple[Problem, ...]] | None:
    """Read one file; None where it is a project's file that says nothing of us."""
    import tomllib  # noqa: PLC0415 - 6 ms that a folder without settings need not pay

    try:
        text = read(str(path))
    except SourceError as error:
        return Settings(), (Problem(Span(shown, 0, 0), error.problem.code, error.problem.message, error.problem.fix),)
    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        what = f"it is not valid TOML ({_PLACE.sub('', str(error))})"
        return Settings(), (Problem(Span(shown, line, line), "broken-settings", what, "Mend that line"),)
    if path.name == PROJECT_FILE:
        tools = table.get("tool")
        table = tools.get("cardwright") if isinstance(tools, dict) else None
        if not isinstance(table, dict):
            return None
    return _settings(table, text, shown)


def _settings(table: Mapping[str, Any], text: str, shown: str) -> tuple[Settings, tuple[Problem, ...]]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in table.items():
        line = _line_of(key, text)
        span = Span(shown, line, line)
        name = key.replace("-", "_")
        if name not in _READERS:
            problems.append(Problem(span, "unknown-setting", f'there is no setting "{key}"', _nearest(key)))
            continue
        try:
            values[name] = _READERS[name](value)
        except _WrongError as wrong:
            message = f'"{key}" cannot be {value!r}'
            problems.append(Problem(span, "wrong-setting", message, f"Write {wrong}"))
    return Settings(**values), tuple(problems)


def _line_of(key: str, text: str) -> int:
    section = re.search(r"^\s*\[\s*tool\.cardwright\s*\]", text, re.MULTILINE)
    start = section.end() if section else 0
    found = re.compile(rf"""^[ \t]*["']?{re.escape(key)}["']?[ \t]*=""", re.MULTILINE).search(text, start)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _nearest(key: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a misspelt setting needs it

    names = [name.replace("_", "-") for name in _READERS]
    near = get_close_matches(key.lower().replace("_", "-"), names, n=1)
    return f'Write "{near[0]}"' if near else f"Use one of {', '.join(sorted(names))}"


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _WrongError("a text in quotes")
    return value.strip()


def _share(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _WrongError("a number from 0 to 1")
    return float(value)


def _site(value: object) -> str:
    address = _text(value)
    if not re.match(r"https?://[^/\s]+[^\s]*$", address):
        raise _WrongError('an address that begins with "https://"')
    return address.rstrip("/")


def _language(value: object) -> str:
    code = normal(_text(value))
    if not code:
        raise _WrongError('a language code such as "en" or "zh-hant"')
    return code


def _one_of(*allowed: str) -> Callable[[object], str]:
    def one(value: object) -> str:
        if value not in allowed:
            raise _WrongError("one of " + ", ".join(f'"{name}"' for name in allowed))
        return str(value)

    return one


def _several_of(*allowed: str) -> Callable[[object], tuple[str, ...]]:
    def several(value: object) -> tuple[str, ...]:
        given = value if isinstance(value, list) else [value]
        if not given or any(one not in allowed for one in given):
            raise _WrongError("a list of " + ", ".join(f'"{name}"' for name in allowed))
        return tuple(dict.fromkeys(given))

    return several


_READERS: Mapping[str, Callable[[object], Any]] = {
    "confidence": _share,
    "deck": _one_of(*get_args(DeckMode)),
    "deck_name": _text,
    "site": _site,
    "language": _language,
    "formats": _several_of(*get_args(Format)),
    "paper": _one_of("a4", "a5", "a6", "a7", "a8", "letter", "legal", "3x5in", "4x6in"),
    "layouts": _several_of("cards", "fold", "study", "quiz", "glossary"),
}
