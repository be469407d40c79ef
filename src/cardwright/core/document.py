"""What an article holds once it is read: sections, blocks and inline runs, each with its lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from cardwright.core.record import dataclass, field
from cardwright.core.span import Span

Mark = Literal["strong", "em", "strike", "code", "math", "link", "image", "sub", "sup"]

PLAIN: frozenset[Mark] = frozenset()

PICTURE = "\ufffc"
"""The one character by which a picture counts in plain text (Unicode's object replacement character)."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of characters under the same marks, on the same source lines.

    `text` is what a reader sees: TeX source for math, the alternative text for an image, a newline for a hard break.
    `href` is the target of a link or the source of an image, as written in the article.
    Lines are 1-based and inclusive.
    """

    text: str
    line: int = 0
    end_line: int = 0
    marks: frozenset[Mark] = PLAIN
    href: str = ""

    @property
    def plain(self) -> str:
        """The run's characters as they count in `Text.plain`."""
        return PICTURE if "image" in self.marks else self.text


@dataclass(frozen=True, slots=True)
class Text:
    """Inline runs in order, sliceable by the characters of `plain`."""

    runs: tuple[Inline, ...] = ()
    plain: str = field(init=False, repr=False, compare=False)

    def __init__(self, runs: tuple[Inline, ...] = ()) -> None:
        # written out, as nothing else is made so often
        _set_runs(self, runs)
        if len(runs) == 1:
            _set_plain(self, runs[0].plain)
        else:
            _set_plain(self, "".join([PICTURE if "image" in run.marks else run.text for run in runs]))

    @classmethod
    def of(cls, text: str, *, line: int = 0, end_line: int = 0) -> Text:
        """Make a text of one unmarked run."""
        return cls((Inline(text, line, end_line or line),) if text else ())

    def __bool__(self) -> bool:
        return bool(self.runs)

    def __len__(self) -> int:
        return len(self.plain)

    def __add__(self, other: Text) -> Text:
        return Text(self.runs + other.runs)

    def slice(self, start: int, end: int | None = None) -> Text:
        """Give the characters `start` up to but not including `end` of `plain`, marks and lines kept."""
        end = len(self.plain) if end is None else min(end, len(self.plain))
        if start <= 0 and end == len(self.plain):
            return self
        if len(self.runs) == 1 and "image" not in self.runs[0].marks:
            one = self.runs[0]
            cut = one.text[max(start, 0) : max(end, 0)]
            return Text((Inline(cut, one.line, one.end_line, one.marks, one.href),) if cut else ())
        runs: list[Inline] = []
        at = 0
        for run in self.runs:
            size = 1 if "image" in run.marks else len(run.text)
            low, high = max(start - at, 0), min(end - at, size)
            if low < high:
                whole = low == 0 and high == size
                runs.append(run if whole else Inline(run.text[low:high], run.line, run.end_line, run.marks, run.href))
            at += size
            if at >= end:
                break
        return Text(tuple(runs))

    def strip(self, characters: str | None = None) -> Text:
        """Give the text without white space (or the given characters) at both ends."""
        plain = self.plain
        size = len(plain.strip(characters))
        if size == len(plain):
            return self
        left = len(plain) - len(plain.lstrip(characters))
        return self.slice(left, left + size)

    def lines(self) -> tuple[int, int]:
        """Give the first and last source line; (0, 0) where nothing here comes from the article."""
        if len(self.runs) == 1:
            one = self.runs[0]
            return (one.line, one.end_line) if one.line else (0, 0)
        known = [run for run in self.runs if run.line]
        return (min(run.line for run in known), max(run.end_line for run in known)) if known else (0, 0)

    def span(self, path: str) -> Span:
        """Give `lines` as a span of that file."""
        return Span(path, *self.lines())

    def marked(self, mark: Mark) -> bool:
        """Tell whether every run that shows something carries the mark."""
        shows = False
        for run in self.runs:
            if mark in run.marks:
                shows = shows or bool(run.text.strip())
            elif run.text.strip():
                return False
        return shows


_set_runs, _set_plain = (vars(Text)[name].__set__ for name in ("runs", "plain"))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: Text
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; `blocks` begins with a paragraph unless the item opens otherwise. `task`: its checkbox."""

    blocks: tuple[Block, ...]
    span: Span
    task: bool | None = None


@dataclass(frozen=True, slots=True)
class ItemList:
    """A bullet list, or an ordered list that begins at `start`."""

    items: tuple[Item, ...]
    span: Span
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; as many cells as the header has columns."""

    cells: tuple[Text, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `align` holds one of "", "left", "center", "right" a column."""

    header: tuple[Text, ...]
    rows: tuple[Row, ...]
    span: Span
    align: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Described:
    """A term of a definition list with its descriptions."""

    term: Text
    descriptions: tuple[tuple[Block, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """A definition list (`Term` on a line, `: description` below it)."""

    entries: tuple[Described, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote or an admonition; `label` is the admonition's kind, lower case ("note", "tip"), or ""."""

    blocks: tuple[Block, ...]
    span: Span
    label: str = ""


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Fenced or indented code, newlines kept; `language` is the first word of the fence's info string."""

    text: str
    span: Span
    language: str = ""


@dataclass(frozen=True, slots=True)
class MathBlock:
    """A display formula in TeX, without its dollar signs."""

    tex: str
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that stands alone."""

    src: str
    alt: str
    span: Span


@dataclass(frozen=True, slots=True)
class Raw:
    """A block of HTML as written; shown to nobody, kept so that `explain` can name it."""

    html: str
    span: Span


Block = Paragraph | ItemList | Table | DefinitionList | Quote | CodeBlock | MathBlock | Figure | Raw


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks up to the next one.

    `level` is 1 to 6, 7 for a bold paragraph that serves as a heading, 0 for what stands before the first heading.
    `trail` holds the titles of the headings above it, outermost first, its own last.
    `anchor` is the fragment that GitHub and most site generators give the heading.
    """

    title: Text
    level: int
    trail: tuple[str, ...]
    blocks: tuple[Block, ...]
    span: Span
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One source file, read.

    `path` is as given on the command line; `id` comes from the front matter, else from the file name.
    `language` is a lower-case ISO 639 code ("en", "zh"), "" while unknown. `date` is as the front matter has it.
    `source_url` is the address of the published page, "" where the front matter and settings name none.
    `meta` is the front matter, for what a later stage may ask of it.
    """

    path: str
    id: str
    title: str
    sections: tuple[Section, ...]
    language: str = ""
    tags: tuple[str, ...] = ()
    deck: str = ""
    date: str = ""
    source_url: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict, compare=False)


def plain_of(blocks: tuple[Block, ...]) -> str:
    """Give the words of the blocks as plain text, a line a block, pictures by their alternative text."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return shown(blocks[0].text)
    return "\n".join([line for block in blocks for line in _lines(block) if line])


def shown(text: Text) -> str:
    """Give the plain text with pictures replaced by their alternative text, breaks folded, ends trimmed."""
    runs = text.runs
    return " ".join((runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])).split())


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph(text=text):
            return [shown(text)]
        case ItemList(items=items):
            return [plain_of(item.blocks) for item in items]
        case Table(header=header, rows=rows):
            return [" | ".join(map(shown, cells)) for cells in (header, *[row.cells for row in rows])]
        case DefinitionList(entries=entries):
            return [f"{shown(e.term)}: {' '.join(plain_of(d) for d in e.descriptions)}" for e in entries]
        case Quote(blocks=blocks):
            return [plain_of(blocks)]
        case CodeBlock(text=code):
            return [code.rstrip("\n")]
        case MathBlock(tex=tex):
            return [tex]
        case Figure(alt=alt):
            return [alt]
        case Raw():
            return []
