"""Which old note each new note is: exactly the same first, then by likeness over the whole build."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from cardwright.core.record import dataclass, field
from cardwright.identity.assignment import Pair, best_pairs
from cardwright.identity.candidates import Places, candidates, places_of
from cardwright.identity.likeness import Weights, likeness, section_likeness, words_in
from cardwright.identity.sketch import Sketch

SURE = 0.75
"""Least likeness of a pair that is settled first and then serves as a landmark for the notes around it: the same answer
in its place under a new question, or the same question with half of a new answer."""

SAME_NOTE = 0.5
"""Least likeness (0 to 1) of an old note to the new one that goes on from it.

Calibrated on real edit histories, every version and only each third, eighth and fifteenth of them, on thirteen known
edits of sixty articles, one to four at once, and on articles replaced by others under the same name, where every GUID
that lives on is stolen. Between 0.4 and 0.55 the same notes are kept and none is stolen; at 0.6 the first is lost."""

SAME_QUESTION = 0.05
"""By how much less will do where the question is the very same: two cards with one front, one of them retired, would
be the worst outcome for a learner."""

SAME_AS_RETIRED = 0.7
"""The same for a note that was retired: its place is gone, and nobody waits for it, so the words must tell."""

CLOSE = 0.03
"""Two pairs nearer to each other than this in likeness are too close to call: order decides, and it is told."""

_ORDER = 0.01
"""What keeping its order is worth to a pair: less than any word, more than nothing."""


@dataclass(frozen=True, slots=True)
class Matches:
    """New index to old index, no side twice; `doubts` gives for a new index the old one that was as likely."""

    found: Mapping[int, int]
    doubts: Mapping[int, int] = field(default_factory=dict)


def match(old: Sequence[Sketch], new: Sequence[Sketch]) -> Matches:
    """Pair new notes with old ones. Both stand articles together, in article order."""
    live = [at for at, sketch in enumerate(old) if not sketch.retired]
    gone = [at for at, sketch in enumerate(old) if sketch.retired]
    found: dict[int, int] = {}
    for pool in (live, gone):
        for key in (Sketch.in_section, Sketch.in_article, Sketch.anywhere):
            found |= _same(old, new, pool, found, key)
    if len(found) == len(new) or len(set(found.values())) == len(old):
        return Matches(found)
    doubts: dict[int, int] = {}
    words = _Words(old, new)
    for pool, least in ((live, SURE), (live, SAME_NOTE), (gone, SAME_AS_RETIRED)):
        pairs, unsure = _alike(words, pool, found, least)
        found |= pairs
        doubts |= unsure
    return Matches(found, doubts)


def _same(
    old: Sequence[Sketch],
    new: Sequence[Sketch],
    pool: Iterable[int],
    found: Mapping[int, int],
    key: Callable[[Sketch], Hashable],
) -> dict[int, int]:
    taken = set(found.values())
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for at in reversed([at for at in pool if at not in taken]):
        waiting[key(old[at])].append(at)
    pairs = {}
    for at, sketch in enumerate(new):
        if waiting and at not in found and (same := waiting.get(key(sketch))):
            pairs[at] = same.pop()
    return pairs


class _Words:
    """Both sides with their words."""

    def __init__(self, old: Sequence[Sketch], new: Sequence[Sketch]) -> None:
        self.old, self.new = old, new
        self.old_words = [words_in(sketch) for sketch in old]
        self.new_words = [words_in(sketch) for sketch in new]
        self.weights = Weights([*self.old_words, *self.new_words])

        self._old_subjects = {(note.article, words.subject) for note, words in zip(old, self.old_words, strict=True)}
        self._new_subjects = {(note.article, words.subject) for note, words in zip(new, self.new_words, strict=True)}

    def goes_on(self, pair: Pair, old_article: str) -> bool:
        """Tell whether one's subject stands on the other side too; `old_article`: where the new one comes from."""
        old, new = pair
        return (self.new[new].article, self.old_words[old].subject) in self._new_subjects or (
            old_article,
            self.new_words[new].subject,
        ) in self._old_subjects

    def same_question(self, pair: Pair) -> bool:
        return self.old_words[pair[0]].question == self.new_words[pair[1]].question


def _alike(
    words: _Words, pool: Sequence[int], found: Mapping[int, int], least: float
) -> tuple[dict[int, int], dict[int, int]]:
    taken = set(found.values())
    left = {at: words.old_words[at] for at in pool if at not in taken}
    right = {at: words.new_words[at] for at in range(len(words.new)) if at not in found}
    if not left or not right:
        return {}, {}
    home = _homes(words, found)
    old_places = places_of(words.old, pool, {at: at for at in taken}, {})
    new_places = places_of(words.new, range(len(words.new)), found, home)
    pairs = candidates(left, right, weights=words.weights, old_places=old_places, new_places=new_places)
    scores = {}
    for pair in sorted(pairs):
        score = _score(words, pair, home, old_places, new_places)
        if score >= least - SAME_QUESTION * words.same_question(pair):
            scores[pair] = score
    chosen = best_pairs({pair: score + _ORDER * _order(pair, old_places, new_places) for pair, score in scores.items()})
    return {new: old for old, new in chosen}, _doubts(scores, chosen)


def _score(words: _Words, pair: Pair, home: Mapping[str, str], old_places: Places, new_places: Places) -> float:
    old, new = words.old[pair[0]], words.new[pair[1]]
    if not old.may_become(new):
        return 0.0
    both = words.old_words[pair[0]], words.new_words[pair[1]]
    near = (old_places.before[pair[0]] == new_places.before[pair[1]]) + (
        old_places.after[pair[0]] == new_places.after[pair[1]]
    )
    article = old.article == home.get(new.article, new.article)
    place = 0.35 * article + 0.25 * section_likeness(*both, words.weights) + 0.2 * near
    crossed = both[0].subject != both[1].subject and words.goes_on(pair, home.get(new.article, new.article))
    return likeness(old, new, both, weights=words.weights, place=place, crossed=crossed)


def _order(pair: Pair, old_places: Places, new_places: Places) -> float:
    """Give how well a pair keeps its place between its neighbours (0 to 1)."""
    if old_places.gap(pair[0]) != new_places.gap(pair[1]):
        return 0.0
    return 1 / (1 + abs(old_places.step[pair[0]] - new_places.step[pair[1]]))


def _homes(words: _Words, found: Mapping[int, int]) -> dict[str, str]:
    """Give for each new article the old one that most of its notes come from: articles are renamed and split."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for new, old in found.items():
        votes[words.new[new].article][words.old[old].article] += 1
    return {article: min(count, key=lambda old: (-count[old], old)) for article, count in votes.items()}


def _doubts(scores: Mapping[Pair, float], chosen: Sequence[Pair]) -> dict[int, int]:
    """Name for each new note the old one that was as likely as the one chosen."""
    by_new: dict[int, list[Pair]] = defaultdict(list)
    for pair in scores:
        by_new[pair[1]].append(pair)
    doubts = {}
    for pair in chosen:
        rivals = [p for p in by_new[pair[1]] if p != pair and scores[pair] - scores[p] < CLOSE]
        if rivals:
            doubts[pair[1]] = max(rivals, key=lambda p: (scores[p], -p[0]))[0]
    return doubts
