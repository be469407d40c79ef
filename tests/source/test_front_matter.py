from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardwright.source.front_matter import FrontMatter, split


def parts(text: str) -> FrontMatter:
    front = split(text, path="a.md")
    # whatever was found, the body is the end of the file and its first line is where it says
    assert text.endswith(front.body)
    assert text.count("\n", 0, len(text) - len(front.body)) == front.first_line - 1
    return front


def told(text: str) -> list[str]:
    return [str(problem) for problem in parts(text).problems]


@pytest.mark.parametrize(
    ("text", "meta", "body"),
    [
        ("Words.\n", {}, "Words.\n"),
        ("---\ntitle: A\n---\nWords.", {"title": "A"}, "\nWords."),
        ("---\ntitle: A\n---\n\n\nWords.", {"title": "A"}, "\n\n\nWords."),
        ("---  \ntitle: A\n---\t\nWords.", {"title": "A"}, "\nWords."),
        ("---\ntitle: A\n...\nWords.", {"title": "A"}, "\nWords."),
        ("---\n---\nWords.", {}, "\nWords."),
        ("---\n# only a comment\n---\nWords.", {}, "\nWords."),
        ("---\n\ntitle: A\n---\nWords.", {"title": "A"}, "\nWords."),
        ('+++\ntitle = "A"\n[extra]\nn = 1\n+++\nWords.', {"title": "A", "extra": {"n": 1}}, "\nWords."),
        ("\n\n---\ntitle: A\n---\nWords.", {"title": "A"}, "\nWords."),
        ("<!-- a\n-- b -->\n\n---\ntitle: A\n---\nWords.", {"title": "A"}, "\nWords."),
        ("<!-- a -->\nWords.\n---\nMore.", {}, "<!-- a -->\nWords.\n---\nMore."),
        ("---\ndate: 2024-02-29\n---\n", {"date": dt.date(2024, 2, 29)}, "\n"),
        ("---\n1: one\n---\n", {"1": "one"}, "\n"),
    ],
)
def test_what_is_taken_off(text: str, meta: dict[str, Any], body: str) -> None:
    front = parts(text)
    assert (front.meta, front.body, front.problems) == (meta, body, ())


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nWords between two breaks.\n\n---\n\nMore.\n",
        "---\n\nNote: words with a colon.\n\n---\n\nMore.\n",
        "---\nWords below a break.\n",
        "----\ntitle: A\n----\n",
        "--- a\ntitle: A\n---\n",
        "Words.\n---\ntitle: A\n---\n",
    ],
)
def test_thematic_breaks_are_no_front_matter(text: str) -> None:
    assert parts(text) == FrontMatter({}, text)


def test_lines_of_keys() -> None:
    front = parts('<!-- x -->\n---\ntitle: A\ntags:\n  - b\n"lang": en\n---\nWords.')
    assert front.lines == {"title": 3, "tags": 4, "lang": 6}


def test_broken_yaml_is_told_on_its_line_and_plain_keys_are_kept() -> None:
    text = "---\nid: gears\ntitle: Gears: a start\n---\nWords.\n"
    [line] = told(text)
    assert line.startswith("a.md:3: the front matter is not valid YAML (mapping values are not allowed")
    assert line.endswith("). Put the value in quotes, for it holds a colon.")
    front = parts(text)
    assert front.meta == {"id": "gears", "title": "Gears: a start"}
    assert front.body.strip() == "Words."


def test_tabs_that_break_yaml_are_told_and_read() -> None:
    text = "<!-- x -->\n---\nmenu:\n\t- one\ntitle: 'A'\n---\nWords.\n"
    [line] = told(text)
    assert line.startswith("a.md:4: the front matter is not valid YAML (found character")
    assert line.endswith("). Use blanks instead of tabs.")
    assert parts(text).meta == {"menu": ["one"], "title": "A"}


def test_a_date_that_is_none_is_told() -> None:
    assert told("---\ntitle: A\ndate: 2024-02-30\n---\n")[0].endswith("Mend that value, or put it in quotes.")
    assert parts("---\ntitle: A\ndate: 2024-02-30\n---\n").meta == {"title": "A"}


def test_broken_toml_is_told_on_its_line() -> None:
    text = '+++\ntitle = "A"\ndeck =\n+++\nWords.\n'
    assert told(text) == ["a.md:3: the front matter is not valid TOML (Invalid value). Mend that line."]
    assert parts(text).meta == {"title": "A"}


@pytest.mark.parametrize(("block", "kind"), [("- a\n- b", "list"), ("just words", "str"), ("12", "int")])
def test_front_matter_that_is_no_list_of_keys_is_told(block: str, kind: str) -> None:
    [line] = told(f"---\n{block}\n---\nWords.\n")
    assert line.startswith(
        f"a.md:1: the front matter is not a list of keys but a {kind}. Write it as lines of the form"
    )


@pytest.mark.parametrize("below", ["# Gears\n\nA gear is a wheel.\n", "Words.\n\n---\n\nMore words.\n"])
def test_unclosed_front_matter_is_told_and_its_keys_are_read(below: str) -> None:
    text = f"---\ntitle: A\ntags: [b]\n\n{below}"
    assert told(text) == ["a.md:1: the front matter is not closed. Write a line --- below its last key."]
    assert parts(text).meta == {"title": "A", "tags": ["b"]}
    assert parts(text).body == below


def test_a_fault_below_a_blank_line_is_one_of_the_front_matter() -> None:
    text = "---\ntitle: A\n\ndeck: B: C\n---\nWords.\n"
    assert [line.partition(" ")[0] for line in told(text)] == ["a.md:4:"]
    assert parts(text).body.strip() == "Words."


def test_depth_is_told() -> None:
    [line] = told(f"---\na: {'[' * 5000}{']' * 5000}\n---\nWords.\n")
    assert "not valid YAML" in line


@given(st.text(st.sampled_from("-+.\n\t :=[]{}'\"#<!>abct&*|1é"), max_size=80))
def test_any_text_is_split_without_loss_of_lines(text: str) -> None:
    parts(text)
    parts(f"---\n{text}\n---\nWords.")
    parts(f"+++\n{text}\n+++\nWords.")
