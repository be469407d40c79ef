"""Where things lie on the paper, as poppler reports it."""

from __future__ import annotations

import io
import re

import pytest
from fixtures_print import SAMPLES, deck_of, items, note, stack
from fixtures_print_reading import MM, poppler, ran, text_of, words_on
from pypdf import PdfReader

from cardwright.export.pdf import Pdf
from cardwright.export.sheets import Edge, SheetOptions, sheet_of

PRESETS = (("letter", "avery-5371"), ("a4", "a8"), ("4x6in", "auto"), ("a8", "auto"), ("a4", "85x55mm"))


@poppler
@pytest.mark.parametrize("edge", ["long", "short"])
def test_on_a_stack_of_100_every_back_is_behind_its_front(edge: Edge) -> None:
    """The id stands in the same corner of both sides of a card, so that its places tell those of the sides."""
    options = SheetOptions(edge=edge)
    sheet = sheet_of(options)
    pages = words_on(Pdf(options=options).render(stack(100)).data)
    assert len(pages) == 26
    seen = 0
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        ids = {word for word in front if re.fullmatch(r"id\d{5}", word)}
        assert ids == {word for word in back if re.fullmatch(r"id\d{5}", word)}
        for word in ids:
            assert f"Q{word[2:]}?" in front
            assert f"A{word[2:]}" in back
            cell = int(word[2:]) % len(sheet.fronts)
            ours, behind = sheet.fronts[cell], sheet.backs[cell]
            assert back[word][0] - behind.x == pytest.approx(front[word][0] - ours.x, abs=0.1)
            assert back[word][1] - behind.y == pytest.approx(front[word][1] - ours.y, abs=0.1)
            question = front[f"Q{word[2:]}?"]
            assert question[0] == pytest.approx(ours.x + ours.width / 2, abs=0.1)
        seen += len(ids)
    assert seen == 100


@poppler
def test_fronts_then_backs_and_cut_and_stack() -> None:
    options = SheetOptions(collate="fronts-first", order="stack")
    pages = words_on(Pdf(options=options).render(stack(20)).data)
    assert len(pages) == 6
    sheet = sheet_of(options)
    for page in range(3):
        for cell in range(8):
            number = cell * 3 + page
            if number < 20:
                place = pages[page][f"Q{number:05d}?"]
                assert place[0] == pytest.approx(sheet.fronts[cell].x + sheet.fronts[cell].width / 2, abs=0.1)
                assert f"A{number:05d}" in pages[3 + page]


@poppler
def test_shift_and_half_turn_of_the_backs() -> None:
    plain = words_on(Pdf(options=SheetOptions(ids=False)).render(stack(1)).data)
    moved = words_on(Pdf(options=SheetOptions(ids=False, shift=(2, -1))).render(stack(1)).data)
    turned = words_on(Pdf(options=SheetOptions(ids=False, rotate_backs=True)).render(stack(1)).data)
    assert moved[0] == plain[0]
    (x, y), (to_x, to_y) = plain[1]["A00000"], moved[1]["A00000"]
    assert (to_x - x, to_y - y) == pytest.approx((2, -1), abs=0.05)
    back = sheet_of(SheetOptions()).backs[0]
    middle = back.y + back.height / 2
    assert turned[1]["A00000"][1] == pytest.approx(2 * middle - y, abs=0.3)


@poppler
def test_folded_cards_stand_side_by_side() -> None:
    pages = words_on(Pdf("fold").render(stack(5)).data)
    assert len(pages) == 2
    for number in range(4):
        question, answer = pages[0][f"Q{number:05d}?"], pages[0][f"A{number:05d}"]
        assert answer[0] - question[0] == pytest.approx(95, abs=0.1)


@poppler
@pytest.mark.parametrize(("edge", "across", "down"), [("long", 1, -1), ("short", -1, 1)])
def test_the_calibration_scale_tells_the_shift_to_give(edge: Edge, across: int, down: int) -> None:
    """A back that is printed right of its place is seen left of it when the sheet was turned about the vertical axis.

    It has to move left then: the number that stands there is negative. Turned about the other axis, it is seen on the
    right, and the same number stands there.
    """
    pdf = Pdf(options=SheetOptions(layout="calibration", edge=edge)).render(deck_of()).data
    page = ran("pdftotext", "-bbox", "-", "-", data=pdf).split("<page ")[1]
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([−-]?(?:5|10))</word>', page)
    assert len(found) == 8
    for x0, y0, x1, y1, word in found:
        left, number = float(x0) * MM - 105, int(word.replace("−", "-"))
        if abs(left - 3) < 0.3:  # the labels of the vertical axis begin right of it
            assert (float(y0) + float(y1)) / 2 * MM - 148.5 == pytest.approx(down * number, abs=0.8)
        else:
            assert (left + float(x1) * MM - 105) / 2 == pytest.approx(across * number, abs=0.3)


@poppler
def test_a_calibration_sheet_needs_no_cards_and_moves_its_cross() -> None:
    plain = Pdf("calibration").render(deck_of()).data
    assert "--shift" in text_of(plain)
    assert len(PdfReader(io.BytesIO(plain)).pages) == 2
    assert Pdf(options=SheetOptions(layout="calibration", shift=(1, 0))).render(deck_of()).data != plain


@pytest.mark.parametrize(
    "options",
    [
        SheetOptions(paper=paper, grid=grid, layout=layout)
        for paper, grid in (
            ("letter", "avery-5371"),
            ("a4", "a8"),
            ("4x6in", "auto"),
            ("a8", "auto"),
            ("a4", "85x55mm"),
        )
        for layout in ("cards", "fold")
        if not (layout == "fold" and grid == "auto")
    ],
)
def test_presets_give_pages_of_their_size(options: SheetOptions) -> None:
    sheet = sheet_of(options)
    for page in PdfReader(io.BytesIO(Pdf(options=options).render(deck_of(*SAMPLES)).data)).pages:
        size = (float(page.mediabox.width) * MM, float(page.mediabox.height) * MM)
        assert size == pytest.approx((sheet.width, sheet.height), abs=0.05)


@poppler
def test_lists_from_right_to_left_have_their_marks_on_the_right() -> None:
    hebrew = note("מה?", kind="list", answer_items=("אחת", "שתיים"), language="")
    nested = note("מה?", items("אחת", "שתיים"), language="")
    for each in (hebrew, nested):
        page = words_on(Pdf(options=SheetOptions(ids=False)).render(deck_of(each, language="")).data)[1]
        assert page["•"][0] > max(x for word, (x, _) in page.items() if word != "•")
