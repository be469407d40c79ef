"""Sections: headings with their trails, bold headings, anchors."""

import pytest

from cardwright.core.document import Paragraph, Section
from cardwright.source.parse import parse
from cardwright.source.sections import BOLD_LEVEL


def sections(body: str) -> tuple[Section, ...]:
    return parse(body, path="a.md", first_line=1)


def test_a_trail_holds_the_headings_above_and_the_own_one() -> None:
    found = sections("# Boat\n## Hull\n### Keel\n## Rig\n# Crew\n### Mate\n")
    assert [section.trail for section in found] == [
        ("Boat",),
        ("Boat", "Hull"),
        ("Boat", "Hull", "Keel"),
        ("Boat", "Rig"),
        ("Crew",),
        ("Crew", "Mate"),
    ]


def test_what_stands_before_the_first_heading_is_a_section_of_level_0() -> None:
    before, boat = sections("Ahoy.\n\n# Boat\n")
    assert (before.level, before.trail, before.anchor, before.title.plain) == (0, (), "", "")
    assert boat.level == 1


@pytest.mark.parametrize("line", ["**Keel**", "**Keel:**", "**Keel**:", "__Keel__", "**Keel：**", "** Keel **"])
def test_a_bold_paragraph_with_text_below_is_a_heading(line: str) -> None:
    boat, keel = sections(f"# Boat\n\n{line}\n\nThe beam at the bottom.\n")
    assert (keel.title.plain, keel.level, keel.trail, keel.anchor) == ("Keel", BOLD_LEVEL, ("Boat", "Keel"), "")
    assert (keel.span.line, keel.span.end_line) == (3, 5)
    assert boat.blocks == ()


@pytest.mark.parametrize(
    "body",
    [
        "**Keel**\n",
        "**Keel**\n\n# Boat\n",
        "**Keel** below\n\nText.\n",
        "**The keel is a beam.**\n\nText.\n",
        "**Reef before it is too late, the wind is rising and you are all on your own**\n\nText.\n",
        "**Keel**\\\n**Mast**\n\nText.\n",
        "*Keel*\n\nText.\n",
    ],
)
def test_other_bold_paragraphs_are_text(body: str) -> None:
    first = sections(body)[0]
    assert first.level == 0
    assert isinstance(first.blocks[0], Paragraph)


def test_bold_headings_follow_each_other_and_end_with_a_real_one() -> None:
    found = sections("# Boat\n\n**Keel**\n\nA beam.\n\n**Mast**\n\nA pole.\n\n## Sail\n\n**Jib**\n\nA cloth.\n")
    assert [section.trail[-2:] for section in found] == [
        ("Boat",),
        ("Boat", "Keel"),
        ("Boat", "Mast"),
        ("Boat", "Sail"),
        ("Sail", "Jib"),
    ]


def test_anchors_are_those_of_github() -> None:
    found = sections(
        "# What is a Keel?\n# C++ & Go\n## `fork()` twice\n# Größe – 3\n# Keel\n## Keel\n### keel!\n# 船\n"
    )
    assert [section.anchor for section in found] == [
        "what-is-a-keel",
        "c--go",
        "fork-twice",
        "größe--3",
        "keel",
        "keel-1",
        "keel-2",
        "船",
    ]


@pytest.mark.parametrize("heading", ["# Keel {#the-keel}", "# Keel {: .big }", "# Keel {.unnumbered #k}", "# Keel #"])
def test_attributes_are_no_part_of_a_title(heading: str) -> None:
    assert sections(f"{heading}\n")[0].title.plain == "Keel"


def test_braces_that_are_no_attributes_stay() -> None:
    assert sections("# The set {a, b}\n")[0].title.plain == "The set {a, b}"


def test_an_empty_heading_ends_a_section_and_names_none() -> None:
    boat, empty, hull = sections("# Boat\n\nOne.\n\n#\n\nTwo.\n\n## Hull\n")
    assert (empty.title.plain, empty.trail, empty.anchor) == ("", (), "")
    assert [len(section.blocks) for section in (boat, empty)] == [1, 1]
    assert hull.trail == ("Hull",)


def test_marks_of_a_title_are_kept() -> None:
    [section] = sections("# The `fork` of a *boat*\n")
    assert [(run.text, set(run.marks)) for run in section.title.runs if run.marks] == [
        ("fork", {"code"}),
        ("boat", {"em"}),
    ]
