from __future__ import annotations

from dataclasses import replace

import pytest
from fixtures_print import SPAN, deck_of, items, note, par, run, table
from hypothesis import given
from hypothesis import strategies as st

from cardwright.core.deck import Media
from cardwright.core.document import Block, CodeBlock, Figure, Item, ItemList, MathBlock, Paragraph, Quote, Raw, Text
from cardwright.core.problem import Problem
from cardwright.export.content import (
    DEEPEST,
    LONGEST_SIDE,
    Content,
    Node,
    breakable,
    cleaned,
    held,
    language_code,
    right_to_left,
)
from cardwright.export.faces import MOST_ITEMS, Face, context_of, faces_of


def content() -> Content:
    return Content(
        lambda src: f"file of {src}" if src == "there.png" else None, lambda tex: {"k": tex} if "x" in tex else None
    )


def faces(*notes: object) -> tuple[tuple[Face, ...], tuple[Problem, ...]]:
    deck = deck_of(*notes)  # type: ignore[arg-type]
    return faces_of(deck, pictures=lambda *_: None, formula=lambda _: None)


def test_plain_text_is_a_string_and_marks_travel_with_theirs() -> None:
    nodes = content().blocks([par("plain ", run("bold", "strong"), run("both", "em", "strong"), run("x()", "code"))])
    assert nodes == [
        {"t": "p", "c": ["plain ", {"s": "bold", "m": "b"}, {"s": "both", "m": "bi"}, {"s": "x()", "m": "c"}]}
    ]


@pytest.mark.parametrize("href", ["", "javascript:alert(1)", "../x.md", "file:///etc/passwd", "#top", "http://a b"])
def test_only_web_addresses_become_links(href: str) -> None:
    assert content().blocks([par(run("here", "link", href=href))]) == [{"t": "p", "c": ["here"]}]


def test_links_are_ascii() -> None:
    (node,) = content().runs(Text((run("here", "link", href="https://example.org/ä b".replace(" ", "%20")),)))
    assert node == {"s": "here", "m": "", "h": "https://example.org/%C3%A4%20b"}


def test_lists_tables_quotes_code_keep_their_form() -> None:
    nodes = content().blocks(
        [
            items("one", "two", ordered=True),
            table(("A", "B"), ("1", "2")),
            Quote((par("said"),), SPAN, "tip"),
            CodeBlock("\tx = 1\n", SPAN, "python"),
            Raw("<script>alert(1)</script>", SPAN),
        ]
    )
    assert [node["t"] for node in nodes] == ["list", "table", "quote", "code"]
    assert nodes[0]["o"] == 1
    assert nodes[1]["r"] == [[["1"], ["2"]]]
    assert nodes[2]["l"] == "tip"
    assert nodes[3] == {"t": "code", "l": "python", "s": "    x = 1"}


def test_pictures_and_formulas_fall_back_to_their_words() -> None:
    made = content()
    nodes = made.blocks(
        [
            Figure("there.png", "", SPAN),
            Figure("gone.png", "A chart", SPAN),
            MathBlock("x", SPAN),
            MathBlock(r"\odd", SPAN),
            par(run("alt", "image", href="there.png"), run("y", "math")),
        ]
    )
    assert nodes[0] == {"t": "img", "f": "file of there.png", "alt": "Picture"}
    assert nodes[1] == {"t": "p", "c": [{"s": "[A chart]", "m": "i"}]}
    assert nodes[2] == {"t": "math", "n": {"k": "x"}, "alt": "x"}
    assert nodes[3] == {"t": "p", "c": [{"s": r"\odd", "m": "c"}]}
    assert nodes[4]["c"] == [{"k": "img", "f": "file of there.png", "alt": "alt"}, {"s": "y", "m": "c"}]
    assert made.lost_pictures == ["gone.png"]
    assert made.lost_formulas == [r"\odd", "y"]


def test_task_lists_show_their_boxes() -> None:
    done = ItemList((Item((par("done"),), SPAN, task=True), Item((par("open"),), SPAN, task=False)), SPAN)
    (node,) = content().blocks([done])
    assert [item[0]["c"] for item in node["i"]] == [["☑ ", "done"], ["☐ ", "open"]]


def test_blocks_nested_too_deep_are_told_flat() -> None:
    block: Block = par("the innermost words")
    for _ in range(5000):
        block = Quote((block,), SPAN)
    (node,) = content().blocks([block])
    levels = 0
    while node["t"] == "quote":
        (node,) = node["c"]
        levels += 1
    assert levels == DEEPEST
    assert node == {"t": "p", "c": ["the innermost words"]}


def test_a_side_is_cut_after_its_most_characters() -> None:
    made = content()
    (node,) = made.blocks([par("x " * LONGEST_SIDE), par("never seen")])
    assert made.cut
    assert len(node["c"][0]) == LONGEST_SIDE + 1
    assert node["c"][0].endswith("…")
    assert not content().cut


@given(st.text())
def test_cleaning_leaves_what_can_be_printed(text: str) -> None:
    clean = cleaned(text)
    assert cleaned(clean) == clean
    clean.encode()
    assert not set(clean) & {"\x00", "\x1b", "\u202e", "\ufffe"}


@given(st.text(alphabet="abc-/ ", max_size=200), st.integers(4, 40))
def test_breaking_adds_nothing_that_shows(text: str, longest: int) -> None:
    broken = breakable(text, longest)
    assert broken.replace("\u200b", "") == text
    assert all(len(word) <= longest for word in broken.replace("\u200b", " ").split())


@given(st.text(alphabet="ab- ", max_size=60))
def test_holding_words_together_keeps_the_text(text: str) -> None:
    parts = held([text])
    assert "".join(part if isinstance(part, str) else part["s"] for part in parts) == text


def test_hyphenated_words_are_held_together() -> None:
    assert held(["a back-end tool"]) == ["a ", {"s": "back-end", "m": "n"}, " tool"]


@pytest.mark.parametrize(
    ("text", "expected"), [("abc שלום", False), ("שלום abc", True), ("1. مرحبا", True), ("12 !", False)]
)
def test_the_first_letter_gives_the_direction(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert right_to_left(text) is expected


def test_a_short_list_is_one_card_that_tells_how_many() -> None:
    (found, problems) = faces(note("Which?", kind="list", answer_items=("a", "b", "c")))
    (face,) = found
    assert face.node["front"][0]["n"] == "3"
    assert len(face.node["back"][0]["i"]) == 3
    assert problems == ()


def list_items(node: Node) -> list[str]:
    return [item[0]["c"][0] for item in node["i"]]


def test_a_longer_list_takes_two_cards_that_give_each_others_items() -> None:
    names = tuple(f"item {at}" for at in range(1, 10))
    (first, second), _ = faces(note("Which?", kind="list", answer_items=names, ordered=True))
    assert list_items(first.node["front"][1]) == ["…"] * 4 + list(names[4:])
    assert list_items(first.node["back"][0]) == list(names[:4])
    assert list_items(second.node["front"][1]) == [*names[:4], *["…"] * 5]
    assert list_items(second.node["back"][0]) == list(names[4:])
    assert second.node["back"][0]["o"] == 5
    assert second.node["front"][0]["n"] == "5–9 / 9"
    assert first.node["id"] == second.node["id"]


@given(st.integers(1, 60))
def test_every_item_of_a_list_is_asked_for_once(count: int) -> None:
    names = tuple(f"item {at}" for at in range(count))
    found, _ = faces(note("Which?", kind="list", answer_items=names))
    assert [name for face in found for name in list_items(face.node["back"][0])] == list(names)
    assert all(len(face.node["back"][0]["i"]) <= MOST_ITEMS for face in found)


def test_the_context_leaves_out_what_the_answer_says() -> None:
    each = note("What is it called?", par("A load balancer."), section=("Networks", "Load balancer"))
    assert context_of(each, "Deck") == "Deck › Networks"
    assert context_of(each, "Networks") == "Networks"
    assert context_of(note("Q?", par("A"), section=()), "The title") == "The title"
    deep = note("Q?", par("A"), section=("A" * 30, "B" * 30, "C" * 30))
    assert context_of(deep, "") == "B" * 30 + " › " + "C" * 30
    assert len(context_of(note("Q?", par("A"), section=("D" * 200,)), "")) == 72


def test_what_is_bold_as_a_whole_is_not_bold_on_paper() -> None:
    bold, both = par(run("all of it", "strong")), par(run("a part", "strong"), " and more")
    (whole, part), _ = faces(note("What?", bold), note("What?", both))
    assert whole.node["back"][0]["c"] == ["all of it"]
    assert part.node["back"][0]["c"] == [{"s": "a part", "m": "b"}, " and more"]
    named = note("Which?", kind="list", answer_items=("one", "two"))
    strong = tuple(replace(item, text=Text((run(item.plain, "strong"),))) for item in named.items)
    (all_bold, one_bold), _ = faces(replace(named, items=strong), replace(named, items=(strong[0], named.items[1])))
    assert list_items(all_bold.node["back"][0]) == ["one", "two"]
    assert all_bold.node["back"][0]["i"][0][0]["c"] == ["one"]
    assert one_bold.node["back"][0]["i"][0][0]["c"] == [{"s": "one", "m": "b"}]


def test_several_wordings_are_set_apart() -> None:
    each = note("What is it?", par("One."))
    twice = type(each)(
        kind="definition", rule="r", article="a.md", question=each.question, span=SPAN, answers=each.answers * 2
    )
    (face,), _ = faces(twice)
    assert [node["t"] for node in face.node["back"]] == ["p", "or", "p"]


def test_what_cannot_be_shown_is_told_with_its_line() -> None:
    each = note("What?", Figure("gone.png", "", SPAN), Paragraph(Text((run(r"\odd", "math"),)), SPAN), line=12)
    deck = deck_of(each, media={(SPAN.path, "gone.png"): Media("gone.png", "0", b"broken")})
    _, problems = faces_of(deck, pictures=lambda *_: None, formula=lambda _: None)
    assert [str(problem) for problem in problems] == [
        (
            'articles/networks.md:12: the picture "gone.png" cannot be printed, its description stands in its place. '
            "Give a PNG, JPEG, WebP, GIF or SVG file that opens in a browser."
        ),
        (
            r'articles/networks.md:12: the formula "\odd" cannot be printed as a formula, its source stands in its '
            "place. Use the commands of LaTeX that MathJax knows as well."
        ),
    ]
    _, without = faces(each)
    assert [problem.code for problem in without] == ["formula-not-printed"]  # who read the article tells of the picture


@pytest.mark.parametrize(
    ("language", "code"),
    [("en", "en"), ("zh-Hans", "zh"), ("pt_BR", "pt"), ("gsw", "gsw"), ("", ""), ("english", ""), ("x", "")],
)
def test_language_codes(language: str, code: str) -> None:
    assert language_code(language) == code
