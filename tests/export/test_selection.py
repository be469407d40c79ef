from __future__ import annotations

from dataclasses import replace

import pytest
from fixtures_print import SAMPLES, deck_of
from hypothesis import given
from hypothesis import strategies as st

from cardwright.export.selection import Selection, selected

DECK = deck_of(*SAMPLES)


def asked(selection: Selection) -> list[str]:
    return [stamped.guid for stamped in selected(DECK, selection).notes]


def test_nothing_asked_picks_everything() -> None:
    assert selected(DECK, Selection()) == DECK


@pytest.mark.parametrize(
    ("selection", "guids"),
    [
        (Selection(tags=("networks",)), ["id00000", "id00001"]),
        (Selection(tags=("Networks::Layers",)), ["id00001"]),
        (Selection(tags=("net",)), []),
        (Selection(tags=("biology", "networks::layers")), ["id00001", "id00007"]),
        (Selection(kinds=("definition",)), ["id00000", "id00007"]),
        (Selection(sections=("layers", "Python")), ["id00001", "id00003"]),
        (Selection(sections=("inc*",)), ["id00006"]),
        (Selection(tags=("networks",), kinds=("list",)), ["id00001"]),
        (Selection(articles=("other.md",)), []),
    ],
)
def test_fields(selection: Selection, guids: list[str]) -> None:
    assert asked(selection) == guids


@pytest.mark.parametrize("name", ["articles/networks.md", "networks.md", "NETWORKS", "articles/*"])
def test_articles_by_path_or_name(name: str) -> None:
    assert selected(DECK, Selection(articles=(name,))) == DECK


def test_what_changed_since_a_moment() -> None:
    changed = replace(DECK.notes[3], modified=DECK.modified + 10)
    deck = replace(DECK, notes=(*DECK.notes[:3], changed, *DECK.notes[4:]))
    assert selected(deck, Selection(since=DECK.modified + 10)).notes == (changed,)
    assert selected(deck, Selection(since=DECK.modified)).notes == deck.notes


@given(
    st.builds(
        Selection,
        tags=st.lists(st.sampled_from(["networks", "biology"])).map(tuple),
        kinds=st.lists(st.sampled_from(["list", "entry", "definition"])).map(tuple),
        since=st.none() | st.integers(0, 2_000_000_000),
    )
)
def test_a_selection_keeps_the_order_and_selecting_again_changes_nothing(selection: Selection) -> None:
    once = selected(DECK, selection)
    assert selected(once, selection) == once
    assert [note for note in DECK.notes if note in once.notes] == list(once.notes)
