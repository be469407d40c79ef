"""`cardwright build`: decks, sheets and the ledger from articles."""

from __future__ import annotations

from pathlib import Path

import click

from cardwright.cli import options


@click.command()
@options.paths
@options.output
@click.option("--format", "formats", metavar="LIST", help="What to write: apkg, pdf, tsv, jsonl [default: apkg,pdf].")
@options.confidence
def command(paths: tuple[str, ...], folder: Path, formats: str | None, confidence: float | None) -> int:
    """Make decks, sheets and the ledger from articles.

    PATH is a Markdown file or a folder of them and defaults to `seeds`. Every problem is told as
    `file:line: what is wrong. How to mend it.`; all that is good is written all the same, and the exit code is 1.
    """
    from cardwright import pipeline  # noqa: PLC0415 - `--help` needs no pipeline
    from cardwright.cli.publish import locked, publish  # noqa: PLC0415
    from cardwright.cli.report import Bar, summary, tell  # noqa: PLC0415
    from cardwright.identity.ledger import dump  # noqa: PLC0415

    settings, faults = options.settings_of(formats=_formats(formats), confidence=confidence)
    with locked(folder):
        made = pipeline.build(
            paths or ("seeds",),
            ledger=pipeline.load_ledger(folder),
            settings=settings,
            now=options.now(),
            progress=Bar(),
        )
        files = dict(made.files)
        written, kept = publish(folder, files, ledger=dump(made.ledger), ledger_name=pipeline.ledger_at(folder).name)
    errors = tell((*faults, *made.problems))
    click.echo(summary(made, written, kept, str(folder)))
    return int(errors)


_FORMATS = ("apkg", "pdf", "tsv", "jsonl")


def _formats(given: str | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    names = tuple(name.strip() for name in given.split(",") if name.strip())
    unknown = [name for name in names if name not in _FORMATS]
    if unknown or not names:
        raise click.BadParameter(f"{', '.join(unknown) or 'nothing'} is no format; take {', '.join(_FORMATS)}.")
    return names
