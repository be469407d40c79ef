import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from writing import MONDAY, WEEK, build, definition, digest, guids, listing, ordinals, plan

from cardwright.core.deck import StampedNote
from cardwright.core.note import Note
from cardwright.identity import Ledger, Resolution, resolve
from cardwright.identity.items import HIGHEST_ORDINAL
from cardwright.identity.ledger import dump, parse

GLOSSARY = (
    definition("an API", "A way for two programs to talk to each other over a network.", section=["Terms"]),
    definition("a cache", "A store that keeps the answers to recent questions close at hand.", section=["Terms"]),
    definition("latency", "The time that passes between a request and the first byte of its response."),
    listing("What are the layers of the stack?", "browser", "web server", "application", "database"),
    definition("a queue", "A buffer in which messages wait until a worker is ready to take them."),
)


def later(weeks: int = 1) -> int:
    return MONDAY + weeks * WEEK


def by_question(resolution: Resolution) -> dict[str, StampedNote]:
    return {note.note.question.plain: note for deck in resolution.decks for note in deck.notes}


def kinds(resolution: Resolution) -> list[str]:
    return [change.kind for change in resolution.changes]


def test_without_a_ledger_the_same_article_gives_the_same_guids() -> None:
    assert guids(build(*GLOSSARY)) == guids(build(*GLOSSARY, now=later()))


def test_a_guid_needs_no_quoting_anywhere() -> None:
    for guid in guids(build(*GLOSSARY)):
        assert len(guid) == 11
        assert guid.isascii()
        assert guid.isalnum()


def test_two_authors_with_the_same_article_do_not_share_guids() -> None:
    mine = resolve([plan(*GLOSSARY, name="My glossary")], Ledger(), now=MONDAY, digest=digest)
    yours = resolve([plan(*GLOSSARY, name="Your glossary")], Ledger(), now=MONDAY, digest=digest)
    assert set(guids(mine)).isdisjoint(guids(yours))


def test_an_unchanged_build_changes_nothing_whatever_the_clock_says() -> None:
    first = build(*GLOSSARY)
    for now in (0, MONDAY - 1, MONDAY, later(52)):
        again = build(*GLOSSARY, ledger=first.ledger, now=now)
        assert dump(again.ledger) == dump(first.ledger)
        assert again.decks == first.decks
        assert set(kinds(again)) == {"unchanged"}


def test_modified_moves_for_the_changed_note_only() -> None:
    first = build(*GLOSSARY)
    edited = definition("a cache", "A store that keeps the answers to frequent questions close at hand.")
    second = build(GLOSSARY[0], edited, *GLOSSARY[2:], ledger=first.ledger, now=later())
    assert guids(second) == guids(first)
    assert [note.modified for deck in second.decks for note in deck.notes] == [MONDAY, later(), MONDAY, MONDAY, MONDAY]


def test_a_revert_moves_modified_too() -> None:
    other = definition("latency", "The time between a request and the first byte of its response.")
    first = build(*GLOSSARY)
    second = build(*GLOSSARY[:2], other, *GLOSSARY[3:], ledger=first.ledger, now=later())
    third = build(*GLOSSARY, ledger=second.ledger, now=later(2))
    assert by_question(third)["What is latency?"].modified == later(2)
    assert guids(third) == guids(first)


def test_modified_is_never_in_the_future_and_the_change_is_delivered_by_the_first_later_clock() -> None:
    other = definition("latency", "The time between a request and the first byte of its response.")
    first = build(*GLOSSARY)
    edited = (*GLOSSARY[:2], other, *GLOSSARY[3:])
    for now in (MONDAY, MONDAY - WEEK):
        stuck = build(*edited, ledger=first.ledger, now=now)
        assert by_question(stuck)["What is latency?"].modified == MONDAY
        assert build(*edited, ledger=stuck.ledger, now=now).ledger == stuck.ledger
        moving = build(*edited, ledger=stuck.ledger, now=later())
        assert by_question(moving)["What is latency?"].modified == later()


def test_a_note_that_goes_is_retired_and_comes_back_as_itself() -> None:
    first = build(*GLOSSARY)
    second = build(*GLOSSARY[1:], ledger=first.ledger, now=later())
    assert kinds(second).count("retired") == 1
    third = build(*GLOSSARY, ledger=second.ledger, now=later(2))
    assert guids(third) == guids(first)
    assert kinds(third).count("returned") == 1
    assert by_question(third)["What is an API?"].modified == MONDAY  # the learner still has this very content
    assert all(note.retired is None for note in third.ledger.notes)


def test_a_new_note_never_takes_the_guid_of_a_retired_one() -> None:
    first = build(definition("a port", "A place where ships load and unload their cargo, safe from the sea."))
    other = definition("a port", "Sixteen bits that tell which process on one machine gets an incoming packet.")
    second = build(other, ledger=first.ledger, now=later())
    assert kinds(second) == ["new", "retired"]
    assert set(guids(first)).isdisjoint(guids(second))


def test_a_basic_note_that_becomes_a_list_is_new() -> None:
    first = build(definition("the stack", "browser, server, database", question="What is the stack?"))
    second = build(listing("What is the stack?", "browser", "server", "database"), ledger=first.ledger, now=later())
    assert kinds(second) == ["new", "retired"]


def test_notes_of_an_article_that_was_not_read_stay_as_they_are() -> None:
    first = resolve(
        [plan(*GLOSSARY), plan(definition("DNS", "Names to numbers.", article="dns"), key="dns")],
        Ledger(),
        now=MONDAY,
        digest=digest,
    )
    second = resolve([plan(*GLOSSARY)], first.ledger, now=later(), digest=digest, unread={"dns"})
    assert second.ledger == first.ledger
    assert set(kinds(second)) == {"unchanged"}


def test_a_section_that_moves_to_another_article_takes_its_guids_along() -> None:
    two = [plan(*GLOSSARY), plan(definition("DNS", "Names to numbers.", article="dns"), key="dns")]
    first = resolve(two, Ledger(), now=MONDAY, digest=digest)
    moved = [replace(note, article="dns") for note in GLOSSARY[:2]]
    third = [plan(*GLOSSARY[2:]), plan(*two[1].notes, *moved, key="dns")]
    second = resolve(third, first.ledger, now=later(), digest=digest)
    assert sorted(guids(second)) == sorted(guids(first))
    assert sorted(kinds(second)) == ["moved", "moved", *["unchanged"] * 4]


def test_a_renamed_article_keeps_its_guids_deck_name_and_file() -> None:
    first = build(*GLOSSARY)
    renamed = [replace(note, article="interfaces") for note in GLOSSARY]
    second = build(*renamed, key="interfaces", ledger=first.ledger, now=later())
    assert guids(second) == guids(first)
    assert (second.decks[0].name, second.decks[0].slug) == ("Api", "api")
    assert [(deck.deck, deck.old, deck.new) for deck in second.retitled] == [("Api", "Api", "Interfaces")]
    assert [deck.key for deck in second.ledger.decks] == ["interfaces"]


def test_notes_with_the_same_subject_are_told_apart_by_their_questions() -> None:
    notes = [definition("REST", "A style."), definition("REST", "It is simple.", question="What is good about REST?")]
    assert len(set(guids(build(*notes)))) == 2
    assert guids(build(*notes)) == list(reversed(guids(build(*reversed(notes)))))


def test_the_very_same_note_twice_has_two_guids() -> None:
    first = build(GLOSSARY[0], GLOSSARY[0])
    assert len(set(guids(first))) == 2
    assert guids(build(GLOSSARY[0], GLOSSARY[0], ledger=first.ledger)) == guids(first)


def test_a_reverse_card_adds_a_card_to_the_note() -> None:
    first = build(GLOSSARY[0])
    second = build(replace(GLOSSARY[0], reverse="Which term fits?"), ledger=first.ledger, now=later())
    assert [note.ordinals for note in second.decks[0].notes] == [(1, 2)]
    assert guids(second) == guids(first)


def test_a_list_past_the_highest_cloze_number_goes_on_in_a_second_note() -> None:
    items = [f"entry number {n} of the register" for n in range(HIGHEST_ORDINAL + 20)]
    first = build(listing("What stands in the register?", *items))
    notes = first.decks[0].notes
    assert [len(note.note.items) for note in notes] == [HIGHEST_ORDINAL, 20]
    assert [note.ordinals[-1] for note in notes] == [HIGHEST_ORDINAL, 20]
    again = build(listing("What stands in the register?", *items), ledger=first.ledger, now=later())
    assert again.decks == first.decks
    assert again.ledger == first.ledger


def test_items_added_to_a_full_list_do_not_move_the_others() -> None:
    items = [f"entry number {n} of the register" for n in range(HIGHEST_ORDINAL)]
    first = build(listing("What stands in the register?", *items))
    second = build(
        listing("What stands in the register?", "fresh at the top", *items[1:]), ledger=first.ledger, now=later()
    )
    assert [note.ordinals for note in second.decks[0].notes] == [tuple(range(2, HIGHEST_ORDINAL + 1)), (1,)]
    third = build(listing("What stands in the register?", *items), ledger=second.ledger, now=later(2))
    assert third.decks[0].notes[0].ordinals == tuple(range(1, HIGHEST_ORDINAL + 1))
    assert guids(third) == guids(first)
    assert kinds(third) == ["changed", "retired"]


def test_a_part_of_a_list_lives_on_alone() -> None:
    items = [f"entry number {n} of the register" for n in range(HIGHEST_ORDINAL + 300)]
    first = build(listing("What stands in the register?", *items))
    rest = listing("What stands in the register?", *items[HIGHEST_ORDINAL:])
    second = build(rest, ledger=first.ledger, now=later())
    assert kinds(second) == ["retired", "unchanged"]
    assert second.decks[0].notes == first.decks[0].notes[1:]
    third = build(listing("What stands in the register?", *items), ledger=second.ledger, now=later(2))
    assert [(note.guid, note.ordinals) for note in third.decks[0].notes] == [
        (note.guid, note.ordinals) for note in first.decks[0].notes
    ]


WORDS = "server client cache request response token session header cookie proxy router packet frame socket".split()
SEEDS = st.integers(0, 10**6).map(random.Random)


def article(rng: random.Random, size: int) -> list[Note]:
    """Write an article of notes with words of their own among words that all share."""
    notes: list[Note] = []
    for n in range(size):
        own = [f"{rng.choice(WORDS)}{rng.randrange(10**6)}" for _ in range(4)]
        if n % 3 == 2:
            notes.append(listing(f"What are the parts of the {own[0]}?", *[f"the {w} of the {own[0]}" for w in own]))
        else:
            notes.append(
                definition(own[0], f"A {own[1]} that lets a {own[2]} talk to the {rng.choice(WORDS)} {own[3]}.")
            )
    return notes


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.integers(2, 20))
def test_reordering_and_inserting_keep_every_guid_and_number(rng: random.Random, size: int) -> None:
    notes = article(rng, size)
    first = build(*notes)
    shuffled = notes.copy()
    rng.shuffle(shuffled)
    extra = article(rng, 3)
    for note in extra:
        shuffled.insert(rng.randrange(len(shuffled) + 1), note)
    second = build(*shuffled, ledger=parse(dump(first.ledger), path="x"), now=later())
    before, after = by_question(first), by_question(second)
    for question, stamped in before.items():
        assert after[question].guid == stamped.guid
        assert after[question].modified == MONDAY
    assert {item: ordinals(second)[item] for item in ordinals(first)} == ordinals(first)
    assert len(set(guids(second))) == len(shuffled)


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.integers(2, 20))
def test_a_typo_in_any_note_keeps_every_guid(rng: random.Random, size: int) -> None:
    notes = article(rng, size)
    first = build(*notes)
    edited = [_with_typo(note, rng) for note in notes]
    second = build(*edited, ledger=first.ledger, now=later())
    assert guids(second) == guids(first)
    assert [note.ordinals for note in second.decks[0].notes] == [note.ordinals for note in first.decks[0].notes]


def _with_typo(note: Note, rng: random.Random) -> Note:
    if note.kind == "list":
        items = [item.plain for item in note.items]
        at = rng.randrange(len(items))
        items[at] = items[at].replace("the ", "teh ", 1)
        return listing(note.question.plain, *items)
    assert note.term is not None
    return definition(note.term.plain, note.answer.replace("talk", "tlak"))


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_over_many_builds_no_guid_and_no_number_is_ever_used_for_something_else(rng: random.Random) -> None:
    notes = article(rng, 8)
    ledger = Ledger()
    owner: dict[str, str] = {}
    number: dict[tuple[str, int], str] = {}
    for week in range(6):
        done = build(*notes, ledger=ledger, now=later(week))
        assert len(set(guids(done))) == len(guids(done))
        for stamped in done.decks[0].notes:
            assert owner.setdefault(stamped.guid, stamped.note.question.plain) == stamped.note.question.plain
            assert len(set(stamped.ordinals)) == len(stamped.ordinals)
            for item, ordinal in zip(stamped.note.items, stamped.ordinals, strict=False):
                assert number.setdefault((stamped.guid, ordinal), item.plain) == item.plain
        again = build(*notes, ledger=done.ledger, now=later(week + 10))
        assert again.ledger == done.ledger
        ledger = done.ledger
        notes = _rewrite(notes, rng)


def _rewrite(notes: list[Note], rng: random.Random) -> list[Note]:
    kept = [note for note in notes if rng.random() > 0.2]
    rewritten = []
    for note in kept:
        items = [item.plain for item in note.items if rng.random() > 0.3]
        if items:
            items.insert(
                rng.randrange(len(items) + 1), " ".join(f"{w}{rng.randrange(10**6)}" for w in rng.sample(WORDS, 4))
            )
            rng.shuffle(items)
            rewritten.append(listing(note.question.plain, *items))
        else:
            rewritten.append(note)
    return rewritten + article(rng, 2)
