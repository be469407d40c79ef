"""The PDFs, read by poppler, qpdf, pypdf and pdfua: what a reader and a printer get."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pdfua
import pytest
from fixtures_print import NASTY, SAMPLES, deck_of, media, numbered, stack
from fixtures_print_reading import LAYOUTS, poppler, qpdf, ran, root_of, text_of, words_on
from pypdf import PdfReader

from cardwright.core.deck import Deck
from cardwright.errors import ExportError
from cardwright.export.pdf import VOLUME, Pdf
from cardwright.export.sheets import Layout, SheetOptions


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
