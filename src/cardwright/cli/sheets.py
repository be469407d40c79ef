"""`cardwright sheets`: printable sheets of any layout, paper and selection, from articles."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from cardwright.cli import options
from cardwright.core.note import Kind
from cardwright.core.problem import Problem
from cardwright.core.span import Span
from cardwright.errors import ExportError, OutputError

if TYPE_CHECKING:
    from cardwright.core.deck import Deck
    from cardwright.export.pdf import Pdf
    from cardwright.export.selection import Selection
    from cardwright.export.sheets import Layout, SheetOptions

LAYOUTS = ("cards", "fold", "study", "quiz", "glossary", "calibration")

_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option(
        "--layout",
        "layouts",
        multiple=True,
        type=click.Choice(LAYOUTS),
        help="Duplex cards, fold-over strips, two columns to study, questions with a key, definitions by name, or a "
        "sheet to measure the printer with; can be given several times [default: cards].",
    ),
    click.option(
        "--paper",
        metavar="NAME",
        help="a4, a5, a6, a7, a8, letter, legal, 3x5in, 4x6in [default: the settings', or a4].",
    ),
    click.option(
        "--grid",
        default="auto",
        show_default=True,
        metavar="GRID",
        help="Columns by rows (2x4), a card size (a6, a7, a8, 3x5in, 4x6in, 85x55mm), avery-5371 or avery-5388.",
    ),
    click.option(
        "--margin", type=click.FloatRange(0, 50), default=10.0, show_default=True, help="Around the grid, mm."
    ),
    click.option("--gutter", type=click.FloatRange(0, 20), default=0.0, show_default=True, help="Between cards, mm."),
    click.option(
        "--edge",
        type=click.Choice(["long", "short"]),
        default="long",
        show_default=True,
        help="The edge of the paper about which your printer turns it.",
    ),
    click.option("--rotate-backs", is_flag=True, help="Turn each back upside down, for cards turned like a notepad."),
    click.option("--stack", is_flag=True, help="Order the cards so that piles cut from the stack follow each other."),
    click.option("--fronts-first", is_flag=True, help="All fronts, then all backs, for printers without duplex."),
    click.option(
        "--shift",
        nargs=2,
        type=click.FloatRange(-20, 20),
        default=(0.0, 0.0),
        metavar="ACROSS DOWN",
        help="Move the backs, mm; the calibration sheet tells how far.",
    ),
    click.option(
        "--marks",
        type=click.Choice(["auto", "ticks", "lines", "none"]),
        default="auto",
        show_default=True,
        help="Where to cut: ticks outside of the cards, lines between them.",
    ),
    click.option("--large", is_flag=True, help="Large print: type half as large again."),
    click.option("--save-ink", is_flag=True, help="No colours, no fills, no QR codes."),
    click.option("--ids/--no-ids", default=True, help="Print each note's id, the same as in Anki [default: yes]."),
    click.option("--qr/--no-qr", default=True, help="Print a code to the source, where it is known [default: yes]."),
    click.option("--leitner", is_flag=True, help="Print five boxes to tick as a card is learnt."),
    click.option("--seed", type=click.IntRange(0), default=0, help="Version of a quiz: a number that shuffles it."),
    click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only notes with this tag or one below it."),
    click.option(
        "--section", "sections", multiple=True, metavar="TITLE", help="Only from sections of this title (* ?)."
    ),
    click.option("--kind", "kinds", multiple=True, type=click.Choice(get_args(Kind)), help="Only notes of this kind."),
    click.option("--article", "articles", multiple=True, metavar="NAME", help="Only from this article (* ?)."),
    click.option("--since", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]), help="Only what changed since, UTC."),
    click.option(
        "--changed", is_flag=True, help="Only what is new or changed since the last build, else in that build."
    ),
)


def _described(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command()
@options.paths
@options.output
@_described
def command(paths: tuple[str, ...], folder: Path, layouts: tuple[Layout, ...], **given: Any) -> int:
    r"""Make printable sheets (PDF) from articles.

    PATH is a Markdown file or a folder of them and defaults to `seeds`. Sheets are written into the folder, a file a
    deck and layout; those of a selection have `-selected` in their names. The ledger is read, never written.

    \b
    Examples:
      cardwright sheets --layout fold --paper letter
      cardwright sheets --grid a7 --tag networks --changed
      cardwright sheets --layout calibration && cardwright sheets --shift 1.5 -0.5
    """
    from cardwright import pipeline  # noqa: PLC0415 - `--help` needs no pipeline
    from cardwright.cli.report import Bar, tell  # noqa: PLC0415
    from cardwright.export.pdf import Pdf  # noqa: PLC0415

    settings, faults = options.settings_of(paper=given["paper"])
    exporters = [Pdf(options=_sheet(layout, settings.paper, given)) for layout in layouts or ("cards",)]
    told = [*faults]
    decks: tuple[Deck, ...] = ()
    if any(exporter.options.layout != "calibration" for exporter in exporters):
        paths = paths or ("seeds",)
        readings, problems = pipeline.read(paths, settings=settings, progress=Bar())
        whole = pipeline.is_whole(paths, problems)
        ledger = pipeline.load_ledger(folder)
        resolution, media, others = pipeline.resolve(
            readings, ledger, settings=settings, now=options.now(), whole=whole
        )
        decks = pipeline.decks_of(resolution, readings, media)
        told += [*problems, *(problem for reading in readings for problem in reading.problems), *others]
    written, unprinted = _print(exporters, decks, folder, given)
    errors = tell((*told, *unprinted))
    click.echo(f"{len(written)} files written in {folder}" + "".join(f"\n  {name}" for name in written))
    return int(errors or not written)


def _print(
    exporters: Iterable[Pdf], decks: tuple[Deck, ...], folder: Path, given: dict[str, Any]
) -> tuple[list[str], list[Problem]]:
    """Write the sheets of every deck in every layout, volume by volume; give the names and what went wrong."""
    from cardwright.core.deck import Deck  # noqa: PLC0415
    from cardwright.export.selection import Selection, selected  # noqa: PLC0415

    selection = _selection(decks, given)
    middle = "" if selection == Selection() else "-selected"
    written: list[str] = []
    problems: list[Problem] = []
    for exporter in exporters:
        if exporter.options.layout == "calibration":
            written.append(_write(folder, "calibration.pdf", exporter.render(Deck("Calibration", "", ())).data))
            continue
        for deck in decks:
            try:
                for suffix, rendered in exporter.render_volumes(selected(deck, selection)):
                    problems.extend(rendered.problems)
                    written.append(_write(folder, f"{deck.slug}{middle}{suffix}", rendered.data))
            except ExportError as error:
                problems.append(error.problem)
    return written, problems


def _sheet(layout: Layout, paper: str, given: dict[str, Any]) -> SheetOptions:
    from cardwright.export.sheets import SheetOptions, sheet_of  # noqa: PLC0415

    sheet = SheetOptions(
        layout=layout,
        paper=paper,
        grid=given["grid"],
        margin=given["margin"],
        gutter=given["gutter"],
        edge=given["edge"],
        rotate_backs=given["rotate_backs"],
        order="stack" if given["stack"] else "rows",
        collate="fronts-first" if given["fronts_first"] else "interleaved",
        shift=given["shift"],
        marks=given["marks"],
        scale=1.5 if given["large"] else 1.0,
        ink_saving=given["save_ink"],
        ids=given["ids"],
        qr=given["qr"],
        leitner=given["leitner"],
        seed=given["seed"],
    )
    try:
        sheet_of(sheet)
    except ExportError as error:
        raise click.UsageError(f"{error.problem.message}. {error.problem.fix}.") from error
    return sheet


def _selection(decks: tuple[Deck, ...], given: dict[str, Any]) -> Selection:
    """Give what is asked for. What is new or changed has the newest time of all: that of an unbuilt change is now."""
    from cardwright.export.selection import Selection  # noqa: PLC0415

    since = int(given["since"].replace(tzinfo=UTC).timestamp()) if isinstance(given["since"], datetime) else None
    if given["changed"]:
        since = max([deck.modified for deck in decks] + ([since] if since is not None else []), default=None)
    return Selection(
        tags=given["tags"], sections=given["sections"], kinds=given["kinds"], articles=given["articles"], since=since
    )


def _write(folder: Path, name: str, data: bytes) -> str:
    """Write a file by temporary file and replace; give its name. Raises OutputError where the disk refuses."""
    from cardwright.cli.publish import TEMPORARY  # noqa: PLC0415

    staged = folder / f"{TEMPORARY}{os.getpid()}-{name}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        staged.write_bytes(data)
        staged.replace(folder / name)
    except OSError as error:
        with contextlib.suppress(OSError):
            staged.unlink(missing_ok=True)
        what = error.strerror or str(error)
        problem = Problem(
            Span(str(folder), 0, 0),
            "not-written",
            f"{name} cannot be written ({what})",
            "Make room or give yourself the right to write there",
        )
        raise OutputError(problem) from error
    return name
