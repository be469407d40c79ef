"""`cardwright retired`: packages that tag retired notes in the collections of those who have them."""

from __future__ import annotations

from pathlib import Path

import click

from cardwright.cli import options


@click.command()
@options.output
def command(folder: Path) -> int:
    """Write a package of the retired notes of each deck in DIR, `SLUG-retired.apkg`.

    An update cannot delete notes. A learner who imports this package finds the retired ones by the tag
    `cardwright::retired`, to delete or suspend them. Who does not have them should not import it.
    """
    from cardwright import pipeline  # noqa: PLC0415 - `--help` needs no pipeline
    from cardwright.cli.publish import locked, publish  # noqa: PLC0415
    from cardwright.core.deck import Deck  # noqa: PLC0415
    from cardwright.export.apkg import Apkg  # noqa: PLC0415
    from cardwright.identity.ledger import dump  # noqa: PLC0415
    from cardwright.identity.retired import publish_retired, retired_notes  # noqa: PLC0415

    with locked(folder):
        ledger = pipeline.load_ledger(folder)
        files = {}
        for deck in ledger.decks:
            notes = retired_notes(ledger, deck=deck.key)
            if notes:
                package = Apkg().render(Deck(deck.name, deck.slug, notes, title=deck.name))
                files[f"{deck.slug}-retired.apkg"] = package.data
                ledger = publish_retired(ledger, deck=deck.key)
                click.echo(f"{deck.name}: {len(notes)} retired notes in {deck.slug}-retired.apkg")
        if not files:
            click.echo("No note was retired.")
        publish(folder, files, ledger=dump(ledger), ledger_name=pipeline.ledger_at(folder).name)
    return 0
