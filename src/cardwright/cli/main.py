"""The command group, its lazy commands and the boundary at which every error becomes a line and an exit code."""

from __future__ import annotations

import gc
import importlib
import io
import sys
from typing import Any

import click

from cardwright.errors import CardwrightError

COMMANDS = {
    "build": "Make decks, sheets and the ledger from articles.",
    "cards": "Show the notes that a build would make; write nothing.",
    "diff": "Tell what changed since the last build, and what that means for learners.",
    "rename": "Give a deck another name; tells what that costs learners.",
    "retired": "Write packages that tag retired notes in learners' collections.",
    "adopt": "Make a ledger from decks that were published before.",
    "sheets": "Make printable sheets of any layout, paper and selection.",
    "rules": "List the rules that find cards, one line each.",
    "explain": "Tell which rule made which card, and why a passage gave none.",
}
"""The commands in the order of `--help`, with the line that stands there: a command is imported only when it runs."""

_OBJECTS = 100_000
"""Objects between two searches for garbage: a short run makes fewer, and the searches of a long one find little."""

PROBLEMS, USAGE, BUG, INTERRUPTED = 1, 2, 3, 130


class _Lazy(click.Group):
    """A group that imports a command when it is called, so that `--help` and short commands start fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None where there is no such command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"cardwright.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="cardwright", message="cardwright %(version)s")
def group() -> None:
    """Turn ordinary Markdown articles into flashcards: Anki decks and printable sheets.

    Put articles into the folder `seeds`, run `cardwright build`, and import the .apkg files from the folder `decks`
    into Anki or print the .pdf files. Keep the folder `decks` between builds: its ledger is what lets learners import
    the next version without losing a review.
    """


def main() -> None:
    """Run the command line and leave with its exit code: 0 good, 1 problems, 2 wrong usage, 3 our bug, 130 stopped."""
    _speak_utf8()
    gc.set_threshold(_OBJECTS)
    sys.exit(_run())


def _speak_utf8() -> None:
    """Write UTF-8 into files and pipes whatever the locale; a terminal gets its own encoding, and escapes at need.

    JSON lines are UTF-8 by definition, and an article in Chinese must not stop a build in a Western locale.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _run() -> int:
    try:
        result: Any = group.main(standalone_mode=False, prog_name="cardwright")
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.UsageError as error:
        error.show()
        return USAGE
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except CardwrightError as error:
        click.secho(str(error), fg="red", err=True)
        return PROBLEMS
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped; what was there before is untouched.", err=True)
        return INTERRUPTED
    except SystemExit:  # click leaves so when the reader of our output has seen enough, which is no failure
        return 0
    except Exception:  # noqa: BLE001 - the last line of defence
        return _bug()
    return int(result or 0)


def _bug() -> int:
    import tempfile  # noqa: PLC0415 - 6 ms that only a failure has to pay
    import traceback  # noqa: PLC0415

    with tempfile.NamedTemporaryFile("w", prefix="cardwright-", suffix=".log", delete=False, encoding="utf-8") as log:
        traceback.print_exc(file=log)
    kind = sys.exc_info()[0]
    name = kind.__name__ if kind else "error"
    click.secho(
        f"cardwright failed ({name}). This is a bug of ours: please report it with {log.name}. Nothing was written.",
        fg="red",
        err=True,
    )
    return BUG
