"""What a command tells on the terminal: problems, counts, progress."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from cardwright.core.note import Kind
from cardwright.core.problem import Problem

if TYPE_CHECKING:
    from cardwright.pipeline import Build

_PATIENCE = 1.0
"""Seconds after which a run is long enough for a progress bar."""

_CELLS = 30
"""Characters of a progress bar."""

_NAMES = 20
"""Files that the summary names; more are counted."""

_KINDS: dict[Kind, tuple[str, str]] = {
    "definition": ("definition", "definitions"),
    "list": ("list", "lists"),
    "entry": ("entry", "entries"),
    "fact": ("fact", "facts"),
}
"""Each kind of note as one and as many."""


def tell(problems: Iterable[Problem]) -> bool:
    """Write problems to standard error, a line each; say whether there was an error among them."""
    errors = False
    for problem in problems:
        click.secho(str(problem), fg="red" if problem.severity == "error" else "yellow", err=True)
        errors |= problem.severity == "error"
    return errors


class Bar:
    """A progress bar on standard error, shown only on a terminal and once a run has taken `patience` seconds."""

    def __init__(self, *, patience: float = _PATIENCE) -> None:
        self._terminal = sys.stderr.isatty()
        self._from = time.monotonic() + patience
        self._shown = ""

    def __call__(self, what: str, done: int, of: int) -> None:
        """Show how much of what there is was done; the line is wiped off when all of it is."""
        if not self._terminal or time.monotonic() < self._from:
            return
        cells = _CELLS * done // of
        line = "" if done == of else f"{what} [{'#' * cells}{'-' * (_CELLS - cells)}] {done}/{of}"
        if line != self._shown:
            click.echo(f"\r{line:<{len(self._shown)}}" + ("" if line else "\r"), nl=False, err=True)
            self._shown = line


def summary(build: Build, written: Iterable[str], kept: int, folder: str) -> str:
    """Give the lines that end a build."""
    kinds = Counter(note.note.kind for note in build.notes)
    changes = Counter(change.kind for change in build.changes)
    errors = sum(problem.severity == "error" for problem in build.problems)
    warnings = len(build.problems) - errors
    names = sorted(written)
    by_kind = ", ".join(_counted(kinds[kind], *_KINDS[kind]) for kind in _KINDS if kinds[kind])
    changed = ", ".join(
        f"{changes[kind]} {kind}" for kind in ("new", "changed", "moved", "returned", "retired") if changes[kind]
    )
    lines = [
        f"Articles   {len(build.readings)}",
        f"Notes      {sum(kinds.values())}" + (f" ({by_kind})" if by_kind else ""),
        f"Changes    {changed or 'none'}",
        f"Problems   {_counted(errors, 'error', 'errors')}, {_counted(warnings, 'warning', 'warnings')}",
        f"Files      {len(names)} written, {kept} unchanged in {folder}",
    ]
    more = [f"and {len(names) - _NAMES} more"] if len(names) > _NAMES else []
    return "\n".join([*lines, *(f"           {name}" for name in [*names[:_NAMES], *more])])


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
