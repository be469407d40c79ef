from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardwright.identity.decks import (
    Retitled,
    clean_name,
    cost_of_renaming,
    pin_decks,
    rename_deck,
    retitled,
    slug_of,
)
from cardwright.identity.ledger import Ledger, PinnedDeck

OLD = PinnedDeck("intro", "Introduction", "introduction", "Introduction")


def test_a_pinned_name_outlives_a_new_title() -> None:
    decks = pin_decks([("intro", "A new title")], [OLD], [])
    assert decks == {"intro": replace(OLD, title="A new title")}
    assert retitled([OLD], tuple(decks.values())) == (Retitled("Introduction", "Introduction", "A new title"),)
    assert retitled(tuple(decks.values()), tuple(decks.values())) == ()


def test_equal_titles_are_told_apart() -> None:
    decks = pin_decks([("a", "Overview"), ("b", "overview")], [], [])
    assert [(d.name, d.slug) for d in decks.values()] == [("Overview", "overview"), ("overview (b)", "overview-2")]


def test_a_renamed_article_takes_its_deck_along() -> None:
    decks = pin_decks([("begin", "Beginning")], [OLD], [("begin", "intro")] * 3)
    assert decks == {"begin": PinnedDeck("begin", "Introduction", "introduction", "Beginning")}


def test_a_part_split_off_gets_a_deck_of_its_own() -> None:
    decks = pin_decks([("intro", "Introduction"), ("two", "Part two")], [OLD], [("two", "intro"), ("intro", "intro")])
    assert decks == {"intro": OLD, "two": PinnedDeck("two", "Part two", "part-two", "Part two")}


def test_of_two_heirs_the_one_with_more_notes_takes_the_deck() -> None:
    decks = pin_decks([("one", "One"), ("two", "Two")], [OLD], [("one", "intro"), *[("two", "intro")] * 2])
    assert decks["two"].name == "Introduction"
    assert decks["one"].name == "One"


def test_file_names_that_two_branches_pinned_alike_are_told_apart() -> None:
    decks = pin_decks([], [PinnedDeck("a", "Same", "same"), PinnedDeck("b", "Same", "SAME")], [])
    assert [deck.slug for deck in decks.values()] == ["same", "SAME-2"]


def test_slugs() -> None:
    assert slug_of("C++: Überblick & Co.") == "c-uberblick-co"
    assert slug_of("Sprachen::Deutsch") == "sprachen-deutsch"
    assert slug_of("数据库 入门") == "数据库-入门"
    assert slug_of("CON") == "con-deck"
    assert slug_of("…") == ""
    assert len(slug_of("ü" * 300).encode()) <= 80


def test_names_are_as_anki_keeps_them() -> None:
    assert clean_name('  The "best"\nof\x00 both  ') == "The 'best' of both"
    assert clean_name("A:: ::B") == "A::B"


@given(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5)), max_size=8, unique_by=lambda wanted: wanted[0]))
def test_names_and_files_are_always_unique_and_stay(wanted: list[tuple[str, str]]) -> None:
    decks = pin_decks(wanted, [], [])
    assert len({deck.name.casefold() for deck in decks.values()}) == len(wanted)
    assert len({deck.slug.casefold() for deck in decks.values()}) == len(wanted)
    assert all(deck.name and deck.slug for deck in decks.values())
    assert pin_decks(wanted, list(decks.values()), []) == decks


def test_renaming_is_explicit() -> None:
    other = PinnedDeck("b", "Other", "other")
    ledger = rename_deck(Ledger((OLD, other)), "Introduction", " First  steps ")
    assert ledger.decks == (PinnedDeck("intro", "First steps", "introduction", "Introduction"), other)
    assert rename_deck(Ledger((OLD, other)), "intro", "First steps") == ledger
    with pytest.raises(KeyError):
        rename_deck(ledger, "Introduction", "x")
    with pytest.raises(ValueError, match="another deck is called other already"):
        rename_deck(ledger, "First steps", "other")
    with pytest.raises(ValueError, match="a deck needs a name"):
        rename_deck(ledger, "First steps", " :: ")
    assert cost_of_renaming("Introduction", "First steps") == (
        'Learners who have "Introduction" keep their cards there, with every review; only new cards go to '
        '"First steps". To keep them together, tell learners to rename "Introduction" to "First steps" in Anki before '
        "they import the new version"
    )
