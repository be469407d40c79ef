"""Every kind of block, and the lines on which it stands."""

import dataclasses
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardwright.core.document import (
    Block,
    CodeBlock,
    DefinitionList,
    Figure,
    Inline,
    ItemList,
    MathBlock,
    Paragraph,
    Quote,
    Raw,
    Section,
    Table,
    plain_of,
)
from cardwright.core.span import Span
from cardwright.source.parse import parse

Kind = TypeVar("Kind", bound=Block)

FIRST = 11
"""The body of these articles begins on line 11, behind some front matter."""


def sections(body: str) -> tuple[Section, ...]:
    return parse(body, path="a.md", first_line=FIRST)


def blocks(body: str) -> tuple[Block, ...]:
    [section] = sections(body)
    return section.blocks


def only(kind: type[Kind], body: str) -> Kind:
    [block] = blocks(body)
    assert isinstance(block, kind)
    return block


def at(line: int, end_line: int = 0) -> Span:
    """Lines counted from the first one of the body, 1-based."""
    return Span("a.md", FIRST + line - 1, FIRST + (end_line or line) - 1)


def test_an_empty_body_has_no_section() -> None:
    assert sections("") == ()
    assert sections("\n\n") == ()


def test_a_paragraph() -> None:
    block = only(Paragraph, "\nThe keel\nis long.\n")
    assert (block.text.plain, block.span) == ("The keel is long.", at(2, 3))
    assert [(run.text, run.line) for run in block.text.runs] == [("The keel ", 12), ("is long.", 13)]


def test_a_bullet_list_and_what_its_items_hold() -> None:
    block = only(ItemList, "- hull\n\n  of oak\n\n  - planks\n- mast\n")
    assert (block.ordered, block.start, block.span) == (False, 1, at(1, 6))
    first, second = block.items
    assert [plain_of((inner,)) for inner in first.blocks] == ["hull", "of oak", "planks"]
    assert (first.span, second.span) == (at(1, 5), at(6))
    assert (first.task, second.task) == (None, None)


def test_an_ordered_list_keeps_where_it_begins() -> None:
    block = only(ItemList, "4. hull\n5. mast\n")
    assert (block.ordered, block.start) == (True, 4)


def test_tasks_and_their_boxes() -> None:
    block = only(ItemList, "- [ ] hoist\n- [x] **pull**\n- [X] rest\n- [y] none\n")
    assert [item.task for item in block.items] == [False, True, True, None]
    assert [plain_of(item.blocks) for item in block.items] == ["hoist", "pull", "rest", "[y] none"]


def test_a_table() -> None:
    block = only(Table, "| Part | Of |\n|:---|---:|\n| keel | oak |\n| mast |\n| a | b | c |\n")
    assert [cell.plain for cell in block.header] == ["Part", "Of"]
    assert [[cell.plain for cell in row.cells] for row in block.rows] == [["keel", "oak"], ["mast", ""], ["a", "b"]]
    assert [row.span for row in block.rows] == [at(3), at(4), at(5)]
    assert (block.align, block.span) == (("left", "right"), at(1, 5))
    assert block.rows[1].cells[0].lines() == (14, 14)


def test_a_definition_list() -> None:
    block = only(DefinitionList, "Keel\n: the beam\n: the fin\n\nMast\n: the pole\n")
    keel, mast = block.entries
    assert (keel.term.plain, [plain_of(d) for d in keel.descriptions]) == ("Keel", ["the beam", "the fin"])
    assert (keel.span, mast.span) == (at(1, 3), at(5, 6))


def test_a_quote() -> None:
    block = only(Quote, "> The sea\n>\n> - is wide\n")
    assert (block.label, block.span) == ("", at(1, 3))
    assert [type(inner) for inner in block.blocks] == [Paragraph, ItemList]


@pytest.mark.parametrize(
    ("body", "text"), [("> [!TIP]\n> Reef early.\n", "Reef early."), ("> [!Note] Reef.\n", "Reef.")]
)
def test_an_alert_is_a_quote_with_a_label(body: str, text: str) -> None:
    block = only(Quote, body)
    assert block.label in ("tip", "note")
    assert plain_of(block.blocks) == text


def test_an_alert_without_text_keeps_nothing() -> None:
    assert blocks("Reef.\n\n> [!NOTE]\n")[1:] == ()


def test_fenced_and_indented_code() -> None:
    fenced, indented = blocks("```python title=x\na = 1\n\nb = 2\n```\n\n    c = 3\n")
    assert fenced == CodeBlock("a = 1\n\nb = 2\n", at(1, 5), "python")
    assert indented == CodeBlock("c = 3\n", at(7), "")


def test_a_fence_that_never_closes_is_code_to_the_end() -> None:
    assert only(CodeBlock, "~~~\n# no heading\n- no list\n").text == "# no heading\n- no list\n"


def test_display_maths() -> None:
    assert only(MathBlock, "$$\nF = m g\n$$\n") == MathBlock("F = m g", at(1, 3))


def test_a_picture_by_itself_is_a_figure_and_one_in_text_is_not() -> None:
    figure, text = blocks("![a keel](keel.png)\n\nSee ![it](keel.png).\n")
    assert figure == Figure("keel.png", "a keel", at(1))
    assert isinstance(text, Paragraph)


def test_html_is_kept_and_comments_too() -> None:
    found = blocks("<div>\n<p>x</p>\n</div>\n\n<!-- later -->\n")
    assert [type(block) for block in found] == [Raw, Raw]
    assert [block.span for block in found] == [at(1, 3), at(5)]


def test_a_rule_shows_nothing() -> None:
    assert [plain_of((block,)) for block in blocks("a\n\n---\n\nb\n")] == ["a", "b"]


def test_footnotes_show_nothing_where_they_stand_nor_at_the_end() -> None:
    [section] = sections("The keel[^1] is long.\n\n[^1]: As long as the boat.\n")
    assert [plain_of((block,)) for block in section.blocks] == ["The keel is long."]


def test_a_heading_inside_an_item_or_a_quote_is_a_line_of_it() -> None:
    listed, quoted = blocks("- ## Hull\n\n> # Mast\n")
    assert isinstance(listed, ItemList)
    assert isinstance(quoted, Quote)
    assert (plain_of(listed.items[0].blocks), plain_of(quoted.blocks)) == ("Hull", "Mast")


def test_every_section_knows_its_lines() -> None:
    before, boat, keel = sections("Ahoy.\n\n# Boat\n\n## Keel\n\nA beam\nof oak.\n\n```\nx\n```\n")
    assert (before.level, before.span) == (0, at(1))
    assert (boat.level, boat.span) == (1, at(3))
    assert (keel.level, keel.span) == (2, at(5, 12))
    assert [block.span for block in keel.blocks] == [at(7, 8), at(10, 12)]


def test_setext_headings() -> None:
    boat, keel = sections("Boat\n====\n\nKeel\n----\n\nA beam.\n")
    assert [(s.title.plain, s.level) for s in (boat, keel)] == [("Boat", 1), ("Keel", 2)]


def test_an_escaped_number_is_no_list() -> None:
    assert only(Paragraph, "1\\. hull").text.plain == "1. hull"


def test_lines_inside_nested_blocks_are_those_of_the_file() -> None:
    block = only(ItemList, "- hull\n  > wide\n  > and low\n- mast\n  of\n  ash\n")
    quote = block.items[0].blocks[1]
    assert isinstance(quote, Quote)
    assert quote.span == at(2, 3)
    mast = block.items[1].blocks[0]
    assert isinstance(mast, Paragraph)
    assert mast.text.lines() == (FIRST + 3, FIRST + 5)


def test_a_list_without_a_blank_line_before_it_is_one_all_the_same() -> None:
    text, listed = blocks("The parts:\n- hull\n- mast\n")
    assert isinstance(text, Paragraph)
    assert isinstance(listed, ItemList)
    assert listed.span == at(2, 3)


PIECES = """# Boat
## Hull
**Keel:**
The keel
is long
- hull
  > wide
    - [x] deep
1. mast
9) sail
> [!TIP]
> reef
| a | b |
|---|---|
| c |
Term
: told
```py
~~~
$$
![a](b.png)
<div>
</div>
[^1]
[^1]: note
!!! note
    inside
::: tip
`a
b` [c](
d)
---
Setext
===

\ttab""".split("\n")
BODIES = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=16).map("\n".join)


def spans_of(record: Any) -> Iterator[tuple[int, int]]:
    """Give the lines of every block and every run that a record holds, however deep."""
    if isinstance(record, Inline | Span):
        yield record.line, record.end_line
    elif isinstance(record, tuple):
        for part in record:
            yield from spans_of(part)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from spans_of(getattr(record, field.name))


@given(BODIES)
@settings(deadline=None)
def test_any_body_parses_and_every_line_is_inside_of_it_and_of_its_section(body: str) -> None:
    body = body.replace("\r", "\n")
    last = FIRST + body.count("\n")
    end = 0
    for section in sections(body):
        assert end < section.span.line <= section.span.end_line <= last
        end = section.span.end_line
        for line, end_line in spans_of((section.title, section.blocks)):
            glue = line == end_line == 0  # the blank between two halves of a sentence stands nowhere
            assert glue or section.span.line <= line <= end_line <= section.span.end_line


@given(BODIES)
@settings(deadline=None)
def test_blocks_of_a_section_stand_in_their_order_and_do_not_overlap(body: str) -> None:
    for section in sections(body.replace("\r", "\n")):
        lines = [block.span for block in section.blocks]
        assert all(a.end_line < b.line for a, b in pairwise(lines))
