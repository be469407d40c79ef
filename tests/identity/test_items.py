from hypothesis import given
from hypothesis import strategies as st

from cardwright.identity.items import Seat, remember, seats
from cardwright.identity.ledger import KnownItem


def known(*texts: str) -> list[KnownItem]:
    return [KnownItem(text, at) for at, text in enumerate(texts, start=1)]


def numbers(new: list[str], old: list[KnownItem]) -> list[int]:
    return [seat.ordinal for seat in seats(new, [old])]


def test_a_first_list_is_numbered_in_order() -> None:
    assert seats(["a", "b"], []) == [Seat(0, 1), Seat(0, 2)]


def test_a_new_item_in_the_middle_takes_the_next_number() -> None:
    assert numbers(["red", "amber", "green"], known("red", "green")) == [1, 3, 2]


def test_an_item_that_replaces_another_does_not_take_its_number() -> None:
    assert numbers(["Ruby", "Perl", "Lua"], known("Ruby", "Python", "Lua")) == [1, 4, 3]


def test_a_removed_number_is_not_used_again_until_its_text_is_back() -> None:
    old = [KnownItem("red", 1), KnownItem("green", 2, 77)]
    assert numbers(["red", "blue"], old) == [1, 3]
    assert numbers(["red", "green"], old) == [1, 2]


def test_rewording_in_place_keeps_the_number() -> None:
    old = known("Write clear code", "Test what you write", "Review the code of others")
    new = ["Write clear code", "Thoroughly test what you write", "Review the code of others"]
    assert numbers(new, old) == [1, 2, 3]


def test_rewording_and_moving_keeps_the_number_where_the_words_are_alike_enough() -> None:
    old = known("Write clear code", "Test whatever you have written by yourself", "Review the code of others")
    new = ["Test whatever you have just written by yourself", "Write clear code", "Review the code of others"]
    assert numbers(new, old) == [2, 1, 3]


def test_a_misspelt_word_keeps_its_number() -> None:
    assert numbers(["reliability", "flexibility"], known("relaibility", "flexibility")) == [1, 2]


def test_short_words_that_differ_by_a_letter_are_other_words() -> None:
    assert numbers(["HTTPS", "FTP"], known("HTTP", "FTP")) == [3, 2]


def test_an_item_that_grows_in_place_keeps_its_number() -> None:
    assert numbers(["C", "Java and Android", "PHP"], known("C", "Java", "PHP")) == [1, 2, 3]


def test_an_item_that_loses_a_word_in_place_keeps_its_number_one_that_is_taken_apart_does_not() -> None:
    assert numbers(["C", "Java", "PHP"], known("C", "Java library", "PHP")) == [1, 2, 3]
    old = known("Pageviews", "Referring sites (where they came from)", "Visitors")
    assert numbers(["Pageviews", "Referring sites", "Visitors"], old) == [1, 4, 3]


def test_an_item_that_is_shown_by_its_opening_words_keeps_its_number() -> None:
    old = known("Ropes", "Sails of canvas, often mended: this is what the wind asks", "Masts")
    assert numbers(["Ropes", "Sails of canvas, often mended", "Masts"], old) == [1, 2, 3]


def test_a_word_written_in_two_keeps_its_number() -> None:
    assert numbers(["Total page views", "Back-end"], known("Total pageviews", "Backend")) == [1, 2]


def test_a_list_rewritten_item_by_item_keeps_its_numbers() -> None:
    old = known("Open the valve", "Close the lid")
    assert numbers(["Open the main valve slowly", "Close the heavy lid"], old) == [1, 2]


def test_a_rewritten_list_with_other_items_gets_new_numbers() -> None:
    old = known("New contributors", "Open pull requests", "Types of contributions seen")
    assert numbers(["First contributors", "Merged pull requests"], old) == [4, 5]


def test_equal_items_keep_their_order() -> None:
    old = [KnownItem("again", 4), KnownItem("again", 2)]
    assert numbers(["again", "again", "again"], old) == [4, 2, 5]


def test_items_are_remembered_with_the_time_of_their_retirement() -> None:
    old = [KnownItem("a", 1), KnownItem("b", 2), KnownItem("c", 3, 5)]
    assert remember(old, [KnownItem("b", 2)], now=9) == (
        KnownItem("b", 2),
        KnownItem("a", 1, 9),
        KnownItem("c", 3, 5),
    )


@given(st.lists(st.text(max_size=8), max_size=12), st.lists(st.text(max_size=8), max_size=12))
def test_no_number_is_given_twice_and_equal_texts_keep_theirs(old: list[str], new: list[str]) -> None:
    given_out = numbers(new, known(*old))
    assert len(set(given_out)) == len(new)
    for text, number in zip(new, given_out, strict=True):
        if number > len(old):
            assert new.count(text) > old.count(text) or text not in old
