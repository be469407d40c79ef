import json
import sqlite3
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import genanki  # type: ignore[import-untyped]
import pytest
from writing import MONDAY, WEEK, build, definition, guids, listing

from cardwright.core.deck import Deck
from cardwright.core.note import Note
from cardwright.errors import SourceError
from cardwright.export.apkg import Apkg
from cardwright.identity.adopt import adopt, plain_of_html, together
from cardwright.identity.ledger import dump, parse

NOTES = (
    definition("an API", "A way for two programs to talk to each other over a network."),
    definition("a cache", "A store that keeps the answers to recent questions close at hand.", reverse="Which term?"),
    listing("What are the layers of the stack?", "browser", "web server <nginx>", "database"),
)


def published(notes: Sequence[Note]) -> bytes:
    (deck,) = build(*notes).decks
    return Apkg().render(Deck(deck.name, deck.slug, deck.notes)).data


def foreign(folder: Path, *pairs: tuple[str, str]) -> bytes:
    deck = genanki.Deck(1_234_567_890, "My old deck")
    for question, answer in pairs:
        deck.add_note(genanki.Note(model=genanki.BASIC_MODEL, fields=[question, answer], guid=f"old-{question[:12]}"))
    deck.add_note(genanki.Note(model=genanki.CLOZE_MODEL, fields=["A {{c1::cloze}} of another tool", ""]))
    genanki.Package(deck).write_to_file(folder / "old.apkg", timestamp=MONDAY)
    return (folder / "old.apkg").read_bytes()


def fault(package: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        adopt(package, path="old.apkg")
    return str(caught.value)


def test_our_own_deck_goes_on_as_if_its_ledger_had_never_been_lost() -> None:
    adopted = adopt(published(NOTES), path="old.apkg")
    assert (adopted.foreign, adopted.skipped) == (0, 0)
    again = build(*NOTES, ledger=parse(dump(adopted.ledger), path="x"), now=MONDAY + WEEK)
    first = build(*NOTES)
    assert guids(again) == guids(first)
    assert [note.modified for note in again.decks[0].notes] == [MONDAY] * 3
    assert [note.ordinals for note in again.decks[0].notes] == [note.ordinals for note in first.decks[0].notes]
    assert again.decks[0].name == first.decks[0].name
    assert [deck.key for deck in again.ledger.decks] == ["api"]


def test_numbers_of_a_list_with_a_history_are_adopted() -> None:
    first = build(*NOTES)
    longer = listing("What are the layers of the stack?", "browser", "cache", "database", "web server <nginx>")
    second = build(*NOTES[:2], longer, ledger=first.ledger, now=MONDAY + WEEK)
    (deck,) = second.decks
    adopted = adopt(Apkg().render(Deck(deck.name, deck.slug, deck.notes)).data, path="old.apkg")
    third = build(*NOTES[:2], longer, ledger=adopted.ledger, now=MONDAY + 2 * WEEK)
    assert third.decks[0].notes[2].ordinals == (1, 4, 3, 2)
    assert [note.modified for note in third.decks[0].notes] == [MONDAY, MONDAY, MONDAY + WEEK]
    assert guids(third) == guids(second)


def test_what_changed_since_it_was_published_is_newer() -> None:
    adopted = adopt(published(NOTES), path="old.apkg")
    reworded = definition("an API", "A way for two services to talk to each other over a network.")
    again = build(reworded, *NOTES[1:], ledger=adopted.ledger, now=MONDAY + WEEK)
    assert [note.modified for note in again.decks[0].notes] == [MONDAY + WEEK, MONDAY, MONDAY]


def test_basic_notes_of_another_tool_are_adopted(tmp_path: Path) -> None:
    package = foreign(
        tmp_path,
        ("What is an API?", "<b>A way</b> for two programs to talk to each other over a network."),
        ("Define cache", "A store that keeps the answers to recent questions close at hand."),
    )
    adopted = adopt(package, path="old.apkg")
    assert (adopted.foreign, adopted.skipped) == (2, 1)
    assert [deck.name for deck in adopted.ledger.decks] == ["My old deck"]
    again = build(*NOTES, ledger=parse(dump(adopted.ledger), path="x"), now=MONDAY + WEEK)
    assert guids(again)[:2] == ["old-What is an A", "old-Define cache"]
    assert again.decks[0].name == "My old deck"
    assert not any(record.foreign for record in again.ledger.notes)


def test_a_foreign_note_does_not_become_a_list(tmp_path: Path) -> None:
    package = foreign(
        tmp_path, ("What are the layers of the stack?", "browser<br>web server &lt;nginx&gt;<br>database")
    )
    again = build(NOTES[2], ledger=adopt(package, path="x").ledger, now=MONDAY + WEEK)
    assert [change.kind for change in again.changes] == ["new", "retired"]


def test_several_packages_make_one_ledger(tmp_path: Path) -> None:
    ours = adopt(published(NOTES), path="a")
    theirs = adopt(foreign(tmp_path, ("Define cache", "A store.")), path="b")
    both = together([ours, theirs, ours])
    assert {deck.name for deck in both.ledger.decks} == {"Api", "My old deck"}
    assert len(both.ledger.notes) == 4
    assert (both.foreign, both.skipped) == (1, 1)
    assert parse(dump(both.ledger), path="x") == both.ledger


def test_what_is_no_package_is_told() -> None:
    assert fault(b"hello") == (
        "old.apkg: this is no Anki package (File is not a zip file). Give an .apkg file that Anki or a tool exported."
    )


def zipped(name: str, data: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


def test_packages_that_cannot_be_read_are_told() -> None:
    assert "there is no collection in the package" in fault(zipped("media", b"{}"))
    assert 'with "Support older Anki versions" ticked' in fault(zipped("collection.anki21b", b""))
    assert "the package's collection cannot be read" in fault(zipped("collection.anki2", b"no database at all" * 100))


def test_a_collection_without_its_note_type_is_told() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("create table col (models, decks)")
    database.execute("create table notes (id, guid, mid, mod, flds)")
    database.execute("create table cards (nid, did, ord)")
    database.execute("insert into col values ('{}', ?)", [json.dumps({"1": {"name": "Default"}})])
    database.execute("insert into notes values (1, 'a', 5, 0, 'x')")
    database.commit()
    data = database.serialize()
    database.close()
    assert "the package's collection cannot be read" in fault(zipped("collection.anki21", data))


def test_fields_are_read_as_a_reader_sees_them() -> None:
    html = '<style>p{}</style><p>One &amp; <b>two</b></p>three<br>four <img src="a.png" alt="a cat">'
    assert plain_of_html(html) == "One & two\nthree\nfour a cat"
