from hypothesis import given
from hypothesis import strategies as st

from cardwright.identity.order import ranks


def test_a_first_article_is_ranked_in_steps() -> None:
    assert ranks([None, None, None]) == [1000, 2000, 3000]


def test_a_note_in_between_moves_no_other() -> None:
    assert ranks([1000, None, 2000]) == [1000, 1500, 2000]


def test_notes_before_and_behind() -> None:
    assert ranks([None, 1000, None]) == [0, 1000, 2000]


def test_the_one_that_was_moved_is_ranked_anew() -> None:
    assert ranks([3000, 1000, 2000]) == [0, 1000, 2000]


def test_without_room_all_are_ranked_anew() -> None:
    assert ranks([1, None, 2]) == [1000, 2000, 3000]


@given(st.lists(st.none() | st.integers(-5000, 5000)))
def test_ranks_always_rise_and_are_left_alone_afterwards(known: list[int | None]) -> None:
    result = ranks(known)
    assert len(result) == len(known)
    assert result == sorted(set(result))
    assert ranks(list(result)) == result
