from __future__ import annotations

import re

import pytest
import segno

from cardwright.export.qr import LONGEST, MASK, qr_svg


@pytest.mark.parametrize(
    "address", ["", "javascript:alert(1)", "notes.md", "https://a b", "https://x/" + "y" * LONGEST]
)
def test_only_web_addresses_of_a_readable_length(address: str) -> None:
    assert qr_svg(address) is None


def test_the_path_holds_the_modules_of_the_code() -> None:
    address = "https://example.org/networks#load-balancing"
    svg = qr_svg(address)
    assert svg is not None
    matrix = segno.make(address, micro=False, error="l", mask=MASK).matrix
    drawn = [[0] * len(matrix) for _ in matrix]
    for x, y, width in re.findall(rb"M(\d+) (\d+)h(\d+)v1H\1z", svg):
        for at in range(int(x), int(x) + int(width)):
            drawn[int(y)][at] = 1
    assert drawn == [list(row) for row in matrix]
    assert f'viewBox="0 0 {len(matrix)} {len(matrix)}"'.encode() in svg
