"""Sorts notes into decks, and says which notes of the ledger stay as they are, as their article was not read.

What a build did not see was not taken out by its author: it is not retired, and no deck loses it in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePosixPath

from cardwright import source
from cardwright.core.document import Article
from cardwright.core.note import Note
from cardwright.core.problem import Problem
from cardwright.core.record import dataclass
from cardwright.core.settings import Settings
from cardwright.core.span import Span
from cardwright.identity import DeckPlan, Ledger
from cardwright.readings import Reading

_LOST_FRONT_MATTER = frozenset({"broken-front-matter", "unclosed-front-matter"})
"""Problems after which an article's id and deck may not be known."""

_NAMES = 3
"""Articles that a message names; more are counted."""


@dataclass(frozen=True, slots=True)
class Planned:
    """The decks to build, and the ids of the articles whose notes the ledger keeps as they are."""

    plans: tuple[DeckPlan, ...]
    kept: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def plan(readings: Sequence[Reading], ledger: Ledger, settings: Settings, *, whole: bool = True) -> Planned:
    """Sort the notes of readings into decks; `whole`: these are all the articles that there are.

    A deck that also holds notes of articles that were not named is left alone: a file of it would lack good notes.
    One that holds notes of an article that cannot be read is built without them. Both is told.
    """
    homes: dict[str, set[str]] = {}
    for note in ledger.notes:
        if note.retired is None:
            homes.setdefault(note.article, set()).add(note.deck)
    unnamed = homes.keys() - {reading.id for reading in readings}
    lost = [reading for reading in readings if _is_lost(reading, homes, unnamed, settings)]
    good = [reading for reading in readings if reading not in lost]
    # An article that is lost may be one of those that seem to be gone, under an id that its front matter gave it.
    gone = whole and all(reading.id in homes for reading in lost)
    missing = {reading.id for reading in lost} | (set() if gone else unnamed)
    plans = plans_of(good, settings)
    problems = [_kept_back(reading) for reading in lost if reading.article is not None]
    if not whole:
        plans, told = _without_parts(plans, ledger, missing)
        problems += told
    if lost:
        problems += _lacking(plans, ledger, missing, lost[0].file.path)
    return Planned(tuple(plans), frozenset(missing), tuple(problems))


def _is_lost(
    reading: Reading, homes: Mapping[str, Collection[str]], unnamed: Collection[str], settings: Settings
) -> bool:
    """Tell whether an article cannot be read, or has lost the front matter that said which notes and deck are its."""
    if reading.article is None:
        return True
    if not any(problem.code in _LOST_FRONT_MATTER for problem in reading.problems):
        return False
    if reading.id not in homes:
        return bool(unnamed)
    return _deck_of(reading.article, reading.file, settings)[0] not in homes[reading.id]


def _kept_back(reading: Reading) -> Problem:
    what = "its cards stay as they were last built, for its broken front matter no longer names their article or deck"
    return Problem(Span(reading.file.path, 0, 0), "kept-back", what, "Mend the front matter", "warning")


def _without_parts(
    plans: Sequence[DeckPlan], ledger: Ledger, missing: set[str]
) -> tuple[list[DeckPlan], list[Problem]]:
    """Leave out decks that are there in part; their articles go to `missing`, which may touch other decks."""
    left = list(plans)
    problems: list[Problem] = []
    while True:
        homes = [(note.deck, note.article) for note in ledger.notes if note.retired is None and note.article in missing]
        parts = [one for one in left if one.key in {deck for deck, _ in homes}]
        if not parts:
            return left, problems
        left = [one for one in left if one not in parts]
        for one in parts:
            others = sorted({article for deck, article in homes if deck == one.key})
            what = f'the deck "{one.name}" is not built, for it also holds notes of {_listed(others)}'
            path = one.notes[0].span.path
            problems.append(Problem(Span(path, 0, 0), "part-of-deck", what, "Name them too, or their folder"))
            missing.update(one.article_of(note) for note in one.notes)


def _lacking(plans: Sequence[DeckPlan], ledger: Ledger, missing: Collection[str], path: str) -> list[Problem]:
    """Tell which decks lack notes of articles that could not be read; `path` is that of the first such article."""
    built = {one.key: one.name for one in plans} | {deck.key: deck.name for deck in ledger.decks}
    planned = {one.key for one in plans}
    lacking = [note for note in ledger.notes if note.retired is None and note.article in missing]
    counts = Counter(note.deck for note in lacking if note.deck in planned)
    return [
        Problem(
            Span(path, 0, 0),
            "lacking",
            f'the deck "{built[deck]}" is built without {count} note{"s" * (count > 1)} of what cannot be read',
            "Mend the article and build again before you publish the deck",
            "warning",
        )
        for deck, count in counts.items()
    ]


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
    return ", ".join(names[:_NAMES]) + more


def plans_of(readings: Sequence[Reading], settings: Settings) -> list[DeckPlan]:
    """Sort the notes into decks: one an article, a folder or for all; the front matter's `deck` goes first."""
    names: dict[str, str] = {}
    notes: dict[str, list[Note]] = {}
    for reading in readings:
        if reading.article is None:
            continue
        key, name = _deck_of(reading.article, reading.file, settings)
        names.setdefault(key, name)
        notes.setdefault(key, []).extend(reading.notes)
    return [DeckPlan(key, names[key], tuple(notes[key])) for key in names if notes[key]]


def _deck_of(article: Article, file: source.SourceFile, settings: Settings) -> tuple[str, str]:
    if article.deck:
        return f"deck {article.deck}", article.deck
    if settings.deck == "one":
        return "one", settings.deck_name or "Cardwright"
    if settings.deck == "folder":
        folder = PurePosixPath(file.id).parent.as_posix()
        name = "::".join(PurePosixPath(file.id).parent.parts) or file.root.resolve().name or "Cardwright"
        return f"folder {folder}", name
    return f"article {article.id}", article.title
