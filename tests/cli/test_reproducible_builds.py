"""The same articles, ledger and time give the same bytes, wherever and whenever they are built, in any locale."""

from __future__ import annotations

import shutil
import struct
import zlib
from pathlib import Path

import pytest
from builds import ARTICLE, EPOCH, OTHER, program, state, write

FORMATS = "apkg,pdf,tsv,jsonl"
WEEK = 604_800
"""Seconds."""


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def picture() -> bytes:
    """Give a PNG of one grey pixel."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")


def articles(of: str) -> None:
    write("web.md", ARTICLE.replace("interface", of))
    write("pictures/net.md", OTHER.replace("network to", "network ![net](net.png) to"))
    write("pictures/net.png", picture())
    write("größe.md", OTHER.replace("Net basics", "Maße").replace("router", "Maßband").replace("A M", "An M"))
    write("shared.md", "---\ndeck: A::B\ntags: [z, a, m]\n---\n" + ARTICLE.replace("API", "RPC"))


def build(**environment: str) -> None:
    done = program("build", "--format", FORMATS, **environment)
    assert (done.returncode, done.stderr) == (0, "")


def builds(place: Path, **environment: str) -> dict[str, bytes]:
    """Build in that folder, edit, and build once more a week later; give the files."""
    place.mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        for at, word in enumerate(("interface", "agreement")):
            articles(word)
            build(SOURCE_DATE_EPOCH=str(EPOCH + at * WEEK), **environment)
        return state()


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder that was built twice, a week apart."""
    place = tmp_path_factory.mktemp("original") / "place"
    builds(place, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1", COLUMNS="80")
    return place


def without_change_notes(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if not name.endswith("-changes.md")}


def test_two_builds_in_a_row_are_the_same_bytes_anywhere(original: Path, tmp_path: Path) -> None:
    there = builds(
        tmp_path / "there" / "deep down",
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        PYTHONHASHSEED="4242",
        COLUMNS="200",
        HOME=str(tmp_path),
        USER="somebody",
    )
    here = state(str(original / "decks"))
    assert here.keys() == there.keys()
    assert {name for name in here if here[name] != there[name]} == set()
    assert len([name for name in here if name.endswith(".apkg")]) == 4


def test_time_alone_changes_nothing(original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(original, tmp_path / "copy")
    monkeypatch.chdir(tmp_path / "copy")
    build(SOURCE_DATE_EPOCH=str(EPOCH * 2))
    assert state() == state(str(original / "decks"))


def test_the_ledger_and_the_articles_make_the_same_files_again_in_whatever_order_the_disk_lists_them(
    original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for path in sorted((original / "seeds").rglob("*.*"), reverse=True):
        write(path.relative_to(original / "seeds").as_posix(), path.read_bytes())
    Path("decks").mkdir()
    shutil.copy(original / "decks/ledger.jsonl", "decks")
    build(SOURCE_DATE_EPOCH=str(EPOCH * 2))
    assert state() == without_change_notes(state(str(original / "decks")))
