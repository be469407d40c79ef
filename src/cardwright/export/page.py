"""The data of a sheet: everything that the template needs to know, as plain values."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from hashlib import sha256
from math import sqrt
from typing import Any

from cardwright.core.deck import Deck
from cardwright.core.document import shown
from cardwright.export.content import Node, cleaned, language_code
from cardwright.export.faces import Face
from cardwright.export.sheets import Sheet, SheetOptions, turns_upright
from cardwright.export.words import words_for

STANDARD_CARD = 95 * 69.25
"""mm²: a card of the default grid on A4, on which an answer is set in STANDARD_SIZE."""
STANDARD_SIZE = 12.0
"""pt of an answer on a standard card."""
FLOW_SIZE = 10.5
"""pt of running text in the study sheet, the quiz and the glossary."""
SMALLEST_FACTOR, LARGEST_FACTOR = 0.72, 1.45
"""Bounds of the type size on other cards, as a factor: below 8 pt nobody reads with pleasure, 17 pt is a poster."""
NARROW = 80.0
"""mm of card width below which the inner margin is INSETS[1] instead of INSETS[0] mm."""
INSETS = (5.0, 3.5)


def page_of(
    deck: Deck, faces: tuple[Face, ...], sheet: Sheet, options: SheetOptions, codes: Mapping[str, str]
) -> dict[str, Any]:
    """Give the template's data. `codes` maps source addresses to the files of their QR codes."""
    card = sheet.fronts[0]
    factor = min(max(sqrt(card.width * card.height / STANDARD_CARD), SMALLEST_FACTOR), LARGEST_FACTOR)
    on_cards = options.layout in ("cards", "fold")
    size = (STANDARD_SIZE * factor if on_cards else FLOW_SIZE) * options.scale
    return {
        "layout": options.layout,
        "title": " ".join(cleaned(deck.title or deck.name).split()) or "Cards",
        "lang": language_code(deck.language) or "en",
        "words": words_for(deck.language),
        "sheet": asdict(sheet),
        "upright": turns_upright(options, sheet.width, sheet.height),
        "shift": options.shift,
        "size": size,
        "floor": min(options.floor * options.scale, size),
        "inset": INSETS[card.width < NARROW],
        "stack": options.order == "stack",
        "apart": options.collate == "fronts-first",
        "turned": options.rotate_backs,
        "colours": not options.ink_saving,
        "ids": options.ids,
        "leitner": options.leitner,
        "seed": options.seed,
        "cards": [_card(face, codes, options) for face in _ordered(faces, options)],
    }


def _card(face: Face, codes: Mapping[str, str], options: SheetOptions) -> Node:
    node = {key: value for key, value in face.node.items() if key != "src"}
    address = face.node["src"]
    if options.layout == "glossary":
        node["letter"] = _term(face)[0][:1].upper()
    return node | ({"code": codes[address], "src": address} if address in codes else {})


def _ordered(faces: tuple[Face, ...], options: SheetOptions) -> Iterable[Face]:
    """Give the faces that the layout prints, in its order."""
    if options.layout == "glossary":
        terms = [face for face in faces if face.stamped.note.kind == "definition" and face.stamped.note.term]
        return sorted(terms, key=_term)
    if options.layout == "quiz" and options.seed:
        return sorted(faces, key=lambda face: sha256(f"{options.seed}:{face.stamped.guid}".encode()).digest())
    return () if options.layout == "calibration" else faces


def _term(face: Face) -> tuple[str, str]:
    term = shown(face.stamped.note.term) if face.stamped.note.term else ""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", term) if not unicodedata.combining(letter))
    return bare.casefold(), term
