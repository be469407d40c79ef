"""What is wrong with an article or a card, and how to mend it."""

from __future__ import annotations

from typing import Literal

from cardwright.core.record import dataclass
from cardwright.core.span import Span

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; `str()` gives the line that a user reads.

    `code` is a stable, lower-case, hyphenated name ("broken-front-matter").
    `message` says what is wrong and `fix` how to mend it; both are sentences without their full stop.
    """

    span: Span
    code: str
    message: str
    fix: str
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{self.span.path}:{self.span.line}" if self.span.line else self.span.path
        return f"{place}: {self.message}. {self.fix}."
