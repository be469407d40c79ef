"""Which fonts a text needs, and which of its characters no font has.

The fonts inside Typst are always there and always the same, so that a sheet in Latin, Greek or Cyrillic letters has the
same bytes on every machine. Other scripts need a font of the system: the first family of a fixed list that is there.
"""

from __future__ import annotations

import re

from cardwright.core.record import dataclass

TEXT_FACE = "Libertinus Serif"
LAST_FACES = ("New Computer Modern Math", "DejaVu Sans Mono")
"""Fonts inside Typst that hold many symbols; before any other fallback, for the sake of equal bytes."""
PICTOGRAPHS = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji", "Noto Emoji", "Noto Sans Symbols 2",
               "Noto Sans Symbols", "Segoe UI Symbol", "Symbola")  # fmt: skip
"""Families for emoji and symbols, tried in this order where the embedded fonts lack something."""
STAND_IN = "\ufffd"
"""What is printed for a character that no font has."""
PRIVATE = r"\ue000-\uf8ff\U000f0000-\U0010ffff"
"""Characters that mean something in one font only; others show what they like for them, so they are never printed."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script, the characters that show that a text uses it, and families for it, best first."""

    name: str
    ranges: str
    families: tuple[str, ...]


_HAN = r"\u2e80-\u2fdf\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_CHINESE = ("Noto Serif CJK SC", "Noto Sans CJK SC", "Source Han Serif SC", "Songti SC", "SimSun")
_TAIWANESE = ("Noto Serif CJK TC", "Noto Sans CJK TC", "Source Han Serif TC", "Songti TC", "PMingLiU")
_JAPANESE = ("Noto Serif CJK JP", "Noto Sans CJK JP", "Source Han Serif", "Hiragino Mincho ProN", "Yu Mincho")
_KOREAN = ("Noto Serif CJK KR", "Noto Sans CJK KR", "Source Han Serif K", "AppleMyungjo", "Batang")


def _noto(name: str, ranges: str, *others: str) -> Script:
    return Script(name, ranges, (f"Noto Serif {name}", f"Noto Sans {name}", *others))


SCRIPTS: tuple[Script, ...] = (
    Script("Japanese", r"\u3040-\u30ff\u31f0-\u31ff", _JAPANESE),
    Script("Korean", r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", _KOREAN),
    Script("Chinese", _HAN, _CHINESE),
    Script(
        "Arabic",
        r"\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe",
        ("Noto Naskh Arabic", "Amiri", "Noto Sans Arabic", "Geeza Pro", "Arial"),
    ),
    _noto("Hebrew", r"\u0590-\u05ff\ufb1d-\ufb4f", "New Peninim MT", "Arial"),
    _noto("Devanagari", r"\u0900-\u097f\ua8e0-\ua8ff", "Kohinoor Devanagari", "Nirmala UI"),
    _noto("Bengali", r"\u0980-\u09ff", "Nirmala UI"),
    _noto("Gurmukhi", r"\u0a00-\u0a7f", "Nirmala UI"),
    _noto("Gujarati", r"\u0a80-\u0aff", "Nirmala UI"),
    _noto("Tamil", r"\u0b80-\u0bff", "Nirmala UI"),
    _noto("Telugu", r"\u0c00-\u0c7f", "Nirmala UI"),
    _noto("Kannada", r"\u0c80-\u0cff", "Nirmala UI"),
    _noto("Malayalam", r"\u0d00-\u0d7f", "Nirmala UI"),
    _noto("Sinhala", r"\u0d80-\u0dff", "Nirmala UI"),
    _noto("Thai", r"\u0e00-\u0e7f", "Thonburi", "Leelawadee UI"),
    _noto("Lao", r"\u0e80-\u0eff", "Leelawadee UI"),
    _noto("Tibetan", r"\u0f00-\u0fff", "Microsoft Himalaya"),
    _noto("Myanmar", r"\u1000-\u109f", "Myanmar Text"),
    _noto("Georgian", r"\u10a0-\u10ff\u1c90-\u1cbf", "Sylfaen"),
    _noto("Ethiopic", r"\u1200-\u139f", "Nyala"),
    _noto("Khmer", r"\u1780-\u17ff", "Leelawadee UI"),
    _noto("Armenian", r"\u0530-\u058f", "Sylfaen"),
)


@dataclass(frozen=True, slots=True)
class Faces:
    """The families to set a text in, in order; whether the system's fonts are needed; scripts that have no font."""

    families: tuple[str | dict[str, str], ...] = (TEXT_FACE, *LAST_FACES)
    system: bool = False
    lacking: tuple[Script, ...] = ()


def private_in(characters: str) -> frozenset[str]:
    """Give the private-use characters."""
    return frozenset(re.findall(f"[{PRIVATE}]", characters))


def scripts_of(characters: str) -> tuple[Script, ...]:
    """Give the scripts that need a font of the system."""
    return tuple(script for script in SCRIPTS if re.search(f"[{script.ranges}]", characters))


def faces_for(scripts: tuple[Script, ...], language: str, installed: frozenset[str]) -> Faces:
    """Choose the families for these scripts from the installed ones, the same ones on every call.

    Chinese characters are drawn the way that `language` writes them, else in the shapes of mainland China.
    """
    chosen: list[str] = []
    lacking: list[Script] = []
    for script in scripts:
        families = _han(scripts, language) if script.families is _CHINESE else script.families
        found = next((family for family in families if family in installed), None)
        if found is None:
            lacking.append(script)
        elif found not in chosen:
            chosen.append(found)
    pictographs = [family for family in PICTOGRAPHS if family in installed]
    text: str | dict[str, str] = TEXT_FACE
    if language[:2] in ("zh", "ja"):  # there, quotation marks and dashes are as wide as the characters
        text = {"name": TEXT_FACE, "covers": "latin-in-cjk"}
    return Faces((text, *chosen, *LAST_FACES, *pictographs), system=True, lacking=tuple(lacking))


def _han(scripts: tuple[Script, ...], language: str) -> tuple[str, ...]:
    """Give families for Chinese characters; in Japanese and Korean text they are drawn as Japan and Korea do."""
    names = {script.name for script in scripts}
    if language.startswith(("zh-tw", "zh-hk", "zh-hant")):
        return (*_TAIWANESE, *_CHINESE)
    if language.startswith("ja") or (not language.startswith("zh") and "Japanese" in names):
        return (*_JAPANESE, *_CHINESE)
    if language.startswith("ko") or (not language.startswith("zh") and "Korean" in names):
        return (*_KOREAN, *_CHINESE)
    return (*_CHINESE, *_JAPANESE, *_TAIWANESE, *_KOREAN)
