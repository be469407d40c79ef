"""The exceptions of cardwright, one tree.

    CardwrightError            any failure that has a name; its text is `place: what is wrong. How to mend it.`
    ├── SourceError            an article, a picture or a setting cannot be read
    ├── LedgerError            the ledger cannot be read, or is not ours to read
    ├── ExportError            a deck cannot be written in a format
    └── OutputError            the output folder cannot be written, or another build is writing it

What does not stop a build is no exception but a `Problem`, collected and told at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cardwright.core.problem import Problem


class CardwrightError(Exception):
    """A failure that has a name; carries the `Problem` that tells it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class SourceError(CardwrightError):
    """An article, a picture or a setting cannot be read."""


class LedgerError(CardwrightError):
    """The ledger cannot be read, or is not ours to read."""


class ExportError(CardwrightError):
    """A deck cannot be written in a format."""


class OutputError(CardwrightError):
    """The output folder cannot be written, or another build is writing it."""
