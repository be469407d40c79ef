"""Which old note each new note is: exactly the same first, then by likeness over the whole build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from cardwright.identity.sketch import Sketch


def match(old: Sequence[Sketch], new: Sequence[Sketch]) -> dict[int, int]:
    """Pair new notes with old ones, new index to old index; no side twice."""
    live = [at for at, sketch in enumerate(old) if not sketch.retired]
    gone = [at for at, sketch in enumerate(old) if sketch.retired]
    found: dict[int, int] = {}
    for candidates in (live, gone):
        for key in (Sketch.in_section, Sketch.in_article, Sketch.anywhere):
            found |= _same(old, new, candidates, found, key)
    return found


def _same(
    old: Sequence[Sketch],
    new: Sequence[Sketch],
    candidates: Sequence[int],
    found: dict[int, int],
    key: Callable[[Sketch], Hashable],
) -> dict[int, int]:
    taken = set(found.values())
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for at in reversed(candidates):
        if at not in taken:
            waiting[key(old[at])].append(at)
    pairs = {}
    for at, sketch in enumerate(new):
        if at not in found and waiting and (same := waiting.get(key(sketch))):
            pairs[at] = same.pop()
    return pairs
