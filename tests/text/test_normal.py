"""One form for two wordings of a word, a term or a heading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardwright.text.normal import key, singular, unnumbered, without_asides, without_the, words


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("boats", "boat"),
        ("Boats", "boat"),
        ("parties", "party"),
        ("dishes", "dish"),
        ("branches", "branch"),
        ("boxes", "box"),
        ("glasses", "glass"),
        ("databases", "database"),
        ("criteria", "criterion"),
        ("indices", "index"),
        ("analyses", "analysis"),
        ("metrics", "metric"),
        ("leaves", "leaf"),
        ("cookies", "cookie"),
        ("people", "person"),
        ("caches", "cache"),
    ],
)
def test_a_plural_has_its_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    "word", "boat glass status analysis kubernetes_os physics news gas its famous data series".split()
)
def test_a_word_that_only_looks_plural_stays(word: str) -> None:
    assert singular(word) == (word if word != "news" else "new")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Keel", "keel"),
        ("a back-end developer", "Back end developers"),
        ("Mean time to repair (MTTR)", "mean time to repair"),
        ("the sailor’s knot", "sailor's knots"),
        ("Points of sail", "point of sail"),
        ("REST APIs", "REST API"),
        ("全角（かっこ）", "全角"),
    ],
)
def test_two_wordings_of_a_term_have_one_key(first: str, second: str) -> None:
    assert key(first) == key(second) != ""


@pytest.mark.parametrize(("first", "second"), [("C", "C++"), ("C#", "C"), ("keel", "keelson"), ("sail", "sailor")])
def test_two_terms_have_two_keys(first: str, second: str) -> None:
    assert key(first) != key(second)


def test_a_name_that_is_nothing_but_a_parenthesis_keeps_its_words() -> None:
    assert key("(optional)") == "optional"


def test_words_take_hyphens_and_possessives_apart() -> None:
    assert words("The crew's well-kept C++ and C#, isn’t it?") == [
        "the",
        "crew",
        "well",
        "kept",
        "c++",
        "and",
        "c#",
        "isn't",
        "it",
    ]


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("3.2. The keel", "The keel"),
        ("1) Hoist", "Hoist"),
        ("Step 4: Pull", "Pull"),
        ("Chapter 2 - Knots", "Knots"),
        ("Part 1 – Wind", "Wind"),
        ("5 knots to know", "5 knots to know"),
        ("2001: a voyage", "a voyage"),
        ("3D printing", "3D printing"),
        ("1.5 tons of lead", "1.5 tons of lead"),
    ],
)
def test_a_heading_loses_its_number(title: str, bare: str) -> None:
    assert unnumbered(title) == bare


@given(st.text(max_size=40))
def test_a_key_is_its_own_key_but_for_the_article_and_case(text: str) -> None:
    assert key(text.upper().lower()) == key(text.upper().lower().strip())
    assert all(word == word.lower() for word in words(text.lower()))
    assert key(text) == key(f"  {text}  ")


def test_what_stands_in_brackets_and_a_the_in_front_come_off() -> None:
    assert without_asides("rudder (steering blade) and keel（龙骨）") == "rudder and keel"
    assert without_asides("rudder [blade]") == "rudder [blade]"
    assert (without_the("the keel"), without_the("theory")) == ("keel", "theory")
