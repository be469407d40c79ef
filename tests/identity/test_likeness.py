"""Which words are the same word misspelt."""

import pytest

from cardwright.identity.likeness import in_order


@pytest.mark.parametrize(("left", "right"), [("architecture", "architecutre"), ("valve398087", "vavle398087")])
def test_a_misspelt_word_is_nearly_the_same(left: str, right: str) -> None:
    assert in_order([left], [right]) >= 0.9


@pytest.mark.parametrize(("left", "right"), [("valve398087", "valve338027"), ("https", "https2"), ("HTTP", "HTTPS")])
def test_words_with_other_digits_and_short_words_are_other_words(left: str, right: str) -> None:
    assert in_order([left], [right]) == 0
