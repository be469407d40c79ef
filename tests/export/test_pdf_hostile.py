"""The nastiest cards: printed whole, or reported."""

from __future__ import annotations

import io
import time
from dataclasses import replace

import pytest
from fixtures_print import NASTY, SAMPLES, SPAN, deck_of, media, note, numbered, par, run, table
from fixtures_print_reading import codes, poppler, text_of, words_on
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from cardwright.core.document import (
    Block,
    CodeBlock,
    DefinitionList,
    Described,
    Figure,
    Item,
    ItemList,
    MathBlock,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
)
from cardwright.export.pdf import Pdf
from cardwright.export.sheets import Layout, SheetOptions, sheet_of


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


def test_a_mark_that_no_font_has_with_its_letter_is_told() -> None:
    rendered = Pdf().render(deck_of(note("Mark?", par("[\u0484] and"), Figure("gone", "\u0484", SPAN), line=5)))
    assert codes(rendered) == {("no-glyph", 5)}


def test_blocks_that_no_card_holds_end() -> None:
    """A row too high for a card, inside of what can be cut only between blocks."""
    high = table(("Key", "Meaning"), ("K", "many words in one cell " * 120))
    for block in (Quote((high,), SPAN), ItemList((Item((high, high), SPAN),), SPAN), Quote((Quote((), SPAN),), SPAN)):
        assert "High?" in text_of(Pdf().render(deck_of(note("High?", block))).data)


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


words = st.text(alphabet=st.characters(max_codepoint=0x7FF), max_size=30)
marks = st.sets(st.sampled_from(["strong", "em", "strike", "code", "link", "sub", "sup", "math", "image"]), max_size=3)
texts = st.lists(st.builds(lambda text, kinds: run(text, *kinds, href="shapes.svg"), words, marks), max_size=4).map(
    lambda runs: Text(tuple(runs))
)
paragraphs = st.builds(lambda text: Paragraph(text, SPAN), texts)
leaves = st.one_of(
    paragraphs,
    st.builds(lambda text, name: CodeBlock(text, SPAN, name), words, st.sampled_from(["", "python", "html", "x y"])),
    st.builds(lambda text: MathBlock(text, SPAN), words),
    st.builds(lambda name, alt: Figure(name, alt, SPAN), st.sampled_from(["shapes.svg", "wide.png", "gone"]), words),
    st.builds(
        lambda header, rows: Table(tuple(header), tuple(Row(tuple(row), SPAN) for row in rows), SPAN),
        st.lists(texts, min_size=1, max_size=3),
        st.lists(st.lists(texts, min_size=1, max_size=3), max_size=3),
    ),
)


def _around(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(lambda blocks, label: Quote(blocks, SPAN, label), several, words),
        st.builds(
            lambda all_items, ordered: ItemList(tuple(Item(blocks, SPAN) for blocks in all_items), SPAN, ordered),
            st.lists(several, max_size=4),
            st.booleans(),
        ),
        st.builds(
            lambda term, blocks: DefinitionList((Described(term, (blocks,), SPAN),), SPAN),
            texts,
            several,
        ),
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(st.recursive(leaves, _around, max_leaves=8), max_size=4), st.sampled_from(["cards", "study", "quiz"]))
def test_any_blocks_give_a_pdf(blocks: list[Block], layout: Layout) -> None:
    deck = deck_of(note("What?", *blocks), media=media())
    assert Pdf(layout).render(deck).data.startswith(b"%PDF")
