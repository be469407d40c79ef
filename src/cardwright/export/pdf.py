"""Printable sheets: a deck as a tagged PDF (PDF/UA-1), set by Typst."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cardwright.core.deck import Deck
from cardwright.core.problem import Problem
from cardwright.export.base import Rendered
from cardwright.export.faces import Face, faces_of
from cardwright.export.sheets import Layout, Sheet, SheetOptions, sheet_of

if TYPE_CHECKING:
    import typst

TEMPLATE = "main.typ"
STANDARD_CARD = 95 * 69.25
"""mm²: a card of the default grid on A4, on which an answer is set in STANDARD_SIZE."""
STANDARD_SIZE = 12.0
"""pt of an answer on a standard card."""
SMALLEST_FACTOR, LARGEST_FACTOR = 0.72, 1.45
"""Bounds of the type size on other cards, as a factor: below 8 pt nobody reads with pleasure, 17 pt is a poster."""


class Pdf:
    """The PDF exporter of one layout."""

    def __init__(self, layout: Layout = "cards", paper: str = "a4", *, options: SheetOptions | None = None) -> None:
        self.options = options or SheetOptions(layout=layout, paper=paper)
        self.suffix = f"-{self.options.layout}.pdf"

    def render(self, deck: Deck) -> Rendered:
        """Give the PDF's bytes. Raises ExportError where the options do not describe a sheet."""
        sheet = sheet_of(self.options)
        with tempfile.TemporaryDirectory(prefix="cardwright-") as folder:
            root = Path(folder)
            for part in files("cardwright.export").joinpath("typst").iterdir():
                root.joinpath(part.name).write_bytes(part.read_bytes())
            faces, problems = faces_of(deck, pictures=lambda article, src: None, formula=lambda tex: None)
            data, report = _compiled(root, self._data(deck, sheet, faces), deck.modified)
        return Rendered(data, (*problems, *_reported(report, faces)))

    def _data(self, deck: Deck, sheet: Sheet, faces: tuple[Face, ...]) -> dict[str, Any]:
        options = self.options
        card = sheet.fronts[0]
        factor = min(max(sqrt(card.width * card.height / STANDARD_CARD), SMALLEST_FACTOR), LARGEST_FACTOR)
        return {
            "title": deck.title or deck.name or "Cards",
            "lang": deck.language or "en",
            "fonts": ["Libertinus Serif"],
            "sheet": _geometry(sheet),
            "size": STANDARD_SIZE * factor * options.scale,
            "floor": options.floor,
            "inset": 5.0 if card.width >= 80 else 3.5,
            "order": options.order,
            "collate": options.collate,
            "turned": options.rotate_backs,
            "colours": not options.ink_saving,
            "ids": options.ids,
            "leitner": options.leitner,
            "cards": [face.node for face in faces],
        }


def _geometry(sheet: Sheet) -> dict[str, Any]:
    def cells(row: Any) -> list[dict[str, float]]:
        return [{"x": cell.x, "y": cell.y, "w": cell.width, "h": cell.height} for cell in row]

    return {
        "width": sheet.width,
        "height": sheet.height,
        "fronts": cells(sheet.fronts),
        "backs": cells(sheet.backs),
        "cuts": sheet.cuts,
        "marks": sheet.marks,
    }


def _compiled(root: Path, data: Mapping[str, Any], timestamp: int) -> tuple[bytes, list[Any]]:
    import typst

    compiler = typst.Compiler(
        root.joinpath(TEMPLATE),
        root=root,
        font_paths=typst.Fonts(include_system_fonts=False),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"], timestamp=timestamp)
    if warnings:
        raise RuntimeError(warnings)
    return pdf, json.loads(compiler.query("<report>", field="value"))[0]


def _reported(report: list[Any], faces: tuple[Face, ...]) -> list[Problem]:
    return []
