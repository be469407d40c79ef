"""The stages in order, from files to the bytes of decks, sheets and ledger; the only module that knows all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from cardwright import identity, source
from cardwright.core.deck import Deck, Media, StampedNote
from cardwright.core.problem import Problem
from cardwright.core.record import dataclass
from cardwright.core.settings import Settings
from cardwright.core.span import Span
from cardwright.errors import ExportError, LedgerError
from cardwright.export.base import Exporter
from cardwright.planning import plan
from cardwright.readings import Progress, Reading, bug_in, is_whole, read

__all__ = [
    "Build",
    "Progress",
    "Reading",
    "build",
    "decks_of",
    "exporters",
    "is_whole",
    "ledger_at",
    "load_ledger",
    "read",
    "render",
    "resolve",
]


@dataclass(frozen=True, slots=True)
class Build:
    """What a build makes: files by name (the ledger is not among them), the new ledger, and what there is to tell."""

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


def resolve(
    readings: Sequence[Reading],
    ledger: identity.Ledger,
    *,
    settings: Settings,
    now: int,
    whole: bool = True,
    dated: bool = True,
) -> tuple[identity.Resolution, Mapping[tuple[str, str], Media], tuple[Problem, ...]]:
    """Give every note its identity; the pictures that the notes show, and what is wrong with them, come with it.

    `whole`: these are all the articles that there are. Otherwise the notes of the others stay as they are.
    `dated`: the content of the notes is looked at, to know which changed. Otherwise only who they are is known, which
    costs no exporter; the changes, the times of the notes and the ledger are of no use then.
    """
    media: dict[tuple[str, str], Media] = {}
    problems: list[Problem] = []
    for reading in readings:
        if reading.article is not None:
            pictures, faults = source.load_media(reading.article, reading.notes, reading.file.root)
            media.update({(reading.article.id, src): picture for (_, src), picture in pictures.items()})
            problems.extend(faults)
    planned = plan(readings, ledger, settings, whole=whole)
    digest = _digest_of(media) if dated else _no_digest
    resolution = identity.resolve(planned.plans, ledger, now=now, digest=digest, unread=planned.kept)
    return resolution, media, (*problems, *planned.problems, *resolution.problems)


def _digest_of(media: Mapping[tuple[str, str], Media]) -> Callable[[StampedNote], str]:
    from cardwright.export.fields import digest  # noqa: PLC0415 - `cards` needs no exporter

    return lambda note: digest(note, media)


def _no_digest(note: StampedNote) -> str:
    del note
    return ""


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

    readings, faults = read(paths, settings=settings, progress=progress, lean=True)
    whole = is_whole(paths, faults)
    resolution, media, problems = resolve(readings, ledger, settings=settings, now=now, whole=whole)
    decks = decks_of(resolution, readings, media)
    files, unrendered = render(decks, settings, progress=progress)
    for slug, text in change_notes(ledger, resolution).items():
        files[slug + SUFFIX] = text.encode()
    told = [*faults, *(problem for reading in readings for problem in reading.problems), *problems, *unrendered]
    return Build(decks, readings, resolution.ledger, resolution.changes, tuple(dict.fromkeys(told)), files)


def render(
    decks: Sequence[Deck], settings: Settings, *, progress: Progress | None = None
) -> tuple[dict[str, bytes], list[Problem]]:
    """Give the bytes of every deck in every format by file name; a deck that a format cannot hold is told."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    pairs = [(exporter, deck) for exporter in exporters(settings) for deck in decks]
    for done, (exporter, deck) in enumerate(pairs, start=1):
        name = deck.slug + exporter.suffix
        try:
            rendered = exporter.render(deck)
        except ExportError as error:
            problems.append(error.problem)
        except Exception:  # noqa: BLE001 - promise 7: a deck that one format cannot hold stops no other
            problems.append(bug_in(name, "this file", "the other files were written"))
        else:
            files[name] = rendered.data
            problems.extend(rendered.problems)
        if progress:
            progress("Writing decks", done, len(pairs))
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
