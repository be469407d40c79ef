"""`decks/` holds what `seeds/` gives."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MEND = "decks/ is not what seeds/ gives: run `make decks` and commit decks/"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def test_a_rebuild_makes_no_difference(tmp_path: Path) -> None:
    assert (ROOT / "decks/ledger.jsonl").is_file(), MEND
    committed = files(ROOT / "decks")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "decks").mkdir()
    shutil.copy(ROOT / "decks/ledger.jsonl", tmp_path / "decks")
    build = [sys.executable, "-m", "cardwright", "build", "seeds", "-o", "decks"]
    done = subprocess.run(build, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rebuilt = files(tmp_path / "decks")
    kept = {name: data for name, data in committed.items() if not name.endswith("-changes.md")}
    assert {name for name in {*kept, *rebuilt} if kept.get(name) != rebuilt.get(name)} == set(), MEND
