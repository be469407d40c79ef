"""What is shown survives any locale and any reader: terminals, pipes, spreadsheets."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import subprocess
import sys
import unicodedata

import pytest
from builds import ARTICLE, program, run, write

from cardwright.cli.report import Bar

pytestmark = pytest.mark.usefixtures("place")

CHINESE = """# 网络基础

## 什么是路由器

路由器是一种在不同网络之间转发数据包的网络设备，它根据目的地址选择路径，并且把数据包从一个网络送到另一个网络，直到数据包到达目的地为止。
"""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_json_lines_are_utf_8_whatever_the_locale(encoding: str) -> None:
    write("net.md", CHINESE)
    done = program("cards", "seeds/net.md", "--format", "jsonl", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    (note,) = map(json.loads, done.stdout.splitlines())
    assert "路由器" in note["question"]
    assert note["answer"].startswith("一种在不同网络之间转发数据包的网络设备")


def test_problems_are_told_in_any_locale() -> None:
    write("诗.md", b"# \xe8\xaf\x97\n")
    done = program("cards", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C.UTF-8")
    assert done.stderr.startswith("seeds/诗.md: no card was found in this article. See why with ")


def test_a_line_of_wide_characters_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    write("net.md", CHINESE)
    lines = run("cards", "seeds/net.md").stdout.splitlines()
    widths = [sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line) for line in lines]
    assert 68 <= max(widths) <= 70
    assert lines[2].endswith("…")


def test_no_cell_is_a_formula() -> None:
    write(
        "web.md", ARTICLE.replace("An interface", "x").replace("is an interface by", '`=WEBSERVICE("x")` is a call by')
    )
    write("sheet.md", "# Marks\n\n## What is an equals sign?\n\n- **Equals sign**: =WEBSERVICE(A1) sends a cell away\n")
    done = run("cards", "--format", "csv")
    cells = [cell for row in csv.reader(io.StringIO(done.stdout)) for cell in row]
    assert any("WEBSERVICE" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_decks_named_like_files_of_ours_get_files_of_their_own() -> None:
    write("ledger.md", ARTICLE.replace("# Web basics", "# Ledger"))
    write("selected.md", ARTICLE.replace("# Web basics", "# Web basics selected").replace("API", "RPC"))
    write("retired.md", ARTICLE.replace("# Web basics", "# Web basics, retired").replace("API", "SPI"))
    done = run("build", "--format", "apkg,jsonl")
    names = [line.strip() for line in done.stdout.splitlines() if line.startswith("           ")]
    assert set(names) == {"ledger.jsonl"} | {
        f"{stem}.{suffix}"
        for stem in ("ledger-deck", "web-basics", "web-basics-selected-deck", "web-basics-retired-deck")
        for suffix in ("apkg", "jsonl")
    }
    assert "Changes    none" in run("build", "--format", "apkg,jsonl").stdout


def test_a_summary_of_many_files_names_some_and_counts_all() -> None:
    for n in range(23):
        write(f"n{n}.md", ARTICLE.replace("# Web basics", f"# Topic {n}"))
    lines = run("build", "--format", "jsonl").stdout.splitlines()
    assert "Files      25 written, 0 unchanged in decks" in lines
    assert lines[-1].strip() == "and 5 more"
    assert len(lines) == 5 + 20 + 1


def shown_on_a_terminal(code: str) -> str:
    """Run code whose standard error is a terminal; give what stands there."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-c", code], stderr=theirs, check=True)
    os.close(theirs)
    told = b""
    with contextlib.suppress(OSError):  # the end of a terminal whose other side is closed
        while piece := os.read(ours, 4096):
            told += piece
    os.close(ours)
    return told.decode()


BAR = """
from cardwright.cli.report import Bar
bar = Bar(patience={patience})
for n in range(3):
    bar("Reading articles", n + 1, 3)
"""


def test_a_long_run_shows_its_progress_and_wipes_it_off() -> None:
    told = shown_on_a_terminal(BAR.format(patience=0)).split("\r")
    assert told[1] == f"Reading articles [{'#' * 10}{'-' * 20}] 1/3"
    assert told[2] == f"Reading articles [{'#' * 20}{'-' * 10}] 2/3"
    assert (told[3].strip(), len(told[3]), told[4:]) == ("", len(told[2]), [""])


def test_a_short_run_shows_none() -> None:
    assert shown_on_a_terminal(BAR.format(patience=60)) == ""


def test_a_pipe_gets_no_bar(capfd: pytest.CaptureFixture[str]) -> None:
    Bar(patience=0)("Reading articles", 1, 3)
    assert capfd.readouterr() == ("", "")


def test_a_build_tells_its_progress_only_to_a_terminal() -> None:
    code = "from cardwright.cli import report; report.Bar.__init__.__kwdefaults__['patience'] = 0\n"
    code += (
        "from cardwright.cli.main import group\ngroup.main(['build', '--format', 'tsv,jsonl'], standalone_mode=False)"
    )
    told = shown_on_a_terminal(code)
    assert "Writing decks [" in told
    assert told.endswith("\r")
