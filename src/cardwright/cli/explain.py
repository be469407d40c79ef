"""`cardwright explain`: which rule made which card, and why a passage gave none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardwright.cli import options
from cardwright.core.problem import Problem
from cardwright.core.span import Span

if TYPE_CHECKING:
    from cardwright.core.document import Article, Block
    from cardwright.extraction import Extraction

_WIDTH = 88


@click.command()
@click.argument("place", metavar="PATH[:LINE]")
@options.confidence
def command(place: str, confidence: float | None) -> int:
    """Tell for every passage of an article which rule made which card of it, or why it gave none.

    With LINE (1-based, in the raw file) only for the passage that stands there.
    """
    from cardwright import source  # noqa: PLC0415 - `--help` reads nothing
    from cardwright.cli.report import tell  # noqa: PLC0415
    from cardwright.extraction import extract, near_misses  # noqa: PLC0415

    path, line = _split(place)
    settings, faults = options.settings_of(confidence=confidence)
    found = source.find([path])
    errors = tell((*faults, *found.problems))
    for file in found.files:
        loaded = source.load(file, settings=settings)
        errors |= tell(loaded.problems)
        if loaded.article is not None:
            extraction = extract(loaded.article, confidence=settings.confidence)
            lines = list(_explained(loaded.article, extraction, near_misses(loaded.article), line))
            click.echo("".join(text + "\n" for text in lines), nl=False)
            errors |= not lines and tell([_nowhere(Span(file.path, line, line))])
    return int(errors)


def _nowhere(span: Span) -> Problem:
    fix = "Name a line of its text, counted from 1 in the raw file"
    return Problem(span, "no-passage", "no passage of the article stands on this line", fix)


def _split(place: str) -> tuple[str, int]:
    """Take a line number off the end of a place; a path that exists is a path whatever it ends with."""
    path, _, number = place.rpartition(":")
    return (path, int(number)) if path and number.isdigit() and not Path(place).exists() else (place, 0)


def _explained(article: Article, extraction: Extraction, near: Mapping[int, str], line: int) -> Iterator[str]:
    for section in article.sections:
        title = " > ".join(section.trail) or article.title
        lines = [text for block in section.blocks for text in _block(block, extraction, near, line)]
        if lines or (line and section.span.line == line):
            yield click.style(f"{section.span}: {title}", bold=True)
            yield from lines or ["  a heading: rules read it with the passages below it"]


def _block(block: Block, extraction: Extraction, near: Mapping[int, str], line: int) -> Iterator[str]:
    from cardwright.core.document import plain_of  # noqa: PLC0415

    span = block.span
    if line and not span.line <= line <= span.end_line:
        return
    words = " ".join(plain_of((block,)).split())
    yield f"  {span.line}-{span.end_line} {type(block).__name__}: {_cut(words)}"
    said = list(_said(span, extraction, line))
    reason = near.get(span.line, "it defines, lists or labels nothing that a rule reads")
    yield from said or [f"      no rule took it: {reason}"]


def _said(span: Span, extraction: Extraction, line: int) -> Iterator[str]:
    from cardwright.core.document import shown  # noqa: PLC0415

    def here(other: Span) -> bool:
        return (
            other.line <= span.end_line
            and span.line <= other.end_line
            and (not line or other.line <= line <= other.end_line)
        )

    for note in extraction.notes:
        if here(note.span):
            yield f"      {note.rule} ({note.confidence:.2f}, {note.evidence}): {shown(note.question)}"
    for turned in extraction.rejected:
        if here(turned.note.span):
            question = shown(turned.note.question)
            yield f"      {turned.note.rule} turned down by {turned.fault}: {turned.reason}: {question}"
    for fact in extraction.unsure:
        if here(fact.found.span):
            yield f"      {fact.found.rule} is not sure enough ({fact.found.confidence:.2f}, {fact.found.evidence})"
    for fact, holder in extraction.beaten:
        if here(fact.found.span):
            yield f"      {fact.found.rule} came second ({fact.found.evidence}): {holder} had the passage"


def _cut(words: str) -> str:
    return words if len(words) <= _WIDTH else words[: _WIDTH - 1].rstrip() + "…"
