"""Reads articles and takes their notes, one article after the other, or several at once where that pays."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from cardwright import source
from cardwright.core.document import Article
from cardwright.core.note import Note
from cardwright.core.problem import Problem
from cardwright.core.record import dataclass
from cardwright.core.settings import Settings
from cardwright.core.span import Span
from cardwright.extraction import Rejected, extract

Progress = Callable[[str, int, int], None]
"""Called with what is being done ("Reading articles"), how much of it is done and how much there is."""

POOL_FROM = 20
"""Articles from which a pool of processes pays: starting one and handing its results over costs as much as reading two
or three articles, and a few more where one long article comes last."""


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


def read(
    paths: Sequence[str], *, settings: Settings, progress: Progress | None = None, lean: bool = False
) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Find and read the articles behind paths and take their notes; problems of the paths come second.

    `lean`: the articles come without their sections, so that the readings of thousands stay small.
    """
    found = source.find(paths)
    out: list[Reading] = []
    for reading in _readings(found.files, settings, lean=lean):
        out.append(reading)
        if progress:
            progress("Reading articles", len(out), len(found.files))
    return _with_own_ids(out), found.problems


def _readings(files: Sequence[source.SourceFile], settings: Settings, *, lean: bool) -> Iterator[Reading]:
    done = 0
    if len(files) >= POOL_FROM and (os.cpu_count() or 1) > 1 and hasattr(os, "fork"):
        try:
            for reading in _in_pool(files, settings, lean=lean):
                yield reading
                done += 1
        except (OSError, RuntimeError):  # no room for more processes, or one of them was killed: go on alone
            pass
    yield from (_reading(file, settings, lean=lean) for file in files[done:])


def _in_pool(files: Sequence[source.SourceFile], settings: Settings, *, lean: bool) -> Iterator[Reading]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only long builds pay for it
    from multiprocessing import get_context  # noqa: PLC0415

    workers = min(os.cpu_count() or 1, len(files) // 8)
    with ProcessPoolExecutor(workers, mp_context=get_context("fork"), initializer=_deaf) as pool:
        yield from pool.map(partial(_reading, settings=settings, lean=lean), files, chunksize=4)


def _deaf() -> None:
    """Leave an interrupt to the parent, which stops its workers: theirs would only fill the terminal."""
    import signal  # noqa: PLC0415 - only workers need it

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _reading(file: source.SourceFile, settings: Settings, *, lean: bool) -> Reading:
    """Read one article; a bug of ours costs this article only."""
    try:
        loaded = source.load(file, settings=settings)
        if loaded.article is None:
            return Reading(file, None, problems=loaded.problems)
        extraction = extract(loaded.article, confidence=settings.confidence)
    except Exception:  # noqa: BLE001 - promise 7: one bad article never stops the others
        problem = bug_in(file.path, "this article", "the other articles were built")
        return Reading(file, None, problems=(problem,))
    problems = loaded.problems
    if not extraction.notes:
        problems = (*problems, _nothing(file.path, len(extraction.rejected)))
    article = replace(loaded.article, sections=()) if lean else loaded.article
    return Reading(file, article, extraction.notes, extraction.rejected, problems)


def bug_in(place: str, what: str, good: str) -> Problem:
    """Tell of the exception that is being handled, a bug of ours: what it cost, and what is `good` all the same."""
    kind, _, trace = sys.exc_info()
    where = traceback.extract_tb(trace)[-1]
    name = kind.__name__ if kind else "error"
    return Problem(
        Span(place, 0, 0),
        "internal-error",
        f"cardwright failed on {what} ({name} in {where.name}, {Path(where.filename).name} line {where.lineno})",
        f"Report it with the article; {good}",
    )


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


def is_whole(paths: Sequence[str], faults: Sequence[Problem]) -> bool:
    """Tell whether the paths hold all articles: folders do; files, parts of the default folder and faults do not.

    What is missing from a part of the articles was not taken out by its author, and must not be retired.
    """
    default = Path(source.DEFAULT_FOLDER)
    return not faults and all(Path(path).is_dir() and default not in Path(path).parents for path in paths)
