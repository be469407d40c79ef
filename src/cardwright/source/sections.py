"""From a flow of blocks and headings to sections, each with the trail of headings above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cardwright.core.document import Block, Paragraph, Section, Text, shown
from cardwright.core.span import Span
from cardwright.source.repair import rejoin
from cardwright.text.regex import lazy_regex

BOLD_LEVEL = 7
"""The level of a bold paragraph that serves as a heading: below every real heading."""

_MAX_HEADING_WORDS = 12
"""A longer bold paragraph is an emphasised sentence (19,000 real files: 99 % of bold headings are shorter)."""

_ATTRIBUTES = lazy_regex(r"\s*\{\s*(?:[#:.][^}]*|\s*\w+=[^}]*)\}\s*$")
_NOT_IN_ANCHOR = lazy_regex(r"[^\w\- ]")
_SENTENCE_END = lazy_regex(r"[.!;,。！；，]$")

Heading = tuple[int, Text, Span]


def sections_of(flow: Sequence[Block | Heading], *, path: str, first_line: int) -> tuple[Section, ...]:
    """Group the flow by its headings; what stands before the first one is a section of level 0, if anything does."""
    anchors: Counter[str] = Counter()
    above: list[tuple[int, str]] = []
    out: list[Section] = []
    for (level, title, span), blocks in _grouped(_with_bold_headings(flow), path, first_line):
        cleaned = _cleaned(title)
        name = shown(cleaned)
        above = [(lv, t) for lv, t in above if lv < level]
        trail = (*[t for _, t in above if t], *([name] if name else []))
        if level:
            above.append((level, name))
        end = blocks[-1].span.end_line if blocks else span.end_line
        anchor = _anchor(name, anchors) if 0 < level < BOLD_LEVEL else ""
        whole = Span(path, span.line, max(end, span.end_line))
        if level or blocks:
            out.append(Section(cleaned, level, trail, tuple(rejoin(blocks)), whole, anchor))
    return tuple(out)


def _grouped(flow: Iterator[Block | Heading], path: str, first_line: int) -> Iterator[tuple[Heading, list[Block]]]:
    heading: Heading = (0, Text(), Span(path, first_line, first_line))
    blocks: list[Block] = []
    for part in flow:
        if isinstance(part, tuple):
            yield heading, blocks
            heading, blocks = part, []
        else:
            blocks.append(part)
    yield heading, blocks


def _with_bold_headings(flow: Sequence[Block | Heading]) -> Iterator[Block | Heading]:
    for part, after in zip(flow, [*flow[1:], None], strict=False):  # an empty article has no part, and no None
        if isinstance(part, Paragraph) and after is not None and not isinstance(after, tuple) and _is_heading(part):
            yield BOLD_LEVEL, part.text.strip().strip(":：").strip(), part.span
        else:
            yield part


def _is_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    plain = text.plain
    return (
        text.strip(":： ").marked("strong")
        and "\n" not in plain
        and len(plain.split()) <= _MAX_HEADING_WORDS
        and not _SENTENCE_END.search(plain)
    )


def _cleaned(title: Text) -> Text:
    found = _ATTRIBUTES.search(title.plain)
    return (title.slice(0, found.start()) if found else title).strip()


def _anchor(name: str, seen: Counter[str]) -> str:
    """Give the fragment as GitHub does: lower case, punctuation out, blanks to hyphens, repeats numbered."""
    base = _NOT_IN_ANCHOR.sub("", name.lower()).strip().replace(" ", "-")
    number = seen[base]
    seen[base] += 1
    return f"{base}-{number}" if number else base
