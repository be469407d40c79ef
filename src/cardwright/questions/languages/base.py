"""What a table of a language's question templates holds."""

from __future__ import annotations

from collections.abc import Callable

from cardwright.core.record import dataclass


def as_it_is(before: str, term: str) -> tuple[str, str]:
    """Change nothing between a template and the term that it meets."""
    del term
    return before, ""


@dataclass(frozen=True, slots=True)
class Templates:
    """The questions of one language; `{}` stands for a term with its article, or a label.

    `be` and `are` ask what a thing is and what things are, `mean` what a label or a word means, `stands_for` for the
    long form of an acronym, `understand`, `called`, `serve` and `when` for what a sentence of that kind says ("Unter X
    versteht man ...", "Als X bezeichnet man ...", "X dient ...", "... nennt man X"). "" where the language has none.
    `under` stands between what a passage is about and a label, which keeps the author's own words.
    `reverse` is the prompt of the card that shows a definition and asks for its term.
    `join` mends the seam before a term: from the words before it and the term to the words before it and what stands
    between the two ("que" and "un stop" to "qu'").
    """

    be: str = ""
    are: str = ""
    mean: str = ""
    under: str = ": "
    stands_for: str = ""
    understand: str = ""
    called: str = ""
    serve: str = ""
    when: str = ""
    reverse: str = ""
    join: Callable[[str, str], tuple[str, str]] = as_it_is

    def of(self, verb: str) -> str:
        """Give the template for the verb of a definition, "" where there is none."""
        by_verb = {
            "be": self.be,
            "are": self.are,
            "mean": self.mean,
            "label": self.mean,
            "understand": self.understand,
            "called": self.called,
            "serve": self.serve,
            "when": self.when,
        }
        return by_verb.get(verb, "")
