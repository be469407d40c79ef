from pathlib import Path

from test_adopt import foreign
from writing import MONDAY, WEEK, build, definition, guids, listing

from cardwright.identity.adopt import adopt
from cardwright.identity.ledger import Ledger, dump, parse
from cardwright.identity.retired import RETIRED_TAG, publish_retired, retired_notes

API = definition("an API", "A way for two programs to talk to each other.", section=["Terms"])
PARTS = listing("What are the parts?", "head of the beast", "body of the beast")
REST = definition("REST", "A style in which servers keep no session of a client.")


def after_retirement() -> Ledger:
    longer = listing("What are the parts?", "head of the beast", "a new neck", "body of the beast")
    first = build(API, longer, REST)
    second = build(API, PARTS, REST, ledger=first.ledger, now=MONDAY + WEEK)
    return build(REST, ledger=second.ledger, now=MONDAY + 2 * WEEK).ledger


def test_retired_notes_are_tagged_and_newer() -> None:
    notes = retired_notes(after_retirement(), deck="api")
    assert [note.note.question.plain for note in notes] == ["What is an API?", "What are the parts?"]
    assert [note.note.tags for note in notes] == [(RETIRED_TAG,)] * 2
    assert [note.modified for note in notes] == [MONDAY + 2 * WEEK] * 2
    assert notes[0].note.answer == "A way for two programs to talk to each other."
    assert [item.plain for item in notes[1].note.items] == ["head of the beast", "body of the beast"]
    assert notes[1].ordinals == (1, 3)
    assert guids(build(API)) == [notes[0].guid]


def test_what_is_alive_or_of_another_deck_is_left_alone() -> None:
    ledger = after_retirement()
    assert retired_notes(ledger, deck="other") == ()
    assert publish_retired(ledger, deck="other") == ledger
    assert retired_notes(build(API).ledger, deck="api") == ()


def test_publishing_twice_gives_the_same() -> None:
    once = publish_retired(after_retirement(), deck="api")
    assert publish_retired(once, deck="api") == once
    assert parse(dump(once), path="x") == once
    assert retired_notes(once, deck="api") == retired_notes(after_retirement(), deck="api")


def test_a_note_that_comes_back_is_newer_than_its_retirement() -> None:
    ledger = publish_retired(after_retirement(), deck="api")
    back = build(API, PARTS, REST, ledger=ledger, now=MONDAY + 3 * WEEK)
    assert [note.modified for note in back.decks[0].notes] == [MONDAY + 3 * WEEK, MONDAY + 3 * WEEK, MONDAY]


def test_notes_of_another_tool_are_left_alone(tmp_path: Path) -> None:
    adopted = adopt(foreign(tmp_path, ("What is a port?", "A place for ships.")), path="x").ledger
    ledger = build(REST, ledger=adopted, now=MONDAY + WEEK).ledger
    assert [note.retired for note in ledger.notes if note.foreign] == [MONDAY + WEEK]
    assert all(retired_notes(ledger, deck=deck.key) == () for deck in ledger.decks)
