from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import anki_samples as samples
import pytest
from anki_lab import Lab, lab
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardwright.core.deck import Deck
from cardwright.core.document import CodeBlock, Inline, Mark, MathBlock, Paragraph, Text
from cardwright.core.note import Answer, Note, NoteItem
from cardwright.errors import ExportError
from cardwright.export.apkg import Apkg
from cardwright.export.fields import fields_of, ordinals_of


@pytest.fixture(scope="module")
def learner() -> Iterator[Lab]:
    with lab() as opened:
        yield opened


@pytest.fixture
def fresh(learner: Lab) -> Lab:
    learner.forget()
    return learner


def package(deck: Deck) -> bytes:
    rendered = Apkg().render(deck)
    assert rendered.problems == ()
    return rendered.data


def database(data: bytes) -> sqlite3.Connection:
    opened = sqlite3.connect(":memory:")
    with ZipFile(BytesIO(data)) as archive:
        opened.deserialize(archive.read("collection.anki2"))
    return opened


def test_every_note_and_card_arrives(fresh: Lab) -> None:
    deck = samples.deck()
    log = fresh.take(package(deck))
    assert log.found_notes == len(log.new) == len(deck.notes)
    assert not log.conflicting
    assert not log.duplicate
    assert not log.first_field_match
    assert not log.missing_notetype
    for stamped in deck.notes:
        assert tuple(fresh.fields(stamped.guid).values()) == fields_of(stamped, deck.media)
        assert [card.ord + 1 for card in fresh.cards(stamped.guid)] == list(stamped.ordinals)


def test_check_database_finds_and_adds_nothing(fresh: Lab) -> None:
    fresh.take(package(samples.deck("Outer::Inner")))
    said, well, added = fresh.checked()
    assert well, said
    assert said == "Database rebuilt and optimized."
    assert added == 0
    assert not fresh.collection.get_empty_cards().notes


def test_every_card_renders(fresh: Lab) -> None:
    deck = samples.deck()
    fresh.take(package(deck))
    for stamped in deck.notes:
        for card in fresh.cards(stamped.guid):
            shown = card.render_output()
            question, answer = shown.question_text, shown.answer_text
            assert fields_of(stamped, deck.media)[1] in question or card.ord == 1
            assert "{{" not in question.replace("{<wbr>{", "")
            if stamped.note.kind == "list":
                assert question.count("[...]") == 1
                assert "[...]" not in answer
                assert answer.count('class="cloze"') == 1
            else:
                assert question != answer


def test_media_arrive_and_nothing_is_missing_or_unused(fresh: Lab) -> None:
    deck = samples.deck()
    fresh.take(package(deck))
    check = fresh.collection.media.check()
    assert not check.missing
    name = deck.media[samples.ARTICLE, "img/Request flow.png"].name
    assert name.startswith("request-flow-")
    assert fresh.collection.media.have(name)
    assert not fresh.collection.media.have(deck.media[samples.ARTICLE, "small.png"].name)


def test_due_follows_the_article(fresh: Lab) -> None:
    deck = samples.deck()
    fresh.take(package(deck))
    dues = [{card.due for card in fresh.cards(stamped.guid)} for stamped in deck.notes]
    assert all(len(each) == 1 for each in dues)
    order = [each.pop() for each in dues]
    assert order == sorted(order)
    assert len(set(order)) == len(order)


def test_due_counts_from_one() -> None:
    with closing(database(package(samples.deck()))) as opened:
        dues = {due for (due,) in opened.execute("select due from cards")}
    assert dues == set(range(1, len(samples.NOTES) + 1))


def test_an_unchanged_deck_updates_nothing(fresh: Lab) -> None:
    deck = samples.deck()
    fresh.take(package(deck))
    before = (
        fresh.database.all("select * from notes order by id"),
        fresh.database.all("select * from cards order by id"),
    )
    log = fresh.take(package(deck))
    assert not log.new
    assert not log.updated
    after = fresh.database.all("select * from notes order by id"), fresh.database.all("select * from cards order by id")
    assert before == after


def test_a_changed_note_is_updated_in_place_and_keeps_its_schedule(fresh: Lab) -> None:
    deck = samples.deck()
    fresh.take(package(deck))
    guid = deck.notes[0].guid
    before = fresh.cards(guid)
    for card in before:
        card.ivl, card.reps, card.type, card.queue = 30, 5, 2, 2
        fresh.collection.update_card(card)
    reworded = replace(deck.notes[0].note, question=Text.of("What is meant by back-end development?"))
    changed = replace(deck, notes=(replace(deck.notes[0], note=reworded, modified=samples.BUILT + 60), *deck.notes[1:]))
    log = fresh.take(package(changed))
    assert len(log.updated) == 1
    assert fresh.fields(guid)["Question"] == "What is meant by back-end development?"
    after = fresh.cards(guid)
    assert [(c.id, c.ivl, c.reps, c.type, c.due) for c in after] == [(c.id, 30, 5, 2, c.due) for c in before]


def test_an_item_put_in_the_middle_gets_a_card_of_its_own(fresh: Lab) -> None:
    deck = samples.deck()
    fresh.take(package(deck))
    old = deck.notes[2]
    kept = {card.ord: card.id for card in fresh.cards(old.guid)}
    items = (*old.note.items[:2], NoteItem(Text.of("Proxy"), samples.span()), *old.note.items[2:])
    grown = replace(old, note=replace(old.note, items=items), ordinals=(1, 2, 6, 3, 4, 5), modified=samples.BUILT + 60)
    fresh.take(package(replace(deck, notes=(*deck.notes[:2], grown, *deck.notes[3:]))))
    now = {card.ord: card.id for card in fresh.cards(old.guid)}
    assert kept.items() <= now.items()
    assert now.keys() - kept.keys() == {5}
    assert "[...]" in fresh.cards(old.guid)[5].render_output().question_text.split("DNS")[1].split("Load")[0]


def test_note_types_keep_their_ids_and_the_question_sorts(fresh: Lab) -> None:
    fresh.take(package(samples.deck()))
    for name in ("Cardwright Basic", "Cardwright Definition", "Cardwright List"):
        note_type = fresh.collection.models.by_name(name)
        assert note_type is not None
        assert note_type["sortf"] == 1
        assert all(part["id"] for part in (*note_type["flds"], *note_type["tmpls"]))
        assert next(field["name"] for field in note_type["flds"] if field["collapsed"]) == "CwId"
    assert {each.name for each in fresh.collection.models.all_names_and_ids() if "Cardwright" in each.name} == {
        "Cardwright Basic",
        "Cardwright Definition",
        "Cardwright List",
    }


def test_only_the_note_types_that_are_used_travel() -> None:
    deck = samples.deck()
    with closing(database(package(replace(deck, notes=deck.notes[1:3])))) as opened:
        (models,) = opened.execute("select models from col").fetchone()
    assert [each["name"] for each in json.loads(models).values()] == ["Cardwright List"]


def test_decks_nest_and_say_where_they_come_from(fresh: Lab) -> None:
    fresh.take(package(samples.deck("Outer::Inner")))
    found = fresh.collection.decks.by_name("Outer::Inner")
    assert found is not None
    assert found["desc"] == '<a href="https://example.org/web">Web development</a>'


@pytest.mark.parametrize(
    ("note", "says"),
    [
        (samples.note(" \u200b\n", (samples.paragraph("a"),)), "The question is empty"),
        (samples.note("Q?", (samples.paragraph("\x1f \n"),)), "The answer is empty"),
        (samples.note("Q?"), "The answer is empty"),
        (samples.note("Q?", kind="list", items=("a", " ")), "An item of the list is empty"),
        (samples.note("Q?", kind="list"), "An item of the list is empty"),
    ],
)
def test_a_note_without_cards_is_left_out_and_told(note: Note, says: str) -> None:
    good = samples.stamped(samples.note("Good?", (samples.paragraph("yes"),)), "good")
    bad = samples.stamped(note, "bad")
    rendered = Apkg().render(Deck("D", "d", (bad, good)))
    (problem,) = rendered.problems
    assert str(problem) == (
        f"articles/web.md:2: {says}, so the note is left out of the Anki deck. Reword the passage, or exclude it."
    )
    with closing(database(rendered.data)) as opened:
        assert opened.execute("select guid from notes").fetchall() == [("good",)]


@pytest.mark.parametrize("ordinals", [(1, 1), (0, 1), (1, 501)])
def test_numbers_that_anki_cannot_use_leave_the_note_out(ordinals: tuple[int, ...]) -> None:
    bad = samples.stamped(samples.note("Q?", kind="list", items=("a", "b")), "bad", ordinals=ordinals)
    (problem,) = Apkg().render(Deck("D", "d", (bad,))).problems
    assert problem.message.startswith("Its items are not numbered apart from 1 to 500")


def test_a_repeated_guid_is_refused() -> None:
    note = samples.note("Q?", (samples.paragraph("A"),))
    again = replace(note, span=samples.span(12))
    with pytest.raises(ExportError) as caught:
        Apkg().render(Deck("D", "d", (samples.stamped(note, "same"), samples.stamped(again, "same"))))
    assert str(caught.value) == (
        "articles/web.md:12: The note has the GUID same of the note at articles/web.md:2. "
        "Restore the ledger, then build again."
    )


def test_ids_go_with_the_guid_and_not_with_the_neighbours() -> None:
    deck = samples.deck()
    with closing(database(package(deck))) as opened:
        whole = dict(opened.execute("select guid, id from notes").fetchall())
    with closing(database(package(replace(deck, notes=deck.notes[5:])))) as opened:
        part = dict(opened.execute("select guid, id from notes").fetchall())
    assert part.items() <= whole.items()
    assert len(set(whole.values())) == len(deck.notes)
    assert min(whole.values()) > 0


def test_notes_made_in_the_same_second_get_ids_of_their_own() -> None:
    note = samples.note("Q?", (samples.paragraph("A"),))
    notes = tuple(replace(samples.stamped(note, f"g{n}"), created=0) for n in range(3000))
    with closing(database(package(Deck("D", "d", notes)))) as opened:
        assert opened.execute("select count(distinct id), min(id) > 0 from notes").fetchone() == (3000, 1)
        assert opened.execute("select count(distinct id), min(id) > 0 from cards").fetchone() == (3000, 1)


@pytest.mark.parametrize("mark", ["math", "code", "em"])
def test_an_article_plays_no_sound_and_runs_no_latex(fresh: Lab, mark: Mark) -> None:
    words = Text((samples.run("[sound:a.mp3] [latex]x[/latex] [$]y[/$] [anki:tts lang=en]z[/anki:tts]", mark),))
    made = [
        samples.note(words, kind="list", items=(words, "b")),
        samples.note(words, (Paragraph(words, samples.span()), MathBlock("sound:a.mp3]", samples.span()))),
    ]
    fresh.take(package(Deck("D", "d", tuple(samples.stamped(each, f"s{at}") for at, each in enumerate(made)))))
    for guid in ("s0", "s1"):
        for card in fresh.cards(guid):
            shown = card.render_output()
            assert (shown.question_av_tags, shown.answer_av_tags) == ([], [])
            assert "<img" not in shown.question_text + shown.answer_text
    assert not fresh.collection.media.check().missing


def test_an_empty_deck_is_a_package_still(fresh: Lab) -> None:
    assert fresh.take(package(Deck("Empty", "empty", ()))).found_notes == 0


def test_the_database_is_sound_and_holds_what_was_put_in_it() -> None:
    texts = [f"{n} " + "word " * (n * 37 % 3000) for n in range(400)]
    notes = [samples.stamped(samples.note("Q?", (samples.paragraph(text),)), f"g{n}") for n, text in enumerate(texts)]
    with closing(database(package(Deck("D", "d", tuple(notes))))) as opened:
        assert opened.execute("pragma integrity_check").fetchall() == [("ok",)]
        held = opened.execute("select flds from notes join cards on nid = notes.id order by due").fetchall()
        ids = opened.execute("select count(*) from notes where id = (select nid from cards where nid = notes.id)")
        assert ids.fetchone() == (400,)
    assert [fields.split("\x1f")[2] for (fields,) in held] == texts


def test_nothing_in_the_package_tells_when_or_by_what_it_was_written() -> None:
    data = package(samples.deck())
    with ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [info.filename for info in archive.infolist()] == ["collection.anki2", "media", "0"]
        header = archive.read("collection.anki2")[:100]
    assert [int.from_bytes(header[at : at + 4]) for at in (24, 92, 96)] == [1, 1, 3_040_000]


def test_a_wall_of_brackets_takes_no_time() -> None:
    wall = samples.note("Q?", (samples.paragraph("<" * 20_000),))
    assert len(package(Deck("D", "d", (samples.stamped(wall, "g"),)))) > 80_000


# Hard to tell apart from what Anki reads a meaning into, and any other character there is.
MEANT = (
    *("{{c1::", "}}", "::", "{", "}", ":", "{{c99::x}}", "{{Spare 1}}", "\\(", "\\)", "\\[", "\\", "$"),
    *("[sound:a.mp3]", "[latex]", "[/latex]", "[$]x[/$]", "[anki:tts lang=en]"),
    *("<b>", "<br>", "<!--", "<img src=x>", "&amp;", "\x1f", "\ud800", "\n", "\t"),
)
WORDS = st.one_of(
    st.text(max_size=12),
    st.text(alphabet=st.characters(exclude_categories=()), max_size=12),
    st.lists(st.sampled_from(MEANT), max_size=6).map("".join),
)
MARKS: list[frozenset[Mark]] = [frozenset(), frozenset({"strong", "em"}), frozenset({"code"}), frozenset({"math"})]
TEXTS = st.lists(st.builds(Inline, WORDS, st.just(1), st.just(1), st.sampled_from(MARKS)), min_size=1, max_size=4).map(
    lambda runs: Text((Inline("x"), *runs))
)
BLOCKS = st.one_of(
    st.builds(Paragraph, TEXTS, st.just(samples.span())),
    st.builds(CodeBlock, WORDS, st.just(samples.span()), st.sampled_from(["", "python", "html", "no such"])),
    st.builds(MathBlock, WORDS, st.just(samples.span())),
)
ANSWERS = st.lists(BLOCKS, max_size=3).map(lambda blocks: Answer((samples.paragraph("A"), *blocks), samples.span()))


@st.composite
def notes(draw: st.DrawFn) -> Note:
    base = samples.note(draw(TEXTS), section=tuple(draw(st.lists(WORDS, max_size=2))))
    if draw(st.booleans()):
        items = tuple(NoteItem(text, samples.span()) for text in draw(st.lists(TEXTS, min_size=1, max_size=4)))
        return replace(base, kind="list", items=items, ordered=draw(st.booleans()))
    return replace(base, kind="definition", term=draw(TEXTS), answers=(draw(ANSWERS),), reverse=draw(WORDS))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(notes(), min_size=1, max_size=5))
def test_any_text_compiles_imports_and_renders(fresh: Lab, made: list[Note]) -> None:
    deck = Deck("Any", "any", tuple(samples.stamped(each, f"any{at}") for at, each in enumerate(made)))
    fresh.forget()
    log = fresh.take(package(deck))
    assert len(log.new) == len(made)
    for stamped in deck.notes:
        cards = fresh.cards(stamped.guid)
        assert [card.ord + 1 for card in cards] == list(ordinals_of(stamped))
        for card in cards:
            shown = card.render_output()
            assert not shown.question_av_tags
            assert not shown.answer_av_tags
            assert "[anki:" not in shown.question_text + shown.answer_text
            if stamped.note.kind == "list":
                assert shown.question_text.count('<span class="cloze"') == 1
                assert shown.question_text.count('<span class="cloze-inactive"') == len(cards) - 1
    assert not fresh.collection.media.check().missing
    assert not fresh.collection.get_empty_cards().notes
    assert fresh.checked()[1:] == (True, 0)


@settings(max_examples=25, deadline=None)
@given(st.lists(notes(), max_size=4))
def test_the_same_deck_gives_the_same_bytes(made: list[Note]) -> None:
    deck = Deck("Any", "any", tuple(samples.stamped(each, f"any{at}") for at, each in enumerate(made)))
    assert Apkg().render(deck) == Apkg().render(deck)
