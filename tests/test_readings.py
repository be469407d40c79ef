"""Articles read one after the other and several at once."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from cardwright.core.settings import Settings
from cardwright.extraction import extract
from cardwright.readings import POOL_FROM, Reading, read

WORDS = "anvil barrel candle drum engine flute gate hammer inkwell jar kettle ladder mirror needle oven pump".split()


def text(n: int) -> str:
    word = f"{WORDS[n % len(WORDS)]}{n}"
    return f"# Things of the house\n\n## What is a {word}?\n\nA {word} is a thing that people in a house use daily.\n"


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("seeds")
    folder.mkdir()
    for n in range(POOL_FROM):
        (folder / f"{n:03}.md").write_text(text(n), encoding="utf-8")
    return folder


def alone(seeds: Path) -> tuple[Reading, ...]:
    """Read the articles one by one: too few at a time for a pool."""
    return tuple(read([str(path)], settings=Settings())[0][0] for path in sorted(seeds.iterdir()))


def test_a_pool_gives_what_one_process_gives_in_the_same_order(seeds: Path) -> None:
    (seeds / "005.md").write_bytes(b"\xff\x00\xff")
    seen: list[tuple[str, int, int]] = []
    readings, problems = read(["seeds"], settings=Settings(), progress=lambda *told: seen.append(told))
    assert (readings, problems) == (alone(seeds), ())
    assert sum(len(reading.notes) for reading in readings) == POOL_FROM - 1
    assert seen == [("Reading articles", n + 1, POOL_FROM) for n in range(POOL_FROM)]


def test_where_no_process_can_be_started_one_does_all(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> NoReturn:
        raise OSError(errno.EAGAIN, "no room for another process")

    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(os, "fork", full)
    assert read(["seeds"], settings=Settings())[0] == alone(seeds)


def test_lean_readings_hold_the_notes_and_no_sections(seeds: Path) -> None:
    (whole,), _ = read([str(seeds / "000.md")], settings=Settings())
    (lean,), _ = read([str(seeds / "000.md")], settings=Settings(), lean=True)
    assert whole.article is not None
    assert lean == replace(whole, article=replace(whole.article, sections=()))
    assert extract(whole.article).notes == lean.notes


@pytest.mark.parametrize("ids", [("same", "same", "same"), ("b", "", "same")])
def test_an_id_that_two_articles_give_is_told_and_the_later_one_keeps_its_files(
    ids: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    for n, (name, own) in enumerate(zip("abc", ids, strict=True)):
        head = f"---\nid: {own}\n---\n" if own else ""
        Path("seeds", f"{name}.md").write_text(head + text(n), encoding="utf-8")
    readings, _ = read(["seeds"], settings=Settings())
    assert len({reading.id for reading in readings}) == 3
    assert all({note.article for note in reading.notes} == {reading.id} for reading in readings)
    told = [problem for reading in readings for problem in reading.problems]
    assert [problem.code for problem in told] == ["repeated-id"] * (2 if ids[1] else 1)
    assert str(told[0]).startswith(f"seeds/b.md:1: its id '{ids[0]}' is that of seeds/a.md already. Give one of them ")
