"""Decks written by hand: every kind of block, many scripts, code, formulas, a picture, a long list."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

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
    Raw,
    Row,
    Table,
    Text,
)
from cardwright.core.media import media_of
from cardwright.core.note import Answer, Kind, Note, NoteItem
from cardwright.core.span import Span

ARTICLE = "articles/web.md"
BUILT = 1_760_000_000
SITE = "https://example.org/web#"


def span(line: int = 3, end: int = 0) -> Span:
    return Span(ARTICLE, line, end or line)


def run(text: str, *marks: Mark, href: str = "") -> Inline:
    return Inline(text, 3, 3, frozenset(marks), href)


def paragraph(*runs: Inline | str) -> Paragraph:
    return Paragraph(Text(tuple(run(each) if isinstance(each, str) else each for each in runs)), span())


def bullets(*items: str | tuple[Block, ...], ordered: bool = False, start: int = 1) -> ItemList:
    blocks = [(paragraph(item),) if isinstance(item, str) else item for item in items]
    return ItemList(tuple(Item(each, span()) for each in blocks), span(), ordered=ordered, start=start)


def png(width: int, height: int) -> bytes:
    """Give a picture with a gradient, so that it is seen whether it fits."""
    rows = b"".join(
        b"\0" + b"".join(bytes((40 + 180 * x // width, 90, 220 - 160 * y // height)) for x in range(width))
        for y in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def note(
    question: str | Text,
    *answers: tuple[Block, ...],
    kind: Kind = "fact",
    term: str = "",
    reverse: str = "",
    items: Sequence[str | Text] = (),
    ordered: bool = False,
    section: tuple[str, ...] = ("Web development",),
    tags: tuple[str, ...] = (),
    language: str = "en",
    source_url: str = "",
) -> Note:
    return Note(
        kind,
        "by-hand",
        ARTICLE,
        Text.of(question, line=2) if isinstance(question, str) else question,
        span(2, 9),
        term=Text.of(term, line=3) if term else None,
        answers=tuple(Answer(answer, span()) for answer in answers),
        items=tuple(
            NoteItem(Text.of(item, line=4 + at) if isinstance(item, str) else item, span(4 + at))
            for at, item in enumerate(items)
        ),
        ordered=ordered,
        reverse=reverse,
        section=section,
        tags=tags,
        language=language,
        source_url=source_url,
    )


def stamped(each: Note, guid: str, *, modified: int = BUILT, ordinals: tuple[int, ...] = ()) -> StampedNote:
    usual = tuple(range(1, len(each.items) + 1)) if each.kind == "list" else (1, 2) if each.reverse else (1,)
    return StampedNote(each, guid, BUILT - 86_400, modified, ordinals or usual)


CODE = """def handle(request):
    # a long line that must scroll on a phone and not break: it says nothing but goes on and on and on
    if request.size < 1_024 and request.kind == "small":
        return [std::move, {{c1::no cloze}}, r"\\(no formula\\)"]

    raise ValueError(f"too large: {request.size}")
"""

TABLE = Table(
    (Text.of("Method"), Text.of("What it does"), Text.of("Calls")),
    (
        Row((Text((run("GET", "code"),)), Text.of("Reads a resource and changes nothing"), Text.of("1,200")), span()),
        Row((Text((run("DELETE", "code"),)), Text.of("Removes a resource"), Text.of("7")), span()),
    ),
    span(),
    ("", "center", "right"),
)

PICTURES = {"img/Request flow.png": png(900, 320), "small.png": png(60, 40)}

NOTES: tuple[Note, ...] = (
    note(
        "What is back-end development?",
        (paragraph("Working on ", run("server-side", "strong"), " software, which you can't see on a website."),),
        (paragraph("Building what runs ", run("behind", "em"), " a page: databases, APIs and servers."),),
        kind="definition",
        term="Back-end development",
        reverse="Which term does this define?",
        section=("Web development", "What is back-end development?"),
        tags=("web", "web::back-end"),
        source_url=SITE + "what-is-back-end-development",
    ),
    note(
        "What are the tasks of a back-end developer?",
        kind="list",
        items=(
            "Build and maintain websites",
            Text((run("Write clean code in "), run("C++", "code"), run(" or "), run("Rust::std", "code"))),
            Text((run("Bound errors by "), run(r"\frac{1}{2^{n}}", "math"))),
            "Troubleshoot and debug {{everything}}",
        ),
        section=("Web development", "Back-end developers", "Tasks"),
        tags=("web",),
        source_url=SITE + "tasks",
    ),
    note(
        "In which order does a request pass these parts?",
        kind="list",
        items=("Client", "DNS", "Load balancer", "Server", "Database"),
        ordered=True,
        section=("Web development", "How a request travels"),
    ),
    note(
        Text((run("What does "), run("handle(request)", "code"), run(" return for a small request?"))),
        (paragraph("A list of three, as in:"), CodeBlock(CODE, span(), "python")),
        section=("Web development", "Handlers"),
        source_url=SITE + "handlers",
    ),
    note(
        "How does the cost of sorting grow?",
        (
            paragraph("As ", run(r"O(n \log n)", "math"), " where ", run("n < m", "math"), ", because:"),
            MathBlock(r"\sum_{k=1}^{\log_2 n} 2^{k} \cdot \frac{n}{2^{k}} = n \log_2 {n}", span()),
        ),
    ),
    note("What do the methods do?", (TABLE, paragraph("Others are rare.")), kind="entry", term="Methods"),
    note(
        "What does the way of a request look like?",
        (Figure("img/Request flow.png", "Client, server, database", span()), paragraph("Left to right.")),
        kind="entry",
    ),
    note(
        "What belongs to a good answer?",
        (
            paragraph("First of all ", run("this", "link", href="https://example.org/a?b=1&c={{d}}"), ":"),
            bullets("short", (paragraph("true, which means"), bullets("checked", "dated", ordered=True, start=3))),
            Quote((paragraph("Brevity is ", run("not", "strike"), " wit.", run("\n"), "Or is it?"),), span(), "note"),
            DefinitionList(
                (Described(Text.of("H"), ((paragraph("H", run("2", "sub"), "O", run("n", "sup")),),), span()),), span()
            ),
            ItemList(
                (Item((paragraph("done"),), span(), task=True), Item((paragraph("open"),), span(), task=False)), span()
            ),
            Raw("<script>alert(1)</script>", span()),
        ),
    ),
    note(
        "ما هي واجهة برمجة التطبيقات؟",
        (paragraph("وسيلة تتخاطب بها البرامج، مثل ", run("GET /users", "code"), " عبر HTTP."),),
        kind="definition",
        term="واجهة برمجة التطبيقات",
        section=("تطوير الويب", "الواجهات"),
        language="ar",
    ),
    note(
        "ما هي مهام مطور الواجهة الخلفية؟",
        kind="list",
        items=("بناء المواقع", "كتابة الشيفرة", "إصلاح الأخطاء"),
        ordered=True,
        section=("تطوير الويب",),
        language="ar",
    ),
    note(
        "什么是后端开发？",
        (paragraph("处理用户", run("看不到", "strong"), "的服务器端软件。"),),
        section=("网页开发", "后端"),
        language="zh",
    ),
    note("Which emoji means done? 🤔", (paragraph("✅, and 👩‍💻 means at work"),), language=""),
    note("Which letters are there?", kind="list", items=tuple(f"The letter {chr(65 + n)}" for n in range(26))),
)


def deck(name: str = "Web development") -> Deck:
    """Give the sample deck, a GUID for each note by its place."""
    notes = tuple(stamped(each, f"cw{at:02}") for at, each in enumerate(NOTES))
    media: dict[tuple[str, str], Media] = {
        (ARTICLE, source): media_of(source, data) for source, data in PICTURES.items()
    }
    return Deck(
        name, "web-development", notes, title="Web development", source_url="https://example.org/web", media=media
    )
