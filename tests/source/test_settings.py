from __future__ import annotations

from pathlib import Path

import pytest

from cardwright.core.settings import Settings
from cardwright.export.sheets import PAPERS
from cardwright.source.settings import read_settings


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(text: str, name: str = "cardwright.toml") -> tuple[Settings, list[str]]:
    Path(name).write_text(text, encoding="utf-8")
    settings, problems = read_settings(Path())
    return settings, [str(problem) for problem in problems]


def test_without_a_file_the_defaults_hold() -> None:
    assert read_settings(Path()) == (Settings(), ())


def test_every_setting() -> None:
    text = """
        confidence = 0.9
        deck = "one"
        deck-name = "Mechanics::All"
        site = "https://example.org/docs/"
        language = "de-AT"
        formats = ["tsv", "apkg", "tsv"]
        paper = "letter"
        layouts = "fold"
    """
    assert read(text) == (
        Settings(
            confidence=0.9,
            deck="one",
            deck_name="Mechanics::All",
            site="https://example.org/docs",
            language="de",
            formats=("tsv", "apkg"),
            paper="letter",
            layouts=("fold",),
        ),
        [],
    )


def test_the_project_file_and_folders_above() -> None:
    read('[tool.other]\nx = 1\n[tool.cardwright]\ndeck_name = "A"\nconfidence = 1\n', "pyproject.toml")
    Path("deep/er").mkdir(parents=True)
    Path("deep/pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert read_settings(Path("deep/er")) == (Settings(deck_name="A", confidence=1.0), ())


def test_the_own_file_comes_before_the_project_file() -> None:
    read('[tool.cardwright]\ndeck-name = "A"\n', "pyproject.toml")
    assert read('deck-name = "B"\n')[0].deck_name == "B"


def test_project_files_that_say_nothing_of_us() -> None:
    for text in ("", "tool = 1\n", "[tool]\ncardwright = 2\n"):
        assert read(text, "pyproject.toml") == (Settings(), [])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("confidence = 2", 'cardwright.toml:2: "confidence" cannot be 2. Write a number from 0 to 1.'),
        ("confidence = true", 'cardwright.toml:2: "confidence" cannot be True. Write a number from 0 to 1.'),
        ('deck = "x"', 'cardwright.toml:2: "deck" cannot be \'x\'. Write one of "article", "folder", "one".'),
        ('deck-name = ""', "cardwright.toml:2: \"deck-name\" cannot be ''. Write a text in quotes."),
        ("deck-name = 3", 'cardwright.toml:2: "deck-name" cannot be 3. Write a text in quotes.'),
        (
            'site = "example.org"',
            'cardwright.toml:2: "site" cannot be \'example.org\'. Write an address that begins with "https://".',
        ),
        (
            'language = "?"',
            'cardwright.toml:2: "language" cannot be \'?\'. Write a language code such as "en" or "zh-hant".',
        ),
        (
            'formats = ["docx"]',
            'cardwright.toml:2: "formats" cannot be [\'docx\']. Write a list of "apkg", "pdf", "tsv", "jsonl".',
        ),
        ("formats = []", 'cardwright.toml:2: "formats" cannot be []. Write a list of "apkg", "pdf", "tsv", "jsonl".'),
        ("confidense = 1", 'cardwright.toml:2: there is no setting "confidense". Write "confidence".'),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_rest_holds(line: str, told: str) -> None:
    settings, problems = read(f'deck-name = "A"\n{line}\n' if "deck-name" not in line else f"\n{line}\n")
    assert problems == [told]
    assert settings == Settings(deck_name="" if "deck-name" in line else "A")


def test_an_unknown_setting_like_none_of_ours_names_them_all() -> None:
    [problem] = read("[tool.cardwright]\nxyzzy = 1\n", "pyproject.toml")[1]
    assert problem == (
        'pyproject.toml:2: there is no setting "xyzzy". '
        "Use one of confidence, deck, deck-name, formats, language, layouts, paper, site."
    )


def test_broken_toml_and_other_encodings_are_told() -> None:
    assert read('deck = "one"\npaper =\n') == (
        Settings(),
        ["cardwright.toml:2: it is not valid TOML (Invalid value). Mend that line."],
    )
    Path("cardwright.toml").write_bytes('deck-name = "Räder"\n'.encode("cp1252"))
    assert "it is not valid UTF-8" in str(read_settings(Path())[1][0])


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_of_the_sheets_can_be_set(paper: str) -> None:
    assert read(f'paper = "{paper}"') == (Settings(paper=paper), [])
