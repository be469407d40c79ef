"""The stages in order, from files to the bytes of decks, sheets and ledger; the only module that knows all of them."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from cardwright import identity, source
from cardwright.core.deck import Deck, Media, StampedNote
from cardwright.core.document import Article
from cardwright.core.note import Note
from cardwright.core.problem import Problem
from cardwright.core.settings import Settings
from cardwright.core.span import Span
from cardwright.errors import ExportError, LedgerError
from cardwright.export.base import Exporter
from cardwright.extraction import Rejected, extract

Progress = Callable[[int, int], None]
"""Called with how many articles were read and how many there are."""

POOL_FROM = 60
"""Articles from which a pool of processes pays: starting one costs as much as reading some thirty articles."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with its notes; `article` is None where it could not be read."""

    file: source.SourceFile
    article: Article | None
    notes: tuple[Note, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def id(self) -> str:
        """The article's id, that of its file where it could not be read."""
        return self.article.id if self.article else source.article_id_of(self.file)


@dataclass(frozen=True, slots=True)
class Build:
    """What a build makes: files by name (the ledger is not among them), the ledger's text, and what there is to tell.

    `unread` are the ids of articles that could not be read: their notes stay in the ledger as they were.
    """

    decks: tuple[Deck, ...]
    readings: tuple[Reading, ...]
    ledger: identity.Ledger
    changes: tuple[identity.Change, ...]
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]

    @property
    def notes(self) -> tuple[StampedNote, ...]:
        """All notes of the build, deck by deck."""
        return tuple(note for deck in self.decks for note in deck.notes)


def read(
    paths: Sequence[str], *, settings: Settings, progress: Progress | None = None
) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Find and read the articles behind paths and take their notes; problems of the paths come second."""
    found = source.find(paths)
    out: list[Reading] = []
    for reading in _readings(found.files, settings):
        out.append(reading)
        if progress:
            progress(len(out), len(found.files))
    return _with_own_ids(out), found.problems


def _readings(files: Sequence[source.SourceFile], settings: Settings) -> Iterator[Reading]:
    if len(files) < POOL_FROM or (os.cpu_count() or 1) < 2 or not hasattr(os, "fork"):
        yield from (_reading(file, settings) for file in files)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only long builds pay for it
    from multiprocessing import get_context  # noqa: PLC0415

    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        yield from pool.map(_reading, files, [settings] * len(files), chunksize=8)


def _reading(file: source.SourceFile, settings: Settings) -> Reading:
    """Read one article; a bug of ours costs this article only."""
    try:
        loaded = source.load(file, settings=settings)
        if loaded.article is None:
            return Reading(file, None, problems=loaded.problems)
        extraction = extract(loaded.article, confidence=settings.confidence)
    except Exception:  # noqa: BLE001 - promise 7: one bad article never stops the others
        where = traceback.extract_tb(sys.exc_info()[2])[-1]
        problem = Problem(
            Span(file.path, 0, 0),
            "internal-error",
            f"cardwright failed on this article ({sys.exc_info()[0].__name__} in {where.name}, line {where.lineno})",  # type: ignore[union-attr]
            "Report it with the article; the other articles were built",
        )
        return Reading(file, None, problems=(problem,))
    problems = loaded.problems
    if not extraction.notes:
        problems = (*problems, _nothing(file.path, len(extraction.rejected)))
    return Reading(file, loaded.article, extraction.notes, extraction.rejected, problems)


def _nothing(path: str, rejected: int) -> Problem:
    seen = f", though {rejected} that were found did not pass the gate" if rejected else ""
    return Problem(
        Span(path, 0, 0),
        "nothing-found",
        f"no card was found in this article{seen}",
        f"See why with `cardwright explain {path}`, or leave it out",
        "warning",
    )


def _with_own_ids(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Tell of articles whose front matter gives an id that another one has; the later one keeps its file's id."""
    seen: dict[str, str] = {}
    out: list[Reading] = []
    for reading in readings:
        article = reading.article
        if article is not None and article.id in seen:
            problem = Problem(
                Span(article.path, 1, 1),
                "repeated-id",
                f"its id {article.id!r} is that of {seen[article.id]} already",
                "Give one of them another `id` in its front matter",
            )
            own = replace(article, id=reading.file.id if reading.file.id not in seen else reading.file.path)
            notes = tuple(replace(note, article=own.id) for note in reading.notes)
            reading = replace(reading, article=own, notes=notes, problems=(*reading.problems, problem))  # noqa: PLW2901
        seen.setdefault(reading.id, reading.file.path)
        out.append(reading)
    return tuple(out)


def resolve(
    readings: Sequence[Reading], ledger: identity.Ledger, *, settings: Settings, now: int, whole: bool = True
) -> tuple[identity.Resolution, Mapping[tuple[str, str], Media], tuple[Problem, ...]]:
    """Give every note its identity; the pictures that the notes show, and what is wrong with them, come with it.

    `whole`: these are all the articles that there are. Otherwise the notes of the others stay as they are.
    """
    from cardwright.export.fields import digest  # noqa: PLC0415 - `--help` and errors need no exporter

    media: dict[tuple[str, str], Media] = {}
    problems: list[Problem] = []
    for reading in readings:
        if reading.article is not None:
            pictures, faults = source.load_media(reading.article, reading.notes, reading.file.root)
            media.update({(reading.article.id, src): picture for (_, src), picture in pictures.items()})
            problems.extend(faults)
    unread = {reading.id for reading in readings if reading.article is None}
    if not whole:
        unread |= {note.article for note in ledger.notes} - {reading.id for reading in readings}
    resolution = identity.resolve(
        plans_of(readings, settings), ledger, now=now, digest=lambda note: digest(note, media), unread=unread
    )
    return resolution, media, (*problems, *resolution.problems)


def plans_of(readings: Sequence[Reading], settings: Settings) -> list[identity.DeckPlan]:
    """Sort the notes into decks: one an article, a folder or for all; the front matter's `deck` goes first."""
    names: dict[str, str] = {}
    notes: dict[str, list[Note]] = {}
    for reading in readings:
        if reading.article is None:
            continue
        key, name = _deck_of(reading.article, reading.file, settings)
        names.setdefault(key, name)
        notes.setdefault(key, []).extend(reading.notes)
    return [identity.DeckPlan(key, names[key], tuple(notes[key])) for key in names if notes[key]]


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


def decks_of(
    resolution: identity.Resolution, readings: Sequence[Reading], media: Mapping[tuple[str, str], Media]
) -> tuple[Deck, ...]:
    """Make decks of what was resolved, each with the pictures that its notes show."""
    articles = {reading.article.id: reading.article for reading in readings if reading.article is not None}
    out: list[Deck] = []
    for resolved in resolution.decks:
        own = [articles[key] for key in dict.fromkeys(note.note.article for note in resolved.notes) if key in articles]
        ids = {article.id for article in own}
        out.append(
            Deck(
                name=resolved.name,
                slug=resolved.slug,
                notes=resolved.notes,
                title=resolved.name.rsplit("::", 1)[-1],
                language=_one({article.language for article in own}),
                source_url=_one({article.source_url for article in own}),
                media={key: picture for key, picture in media.items() if key[0] in ids},
            )
        )
    return tuple(out)


def _one(values: set[str]) -> str:
    return values.pop() if len(values) == 1 else ""


def build(
    paths: Sequence[str], *, ledger: identity.Ledger, settings: Settings, now: int, progress: Progress | None = None
) -> Build:
    """Make decks, sheets and the new ledger of articles. `now` is Unix seconds UTC; nothing is written to the disk."""
    from cardwright.identity.release import SUFFIX, change_notes  # noqa: PLC0415 - `cards` writes none

    readings, faults = read(paths, settings=settings, progress=progress)
    whole = is_whole(paths, faults)
    resolution, media, problems = resolve(readings, ledger, settings=settings, now=now, whole=whole)
    decks = decks_of(resolution, readings, media)
    files, unrendered = render(decks, settings)
    for slug, text in change_notes(ledger, resolution).items():
        files[slug + SUFFIX] = text.encode()
    told = [*faults, *(problem for reading in readings for problem in reading.problems), *problems, *unrendered]
    return Build(decks, readings, resolution.ledger, resolution.changes, tuple(dict.fromkeys(told)), files)


def is_whole(paths: Sequence[str], faults: Sequence[Problem]) -> bool:
    """Tell whether the paths hold all articles: folders do, files do not, nor does a folder that could not be read.

    What is missing from a part of the articles was not taken out by its author, and must not be retired.
    """
    return not faults and all(Path(path).is_dir() for path in paths)


def render(decks: Sequence[Deck], settings: Settings) -> tuple[dict[str, bytes], list[Problem]]:
    """Give the bytes of every deck in every format by file name; a deck that a format cannot hold is told."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for exporter in exporters(settings):
        for deck in decks:
            try:
                rendered = exporter.render(deck)
            except ExportError as error:
                problems.append(error.problem)
                continue
            files[deck.slug + exporter.suffix] = rendered.data
            problems.extend(rendered.problems)
    return files, problems


def exporters(settings: Settings) -> Iterator[Exporter]:
    """Give the exporters that the settings name; each is imported when its turn comes."""
    for form in settings.formats:
        match form:
            case "apkg":
                from cardwright.export.apkg import Apkg  # noqa: PLC0415

                yield Apkg()
            case "pdf":
                from cardwright.export.pdf import Pdf  # noqa: PLC0415

                for layout in settings.layouts:
                    yield Pdf(layout, settings.paper)  # type: ignore[arg-type]
            case "tsv":
                from cardwright.export.tsv import Tsv  # noqa: PLC0415

                yield Tsv()
            case "jsonl":
                from cardwright.export.jsonl import Jsonl  # noqa: PLC0415

                yield Jsonl()


def ledger_at(folder: Path) -> Path:
    """Give the place of the ledger of an output folder."""
    return folder / "ledger.jsonl"


def load_ledger(folder: Path) -> identity.Ledger:
    """Read the ledger of an output folder; an empty one where there is none.

    Raises LedgerError where it cannot be read.
    """
    path = ledger_at(folder)
    from cardwright.identity.ledger import parse  # noqa: PLC0415

    try:
        text = path.read_bytes().decode()
    except FileNotFoundError:
        return identity.Ledger()
    except OSError as error:
        raise _unreadable(path, 0, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise _unreadable(path, error.object.count(b"\n", 0, error.start) + 1, "it is no UTF-8 text") from error
    return parse(text, path=path.as_posix())


def _unreadable(path: Path, line: int, what: str) -> LedgerError:
    fix = f"Restore the file from git (`git checkout HEAD -- {path.as_posix()}`); the decks are untouched"
    span = Span(path.as_posix(), line, line)
    return LedgerError(Problem(span, "broken-ledger", f"the ledger cannot be read ({what})", fix))
