from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardwright.core.media import media_of

DIGEST = "ca978112"  # of b"a"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("cat.png", f"cat-{DIGEST}.png"),
        ("img/My%20Cat.PNG", f"my-cat-{DIGEST}.png"),
        ("img\\deep\\cat.jpeg", f"cat-{DIGEST}.jpeg"),
        ("cat.png?size=2#top", f"cat-{DIGEST}.png"),
        ("_hidden_.svg", f"hidden-{DIGEST}.svg"),
        ("猫.png", f"picture-{DIGEST}.png"),
        ("a.b.c.gif", f"a-b-c-{DIGEST}.gif"),
        ("no suffix", f"no-suffix-{DIGEST}"),
        ("odd.s%20uffix", f"odd-{DIGEST}"),
        ("x" * 90 + ".png", f"{'x' * 40}-{DIGEST}.png"),
        ("http://[bad/cat.png", f"cat-{DIGEST}.png"),
    ],
)
def test_names(source: str, name: str) -> None:
    assert media_of(source, b"a").name == name


def test_new_content_gets_a_new_name() -> None:
    assert media_of("cat.png", b"a").name != media_of("cat.png", b"b").name
    assert media_of("cat.png", b"a") == media_of("cat.png", b"a")


@given(st.text(), st.binary(max_size=8))
def test_any_source_gives_a_name_for_every_file_system(source: str, data: bytes) -> None:
    made = media_of(source, data)
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*-[0-9a-f]{8}(\.[a-z0-9]{1,5})?", made.name)
    assert made.digest.startswith(made.name.rpartition("-")[2][:8])
    assert made.data == data
