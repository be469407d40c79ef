"""What matching costs: builds of 1,000 to 20,000 notes of which a third was reworded, retitled or moved.

    python benchmarks/matching.py [NOTES ...]

Prints the seconds a build's identities take, by how much that grew against n log n, and what was kept. Fails where it
grew more than `HEADROOM` times n log n, or where a GUID was lost.
"""

from __future__ import annotations

import math
import random
import sys
import time
from dataclasses import replace

from cardwright.core.deck import StampedNote
from cardwright.core.document import Paragraph, Text
from cardwright.core.note import Answer, Note, NoteItem
from cardwright.core.span import Span
from cardwright.identity import DeckPlan, Ledger, Resolution, resolve
from cardwright.identity.ledger import dump, parse

SIZES = (1_000, 2_000, 5_000, 10_000, 20_000)
AN_ARTICLE = 25
"""Notes, as in articles of some 10 KB."""

HEADROOM = 2.0
"""Times by which the growth may exceed n log n: noise of a shared machine."""

NOW = 1_700_000_000
COMMON = (
    "a the of that which system data user service request time network way used between allows process set code value "
    "application server client information management design test software team type change"
).split()


def word(rng: random.Random, vocabulary: int) -> str:
    """Draw a word as running text does: few are everywhere, most are rare."""
    if rng.random() < 0.5:
        return rng.choice(COMMON)
    return f"w{int(vocabulary ** rng.random())}"


def write(rng: random.Random, size: int) -> list[list[Note]]:
    """Write articles of definitions and lists."""
    vocabulary = 400 + size * 2
    return [
        [note(rng, f"article-{at}", vocabulary) for _ in range(min(AN_ARTICLE, size - at * AN_ARTICLE))]
        for at in range(math.ceil(size / AN_ARTICLE))
    ]


def note(rng: random.Random, article: str, vocabulary: int) -> Note:
    def text(low: int, high: int) -> str:
        return " ".join(word(rng, vocabulary) for _ in range(rng.randint(low, high)))

    span = Span(article, 1, 1)
    section = (f"{article} {rng.randrange(6)}",)
    if rng.random() < 0.25:
        items = tuple(NoteItem(Text.of(text(2, 9)), span) for _ in range(rng.randint(3, 8)))
        return Note(
            "list", "lead-in", article, Text.of(f"What are the {text(2, 4)}?"), span, items=items, section=section
        )
    term = text(1, 3)
    answers = (Answer((Paragraph(Text.of(text(8, 25)), span),), span),)
    question = Text.of(f"What is {term}?")
    return Note("definition", "copula", article, question, span, term=Text.of(term), answers=answers, section=section)


def edit(rng: random.Random, articles: list[list[Note]]) -> list[list[Note]]:
    """Reword every tenth note, retitle every tenth, drop every fiftieth, move an article's end to another one."""
    edited = [[changed for old in notes if (changed := touch(rng, old))] for notes in articles]
    for at in range(0, len(edited) - 1, 10):
        moved = [replace(old, article=f"article-{at + 1}") for old in edited[at][-5:]]
        edited[at], edited[at + 1] = edited[at][:-5], edited[at + 1] + moved
    return edited


def touch(rng: random.Random, old: Note) -> Note | None:
    chance = rng.random()
    if chance < 0.02:
        return None
    if chance < 0.12:
        question = old.question.plain.replace("?", " in a nutshell?")
        return replace(old, question=Text.of(question), section=(old.section[0] + " in a nutshell",))
    if chance < 0.22 and old.answers:
        words = old.answer.split()
        words.insert(len(words) // 2, "typically")
        del words[0]
        return replace(old, answers=(Answer((Paragraph(Text.of(" ".join(words)), old.span),), old.span),))
    if chance < 0.32 and old.items:
        fresh = NoteItem(Text.of("an entirely fresh point of this list"), old.span)
        return replace(old, items=(*old.items[1:], fresh))
    return old


def digest(stamped: StampedNote) -> str:
    made = stamped.note
    return f"{made.question.plain}|{made.answer}|{[item.plain for item in made.items]}|{stamped.ordinals}"


def build(articles: list[list[Note]], ledger: Ledger, now: int) -> Resolution:
    plans = [DeckPlan(f"article-{at}", f"Article {at}", tuple(notes)) for at, notes in enumerate(articles)]
    return resolve(plans, ledger, now=now, digest=digest)


def measure(size: int) -> tuple[float, float, int, int]:
    rng = random.Random(size)  # noqa: S311 - notes, not secrets
    articles = write(rng, size)
    first = build(articles, Ledger(), NOW)
    ledger = parse(dump(first.ledger), path="ledger.jsonl")
    start = time.process_time()
    build(articles, ledger, NOW + 1)
    unchanged = time.process_time() - start
    edited = edit(rng, articles)
    start = time.process_time()
    second = build(edited, ledger, NOW + 1)
    seconds = time.process_time() - start
    new = sum(change.kind == "new" for change in second.changes)
    return unchanged, seconds, new, sum(map(len, edited))


def main() -> int:
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    measure(200)  # warms up imports
    failed = False
    base = 0.0
    print("  notes  unchanged      edited   per n log n    lost")
    for size in sizes:
        unchanged, seconds, new, total = measure(size)
        cost = seconds / (size * math.log2(size))
        base = base or cost
        failed |= cost > base * HEADROOM or new > 0.002 * total
        print(f"{size:7,}  {unchanged:7.2f} s  {seconds:8.2f} s  {cost / base:10.2f} x  {new:6}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
