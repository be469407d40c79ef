"""`cardwright cards`: the notes that a build would make, in three forms, with nothing written."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from builds import ARTICLE, OTHER, ledger, run, write

pytestmark = pytest.mark.usefixtures("place")


def notes(*args: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("cards", *args, "--format", "jsonl").stdout.splitlines()]


def test_nothing_is_written(place: Path) -> None:
    for form in ("table", "jsonl", "csv"):
        done = run("cards", "--format", form)
        assert (done.return_value, done.stderr) == (0, "")
    assert [path.name for path in place.iterdir()] == ["seeds"]


def test_the_table_shows_where_each_note_stands() -> None:
    lines = run("cards").stdout.splitlines()
    assert lines[0] == "seeds/web.md"
    assert lines[1].split()[0] == "5"
    assert lines[1].endswith("hat is an API?")
    assert lines[2].strip() == "An interface by which two programs talk to each other over a network."
    assert lines[5].split(maxsplit=1)[0] == "13"
    assert lines[6].strip().startswith("watching the alarms at night · renewing")
    assert lines[7:] == ["3 notes"]


def test_a_table_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    lines = run("cards").stdout.splitlines()
    assert max(map(len, lines)) <= 70
    assert lines[6].endswith("…")


def test_csv_is_read_by_spreadsheets() -> None:
    rows = list(csv.DictReader(io.StringIO(run("cards", "--format", "csv").stdout)))
    assert [row["line"] for row in rows] == ["5", "9", "13"]
    assert rows[0]["question"].endswith("hat is an API?")
    assert rows[2]["answer"].count("; ") == 2
    assert {row["guid"] for row in rows} == {note["guid"] for note in notes()}


def test_json_lines_have_the_keys_that_tools_rely_on() -> None:
    api, _, tasks = notes()
    keys = {"guid", "article", "kind", "rule", "term", "question", "answer", "section", "lines", "tags", "cards"}
    assert keys <= api.keys()
    assert (api["article"], api["kind"], api["term"], api["lines"]) == ("seeds/web.md", "definition", "API", [5, 5])
    assert api["cards"][0] == {"ordinal": 1, "front": api["question"], "back": api["answer"]}
    assert (tasks["kind"], tasks["answer"]) == ("list", "")
    assert tasks["items"][1] == {"text": "renewing the certificates in time", "ordinal": 2, "line": 16}
    assert [card["ordinal"] for card in tasks["cards"]] == [1, 2, 3]


def test_the_same_path_is_shown_as_it_was_given(place: Path) -> None:
    assert {note["article"] for note in notes(str(place / "seeds"))} == {(place / "seeds/web.md").as_posix()}


def test_identities_are_those_of_the_next_build_and_of_the_last_one() -> None:
    first = {note["guid"] for note in notes()}
    run("build", "--format", "tsv")
    assert {row["guid"] for row in ledger()} == first
    write("web.md", ARTICLE.replace("An API is an interface", "An API is a contract"))
    assert {note["guid"] for note in notes()} == first
    assert {note["guid"] for note in notes("-o", "elsewhere")} == first
    assert not Path("elsewhere").exists()


def test_one_article_of_several_keeps_its_identities() -> None:
    write("net.md", OTHER)
    run("build", "--format", "tsv")
    known = {row["guid"] for row in ledger() if row["article"] == "net"}
    assert {note["guid"] for note in notes("seeds/net.md")} == known


def test_problems_go_to_standard_error_and_notes_to_standard_output() -> None:
    write("odd.md", b"\xff\x00")
    done = run("cards", "--format", "jsonl")
    assert done.return_value == 1
    assert len(done.stdout.splitlines()) == 3
    assert done.stderr.startswith("seeds/odd.md:1: ")


def test_the_least_confidence_is_an_option() -> None:
    assert notes("--confidence", "0")
    assert notes("--confidence", "1") == []
