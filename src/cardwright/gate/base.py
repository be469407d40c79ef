"""What a check of the gate is: a note in, the note or what is wrong with it out."""

from __future__ import annotations

from typing import Protocol

from cardwright.core.note import Note
from cardwright.core.record import dataclass


@dataclass(frozen=True, slots=True)
class Rejected:
    """A note that the gate turned down: `fault` is the check's name, `reason` a sentence without its full stop."""

    note: Note
    fault: str
    reason: str


class Check(Protocol):
    """Looks for one fault. `name` is the fault's name; its module's first line says what the fault is."""

    name: str

    def mend(self, note: Note) -> Note | str:
        """Give the note, mended where it could be, or the reason why it cannot be kept."""
        ...
