"""Hold cardwright's notes against the labelled articles of this folder; README.md says how.

The exit code is 1 when a figure falls below its floor in floors.json, 0 otherwise.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from labels import ARTICLES, HERE, KINDS, load_labels
from matching import Asked, judge, share_lines

from cardwright.core.settings import Settings
from cardwright.export.jsonl import line_of
from cardwright.extraction import extract
from cardwright.source.article import load
from cardwright.source.find import find

FLOORS = HERE / "floors.json"
CORE = ("definition", "list", "entry")
"""The kinds that recall is measured on: what cardwright is for."""

MARGIN = 0.01
"""How far below the measured figure a floor is pinned."""
FEWEST = 10
"""Notes or labels that a figure must rest on to be given a floor: below, one note moves it by ten points."""


@dataclass(slots=True)
class Tally:
    """Hits and tries by name: a kind, a rule, an article, or "overall"."""

    hits: Counter[str] = field(default_factory=Counter)
    tries: Counter[str] = field(default_factory=Counter)

    def add(self, *names: str, hit: bool) -> None:
        """Count one try, and one hit if it was one, under every name."""
        self.tries.update(names)
        self.hits.update(names if hit else ())

    def share(self, name: str) -> float:
        """Give hits by tries, 1 where nothing was tried."""
        return self.hits[name] / self.tries[name] if self.tries[name] else 1.0

    def line(self, names: Iterable[str]) -> str:
        """Give the shares for people."""
        return "  ".join(f"{n} {self.share(n):.3f} ({self.hits[n]}/{self.tries[n]})" for n in names if self.tries[n])


@dataclass(frozen=True, slots=True)
class Score:
    """Precision of the notes (by kind, rule and article) and recall of the labels (by kind and article)."""

    precision: Tally
    recall: Tally
    trapped: int
    errors: Mapping[str, tuple[str, ...]]


def score(labels: Sequence[Mapping[str, Any]], notes: Mapping[str, Sequence[Asked]]) -> Score:
    """Score the notes, by article name, against all labels."""
    precision, recall, trapped, errors = Tally(), Tally(), 0, {}
    for label in labels:
        name, facts = label["article"], label["facts"]
        mine = notes.get(name, ())
        verdict = judge(facts, mine)
        for at, note in enumerate(mine):
            precision.add("overall", note.kind, f"rule {note.rule}", name, hit=at in verdict.right)
        for at, fact in enumerate(facts):
            if fact["need"] == "must" and fact["kind"] in CORE:
                recall.add("overall", fact["kind"], name, hit=at not in verdict.missed)
        bad = [mine[at] for at in (*verdict.wrong, *verdict.again)]
        trapped += sum(any(share_lines(note.lines, trap["lines"]) for trap in label["traps"]) for note in bad)
        errors[name] = (
            *(f"wrong  {note.lines[0]:4} [{note.rule}] {note.question!r} -> {note.answer[:120]!r}" for note in bad),
            *(f"missed {_shown(facts[at])}" for at in verdict.missed),
        )
    return Score(precision, recall, trapped, errors)


def _shown(fact: Mapping[str, Any]) -> str:
    answer = fact["answer"] if fact["kind"] != "list" else "; ".join(fact["items"])
    return f"{fact['lines'][0]:4} {fact['kind']} {fact['subject']!r} -> {answer[:120]!r}"


def figures(result: Score) -> dict[str, dict[str, float]]:
    """Give the figures that have floors: overall and by kind, where they rest on enough notes or labels."""
    tallies = {"precision": result.precision, "recall": result.recall}
    return {
        what: {name: tally.share(name) for name in ("overall", *KINDS) if tally.tries[name] >= FEWEST}
        for what, tally in tallies.items()
    }


def below(measured: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Tell which figures are below their floors; one that is no longer measured is."""
    return [
        f"{what} {name}: {measured[what].get(name, 0.0):.3f} is below its floor {floor}"
        for what, by_name in floors.items()
        for name, floor in by_name.items()
        if measured[what].get(name, 0.0) < floor
    ]


def new_floors(
    measured: Mapping[str, Mapping[str, float]], old: Mapping[str, Mapping[str, float]], *, lower: bool
) -> dict[str, dict[str, float]]:
    """Pin the figures, a margin below what is measured, in hundredths; without `lower` no floor sinks or goes."""
    floors: dict[str, dict[str, float]] = {}
    for what, by_name in measured.items():
        fresh = {name: max(0.0, math.floor(100 * (figure - MARGIN) + 1e-9) / 100) for name, figure in by_name.items()}
        kept = {} if lower else old.get(what, {})
        floors[what] = {n: max(fresh.get(n, 0.0), kept.get(n, 0.0)) for n in dict.fromkeys((*fresh, *kept))}
    return floors


def run_cardwright() -> dict[str, list[Asked]]:
    """Give the notes of all articles by article name, as they ship by default."""
    notes = {}
    for file in find([str(ARTICLES)]).files:
        loaded = load(file, settings=Settings())
        if loaded.article is None or loaded.problems:
            raise SystemExit("\n".join(map(str, loaded.problems)))
        found = extract(loaded.article, confidence=Settings().confidence).notes
        lines = [line_of(note, "", range(1, len(note.items) + 1)) for note in found]
        notes[Path(file.path).name] = [Asked.of(json.loads(line)) for line in lines]
    return notes


def report(result: Score, labels: Sequence[Mapping[str, Any]], *, errors: int) -> None:
    """Print the figures, by article first."""
    for name in (label["article"] for label in labels):
        precision, recall = (tally.line([name]).removeprefix(name) for tally in (result.precision, result.recall))
        print(f"{name}: precision{precision}, recall{recall}")
        for what in ("wrong", "missed"):
            for line in [line for line in result.errors[name] if line.startswith(what)][:errors]:
                print("   ", line)
    rules = sorted(name for name in result.precision.tries if name.startswith("rule "))
    print("\nprecision by rule:", *(result.precision.line([name]).removeprefix("rule ") for name in rules), sep="\n  ")
    print("\nprecision:", result.precision.line(("overall", *KINDS)))
    print("recall:   ", result.recall.line(("overall", *CORE)))
    print("wrong notes made of a trap:", result.trapped)


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, report, and hold against the floors or move them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show up to N wrong and N missed an article")
    parser.add_argument("--article", action="append", metavar="NAME", help="score this article only (repeatable)")
    moves = parser.add_mutually_exclusive_group()
    moves.add_argument("--raise-floors", action="store_true", help="pin what has become better")
    moves.add_argument("--lower-floors", action="store_true", help="pin what is measured, better or worse")
    options = parser.parse_args(arguments)
    if options.article and (options.raise_floors or options.lower_floors):
        parser.error("floors are those of all articles: leave --article away to move them")
    labels = [label for label in load_labels() if not options.article or label["article"] in options.article]
    result = score(labels, run_cardwright())
    report(result, labels, errors=options.errors)
    if options.article:
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    if options.raise_floors or options.lower_floors:
        floors = new_floors(figures(result), floors, lower=options.lower_floors)
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    faults = below(figures(result), floors)
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
