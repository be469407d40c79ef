"""The label files: read, and checked against their articles."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rapidfuzz.distance import LCSseq

HERE = Path(__file__).parent
ARTICLES, LABELS = HERE / "articles", HERE / "labels"

KINDS = ("definition", "list", "entry", "fact")
WORD = re.compile(r"[^\W_]+")
TARGET = re.compile(r"(?<=\])\([^)\n]*\)")


def load_labels() -> list[dict[str, Any]]:
    """Read all label files, in the order of their names."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(LABELS.glob("*.json"))]


def label_faults(label: Mapping[str, Any], article: str) -> list[str]:
    """Tell what is wrong with a label file: kinds, lines out of range, words that do not stand on their lines."""
    rows, faults = article.splitlines(), []
    ids = Counter(fact["id"] for fact in label["facts"])
    for entry in (*label["facts"], *label["traps"]):
        name = f"{label['article']}: {entry.get('id', entry.get('why'))}"
        first, last = entry["lines"]
        if not 1 <= first <= last <= len(rows):
            faults.append(f"{name}: lines {first} to {last} of {len(rows)}")
        if "why" in entry:
            continue
        if entry["kind"] not in KINDS or entry["need"] not in ("must", "may") or ids[entry["id"]] > 1:
            faults.append(f"{name}: kind {entry['kind']}, need {entry['need']}, id met {ids[entry['id']]} times")
        texts = entry["items"] if entry["kind"] == "list" else [entry["answer"]]
        if not all(text.strip() for text in (entry["subject"], *texts)) or len(texts) < 1 + (entry["kind"] == "list"):
            faults.append(f"{name}: subject or answer missing, or a list of one")
        there = WORD.findall(TARGET.sub(" ", "\n".join(rows[first - 1 : last])).lower())
        for text in texts:
            said = WORD.findall(text.lower())
            if LCSseq.similarity(said, there) < len(said):
                faults.append(f"{name}: {text!r} does not stand on lines {first} to {last}")
    return faults
