"""The records: slices keep marks and lines, plain forms hold every word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardwright.core.document import (
    PICTURE,
    CodeBlock,
    DefinitionList,
    Described,
    Figure,
    Inline,
    Item,
    ItemList,
    Mark,
    MathBlock,
    Paragraph,
    Quote,
    Raw,
    Row,
    Table,
    Text,
    plain_of,
    shown,
)
from cardwright.core.span import Span

HERE = Span("a.md", 3, 4)
STRONG: frozenset[Mark] = frozenset({"strong"})
IMAGE: frozenset[Mark] = frozenset({"image"})
KEEL = Text((Inline("The ", 3, 3), Inline("keel", 3, 3, STRONG), Inline(" is long", 4, 4)))

MARKS: st.SearchStrategy[frozenset[Mark]] = st.sampled_from([frozenset(), STRONG, IMAGE])
RUNS = st.builds(Inline, st.text(alphabet="ab \n*", max_size=6), st.integers(0, 9), st.integers(9, 12), MARKS)
TEXTS = st.lists(RUNS, max_size=5).map(lambda runs: Text(tuple(runs)))


def paragraph(plain: str) -> Paragraph:
    return Paragraph(Text.of(plain), HERE)


def test_a_slice_keeps_marks_and_lines() -> None:
    assert KEEL.slice(2, 10).runs == (Inline("e ", 3, 3), Inline("keel", 3, 3, STRONG), Inline(" i", 4, 4))
    assert KEEL.slice(4, 8).runs == (Inline("keel", 3, 3, STRONG),)
    assert KEEL.slice(4, 8).marked("strong")
    assert KEEL.slice(9).lines() == (4, 4)


def test_a_picture_counts_as_one_character_and_is_never_cut() -> None:
    text = Text((Inline("a "), Inline("a long alternative text", 1, 1, IMAGE, "x.png"), Inline(" b")))
    assert text.plain == f"a {PICTURE} b"
    assert text.slice(2, 3).runs == (text.runs[1],)
    assert shown(text) == "a a long alternative text b"


@given(TEXTS, st.integers(-2, 30), st.one_of(st.none(), st.integers(0, 30)))
def test_a_slice_is_the_slice_of_the_plain_text(text: Text, start: int, end: int | None) -> None:
    assert text.slice(start, end).plain == text.plain[max(start, 0) : end]


@given(TEXTS, st.integers(0, 30))
def test_two_slices_make_the_whole(text: Text, at: int) -> None:
    joined = text.slice(0, at) + text.slice(at)
    assert joined.plain == text.plain
    assert len(joined) == len(text) == len(text.plain)


@given(TEXTS, st.one_of(st.none(), st.just("*a")))
def test_stripping_is_stripping_the_plain_text(text: Text, characters: str | None) -> None:
    assert text.strip(characters).plain == text.plain.strip(characters)


def test_lines_are_those_of_what_comes_from_the_article() -> None:
    assert KEEL.lines() == (3, 4)
    assert KEEL.span("a.md") == Span("a.md", 3, 4)
    assert (Text.of("glue") + KEEL).lines() == (3, 4)
    assert Text.of("glue").lines() == (0, 0)
    assert Text.of("glue", line=7).lines() == (7, 7)
    assert Text.of("glue", line=7, end_line=9).lines() == (7, 9)


def test_a_text_is_marked_where_all_that_shows_is() -> None:
    blank = Text((Inline(" "), Inline("keel", 1, 1, STRONG), Inline("\n")))
    assert blank.marked("strong")
    assert not KEEL.marked("strong")
    assert not Text().marked("strong")
    assert not Text.of("  ").marked("strong")


def test_an_empty_text_is_false() -> None:
    assert not Text()
    assert Text.of("") == Text()
    assert KEEL


@pytest.mark.parametrize(
    ("block", "plain"),
    [
        (paragraph("The keel\n is  long"), "The keel is long"),
        (ItemList((Item((paragraph("a"), paragraph("b")), HERE), Item((paragraph("c"),), HERE)), HERE), "a\nb\nc"),
        (Table((Text.of("x"), Text.of("y")), (Row((Text.of("1"), Text.of("2")), HERE),), HERE), "x | y\n1 | 2"),
        (
            DefinitionList((Described(Text.of("Keel"), ((paragraph("a beam"),), (paragraph("old"),)), HERE),), HERE),
            "Keel: a beam old",
        ),
        (Quote((paragraph("Ahoy"),), HERE, "note"), "Ahoy"),
        (CodeBlock("a = 1\n\nb = 2\n", HERE, "python"), "a = 1\n\nb = 2"),
        (MathBlock("F = m g", HERE), "F = m g"),
        (Figure("keel.png", "a keel", HERE), "a keel"),
        (Raw("<br>", HERE), ""),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_block_has_its_plain_form(block: Paragraph, plain: str) -> None:
    assert plain_of((block,)) == plain


def test_blocks_that_show_nothing_leave_no_line() -> None:
    assert plain_of((paragraph("a"), Raw("<hr>", HERE), Figure("x.png", "", HERE), paragraph("b"))) == "a\nb"
