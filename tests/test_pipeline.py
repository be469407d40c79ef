"""The stages in order: records in, bytes out, and nothing written by the way."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from cardwright import Settings, load_ledger, pipeline
from cardwright.core.deck import Deck
from cardwright.core.settings import Format
from cardwright.errors import LedgerError
from cardwright.identity import Ledger
from cardwright.identity.ledger import dump

NOW = 1_700_000_000
TEXT = "# Boats\n\n## What is a keel?\n\nA keel is a beam that runs along the bottom of a boat.\n"


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("seeds")
    folder.mkdir()
    (folder / "boats.md").write_text(TEXT, encoding="utf-8")
    return folder


def built(ledger: Ledger | None = None, *formats: Format, now: int = NOW) -> pipeline.Build:
    settings = Settings(formats=formats or ("tsv",))
    return pipeline.build(["seeds"], ledger=ledger or Ledger(), settings=settings, now=now)


@pytest.mark.usefixtures("seeds")
def test_a_build_makes_bytes_and_writes_nothing(tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    made = built(None, "apkg", "pdf", "tsv", "jsonl")
    assert set(made.files) == {"boats.apkg", "boats-cards.pdf", "boats.tsv", "boats.jsonl"}
    assert made.files["boats-cards.pdf"].startswith(b"%PDF-")
    (row,) = made.files["boats.jsonl"].decode().splitlines()
    assert json.loads(row)["guid"] == made.notes[0].guid
    assert sorted(tmp_path.rglob("*")) == before
    package = tmp_path / "boats.apkg"
    package.write_bytes(made.files["boats.apkg"])
    assert is_zipfile(package)
    with ZipFile(package) as opened:
        assert opened.testzip() is None


@pytest.mark.usefixtures("seeds")
def test_a_build_on_its_own_ledger_changes_nothing() -> None:
    first = built()
    second = built(first.ledger, now=NOW + 99)
    assert [change.kind for change in first.changes] == ["new"]
    assert {change.kind for change in second.changes} == {"unchanged"}
    assert (second.files, second.ledger) == (first.files, first.ledger)


@pytest.mark.usefixtures("seeds")
def test_the_deck_has_what_its_articles_agree_on(seeds: Path) -> None:
    (seeds / "boats.md").write_text("---\ndeck: Sea::Boats\nlanguage: en\n---\n" + TEXT, encoding="utf-8")
    (deck,) = built().decks
    assert (deck.name, deck.slug, deck.title, deck.language) == ("Sea::Boats", "sea-boats", "Boats", "en")
    (seeds / "kiel.md").write_text(
        "---\ndeck: Sea::Boats\nlanguage: de\n---\n# Boote\n\nEin Kiel ist ein Balken am Boden eines Bootes.\n",
        encoding="utf-8",
    )
    (both,) = built().decks
    assert (both.language, len(both.notes)) == ("", 2)


@pytest.mark.usefixtures("seeds")
def test_every_sheet_that_the_settings_name_is_made() -> None:
    settings = Settings(formats=("pdf",), layouts=("cards", "fold"), paper="letter")
    made = pipeline.build(["seeds"], ledger=Ledger(), settings=settings, now=NOW)
    assert set(made.files) == {"boats-cards.pdf", "boats-fold.pdf"}


@pytest.mark.usefixtures("seeds")
def test_a_deck_that_one_format_cannot_hold_is_told_and_the_others_are_made() -> None:
    (deck,) = built().decks
    torn = replace(deck, slug="torn", notes=(replace(deck.notes[0], note=None),))  # type: ignore[arg-type]
    files, problems = pipeline.render([torn, deck], Settings(formats=("jsonl", "tsv")))
    assert set(files) == {"boats.jsonl", "boats.tsv"}
    assert [(problem.code, problem.span.path) for problem in problems] == [
        ("internal-error", "torn.jsonl"),
        ("internal-error", "torn.tsv"),
    ]
    assert str(problems[0]).startswith("torn.jsonl: cardwright failed on this file (AttributeError in ")
    assert str(problems[0]).endswith("). Report it with the article; the other files were written.")


def test_no_deck_gives_no_file() -> None:
    assert pipeline.render([], Settings(formats=("apkg", "pdf", "tsv", "jsonl"))) == ({}, [])
    assert pipeline.render([Deck("Empty", "empty", ())], Settings(formats=()))[0] == {}


def test_a_ledger_is_read_where_it_is_written(tmp_path: Path) -> None:
    assert load_ledger(tmp_path) == Ledger()
    path = pipeline.ledger_at(tmp_path)
    path.write_text(dump(Ledger()), encoding="utf-8")
    assert load_ledger(tmp_path) == Ledger()
    path.write_bytes(b"{}\n")
    with pytest.raises(LedgerError, match=r"ledger\.jsonl:1: "):
        load_ledger(tmp_path)


@hypothesis_settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *TEXT.split("\n"),
                "- **Mast:** holds the sails",
                "```",
                "| a | b |",
                "",
                "> [!NOTE]",
                "$x$",
                "Or",
                "1. Cast off",
                ":::",
                "<b>",
                "---",
                "\t",
                "Es ist ein Kiel.",
            ]
        ),
        max_size=14,
    )
)
def test_any_text_is_built_and_built_again_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "a.md").write_text("\n".join(lines), encoding="utf-8")
    settings = Settings(formats=("tsv", "jsonl"))
    first = pipeline.build([str(folder)], ledger=Ledger(), settings=settings, now=NOW)
    assert "internal-error" not in {problem.code for problem in first.problems}
    second = pipeline.build([str(folder)], ledger=first.ledger, settings=settings, now=NOW + 99)
    assert (second.files, second.ledger) == (first.files, first.ledger)
