"""Two hundred kills of a real build at random moments, one at every step of its writing, and full disks.

    python benchmarks/kills.py [KILLS] [SEED]

Prints what the harness of the test suite found, on a small tmpfs too where one can be mounted; fails where anything was
lost or half written.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HARNESS = Path(__file__).parent.parent / "tests" / "cli" / "killing.py"
SIZES = (16, 24, 32, 48, 64, 96, 128)
"""KiB of the file systems: from too small for the second build's files to large enough."""

ARTICLE = (
    "# T{n}\n\n## What is a widget{n}?\n\nA widget{n} is a part of machine {n} that {verb} what others hand over.\n"
)


def kills(count: str, seed: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, str(HARNESS), folder, count, seed], capture_output=True, text=True, check=True
        )
    print(done.stdout.strip())
    return json.loads(done.stdout)["wrong"] == []


def full_disks() -> bool:
    """Build twice on small file systems; the second build finds too little room."""
    good = True
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            mounted = subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", folder], check=False, capture_output=True
            )
            if mounted.returncode:
                print("no file system can be mounted here: full disks were tried by a limit on file sizes only")
                return good
            try:
                good &= full_disk(Path(folder), size)
            finally:
                subprocess.run(["umount", folder], check=True)
    return good


def state(disk: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in disk.iterdir() if not file.name.endswith(".lock")}


def full_disk(disk: Path, size: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        for verb in ("keeps", "stores"):
            for n in range(4):
                Path(folder, f"t{n}.md").write_text(ARTICLE.format(n=n, verb=verb), encoding="utf-8")
            before = state(disk)
            command = [sys.executable, "-m", "cardwright", "build", folder, "-o", str(disk), "--format", "tsv,jsonl"]
            code = subprocess.run(command, check=False, capture_output=True).returncode
            whole = code == 0 or state(disk) == before
            print(f"{size} KiB, {verb}: left with {code}, {'whole' if whole else 'NOT WHOLE'}")
            if not whole or code not in {0, 1}:
                return False
    return True


def main() -> int:
    count, seed = [*sys.argv[1:], "200", "1"][:2] if len(sys.argv) < 3 else sys.argv[1:3]
    return int(not (kills(count, seed) & full_disks()))


if __name__ == "__main__":
    sys.exit(main())
