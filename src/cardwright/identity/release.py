"""The change note that stands beside a deck: what a new version brings, for those who study it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cardwright.identity.changes import Change, Run, edits_of, lost_items, search_for
from cardwright.identity.ledger import Ledger
from cardwright.identity.resolve import Resolution

SUFFIX = "-changes.md"
"""What is appended to a deck's slug to name its change note."""

_ADVICE = "Import the new file over the old one with Anki's default settings: your reviews stay, and so do your edits \
of notes that did not change."

_LONGEST_SEARCH = 40
"""Notes in one search: longer ones are cut by some of Anki's search fields, so that they come in several lines."""


def change_note(title: str, changes: Sequence[Change]) -> str:
    """Write the learners' change note of one deck as Markdown; "" where nothing changed for them."""
    new = [change for change in changes if change.kind == "new"]
    back = [change for change in changes if change.kind == "returned"]
    changed = [change for change in changes if change.kind == "changed" and edits_of(change)]
    retired = [change for change in changes if change.kind == "retired"]
    if not (new or back or changed or retired):
        return ""
    parts = [f"# {_escaped(title)}: what is new", _ADVICE]
    parts += _section("New", [_escaped(change.question) for change in new])
    parts += _section("Back again, with your history", [_escaped(change.question) for change in back])
    parts += _section("Corrected", map(_corrected, changed))
    if any(lost_items(change) for change in changed):
        parts.append("Some lists lost an item. In Anki, *Tools > Empty Cards* removes the cards that are left empty.")
    parts += _retired(retired)
    return "\n\n".join(parts) + "\n"


def _section(title: str, lines: Iterable[str]) -> list[str]:
    points = "\n".join(f"- {line}" for line in lines)
    return [f"## {title}", points] if points else []


def _corrected(change: Change) -> str:
    """Tell a corrected note: its question, and below it what else changed, word by word."""
    question, below = _escaped(change.question), []
    for edit in edits_of(change):
        words = "".join(map(_marked, edit.runs)).strip()
        if edit.part == "question":
            question = words
        else:
            below.append(f"  - {edit.part}: {words}")
    return "\n".join([question, *below])


def _retired(retired: Sequence[Change]) -> list[str]:
    if not retired:
        return []
    guids = [change.guid for change in retired]
    searches = [search_for(guids[at : at + _LONGEST_SEARCH]) for at in range(0, len(guids), _LONGEST_SEARCH)]
    return [
        *_section("Retired", [_escaped(change.question) for change in retired]),
        "An update cannot delete notes. To find these in Anki's Browser and delete them, search for:",
        *[f"    {search}" for search in searches],
    ]


def _marked(run: Run) -> str:
    words = run.text.rstrip()
    space = " " if run.text != words or run.kind == "gone" else ""
    if not words:
        return space
    match run.kind:
        case "same":
            return _escaped(words) + space
        case "gone":
            return f"~~{_escaped(words)}~~{space}"
        case "added":
            return f"**{_escaped(words)}**{space}"


def _escaped(text: str) -> str:
    """Give plain words as Markdown on one line."""
    marked = "".join([f"\\{c}" if c in "\\`*_[]<>~#|" else c for c in " ".join(text.split())])
    return marked if marked[:1] not in "-+" else f"\\{marked}"


def change_notes(before: Ledger, after: Resolution) -> dict[str, str]:
    """Give the change notes that a build writes, by the stem of the deck's files.

    A deck's first build has none, and where nothing changed for learners the last one stays.
    """
    published = {deck.slug for deck in before.decks}
    by_deck: dict[str, list[Change]] = {}
    for change in after.changes:
        by_deck.setdefault(change.deck, []).append(change)
    notes = {deck.slug: change_note(deck.name, by_deck.get(deck.name, ())) for deck in after.ledger.decks}
    return {slug: text for slug, text in notes.items() if text and slug in published}
