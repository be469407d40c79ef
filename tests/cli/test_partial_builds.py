"""What a build does not see is not retired: a part of the articles, a path that is not there, a ledger in pieces."""

import json
from pathlib import Path

import pytest
from test_diff import ARTICLE, build, folder, run, write

from cardwright.errors import LedgerError

__all__ = ["folder"]  # the fixture that every test here runs in
OTHER = ARTICLE.replace("# Web basics", "# Net basics").replace("API", "RPC").replace("cache", "mirror")


def retired() -> int:
    rows = map(json.loads, Path("decks/ledger.jsonl").read_text(encoding="utf-8").splitlines())
    return sum("retired" in row for row in rows)


@pytest.fixture
def two() -> None:
    Path("seeds/net.md").write_text(OTHER, encoding="utf-8")
    build()


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("path", ["seeds/web.md", "nowhere", "empty"])
def test_a_part_of_the_articles_retires_nothing_of_the_others(path: str) -> None:
    Path("empty").mkdir()
    before = Path("decks/ledger.jsonl").read_bytes()
    run("build", path, "--format", "apkg")
    assert Path("decks/ledger.jsonl").read_bytes() == before
    assert "retired" not in run("diff", path).stdout


@pytest.mark.usefixtures("two")
def test_what_is_gone_from_a_file_named_alone_is_retired() -> None:
    write(ARTICLE.split("## Responsibilities")[0])
    run("build", "seeds/web.md", "--format", "apkg")
    assert retired() == 1


@pytest.mark.usefixtures("two")
def test_an_article_that_is_gone_from_the_folder_is_retired() -> None:
    Path("seeds/net.md").unlink()
    build()
    assert retired() == 3
    assert "## Retired" in Path("decks/net-basics-changes.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("two")
def test_an_article_that_cannot_be_read_retires_nothing() -> None:
    Path("seeds/net.md").write_bytes(b"\xff\x00\xff broken")
    assert run("build", "--format", "apkg").return_value == 1
    assert retired() == 0


def test_learners_get_a_change_note_from_the_second_build_on() -> None:
    build()
    note = Path("decks/web-basics-changes.md")
    assert not note.exists()
    write(ARTICLE.replace("two programs", "two services"))
    build()
    text = note.read_text(encoding="utf-8")
    assert "~~programs~~ **services**" in text
    build()
    assert note.read_text(encoding="utf-8") == text


@pytest.mark.usefixtures("two")
def test_a_ledger_that_is_no_text_is_told_with_its_line() -> None:
    path = Path("decks/ledger.jsonl")
    lines = path.read_bytes().split(b"\n")
    lines[2] += b"\xff"
    path.write_bytes(b"\n".join(lines))
    failed = run("build").exception
    assert isinstance(failed, LedgerError)
    assert str(failed).startswith("decks/ledger.jsonl:3: the ledger cannot be read (it is no UTF-8 text). Restore")


@pytest.mark.usefixtures("two")
def test_a_ledger_that_is_a_folder_is_told() -> None:
    path = Path("decks/ledger.jsonl")
    path.unlink()
    path.mkdir()
    failed = run("build").exception
    assert isinstance(failed, LedgerError)
    assert str(failed).startswith("decks/ledger.jsonl: the ledger cannot be read (Is a directory). Restore")
