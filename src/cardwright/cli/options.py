"""The arguments and settings that several commands share."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from cardwright.core.problem import Problem
from cardwright.core.settings import Settings
from cardwright.core.span import Span
from cardwright.errors import OutputError

Command = Callable[..., Any]


def paths(command: Command) -> Command:
    """Add the PATH arguments: files and folders of articles, `seeds` by default."""
    return click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())(command)


def output(command: Command) -> Command:
    """Add `-o DIR`: the folder of decks and ledger, `decks` by default."""
    return click.option(
        "-o",
        "--output",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path("decks"),
        show_default=True,
        help="Folder of decks and ledger.",
    )(command)


def confidence(command: Command) -> Command:
    """Add `--confidence`: the least confidence of a note that is shipped."""
    return click.option(
        "--confidence",
        type=click.FloatRange(0, 1),
        help="Least confidence of a rule whose notes are taken (0 to 1) [default: 0.85].",
    )(command)


def settings_of(**given: object) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings of the current folder; what was given on the command line goes first."""
    from cardwright.source import read_settings  # noqa: PLC0415 - `--help` reads no settings

    settings, problems = read_settings(Path.cwd())
    chosen = {name: value for name, value in given.items() if value is not None}
    return replace(settings, **chosen), problems  # type: ignore[arg-type]


def now() -> int:
    """Give the time of the build, Unix seconds UTC: SOURCE_DATE_EPOCH where it is set, else the clock."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        return int(time.time())
    if not (given.isascii() and given.isdigit()):
        raise OutputError(
            Problem(
                Span("SOURCE_DATE_EPOCH", 0, 0),
                "wrong-time",
                f"{given!r} is no number of seconds",
                "Set it to Unix seconds, or unset it",
            )
        )
    return int(given)
