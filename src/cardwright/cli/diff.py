"""`cardwright diff`: what changed since the last build, and what that means for those who study the deck."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardwright.cli import options

if TYPE_CHECKING:
    from cardwright.identity import Change, Resolution
    from cardwright.identity.changes import ChangeKind, Run

_KINDS: tuple[ChangeKind, ...] = ("new", "returned", "changed", "moved", "retired")
_EVERY: tuple[ChangeKind, ...] = (*_KINDS, "unchanged")
_COLOURS: dict[ChangeKind, str] = {
    "new": "green",
    "returned": "green",
    "changed": "yellow",
    "moved": "cyan",
    "retired": "red",
}
_WIDTH = 10
"""Characters of the column that names the kind of a change."""


@click.command()
@options.paths
@options.output
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to tell it: for people, for tools.",
)
@click.option("--exit-code", is_flag=True, help="Leave with 1 where something changed, for a check in CI.")
@options.confidence
def command(paths: tuple[str, ...], folder: Path, form: str, exit_code: bool, confidence: float | None) -> int:  # noqa: FBT001 - click gives options by name
    """Tell what a build would change: notes that are new, changed word by word, moved, retired; write nothing.

    PATH is a Markdown file or a folder of them and defaults to `seeds`.
    """
    from cardwright import pipeline  # noqa: PLC0415 - `--help` needs no pipeline
    from cardwright.cli.report import tell  # noqa: PLC0415

    settings, faults = options.settings_of(confidence=confidence)
    paths = paths or ("seeds",)
    readings, problems = pipeline.read(paths, settings=settings)
    whole = pipeline.is_whole(paths, problems)
    ledger = pipeline.load_ledger(folder)
    resolution, _, others = pipeline.resolve(readings, ledger, settings=settings, now=options.now(), whole=whole)
    click.echo(_json(resolution) if form == "json" else _text(resolution), nl=False)
    errors = tell((*faults, *problems, *(p for reading in readings for p in reading.problems), *others))
    return int(errors or (exit_code and resolution.ledger != ledger))


def _told(resolution: Resolution) -> list[Change]:
    return [change for change in resolution.changes if change.kind != "unchanged"]


def _text(resolution: Resolution) -> str:
    by_deck: dict[str, list[Change]] = {}
    for change in _told(resolution):
        by_deck.setdefault(change.deck, []).append(change)
    lines = [line for deck, changes in by_deck.items() for line in _deck(deck, changes)]
    for deck in resolution.retitled:
        lines += [f"The title of {deck.deck} changed from {deck.old} to {deck.new}; in Anki the deck keeps its name."]
    return "".join(line + "\n" for line in lines or ["Nothing changed."])


def _deck(name: str, changes: Sequence[Change]) -> Iterator[str]:
    counts = Counter(change.kind for change in changes)
    yield f"{click.style(name, bold=True)}: {', '.join(f'{counts[kind]} {kind}' for kind in _KINDS if counts[kind])}"
    for kind in _KINDS:
        for change in changes:
            if change.kind == kind:
                yield from _change(change)
    retired = [change.guid for change in changes if change.kind == "retired"]
    if retired:
        from cardwright.identity.changes import search_for  # noqa: PLC0415 - `--help` needs no identities

        yield f"  The retired ones in Anki's Browser: {search_for(retired)}"
    yield ""


def _change(change: Change) -> Iterator[str]:
    from cardwright.identity.changes import edits_of, meaning  # noqa: PLC0415 - `--help` needs no identities

    edits = edits_of(change)
    asked = next((edit for edit in edits if edit.part == "question"), None)
    question = _runs(asked.runs) if asked else " ".join(change.question.split())
    yield f"  {click.style(f'{change.kind:<{_WIDTH}}', fg=_COLOURS[change.kind])}{question}"
    for edit in edits:
        if edit.part != "question":
            yield f"{'':{_WIDTH + 4}}{edit.part}: {_runs(edit.runs)}"
    if change.kind == "changed" and not edits:
        yield f"{'':{_WIDTH + 4}}its look, tags, pictures, headings or source"
    if change.old and change.old.article != change.new.article:
        yield f"{'':{_WIDTH + 4}}from {change.old.article} to {change.new.article}"
    if change.doubt:
        yield f"{'':{_WIDTH + 4}}could have gone on from this as well: {change.doubt}"
    yield f"{'':{_WIDTH + 4}}{click.style(meaning(change), dim=True)}"


def _runs(runs: Sequence[Run]) -> str:
    return " ".join("".join(map(_run, runs)).split())


def _run(run: Run) -> str:
    words = run.text.rstrip()
    space = run.text[len(words) :]
    match run.kind:
        case "same":
            return run.text
        case "gone":
            return click.style(f"[-{words}-]", fg="red") + (space or " ")
        case "added":
            return click.style(f"{{+{words}+}}", fg="green") + space


def _json(resolution: Resolution) -> str:
    from cardwright.identity.changes import search_for  # noqa: PLC0415 - `--help` needs no identities

    told = _told(resolution)
    counts = Counter(change.kind for change in resolution.changes)
    document = {
        "counts": {kind: counts[kind] for kind in _EVERY},
        "changes": [_record(change) for change in told],
        "retitled": [{"deck": deck.deck, "old": deck.old, "new": deck.new} for deck in resolution.retitled],
        "retired_search": search_for(change.guid for change in told if change.kind == "retired"),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _record(change: Change) -> dict[str, Any]:
    from cardwright.identity.changes import edits_of, meaning  # noqa: PLC0415 - `--help` needs no identities

    return {
        "kind": change.kind,
        "guid": change.guid,
        "deck": change.deck,
        "article": change.new.article,
        "question": change.question,
        "edits": [{"part": edit.part, "old": edit.old, "new": edit.new} for edit in edits_of(change)],
        "meaning": meaning(change),
        "doubt": change.doubt,
    }
