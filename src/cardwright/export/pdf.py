"""Printable sheets: a deck as a tagged PDF (PDF/UA-1)."""

from __future__ import annotations

import json
import re
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from cardwright.core.deck import Deck, Media
from cardwright.core.problem import Problem
from cardwright.core.span import Span
from cardwright.errors import ExportError
from cardwright.export.base import Rendered
from cardwright.export.engine import Engine, UnshownError, forget, installed
from cardwright.export.faces import MOST_ITEMS, Face, faces_of
from cardwright.export.glyphs import STAND_IN, Faces, faces_for, private_in, scripts_of
from cardwright.export.maths import formula_of
from cardwright.export.page import page_of
from cardwright.export.pixels import MOST_PIXELS, pixels_of
from cardwright.export.preferences import with_preferences
from cardwright.export.qr import qr_svg
from cardwright.export.sheets import Layout, SheetOptions, sheet_of

VOLUME = 2_000
"""Notes in one file: its layout takes some 550 MB of memory, which grows with the pages."""
MOST_PARTS = 2
"""Cards that one side may go on over before it is reported: more than two are no flashcard."""
TRIES = 3
"""Rounds of replacing what cannot be shown; one is enough but for texts of random characters."""
PLAIN = "".join(map(chr, range(0x20, 0x7F)))


class Pdf:
    """The PDF exporter of one layout. `suffix` is "-cards.pdf", "-study.pdf", ..."""

    def __init__(self, layout: Layout = "cards", paper: str = "a4", *, options: SheetOptions | None = None) -> None:
        self.options = options or SheetOptions(layout=layout, paper=paper)
        self.suffix = f"-{self.options.layout}.pdf"

    def render(self, deck: Deck) -> Rendered:
        """Give the whole deck as one file; its memory grows with the deck, so prefer `render_volumes` above VOLUME.

        Raises ExportError where the options describe no sheet or the deck holds nothing that this layout prints.
        """
        sheet = sheet_of(self.options)
        with tempfile.TemporaryDirectory(prefix="cardwright-") as folder:
            engine = Engine(Path(folder))
            pictures = _pictures(engine, deck.media)
            faces, problems = faces_of(
                deck,
                pictures=lambda article, src: pictures.get((article, src)),
                formula=formula_of,
                most_items=MOST_ITEMS if self.options.layout in ("cards", "fold") else sys.maxsize,
            )
            codes = _codes(engine, faces) if self.options.qr and not self.options.ink_saving else {}
            page = page_of(deck, faces, sheet, self.options, codes)
            if not page["cards"] and self.options.layout != "calibration":
                raise _nothing(deck, self.options.layout)
            text, fonts, unshown = _shown(engine, page, deck)
            data, report, tied = _rendered(engine, text, fonts, deck.modified)
        found = (*problems, *_glyph_problems(faces, fonts, unshown | tied), *_fit_problems(report, faces))
        return Rendered(with_preferences(data, duplex=None if self.options.layout == "study" else sheet.duplex), found)

    def render_volumes(self, deck: Deck) -> Iterator[tuple[str, Rendered]]:
        """Give (suffix, file) for each volume of at most VOLUME notes; "-cards.pdf" where one is enough.

        Volumes are rendered one by one, as they are asked for. One merged file would have to be held and its
        structure tree rewritten; a stack of paper is printed and cut in volumes anyway.
        """
        count = -(-len(deck.notes) // VOLUME)
        if count <= 1 or self.options.layout == "calibration":
            yield self.suffix, self.render(deck)
            return
        stem = self.suffix.removesuffix(".pdf")
        for at in range(count):
            notes = deck.notes[at * VOLUME : (at + 1) * VOLUME]
            title = f"{deck.title or deck.name} ({at + 1}/{count})"
            yield f"{stem}-{at + 1}.pdf", self.render(replace(deck, notes=notes, title=title))
            forget()


def _pictures(engine: Engine, media: Mapping[tuple[str, str], Media]) -> dict[tuple[str, str], str]:
    """Lay the pictures into the engine's folder; give the file of each that can be drawn."""
    names: dict[str, str] = {}
    for picture in media.values():
        if picture.digest not in names and pixels_of(picture.data) <= MOST_PIXELS:
            names[picture.digest] = f"picture-{len(names) + 1}"
            engine.root.joinpath(names[picture.digest]).write_bytes(picture.data)
    broken = engine.undrawable(names.values())
    drawn = {digest: name for digest, name in names.items() if name not in broken}
    return {key: drawn[picture.digest] for key, picture in media.items() if picture.digest in drawn}


def _codes(engine: Engine, faces: tuple[Face, ...]) -> dict[str, str]:
    """Lay a QR code for each source address into the engine's folder; give the files by address."""
    codes: dict[str, str] = {}
    for address in dict.fromkeys(face.node["src"] for face in faces):
        svg = qr_svg(address)
        if svg:
            codes[address] = f"code-{len(codes) + 1}"
            engine.root.joinpath(codes[address]).write_bytes(svg)
    return codes


def _shown(engine: Engine, page: dict[str, Any], deck: Deck) -> tuple[str, Faces, frozenset[str]]:
    """Give the page as JSON with its fonts chosen, and the characters that no font has, replaced by STAND_IN."""
    text = json.dumps(page, ensure_ascii=False)
    characters = "".join(sorted(set(text) - set(PLAIN)))
    scripts = scripts_of(characters)
    fonts = Faces()
    unshown = engine.missing(characters, fonts.families, system=False)
    if scripts or unshown:
        fonts = faces_for(scripts, deck.language, installed())
        unshown = engine.missing(characters, fonts.families, system=True)
    unshown |= private_in(characters)
    text = _without(text, unshown)
    head = json.dumps({"fonts": list(fonts.families)})
    return f"{head[:-1]}, {text[1:]}", fonts, unshown


def _rendered(engine: Engine, text: str, fonts: Faces, timestamp: int) -> tuple[bytes, list[list[Any]], frozenset[str]]:
    """Give the PDF, the layout's report, and the characters that only their neighbours keep from being shown.

    A mark over a letter, or a sequence of emoji, is drawn from one font: there may be none that has both, though each
    is in some. Such marks are replaced by STAND_IN, and their neighbours tried again.
    """
    tied: frozenset[str] = frozenset()
    for _ in range(TRIES):
        try:
            return (*engine.render(text, system=fonts.system, timestamp=timestamp), tied)
        except UnshownError as error:
            lost = frozenset("".join(error.clusters)) - frozenset(PLAIN + STAND_IN)
            lost = lost or frozenset(sign for sign in text if unicodedata.category(sign) in ("Mn", "Mc", "Me", "Cf"))
            tied |= lost
            text = _without(text, lost)
    return (*engine.render(text, system=fonts.system, timestamp=timestamp), tied)


def _without(text: str, characters: frozenset[str]) -> str:
    """Replace characters by STAND_IN, together with the joiners and variants that follow or tie them."""
    if not characters:
        return text
    lost = "".join(re.escape(character) for character in sorted(characters))
    return re.sub(f"[{lost}](?:[\u200d\ufe0e\ufe0f\u20e3]+[{lost}]?)*", STAND_IN, text)


def _glyph_problems(faces: tuple[Face, ...], fonts: Faces, unshown: frozenset[str]) -> Iterator[Problem]:
    """Tell of each character and each script without a font once an article, where it stands first."""
    told: set[tuple[str, object]] = set()
    lacking = {script.name for script in fonts.lacking}
    for face in faces if unshown or lacking else ():
        text = json.dumps(face.node, ensure_ascii=False)
        span = face.stamped.note.span
        lost = [character for character in sorted(unshown & set(text)) if (span.path, character) not in told]
        if lost:
            listed = ", ".join(f"U+{ord(character):04X}" for character in lost[:20])
            fix = "Install a font for it, such as Noto, or drop it"
            yield _warning(span, "no-glyph", f"no font here can show {listed}", fix)
        scripts = [each for each in scripts_of(text) if each.name in lacking and (span.path, each) not in told]
        for script in scripts:
            fix = f"Install {script.families[0]} on the machine that makes the sheets"
            yield _warning(span, "no-font", f"there is no good font for {script.name} text here", fix)
        told |= {(span.path, thing) for thing in (*lost, *scripts)}


def _fit_problems(report: list[list[Any]], faces: tuple[Face, ...]) -> Iterator[Problem]:
    """Turn the layout's report, rows of (card, parts, squeezed), into problems."""
    for at, parts, squeezed in report:
        span = faces[at].stamped.note.span
        if parts > MOST_PARTS:
            fix = "Shorten the passage, choose larger cards, or drop the card"
            yield _warning(span, "long-on-paper", f"the card goes on over {parts} cards on paper", fix)
        if squeezed:
            fix = "Choose larger cards, or make the table, picture or formula smaller"
            yield _warning(span, "small-on-paper", "a part of the card had to be set very small on paper", fix)


def _warning(span: Span, code: str, message: str, fix: str) -> Problem:
    return Problem(span, code, message, fix, "warning")


def _nothing(deck: Deck, layout: str) -> ExportError:
    what = "no definition" if layout == "glossary" else "no card"
    fix = "Select more, or choose another layout"
    return ExportError(Problem(Span(deck.name, 0, 0), "nothing-to-print", f"there is {what} to print", fix, "warning"))
