import pkgutil
import re
from importlib import import_module

import pytest

import cardwright
from cardwright.text.regex import lazy_regex


def test_a_late_pattern_matches_like_any_other() -> None:
    pattern = lazy_regex(r"(?P<word>ab+)", re.IGNORECASE)
    assert pattern.pattern == r"(?P<word>ab+)"
    found = pattern.search("x ABB y")
    assert found is not None
    assert found["word"] == "ABB"
    assert pattern.sub("-", "ab cab") == "- c-"
    assert pattern.split("1ab2") == ["1", "ab", "2"]


def test_what_a_late_pattern_does_not_do_is_said() -> None:
    with pytest.raises(AttributeError, match="groups"):
        _ = lazy_regex("a").groups


def test_every_late_pattern_compiles() -> None:
    names = [module.name for module in pkgutil.walk_packages(cardwright.__path__, "cardwright.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    late = [value for module in modules for value in vars(module).values() if type(value).__name__ == "_Late"]
    assert len(late) > 100
    for pattern in late:
        re.compile(pattern.pattern, pattern.flags)
