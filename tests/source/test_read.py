from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardwright.errors import SourceError
from cardwright.source.read import decode, read

WORDS = "# Zahnräder\n\nEin Zahnrad ist ein Rad mit Zähnen.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_encodings_that_tell_themselves(mark: bytes, encoding: str) -> None:
    assert decode(mark + WORDS.encode(encoding), path="a.md") == WORDS


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert decode(WORDS.replace("\n", end).encode(), path="a.md") == WORDS


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\ufeff")))
def test_any_utf8_text_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode(), path="a.md") == text


@given(st.binary())
def test_any_bytes_are_text_or_told(data: bytes) -> None:
    try:
        text = decode(data, path="a.md")
    except SourceError as error:
        text = str(error)
    assert "\r" not in text
    assert "\0" not in text


def test_another_encoding_is_told_with_its_line_and_the_mend() -> None:
    with pytest.raises(SourceError) as caught:
        decode(WORDS.replace("#", "#\r\n#").encode("cp1252"), path="a.md")
    assert str(caught.value) == (
        "a.md:2: it is not valid UTF-8 (byte 0xE4). "
        "Save it as UTF-8; from an older Windows program: iconv -f WINDOWS-1252 -t UTF-8."
    )


@pytest.mark.parametrize(("encoding", "name"), [("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE")])
def test_utf16_without_its_mark_is_named(encoding: str, name: str) -> None:
    with pytest.raises(SourceError, match=f"iconv -f {name} -t UTF-8"):
        decode(WORDS.encode(encoding), path="a.md")


def test_half_a_character_of_utf16_is_told() -> None:
    with pytest.raises(SourceError, match=r"^a\.md: it is not valid UTF-16-LE"):
        decode(codecs.BOM_UTF16_LE + b"a\0b", path="a.md")


def test_zero_bytes_are_no_text() -> None:
    with pytest.raises(SourceError, match=r"a\.md:2: it holds zero bytes, so it is no text\. Save it as UTF-8"):
        decode(b"words words\nwords \0 words", path="a.md")


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.md: it cannot be read \(no such file or directory\)\. Check"):
        read(str(tmp_path / "gone.md"))
    (tmp_path / "a.md").write_bytes(b"words\r\n")
    assert read(str(tmp_path / "a.md")) == "words\n"
