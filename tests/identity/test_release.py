import pytest
from markdown_it import MarkdownIt
from writing import MONDAY, WEEK, build, definition, listing

from cardwright.core.note import Note
from cardwright.identity import Ledger
from cardwright.identity.release import change_note, change_notes

API = definition("an API", "A way for two programs to talk to each other.")
CACHE = definition("a cache", "A store that keeps answers at hand.")
PARTS = listing("What are the parts?", "head of the beast", "body of the beast", "tail of the beast")


def note_of(before: list[Note], after: list[Note], *, title: str = "Web") -> str:
    first = build(*before)
    return change_note(title, build(*after, ledger=first.ledger, now=MONDAY + WEEK).changes)


def test_nothing_new_no_note() -> None:
    assert note_of([API, PARTS], [PARTS, API]) == ""


def test_everything_that_can_happen() -> None:
    reworded = definition("an API", "A way for two services to talk to each other.")
    shorter = listing("What are the parts?", "head of the beast", "tail of the beast")
    fresh = definition("*latency*", "The time that passes until the first byte.")
    guid = build(API, CACHE, PARTS).decks[0].notes[1].guid
    assert note_of([API, CACHE, PARTS], [reworded, shorter, fresh]) == (
        "# Web: what is new\n\n"
        "Import the new file over the old one with Anki's default settings: your reviews stay, and so do your edits of "
        "notes that did not change.\n\n"
        "## New\n\n"
        "- What is \\*latency\\*?\n\n"
        "## Corrected\n\n"
        "- What is an API?\n"
        "  - answer: A way for two ~~programs~~ **services** to talk to each other.\n"
        "- What are the parts?\n"
        "  - item 2: ~~body of the beast~~\n\n"
        "Some lists lost an item. In Anki, *Tools > Empty Cards* removes the cards that are left empty.\n\n"
        "## Retired\n\n"
        "- What is a cache?\n\n"
        "An update cannot delete notes. To find these in Anki's Browser and delete them, search for:\n\n"
        f"    CwId:{guid}\n"
    )


def test_a_new_question_is_told_word_by_word() -> None:
    other = definition("an API", "A way for two programs to talk to each other.", question="What is an API for?")
    assert "- What is an ~~API?~~ **API for?**" in note_of([API], [other])


def test_what_comes_back_is_told() -> None:
    first = build(API, CACHE)
    second = build(CACHE, ledger=first.ledger, now=MONDAY + WEEK)
    third = build(API, CACHE, ledger=second.ledger, now=MONDAY + 2 * WEEK)
    assert "## Back again, with your history\n\n- What is an API?" in change_note("Web", third.changes)


def test_many_retired_notes_are_found_by_several_searches() -> None:
    many = [definition(f"term{n}", f"The {n}th thing.") for n in range(45)]
    lines = [line for line in note_of([*many, API], [API]).splitlines() if line.startswith("    CwId:")]
    assert [line.count("CwId:") for line in lines] == [40, 5]


@pytest.mark.parametrize("question", ["<script>alert(1)</script>", "- a\n# b", "`x` | [y](z) _u_ ~~v~~", "+ 1", "\\"])
def test_words_of_the_article_stay_words(question: str) -> None:
    text = note_of([API], [API, definition("x", "y", question=question)])
    html = MarkdownIt("commonmark").enable("strikethrough").render(text)
    assert "<script" not in html
    assert html.count("<h") == 2
    assert html.count("<li>") == 1
    assert "<a" not in html
    assert "<code>" not in html


def test_a_build_notes_what_changed_from_its_second_time_on() -> None:
    first = build(API)
    assert change_notes(Ledger(), first) == {}
    second = build(API, CACHE, ledger=first.ledger, now=MONDAY + WEEK)
    assert change_notes(first.ledger, second) == {"api": change_note("Api", second.changes)}
    assert change_notes(second.ledger, build(API, CACHE, ledger=second.ledger)) == {}


def test_a_deck_that_lost_its_article_notes_what_was_retired() -> None:
    first = build(API)
    second = build(ledger=first.ledger, now=MONDAY + WEEK, key="other")
    assert "## Retired" in change_notes(first.ledger, second)["api"]
