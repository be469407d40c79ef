"""What every rule is, and the few things that all of them do to words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

from cardwright.core.document import (
    Block,
    CodeBlock,
    Figure,
    ItemList,
    MathBlock,
    Paragraph,
    Quote,
    Table,
    Text,
)
from cardwright.core.fact import Fact, Found
from cardwright.core.span import Span
from cardwright.rules.reading import Reading, Sentence
from cardwright.text.capital import capitalised
from cardwright.text.regex import lazy_regex, starting

BRIEF_WORDS = 30
"""Up to this many words an answer is good (Wozniak's minimum information principle; test Q01)."""


Reads = Literal["", "en", "not en"]
"""Any language, English alone, any language but English."""


class Rule(Protocol):
    """Reads facts out of an article. `name` is the rule's name; its module's first line says what it reads."""

    name: str
    reads: Reads
    """The languages of the articles that it reads; an article of unknown language is taken for English."""
    confidence: float
    """Measured precision, 0 to 1, of what the rule finds on the labelled articles."""

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the facts in article order. In doubt give nothing."""
        ...


def found(
    rule: str,
    reading: Reading,
    section: int,
    pieces: Sequence[Text | Span],
    *,
    evidence: str,
    confidence: float,
    claims: tuple[str, ...],
) -> Found:
    """Say where a fact comes from: the span that holds all the pieces."""
    path = reading.article.path
    spans = [piece.span(path) if isinstance(piece, Text) else piece for piece in pieces]
    spans = [span for span in spans if span.line]
    whole = spans[0]
    for span in spans[1:]:
        whole = whole.through(span)
    return Found(rule, whole, evidence, confidence, section, claims)


def paragraph(text: Text, path: str) -> Paragraph:
    """Make a paragraph of a piece of text."""
    return Paragraph(text, text.span(path))


def brief(reading: Reading, text: Text) -> Text:
    """Cut a text to the sentences that an answer can hold: one, or two where both are short."""
    parts = reading.sentences(text)
    if not parts:
        return text
    size, last = 0, parts[0]
    for number, part in enumerate(parts[:2]):
        size += word_count(part.plain)
        if number and (size > BRIEF_WORDS + 10 or _turns_away(part)):
            break
        last = part
    end = text.plain.find(last.text.plain, sum(len(p.text.plain) for p in parts[: last.number]))
    return text.slice(0, end + len(last.text.plain)).strip() if end >= 0 else parts[0].text


def _turns_away(part: Sentence) -> bool:
    return bool(_TURNS_AWAY.match(part.plain.lower())) or part.plain.rstrip().endswith((":", "?"))


_TURNS_AWAY = lazy_regex(
    r"(?:for (?:example|instance|more)|e\.g|see|note|if you|you can|we|i |let|in this|as (?:an example|shown)|"
    r"read|check|learn|to get started|to learn|refer to|visit|follow|click|however|"
    r"but|please|here|below|unfortunately|today|currently|also)\b",
    when=starting(
        *("for ", "e.g", "see", "note", "if you", "you can", "we", "i ", "let", "in this", "as ", "read", "check"),
        *("learn", "to ", "refer to", "visit", "follow", "click", "however", "but", "please", "here", "below"),
        *("unfortunately", "today", "currently", "also"),
    ),
)


def answer_blocks(reading: Reading, body: Text, rest: Sequence[Block] = ()) -> tuple[Block, ...]:
    """Give the answer that a label's body makes: its first sentences, with short code or a picture below it."""
    path = reading.article.path
    out: list[Block] = []
    if body.plain.strip():
        out.append(paragraph(capitalised(brief(reading, body)), path))
    for block in rest[:1]:
        if not out and isinstance(block, Paragraph):
            out.append(paragraph(capitalised(brief(reading, block.text)), path))
        elif not out and isinstance(block, (ItemList, Table, Quote, CodeBlock, MathBlock, Figure)):
            out.append(block)
    return tuple(out)


def word_count(text: str) -> int:
    """Count the words of a text; a Chinese or Japanese character counts as half a word."""
    wide = 0 if text.isascii() or max(text) < _FIRST_WIDE else len(_WIDE.findall(text))
    return len(text.split()) + wide // 2


_WIDE = lazy_regex(r"[\u3040-\u30ff\u3400-\u9fff]")
_FIRST_WIDE = "\u3040"
