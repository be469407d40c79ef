"""What every exporter is: a pure function from a deck to bytes."""

from __future__ import annotations

from typing import Protocol

from cardwright.core.deck import Deck
from cardwright.core.problem import Problem
from cardwright.core.record import dataclass


@dataclass(frozen=True, slots=True)
class Rendered:
    """The bytes of one file, and what could not be shown in it."""

    data: bytes
    problems: tuple[Problem, ...] = ()


class Exporter(Protocol):
    """Renders a deck in one format. The same deck gives the same bytes; nothing is read from the disk or the clock."""

    suffix: str
    """What is appended to the deck's slug: ".apkg", "-cards.pdf"."""

    def render(self, deck: Deck) -> Rendered:
        """Give the file's bytes. Raises ExportError where the deck cannot be written at all."""
        ...
