"""From facts to notes: wordings of a term joined, questions told apart, reverse cards where they can be asked."""

from dataclasses import replace

import pytest

from cardwright.core.document import Article, Paragraph, Section, Text, shown
from cardwright.core.fact import Definition, Entry, Enumeration, Fact, Found, Lead, Statement, Topic
from cardwright.core.note import Note, NoteItem
from cardwright.core.span import Span
from cardwright.questions import write
from cardwright.questions.english import REVERSE


def section(title: str, *above: str, anchor: str = "") -> Section:
    return Section(Text.of(title), 2, (*above, title), (), Span("a.md", 1, 9), anchor)


ARTICLE = Article(
    path="a.md",
    id="a",
    title="Boats",
    sections=(section("Hull", "Boats", anchor="hull"), section("Rig", "Boats"), section("3. Rig", "Boats", "Dinghies")),
    language="en",
    tags=("sea",),
    source_url="https://example.org/boats",
)


def found(line: int, at: int = 0) -> Found:
    return Found("copula", Span("a.md", line, line), f"line {line}", 0.91, at)


def said(words: str) -> tuple[Paragraph]:
    return (Paragraph(Text.of(words, line=1), Span("a.md", 1, 1)),)


def definition(term: str, words: str, line: int = 1, *, verb: str = "be", at: int = 0) -> Definition:
    return Definition(found(line, at), Text.of(term), said(words), verb)


def notes(*facts: Fact, article: Article = ARTICLE) -> list[Note]:
    return list(write(article, facts))


def test_a_note_says_where_it_comes_from() -> None:
    [note] = notes(definition("ballast", "weight carried low in a ship", 4))
    assert (note.kind, note.rule, note.article, note.language) == ("definition", "copula", "a", "en")
    assert (note.span, note.section, note.tags) == (Span("a.md", 4, 4), ("Boats", "Hull"), ("sea",))
    assert (note.confidence, note.evidence) == (0.91, "line 4")
    assert note.source_url == "https://example.org/boats#hull"
    [other] = notes(definition("ballast", "weight carried low in a ship", at=1))
    assert other.source_url == "https://example.org/boats"
    [plain] = notes(definition("ballast", "weight carried low"), article=replace(ARTICLE, source_url=""))
    assert plain.source_url == ""


def test_every_kind_of_fact_has_its_kind_of_note() -> None:
    items = (NoteItem(Text.of("one"), Span("a.md", 1, 1)), NoteItem(Text.of("two"), Span("a.md", 2, 2)))
    lead = Lead("noun", "a boat", noun="parts")
    listed, entry = notes(
        Enumeration(found(1), lead, Topic(), items, ordered=True),
        Entry(found(2), Text.of("Patience"), said("The wind comes."), Topic("sailing", "noun")),
    )
    assert (listed.kind, listed.items, listed.ordered, listed.answers) == ("list", items, True, ())
    assert (entry.kind, entry.answer, entry.items) == ("entry", "The wind comes.", ())


def test_a_fact_that_cannot_be_asked_gives_no_note() -> None:
    assert notes(Enumeration(found(1), Lead("noun", noun="parts"), Topic(), ())) == []


def test_several_wordings_of_a_term_are_one_note() -> None:
    [note] = notes(
        definition("ballast", "weight carried low in a ship", 2),
        definition("Ballast", "whatever heavy thing steadies her", 7),
    )
    assert shown(note.question) == "Boats: what is ballast?"
    assert note.answer == "weight carried low in a ship\nwhatever heavy thing steadies her"
    assert (note.span, note.reverse) == (Span("a.md", 2, 7), "")


def test_a_wording_that_is_too_much_for_the_card_is_left_out() -> None:
    second = definition("Ballast", " ".join(["heavy"] * 40), 7)
    [note] = notes(definition("ballast", "weight carried low in a ship", 2), second)
    assert (note.answer, note.span) == ("weight carried low in a ship", Span("a.md", 2, 2))


def test_what_a_thing_is_and_what_it_does_are_two_notes() -> None:
    pair = notes(definition("keel", "a beam along the bottom"), definition("keel", "keeps a boat upright", verb="do"))
    assert [shown(note.question) for note in pair] == ["Boats: what is keel?", "Boats: what does keel do?"]


def test_questions_that_stand_twice_are_told_apart_by_their_heading() -> None:
    topic = Topic("sailing", "noun")
    pair = notes(
        Entry(found(1, 0), Text.of("Upkeep"), said("The planks are oiled."), topic),
        Entry(found(5, 2), Text.of("Upkeep"), said("The ropes are dried."), topic),
    )
    assert [shown(note.question) for note in pair] == [
        "Hull: what role does “Upkeep” play?",
        "Rig: what role does “Upkeep” play?",
    ]


@pytest.mark.parametrize(
    ("title", "term", "asked"),
    [
        ("Boats", "ballast", "Boats: what is ballast?"),
        ("Ballast in boats", "ballast", "What is ballast?"),
        ("Boats", "bilge water", "What is bilge water?"),
        ("A short introduction to boats", "ballast", "Boats: what is ballast?"),
        ("Boats (2nd edition)", "ballast", "Boats: what is ballast?"),
        ("Boats for people who have never been at sea before", "ballast", "Boats: what is ballast?"),
    ],
)
def test_a_question_that_does_not_name_its_field_takes_it_in_front(title: str, term: str, asked: str) -> None:
    [note] = notes(definition(term, "whatever is carried low"), article=replace(ARTICLE, title=title))
    assert shown(note.question) == asked


def test_a_title_that_says_nothing_gives_no_field() -> None:
    bare = replace(ARTICLE, title="README", sections=(section("Notes"),))
    [note] = notes(definition("ballast", "whatever is carried low"), article=bare)
    assert shown(note.question) == "What is ballast?"


@pytest.mark.parametrize(
    ("term", "words", "reverse"),
    [
        ("ballast", "weight carried low to steady a ship", REVERSE),
        ("ballast", "weight carried low", ""),
        ("ballast", "weight " * 41, ""),
        ("sail boat", "a small boat that the wind moves", ""),
        ("keels", "what each keel of a ship is called", ""),
    ],
)
def test_a_reverse_card_is_asked_where_the_answer_tells_the_term_and_does_not_hold_it(
    term: str, words: str, reverse: str
) -> None:
    [note] = notes(definition(term, words))
    assert note.reverse == reverse


def test_what_a_thing_consists_of_has_no_reverse() -> None:
    [note] = notes(definition("hull", "planks and ribs and a long keel", verb="consist of"))
    assert note.reverse == ""


def test_notes_of_an_article_in_another_language_are_in_that_language() -> None:
    [note] = notes(definition("Kiel", "ein Balken unter dem Boot"), article=replace(ARTICLE, language="de"))
    assert (shown(note.question), note.language) == ("Was ist Kiel?", "de")


def test_a_domain_that_spells_an_acronym_out_does_not_stand_before_its_question() -> None:
    article = replace(ARTICLE, title="Coast guard stations")
    [given, other] = notes(
        Statement(found(1), Text.of("CGS"), "stands for", said("Coast Guard Station")),
        Statement(found(2), Text.of("VHF"), "stands for", said("Very high frequency")),
        article=article,
    )
    assert shown(given.question) == "What does CGS stand for?"
    assert shown(other.question) == "Coast guard stations: what does VHF stand for?"


def test_a_counted_plural_keeps_its_article() -> None:
    fact = replace(definition("two parts of a sail", "the head and the foot", verb="be"), article="the", plural=True)
    [note] = notes(fact)
    assert shown(note.question) == "What are the two parts of a sail?"
