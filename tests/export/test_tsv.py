from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

import anki_samples as samples
import pytest
from anki_lab import Lab, lab

from cardwright.core.deck import Deck
from cardwright.core.document import Text
from cardwright.export.apkg import Apkg
from cardwright.export.fields import fields_of
from cardwright.export.tsv import Tsv


@pytest.fixture(scope="module")
def learner() -> Iterator[Lab]:
    with lab() as opened:
        opened.take(Apkg().render(samples.deck()).data)
        yield opened


def table(deck: Deck) -> bytes:
    rendered = Tsv().render(deck)
    assert rendered.problems == ()
    return rendered.data


def test_the_header_tells_anki_all() -> None:
    lines = table(samples.deck()).decode().splitlines()
    assert lines[:6] == [
        "#separator:tab",
        "#html:true",
        "#guid column:1",
        "#notetype column:2",
        "#deck column:3",
        "#tags column:4",
    ]


def test_the_csv_module_reads_it() -> None:
    deck = samples.deck()
    text = table(deck).decode()
    rows = list(csv.reader(StringIO(text.split("\n", 6)[6], newline=""), delimiter="\t", strict=True))
    assert {len(row) for row in rows} == {4 + 11}
    for stamped, row in zip(deck.notes, rows, strict=True):
        fields = fields_of(stamped, deck.media)
        assert row[0] == stamped.guid
        assert row[2] == "Web development"
        assert tuple(row[4 : 4 + len(fields)]) == fields
        assert not any(row[4 + len(fields) :])


def test_anki_knows_the_notes_again_by_their_guids(learner: Lab) -> None:
    deck = samples.deck()
    count = learner.collection.note_count(), learner.collection.card_count()
    reworded = replace(deck.notes[1].note, question=Text.of("Which tasks has a back-end developer?"))
    changed = replace(deck, notes=(deck.notes[0], replace(deck.notes[1], note=reworded), *deck.notes[2:]))
    log = learner.take_text(table(changed))
    assert not log.new
    assert not log.conflicting
    assert (learner.collection.note_count(), learner.collection.card_count()) == count
    assert learner.fields(deck.notes[1].guid)["Question"] == "Which tasks has a back-end developer?"
    for stamped in changed.notes:
        assert tuple(learner.fields(stamped.guid).values()) == fields_of(stamped, deck.media)


def test_anki_makes_the_cards_of_new_notes(learner: Lab) -> None:
    made = samples.stamped(samples.note("Which?", kind="list", items=("a", "b"), tags=("x::y",)), "#new")
    log = learner.take_text(table(Deck("Other", "other", (made,))))
    assert len(log.new) == 1
    cards = learner.cards("#new")
    assert [card.ord for card in cards] == [0, 1]
    assert learner.collection.decks.name(cards[0].did) == "Other"
    assert learner.collection.get_note(learner.note_id("#new")).tags == ["x::y"]


def test_a_note_without_cards_is_left_out_and_told() -> None:
    bad = samples.stamped(samples.note("", (samples.paragraph("A"),)), "bad")
    rendered = Tsv().render(Deck("D", "d", (bad,)))
    assert [problem.code for problem in rendered.problems] == ["no-card"]
    assert len(rendered.data.splitlines()) == 6
