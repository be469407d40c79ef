"""`cardwright explain`: which rule made which card of an article, and why a passage gave none."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import ARTICLE, program, run, write

from cardwright.rules import RULES

pytestmark = pytest.mark.usefixtures("place")


def explained(place: str, *args: str) -> list[str]:
    done = run("explain", place, *args)
    assert (done.return_value, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_every_passage_is_named_with_its_lines_and_its_rule() -> None:
    lines = explained("seeds/web.md")
    assert lines[0] == "seeds/web.md:3: Web basics > What is an API?"
    assert lines[1].startswith("  5-5 Paragraph: An API is an interface by which two programs")
    rule = lines[2].split()[0]
    assert rule in {one.name for one in RULES}
    assert "hat is an API?" in lines[2]
    assert any(line.startswith("  15-17 ItemList: watching the alarms") for line in lines)


def test_a_passage_that_gives_no_card_says_so() -> None:
    write("web.md", ARTICLE + "\n## Weather\n\nIt rained all day long.\n")
    lines = explained("seeds/web.md")
    assert lines[-2] == "  21-21 Paragraph: It rained all day long."
    assert lines[-1] == "      no rule took it: it defines, lists or labels nothing that a rule reads"


LONG = "\n".join(f"- {letter} " + "rope that is kept below deck " * 4 + letter for letter in "abc")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("## Further reading\n\n- Knots\n- Sails", "under 'Further reading' stands no card material"),
        ("## Weather\n\n- rain\n- snow", "neither a sentence before it nor its heading says what it lists"),
        (
            "## Weather\n\nWe saw, as ever:\n\n- rain\n- snow",
            "what it lists is not plain from the sentence before it, 'We saw, as ever:'",
        ),
        (
            f"## Kinds of ropes\n\n{LONG}",
            "it cannot be asked: its items have 26 words on average, more than 18",
        ),
        ("## Kinds of ropes\n\n- [ ] hemp\n- [ ] nylon", "it cannot be asked: its items are tasks to tick"),
        ("## Weather\n\nRain is great fun for all.", "what it says of 'Rain' is no definition"),
    ],
)
def test_what_stopped_a_rule_is_told(text: str, reason: str) -> None:
    write("web.md", f"{ARTICLE}\n{text}\n")
    assert f"      no rule took it: {reason}" in explained("seeds/web.md")


def test_a_rule_that_is_not_sure_enough_is_named() -> None:
    lines = explained("seeds/web.md", "--confidence", "1")
    assert " is not sure enough (0." in lines[2]


def test_a_line_is_explained_alone() -> None:
    lines = explained("seeds/web.md:9")
    assert lines[0] == "seeds/web.md:7: Web basics > What is a cache?"
    assert lines[1].startswith("  9-9 Paragraph: A cache is a store")
    assert len(lines) == 3


def test_a_heading_and_an_empty_line_have_no_passage() -> None:
    assert explained("seeds/web.md:7") == [
        "seeds/web.md:7: Web basics > What is a cache?",
        "  a heading: rules read it with the passages below it",
    ]
    done = run("explain", "seeds/web.md:4")
    assert (done.return_value, done.stdout) == (1, "")
    assert done.stderr == (
        "seeds/web.md:4: no passage of the article stands on this line. "
        "Name a line of its text, counted from 1 in the raw file.\n"
    )


def test_a_file_whose_name_ends_like_a_line_is_a_file() -> None:
    Path("notes:5").mkdir()
    Path("notes:5/web.md").write_text(ARTICLE, encoding="utf-8")
    assert explained("notes:5")[0].startswith("notes:5/web.md:3: ")


def test_a_path_that_is_not_there_is_told() -> None:
    done = program("explain", "nowhere.md:3")
    assert done.returncode == 1
    assert done.stderr == "nowhere.md: there is no such file or folder. Check the path.\n"
