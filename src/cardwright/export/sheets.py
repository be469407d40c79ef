"""Imposition: where each card lies on a sheet, front and back, in millimetres from the top left corner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from cardwright.core.problem import Problem
from cardwright.core.span import Span
from cardwright.errors import ExportError

Layout = Literal["cards", "fold", "study", "quiz", "glossary", "calibration"]
Edge = Literal["long", "short"]
Order = Literal["rows", "stack"]
Collate = Literal["interleaved", "fronts-first"]
Marks = Literal["auto", "ticks", "lines", "none"]

INCH = 25.4

PAPERS: dict[str, tuple[float, float]] = {
    "a4": (210, 297),
    "a5": (148, 210),
    "a6": (105, 148),
    "a7": (105, 74),
    "a8": (74, 52),
    "letter": (8.5 * INCH, 11 * INCH),
    "legal": (8.5 * INCH, 14 * INCH),
    "3x5in": (5 * INCH, 3 * INCH),
    "4x6in": (6 * INCH, 4 * INCH),
}
"""Width and height in mm. Sizes of index cards lie on their long side, as people write on them."""

SIZES: dict[str, tuple[float, float]] = {
    "a6": (148, 105),
    "a7": (105, 74),
    "a8": (74, 52),
    "3x5in": (5 * INCH, 3 * INCH),
    "4x6in": (6 * INCH, 4 * INCH),
}
"""Named card sizes, width and height in mm."""

STOCK: dict[str, tuple[tuple[int, int], tuple[float, float]]] = {
    "avery-5371": ((2, 5), (3.5 * INCH, 2 * INCH)),
    "avery-5388": ((1, 3), (5 * INCH, 3 * INCH)),
}
"""Perforated sheets on Letter paper: columns and rows, card width and height in mm; the block is centred."""

MARGIN = 10.0
"""mm that most printers can print to on every side, with room for marks."""
TICK_ROOM = 4.0
"""mm of margin below which ticks do not fit and hairlines are drawn between the cards."""
SMALLEST_CARD = (30.0, 20.0)
"""mm; below this a question in 8 pt does not fit."""

_COLUMNS_ROWS = re.compile(r"^(\d{1,2})x(\d{1,2})$")
_MILLIMETRES = re.compile(r"^(\d{1,3}(?:\.\d+)?)x(\d{1,3}(?:\.\d+)?)mm$")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOptions:
    """What a sheet looks like. Lengths are in mm.

    `grid` is "auto", columns by rows ("2x4"), a card size ("a7", "3x5in", "85x55mm") or a stock
    ("avery-5371", which brings its own paper).
    `margin` and `gutter` hold for columns by rows; a card size is tiled and centred with the gutter.
    `edge` is the paper's edge about which the printer turns it; `rotate_backs` turns each back by half a turn.
    `order` "stack" numbers the cards so that a stack cut in one go lies in order when its piles are put together.
    `shift` moves the backs right and down. `seed` shuffles a quiz; 0 keeps the order of the article.
    `scale` multiplies the type size; `ink_saving` drops colours and fills; `floor` is the least type size in pt.
    """

    layout: Layout = "cards"
    paper: str = "a4"
    grid: str = "auto"
    margin: float = MARGIN
    gutter: float = 0.0
    edge: Edge = "long"
    rotate_backs: bool = False
    order: Order = "rows"
    collate: Collate = "interleaved"
    shift: tuple[float, float] = (0.0, 0.0)
    marks: Marks = "auto"
    scale: float = 1.0
    floor: float = 7.5
    ink_saving: bool = False
    ids: bool = True
    qr: bool = True
    leitner: bool = False
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A rectangle on the sheet, mm from the top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """The geometry of a sheet in mm: cell `i` of `fronts` and of `backs` are the two sides of one card.

    `cuts` holds the x and the y positions of all cuts, `folds` the x of the fold lines; `marks` how cuts are shown.
    `duplex` is the edge about which the paper is turned, None where both sides of a card stand on one page.
    """

    width: float
    height: float
    fronts: tuple[Cell, ...]
    backs: tuple[Cell, ...]
    cuts: tuple[tuple[float, ...], tuple[float, ...]]
    marks: Marks
    duplex: Edge | None
    folds: tuple[float, ...] = ()


def sheet_of(options: SheetOptions) -> Sheet:
    """Lay out the sheet that the options describe. Raises ExportError where no card fits, or a name is unknown."""
    if options.layout not in get_args(Layout):
        raise _refused(f'"{options.layout}" is no layout', f"Use one of {', '.join(get_args(Layout))}")
    width, height, columns, rows, card, gutter = _grid(options)
    x0 = (width - columns * card[0] - (columns - 1) * gutter) / 2
    y0 = (height - rows * card[1] - (rows - 1) * gutter) / 2
    fronts = tuple(
        Cell(x0 + column * (card[0] + gutter), y0 + row * (card[1] + gutter), *card)
        for row in range(rows)
        for column in range(columns)
    )
    marks = _marks(options, min(x0, y0))
    if options.layout == "fold":
        return _folded(width, height, fronts, columns, marks)
    upright = turns_upright(options, width, height)
    backs = tuple(_behind(cell, width, height, upright=upright, shift=options.shift) for cell in fronts)
    return Sheet(width, height, fronts, backs, _cuts(fronts), marks, options.edge)


def turns_upright(options: SheetOptions, width: float, height: float) -> bool:
    """Tell whether a sheet of this size is turned about its vertical axis, like a page of a book."""
    return (options.edge == "long") == (height >= width)


def _cuts(cells: tuple[Cell, ...]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    return (
        tuple(sorted({round(x, 4) for cell in cells for x in (cell.x, cell.x + cell.width)})),
        tuple(sorted({round(y, 4) for cell in cells for y in (cell.y, cell.y + cell.height)})),
    )


def _folded(width: float, height: float, cells: tuple[Cell, ...], columns: int, marks: Marks) -> Sheet:
    """Pair the columns: question left, answer right, so that the right half folds behind the left one."""
    if columns < 2:
        raise _refused("a fold-over card needs two columns", "Choose a grid with two columns, or larger paper")
    fronts = tuple(cell for at, cell in enumerate(cells) if at % columns % 2 == 0 and at % columns + 1 < columns)
    backs = tuple(Cell(cell.x + cell.width, cell.y, cell.width, cell.height) for cell in fronts)
    strips = tuple(Cell(cell.x, cell.y, 2 * cell.width, cell.height) for cell in fronts)
    folds = tuple(sorted({round(back.x, 4) for back in backs}))
    return Sheet(width, height, fronts, backs, _cuts(strips), marks, None, folds)


def _behind(cell: Cell, width: float, height: float, *, upright: bool, shift: tuple[float, float]) -> Cell:
    """Give the place of a cell's back: mirrored about the vertical axis (`upright`) or the horizontal one."""
    x = width - cell.x - cell.width if upright else cell.x
    y = cell.y if upright else height - cell.y - cell.height
    return Cell(x + shift[0], y + shift[1], cell.width, cell.height)


def _marks(options: SheetOptions, room: float) -> Marks:
    if options.grid in STOCK or options.paper in SIZES:
        return "none"  # the paper is perforated, or is the card
    if options.marks == "auto":
        return "ticks" if room >= TICK_ROOM else "lines"
    return options.marks


def _grid(options: SheetOptions) -> tuple[float, float, int, int, tuple[float, float], float]:
    """Give the sheet's width and height, columns, rows, the card's size and the gutter."""
    width, height = paper_size(options.paper)
    if options.grid in STOCK:
        (columns, rows), card = STOCK[options.grid]
        return *PAPERS["letter"], columns, rows, card, 0.0
    size = _card_size(options.grid)
    if size:
        return _tiled(options, size)
    match = _COLUMNS_ROWS.match("2x4" if options.grid == "auto" else options.grid)
    if options.grid == "auto" and options.paper in SIZES:
        return width, height, 1, 1, (width, height), 0.0
    if not match or "0" in match.groups():
        known = ", ".join([*SIZES, *STOCK])
        raise _refused(
            f'"{options.grid}" is no grid', f'Use columns by rows like "2x4", a size like "85x55mm", or one of {known}'
        )
    columns, rows = int(match[1]), int(match[2])
    card = (
        (width - 2 * options.margin - (columns - 1) * options.gutter) / columns,
        (height - 2 * options.margin - (rows - 1) * options.gutter) / rows,
    )
    if card[0] < SMALLEST_CARD[0] or card[1] < SMALLEST_CARD[1]:
        raise _refused(
            f"a grid of {options.grid} on paper {options.paper} gives cards of {card[0]:.0f} by {card[1]:.0f} mm",
            "Choose fewer columns or rows, or larger paper",
        )
    return width, height, columns, rows, card, options.gutter


def _tiled(
    options: SheetOptions, card: tuple[float, float]
) -> tuple[float, float, int, int, tuple[float, float], float]:
    """Turn the paper the way that holds more cards of this size; upright where both hold as many."""
    best = (0, 0, 0, 0.0, 0.0)
    width, height = paper_size(options.paper)
    for sides in ((width, height), (height, width)):
        columns, rows = (
            int((side + options.gutter + 0.01) // (length + options.gutter))
            for side, length in zip(sides, card, strict=True)
        )
        if columns * rows > best[0]:
            best = (columns * rows, columns, rows, *sides)
    if not best[0]:
        raise _refused(
            f"a card of {card[0]:g} by {card[1]:g} mm does not fit on paper {options.paper}", "Choose larger paper"
        )
    return best[3], best[4], best[1], best[2], card, options.gutter


def _card_size(grid: str) -> tuple[float, float] | None:
    if grid in SIZES:
        return SIZES[grid]
    match = _MILLIMETRES.match(grid)
    if not match:
        return None
    size = (float(match[1]), float(match[2]))
    if size[0] < SMALLEST_CARD[0] or size[1] < SMALLEST_CARD[1]:
        raise _refused(f'cards of "{grid}" are too small', "Use at least 30x20mm")
    return size


def paper_size(paper: str) -> tuple[float, float]:
    """Give width and height in mm. Raises ExportError for an unknown paper."""
    try:
        return PAPERS[paper]
    except KeyError:
        raise _refused(f'"{paper}" is no paper', f"Use one of {', '.join(PAPERS)}") from None


def _refused(message: str, fix: str) -> ExportError:
    return ExportError(Problem(Span("sheets", 0, 0), "bad-sheet", message, fix))
