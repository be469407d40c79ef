"""What authors write and CommonMark reads otherwise is read as it was meant; lines stay where they were."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardwright.core.document import Block, CodeBlock, ItemList, Paragraph, plain_of
from cardwright.source.parse import parse
from cardwright.source.repair import close_bold, repair

LINES = st.lists(
    st.sampled_from(
        ["a **b **c", "** x**y", "```", "~~~", "!!! note", "    b", "::: tip", "{% x %}", "", "- **a:**b", "> **。**"]
    )
    | st.text(alphabet="*a `。:\\", max_size=10),
    max_size=8,
)


def blocks(body: str) -> tuple[Block, ...]:
    return tuple(block for section in parse(body, path="a.md", first_line=1) for block in section.blocks)


def bold(line: str) -> tuple[list[str], str]:
    """Give the bold runs of a line and all that it shows."""
    [block] = blocks(line)
    assert isinstance(block, Paragraph)
    return [run.text for run in block.text.runs if "strong" in run.marks], block.text.plain


@pytest.mark.parametrize(
    ("line", "strong", "plain"),
    [
        ("**QA testing:**Create a plan", "QA testing:", "QA testing: Create a plan"),
        ("x ** Internet** y", "Internet", "x Internet y"),
        ("x **Internet ** y", "Internet", "x Internet y"),
        ("x** Internet **y", "Internet", "x Internet y"),
        ("die**Regel**zuerst", "Regel", "dieRegelzuerst"),
        ("这是**重点。**下一句", "重点", "这是重点。下一句"),
        ("これは**「要点」**です", "要点", "これは「要点」です"),
        ("**Reef (early)**then", "Reef (early)", "Reef (early) then"),
        ("a **b** c", "b", "a b c"),
    ],
)
def test_bold_that_commonmark_leaves_open_is_closed(line: str, strong: str, plain: str) -> None:
    shown, whole = bold(line)
    assert "".join(shown).strip("「」。") == strong
    assert whole == plain


def test_a_bold_heading_with_blanks_inside_is_bold() -> None:
    [section] = parse("### ** Internet**\n", path="a.md", first_line=1)
    assert (section.title.plain, section.title.marked("strong")) == ("Internet", True)


@pytest.mark.parametrize(
    "line",
    [
        "2 ** 3 is eight",
        "`a ** b ** c`",
        "\\** a **",
        "**bold** and **bolder**",
        "a***b***c",
        "no stars",
        "** **",
        "****",
    ],
)
def test_stars_that_are_right_or_no_marks_stay(line: str) -> None:
    assert close_bold(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "::: tip Reef",
        ":::",
        "{% hint style='info' %}",
        "{{< youtube abc >}}",
        "{{% notice %}}",
        "{: .no_toc }",
        "[TOC]",
        "[[toc]]",
        "@[toc](Contents)",
        "import Tabs from '@theme/Tabs'",
        "export const size = 3",
    ],
)
def test_lines_of_site_generators_show_nothing(line: str) -> None:
    assert [plain_of((block,)) for block in blocks(f"a\n\n{line}\n\nb\n")] == ["a", "b"]


@pytest.mark.parametrize("line", ["import duties from China rose", "export of wine", "{ x }", "toc"])
def test_lines_that_only_look_like_it_stay(line: str) -> None:
    assert plain_of(blocks(line)) == line


def test_the_text_of_an_admonition_is_no_code() -> None:
    found = blocks('!!! note "Reef early"\n    The wind grows.\n\n    - pull\n\nOn we go.\n\n    code = 1\n')
    assert [type(block) for block in found] == [Paragraph, ItemList, Paragraph, CodeBlock]
    assert [block.span.line for block in found] == [2, 4, 6, 8]
    assert plain_of(found[:1]) == "The wind grows."


def test_a_target_of_template_code_makes_a_link_all_the_same() -> None:
    [block] = blocks("See [the keel]({{ site.url }}/keel) first.")
    assert isinstance(block, Paragraph)
    assert block.text.plain == "See the keel first."
    assert "link" in block.text.runs[1].marks


def test_the_text_of_a_directive_of_prose_is_no_code() -> None:
    body = "```{admonition} Rigs\n:class: note\n**Sloop**: one mast\n```\n\n```{code} c\nint a;\n```\n```\nplain\n```"
    assert repair(body).split("\n") == ["", "", "**Sloop**: one mast", "", "", *body.split("\n")[5:]]


def test_a_directive_may_hold_another_and_code() -> None:
    body = "````{tip}\n```{note}\ntext\n```\n```c\n:not: an option\n```\nmore\n````\nend"
    assert repair(body).split("\n") == ["", "", "text", "", "```c", ":not: an option", "```", "more", "", "end"]


def test_nothing_is_repaired_inside_a_fence() -> None:
    body = "```\n**a **b\n::: tip\n~~~\n!!! note\n    x\n```\n~~~~ py\n** c**\n~~~\n~~~~\n"
    assert repair(body) == body


def test_a_fence_inside_an_item_is_a_fence() -> None:
    body = "- ```\n  ** c**d\n  ```\n"
    assert repair(body) == body


@given(LINES)
@settings(deadline=None)
def test_no_line_is_added_or_taken_away(lines: list[str]) -> None:
    assert repair("\n".join(lines)).count("\n") == "\n".join(lines).count("\n")


@given(LINES)
@settings(deadline=None)
def test_only_blanks_are_added_to_words(lines: list[str]) -> None:
    for line in lines:
        mended = close_bold(line)
        assert sorted(mended.replace(" ", "")) == sorted(line.replace(" ", ""))


# --- after parsing


def test_a_sentence_broken_by_a_blank_line_is_one_again() -> None:
    [block] = blocks("Exposure to the wind and the\n\nsun is a risk.\n")
    assert isinstance(block, Paragraph)
    assert block.text.plain == "Exposure to the wind and the sun is a risk."
    assert (block.span.line, block.span.end_line) == (1, 3)
    assert block.text.lines() == (1, 3)


@pytest.mark.parametrize(
    "body",
    [
        "The keel is long.\n\nand low\n",
        "The keel is long\n\nThe mast is high\n",
        "Keel\n\nand mast\n",
        "The keel is long\n\n*and* low\n",
        "The keel is long\n\n3 m of it\n",
        "The parts are:\n\nkeel and mast\n",
    ],
)
def test_paragraphs_that_do_not_go_on_stay_apart(body: str) -> None:
    assert len(blocks(body)) == 2


def test_bullets_of_different_shapes_are_one_list() -> None:
    [block] = blocks("- hull\n* mast\n+ sail\n")
    assert isinstance(block, ItemList)
    assert [plain_of(item.blocks) for item in block.items] == ["hull", "mast", "sail"]
    assert (block.span.line, block.span.end_line) == (1, 3)


@pytest.mark.parametrize("number", [2, 1])
def test_a_numbered_list_goes_on_behind_code_and_pictures(number: int) -> None:
    [block] = blocks(f"1. Hoist:\n\n```\nhoist()\n```\n\n![up](up.png)\n\n{number}. Pull\n")
    assert isinstance(block, ItemList)
    first, second = block.items
    assert [type(inner).__name__ for inner in first.blocks] == ["Paragraph", "CodeBlock", "Figure"]
    assert (first.span.line, first.span.end_line) == (1, 7)
    assert plain_of(second.blocks) == "Pull"


@pytest.mark.parametrize(
    "body",
    [
        "1. Hoist\n2. Pull\n\n```\nx\n```\n\n1. Rest\n",
        "1. Hoist\n\nThen wait for the wind.\n\n2. Pull\n",
        "- Hoist\n\n```\nx\n```\n\n- Pull\n",
        "- Hoist\n\n1. Pull\n",
        "1. a\n\n```\nx\n```\n\n```\ny\n```\n\n```\nz\n```\n\n2. b\n",
    ],
)
def test_lists_that_are_two_stay_two(body: str) -> None:
    assert sum(isinstance(block, ItemList) for block in blocks(body)) == 2
