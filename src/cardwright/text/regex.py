"""A regular expression that is compiled when it is first used: a run pays for the patterns that its articles need."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Late:
    """Stands for a pattern; from its first use on it has that pattern's own methods, so that it costs nothing more."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(f"a late pattern has no attribute {name!r}")
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def lazy_regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern like `re.compile`, but compiled when it is first used.

    Some three hundred patterns take 80 ms to compile, which a short run must not pay for the half that it never asks.
    """
    return cast("re.Pattern[str]", _Late(source, flags))
