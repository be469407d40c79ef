"""The sentences that prose rules look at: those of paragraphs and items, outside of what is no card material."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from cardwright.core.document import Paragraph
from cardwright.core.record import dataclass
from cardwright.rules.reading import Reading, Sentence
from cardwright.rules.spots import Spot


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its place. `position` counts the sentences of its section's own paragraphs from 0."""

    sentence: Sentence
    spot: Spot
    position: int


_KNOWN: WeakKeyDictionary[Reading, tuple[Passage, ...]] = WeakKeyDictionary()


def passages(reading: Reading) -> tuple[Passage, ...]:
    """Give the sentences of the article in order; worked out once for each reading."""
    known = _KNOWN.get(reading)
    if known is None:
        known = _KNOWN[reading] = tuple(_passages(reading))
    return known


def _passages(reading: Reading) -> Iterator[Passage]:
    section, position = -1, 0
    for spot in reading.spots:
        if spot.section != section:
            section, position = spot.section, 0
        if not isinstance(spot.block, Paragraph) or reading.headings[spot.section].meta:
            continue
        for sentence in reading.sentences(spot.block.text):
            yield Passage(sentence, spot, position)
            if spot.inside is None:
                position += 1
