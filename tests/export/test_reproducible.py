from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import anki_samples as samples

from cardwright.export.apkg import Apkg
from cardwright.export.fields import digest
from cardwright.export.jsonl import Jsonl
from cardwright.export.tsv import Tsv


def digests() -> str:
    """Give one digest of all that is written of the sample deck."""
    deck = samples.deck()
    parts = [exporter.render(deck).data for exporter in (Apkg(), Tsv(), Jsonl())]
    parts += [digest(stamped, deck.media).encode() for stamped in deck.notes]
    return sha256(b"".join(parts)).hexdigest()


def elsewhere(folder: Path, **environment: str) -> str:
    code = "import test_reproducible; print(test_reproducible.digests())"
    paths = os.pathsep.join(filter(None, [str(Path(__file__).parent), *sys.path]))
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths, "TMPDIR": str(folder), **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


def test_zone_locale_hash_seed_and_folder_play_no_part(tmp_path: Path) -> None:
    here = digests()
    assert elsewhere(tmp_path, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1") == here
    assert elsewhere(tmp_path, TZ="America/Los_Angeles", LC_ALL="C.UTF-8", PYTHONHASHSEED="77") == here
    assert elsewhere(tmp_path, PYTHONUTF8="0", SOURCE_DATE_EPOCH="1") == here
    assert list(tmp_path.iterdir()) == []  # no file of ours is left behind
