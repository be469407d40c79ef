"""What holds for every article: it compiles, its notes stand on their lines, text behind them changes nothing."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any

from cases_of import CASES, article_of, asked, cases_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardwright.core.document import Inline, shown
from cardwright.core.note import Note, cards_of
from cardwright.extraction import extract
from cardwright.rules import find

PATH = "case.md"

_TARGET = re.compile(r"\]\([^()\s]*\)|\[\^\w+\]")

ARTICLES = [case.article for path in sorted(CASES.glob("*.md")) for case in cases_of(path)]
"""All articles of the cases: real Markdown in which every rule finds something."""

_PIECES = [
    "# Boats",
    "## What is a keel?",
    "## Types of keel",
    "### Purpose",
    "**Keel:**",
    "**Mast**",
    "A keel is a beam that runs along the bottom of a boat.",
    "**Keel** means the beam along the bottom,",
    "The mate is responsible for:",
    "There are three kinds of keel:",
    "- **Fin keel** - a short, deep keel that is bolted on",
    "- Bilge keel: one of two keels beside each other",
    "- `reef()`: makes the sail smaller",
    "1. Hoist the sail",
    "2. Pull\\nthe sheet",
    "    - and below that",
    "- **Reef** - a fold of the [sail](cloth.md) that is tied down &amp; kept[^1]",
    "The boom is a spar that\nholds the *foot* of a sail.\n",
    "- **Sheet**\n\n  A rope that controls\n  the angle of a sail.",
    "[^1]: With knots.",
    "| Term | Meaning |\n|---|---|\n| Jib | a sail before the mast |",
    "Jib\n: a sail before the mast",
    "> [!NOTE]\n> Reef early, as shown above.",
    "```py\n**not bold**\n```",
    "$$\nF = m\n$$",
    "![a keel](keel.png)",
    "<div>**x**</div>",
    "The mean time to repair (MTTR) of a boat, known as *downtime*, is **long:**and dear",
    "---",
    "lang: de",
    "什么是**龙骨。**船的一部分：",
    "",
]


def _characters(most: int) -> st.SearchStrategy[str]:
    """Give any text as it is once its file is read: line ends are newlines."""
    return st.text(max_size=most).map(lambda text: text.replace("\r", "\n"))


MARKDOWN = st.lists(st.sampled_from(_PIECES) | _characters(12), max_size=14).map("\n".join)
BLOCKS = st.lists(st.sampled_from(_PIECES), max_size=12).map("\n\n".join)
TEXTS = st.sampled_from(ARTICLES) | MARKDOWN | BLOCKS

QUICK = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def notes_of(text: str) -> tuple[Note, ...]:
    return extract(article_of(text, path=PATH)).notes


def runs_of(record: Any) -> Iterator[Inline]:
    """Give all runs that a record holds, however deep."""
    if isinstance(record, Inline):
        yield record
    elif isinstance(record, tuple):
        for part in record:
            yield from runs_of(part)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from runs_of(getattr(record, field.name))


def words(text: str) -> list[str]:
    """Give the words of a text; marks, targets of links, entities and letter case aside."""
    return re.findall(r"[^\W_]+", unescape(_TARGET.sub("]", text)).casefold())


@given(_characters(200) | MARKDOWN)
@QUICK
def test_any_text_compiles(text: str) -> None:
    for note in notes_of(text):
        assert cards_of(note)


@given(TEXTS)
@QUICK
def test_spans_lie_inside_of_the_file_and_hold_their_items(text: str) -> None:
    last = text.count("\n") + 1
    for note in notes_of(text):
        assert note.span.path == PATH
        assert 1 <= note.span.line <= note.span.end_line <= last
        for item in note.items:
            assert note.span.line <= item.span.line <= item.span.end_line <= note.span.end_line


@given(TEXTS)
@QUICK
def test_every_word_of_an_answer_stands_on_the_lines_of_its_note(text: str) -> None:
    lines = text.split("\n")
    for note in notes_of(text):
        there = "".join(words("\n".join(lines[note.span.line - 1 : note.span.end_line])))
        for answer in note.answers:
            for run in answer.plain.split("\n"):
                assert "".join(words(run)) in there, run
        for item in note.items:
            here = "".join(words("\n".join(lines[item.span.line - 1 : item.span.end_line])))
            assert "".join(words(item.plain)) in here, item.plain


@given(TEXTS)
@QUICK
def test_no_card_shows_a_literal_mark(text: str) -> None:
    for note in notes_of(text):
        for run in runs_of((note.question, note.answers, note.items)):
            assert run.marks & {"code", "math"} or "**" not in run.text
        assert all(card.front.strip() and card.back.strip() for card in cards_of(note))


@given(TEXTS)
@QUICK
def test_reading_twice_gives_the_same(text: str) -> None:
    assert extract(article_of(text, path=PATH)) == extract(article_of(text, path=PATH))


@given(TEXTS)
@QUICK
def test_no_passage_gives_two_facts_and_no_question_stands_twice(text: str) -> None:
    article = article_of(text, path=PATH)
    claims = Counter(claim for fact in find(article) for claim in set(fact.found.claims))
    assert all(count == 1 for count in claims.values())
    questions = Counter(shown(note.question) for note in extract(article).notes)
    assert all(count == 1 for count in questions.values())


@given(st.sampled_from(ARTICLES))
@QUICK
def test_a_paragraph_at_the_end_changes_no_earlier_note(text: str) -> None:
    before = [asked(note) for note in notes_of(text)]
    after = [asked(note) for note in notes_of(f"{text}\nRain fell on Monday while nobody watched.\n")]
    assert after[: len(before)] == before


@given(st.sampled_from(ARTICLES), st.integers(1, 4))
@QUICK
def test_blank_lines_in_front_only_move_the_lines(text: str, count: int) -> None:
    if text.startswith("---"):
        return
    here, moved = notes_of(text), notes_of("\n" * count + text)
    assert [asked(note) for note in here] == [asked(note) for note in moved]
    assert [note.span.line + count for note in here] == [note.span.line for note in moved]
