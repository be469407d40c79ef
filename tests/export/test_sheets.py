from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardwright.errors import ExportError
from cardwright.export.sheets import INCH, PAPERS, SIZES, STOCK, Cell, Edge, SheetOptions, sheet_of

GRIDS = ("auto", "1x1", "2x4", "2x5", "3x4", *SIZES, *STOCK, "85x55mm")
FITTING = [
    (paper, grid) for paper in ("a4", "letter", "legal") for grid in GRIDS if not (grid in STOCK and paper != "letter")
]

sheets = st.builds(
    lambda sheet, edge, gutter, margin: SheetOptions(
        paper=sheet[0], grid=sheet[1], edge=edge, gutter=gutter, margin=margin
    ),
    st.sampled_from(FITTING),
    st.sampled_from(["long", "short"]),
    st.sampled_from([0.0, 1.5, 3.0]),
    st.floats(0, 15),
)


def overlap(one: Cell, other: Cell) -> bool:
    near = 1e-6
    return (
        one.x + one.width > other.x + near
        and other.x + other.width > one.x + near
        and one.y + one.height > other.y + near
        and other.y + other.height > one.y + near
    )


@given(sheets)
def test_cards_lie_on_the_paper_and_not_on_each_other(options: SheetOptions) -> None:
    sheet = sheet_of(options)
    for side in (sheet.fronts, sheet.backs):
        for cell in side:
            assert cell.x >= -0.01
            assert cell.x + cell.width <= sheet.width + 0.01
            assert cell.y >= -0.01
            assert cell.y + cell.height <= sheet.height + 0.01
        assert not any(overlap(one, other) for at, one in enumerate(side) for other in side[:at])


@given(sheets)
def test_each_back_lies_behind_its_front_when_the_paper_is_turned(options: SheetOptions) -> None:
    sheet = sheet_of(options)
    about_vertical = (options.edge == "long") == (sheet.height >= sheet.width)
    for front, back in zip(sheet.fronts, sheet.backs, strict=True):
        seen_through = (
            (sheet.width - back.x - back.width, back.y)
            if about_vertical
            else (back.x, sheet.height - back.y - back.height)
        )
        assert seen_through == pytest.approx((front.x, front.y))
        assert (front.width, front.height) == (back.width, back.height)


@given(sheets)
def test_the_block_of_cards_stands_in_the_middle(options: SheetOptions) -> None:
    sheet = sheet_of(options)
    (xs, ys) = sheet.cuts
    assert xs[0] == pytest.approx(sheet.width - xs[-1], abs=1e-3)
    assert ys[0] == pytest.approx(sheet.height - ys[-1], abs=1e-3)


def test_the_default_is_eight_cards_on_a4() -> None:
    sheet = sheet_of(SheetOptions())
    assert len(sheet.fronts) == 8
    assert (sheet.fronts[0].width, sheet.fronts[0].height) == (95, 69.25)
    assert sheet.marks == "ticks"
    assert sheet.duplex == "long"


@pytest.mark.parametrize(
    ("paper", "grid", "cards", "landscape"),
    [
        ("a4", "a6", 4, True),
        ("a4", "a7", 8, False),
        ("a4", "a8", 16, True),
        ("a4", "3x5in", 4, True),
        ("letter", "3x5in", 4, True),
        ("letter", "4x6in", 2, False),
        ("a4", "85x55mm", 10, False),
        ("letter", "avery-5371", 10, False),
        ("letter", "avery-5388", 3, False),
        ("a6", "auto", 1, False),
        ("a8", "auto", 1, True),
        ("3x5in", "auto", 1, True),
        ("4x6in", "auto", 1, True),
    ],
)
def test_presets(paper: str, grid: str, cards: int, landscape: bool) -> None:  # noqa: FBT001 - a column of the table
    sheet = sheet_of(SheetOptions(paper=paper, grid=grid))
    assert len(sheet.fronts) == cards
    assert (sheet.width > sheet.height) == landscape


def test_avery_sheets_have_the_makers_margins_and_bring_their_paper() -> None:
    business = sheet_of(SheetOptions(paper="a4", grid="avery-5371"))
    index = sheet_of(SheetOptions(grid="avery-5388"))
    assert (business.width, business.height) == PAPERS["letter"]
    assert (business.fronts[0].x, business.fronts[0].y) == pytest.approx((0.75 * INCH, 0.5 * INCH))
    assert (index.fronts[0].x, index.fronts[0].y) == pytest.approx((1.75 * INCH, 1 * INCH))
    assert business.marks == index.marks == "none"


@pytest.mark.parametrize(("edge", "column", "row"), [("long", 1, 0), ("short", 0, 3)])
def test_the_edge_decides_what_is_mirrored(edge: Edge, column: int, row: int) -> None:
    sheet = sheet_of(SheetOptions(edge=edge))
    other = sheet.fronts[row * 2 + column]
    assert (sheet.backs[0].x, sheet.backs[0].y) == pytest.approx((other.x, other.y))


def test_shift_moves_the_backs_alone() -> None:
    plain, moved = sheet_of(SheetOptions()), sheet_of(SheetOptions(shift=(1.5, -0.5)))
    assert moved.fronts == plain.fronts
    for before, after in zip(plain.backs, moved.backs, strict=True):
        assert (after.x - before.x, after.y - before.y) == pytest.approx((1.5, -0.5))


def test_hairlines_where_ticks_have_no_room() -> None:
    assert sheet_of(SheetOptions(grid="a7")).marks == "lines"
    assert sheet_of(SheetOptions(grid="a7", marks="none")).marks == "none"
    assert sheet_of(SheetOptions(paper="a7")).marks == "none"


def test_folded_cards_have_their_answer_right_of_the_fold() -> None:
    sheet = sheet_of(SheetOptions(layout="fold", grid="2x5", shift=(3, 3)))
    assert len(sheet.fronts) == 5
    assert sheet.duplex is None
    for front, back in zip(sheet.fronts, sheet.backs, strict=True):
        assert (back.x, back.y) == pytest.approx((front.x + front.width, front.y))
        assert back.x == pytest.approx(sheet.folds[0], abs=1e-3)
    assert not set(sheet.folds) & set(sheet.cuts[0])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            SheetOptions(paper="b9"),
            'sheets: "b9" is no paper. Use one of a4, a5, a6, a7, a8, letter, legal, 3x5in, 4x6in.',
        ),
        (
            SheetOptions(grid="many"),
            (
                'sheets: "many" is no grid. Use columns by rows like "2x4", a size like "85x55mm", or one of a6, a7, '
                "a8, 3x5in, 4x6in, avery-5371, avery-5388."
            ),
        ),
        (
            SheetOptions(grid="9x9"),
            (
                "sheets: a grid of 9x9 on paper a4 gives cards of 21 by 31 mm. "
                "Choose fewer columns or rows, or larger paper."
            ),
        ),
        (
            SheetOptions(layout="poster"),  # type: ignore[arg-type]
            'sheets: "poster" is no layout. Use one of cards, fold, study, quiz, glossary, calibration.',
        ),
        (SheetOptions(grid="9x9mm"), 'sheets: cards of "9x9mm" are too small. Use at least 30x20mm.'),
        (
            SheetOptions(paper="a7", grid="a6"),
            "sheets: a card of 148 by 105 mm does not fit on paper a7. Choose larger paper.",
        ),
        (
            SheetOptions(layout="fold", grid="1x4"),
            "sheets: a fold-over card needs two columns. Choose a grid with two columns, or larger paper.",
        ),
    ],
)
def test_what_makes_no_sheet_is_refused(options: SheetOptions, message: str) -> None:
    with pytest.raises(ExportError) as refused:
        sheet_of(options)
    assert str(refused.value) == message
