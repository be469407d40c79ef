"""Which pairs of notes are worth comparing: those that share rare words, a subject, or a place between neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from cardwright.core.record import dataclass
from cardwright.identity.likeness import Weights, Words
from cardwright.identity.sketch import Sketch

_RAREST = 24
"""Words of a note that are looked up: the rest of a long answer adds time and finds nobody new."""

_POSTINGS = 40
"""Notes that a word may lead to; a word in more of them tells little. With `_RAREST` and `_KEPT` it bounds the work a
note, so that the cost grows with the number of notes."""

_KEPT = 8
"""Candidates a note, best first: the right one was among the first three in every edit of the benchmarks."""

_SAME_GAP = 4
"""How far apart, in notes, two may stand between the same neighbours to be compared for that alone."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Places:
    """Where notes stand among those that are identified: the nearest before and behind, by old index."""

    before: Mapping[int, Hashable]
    after: Mapping[int, Hashable]
    step: Mapping[int, int]
    """How many notes behind the one before it."""

    def gap(self, at: int) -> Hashable:
        """Give what names the gap that a note stands in."""
        return self.before[at], self.after[at]


def places_of(
    notes: Sequence[Sketch], order: Sequence[int], anchors: Mapping[int, int], home: Mapping[str, str]
) -> Places:
    """Place notes (`order`: their indexes, articles together, in article order) between the identified ones.

    `anchors` gives the old index of an identified note; `home` the old article that a new one goes on from.
    """
    before: dict[int, Hashable] = {}
    after: dict[int, Hashable] = {}
    step: dict[int, int] = {}
    for direction, nearest in ((1, before), (-1, after)):
        last: Hashable = None
        article, count = None, 0
        for at in order[::direction]:
            if notes[at].article != article:
                article = notes[at].article
                last, count = ("edge", home.get(article, article)), 0
            count += 1
            nearest[at] = last
            if direction == 1:
                step[at] = count
            if at in anchors:
                last, count = anchors[at], 0
    return Places(before, after, step)


def candidates(
    old: Mapping[int, Words], new: Mapping[int, Words], *, weights: Weights, old_places: Places, new_places: Places
) -> set[Pair]:
    """Give the pairs (old, new) to compare; at most a fixed number for each note."""
    return _by_words(old, new, weights) | _by_subject(old, new) | _by_place(old, new, old_places, new_places)


def _by_words(old: Mapping[int, Words], new: Mapping[int, Words], weights: Weights) -> set[Pair]:
    posted: dict[str, list[int]] = defaultdict(list)
    for at, words in old.items():
        for word in words.all:
            posted[word].append(at)
    pairs = set()
    for at, words in new.items():
        met: dict[int, float] = defaultdict(float)
        for word in _rarest(words, weights):
            if len(posted.get(word, ())) <= _POSTINGS:
                for other in posted.get(word, ()):
                    met[other] += weights(word)
        best = sorted(met.items(), key=lambda entry: (-entry[1], entry[0]))[:_KEPT]
        pairs |= {(other, at) for other, _ in best}
    return pairs


def _rarest(words: Words, weights: Weights) -> list[str]:
    return sorted(words.all, key=lambda word: (weights.frequency(word), word))[:_RAREST]


def _by_subject(old: Mapping[int, Words], new: Mapping[int, Words]) -> set[Pair]:
    known: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, words in old.items():
        known[words.subject].append(at)
    return {
        (other, at)
        for at, words in new.items()
        if len(known.get(words.subject, ())) <= _KEPT
        for other in known.get(words.subject, ())
    }


def _by_place(old: Mapping[int, Words], new: Mapping[int, Words], old_places: Places, new_places: Places) -> set[Pair]:
    known = {(old_places.before[at], old_places.step[at]): at for at in old}
    around = range(-_SAME_GAP, _SAME_GAP + 1)
    return {
        (known[spot], at)
        for at in new
        for spot in ((new_places.before[at], new_places.step[at] + off) for off in around)
        if spot in known
    }
