"""Reads the cases of a rule: small articles, each with the notes that it gives.

A file `cases/NAME.md` holds the cases of the rule NAME. A case is a heading, an article in a fence, and the notes that
the rule makes of it, one a line:

    ## one wording of the case

    ```markdown
    # Sailing
    - **Ballast** - weight carried low to steady a ship
    ```

    - What is ballast? => Weight carried low to steady a ship
    - What are the parts of a sail? => - Head / - Foot

A list's answer is `- item / - item`. What a question takes in front where it does not stand alone ("Ships: what is
ballast?") is left off: it is no work of a rule. A case titled "not taken: ..." has no notes; notes of
other rules do not count. An article may open with front matter; `lang: de` says its language.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from cardwright.core.document import Article, shown
from cardwright.core.note import Note
from cardwright.source.front_matter import split
from cardwright.source.parse import parse

CASES = Path(__file__).parent / "cases"

_CASE = re.compile(
    r"^## (?P<title>.+)\n\n(?P<fence>`{3,})markdown\n(?P<article>.*?\n)(?P=fence)\n(?P<notes>.*)\Z", re.DOTALL
)
_FIELD = re.compile(r"^[^?“]{1,60}?: (?=(?:what|which|how|when|why|who|where|in)\b)")
_NOTE = re.compile(r"^- (?P<question>.+?) => (?P<answer>.+)$")


@dataclass(frozen=True, slots=True)
class Case:
    """One case: the rule, the case's title, its article and the (question, answer) pairs that the rule makes of it."""

    rule: str
    title: str
    article: str
    notes: tuple[tuple[str, str], ...]

    @property
    def taken(self) -> bool:
        """Whether the rule finds anything."""
        return not self.title.startswith("not taken: ")


def cases_of(path: Path) -> list[Case]:
    """Read one file of cases; a case that is not written as the format says is an AssertionError."""
    pieces = re.split(r"^(?=## .+\n\n`{3,}markdown\n)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [_case(path.stem, piece) for piece in pieces[1:]]


def article_of(text: str, *, path: str = "case.md") -> Article:
    """Read an article from its text, in English where its front matter names no other language."""
    front = split(text, path=path)
    sections = parse(front.body, path=path, first_line=front.first_line)
    title = str(front.meta.get("title", "")) or next((shown(s.title) for s in sections if s.level == 1), "")
    return Article(path, Path(path).stem, title, sections, language=str(front.meta.get("lang", "en")))


def asked(note: Note) -> tuple[str, str]:
    """Give a note as a case writes it: its question and its answer, or its items as `- item / - item`."""
    items = " / ".join(f"- {item.plain}" for item in note.items)
    question = _FIELD.sub("", shown(note.question))
    return question[:1].upper() + question[1:], items or " ".join(note.answer.split())


def _case(rule: str, piece: str) -> Case:
    found = _CASE.match(piece)
    assert found, f"{rule}: not a heading, a fenced article and its notes:\n{piece}"
    lines = [line for line in found["notes"].splitlines() if line.strip()]
    notes = [_NOTE.match(line) for line in lines]
    assert all(notes), f"{rule}: not `- question => answer`:\n{found['notes']}"
    pairs = tuple((note["question"], note["answer"]) for note in notes if note)
    case = Case(rule, found["title"], found["article"], pairs)
    assert case.taken == bool(pairs), f"{rule}: {case.title!r} has to say what it gives, or that it is not taken"
    return case
