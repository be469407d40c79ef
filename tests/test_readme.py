"""The README does what it says: its commands run one after another, and print what stands below them."""

from __future__ import annotations

import os
import re
import subprocess
import sysconfig
import tomllib
from pathlib import Path

from cardwright import source
from cardwright.cli.main import COMMANDS
from cardwright.core.document import shown
from cardwright.core.settings import Settings
from cardwright.extraction import extract
from cardwright.source.front_matter import split

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

NETWORK = "network"
"""The word behind "sh" that marks a block which installs something: it is not run."""

_BLOCK = re.compile(r"^```(\w+) ?(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ROW = re.compile(r"^\| (.+?) \| (.+?) \|$", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def blocks() -> list[tuple[str, str, str]]:
    return [(language, mark, text) for language, mark, text in _BLOCK.findall(README)]


def section(title: str) -> str:
    return re.split(r"^#+ ", README.partition(f"# {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def test_the_commands_run_and_print_what_stands_below_them(tmp_path: Path) -> None:
    scripts = sysconfig.get_path("scripts")
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80"}
    printed = ""
    ran = 0
    for language, mark, text in blocks():
        if language == "sh" and mark != NETWORK:
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", text],
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
            assert (done.returncode, done.stderr) == (0, ""), text
            printed = done.stdout
            ran += 1
        elif language == "text":
            assert printed == text
    assert ran == len(re.findall(r"^```sh$", README, re.MULTILINE)) >= 5


def test_every_command_has_its_row() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", section("Commands"), re.MULTILINE)
    assert sorted(rows) == sorted(COMMANDS)


def test_only_what_installs_is_left_out() -> None:
    left_out = [text for language, mark, text in blocks() if language == "sh" and mark == NETWORK]
    assert all("pip install" in text for text in left_out)


def test_the_cards_of_the_seed_are_as_shown() -> None:
    [file] = source.find([str(ROOT / "seeds")]).files
    article = source.load(file, settings=Settings()).article
    assert article is not None
    cards = {
        shown(note.question): note.answer.replace("\n", "<br>") or str(len(note.items))
        for note in extract(article).notes
    }
    numbers = {"4": "four skills, a card each", "6": "six tasks, a card each"}
    rows = _ROW.findall(section("What becomes a card"))[2:]
    assert len(rows) >= 4
    for question, answer in rows:
        assert numbers.get(cards[question], cards[question]) == answer


def test_every_setting_has_its_row_and_its_default(tmp_path: Path) -> None:
    table = re.findall(r"^\| `([\w-]+)` \| .*? \|(?: `(.*)`)? \|$", section("Settings"), re.MULTILINE)
    assert sorted(name for name, _ in table) == sorted(name.replace("_", "-") for name in Settings.__slots__)
    defaults = "".join(f"{name} = {value}\n" for name, value in table if value)
    (tmp_path / "cardwright.toml").write_text(defaults, encoding="utf-8")
    assert source.read_settings(tmp_path) == (Settings(), ())
    assert len(tomllib.loads(defaults)) == sum(getattr(Settings(), name) != "" for name in Settings.__slots__)


def test_the_examples_of_settings_and_front_matter_are_right(tmp_path: Path) -> None:
    [settings] = [text for language, _, text in blocks() if language == "toml"]
    (tmp_path / "cardwright.toml").write_text(settings, encoding="utf-8")
    read, problems = source.read_settings(tmp_path)
    assert problems == ()
    assert (read.site, read.formats) == ("https://example.org/articles", ("apkg", "pdf", "tsv"))
    [front] = [text for language, _, text in blocks() if language == "yaml"]
    assert split(f"---\n{front}---\n", path="a.md").problems == ()


def test_links_lead_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        for target in _LINK.findall((ROOT / name).read_text(encoding="utf-8")):
            assert (ROOT / target).exists(), f"{name}: {target}"
