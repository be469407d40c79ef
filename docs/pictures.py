"""Make pictures of a deck's cards, as Anki shows them.

    python docs/pictures.py DECK.apkg FOLDER [--phone] [--night] [--front] [--search WHAT] [--limit N]
    python docs/pictures.py DECK.apkg docs/cards.png --sheet

The package is imported by Anki's own backend (the `test` extra) into a collection that goes away, and headless
Chromium takes the picture; nothing is loaded from the network. Formulas stay TeX: MathJax is part of Anki's window.
`--sheet` sets a few cards side by side in one picture, by day and by night, for the README.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

DESKTOP = (760, 620)
PHONE = (390, 700)
"""Window sizes in CSS pixels."""

SCALE = 2
"""Device pixels for a CSS pixel."""

PAGE = """<!doctype html><html class="{night}"><head><meta charset="utf-8"><style>
html, body {{ min-height: 100%; }} body {{ box-sizing: border-box; }}
{css}</style></head><body class="card {night}">{html}</body></html>"""

SHEET = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 28px; background: #b9bec6; display: grid; gap: 24px; grid-template-columns: {columns}; }}
iframe {{ border: 0; border-radius: 14px; width: 100%; height: {height}px; box-shadow: 0 6px 24px #0004; }}
</style>{frames}"""


@dataclass(frozen=True, slots=True)
class Card:
    """A card as rendered by Anki: a name for its file, its style sheet and its two sides."""

    name: str
    css: str
    front: str
    back: str

    def page(self, *, front: bool, night: bool) -> str:
        """Give one side as a page."""
        html = self.front if front else self.back
        return PAGE.format(night="nightMode night_mode" if night else "", css=self.css, html=html)


def cards_of(package: Path, folder: Path, search: str) -> Iterator[Card]:
    """Import the package into a collection in `folder`; give its cards in the order of study."""
    import anki.lang  # noqa: PLC0415 - two seconds, and not for --help

    anki.lang.set_lang("en")
    from anki.collection import Collection, ImportAnkiPackageRequest  # noqa: PLC0415

    collection = Collection(str(folder / "collection.anki2"))
    try:
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package.resolve())))
        for at, number in enumerate(collection.find_cards(search, order="c.due, c.ord"), 1):
            shown = collection.get_card(number).render_output()
            plain = re.sub(r"<[^>]*>|[^\w\s-]", "", collection.get_card(number).note()["Question"])
            name = f"{at:03}-{'-'.join(plain.lower().split()[:6])}"
            yield Card(name, shown.css, shown.question_text, shown.answer_text)
    finally:
        collection.close()


def photograph(html: str, target: Path, folder: Path, size: tuple[int, int]) -> None:
    """Write a PNG of a page that stands in `folder`, where its pictures are, too."""
    page = folder / "page.html"
    page.write_text(html, encoding="utf-8")
    with tempfile.TemporaryDirectory() as profile:
        command = [
            shutil.which("chromium") or shutil.which("google-chrome") or "chromium",
            *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"),
            *("--disable-background-networking", f"--user-data-dir={profile}", "--allow-file-access-from-files"),
            *(f"--force-device-scale-factor={SCALE}", f"--window-size={size[0]},{size[1]}"),
            *(f"--screenshot={target.resolve()}", page.as_uri()),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=60)


def sheet(cards: Sequence[Card], target: Path, media: Path) -> None:
    """Write one picture: the front and the back of each card, every other card by night."""
    width, height = 460, 340
    frames = []
    for at, card in enumerate(cards):
        for front in (True, False):
            page = media / f"frame-{at}-{front}.html"
            page.write_text(card.page(front=front, night=at % 2 == 1), encoding="utf-8")
            frames.append(f'<iframe src="{page.name}"></iframe>')
    html = SHEET.format(columns="1fr 1fr", height=height, frames="".join(frames))
    photograph(html, target, media, (2 * width + 80, len(cards) * (height + 24) + 32))


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("target", type=Path, help="a folder; with --sheet, a .png")
    parser.add_argument("--phone", action="store_true", help="a window 390 pixels wide")
    parser.add_argument("--night", action="store_true")
    parser.add_argument("--front", action="store_true", help="the question alone")
    parser.add_argument("--sheet", action="store_true", help="one picture of all cards")
    parser.add_argument("--search", default="", help="which cards, in the words of Anki's browser")
    parser.add_argument("--limit", type=int, default=12, help="how many cards at most (12)")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cards = list(cards_of(asked.package, folder, asked.search))[: asked.limit]
        media = folder / "collection.media"
        media.mkdir(exist_ok=True)
        if asked.sheet:
            sheet(cards, asked.target, media)
            return 0
        asked.target.mkdir(parents=True, exist_ok=True)
        for card in cards:
            page = card.page(front=asked.front, night=asked.night)
            photograph(page, asked.target / f"{card.name}.png", media, PHONE if asked.phone else DESKTOP)
    return 0


if __name__ == "__main__":
    sys.exit(main())
