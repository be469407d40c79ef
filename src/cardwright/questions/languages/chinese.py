"""Chinese questions."""

from __future__ import annotations

from cardwright.questions.languages.base import Templates


def spaced(before: str, term: str) -> tuple[str, str]:
    """Set a blank between a Chinese character and a Latin letter or a digit."""
    return before, " " if before and term[:1].isascii() and term[:1].isalnum() else ""


CHINESE = Templates(
    be="什么是{}？",
    mean="什么是{}？",
    under="：",
    stands_for="{} 是什么的缩写？",
    serve="{}有什么用？",
    reverse="这里描述的是哪个术语？",
    join=spaced,
)
