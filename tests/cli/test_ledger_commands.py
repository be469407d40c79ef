import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_diff import ARTICLE, build, folder, run, write

from cardwright.cli.main import group
from cardwright.errors import LedgerError, OutputError, SourceError

__all__ = ["folder"]  # the fixture that every test here runs in
LATER = "1700604800"


def decks() -> dict[str, str]:
    rows = map(json.loads, Path("decks/ledger.jsonl").read_text(encoding="utf-8").splitlines())
    return {row["deck"]: row["name"] for row in rows if "slug" in row}


def guids() -> list[str]:
    return [json.loads(line)["guid"] for line in run("cards", "--format", "jsonl").stdout.splitlines()]


def test_renaming_tells_its_cost_and_asks() -> None:
    build()
    told = CliRunner().invoke(group, ["rename", "Web basics", "The web"], input="n\n", standalone_mode=False)
    assert 'Learners who have "Web basics" keep their cards there' in told.stdout
    assert list(decks().values()) == ["Web basics"]
    assert run("rename", "Web basics", "The web", "--yes").return_value == 0
    assert list(decks().values()) == ["The web"]
    assert run("diff", "--exit-code").return_value == 0


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Nothing", "x", "There is no deck 'Nothing' in decks. Its decks: Web basics."),
        ("Web basics", " ", "' ' cannot be the name: a deck needs a name."),
    ],
)
def test_a_rename_that_cannot_be_is_told(old: str, new: str, message: str) -> None:
    build()
    failed = CliRunner().invoke(group, ["rename", old, new, "--yes"])
    assert failed.exit_code == 2
    assert message in failed.stderr


def test_retired_notes_get_a_package_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    build()
    assert run("retired").stdout == "No note was retired.\n"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATER)
    write(ARTICLE.split("## Responsibilities")[0])
    build()
    assert run("retired").stdout == "Web basics: 1 retired notes in web-basics-retired.apkg\n"
    first = Path("decks/web-basics-retired.apkg").read_bytes()
    assert zipfile.is_zipfile("decks/web-basics-retired.apkg")
    run("retired")
    assert Path("decks/web-basics-retired.apkg").read_bytes() == first
    assert run("diff", "--exit-code").return_value == 0


def test_a_published_deck_is_adopted() -> None:
    build()
    before = guids()
    package = Path("decks/web-basics.apkg").rename("old.apkg")
    Path("decks/ledger.jsonl").unlink()
    write(ARTICLE.replace("## What is an API?", "## What is a web API?"))
    told = run("adopt", str(package))
    assert told.stdout == f"Adopted 3 notes of 1 decks into {Path('decks/ledger.jsonl')}.\n"
    assert guids() == before


def adopt_again() -> Result:
    return run("adopt", "decks/web-basics.apkg")


def test_adopting_never_overwrites_a_ledger() -> None:
    build()
    failed = adopt_again()
    assert isinstance(failed.exception, OutputError)
    assert str(failed.exception).startswith("decks/ledger.jsonl: there is a ledger already. Adopt into an empty folder")


def test_a_package_that_is_not_there_is_told() -> None:
    failed = run("adopt", "nowhere.apkg")
    assert isinstance(failed.exception, SourceError)
    assert str(failed.exception) == (
        "nowhere.apkg: the package cannot be read (No such file or directory). Check the path."
    )


@pytest.mark.parametrize("command", [("build",), ("cards",), ("diff",), ("retired",), ("rename", "a", "b", "--yes")])
def test_a_broken_ledger_stops_every_command_and_nothing_is_touched(command: tuple[str, ...]) -> None:
    build()
    path = Path("decks/ledger.jsonl")
    path.write_text(path.read_text(encoding="utf-8").replace("close at hand", "far away"), encoding="utf-8")
    before = {file.name: file.read_bytes() for file in Path("decks").iterdir() if file.is_file()}
    write(ARTICLE.replace("two programs", "two services"))
    failed = run(*command)
    assert isinstance(failed.exception, LedgerError)
    assert "this line of the ledger was changed by hand" in str(failed.exception)
    after = {file.name: file.read_bytes() for file in Path("decks").iterdir() if file.is_file()}
    assert {name: data for name, data in after.items() if name in before and "lock" not in name} == {
        name: data for name, data in before.items() if "lock" not in name
    }
