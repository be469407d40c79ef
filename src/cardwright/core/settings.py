"""What a user can set, with the defaults."""

from __future__ import annotations

from typing import Literal

from cardwright.core.record import dataclass

DeckMode = Literal["article", "folder", "one"]
Format = Literal["apkg", "pdf", "tsv", "jsonl"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a build, from `[tool.cardwright]` of pyproject.toml or from cardwright.toml.

    `confidence` is the least confidence (0 to 1) of a note that is shipped. `deck` says what makes a deck: an article,
    a folder, or everything ("one"). `deck_name` names the one deck. `site` is the address under which the articles are
    published: the path of an article below its folder, without the suffix, is appended. `formats` are written by a
    build. `paper` is a Typst paper name; `layouts` are the sheets that a build writes.
    """

    confidence: float = 0.85
    deck: DeckMode = "article"
    deck_name: str = ""
    site: str = ""
    language: str = ""
    formats: tuple[Format, ...] = ("apkg", "pdf")
    paper: str = "a4"
    layouts: tuple[str, ...] = ("cards",)
