"""The PDFs, read by poppler, qpdf, pypdf and pdfua: what a reader and a printer get."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any, get_args

import pdfua
import pytest
from fixtures_print import NASTY, SAMPLES, SPAN, deck_of, items, media, note, numbered, par, run, stack
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from cardwright.core.deck import Deck
from cardwright.core.document import CodeBlock, Paragraph, Text
from cardwright.errors import ExportError
from cardwright.export.base import Rendered
from cardwright.export.pdf import VOLUME, Pdf
from cardwright.export.sheets import Edge, Layout, SheetOptions, sheet_of

MM = 25.4 / 72
PRESETS = (("letter", "avery-5371"), ("a4", "a8"), ("4x6in", "auto"), ("a8", "auto"), ("a4", "85x55mm"))
LAYOUTS: tuple[Layout, ...] = get_args(Layout)

poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
qpdf = pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")


def ran(*command: str, data: bytes) -> str:
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return done.stdout.decode()


def text_of(pdf: bytes) -> str:
    return ran("pdftotext", "-", "-", data=pdf).replace("\u200b", "")


def words_on(pdf: bytes) -> list[dict[str, tuple[float, float]]]:
    """Give for each page the middle of each word, mm from the top left corner."""
    pages = ran("pdftotext", "-bbox", "-", "-", data=pdf).split("<page ")[1:]
    found = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</word>')
    return [
        {
            unescape(word): ((float(x0) + float(x1)) / 2 * MM, (float(y0) + float(y1)) / 2 * MM)
            for x0, y0, x1, y1, word in found.findall(page)
        }
        for page in pages
    ]


def root_of(pdf: bytes) -> Any:
    return PdfReader(io.BytesIO(pdf)).root_object


def codes(rendered: Rendered) -> set[tuple[str, int]]:
    return {(problem.code, problem.span.line) for problem in rendered.problems}


@poppler
@pytest.mark.parametrize("edge", ["long", "short"])
def test_on_a_stack_of_100_every_back_is_behind_its_front(edge: str) -> None:
    options = SheetOptions(edge="short" if edge == "short" else "long", ids=False)
    sheet = sheet_of(options)
    pages = words_on(Pdf(options=options).render(stack(100)).data)
    assert len(pages) == 26
    seen = 0
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        questions = {word[1:6]: place for word, place in front.items() if re.match(r"Q\d{5}\?", word)}
        answers = {word[1:6]: place for word, place in back.items() if re.match(r"A\d{5}", word)}
        assert questions.keys() == answers.keys()
        for number, (x, y) in questions.items():
            at = int(number) % len(sheet.fronts)
            front_cell, back_cell = sheet.fronts[at], sheet.backs[at]
            assert x == pytest.approx(front_cell.x + front_cell.width / 2, abs=0.1)
            assert answers[number][0] == pytest.approx(back_cell.x + back_cell.width / 2, abs=0.1)
            assert y - front_cell.y == pytest.approx(answers[number][1] - back_cell.y, abs=0.4)  # the type sizes differ
            seen += 1
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


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_accessible(layout: Layout, tmp_path: Path) -> None:
    rendered = Pdf(layout).render(deck_of(*SAMPLES, media=media()))
    assert rendered.problems == ()
    file = tmp_path / "sheet.pdf"
    file.write_bytes(rendered.data)
    report = pdfua.validate(str(file))
    assert report.findings == ()
    assert len(report.outcomes) >= 12
    root = root_of(rendered.data)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    metadata = PdfReader(io.BytesIO(rendered.data)).metadata
    assert metadata is not None
    assert metadata.title == "Networks"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_print_dialogs_start_right(layout: Layout) -> None:
    options = SheetOptions(layout=layout, edge="short")
    preferences = root_of(Pdf(options=options).render(deck_of(*SAMPLES)).data)["/ViewerPreferences"]
    assert preferences["/PrintScaling"] == "/None"
    assert preferences["/PickTrayByPDFSize"]
    assert preferences["/DisplayDocTitle"]
    assert preferences["/Duplex"] == ("/Simplex" if layout in ("fold", "study") else "/DuplexFlipShortEdge")


@qpdf
@pytest.mark.parametrize("layout", LAYOUTS)
def test_qpdf_finds_nothing(layout: Layout, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_bytes(Pdf(layout).render(deck_of(*SAMPLES, media=media())).data)
    done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=True)
    assert "No syntax or stream encoding errors found" in done.stdout


@poppler
def test_all_fonts_are_embedded_with_their_characters() -> None:
    rows = ran("pdffonts", "-", data=Pdf().render(deck_of(*SAMPLES, *numbered(NASTY), media=media())).data)
    fonts = rows.splitlines()[2:]
    assert fonts
    assert all(re.search(r" yes (yes|no) +yes ", font) for font in fonts), rows


def test_the_question_is_a_heading_and_pictures_have_their_words() -> None:
    root = root_of(Pdf().render(deck_of(*SAMPLES, media=media())).data)
    kinds: list[str] = []
    described: list[str] = []
    todo = [root["/StructTreeRoot"]]
    while todo:
        element = todo.pop().get_object()
        if not isinstance(element, dict):
            continue
        kinds.append(element.get("/S", ""))
        described.append(element.get("/Alt", ""))
        children = element.get("/K", [])
        todo += children if isinstance(children, list) else [children]
    assert kinds.count("/H1") == len(SAMPLES)
    assert {"/L", "/LI", "/Table", "/TH", "/TD", "/Figure", "/Formula", "/Link"} <= set(kinds)
    assert "A square and a circle" in described


@poppler
def test_what_stands_on_a_card() -> None:
    text = " ".join(text_of(Pdf().render(deck_of(*SAMPLES, media=media())).data).split())
    for each in SAMPLES:
        if each.language == "en":
            first = each.question.plain.split()[:3]
            assert " ".join(first) in text
    assert "Networks › Protocols" in text
    assert text.count("id00000") == 2
    assert "id00000" not in text_of(Pdf(options=SheetOptions(ids=False)).render(deck_of(*SAMPLES)).data)
    for item in SAMPLES[1].items:
        assert item.plain in text
    assert 'with open("notes.txt", encoding="utf-8") as file:' in text


def test_a_qr_code_leads_to_the_section_where_its_address_is_known() -> None:
    coded, plain = SAMPLES[0], replace(SAMPLES[0], source_url="")
    reader = PdfReader(io.BytesIO(Pdf().render(deck_of(coded)).data))
    links = [each.get_object()["/A"]["/URI"] for page in reader.pages for each in page.get("/Annots", [])]
    assert links == ["https://example.org/networks#load-balancing"]
    for other in (
        Pdf().render(deck_of(plain)),
        Pdf(options=SheetOptions(qr=False)).render(deck_of(coded)),
        Pdf(options=SheetOptions(ink_saving=True)).render(deck_of(coded)),
    ):
        assert not any("/Annots" in page for page in PdfReader(io.BytesIO(other.data)).pages)


def test_ink_saving_prints_no_colour() -> None:
    def colours(options: SheetOptions) -> set[bytes]:
        pages = PdfReader(io.BytesIO(Pdf(options=options).render(deck_of(SAMPLES[3])).data)).pages
        return {
            found
            for page in pages
            for content in [page.get_contents()]
            if content is not None
            for found in re.findall(rb"[\d.]+ [\d.]+ [\d.]+ (?:scn?|rg)\b", content.get_data())
        }

    assert colours(SheetOptions())
    assert not colours(SheetOptions(ink_saving=True))


@poppler
def test_large_print_is_larger_and_leitner_boxes_stand_on_the_front() -> None:
    def height(options: SheetOptions) -> float:
        page = ran("pdftotext", "-bbox", "-", "-", data=Pdf(options=options).render(stack(1)).data)
        found = re.search(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">Q00000', page)
        assert found
        return float(found[2]) - float(found[1])

    assert height(SheetOptions(scale=1.5)) == pytest.approx(1.5 * height(SheetOptions()), rel=0.02)
    plain, boxed = (
        [len(page.get_contents().get_data()) for page in PdfReader(io.BytesIO(pdf)).pages]  # type: ignore[union-attr]
        for pdf in (Pdf().render(stack(1)).data, Pdf(options=SheetOptions(leitner=True)).render(stack(1)).data)
    )
    assert boxed[0] > plain[0]
    assert boxed[1] == plain[1]


@poppler
def test_long_answers_shrink_then_go_on_and_nothing_is_lost() -> None:
    words = [f"w{at:04d}" for at in range(300)]
    rendered = Pdf().render(deck_of(note("Long?", par(" ".join(words)), line=7)))
    text = text_of(rendered.data)
    assert [word for word in words if word not in text] == []
    assert "1/2" in text
    assert "2/2" in text
    assert rendered.problems == ()
    more = [f"w{at:04d}" for at in range(600)]
    longer = Pdf().render(deck_of(note("Longer?", par(" ".join(more)), line=7)))
    text = text_of(longer.data)
    assert [word for word in more if word not in text] == []
    assert codes(longer) == {("long-on-paper", 7)}


@poppler
@pytest.mark.parametrize("layout", ["cards", "fold", "study", "quiz"])
def test_the_nastiest_cards_print_whole_or_are_reported(layout: Layout) -> None:
    began = time.perf_counter()
    notes = numbered(NASTY)
    rendered = Pdf(layout).render(deck_of(*notes, media=media()))
    assert time.perf_counter() - began < 60
    lines = {name: at * 10 for at, name in enumerate(NASTY, 1)}
    found = codes(rendered)
    assert {
        ("picture-not-printed", lines["broken pictures"]),
        ("cut-on-paper", lines["200 KB"]),
        ("no-glyph", lines["no such characters"]),
        ("formula-not-printed", lines["hostile formulas"]),
    } <= found
    unharmed = {"typst code", "wide picture", "tall picture", "terms and tasks", "no answer", "links", "surrogates"}
    assert not {line for _, line in found} & {lines[name] for name in unharmed}
    text = text_of(rendered.data)
    expected = ("#read", "deepest words", "quoted words", "line_59", "K29", "item number 39", "[A broken chart]")
    assert [words for words in expected if words not in " ".join(text.split())] == []
    assert "root:" not in text
    letters = text.replace("\n", "").replace(" ", "")
    assert letters.count("abcdefgh1234") >= 190 if layout != "cards" else "abcdefgh1234" in letters


@poppler
@pytest.mark.parametrize("name", [name for name in NASTY if name != "200 KB"])
def test_no_word_of_a_nasty_card_leaves_its_cell(name: str) -> None:
    options = SheetOptions()
    sheet = sheet_of(options)
    pages = words_on(Pdf(options=options).render(deck_of(NASTY[name], media=media())).data)
    for page in pages:
        for word, (x, y) in page.items():
            inside = [
                cell for cell in sheet.fronts if cell.x < x < cell.x + cell.width and cell.y < y < cell.y + cell.height
            ]
            assert inside, (name, word, x, y)


def test_a_question_without_words_is_no_heading() -> None:
    formula = replace(SAMPLES[0], question=par(run("x^2", "math")).text)
    picture = replace(SAMPLES[0], question=par(run("", "image", href="shapes.svg")).text)
    for each in (formula, picture, note("", par(""))):
        assert b"/S/H1" not in Pdf().render(deck_of(each, media=media())).data


@pytest.mark.parametrize("language", ["zh-Hans", "pt-BR", "english", "e", "x-klingon"])
def test_any_language_is_taken(language: str) -> None:
    deck = deck_of(replace(SAMPLES[0], language=language), language=language)
    assert Pdf().render(deck).data.startswith(b"%PDF")


@poppler
def test_lists_from_right_to_left_have_their_marks_on_the_right() -> None:
    hebrew = note("מה?", kind="list", answer_items=("אחת", "שתיים"), language="")
    nested = note("מה?", items("אחת", "שתיים"), language="")
    for each in (hebrew, nested):
        page = words_on(Pdf(options=SheetOptions(ids=False)).render(deck_of(each, language="")).data)[1]
        assert page["•"][0] > max(x for word, (x, _) in page.items() if word != "•")


def test_no_link_but_to_the_web() -> None:
    reader = PdfReader(io.BytesIO(Pdf().render(deck_of(NASTY["links"])).data))
    links = [each.get_object()["/A"]["/URI"] for page in reader.pages for each in page.get("/Annots", [])]
    assert links == ["https://example.org/%C3%A4?q=1#x"]


@poppler
def test_characters_that_no_font_has_are_listed_and_marked() -> None:
    rendered = Pdf().render(deck_of(note("Private \ue123?", par("Unassigned \u0378."), line=5)))
    (problem,) = rendered.problems
    assert str(problem) == (
        f"{SPAN.path}:5: no font here can show U+0378, U+E123. Install a font for it, such as Noto, or drop it."
    )
    assert "Private \ufffd?" in text_of(rendered.data)


def test_a_character_without_a_font_is_told_once_an_article() -> None:
    rendered = Pdf().render(deck_of(*(note(f"Private \ue123 {at}?", par("Here."), line=at) for at in (5, 9))))
    assert codes(rendered) == {("no-glyph", 5)}


def test_a_script_without_a_font_is_told_once_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cardwright.export.pdf.installed", frozenset)
    rendered = Pdf().render(deck_of(note("مرحبا?", par("x"), line=5), note("مرحبا بكم?", par("x"), line=9)))
    (problem,) = rendered.problems
    assert str(problem).startswith(
        f"{SPAN.path}:5: there is no good font for Arabic text here. Install Noto Naskh Arab"
    )


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=30))
def test_any_text_gives_a_pdf(question: str, answer: str, code: str) -> None:
    blocks = (Paragraph(Text.of(answer), SPAN), CodeBlock(code, SPAN, code))
    assert Pdf().render(deck_of(note(question, *blocks))).data.startswith(b"%PDF-1.7")


def test_the_same_bytes_in_other_time_zones_with_other_hash_seeds() -> None:
    deck = deck_of(*(each for each in SAMPLES if each.language == "en"), media=media())
    program = (
        "import hashlib, sys\n"
        "sys.path.insert(0, sys.argv[1])\n"
        "from fixtures_print import SAMPLES, deck_of, items, media\n"
        "from cardwright.export.pdf import Pdf\n"
        "deck = deck_of(*(each for each in SAMPLES if each.language == 'en'), media=media())\n"
        "for layout in ('cards', 'study', 'quiz'):\n"
        "    print(hashlib.sha256(Pdf(layout).render(deck).data).hexdigest())\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(Path(__file__).parent)],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C", "SOURCE_DATE_EPOCH": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone, seed in (("UTC", "1"), ("Asia/Tokyo", "2"))
    }
    assert len(outputs) == 1
    assert len(set(outputs.pop().split())) == 3
    assert Pdf().render(deck).data == Pdf().render(deck).data


def test_the_date_of_the_file_is_that_of_the_newest_note() -> None:
    metadata = PdfReader(io.BytesIO(Pdf().render(deck_of(SAMPLES[0], modified=1_000_000_000)).data)).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.timestamp() == 1_000_000_000


@poppler
def test_a_quiz_is_shuffled_by_its_seed_and_keeps_its_key_apart() -> None:
    def order(seed: int) -> list[str]:
        text = text_of(Pdf(options=SheetOptions(layout="quiz", seed=seed)).render(stack(12)).data)
        return re.findall(r"[QA]\d{5}", text)

    plain, first, second = order(0), order(1), order(2)
    assert plain == [f"Q{at:05d}" for at in range(12)] + [f"A{at:05d}" for at in range(12)]
    assert first not in (plain, second)
    assert first == order(1)
    assert [word[1:] for word in first[:12]] == [word[1:] for word in first[12:]]
    pages = words_on(Pdf("quiz").render(stack(3)).data)
    assert not any("A00000" in page and "Q00000?" in page for page in pages)


@poppler
def test_a_glossary_holds_the_definitions_by_their_terms() -> None:
    text = text_of(Pdf("glossary").render(deck_of(*reversed(SAMPLES))).data)
    assert text.index("load balancer") < text.index("osmosis")
    assert "Which tasks" not in text


def test_what_a_layout_cannot_print_is_refused() -> None:
    with pytest.raises(ExportError, match=r"^Networks: there is no definition to print\. Select more"):
        Pdf("glossary").render(deck_of(SAMPLES[1]))
    with pytest.raises(ExportError, match=r"^Networks: there is no card to print"):
        Pdf().render(deck_of())


@poppler
def test_a_calibration_sheet_needs_no_cards_and_moves_its_cross() -> None:
    plain = Pdf("calibration").render(deck_of()).data
    assert "--shift" in text_of(plain)
    assert len(PdfReader(io.BytesIO(plain)).pages) == 2
    assert Pdf(options=SheetOptions(layout="calibration", shift=(1, 0))).render(deck_of()).data != plain


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


def test_volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert VOLUME == 2000
    monkeypatch.setattr("cardwright.export.pdf.VOLUME", 8)
    deck: Deck = stack(20)
    volumes = list(Pdf().render_volumes(deck))
    assert [suffix for suffix, _ in volumes] == ["-cards-1.pdf", "-cards-2.pdf", "-cards-3.pdf"]
    titles = [PdfReader(io.BytesIO(rendered.data)).metadata for _, rendered in volumes]
    assert [title.title for title in titles if title] == ["Networks (1/3)", "Networks (2/3)", "Networks (3/3)"]
    ((suffix, single),) = Pdf().render_volumes(stack(8))
    assert suffix == "-cards.pdf"
    assert single == Pdf().render(stack(8))


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
