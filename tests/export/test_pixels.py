from __future__ import annotations

import shutil
import subprocess

import pytest
from fixtures_print import SPAN, SVG, deck_of, note, png
from hypothesis import given
from hypothesis import strategies as st

from cardwright.core.deck import Media
from cardwright.core.document import Figure
from cardwright.export.pdf import Pdf
from cardwright.export.pixels import MOST_PIXELS, pixels_of

convert = pytest.mark.skipif(not shutil.which("convert"), reason="imagemagick is not installed")


@convert
@pytest.mark.parametrize("form", ["png", "gif", "jpg", "webp"])
@pytest.mark.parametrize(
    "options", [(), ("-define", "webp:lossless=true"), ("-alpha", "set", "-channel", "A", "-fx", "0.5")]
)
def test_formats(form: str, options: tuple[str, ...]) -> None:
    command = ["convert", "-size", "37x21", "gradient:red-blue", *options, f"{form}:-"]
    picture = subprocess.run(command, capture_output=True, check=True).stdout
    assert pixels_of(picture) == 37 * 21


def test_vector_pictures_have_none() -> None:
    assert pixels_of(SVG) == 0


@given(st.binary(max_size=60), st.sampled_from([b"", b"\x89PNG", b"GIF89a", b"\xff\xd8\xff\xc0", b"RIFF....WEBPVP8X"]))
def test_any_bytes_are_read(data: bytes, head: bytes) -> None:
    assert pixels_of(head + data) >= 0


def test_a_picture_of_too_many_pixels_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    media = {(SPAN.path, "grey.png"): Media("grey.png", "0" * 64, png(10, 10))}
    deck = deck_of(note("Grey?", Figure("grey.png", "Grey", SPAN)), media=media)
    assert MOST_PIXELS == 100_000_000
    assert Pdf().render(deck).problems == ()
    monkeypatch.setattr("cardwright.export.pdf.MOST_PIXELS", 99)
    assert [problem.code for problem in Pdf().render(deck).problems] == ["picture-not-printed"]
