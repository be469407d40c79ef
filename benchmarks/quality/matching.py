"""Which notes are right: answers and questions held against labels, as README.md describes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import LCSseq

from cardwright.identity.assignment import best_pairs

AGREES = 0.5
"""Least agreement of an answer. Of some 25,000 pairs of labelled answers from different passages of an article 93
reach it, most of which do say the same ("increases it"); at 0.4 it is twice as many."""
LIST_AGREES = 0.6
"""Least agreement of a list: of five items two may be split or lost. Of 235 pairs of labelled lists from different
passages of an article one reaches it, the types of accounts and those that a credit increases."""
NEARLY_ALL = 0.9
"""Share of an answer's words that stands for all of them: typing errors and word forms cost a word here and there."""
BETTER = 0.1
"""By how much another passage must agree better for the answer to be that passage's."""

FUNCTION_WORDS = frozenset(
    # English
    "a an the of to in on for and or is are was were be been as at by with from that this these those it its which who "
    "what how why when where do does did can your you they their there s t "
    # German
    "der die das den dem des ein eine einer einem einen eines und oder ist sind war zu zum zur im am von vom mit für "
    "auf was wie wer welche welches man es sich heißt versteht unter "
    # French
    "le la les l un une du de d et ou est sont au aux en dans que qu qui quel quelle quels quelles ce c se "
    # Spanish
    "el los las una unos unas del al y o es son por para qué cuál cuáles cómo lo su sus".split()
)
WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Give the content words, lower case, English plurals folded; all words where there are no others."""
    every = WORD.findall(text.lower())
    return [_singular(word) for word in every if word not in FUNCTION_WORDS] or every


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2:] not in ("ss", "us", "is") else word


def agreement(label: Sequence[str], answer: Sequence[str]) -> float:
    """Tell from 0 to 1 how far two answers, as words, say the same; README.md names the three ways."""
    if not label or not answer:
        return 0.0
    common = LCSseq.similarity(label, answer)
    kept, pure = common / len(label), common / len(answer)
    score = 2 * common / (len(label) + len(answer))
    if kept >= NEARLY_ALL and len(answer) <= 3 * len(label) + 4:
        score = max(score, 0.75)
    if pure >= NEARLY_ALL and len(answer) >= max(3, len(label) / 4):
        score = max(score, 0.7)
    return score


def list_agreement(label: Sequence[str], note: Sequence[str]) -> float:
    """Tell from 0 to 1 how many items two lists share, each item taken once."""
    wanted, left = [words(item) for item in label], [words(item) for item in note]
    found = 0
    for item in wanted:
        best = max(left, key=lambda other: agreement(item, other), default=[])
        if agreement(item, best) >= AGREES:
            found += 1
            left.remove(best)
    return 2 * found / (len(label) + len(note))


@dataclass(frozen=True, slots=True)
class Asked:
    """A note as a learner meets it, in the words of `cardwright cards --format jsonl`; lines 1-based, inclusive."""

    kind: str
    rule: str
    question: str
    answer: str
    items: tuple[str, ...]
    about: frozenset[str]
    lines: tuple[int, int]

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Asked:
        """Read one line of JSON."""
        items = tuple(item["text"] for item in record["items"])
        about = frozenset(words(f"{record['question']} {record['term'] or ''}"))
        first, last = record["lines"]
        answer = record["answer"] or " ".join(items)
        return cls(record["kind"], record["rule"], record["question"], answer, items, about, (first, last))


def answers(fact: Mapping[str, Any], note: Asked) -> float:
    """Tell from 0 to 1 how well the note's answer is the label's; below the least agreement it is 0."""
    if fact["kind"] == "list" and len(note.items) > 1:
        score, least = list_agreement(fact["items"], note.items), LIST_AGREES
    else:
        wanted = " ".join(fact["items"]) if fact["kind"] == "list" else fact["answer"]
        score, least = agreement(words(wanted), words(note.answer)), AGREES
    return score if score >= least else 0.0


def is_about(fact: Mapping[str, Any], note: Asked, *, least: float) -> bool:
    """Tell whether the question holds that share of the words of one of the label's names."""
    names = [set(words(name)) for name in (fact["subject"], *fact["aliases"])]
    return any(len(name & note.about) >= least * len(name) for name in names if name)


def share_lines(one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether two inclusive line ranges overlap."""
    return one[0] <= other[1] and other[0] <= one[1]


def fits(facts: Sequence[Mapping[str, Any]], note: Asked) -> dict[int, float]:
    """Give the labels that a note fits, with a weight each: its agreement, more on the same lines and for a must.

    An answer that agrees better with another passage is that passage's answer, whatever the question says: "the right
    side of a boat" is no answer to what port is, though most of its words are.
    """
    scores = [answers(fact, note) for fact in facts]
    top = max(scores, default=0.0)
    best = [fact["lines"] for fact, score in zip(facts, scores, strict=True) if score > top - BETTER]
    weights = {}
    for at, (fact, score) in enumerate(zip(facts, scores, strict=True)):
        near = share_lines(fact["lines"], note.lines)
        if not score or not any(share_lines(fact["lines"], lines) for lines in best):
            continue
        if is_about(fact, note, least=0.5 if near and score >= 0.7 else 0.75):  # the two shares of README.md
            weights[at] = score + 0.2 * near + 0.4 * (fact["need"] == "must")
    return weights


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the notes of one article: numbers of notes and of labels, from 0."""

    right: Mapping[int, int]
    again: tuple[int, ...]
    wrong: tuple[int, ...]
    missed: tuple[int, ...]


def judge(facts: Sequence[Mapping[str, Any]], notes: Sequence[Asked]) -> Verdict:
    """Give each note at most one label and each label at most one note, as many and as well as can be."""
    fitting = [fits(facts, note) for note in notes]
    right = dict(best_pairs({(n, fact): weight for n, row in enumerate(fitting) for fact, weight in row.items()}))
    taken = set(right.values())
    said = {facts[at]["subject"].lower() for at in taken if facts[at]["kind"] == "definition"}
    return Verdict(
        right,
        again=tuple(n for n in range(len(notes)) if fitting[n] and n not in right),
        wrong=tuple(n for n in range(len(notes)) if not fitting[n]),
        missed=tuple(
            at
            for at, fact in enumerate(facts)
            if fact["need"] == "must"
            and at not in taken
            and not (fact["kind"] == "definition" and fact["subject"].lower() in said)
        ),
    )
