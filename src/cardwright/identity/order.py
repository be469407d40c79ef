"""Ranks of notes in their article: they leave gaps, so that a note put in between changes no other line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

STEP = 1000
"""The gap between two notes: ten rounds of insertion at the same place before the article is ranked anew."""


def ranks(known: Sequence[int | None]) -> list[int]:
    """Give strictly rising ranks; as many of the known ones as rise already are kept."""
    kept = _longest_rise(known)
    result: list[int] = []
    fixed = [at for at in range(len(known)) if at in kept]
    if not fixed:
        return [STEP * (at + 1) for at in range(len(known))]
    first = known[fixed[0]] or 0
    result = [first - STEP * (fixed[0] - at) for at in range(fixed[0])]
    for here, following in zip(fixed, [*fixed[1:], None], strict=True):
        low = known[here] or 0
        if following is None:
            result += [low + STEP * n for n in range(len(known) - here)]
            continue
        count, room = following - here, (known[following] or 0) - low
        if room < count:
            return [STEP * (at + 1) for at in range(len(known))]
        result += [low + room * n // count for n in range(count)]
    return result


def _longest_rise(known: Sequence[int | None]) -> set[int]:
    tails: list[int] = []
    tail_at: list[int] = []
    before: dict[int, int] = {}
    for at, rank in enumerate(known):
        if rank is None:
            continue
        size = bisect_left(tails, rank)
        before[at] = tail_at[size - 1] if size else -1
        tails[size : size + 1] = [rank]
        tail_at[size : size + 1] = [at]
    rise = set()
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        rise.add(at)
        at = before[at]
    return rise
