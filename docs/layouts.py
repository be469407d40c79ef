"""Make the pictures of the layouts, for the README and for sheets.md.

    python docs/layouts.py seeds/introduction-to-backend-development.md docs

The pages are made by `cardwright sheets`; pdftoppm draws them, and ImageMagick's montage sets them side by side.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

PICTURES = {
    "layouts": ("cards-1", "cards-2", "fold-1", "study-1", "quiz-1", "glossary-1"),
    "sheets-cards": ("cards-1", "cards-2"),
    "sheets-fold-study": ("fold-1", "study-1"),
    "sheets-quiz": ("quiz-1", "quiz-3"),
    "sheets-glossary-calibration": ("glossary-1", "calibration-1"),
}
"""The pages of each picture: layout and number."""
WIDTH = 520
"""Pixels of a page."""


def draw(article: str, page: str, folder: Path) -> None:
    """Make the sheets of an article in one layout, and the picture of one page."""
    layout, number = page.split("-")
    command = [sys.executable, "-m", "cardwright", "sheets", article, "--layout", layout, "-o", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    (pdf,) = folder.glob(f"*{layout}.pdf")
    which = ("-f", number, "-l", number, "-scale-to-x", str(WIDTH), "-scale-to-y", "-1")
    subprocess.run(["pdftoppm", "-png", "-gray", "-singlefile", *which, str(pdf), str(folder / page)], check=True)


def main(article: str, target: str) -> None:
    """Draw each page once, then set the pages of a picture in rows of two or three."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for page in dict.fromkeys(page for pages in PICTURES.values() for page in pages):
            draw(article, page, folder)
        for picture, pages in PICTURES.items():
            files = [str(folder / f"{page}.png") for page in pages]
            tiles = f"{min(len(pages), 3)}x"
            look = ("-tile", tiles, "-geometry", "+8+8", "-background", "#b9bec6", "-depth", "8", "-colors", "32")
            subprocess.run(["montage", *files, *look, "-strip", str(Path(target) / f"{picture}.png")], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
