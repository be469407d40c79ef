"""What a PDF asks of the print dialog: true size, paper by the page's size, the right duplex edge."""

from __future__ import annotations

import re

from cardwright.export.sheets import Edge

_FLIP: dict[Edge | None, bytes] = {"long": b"/DuplexFlipLongEdge", "short": b"/DuplexFlipShortEdge", None: b"/Simplex"}
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_PREFERENCES = re.compile(rb"/ViewerPreferences\s*<<(.*?)>>", re.DOTALL)


def with_preferences(pdf: bytes, *, duplex: Edge | None) -> bytes:
    """Give the PDF with its print preferences; `duplex` is the edge to turn the paper about, None for one side only.

    They are appended as an incremental update, as the PDF standard has it: a new catalogue, one line of the
    cross-reference table, a trailer that points to the old one. Nothing of the file is parsed or written again, which
    for 2,000 cards would take as long as a third of their layout. Raises ValueError where the file is not laid out the
    way our PDF writer does.
    """
    trailer = _TRAILER.search(pdf, max(len(pdf) - 2048, 0))
    root = _ROOT.search(trailer[1]) if trailer else None
    start = pdf.rfind(b"\n%s 0 obj" % root[1]) + 1 if root else 0
    end = pdf.find(b"endobj", start)
    if not trailer or not root or not start or end < 0:
        raise ValueError("the PDF has no plain trailer and catalogue")
    catalogue = _with(pdf[start:end], duplex)
    base = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    entry = b"xref\n%s 1\n%010d 00000 n \n" % (root[1], len(base))
    table = len(base) + len(catalogue) + len(b"endobj\n")
    ending = b"trailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1].rstrip(), trailer[2], table)
    return base + catalogue + b"endobj\n" + entry + ending


def _with(catalogue: bytes, duplex: Edge | None) -> bytes:
    asked = b"/PrintScaling/None/PickTrayByPDFSize true/Duplex" + _FLIP[duplex]
    if _PREFERENCES.search(catalogue):
        return _PREFERENCES.sub(lambda old: b"/ViewerPreferences<<" + old[1] + asked + b">>", catalogue)
    return catalogue.replace(b"/Type/Catalog", b"/Type/Catalog/ViewerPreferences<<" + asked + b">>", 1)
