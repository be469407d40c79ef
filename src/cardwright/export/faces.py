"""From notes to what stands on paper: a question, its answer, where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from math import ceil

from cardwright.core.deck import Deck, StampedNote
from cardwright.core.document import Block, Paragraph, Text, shown
from cardwright.core.note import Note, NoteItem
from cardwright.core.problem import Problem
from cardwright.core.record import dataclass
from cardwright.export.content import Content, Formula, Node, cleaned, held, language_code, right_to_left

MOST_ITEMS = 7
"""Items of a list that one card asks for; more than that nobody recalls at once, so longer lists take several cards."""
LONGEST_CONTEXT = 72
"""Characters of the line that says where a card comes from: one line of small type on a card of 90 mm."""

Pictures = Callable[[str, str], str | None]
"""(article path, source as written) to the file that the template may load."""


@dataclass(frozen=True, slots=True)
class Face:
    """One printed card: the note that it shows, and its two sides as nodes for the template."""

    stamped: StampedNote
    node: Node


def faces_of(
    deck: Deck, *, pictures: Pictures, formula: Formula, most_items: int = MOST_ITEMS
) -> tuple[tuple[Face, ...], tuple[Problem, ...]]:
    """Give the printed cards of a deck in its order, and what could not be shown as written.

    A list is one card with its items on the back; one of more than `most_items` is several, each of which asks for its
    own items and gives the others on its front (only those just before, where the list takes more than two cards).
    A definition is one card: paper can be turned either way, so that its reverse card needs no sheet of its own.
    """
    faces: list[Face] = []
    problems: list[Problem] = []
    for stamped in deck.notes:
        note = stamped.note
        sides: list[Content] = []

        def side(note: Note = note, sides: list[Content] = sides) -> Content:
            sides.append(Content(partial(pictures, note.article), formula))
            return sides[-1]

        common: Node = {
            "id": stamped.guid,
            "ctx": context_of(note, deck.title or deck.name),
            "src": cleaned(note.source_url),
            "lang": language_code(note.language) or language_code(deck.language),
            "section": " ".join(cleaned(note.section[-1]).split()) if note.section else "",
            "blanks": _blanks(note),
            "term": side().runs(note.term) if note.term else [],
        }
        faces += [Face(stamped, common | node) for node in _cards(note, side, most_items)]
        problems += _problems(note, sides, deck)
    return tuple(faces), tuple(problems)


def context_of(note: Note, title: str) -> str:
    """Say where a card comes from ("Title › Section") without the headings that give its answer away."""
    answers = " ".join([note.answer, *(item.plain for item in note.items)]).casefold()
    trail = [" ".join(cleaned(part).split()) for part in (title, *note.section)]
    kept = [part for part in dict.fromkeys(trail) if part and part.casefold() not in answers]
    while len(kept) > 1 and len(" › ".join(kept)) > LONGEST_CONTEXT:
        kept.pop(0)
    line = " › ".join(kept)
    return line if len(line) <= LONGEST_CONTEXT else line[: LONGEST_CONTEXT - 1].rstrip() + "…"


def _cards(note: Note, side: Callable[[], Content], most_items: int) -> Iterator[Node]:
    ask: Node = {"t": "ask", "c": held(side().runs(note.question)), "n": ""}
    if right_to_left(shown(note.question)):
        ask["r"] = 1
    if _heads(note.question):
        ask["h"] = 1
    if note.kind != "list":
        content = side()
        answers: list[Node] = []
        for wording in note.answers:
            answers += [{"t": "or"}] if answers else []
            answers += content.blocks(_calm(wording.blocks))
        yield {"front": [ask], "back": answers}
        return
    total = len(note.items)
    count = ceil(total / most_items)
    bounds = [round(at * total / count) for at in range(count + 1)] if count else []
    for low, high in pairwise(bounds):
        numbers = f"{low + 1}–{high} / {total}" if high - low > 1 else f"{high} / {total}"
        yield {
            "front": [ask | {"n": numbers if count > 1 else str(total)}, *_known(note, low, high, most_items, side)],
            "back": [_list(note.items[low:high], note, low + 1, side())],
        }


def _heads(question: Text) -> bool:
    """Tell whether a question has words: a heading of a picture or a formula alone has no name in the PDF's outline."""
    words = "".join(run.text for run in question.runs if not run.marks & {"image", "math"})
    return any(character.isalnum() for character in cleaned(words))


def _known(note: Note, low: int, high: int, most: int, side: Callable[[], Content]) -> list[Node]:
    """Give the items that the card of the items `low` up to `high` shows on its front."""
    total = len(note.items)
    if high - low == total:
        return []
    short = total <= 2 * most
    start = 0 if short else max(low - most, 0)
    asked: list[NoteItem | None] = [None] * (high - low)
    after = note.items[high:] if short else ()
    return [_list([*note.items[start:low], *asked, *after], note, start + 1, side())]


def _list(items: Sequence[NoteItem | None], note: Note, start: int, content: Content) -> Node:
    nodes = []
    bold = all(item is None or item.text.marked("strong") for item in items)
    for item in items:
        text = _plain(item.text, bold=bold) if item else Text.of("…")
        nodes.append([{"t": "p", "c": content.runs(text), **({"r": 1} if right_to_left(text.plain) else {})}])
    node: Node = {"t": "list", "i": nodes, **({"o": start} if note.ordered else {})}
    return node | {"r": 1} if right_to_left(shown(note.items[0].text)) else node


def _calm(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Take the bold off an answer of one paragraph that is bold as a whole: emphasis of everything is none."""
    match blocks:
        case (Paragraph(text=text, span=span),):
            return (Paragraph(_plain(text, bold=text.marked("strong")), span),)
    return blocks


def _plain(text: Text, *, bold: bool) -> Text:
    return Text(tuple(replace(run, marks=run.marks - {"strong"}) for run in text.runs)) if bold else text


def _problems(note: Note, sides: list[Content], deck: Deck) -> Iterator[Problem]:
    if any(side.cut for side in sides):
        yield Problem(
            note.span,
            "cut-on-paper",
            f'the card "{_short(note)}" is too long for paper and ends in "…" there',
            "Shorten the passage, or drop the card",
            "warning",
        )
    for src in dict.fromkeys(src for side in sides for src in side.lost_pictures):
        if (note.article, src) not in deck.media:
            continue  # it was told when it could not be read
        yield Problem(
            note.span,
            "picture-not-printed",
            f'the picture "{cleaned(src)[:80]}" cannot be printed, its description stands in its place',
            "Give a PNG, JPEG, WebP, GIF or SVG file that opens in a browser",
            "warning",
        )
    for tex in dict.fromkeys(tex for side in sides for tex in side.lost_formulas):
        yield Problem(
            note.span,
            "formula-not-printed",
            f'the formula "{tex[:80]}" cannot be printed as a formula, its source stands in its place',
            "Use the commands of LaTeX that MathJax knows as well",
            "warning",
        )


def _blanks(note: Note) -> int:
    """Give how many lines a learner needs to write the answer by hand, some 60 characters each, 4 at most."""
    return len(note.items) or min(len(note.answer) // 60 + 1, 4)


def _short(note: Note) -> str:
    question = shown(note.question)
    return cleaned(question if len(question) <= 60 else question[:59] + "…")
