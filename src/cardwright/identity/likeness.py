"""How alike two notes are: in what they ask, in what they say, and in where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log

from cardwright.core.record import dataclass, field
from cardwright.identity.sketch import Sketch
from cardwright.identity.words import running_words, words_of

ABOUT, SAYS, STANDS = 0.35, 0.45, 0.2
"""Shares of the likeness: question and subject, answer, place. The answer weighs most, as it is longest; place alone
never suffices. Calibrated together with the thresholds of `match`."""

ASKED, LISTED = 0.2, 0.6
"""The same for lists, question and items: a list is known by its items, its question changes with every heading and
lead-in above it."""

CROSSED = 0.3
"""What counts against a pair, in place of a likeness of subjects, where the old subject is still there in another note
or the new one was there before: then an equal answer is a slip or a move of text, and no new title."""

FLOOR = 0.36
"""Least share of running words (0 to 1) that a note keeps from build to build. Below it nobody would call it the same
note, whatever else speaks for it: a GUID must never pass to other content. Calibrated as `match.SAME_NOTE`: at 0.3 the
first GUID is stolen, at 0.5 the first two are lost."""

SUBJECT = 0.2
"""Least weighted share of words (0 to 1) of a subject that goes on. Below it the answer must be as good as the same."""

SAME_WORDS = 0.75
"""Weighted share of words (0 to 1) from which on an answer is as good as the same: a note that got a new title, a list
that was only reordered."""

_MISSPELT = 0.9
"""Likeness of a text to itself with misspelt words."""

_TYPO = 0.8
"""Least likeness by characters of a word to the same word misspelt: two letters swapped in a word of ten."""

_LONG_ENOUGH = 6
"""Characters; shorter words that differ by a letter are other words (HTTP, HTTPS)."""


def in_order(left: Sequence[str], right: Sequence[str]) -> float:
    """Give the share of words that two texts have in common, in order (0 to 1); misspelt words count nearly fully."""
    from rapidfuzz.distance import OSA, Indel  # noqa: PLC0415 - 20 ms, and most builds change nothing

    share = Indel.normalized_similarity(left, right)
    if share < _MISSPELT and "".join(left) == "".join(right):
        return _MISSPELT  # back-end, backend
    if len(left) == len(right) and share < 1:
        pairs = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
        if all(_may_be_misspelt(a, b) and OSA.normalized_similarity(a, b) >= _TYPO for a, b in pairs):
            return max(share, _MISSPELT)
    return share


def _may_be_misspelt(left: str, right: str) -> bool:
    """Tell whether one word may be the other misspelt: short ones and those with other digits are other words."""
    digits = [[c for c in word if c.isdigit()] for word in (left, right)]
    return min(len(left), len(right)) >= _LONG_ENOUGH and digits[0] == digits[1]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sketch, by what they are for."""

    subject: tuple[str, ...]
    question: tuple[str, ...]
    body: tuple[str, ...]
    section: tuple[str, ...]

    all: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "all", frozenset((*self.subject, *self.question, *self.body)))


def words_in(sketch: Sketch) -> Words:
    """Split a sketch into words."""
    return Words(
        subject=words_of(sketch.subject),
        question=words_of(sketch.question),
        body=words_of("\n".join((*sketch.answers, *sketch.items))),
        section=words_of(" ".join(sketch.section)),
    )


class Weights:
    """What a word tells: the rarer it is in all the notes, the more (as inverse document frequency does)."""

    def __init__(self, notes: Iterable[Words]) -> None:
        self._seen: Counter[str] = Counter()
        count = 0
        for note in notes:
            count += 1
            self._seen.update(note.all)
        self._alone = log(1 + count)
        self._weights = {word: log(1 + count / seen) for word, seen in self._seen.items()}

    def __call__(self, word: str) -> float:
        """Give the word's weight: 0.7 for one that is everywhere, more for rarer ones."""
        return self._weights.get(word, self._alone)

    def frequency(self, word: str) -> int:
        """Tell in how many notes a word stands."""
        return self._seen[word]

    def common(self, left: Sequence[str], right: Sequence[str]) -> float:
        """Give the weighted share of words that two texts have in common, in any order (0 to 1)."""
        a, b = Counter(left), Counter(right)
        total = sum(self(word) * count for word, count in (a + b).items())
        return 2 * sum(self(word) * count for word, count in (a & b).items()) / total if total else 0.0


def likeness(
    old: Sketch, new: Sketch, words: tuple[Words, Words], *, weights: Weights, place: float, crossed: bool
) -> float:
    """Give how alike two notes are (0 to 1), 0 for other content.

    `place` (0 to 1) is how alike they stand; `crossed` says that the subject of one goes on in another note.
    """
    before, after = words
    subject = _same_subject(before, after, weights)
    says = weights.common(before.body, after.body)
    renamed = subject < SUBJECT and not new.items  # a list is known by its items
    if says < SAME_WORDS and (renamed or running(old, new) < FLOOR):
        return 0.0
    about = -CROSSED if crossed else max(subject, weights.common(before.question, after.question))
    if new.items:
        return ASKED * about + LISTED * says + STANDS * place
    says = (says + in_order(before.body, after.body)) / 2
    return ABOUT * about + SAYS * says + STANDS * place


def _same_subject(before: Words, after: Words, weights: Weights) -> float:
    common = weights.common(before.subject, after.subject)
    spelt = in_order(before.subject, after.subject) if common < _MISSPELT else 0.0
    return spelt if spelt >= _MISSPELT else common


@lru_cache(maxsize=2048)
def running(old: Sketch, new: Sketch) -> float:
    """Give the share of running words (0 to 1), as written, that two notes have in common."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - most builds compare no texts

    return SequenceMatcher(None, running_words(_text(old)), running_words(_text(new)), autojunk=False).ratio()


def _text(sketch: Sketch) -> str:
    return " ".join((sketch.question, *sketch.answers, *sketch.items))


def section_likeness(old: Words, new: Words, weights: Weights) -> float:
    """Give how alike two heading trails are (0 to 1); two that are empty are alike."""
    return weights.common(old.section, new.section) if old.section or new.section else 1.0
