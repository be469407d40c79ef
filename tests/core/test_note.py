"""Spans, problems, and the cards that Anki makes of a note."""

from dataclasses import replace

from cardwright.core.document import Inline, Paragraph, Text
from cardwright.core.note import HIDDEN, Answer, Card, Note, NoteItem, cards_of
from cardwright.core.problem import Problem
from cardwright.core.span import Span

HERE = Span("a.md", 3, 4)


def answer(plain: str) -> Answer:
    return Answer((Paragraph(Text.of(plain), HERE),), HERE)


NOTE = Note(
    "definition",
    "copula",
    "a",
    Text.of("What is a keel?"),
    HERE,
    Text.of("keel"),
    (answer("A beam along the bottom."),),
)
ITEMS = tuple(NoteItem(Text.of(name), HERE) for name in ("hull", "mast", "sail"))
LIST = Note("list", "lead-list", "a", Text.of("What are the parts?"), HERE, items=ITEMS)


def test_a_definition_is_one_card_and_two_with_its_reverse() -> None:
    forward = Card(1, "What is a keel?", "A beam along the bottom.")
    assert cards_of(NOTE) == (forward,)
    both = cards_of(replace(NOTE, reverse="Which term does this describe?"))
    assert both == (forward, Card(2, "Which term does this describe?\nA beam along the bottom.", "keel"))


def test_several_wordings_stand_below_each_other() -> None:
    two = replace(NOTE, answers=(answer("A beam."), answer("A fin.")))
    assert two.answer == "A beam.\nA fin."
    assert cards_of(two)[0].back == two.answer


def test_a_list_is_a_card_an_item_that_hides_it_and_shows_the_others() -> None:
    cards = cards_of(LIST)
    assert [card.ordinal for card in cards] == [1, 2, 3]
    assert cards[1] == Card(2, f"What are the parts?\n- hull\n- {HIDDEN}\n- sail", "mast")
    assert LIST.answer == ""


def test_an_ordered_list_shows_its_numbers_and_keeps_the_ordinals_it_is_given() -> None:
    cards = cards_of(replace(LIST, ordered=True), (4, 9, 2))
    assert [card.ordinal for card in cards] == [4, 9, 2]
    assert cards[0].front == f"What are the parts?\n1. {HIDDEN}\n2. mast\n3. sail"


def test_the_front_shows_pictures_by_their_words_and_breaks_as_blanks() -> None:
    question = Text((Inline("What is"), Inline("\n"), Inline("a keel", 1, 1, frozenset({"image"})), Inline("?")))
    assert cards_of(replace(NOTE, question=question))[0].front == "What is a keel?"


def test_spans_join_and_say_where_they_are() -> None:
    assert str(HERE) == "a.md:3"
    assert HERE.through(Span("a.md", 1, 1)) == Span("a.md", 1, 4)
    assert HERE.through(Span("a.md", 6, 9)) == Span("a.md", 3, 9)
    assert sorted([Span("a.md", 5, 5), HERE]) == [HERE, Span("a.md", 5, 5)]


def test_a_problem_says_where_and_how_to_mend_it() -> None:
    assert str(Problem(HERE, "open-bold", "bold is not closed", "Write ** behind it")) == (
        "a.md:3: bold is not closed. Write ** behind it."
    )
    assert str(Problem(Span("a.md", 0, 0), "empty", "there is nothing in it", "Write something")).startswith(
        "a.md: there"
    )
