"""Decks for the sheets' tests: notes of several fields, and the nastiest ones."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace

from cardwright.core.deck import Deck, Media, StampedNote
from cardwright.core.document import (
    Block,
    CodeBlock,
    DefinitionList,
    Described,
    Figure,
    Inline,
    Item,
    ItemList,
    Mark,
    MathBlock,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
)
from cardwright.core.note import Answer, Kind, Note, NoteItem
from cardwright.core.span import Span

SPAN = Span("articles/networks.md", 3, 4)


def par(*parts: str | Inline) -> Paragraph:
    return Paragraph(Text(tuple(part if isinstance(part, Inline) else Inline(part, 3, 3) for part in parts)), SPAN)


def run(text: str, *marks: Mark, href: str = "") -> Inline:
    return Inline(text, 3, 3, frozenset(marks), href)


def items(*texts: str, ordered: bool = False) -> ItemList:
    return ItemList(tuple(Item((par(text),), SPAN) for text in texts), SPAN, ordered)


def table(header: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
    lines = tuple(Row(tuple(Text.of(cell) for cell in row), SPAN) for row in rows)
    return Table(tuple(Text.of(cell) for cell in header), lines, SPAN)


def note(
    question: str,
    *blocks: Block,
    kind: Kind = "entry",
    term: str = "",
    answer_items: tuple[str, ...] = (),
    ordered: bool = False,
    section: tuple[str, ...] = ("Networks", "Protocols"),
    tags: tuple[str, ...] = (),
    url: str = "",
    line: int = 3,
    language: str = "en",
) -> Note:
    span = Span(SPAN.path, line, line + 1)
    return Note(
        kind=kind,
        rule="by hand",
        article=SPAN.path,
        question=Text.of(question),
        span=span,
        term=Text.of(term) if term else None,
        answers=(Answer(blocks, span),) if blocks else (),
        items=tuple(NoteItem(Text.of(item), span) for item in answer_items),
        ordered=ordered,
        section=section,
        tags=tags,
        language=language,
        source_url=url,
    )


def deck_of(
    *notes: Note, media: dict[tuple[str, str], Media] | None = None, modified: int = 1_790_000_000, language: str = "en"
) -> Deck:
    stamped = tuple(
        StampedNote(each, f"id{at:05d}", 0, modified, tuple(range(1, len(each.items) + 1)) or (1,))
        for at, each in enumerate(notes)
    )
    return Deck("Networks", "networks", stamped, title="Networks", language=language, media=media or {})


def stack(count: int) -> Deck:
    """Give a deck whose card n asks for Q-n and answers A-n, in words that a reader of the PDF can find."""
    return deck_of(*(note(f"Q{at:05d}?", par(f"A{at:05d}")) for at in range(count)))


def png(width: int, height: int) -> bytes:
    """Give a grey PNG of this size in pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x90" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><rect width="90" height="60" fill="teal"/>'
    b'<circle cx="150" cy="40" r="30" fill="orange"/></svg>'
)
PEEKING_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="/etc/hostname"/></svg>'
PICTURES = {
    "wide.png": png(600, 100),
    "tall.png": png(30, 900),
    "shapes.svg": SVG,
    "broken.png": b"\x89PNG\r\n\x1a\n and no more",
    "peeking.svg": PEEKING_SVG,
    "empty.gif": b"",
}


def media() -> dict[tuple[str, str], Media]:
    return {(SPAN.path, name): Media(name, f"{at:064x}", data) for at, (name, data) in enumerate(PICTURES.items())}


SAMPLES: tuple[Note, ...] = (
    note(
        "What is a load balancer?",
        par("A device or program that spreads requests over several servers, so that none is overloaded."),
        kind="definition",
        term="load balancer",
        tags=("networks::traffic",),
        url="https://example.org/networks#load-balancing",
    ),
    note(
        "What are the layers of the Internet model, from the bottom?",
        kind="list",
        answer_items=("Link", "Internet", "Transport", "Application"),
        ordered=True,
        section=("Networks", "Layers"),
        tags=("networks::layers",),
    ),
    note(
        "What does a caching resolver do?",
        par(
            "It answers from memory while the ",
            run("time to live", "strong"),
            " of a record lasts; see ",
            run("RFC 1035", "link", href="https://www.rfc-editor.org/rfc/rfc1035"),
            " and ",
            run("dig +trace", "code"),
            ".",
        ),
    ),
    note(
        "How do you read a file line by line in Python?",
        par("With a context manager:"),
        CodeBlock(
            'with open("notes.txt", encoding="utf-8") as file:\n    for line in file:\n        use(line)',
            SPAN,
            "python",
        ),
        par("It is closed even after an exception."),
        section=("Python", "Files"),
    ),
    note(
        "Which HTTP methods are safe, and which idempotent?",
        table(("Method", "Safe", "Idempotent"), ("GET", "yes", "yes"), ("PUT", "no", "yes"), ("POST", "no", "no")),
    ),
    note(
        "What is the roots' formula of a quadratic equation?",
        MathBlock(r"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}", SPAN),
        par("for ", run("ax^2 + bx + c = 0", "math"), " with ", run(r"a \ne 0", "math"), "."),
        section=("Algebra", "Equations"),
    ),
    note(
        "Which tasks does an incident commander have?",
        kind="list",
        answer_items=("Name the incident", "Call the responders", "Keep a log", "Decide on steps", "Inform customers"),
        section=("Incidents", "Roles"),
    ),
    note(
        "What is osmosis?",
        par("The movement of water through a membrane towards the side with more solute."),
        kind="definition",
        term="osmosis",
        section=("Biology", "Cells"),
        tags=("biology",),
    ),
    note("מהו שרת?", par("שרת הוא מחשב שמספק שירותים, כגון HTTP, ללקוחות אחרים."), language="he"),
    note("什么是服务器？", par("服务器是向其他计算机提供服务的计算机。"), language="zh"),
    note("What does the chart show?", par("The parts:"), Figure("shapes.svg", "A square and a circle", SPAN)),
    note("What is a quorum?", Quote((par("The least number of members that may decide."),), SPAN, "note")),
)


def _nested(block: Block, levels: int) -> Block:
    for level in range(levels):
        block = ItemList((Item((par(f"level {level}"), block), SPAN),), SPAN)
    return block


def _quoted(block: Block, levels: int) -> Block:
    for _ in range(levels):
        block = Quote((block,), SPAN)
    return block


NASTY: dict[str, Note] = {
    "typst code": note(
        '#eval("1+1") *bold* _x_ @ref <label> $x$ \\ ```',
        par('#read("/etc/passwd") #import "x": * [#sys.inputs] // gone? /* gone? */'),
        CodeBlock('#let x = read("/etc/passwd")\n```typ\n#x\n```', SPAN, "typ"),
    ),
    "wide picture": note("Wide?", par("This:"), Figure("wide.png", "A wide bar", SPAN)),
    "tall picture": note("Tall?", Figure("tall.png", "A tall bar", SPAN), par("That was it.")),
    "broken pictures": note(
        "Broken?",
        Figure("broken.png", "A broken chart", SPAN),
        Figure("peeking.svg", "", SPAN),
        Figure("empty.gif", "Empty", SPAN),
        par("inline ", run("nothing there", "image", href="absent.png")),
    ),
    "deep list": note("Deep list?", _nested(par("deepest words"), 60)),
    "deep quote": note("Deep quote?", _quoted(par("quoted words"), 80)),
    "surrogates": note("Lone \ud800 surrogate, \x00 null, \u202eoverride?", par("x\udfffy \ufffe end")),
    "long words": note("W" * 90 + "?", par("x" * 1500), par("https://example.org/" + "a/b-c" * 60)),
    "200 KB": note("200 KB?", *(par("Lorem ipsum dolor sit amet, consetetur elitr. " * 110) for _ in range(40))),
    "no such characters": note("Plane \U000f1234 and \ue123?", par("unassigned \u0378 here, 👩‍💻 and 🇩🇪 there")),
    "wide table": note(
        "Wide table?",
        table(tuple(f"Column {at}" for at in range(12)), tuple(f"internationalisation {at}" for at in range(12))),
    ),
    "long table": note(
        "Long table?", table(("Key", "Meaning"), *((f"K{at}", "some longer words on the key " * 3) for at in range(30)))
    ),
    "row too high": note("High row?", table(("Key", "Meaning"), ("K", "many words in one cell " * 120), ("L", "few"))),
    "long code": note(
        "Long code?",
        CodeBlock("\n".join(f"line_{at} = compute({at}, with_a_long_name={at})" for at in range(60)), SPAN, "python"),
    ),
    "code of one line": note("One line?", CodeBlock("x = " + "abcdefgh1234" * 200, SPAN, "no such language")),
    "giant formula": note(
        "Giant formula?",
        MathBlock("x = " + " + ".join(rf"\frac{{a_{{{at}}}}}{{b}}" for at in range(40)), SPAN),
        MathBlock(r"\begin{pmatrix}" + r"\\".join(f"a_{{{at}}} & b" for at in range(60)) + r"\end{pmatrix}", SPAN),
    ),
    "hostile formulas": note(
        "Hostile?",
        par(run(r"\input{/etc/passwd}", "math"), run(r"\text{#read(\"/etc/passwd\")}", "math"), run("x_{", "math")),
        MathBlock(r"\unknown{x}", SPAN),
        MathBlock("{" * 400 + "x" + "}" * 400, SPAN),
    ),
    "long question": note("A very long question " * 60 + "?", par("short")),
    "long list": note("Long list?", kind="list", answer_items=tuple(f"item number {at}" for at in range(40))),
    "terms and tasks": note(
        "Terms?",
        DefinitionList((Described(Text.of("Term"), ((par("First"),), (par("Second"),)), SPAN),), SPAN),
        ItemList((Item((par("done"),), SPAN, task=True), Item((par("open"),), SPAN, task=False)), SPAN),
    ),
    "no answer": note("No answer?"),
    "links": note(
        "Links?",
        par(
            run("js", "link", href="javascript:alert(1)"),
            run("rel", "link", href="../x.md"),
            run("file", "link", href="file:///etc/passwd"),
            run("ok", "link", href="https://example.org/ä?q=1#x"),
            run("2", "sub"),
            run("gone", "strike"),
        ),
    ),
}


def numbered(notes: dict[str, Note]) -> tuple[Note, ...]:
    """Give the notes with spans by which a problem can be told to be theirs: lines 10, 20, ..."""
    return tuple(replace(each, span=Span(SPAN.path, at * 10, at * 10)) for at, each in enumerate(notes.values(), 1))
