"""`cardwright sheets`, run as a user runs it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from cardwright.cli.main import group

ARTICLE = """---
title: Networks
tags: [ops]
---

# Networks

A load balancer is a device that spreads requests over several servers.

## Layers

The layers of the Internet model are:

1. Link
2. Internet
3. Transport
4. Application

## Resolvers

A resolver is a server that keeps answers in memory for a while.
"""

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    Path("seeds").mkdir()
    Path("seeds/networks.md").write_text(ARTICLE, encoding="utf-8")

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(group, arguments, standalone_mode=False)

    return invoke


def words(path: str) -> str:
    reader = PdfReader(io.BytesIO(Path(path).read_bytes()))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_cards_are_the_default(run: Run) -> None:
    result = run("sheets")
    assert result.exception is None
    assert result.return_value == 0
    assert result.stdout == "1 files written in decks\n  networks-cards.pdf\n"
    assert [path.name for path in Path("decks").iterdir()] == ["networks-cards.pdf"]
    assert "load balancer" in words("decks/networks-cards.pdf")


def test_several_layouts_in_another_folder(run: Run) -> None:
    result = run("sheets", "seeds", "-o", "out", "--layout", "study", "--layout", "quiz", "--layout", "glossary")
    assert result.return_value == 0
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "networks-glossary.pdf",
        "networks-quiz.pdf",
        "networks-study.pdf",
    ]


def test_a_calibration_sheet_reads_no_article(run: Run) -> None:
    result = run("sheets", "nowhere", "--layout", "calibration")
    assert result.return_value == 0
    assert "Calibration" in words("decks/calibration.pdf")


def size(path: str) -> tuple[int, int]:
    box = PdfReader(io.BytesIO(Path(path).read_bytes())).pages[0].mediabox
    return round(float(box.width)), round(float(box.height))


def test_paper_from_the_option_and_from_the_settings(run: Run) -> None:
    run("sheets", "--paper", "letter")
    assert size("decks/networks-cards.pdf") == (612, 792)
    Path("cardwright.toml").write_text('paper = "letter"\n', encoding="utf-8")
    run("sheets", "-o", "other")
    assert size("other/networks-cards.pdf") == (612, 792)
    run("sheets", "--grid", "a8", "--paper", "a4")
    assert size("decks/networks-cards.pdf") == (842, 595)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--edge", "short"),
        ("--rotate-backs",),
        ("--stack",),
        ("--fronts-first",),
        ("--shift", "1.5", "-0.5"),
        ("--marks", "lines"),
        ("--margin", "15"),
        ("--gutter", "4"),
        ("--large",),
        ("--no-ids",),
        ("--leitner",),
        ("--grid", "1x2"),
    ],
)
def test_every_option_changes_the_sheet(run: Run, arguments: tuple[str, ...]) -> None:
    names = ("router", "switch", "bridge", "gateway", "hub")
    more = "".join(f"\n## {name.title()}s\n\nA {name} is a device that joins networks.\n" for name in names)
    Path("seeds/networks.md").write_text(ARTICLE + more, encoding="utf-8")
    run("sheets", "-o", "plain", "--grid", "2x1")
    result = run("sheets", "--grid", "2x1", *arguments)
    assert result.exception is None
    assert Path("decks/networks-cards.pdf").read_bytes() != Path("plain/networks-cards.pdf").read_bytes()


def test_codes_and_ink(run: Run) -> None:
    Path("cardwright.toml").write_text('site = "https://example.org/notes"\n', encoding="utf-8")
    run("sheets", "-o", "plain")
    for option in ("--no-qr", "--save-ink"):
        run("sheets", option)
        assert len(Path("decks/networks-cards.pdf").read_bytes()) < len(Path("plain/networks-cards.pdf").read_bytes())


def test_a_seed_shuffles_the_quiz(run: Run) -> None:
    run("sheets", "--layout", "quiz", "-o", "plain")
    run("sheets", "--layout", "quiz", "--seed", "7")
    assert "Version 7" in words("decks/networks-quiz.pdf")
    assert "Version" not in words("plain/networks-quiz.pdf")


@pytest.mark.parametrize(
    ("arguments", "there", "gone"),
    [
        (("--kind", "list"), "layers", "balancer"),
        (("--section", "resol*"), "memory", "balancer"),
        (("--tag", "ops"), "balancer", "never"),
        (("--article", "networks"), "balancer", "never"),
    ],
)
def test_a_selection_has_a_name_of_its_own(run: Run, arguments: tuple[str, ...], there: str, gone: str) -> None:
    result = run("sheets", *arguments)
    assert result.return_value == 0
    assert [path.name for path in Path("decks").iterdir()] == ["networks-selected-cards.pdf"]
    text = words("decks/networks-selected-cards.pdf")
    assert there in text
    assert gone not in text


def test_an_empty_selection_is_told(run: Run) -> None:
    result = run("sheets", "--tag", "nothing")
    assert result.return_value == 1
    assert "Networks: there is no card to print. Select more, or choose another layout." in result.stderr


def test_only_what_changed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("build", "--format", "jsonl").exception is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790001000")
    more = ARTICLE + "\n## Proxies\n\nA proxy is a server that asks on behalf of others.\n"
    Path("seeds/networks.md").write_text(more, encoding="utf-8")
    run("sheets", "--changed")
    text = words("decks/networks-selected-cards.pdf")
    assert "proxy" in text
    assert "balancer" not in text
    run("build", "--format", "jsonl")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790002000")
    run("sheets", "--changed")
    assert words("decks/networks-selected-cards.pdf") == text
    run("sheets", "--since", "2026-09-21T14:20")
    assert words("decks/networks-selected-cards.pdf") == text
    run("sheets", "--since", "2026-09-01")
    assert "balancer" in words("decks/networks-selected-cards.pdf")


def test_the_ledger_is_not_touched_and_ids_are_those_of_the_build(run: Run) -> None:
    run("build", "--format", "jsonl")
    ledger = Path("decks/ledger.jsonl").read_bytes()
    run("sheets")
    assert Path("decks/ledger.jsonl").read_bytes() == ledger
    guids = re.findall(r'"guid": ?"([^"]+)"', Path("decks/networks.jsonl").read_text(encoding="utf-8"))
    assert guids
    text = words("decks/networks-cards.pdf")
    assert [guid for guid in guids if guid not in text] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--paper", "b9"), '"b9" is no paper. Use one of a4, a5'),
        (("--grid", "9x9"), "gives cards of 21 by 31 mm. Choose fewer"),
        (("--layout", "fold", "--grid", "1x4"), "needs two columns"),
    ],
)
def test_what_makes_no_sheet_is_wrong_usage(run: Run, arguments: tuple[str, ...], message: str) -> None:
    result = run("sheets", *arguments)
    assert type(result.exception).__name__ == "UsageError"
    assert message in str(result.exception)
    assert not Path("decks").exists()


def test_a_folder_that_cannot_be_written_is_told(run: Run) -> None:
    Path("decks").write_text("a file", encoding="utf-8")
    result = run("sheets", "--layout", "calibration", "-o", "decks/in")
    assert str(result.exception).startswith("decks/in: calibration.pdf cannot be written (")
