"""Notes for the gate: written as Markdown, one answer or the items of a list."""

from dataclasses import replace

from cardwright.core.document import Block, Paragraph, Text
from cardwright.core.note import Answer, Note, NoteItem
from cardwright.core.span import Span
from cardwright.source.parse import parse

PATH = "gate.md"
WHERE = Span(PATH, 1, 1)


def blocks(markdown: str) -> tuple[Block, ...]:
    """Give the blocks of some Markdown without headings."""
    sections = parse(markdown, path=PATH, first_line=1)
    return sections[0].blocks if sections else ()


def text(markdown: str) -> Text:
    """Give the runs of one line of Markdown."""
    found = blocks(markdown)
    assert len(found) <= 1
    return found[0].text if found and isinstance(found[0], Paragraph) else Text()


def raw(plain: str) -> Text:
    """Give a text as it stands, whatever Markdown would make of it."""
    return Text.of(plain, line=1)


def note(question: str, *answers: str, term: str = "ballast", language: str = "en", confidence: float = 0.9) -> Note:
    """Make a definition with one answer or several, each of them Markdown."""
    return Note(
        kind="definition",
        rule="definition-sentence",
        article="gate",
        question=text(question),
        span=WHERE,
        term=text(term),
        answers=tuple(Answer(blocks(answer), WHERE) for answer in answers),
        language=language,
        confidence=confidence,
    )


def listed(question: str, *items: str) -> Note:
    """Make a list whose items are Markdown."""
    made = tuple(NoteItem(text(item), WHERE) for item in items)
    return replace(note(question), kind="list", rule="lead-list", term=None, items=made)
