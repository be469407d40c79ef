from __future__ import annotations

import json

import anki_samples as samples
from hypothesis import given
from hypothesis import strategies as st

from cardwright.export.jsonl import Jsonl, line_of


def test_a_definition() -> None:
    assert json.loads(line_of(samples.NOTES[0], "g", (1, 2))) == {
        "guid": "g",
        "article": "articles/web.md",
        "kind": "definition",
        "rule": "by-hand",
        "term": "Back-end development",
        "question": "What is back-end development?",
        "answer": "Working on server-side software, which you can't see on a website.\n"
        "Building what runs behind a page: databases, APIs and servers.",
        "items": [],
        "section": ["Web development", "What is back-end development?"],
        "lines": [2, 9],
        "tags": ["web", "web::back-end"],
        "cards": [
            {
                "ordinal": 1,
                "front": "What is back-end development?",
                "back": "Working on server-side software, which you can't see on a website.\n"
                "Building what runs behind a page: databases, APIs and servers.",
            },
            {
                "ordinal": 2,
                "front": "Which term does this define?\n"
                "Working on server-side software, which you can't see on a website.\n"
                "Building what runs behind a page: databases, APIs and servers.",
                "back": "Back-end development",
            },
        ],
    }


def test_a_list_has_its_items_with_ordinals_and_lines_and_no_answer() -> None:
    found = json.loads(line_of(samples.note("Which?", kind="list", items=("a", "b")), "g", (5, 2)))
    assert found["answer"] == ""
    assert found["term"] is None
    assert found["items"] == [{"text": "b", "ordinal": 2, "line": 5}, {"text": "a", "ordinal": 5, "line": 4}]
    assert found["cards"] == [
        {"ordinal": 5, "front": "Which?\n- [...]\n- b", "back": "a"},
        {"ordinal": 2, "front": "Which?\n- a\n- [...]", "back": "b"},
    ]


def test_letters_stay_letters_and_the_keys_their_order() -> None:
    line = line_of(samples.NOTES[10], "g", (1,))
    assert "什么是后端开发？" in line
    keys = [
        "guid",
        "article",
        "kind",
        "rule",
        "term",
        "question",
        "answer",
        "items",
        "section",
        "lines",
        "tags",
        "cards",
    ]
    assert list(json.loads(line)) == keys


def test_the_file_has_a_line_a_note_in_order() -> None:
    deck = samples.deck()
    rendered = Jsonl().render(deck)
    assert rendered.problems == ()
    lines = rendered.data.decode().split("\n")
    assert lines.pop() == ""
    assert lines == [line_of(each.note, each.guid, each.ordinals) for each in deck.notes]


@given(st.text(alphabet=st.characters(exclude_categories=())), st.text(st.characters(codec="ascii", min_codepoint=33)))
def test_any_text_is_one_line_of_utf_8(text: str, guid: str) -> None:
    made = samples.note(text, (samples.paragraph(text),), section=(text,), tags=(text,), kind="definition", term=text)
    line = line_of(made, guid, (1,))
    assert len(line.encode().decode().splitlines()) == 1
    assert json.loads(line)["guid"] == guid
