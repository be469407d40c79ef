"""`cardwright rename`: another name for a deck, as an explicit act whose cost is told."""

from __future__ import annotations

from pathlib import Path

import click

from cardwright.cli import options


@click.command()
@click.argument("old")
@click.argument("new")
@options.output
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(old: str, new: str, folder: Path, *, yes: bool) -> int:
    """Give the deck OLD (its name in Anki) the name NEW; the next build writes it.

    A deck's name is pinned at its first build, for in Anki the name is the deck: learners who have the old one keep
    their cards there.
    """
    from cardwright import pipeline  # noqa: PLC0415 - `--help` needs no pipeline
    from cardwright.cli.publish import locked, publish  # noqa: PLC0415
    from cardwright.identity.decks import cost_of_renaming, rename_deck  # noqa: PLC0415
    from cardwright.identity.ledger import dump  # noqa: PLC0415

    with locked(folder):
        ledger = pipeline.load_ledger(folder)
        try:
            renamed = rename_deck(ledger, old, new)
        except KeyError:
            names = ", ".join(deck.name for deck in ledger.decks) or "none"
            raise click.UsageError(f"There is no deck {old!r} in {folder}. Its decks: {names}.") from None
        except ValueError as error:
            raise click.UsageError(f"{new!r} cannot be the name: {error}.") from error
        before, after = next(
            (b.name, a.name) for b, a in zip(ledger.decks, renamed.decks, strict=True) if old in {b.name, b.key}
        )
        click.echo(f"{cost_of_renaming(before, after)}.")
        if not yes:
            click.confirm("Rename it?", abort=True)
        publish(folder, {}, ledger=dump(renamed), ledger_name=pipeline.ledger_at(folder).name)
    return 0
