"""`cardwright adopt`: a ledger from decks that were published before, so that their learners lose nothing."""

from __future__ import annotations

from pathlib import Path

import click

from cardwright.cli import options
from cardwright.core.problem import Problem
from cardwright.core.span import Span
from cardwright.errors import OutputError, SourceError


@click.command()
@click.argument("packages", nargs=-1, required=True, metavar="PACKAGE...", type=click.Path(path_type=Path))
@options.output
def command(packages: tuple[Path, ...], folder: Path) -> int:
    """Make the ledger of DIR from published decks, ours or other tools' decks of basic notes.

    PACKAGE is an .apkg file. The next build takes its notes up: they keep their GUIDs, and list items their card
    numbers.
    """
    from cardwright import pipeline  # noqa: PLC0415 - `--help` needs no pipeline
    from cardwright.cli.publish import locked, publish  # noqa: PLC0415
    from cardwright.identity.adopt import adopt, together  # noqa: PLC0415
    from cardwright.identity.ledger import dump  # noqa: PLC0415

    adopted = together([adopt(_read(path), path=path.as_posix()) for path in packages])
    place = pipeline.ledger_at(folder)
    with locked(folder):
        if place.exists():
            fix = "Adopt into an empty folder, or move this ledger away if none of its notes was published"
            raise OutputError(Problem(Span(str(place), 0, 0), "ledger-exists", "there is a ledger already", fix))
        publish(folder, {}, ledger=dump(adopted.ledger), ledger_name=place.name)
    click.echo(f"Adopted {len(adopted.ledger.notes)} notes of {len(adopted.ledger.decks)} decks into {place}.")
    if adopted.foreign:
        click.echo(
            f"{adopted.foreign} of them were made by another tool. Learners keep them with their reviews, and Anki "
            "adds no second copy; but as their note type is another one, Anki does not take corrections of them."
        )
    if adopted.skipped:
        click.echo(f"{adopted.skipped} notes were left out: clozes of another tool, or notes of one field.")
    return 0


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        what = f"the package cannot be read ({error.strerror})"
        raise SourceError(Problem(Span(path.as_posix(), 0, 0), "broken-package", what, "Check the path")) from error
