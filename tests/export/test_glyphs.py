from __future__ import annotations

import pytest

from cardwright.export.glyphs import LAST_FACES, TEXT_FACE, faces_for, private_in, scripts_of

ALL = frozenset(
    ["Noto Serif CJK SC", "Noto Serif CJK TC", "Noto Serif CJK JP", "Noto Serif CJK KR", "Noto Naskh Arabic", "Symbola"]
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Grüße, αβγ, Привет, 1–2 → ✓", []),
        ("שלום", ["Hebrew"]),
        ("مرحبا", ["Arabic"]),
        ("中文", ["Chinese"]),
        ("ひらがな 漢字", ["Japanese", "Chinese"]),
        ("한국어", ["Korean"]),
        ("सर्वर ไทย", ["Devanagari", "Thai"]),
    ],
)
def test_scripts(text: str, names: list[str]) -> None:
    assert [script.name for script in scripts_of(text)] == names


@pytest.mark.parametrize(
    ("text", "language", "family"),
    [
        ("中文", "zh", "Noto Serif CJK SC"),
        ("中文", "zh-tw", "Noto Serif CJK TC"),
        ("漢字", "ja", "Noto Serif CJK JP"),
        ("漢字 かな", "en", "Noto Serif CJK JP"),
        ("漢字", "ko", "Noto Serif CJK KR"),
        ("漢字 한국", "", "Noto Serif CJK KR"),
        ("漢字", "en", "Noto Serif CJK SC"),
        ("مرحبا", "ar", "Noto Naskh Arabic"),
    ],
)
def test_the_language_chooses_the_shapes(text: str, language: str, family: str) -> None:
    faces = faces_for(scripts_of(text), language, ALL)
    assert faces.families[1] == family
    assert faces.families[2:] == (*LAST_FACES, "Symbola")
    assert faces.system
    assert not faces.lacking
    assert TEXT_FACE in str(faces.families[0])


def test_scripts_without_a_font_are_named() -> None:
    faces = faces_for(scripts_of("שלום"), "he", frozenset())
    assert [script.name for script in faces.lacking] == ["Hebrew"]
    assert faces.families == (TEXT_FACE, *LAST_FACES)


def test_private_characters() -> None:
    assert private_in("a\ue000b\U000f0000c\U0010ffff") == {"\ue000", "\U000f0000", "\U0010ffff"}
