import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writing import MONDAY, WEEK, build, definition, listing

from cardwright.errors import LedgerError
from cardwright.identity.ledger import KnownItem, Ledger, PinnedDeck, Record, dump, parse

TEXT = st.text(st.characters(exclude_categories=()), max_size=30)
TIMES = st.integers(min_value=0, max_value=2**40)
ITEMS = st.lists(
    st.builds(KnownItem, TEXT, st.integers(1, 500), st.none() | TIMES), max_size=5, unique_by=lambda item: item.ordinal
)
RECORDS = st.builds(
    Record,
    guid=st.text("abcXYZ0123456789", min_size=11, max_size=11),
    kind=st.sampled_from(["definition", "list", "entry", "fact"]),
    article=TEXT,
    deck=TEXT,
    question=TEXT,
    term=TEXT,
    answers=st.lists(TEXT, max_size=3).map(tuple),
    items=ITEMS.map(tuple),
    section=st.lists(TEXT, max_size=3).map(tuple),
    order=st.integers(-(10**6), 10**6),
    digest=TEXT,
    created=TIMES,
    modified=TIMES,
    retired=st.none() | TIMES,
)
LEDGERS = st.builds(
    Ledger,
    st.lists(st.builds(PinnedDeck, TEXT, TEXT, TEXT), max_size=3, unique_by=lambda deck: deck.key).map(
        lambda decks: tuple(sorted(decks, key=lambda deck: deck.key))
    ),
    st.lists(RECORDS, max_size=5, unique_by=lambda note: note.guid).map(
        lambda notes: tuple(sorted(notes, key=lambda note: note.guid))
    ),
)


def fault(text: str) -> str:
    with pytest.raises(LedgerError) as caught:
        parse(text, path="decks/ledger.jsonl")
    return str(caught.value)


def sample() -> str:
    notes = [definition(f"term {n}", f"The {n}th thing that is explained in this article.") for n in range(20)]
    return dump(build(*notes, listing("What are the parts?", "head", "body", "tail")).ledger)


@given(LEDGERS)
def test_what_is_written_is_read(ledger: Ledger) -> None:
    text = dump(ledger)
    assert parse(text, path="x") == ledger
    assert dump(parse(text, path="x")) == text
    assert text.encode()  # no lone surrogate is left in it


@given(LEDGERS, st.data())
def test_a_cut_file_is_refused(ledger: Ledger, data: st.DataObject) -> None:
    text = dump(ledger)
    cut = data.draw(st.integers(0, len(text) - 1))
    assert "Restore the file from git" in fault(text[:cut])


@given(st.data())
def test_a_changed_line_is_refused(data: st.DataObject) -> None:
    lines = sample().split("\n")
    number = data.draw(st.integers(2, len(lines) - 3))
    at = data.draw(st.integers(0, len(lines[number - 1]) - 1))
    old = lines[number - 1]
    letter = data.draw(st.characters(codec="utf-8", exclude_characters=old[at] + "\r\n"))
    lines[number - 1] = old[:at] + letter + old[at + 1 :]
    assert fault("\n".join(lines)).startswith(f"decks/ledger.jsonl:{number}: ")


def test_one_note_a_line_by_guid_deck_first() -> None:
    rows = [json.loads(line) for line in sample().splitlines()]
    assert rows[0] == {"cardwright": "ledger", "format": 2}
    assert rows[1]["deck"] == "api"
    guids = [row["guid"] for row in rows[2:-1]]
    assert guids == sorted(guids)
    assert len(guids) == 21
    assert rows[-1] == {"end": "ledger"}


def test_a_hand_edit_is_told_with_its_line_and_mend() -> None:
    text = sample().replace("The 3th thing", "The third thing")
    number = next(n for n, line in enumerate(text.split("\n"), start=1) if "third" in line)
    assert fault(text) == (
        f"decks/ledger.jsonl:{number}: this line of the ledger was changed by hand. "
        "Restore the file from git (`git checkout HEAD -- decks/ledger.jsonl`); the decks are untouched."
    )


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", "=======", ">>>>>>> topic", "||||||| base"])
def test_a_conflict_marker_is_named_with_its_line(marker: str) -> None:
    lines = sample().split("\n")
    lines.insert(4, marker)
    assert fault("\n".join(lines)) == (
        "decks/ledger.jsonl:5: a merge conflict was left in the ledger. Keep the lines of both sides, of two with the "
        "same guid only one, and delete the marker lines."
    )


def test_a_newer_format_is_refused() -> None:
    assert fault(sample().replace('"format":2', '"format":3')) == (
        "decks/ledger.jsonl:1: the ledger has format 3, this cardwright reads up to 2. "
        "Install the newer cardwright that wrote it."
    )


def test_the_first_format_is_upgraded() -> None:
    lines = []
    for line in sample().splitlines()[1:-1]:
        row = json.loads(line)
        del row["sum"]
        lines.append(json.dumps(row))
    first = "\n".join(['{"cardwright":"ledger","format":1}', *lines, ""])
    assert dump(parse(first, path="x")) == sample()


@pytest.mark.parametrize(
    "text", ["", "\n", "hello\n", "[]\n", '{"format": 1}\n', '{"cardwright":"ledger"}\n', "[" * 5000]
)
def test_what_is_no_ledger_is_refused(text: str) -> None:
    assert "Restore the file from git" in fault(text)


WHOLE = {
    "guid": "a",
    "kind": "list",
    "article": "a",
    "deck": "a",
    "question": "",
    "section": [],
    "order": 0,
    "items": [[1, "x"]],
    "digest": "",
    "created": 0,
    "modified": 0,
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "poem"},
        {"guid": None},
        {"section": "x"},
        {"section": [1]},
        {"order": True},
        {"items": [[1, 2]]},
        {"items": [[1, "x", 5, 6]]},
        {"items": [[1, "x"], [1, "y"]]},
        {"slug": "a"},
    ],
)
def test_a_line_of_another_shape_is_refused(wrong: dict[str, object]) -> None:
    header = '{"cardwright":"ledger","format":1}'
    assert parse(f"{header}\n{json.dumps(WHOLE)}\n", path="x").notes[0].guid == "a"
    assert "decks/ledger.jsonl:2: this line is not one of the ledger's" in fault(
        f"{header}\n{json.dumps(WHOLE | wrong)}\n"
    )


def test_a_note_that_stands_twice_is_refused() -> None:
    lines = sample().split("\n")
    lines.insert(6, lines[4])
    guid = json.loads(lines[4])["guid"]
    assert fault("\n".join(lines)) == (
        f"decks/ledger.jsonl:7: the note {guid} stands on line 5 too. Keep one of the two lines."
    )


def test_line_ends_of_windows_and_a_byte_order_mark_do_no_harm() -> None:
    assert parse("\ufeff" + sample().replace("\n", "\r\n"), path="x") == parse(sample(), path="x")


def merge(base: str, ours: str, theirs: str, folder: Path) -> tuple[int, str]:
    for name, text in (("ours", ours), ("base", base), ("theirs", theirs)):
        (folder / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=folder, capture_output=True, check=False
    )
    return done.returncode, done.stdout.decode()


def test_two_branches_merge_line_by_line(tmp_path: Path) -> None:
    notes = [definition(f"term {n}", f"The {n}th thing that is explained in this article.") for n in range(20)]
    base = build(*notes).ledger
    ours = build(*notes, definition("REST", "A style of interfaces."), ledger=base, now=MONDAY + WEEK).ledger
    theirs = build(definition("SOAP", "A protocol."), *notes, ledger=base, now=MONDAY + WEEK + 60).ledger
    status, merged = merge(dump(base), dump(ours), dump(theirs), tmp_path)
    assert status == 0
    both = parse(merged, path="x")
    assert {note.guid for note in both.notes} == {note.guid for led in (ours, theirs) for note in led.notes}


def test_two_branches_that_change_one_note_give_a_clear_error(tmp_path: Path) -> None:
    base = build(definition("an API", "A way for two programs to talk to each other.")).ledger
    ours, theirs = (
        build(definition("an API", f"A way for two programs to {verb} to each other."), ledger=base, now=now).ledger
        for verb, now in (("speak", MONDAY + WEEK), ("shout", MONDAY + WEEK + 60))
    )
    status, merged = merge(dump(base), dump(ours), dump(theirs), tmp_path)
    assert status == 1
    assert "a merge conflict was left in the ledger" in fault(merged)
