"""The layers hold, and the package is light to import and says what it offers."""

from __future__ import annotations

import ast
import doctest
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import cardwright

ROOT = Path(__file__).parent.parent
SOURCES = tuple((ROOT / "src").rglob("*.py"))
HEAVY = {
    "click", "frontmatter", "genanki", "latex2mathml", "markdown_it", "mdit_py_plugins", "nh3", "pygments", "rapidfuzz",
    "segno", "typst", "yaml",
}  # fmt: skip


def loaded_by(code: str) -> set[str]:
    """Give the top-level packages that a fresh Python holds after that code."""
    code += "\nimport json, sys; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(json.loads(done.stdout.splitlines()[-1]))


def run(*args: str) -> str:
    return f"from cardwright.cli.main import group\ngroup.main({list(args)!r}, standalone_mode=False)"


def test_no_layer_imports_one_above_it_and_every_package_has_one_door() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(lint), "--no-cache"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def imported() -> set[str]:
    """Give the top-level modules that the package imports anywhere, its own and the standard library's left out."""
    nodes = [node for path in SOURCES for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"cardwright"}


def test_every_dependency_is_imported_and_every_import_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=~! ]", line)[0].lower() for line in project["dependencies"]}
    homes = packages_distributions()
    assert {homes[name][0].lower() for name in imported()} == declared


def test_the_list_of_what_is_heavy_is_whole() -> None:
    assert imported() == HEAVY


def test_importing_cardwright_loads_nothing_of_others() -> None:
    assert not loaded_by("import cardwright") & HEAVY


def test_records_load_nothing_of_others() -> None:
    assert not loaded_by("from cardwright import Article, CardwrightError, Deck, Note, Problem, Settings") & HEAVY


@pytest.mark.parametrize("args", [("--help",), ("--version",), ("build", "--help"), ("rules",)])
def test_what_reads_no_article_loads_click_alone(args: tuple[str, ...]) -> None:
    assert loaded_by(run(*args)) & HEAVY == {"click"}


def test_cards_loads_the_parser_and_no_exporter() -> None:
    loaded = loaded_by(run("cards", "seeds", "-o", "nowhere", "--format", "jsonl"))
    assert "markdown_it" in loaded
    assert not loaded & {"genanki", "latex2mathml", "pygments", "rapidfuzz", "segno", "typst"}


def test_the_public_names_are_a_sorted_dozen_at_most() -> None:
    names = cardwright.__all__
    assert len(names) <= 12
    by_case = sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))  # as ruff sorts them
    assert names == by_case


@pytest.mark.parametrize("name", cardwright.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(cardwright, name)
    assert value.__doc__
    assert name in (cardwright.__doc__ or "")
    assert name in dir(cardwright)


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(AttributeError, match="module 'cardwright' has no attribute 'Cards'"):
        _ = cardwright.Cards


def test_the_example_of_the_docstring_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testmod(cardwright)
    assert result.attempted >= 4
    assert result.failed == 0
