"""The one door to Typst: compiles the template, asks which pictures and which characters it can draw."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

MAIN = "main.typ"
KEPT_FOR = 10
"""Compilations after which Typst forgets what none of them used."""
_UNSHOWN = re.compile(r'the text `("(?:[^"\\]|\\.)*")` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")


class UnshownError(Exception):
    """Texts that cannot be shown, each a cluster of characters that are drawn as one."""

    def __init__(self, clusters: frozenset[str]) -> None:
        super().__init__(", ".join(sorted(clusters)))
        self.clusters = clusters


class Engine:
    """A private folder with the template, and a compiler that can read nothing outside of it.

    Raises no error of its own for what an article holds: pictures and characters are asked about first, and every
    text is data.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        for part in files("cardwright.export").joinpath("typst").iterdir():
            root.joinpath(part.name).write_bytes(part.read_bytes())

    def render(self, data: str, *, system: bool, timestamp: int) -> tuple[bytes, list[Any]]:
        """Give the PDF (PDF/UA-1) of the JSON data and the layout's own report. `timestamp` is Unix seconds UTC.

        Raises UnshownError for clusters of characters that no font has together, though it may have each.
        """
        import typst  # noqa: PLC0415

        compiler = self._compiler(MAIN, data, system=system)
        try:
            pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"], timestamp=timestamp)
        except typst.TypstError as error:
            raise UnshownError(_unshown(error)) from None
        if warnings or not isinstance(pdf, bytes):
            raise RuntimeError(f"the sheet's template has a fault: {warnings}")
        return pdf, json.loads(compiler.query("<report>", field="value", one=True))

    def undrawable(self, names: Iterable[str]) -> frozenset[str]:
        """Give those of the picture files that cannot be drawn."""
        names = tuple(names)
        if not names or self._draws(names):
            return frozenset()
        if len(names) == 1:
            return frozenset(names)
        middle = len(names) // 2
        return self.undrawable(names[:middle]) | self.undrawable(names[middle:])

    def missing(self, characters: str, families: Iterable[object], *, system: bool) -> frozenset[str]:
        """Give those of the characters that no font has."""
        import typst  # noqa: PLC0415 - 50 ms, for sheets only

        data = json.dumps({"characters": list(characters), "fonts": list(families)}, ensure_ascii=False)
        try:
            self._compiler("characters.typ", data, system=system).compile(format="pdf", pdf_standards=["ua-1"])
        except typst.TypstError as error:
            return frozenset("".join(_unshown(error))) & frozenset(characters)
        return frozenset()

    def _draws(self, names: tuple[str, ...]) -> bool:
        import typst  # noqa: PLC0415

        try:
            self._compiler("pictures.typ", json.dumps(names), system=False).compile(format="pdf")
        except typst.TypstError:
            return False
        return True

    def _compiler(self, main: str, data: str, *, system: bool) -> typst.Compiler:
        import typst  # noqa: PLC0415

        return typst.Compiler(
            self.root / main,
            root=self.root,
            font_paths=_fonts(system=system),
            sys_inputs={"data": data},
        )


def forget() -> None:
    """Let go of what was laid out: Typst keeps it for its next ten compilations, some 500 MB for a volume of cards."""
    import typst  # noqa: PLC0415

    for at in range(KEPT_FOR + 1):
        page = f"#set page(width: {at + 1}pt, height: 1pt)"  # a page of its own each time, else it is no compilation
        typst.compile(page.encode(), format="svg", font_paths=_fonts(system=False))


def _unshown(error: typst.TypstError) -> frozenset[str]:
    """Give the texts that an error names as without a font. Raises the error again where it is another one."""
    found = _UNSHOWN.findall(error.diagnostic or str(error))
    if not found:
        raise error
    return frozenset(ast.literal_eval(_ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)) for text in found)


def installed() -> frozenset[str]:
    """Give the families of the system's fonts."""
    return frozenset(_fonts(system=True).families())


@cache
def _fonts(*, system: bool) -> typst.Fonts:
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=True)
