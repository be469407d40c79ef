"""Front matter of plain texts is read without YAML, to the same effect."""

from __future__ import annotations

import subprocess
import sys

import pytest
from frontmatter.default_handlers import YAMLHandler
from hypothesis import given
from hypothesis import strategies as st

from cardwright.source.front_matter import split

PIECES = "ab yes no on null ' \" # : , . - / ( ) é ’ 0 1 2022-10-25 ~ & * ! [ ] { } \\ \t \u2028 \u00a0".split(" ")
LINES = st.builds(
    "{}: {}{}{}\n".format,
    st.sampled_from(["title", "on", "no-x", "y", "id", "NULL", "nullx", "a1"]),
    st.sampled_from(["", "'", '"']),
    st.lists(st.sampled_from([*PIECES, " "]), max_size=5).map("".join),
    st.sampled_from(["", "'", '"', " "]),
)


@given(st.lists(LINES, min_size=1, max_size=3).map("".join), st.sampled_from(["", "\nBody", "  \n\nBody\n---\n"]))
def test_whatever_is_read_is_what_yaml_reads(block: str, tail: str) -> None:
    front = split(f"---\n{block}---{tail}", path="a.md")
    if front.problems or not front.meta:
        return
    read = YAMLHandler().load(block)
    assert front.meta == {str(key): value for key, value in read.items()}
    assert (front.body.strip(), front.first_line) == (tail.strip(), 2 + block.count("\n"))


@pytest.mark.parametrize(
    ("head", "yaml_is_loaded"),
    [
        ("title: 'One: two # three'\ndate: \"2022-10-25\"\nlang: en\n", False),
        ("title: Introduction to the back end (part one)\n", False),
        ("tags: [a, b]\n", True),
        ("draft: true\n", True),
        ("date: 2022-10-25\n", True),
    ],
)
def test_only_what_needs_yaml_loads_it(head: str, yaml_is_loaded: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    code = (
        "import sys; from cardwright.source.front_matter import split\n"
        f"print(len(split({f'---{chr(10)}{head}---{chr(10)}Body'!r}, path='a').meta), 'yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(head.count("\n")), str(yaml_is_loaded)]
