"""English word forms, by closed lists and spelling rules."""

import pytest

from cardwright.text.english import (
    VERBS,
    base_of_gerund,
    base_of_third,
    is_base_verb,
    is_plural,
    with_article,
)


@pytest.mark.parametrize(
    ("third", "base"),
    [
        ("supports", "support"),
        ("carries", "carry"),
        ("matches", "match"),
        ("fixes", "fix"),
        ("presses", "press"),
        ("addresses", "address"),
        ("has", "have"),
        ("does", "do"),
        ("goes", "go"),
        ("is", "be"),
        ("Uses", "use"),
        ("reconnects", "reconnect"),
        ("uninstalls", "uninstall"),
        ("boats", ""),
        ("support", ""),
        ("bus", ""),
        ("resources", ""),
    ],
)
def test_the_third_person_has_its_base(third: str, base: str) -> None:
    assert base_of_third(third) == base


@pytest.mark.parametrize(
    ("gerund", "base"),
    [
        ("making", "make"),
        ("running", "run"),
        ("testing", "test"),
        ("Keeping", "keep"),
        ("seeing", "see"),
        ("ring", ""),
        ("building", "build"),
        ("herring", ""),
        ("make", ""),
    ],
)
def test_the_gerund_has_its_base(gerund: str, base: str) -> None:
    assert base_of_gerund(gerund) == base


@pytest.mark.parametrize(
    ("word", "verb", "strict"),
    [
        ("keep", True, True),
        ("test", True, False),
        ("Reconnect", True, True),
        ("boat", False, False),
        ("kept", False, False),
    ],
)
def test_a_base_verb_is_known_and_told_from_what_is_as_often_a_noun(word: str, *, verb: bool, strict: bool) -> None:
    assert is_base_verb(word) is verb
    assert is_base_verb(word, strict=True) is strict


@pytest.mark.parametrize(
    "noun",
    ["boats", "points of sail", "people", "the criteria", "APIs", "tests that fail", "metrics", "men in boats", "OSs"],
)
def test_a_noun_phrase_is_plural_by_its_head(noun: str) -> None:
    assert is_plural(noun)


@pytest.mark.parametrize(
    "noun",
    [
        "boat",
        "point of sails",
        "glass",
        "status",
        "analysis",
        "physics",
        "kindness",
        "DNS",
        "Kubernetes",
        "bus",
        "",
        "series",
        "process (steps)",
    ],
)
def test_a_noun_phrase_is_singular_by_its_head(noun: str) -> None:
    assert not is_plural(noun)


@pytest.mark.parametrize(
    ("noun", "phrase"),
    [
        ("boat", "a boat"),
        ("anchor", "an anchor"),
        ("hour", "an hour"),
        ("unit", "a unit"),
        ("user", "a user"),
        ("umbrella", "an umbrella"),
        ("API", "an API"),
        ("URL", "a URL"),
        ("SQL query", "an SQL query"),
        ("honest mistake", "an honest mistake"),
        ("", "a "),
    ],
)
def test_the_indefinite_article_follows_the_sound(noun: str, phrase: str) -> None:
    assert with_article(noun) == phrase


def third_of(verb: str) -> str:
    """Spell the third person; the irregular ones are those of `has`, `does` and `goes` and their kin."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def test_every_verb_of_the_list_is_found_in_its_third_person() -> None:
    irregular = {"have": "has", "be": "is"}
    assert [
        verb for verb in VERBS if base_of_third(irregular.get(verb, third_of(verb))) not in VERBS | {"be", "have"}
    ] == []


def test_every_verb_of_the_list_is_a_base_verb() -> None:
    assert [verb for verb in VERBS if not is_base_verb(verb)] == []
