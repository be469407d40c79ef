"""What the tests of the commands share: articles, ways to run cardwright, and what stands in a folder afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from cardwright.cli.main import group

EPOCH = 1_700_000_000
"""The time of the builds, Unix seconds UTC."""

ARTICLE = """# Web basics

## What is an API?

An API is an interface by which two programs talk to each other over a network.

## What is a cache?

A cache is a store that keeps the answers to recent questions close at hand.

## Responsibilities of an operator

An operator is responsible for:

- watching the alarms at night
- renewing the certificates in time
- restoring the backups after a failure
"""

OTHER = """# Net basics

## What is a router?

A router is a device that passes packets from one network to another one.
"""


def write(name: str, text: str | bytes) -> Path:
    """Write an article into `seeds`."""
    path = Path("seeds", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def run(*args: str) -> Result:
    """Run a command in this process; `return_value` is its exit code."""
    return CliRunner().invoke(group, args, standalone_mode=False)


def program(*args: str, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program, or some code, in a process of its own."""
    start = ["-c", code] if code else ["-m", "cardwright"]
    return subprocess.run(
        [sys.executable, *start, *args],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def state(folder: str = "decks") -> dict[str, bytes]:
    """Give the files of an output folder, without the lock and what else is ours alone."""
    return {path.name: path.read_bytes() for path in Path(folder).iterdir() if not path.name.startswith(".cardwright")}


def ledger(folder: str = "decks") -> list[dict[str, Any]]:
    """Give the notes of a folder's ledger, the retired ones too."""
    rows = map(json.loads, Path(folder, "ledger.jsonl").read_text(encoding="utf-8").splitlines())
    return [row for row in rows if "guid" in row]
