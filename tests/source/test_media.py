from __future__ import annotations

import struct
import zlib
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardwright.core.document import (
    Article,
    Block,
    CodeBlock,
    DefinitionList,
    Described,
    Figure,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
)
from cardwright.core.note import Answer, Note, NoteItem
from cardwright.core.settings import Settings
from cardwright.core.span import Span
from cardwright.source import find, load
from cardwright.source.media import LARGEST, Pictures, load_media

PATH = "seeds/deep/a.md"
ROOT = Path("seeds")
SPAN = Span(PATH, 7, 7)
GIF = b"GIF89a and more"
JPEG = b"\xff\xd8\xff and more"
SVG = b'<?xml version="1.0"?>\n<!-- a wheel -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + _chunk(b"IEND", b"")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds/deep").mkdir(parents=True)


def write(path: str, data: bytes = PNG) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(data)


def picture(source: str, line: int = 7) -> Text:
    return Text((Inline("a wheel", line, line, frozenset({"image"}), source),))


def note(*blocks: Block) -> Note:
    question = Text.of("What is a gear?", line=7)
    return Note("entry", "rule", PATH, question, SPAN, answers=(Answer(tuple(blocks), SPAN),))


def loaded(*notes: Note) -> tuple[Pictures, list[str]]:
    pictures, problems = load_media(Article(PATH, "deep/a", "A", ()), notes, ROOT)
    assert all(problem.severity == "warning" for problem in problems)
    return pictures, [str(problem) for problem in problems]


def of(source: str) -> tuple[str, list[str]]:
    """Give the name under which the picture was read, and what was told."""
    pictures, told = loaded(note(Figure(source, "a wheel", SPAN)))
    return "".join(picture.name.rpartition("-")[0] + picture.name[-4:] for picture in pictures.values()), told


def test_every_place_of_a_note_where_a_picture_can_stand() -> None:
    names = [f"{n}.png" for n in range(10)]
    for name in names:
        write(f"seeds/deep/{name}", PNG + name.encode())
    texts = [picture(name) for name in names]
    blocks: tuple[Block, ...] = (
        Paragraph(texts[0], SPAN),
        Figure("1.png", "", SPAN),
        ItemList((Item((Paragraph(texts[2], SPAN),), SPAN),), SPAN),
        Quote((Paragraph(texts[3], SPAN),), SPAN),
        Table((texts[4],), (Row((texts[5],), SPAN),), SPAN),
        DefinitionList((Described(texts[6], ((Paragraph(texts[7], SPAN),),), SPAN),), SPAN),
        CodeBlock("![](10.png)", SPAN),
    )
    listed = Note("list", "rule", PATH, texts[8], SPAN, term=texts[9], items=(NoteItem(texts[0], SPAN),))
    pictures, told = loaded(listed, note(*blocks))
    assert told == []
    assert {source: media.data for (_, source), media in pictures.items()} == {
        name: PNG + name.encode() for name in names
    }
    assert {path for path, _ in pictures} == {PATH}


@pytest.mark.parametrize(
    ("source", "file", "name"),
    [
        ("wheel.png", "seeds/deep/wheel.png", "wheel.png"),
        ("./img/wheel.png", "seeds/deep/img/wheel.png", "wheel.png"),
        ("../img/wheel.png", "seeds/img/wheel.png", "wheel.png"),
        ("/img/wheel.png", "seeds/img/wheel.png", "wheel.png"),
        ("img\\wheel.png", "seeds/deep/img/wheel.png", "wheel.png"),
        ("My%20Wheel.png", "seeds/deep/My Wheel.png", "my-wheel.png"),
        ("100%.png", "seeds/deep/100%.png", "100.png"),
        ("a%20b.png", "seeds/deep/a%20b.png", "a-b.png"),
        ("wheel.png?raw=true#top", "seeds/deep/wheel.png", "wheel.png"),
        ("c%23.png", "seeds/deep/c#.png", "c.png"),
        ("%E8%BC%AA.png", "seeds/deep/輪.png", "picture.png"),
    ],
)
def test_where_a_picture_is_found(source: str, file: str, name: str) -> None:
    write(file)
    assert of(source) == (name, [])


@pytest.mark.parametrize(
    ("name", "data", "stored"),
    [
        ("a.png", PNG, "a.png"),
        ("a.PNG", PNG, "a.png"),
        ("a.jpeg", JPEG, "ajpeg"),
        ("a.gif", GIF, "a.gif"),
        ("a.svg", SVG, "a.svg"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", "awebp"),
        ("a.avif", b"\0\0\0\x1cftypavif", "aavif"),
        ("a.png", JPEG, "a.jpg"),
        ("a", GIF, "a.gif"),
    ],
)
def test_the_suffix_goes_by_the_content(name: str, data: bytes, stored: str) -> None:
    write(f"seeds/deep/{name}", data)
    assert of(name) == (stored, [])


@pytest.mark.parametrize(
    "source", ["../../secret.png", "/../secret.png", "%2e%2e/../../secret.png", "link.png", "to/secret.png"]
)
def test_nothing_outside_of_the_folder_is_read(source: str) -> None:
    write("secret.png")
    Path("seeds/deep/link.png").symlink_to("../../secret.png")
    Path("seeds/deep/to").symlink_to("../..")
    name, [told] = of(source)
    assert name == ""
    assert told.endswith("lies outside of the article's folder and is not read. Move it into the folder.")


def test_a_link_that_stays_inside_is_followed() -> None:
    write("seeds/img/wheel.png")
    Path("seeds/deep/link.png").symlink_to("../img/wheel.png")
    assert of("link.png") == ("link.png", [])


@pytest.mark.parametrize(
    "source",
    ["http://example.org/a.png", "https://example.org/a.png", "//example.org/a.png", "data:image/png;base64,AA"],
)
def test_remote_pictures_are_left_out(source: str) -> None:
    assert of(source) == (
        "",
        [
            (
                f'{PATH}:7: the picture "{source}" is not in the folder and is left out of the cards. '
                "Save it beside the article and name it there."
            )
        ],
    )


def test_a_missing_picture_is_told_once_on_its_first_line() -> None:
    one = note(Paragraph(picture("gone.png", 9), SPAN), Paragraph(picture("gone.png", 12), SPAN))
    assert loaded(one, one) == (
        {},
        [f'{PATH}:9: there is no picture "gone.png". Put the file there, or mend its name.'],
    )


def test_another_letter_case_is_told() -> None:
    write("seeds/deep/Wheel.PNG")
    assert of("wheel.png")[1] == [
        f'{PATH}:7: there is no picture "wheel.png". Write "Wheel.PNG", for letter case counts.'
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"words", "is of no known type. Save it as PNG, JPEG, GIF, WebP, AVIF, SVG."),
        (b"", "is of no known type. Save it as PNG, JPEG, GIF, WebP, AVIF, SVG."),
        (
            SVG + b"<script>x()</script>",
            "holds a script and is left out of the cards. Save it without scripts, or as PNG.",
        ),
        (
            SVG + b"<g onload='x()'/>",
            "holds a script and is left out of the cards. Save it without scripts, or as PNG.",
        ),
        (PNG + b"\0" * LARGEST, "has 10 MB. Make it smaller than 10 MB."),
    ],
)
def test_pictures_that_no_card_can_show(data: bytes, told: str) -> None:
    write("seeds/deep/a.png", data)
    assert of("a.png") == ("", [f'{PATH}:7: the picture "a.png" {told}'])


def test_a_folder_is_no_picture_and_a_loop_is_none() -> None:
    Path("seeds/deep/loop.png").symlink_to("loop.png")
    for source in ("loop.png", ".", "?x", "a" * 5000 + ".png"):
        name, [told] = of(source)
        assert (name, "there is no picture" in told) == ("", True)


@given(st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_source_is_read_or_told(source: str) -> None:
    pictures, told = loaded(note(Figure(source, "", SPAN)))
    assert (pictures, len(told)) == ({}, 1)


def test_sources_as_the_parser_gives_them() -> None:
    Path("seeds/a.md").write_text("# A\n\n![A wheel](<img/my wheel.png>) turns.\n", encoding="utf-8")
    write("seeds/img/my wheel.png")
    [file] = find(["seeds"]).files
    article = load(file, settings=Settings()).article
    assert article is not None
    made = Note("entry", "r", article.path, Text.of("?"), SPAN, answers=(Answer(article.sections[0].blocks, SPAN),))
    pictures, problems = load_media(article, [made], file.root)
    assert problems == ()
    assert [media.digest for media in pictures.values()] == [sha256(PNG).hexdigest()]
