"""A folder with one article to build in."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import ARTICLE, EPOCH, write


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder of its own the current one, with `seeds/web.md` in it, at a fixed time."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    write("web.md", ARTICLE)
    return tmp_path
