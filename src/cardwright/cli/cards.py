"""`cardwright cards`: the notes that a build would make; nothing is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardwright.cli import options

if TYPE_CHECKING:
    from cardwright.core.deck import StampedNote

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet takes for a formula."""


@click.command()
@options.paths
@options.output
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="How to show them: for people, for tools, for spreadsheets.",
)
@options.confidence
def command(paths: tuple[str, ...], folder: Path, form: str, confidence: float | None) -> int:
    """Show the notes that a build would make, with the identities that the ledger gives them; write nothing.

    PATH is a Markdown file or a folder of them and defaults to `seeds`.
    """
    from cardwright import pipeline  # noqa: PLC0415 - `--help` needs no pipeline
    from cardwright.cli.report import tell  # noqa: PLC0415

    settings, faults = options.settings_of(confidence=confidence)
    paths = paths or ("seeds",)
    readings, problems = pipeline.read(paths, settings=settings, lean=True)
    whole = pipeline.is_whole(paths, problems)
    ledger = pipeline.load_ledger(folder)
    resolution, _, others = pipeline.resolve(
        readings, ledger, settings=settings, now=options.now(), whole=whole, dated=False
    )
    stamped = [note for deck in resolution.decks for note in deck.notes]
    show = {"table": _table, "jsonl": _jsonl, "csv": _csv}[form]
    click.echo(show(stamped), nl=False)
    return int(tell((*faults, *problems, *(p for reading in readings for p in reading.problems), *others)))


def _jsonl(notes: Iterable[StampedNote]) -> str:
    from cardwright.export.jsonl import line_of  # noqa: PLC0415

    return "".join(line_of(one.note, one.guid, one.ordinals) + "\n" for one in notes)


def _csv(notes: Iterable[StampedNote]) -> str:
    import csv  # noqa: PLC0415 - what the other forms need not pay
    import io  # noqa: PLC0415

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("guid", "article", "line", "kind", "rule", "question", "answer"))
    for one in notes:
        note = one.note
        answer = note.answer or "; ".join(item.plain for item in note.items)
        words = (_harmless(_question(one)), _harmless(answer))
        row = (one.guid, _harmless(note.span.path), note.span.line, note.kind, note.rule, *words)
        writer.writerow(row)
    return out.getvalue()


def _harmless(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula, which could send data away."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _table(notes: Iterable[StampedNote]) -> str:
    import shutil  # noqa: PLC0415 - what the other forms need not pay

    width = max(shutil.get_terminal_size().columns, 60)
    lines: list[str] = []
    path = ""
    for one in notes:
        note = one.note
        if note.span.path != path:
            path = note.span.path
            lines.append(f"{click.style(path, bold=True)}")
        answer = note.answer or " · ".join(item.plain for item in note.items)
        lines.append(f"{note.span.line:>5}  {_cut(_question(one), width - 7)}")
        lines.append(f"       {_cut(answer, width - 7)}")
    count = sum(line.startswith("       ") for line in lines)
    return "\n".join([*lines, f"{count} notes", ""])


def _question(one: StampedNote) -> str:
    from cardwright.core.document import shown  # noqa: PLC0415

    return shown(one.note.question)


def _cut(text: str, width: int) -> str:
    """Cut a text to so many columns of a terminal; Chinese, Japanese and Korean characters take two."""
    flat = " ".join(text.split())
    room = width
    for at, character in enumerate(flat):
        room -= 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if room < 0 or (room < 1 and at + 1 < len(flat)):
            return flat[:at].rstrip() + "…"
    return flat
