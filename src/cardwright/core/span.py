"""Where something stands in a source file."""

from __future__ import annotations

from cardwright.core.record import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of lines: 1-based, inclusive, in the raw file, front matter included."""

    path: str
    line: int
    end_line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"

    def through(self, other: Span) -> Span:
        """Give the smallest span of this file that holds both."""
        return Span(self.path, min(self.line, other.line), max(self.end_line, other.end_line))
