from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardwright.identity.assignment import LARGEST, best_pairs

Scores = dict[tuple[int, int], float]
SCORES = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.01, 1.0), max_size=14)


def highest_total(scores: Scores) -> float:
    return max(
        sum(scores.get((left, right), 0.0) for left, right in enumerate(order)) for order in permutations(range(5))
    )


@given(SCORES)
@settings(max_examples=200)
def test_the_total_is_the_highest_that_there_is(scores: Scores) -> None:
    pairs = best_pairs(scores)
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)
    assert set(pairs) <= scores.keys()
    assert sum(scores[pair] for pair in pairs) == pytest.approx(highest_total(scores))


def test_the_best_pair_yields_where_two_others_are_worth_more() -> None:
    assert best_pairs({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}) == [(0, 1), (1, 0)]


def test_a_crowd_is_paired_best_first() -> None:
    scores = {
        (left, right): 1 - abs(left - right) / 1000 for left in range(LARGEST + 2) for right in range(LARGEST + 2)
    }
    assert best_pairs(scores) == [(n, n) for n in range(LARGEST + 2)]


def test_nothing_to_pair() -> None:
    assert best_pairs({}) == []
