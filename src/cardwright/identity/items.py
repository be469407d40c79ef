"""Cloze numbers of list items: kept through edits, never renumbered, never used twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from cardwright.core.record import dataclass
from cardwright.identity.assignment import Pair, best_pairs
from cardwright.identity.ledger import KnownItem
from cardwright.identity.likeness import in_order
from cardwright.identity.words import fold, words_of

HIGHEST_ORDINAL = 500
"""Anki ignores clozes above this number (its importer, seen)."""

SAME_PLACE = 0.5
"""Least share of words in common (0 to 1) of an item reworded between the same neighbours. Calibrated on the item
edits of the benchmarks: real rewordings keep 0.55 and more, an unrelated item in the same place 0.3 at most."""

GREW = 0.4
"""The same where an item only gained words between the same neighbours ("Java", "Java on Android")."""

SHRANK = 0.6
"""The same where it only lost words: one that lost more was taken apart, and which part goes on is anybody's guess."""

CUT = 0.55
"""The same where it lost only words at its end: a list shows the opening words of an item that grew too long for it."""

ELSEWHERE = 0.7
"""The same for an item that was moved as well, or in a list of which no item stayed: there the words are all there is
to go by."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A cloze number: in which part of a list that was split, and which."""

    part: int
    ordinal: int


def seats(texts: Sequence[str], parts: Sequence[Sequence[KnownItem]]) -> list[Seat]:
    """Give each item its seat; `parts` are the items that the list and its continuations are known by.

    A new item takes the highest number ever used + 1 of the last part, and opens a new part past `HIGHEST_ORDINAL`.
    """
    known = [(Seat(at, item.ordinal), item) for at, part in enumerate(parts) for item in part]
    live = [entry for entry in known if entry[1].retired is None]
    gone = [entry for entry in known if entry[1].retired is not None]
    found = _exact(texts, [item.text for _, item in live], {})
    found |= {new: old + len(live) for new, old in _exact(texts, [item.text for _, item in gone], found).items()}
    found |= _reworded(texts, [item.text for _, item in live], found)
    both = live + gone
    last = max(len(parts) - 1, 0)
    top = max((item.ordinal for item in parts[last]), default=0) if parts else 0
    result = []
    for at in range(len(texts)):
        if at in found:
            result.append(both[found[at]][0])
            continue
        if top == HIGHEST_ORDINAL:
            last, top = last + 1, 0
        top += 1
        result.append(Seat(last, top))
    return result


def remember(known: Sequence[KnownItem], shown: Sequence[KnownItem], *, now: int) -> tuple[KnownItem, ...]:
    """Give a list's items for the ledger: those shown, then by number those that were shown once."""
    used = {item.ordinal for item in shown}
    gone = [item if item.retired is not None else replace(item, retired=now) for item in known]
    return (*shown, *sorted((item for item in gone if item.ordinal not in used), key=lambda item: item.ordinal))


def _exact(new: Sequence[str], old: Sequence[str], found: dict[int, int]) -> dict[int, int]:
    """Pair equal texts in order, new index to old; texts with another form come after those that are the same."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for key in (str, fold):
        waiting: dict[str, list[int]] = defaultdict(list)
        for at in reversed(range(len(old))):
            if at not in taken:
                waiting[key(old[at])].append(at)
        for at, text in enumerate(new):
            if at not in found and at not in pairs and waiting[key(text)]:
                pairs[at] = waiting[key(text)].pop()
        taken = set(pairs.values())
    return pairs


def _reworded(new: Sequence[str], old: Sequence[str], found: dict[int, int]) -> dict[int, int]:
    left = [at for at in range(len(new)) if at not in found]
    right = [at for at in range(len(old)) if at not in set(found.values())]
    if not left or not right:
        return {}
    place_of_new = _places(len(new), found)
    place_of_old = _places(len(old), {at: at for at in found.values()})
    words = {("new", at): words_of(new[at]) for at in left} | {("old", at): words_of(old[at]) for at in right}
    scores: dict[Pair, float] = {}
    for n in left:
        for o in right:
            alike = in_order(words["new", n], words["old", o])
            # Where no item stayed, the number that an item has in the list is its place.
            here = place_of_new[n] == place_of_old[o] if found else n == o
            if alike >= _least(
                words["new", n], words["old", o], here=here, anchored=bool(found) or len(new) == len(old)
            ):
                # Of items that are as like, those in the same place and in the same order belong together.
                order = 1 - abs(n / len(new) - o / len(old))
                scores[n, o] = alike + 0.1 * here + 0.01 * order
    return dict(best_pairs(scores))


def _least(new: Sequence[str], old: Sequence[str], *, here: bool, anchored: bool) -> float:
    if here and set(new) >= set(old):
        return GREW
    if here and set(new) <= set(old):
        return CUT if list(new) == list(old[: len(new)]) else SHRANK
    return SAME_PLACE if here and anchored else ELSEWHERE


def _places(count: int, anchors: Mapping[int, int]) -> dict[int, tuple[int, int]]:
    """Give for each index the anchors nearest before and behind it (-1: none); `anchors` names the ones that are."""
    before = list(accumulate(range(count), lambda last, at: anchors.get(at, last), initial=-1))
    after = list(accumulate(reversed(range(count)), lambda last, at: anchors.get(at, last), initial=-1))[::-1]
    return {at: (before[at], after[at + 1]) for at in range(count)}
