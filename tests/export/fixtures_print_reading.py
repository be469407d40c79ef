"""Readers of PDFs: what stands where, and what a file says of itself."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from html import unescape
from typing import Any, get_args

import pytest
from pypdf import PdfReader

from cardwright.export.base import Rendered
from cardwright.export.sheets import Layout

MM = 25.4 / 72
LAYOUTS: tuple[Layout, ...] = get_args(Layout)

poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
qpdf = pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")


def ran(*command: str, data: bytes) -> str:
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return done.stdout.decode()


def text_of(pdf: bytes) -> str:
    return ran("pdftotext", "-", "-", data=pdf).replace("\u200b", "")


def words_on(pdf: bytes) -> list[dict[str, tuple[float, float]]]:
    """Give for each page the middle of each word, mm from the top left corner."""
    pages = ran("pdftotext", "-bbox", "-", "-", data=pdf).split("<page ")[1:]
    found = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</word>')
    return [
        {
            unescape(word): ((float(x0) + float(x1)) / 2 * MM, (float(y0) + float(y1)) / 2 * MM)
            for x0, y0, x1, y1, word in found.findall(page)
        }
        for page in pages
    ]


def root_of(pdf: bytes) -> Any:
    return PdfReader(io.BytesIO(pdf)).root_object


def codes(rendered: Rendered) -> set[tuple[str, int]]:
    return {(problem.code, problem.span.line) for problem in rendered.problems}
