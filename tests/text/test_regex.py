import pkgutil
import re
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cardwright
from cardwright.text.regex import WordSet, ending, folded_regex, holding, lazy_regex, starting, wording


def _patterns(kind: str) -> dict[str, Any]:
    names = [module.name for module in pkgutil.walk_packages(cardwright.__path__, "cardwright.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    return {
        value.pattern: value for module in modules for value in vars(module).values() if type(value).__name__ == kind
    }


GUARDED = _patterns("_Guarded")
FOLDED = _patterns("_Folded")
_ALPHABET = st.sampled_from([chr(code) for code in range(32, 127)] + [*"\x00\n\xa0“”‘’（）：–—…¿"])


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


@pytest.mark.parametrize("text", ["xAb", "b", "", "ab a ab"])
def test_a_guarded_pattern_matches_like_any_other(text: str) -> None:
    plain, guarded = re.compile("ab", re.IGNORECASE), lazy_regex("ab", re.IGNORECASE, when=holding("ab"))
    for method in ("search", "match", "fullmatch"):
        assert str(getattr(guarded, method)(text)) == str(getattr(plain, method)(text))
    assert [m.span() for m in guarded.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert guarded.sub("-", text) == plain.sub("-", text)
    assert guarded.split(text) == plain.split(text)


def test_guards_look_at_the_text_in_any_case() -> None:
    assert starting("how", "why")("How to")
    assert not starting("how")("Know how")
    assert ending("of", "to")("What it consists OF \n")
    assert not ending("of")("of it")
    assert holding("(", "see")("what you See")
    assert not holding("see")("sea")
    assert wording("this it")("Is it?")
    assert not wording("this it")("Edit thistle")
    assert WordSet("step steps").fullmatch("Steps")
    assert not WordSet("step steps").fullmatch("steps taken")


@pytest.mark.parametrize("text", ["no", "No one", "not", "İ NO", "no İ"])
def test_a_folded_pattern_matches_in_any_case(text: str) -> None:
    exact, folded = re.compile(r"\bno\b", re.IGNORECASE), folded_regex(r"\bno\b")
    for method in ("search", "match"):
        found, wanted = getattr(folded, method)(text), getattr(exact, method)(text)
        assert (found and found.span()) == (wanted and wanted.span())
    assert not folded_regex("no", when=holding("x")).search("no")
    assert not folded_regex("no", when=holding("x")).match("no")


def test_every_late_pattern_compiles() -> None:
    late = _patterns("_Late")
    assert len(late) > 100
    for pattern in late.values():
        re.compile(pattern.pattern, pattern.flags)


@pytest.mark.parametrize("source", sorted(GUARDED))
def test_a_guard_lets_through_whatever_its_pattern_matches(source: str) -> None:
    guarded = GUARDED[source]
    compiled = re.compile(source, guarded.flags)
    at_start = guarded.may.__qualname__.startswith("starting")  # such a pattern is only looked for there

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.from_regex(compiled, alphabet=_ALPHABET))
    def matching(text: str) -> None:
        found = compiled.search(text)
        assert found
        assert guarded.may(text[found.start() :] if at_start else text)

    matching()


@pytest.mark.parametrize("source", sorted(FOLDED))
def test_a_folded_pattern_is_the_one_that_ignores_case(source: str) -> None:
    folded = FOLDED[source]
    exact = re.compile(source, re.IGNORECASE)
    at_start = folded.may is not None and folded.may.__qualname__.startswith("starting")

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.from_regex(exact, alphabet=_ALPHABET))
    def matching(text: str) -> None:
        start = exact.search(text)
        assert start
        text = text[start.start() :] if at_start else text
        wanted, found = exact.search(text), folded.search(text)
        assert (wanted and wanted.span()) == (found and found.span())

    matching()
