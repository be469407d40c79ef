"""What sheets cost: seconds and memory of 100, 2,000 and 5,000 cards, and how far their backs are off.

    python benchmarks/sheets.py [--floor]

Each count runs in a process of its own, from `import typst` to the last byte. With `--floor` it fails where a figure is
above its ceiling; the ceilings are twice what a quiet machine of two cores gives, since CI shares its cores.
The backs are compared with their fronts as pdftotext reports them, in mm; 0.1 mm is what the eye can see.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time

from cardwright.core.deck import Deck, StampedNote
from cardwright.core.document import CodeBlock, Inline, Paragraph, Row, Table, Text
from cardwright.core.note import Answer, Kind, Note, NoteItem
from cardwright.core.span import Span
from cardwright.export.pdf import VOLUME, Pdf
from cardwright.export.sheets import SheetOptions, sheet_of

MM = 25.4 / 72
SPAN = Span("articles/bench.md", 1, 1)
CEILINGS = {100: 0.8, 2000: 9.0, 5000: 25.0}
"""Seconds of CPU. The last count takes three volumes."""
MEGABYTES = 800
"""Of memory, for one volume as for many."""


def text(words: str) -> Paragraph:
    return Paragraph(Text.of(words), SPAN)


ANSWERS = (
    (text("Working on server-side software, which focuses on everything you cannot see on a website."),),
    (text("Application programming interface"),),
    (
        text(
            "Create schemes for quality assurance, and run them before each release so that faults are found by us and "
            "not by users. The plan covers functional, integration and performance tests."
        ),
    ),
    (text("The one that answers first."), text("It is asked again only after its time to live has run out.")),
    (CodeBlock("with open(path) as file:\n    for line in file:\n        use(line)", SPAN, "python"),),
    (
        Table(
            (Text.of("Method"), Text.of("Safe")),
            tuple(Row((Text.of(name), Text.of("yes")), SPAN) for name in ("GET", "HEAD", "OPTIONS")),
            SPAN,
        ),
    ),
)


def note(at: int) -> Note:
    """Give note `at`; of seven, four are text, one is a list, one code, one a table."""
    which = at % 7
    question = Text((Inline(f"Q{at:05d}? What does part {at} of the system do, and for whom?"),))
    items = tuple(NoteItem(Text.of(f"Item {n} of the list"), SPAN) for n in range(5)) if which == 6 else ()
    answers = () if items else (Answer(ANSWERS[which], SPAN),)
    kind: Kind = "list" if items else "entry"
    url = f"https://example.org/articles/bench#section-{at // 8}"
    section = ("The system", f"Section {at // 8}")
    return Note(kind, "bench", SPAN.path, question, SPAN, answers=answers, items=items, section=section, source_url=url)


def deck(count: int) -> Deck:
    notes = tuple(StampedNote(note(at), f"A{at:05d}", 0, 1_790_000_000) for at in range(count))
    return Deck("Bench", "bench", notes, title="Bench", language="en")


def off(pdf: bytes, first: int) -> float:
    """Give the largest distance in mm of a card's id on its back from where its front has it; `first` is the card."""
    sheet = sheet_of(SheetOptions())
    pages = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    found = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">(A\d{5})</word>')
    sides = [
        {word: (float(x) * MM, float(y) * MM) for x, y, word in found.findall(page)}
        for page in pages.split("<page ")[1:]
    ]
    worst = 0.0
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        assert front.keys() == back.keys()
        for word, (x, y) in front.items():
            at = (int(word[1:]) - first) % len(sheet.fronts)
            ours, behind = sheet.fronts[at], sheet.backs[at]
            worst = max(worst, abs(x - ours.x - back[word][0] + behind.x), abs(y - ours.y - back[word][1] + behind.y))
    return worst


def measure(count: int) -> None:
    began, used = time.perf_counter(), time.process_time()
    volumes = [rendered for _, rendered in Pdf().render_volumes(deck(count))]
    wall, cpu = time.perf_counter() - began, time.process_time() - used
    assert not any(rendered.problems for rendered in volumes)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    distance = max(off(rendered.data, first) for first, rendered in zip(range(0, count, VOLUME), volumes, strict=True))
    size = sum(len(rendered.data) for rendered in volumes)
    print(
        f"{count:5d} cards: {wall:5.2f} s ({cpu:.2f} s CPU), {megabytes:4.0f} MB of memory, "
        f"{size / 1000:5.0f} kB, backs off by at most {distance:.3f} mm"
    )
    assert distance < 0.1
    if "--floor" in sys.argv:
        assert cpu < CEILINGS[count], f"{count} cards took {cpu:.2f} s of CPU, the ceiling is {CEILINGS[count]} s"
        assert megabytes < MEGABYTES, f"{count} cards took {megabytes:.0f} MB, the ceiling is {MEGABYTES} MB"


def main() -> None:
    counts = [int(word) for word in sys.argv[1:] if word.isdigit()]
    for count in counts:
        measure(count)
    if not counts:
        for count in CEILINGS:
            subprocess.run([sys.executable, __file__, str(count), *sys.argv[1:]], check=True)


if __name__ == "__main__":
    main()
