from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from writing import MONDAY, WEEK, build, definition, digest, listing, plan

from cardwright.identity import Ledger, resolve
from cardwright.identity.changes import Change, Run, edits_of, meaning, search_for, word_runs

API = definition("an API", "A way for two programs to talk to each other.", section=["Terms"])
PARTS = listing("What are the parts?", "head of the beast", "body of the beast", "tail of the beast")


def change(before: tuple[object, ...], after: tuple[object, ...], question: str) -> Change:
    first = build(*before)  # type: ignore[arg-type] # notes
    second = build(*after, ledger=first.ledger, now=MONDAY + WEEK)  # type: ignore[arg-type] # notes
    return next(change for change in second.changes if change.question == question)


@given(st.text(max_size=60), st.text(max_size=60))
def test_runs_give_both_texts_back(old: str, new: str) -> None:
    runs = word_runs(old, new)
    assert "".join(run.text for run in runs if run.kind != "added") == old
    assert "".join(run.text for run in runs if run.kind != "gone") == new


def test_a_reworded_answer_is_told_word_by_word() -> None:
    other = definition("an API", "A way for two services to talk to each other.", section=["Terms"])
    told = change((API, PARTS), (other, PARTS), "What is an API?")
    assert told.kind == "changed"
    (edit,) = edits_of(told)
    assert edit.part == "answer"
    assert edit.runs == (
        Run("same", "A way for two "),
        Run("gone", "programs "),
        Run("added", "services "),
        Run("same", "to talk to each other."),
    )
    assert meaning(told) == "is corrected in place and keeps its history"


def test_items_are_told_by_their_numbers() -> None:
    other = listing("What are the parts?", "head of the beast", "a fresh pair of wings", "tail of the beast")
    told = change((API, PARTS), (API, other), "What are the parts?")
    assert [(edit.part, edit.old, edit.new) for edit in edits_of(told)] == [
        ("item 2", "body of the beast", ""),
        ("item 4", "", "a fresh pair of wings"),
    ]
    assert meaning(told) == (
        "is corrected in place and keeps its history; 1 new card; "
        "1 card without content, which Tools > Empty Cards removes"
    )


def test_a_moved_note_has_no_edits() -> None:
    told = change((API,), (replace(API, section=("Glossary",)),), "What is an API?")
    assert told.kind == "moved"
    assert edits_of(told) == ()
    assert meaning(told) == "keeps its history; only its place changed"


def test_a_note_that_moves_to_another_deck_stays_where_learners_have_it() -> None:
    first = resolve([plan(API), plan(PARTS, key="parts")], Ledger(), now=MONDAY, digest=digest)
    second = resolve([plan(PARTS, API, key="parts")], first.ledger, now=MONDAY, digest=digest)
    told = next(change for change in second.changes if change.question == "What is an API?")
    assert (told.kind, told.deck) == ("moved", "Parts")
    assert meaning(told) == "keeps its history; cards that learners have stay in the deck they are in"


def test_a_change_of_look_only_is_a_change_without_edits() -> None:
    told = change((API,), (replace(API, tags=("web",)),), "What is an API?")
    assert told.kind == "changed"
    assert edits_of(told) == ()


def test_what_each_other_kind_means() -> None:
    assert meaning(change((), (API,), "What is an API?")) == "comes as a new note, with new cards"
    retired = change((API, PARTS), (PARTS,), "What is an API?")
    assert meaning(retired) == "stays with learners until they delete it; new learners do not get it"
    assert retired.deck == "Api"
    assert meaning(change((API,), (API,), "What is an API?")) == "stays as it is, with what learners edited"
    gone = build(ledger=build(API).ledger, now=MONDAY + WEEK)
    (back,) = build(API, ledger=gone.ledger, now=MONDAY + 2 * WEEK).changes
    assert meaning(back) == "is taken up again with its history"


def test_the_search_finds_notes_by_their_key_field() -> None:
    assert search_for(["abc", "def"]) == "CwId:abc or CwId:def"


def test_a_pair_that_was_too_close_to_call_is_told() -> None:
    one = definition("HTTP", "A protocol by which browsers fetch pages from a server.", question="What is HTTP one?")
    two = definition("HTTP", "A protocol by which browsers fetch pages from a server.", question="What is HTTP two?")
    new = definition("HTTP", "A protocol by which browsers fetch pages from a server.", question="What is HTTP now?")
    told = change((one, two), (new,), "What is HTTP now?")
    assert told.kind == "changed"
    assert told.guid == build(one, two).decks[0].notes[0].guid
    assert told.doubt == "What is HTTP two?"
