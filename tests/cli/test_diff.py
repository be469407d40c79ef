import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cardwright.cli.main import group

ARTICLE = """# Web basics

## What is an API?

An API is an interface by which two programs talk to each other over a network.

## What is a cache?

A cache is a store that keeps the answers to recent questions close at hand.

## Responsibilities of an operator

An operator is responsible for:

- watching the alarms at night
- renewing the certificates in time
- restoring the backups after a failure
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "seeds").mkdir()
    write(ARTICLE)
    return tmp_path


def write(text: str) -> None:
    Path("seeds/web.md").write_text(text, encoding="utf-8")


def run(*args: str) -> Result:
    return CliRunner().invoke(group, args, standalone_mode=False)


def build() -> None:
    assert run("build", "--format", "apkg").return_value == 0


def test_before_the_first_build_everything_is_new() -> None:
    told = run("diff")
    assert told.return_value == 0
    assert told.stdout.startswith("Web basics: 3 new\n")
    assert re.search(r"\n  new       .*an API\?\n              comes as a new note, with new cards\n", told.stdout)
    assert not Path("decks").exists()


def test_nothing_changed() -> None:
    build()
    told = run("diff", "--exit-code")
    assert (told.return_value, told.stdout) == (0, "Nothing changed.\n")


def test_what_changed_is_told_word_by_word_and_found_by_ci() -> None:
    build()
    edited = ARTICLE.replace("two programs", "two services").replace("- renewing the certificates in time\n", "")
    write(edited.replace("A cache is a store that keeps the answers to recent questions close at hand.\n", ""))
    told = run("diff", "--exit-code")
    assert told.return_value == 1
    assert re.search(r"\n  changed   .*an API\?\n", told.stdout)
    assert "[-programs-] {+services+}" in told.stdout
    assert "item 2: [-renewing the certificates in time-]\n" in told.stdout
    assert "1 card without content, which Tools > Empty Cards removes" in told.stdout
    assert re.search(r"\n  retired   .*a cache\?\n", told.stdout)
    guid = next(row["guid"] for row in ledger() if str(row.get("question")).endswith("a cache?"))
    assert f"  The retired ones in Anki's Browser: CwId:{guid}\n" in told.stdout


def ledger() -> list[dict[str, object]]:
    return [json.loads(line) for line in Path("decks/ledger.jsonl").read_text(encoding="utf-8").splitlines()]


def test_without_exit_code_a_difference_is_no_failure() -> None:
    build()
    write(ARTICLE.replace("two programs", "two services"))
    assert run("diff").return_value == 0


def test_json_for_tools() -> None:
    build()
    write(ARTICLE.replace("two programs", "two services").replace("# Web basics", "# The web"))
    told = json.loads(run("diff", "--format", "json").stdout)
    assert list(told["counts"]) == ["new", "returned", "changed", "moved", "retired", "unchanged"]
    assert sum(told["counts"].values()) == 3
    assert told["counts"]["new"] == told["counts"]["retired"] == 0
    change = next(change for change in told["changes"] if change["question"].endswith("an API?"))
    assert (change["kind"], change["deck"], change["article"]) == ("changed", "Web basics", "web")
    edit = next(edit for edit in change["edits"] if edit["part"] == "answer")
    assert edit["new"] == edit["old"].replace("programs", "services") != edit["old"]
    assert told["retitled"] == [{"deck": "Web basics", "old": "Web basics", "new": "The web"}]
    assert told["retired_search"] == ""


def test_a_new_title_is_told_and_the_deck_keeps_its_name() -> None:
    build()
    write(ARTICLE.replace("# Web basics", "# The web"))
    line = "The title of Web basics changed from Web basics to The web; in Anki the deck keeps its name.\n"
    assert line in run("diff").stdout
    build()
    assert "The title" not in run("diff").stdout


def test_a_moved_note_names_both_articles() -> None:
    build()
    head, tail = ARTICLE.split("## Responsibilities")
    write(head)
    Path("seeds/operators.md").write_text("# Operators\n\n## Responsibilities" + tail, encoding="utf-8")
    told = run("diff").stdout
    assert "from web to operators\n" in told
    assert "retired" not in told
