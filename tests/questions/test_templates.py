"""English questions: every template, with articles, numbers and settings as a person would put them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardwright.core.document import Inline, Paragraph, Text, shown
from cardwright.core.fact import Definition, Entry, Enumeration, Fact, Found, Lead, Statement, Topic
from cardwright.core.note import NoteItem
from cardwright.core.span import Span
from cardwright.questions.english import ask

HERE = Span("a.md", 1, 1)
FOUND = Found("copula", HERE, "", 0.9, 0)
ITEMS = tuple(NoteItem(Text.of(name, line=1), HERE) for name in ("one", "two"))
BOAT = Topic("a boat", "noun")
BOATS = Topic("boats", "noun", plural=True)


def answer(words: str) -> tuple[Paragraph]:
    return (Paragraph(Text.of(words, line=1), HERE),)


def question(fact: Fact) -> str:
    asked = ask(fact)
    return shown(asked.question) if asked else ""


def code(name: str) -> Text:
    return Text((Inline(name, 1, 1, frozenset({"code"})),))


def definition(term: str, verb: str = "be", article: str = "", *, context: str = "", alias: str = "") -> str:
    aliases = (alias,) if alias else ()
    return question(Definition(FOUND, Text.of(term), answer("a long beam"), verb, article, aliases, context))


def entry(label: str | Text, said: str, topic: Topic = BOAT, *, group: str = "", aspect: str = "") -> str:
    text = Text.of(label) if isinstance(label, str) else label
    return question(Entry(FOUND, text, answer(said), topic, group, aspect))


def listed(lead: Lead, topic: Topic = BOAT) -> str:
    return question(Enumeration(FOUND, lead, topic, ITEMS))


@pytest.mark.parametrize(
    ("term", "verb", "article", "asked"),
    [
        ("keel", "be", "a", "What is a keel?"),
        ("anchor", "be", "a", "What is an anchor?"),
        ("keel", "be", "an", "What is a keel?"),
        ("keel", "be", "the", "What is the keel?"),
        ("keel", "be", "this", "What is the keel?"),
        ("ballast", "be", "", "What is ballast?"),
        ("keels", "be", "", "What are keels?"),
        ("keels", "be", "the", "What are keels?"),
        ("keel", "mean", "", "What does keel mean?"),
        ("keels", "refer to", "", "What do keels refer to?"),
        ("MTTR", "stand for", "", "What does MTTR stand for?"),
        ("MTTR", "be short for", "", "What does MTTR stand for?"),
        ("keel", "do", "the", "What does the keel do?"),
        ("hull", "consist of", "a", "What does a hull consist of?"),
        ("gybe", "occur when", "a", "When does a gybe occur?"),
        ("spokeshave", "be used for", "a", "What is a spokeshave used for?"),
        ("spokeshaves", "be used to", "", "What are spokeshaves used for?"),
        ("jib", "be used when", "a", "When is a jib used?"),
        ("crew", "be responsible for", "the", "What is the crew responsible for?"),
        ("rope", "be able to", "a", "What is a rope able to do?"),
        ("keel", "prevent", "the", "What does the keel prevent?"),
        ("jib", "be defined as", "a", "What is a jib defined as?"),
    ],
)
def test_a_definition_is_asked_by_its_verb(term: str, verb: str, article: str, asked: str) -> None:
    assert definition(term, verb, article) == asked


def test_a_context_stands_in_front_and_another_name_behind() -> None:
    assert definition("sheet", article="a", context="In sailing") == "In sailing, what is a sheet?"
    assert definition("Polaris", alias="North Star") == "What is Polaris (North Star)?"
    assert definition("Polaris", alias="polaris") == "What is Polaris?"
    assert definition("API", "stand for", alias="interface") == "What does API stand for?"


def test_code_in_a_term_stays_code_and_other_marks_go() -> None:
    term = Text((Inline("the ", 1, 1, frozenset({"strong"})), Inline("fork", 1, 1, frozenset({"strong", "code"}))))
    asked = ask(Definition(FOUND, term, answer("a call")))
    assert asked is not None
    assert [(run.text, set(run.marks)) for run in asked.question.runs if run.marks] == [("fork", {"code"})]


@pytest.mark.parametrize(
    ("aspect", "topic", "asked"),
    [
        ("purpose", BOAT, "What is the purpose of a boat?"),
        ("advantages", BOATS, "What are the advantages of boats?"),
        ("how it works", BOAT, "How does a boat work?"),
        ("how it works", BOATS, "How do boats work?"),
        ("when to use", BOAT, "When should you use a boat?"),
        ("when not to use", BOAT, "When should you not use a boat?"),
        ("why it matters", BOATS, "Why do boats matter?"),
        ("what it does", BOAT, "What does a boat do?"),
        ("use", BOATS, "What are boats used for?"),
        ("prevention", BOAT, "How is a boat prevented?"),
        ("example", BOAT, "What is an example of a boat?"),
        ("other name", BOAT, "What is another name for a boat?"),
        ("problem it addresses", BOAT, "What problem does a boat address?"),
        ("how it helps", BOATS, "How do boats help?"),
    ],
)
def test_an_attribute_is_asked_of_its_topic(aspect: str, topic: Topic, asked: str) -> None:
    assert entry("X", "The words", topic, aspect=aspect) == asked


@pytest.mark.parametrize(
    ("lead", "asked"),
    [
        (Lead("noun", "a boat", noun="parts"), "What are the parts of a boat?"),
        (Lead("noun", "a boat", noun="parts", count="three"), "What are the three parts of a boat?"),
        (Lead("noun", noun="parts"), "What are the parts of a boat?"),
        (Lead("noun", noun="The parts"), "What are the parts of a boat?"),
        (Lead("noun", noun="best practices"), "What are the best practices for a boat?"),
        (Lead("noun", noun="boat types"), "What are the boat types?"),
        (Lead("noun", noun="parts of a hull"), "What are the parts of a hull?"),
        (Lead("inverted", "the mate", "is", "responsible for"), "What is the mate responsible for?"),
        (Lead("inverted", "the mate", "must", "carry", "tools"), "Which tools must the mate carry?"),
        (Lead("do", "the hull", "consist of"), "What does the hull consist of?"),
        (Lead("do", "boats", "need"), "What do boats need?"),
        (
            Lead("do", "the yield", "depend on", noun="factors", count="two"),
            "Which two factors does the yield depend on?",
        ),
        (Lead("how", rest="reef a sail"), "How do you reef a sail?"),
        (Lead("when", rest="reef a sail"), "When should you reef a sail?"),
        (Lead("why", rest="reef a sail"), "Why should you reef a sail?"),
        (Lead("advice", rest="leaks"), "What should you do about leaks?"),
        (Lead("asked", rest="Who sails?"), "Who sails?"),
        (Lead("how", rest="reef a sail", context="in a storm"), "In a storm, how do you reef a sail?"),
    ],
)
def test_a_list_is_asked_by_its_lead(lead: Lead, asked: str) -> None:
    assert listed(lead) == asked


def test_a_bare_noun_without_a_subject_is_not_asked() -> None:
    assert listed(Lead("noun", noun="parts"), Topic()) == ""
    assert listed(Lead("noun", noun="moving parts"), Topic()) == "What are the moving parts?"


def test_initials_are_asked_for_what_they_stand_for() -> None:
    fact = Statement(FOUND, Text.of("MTTR"), "stands for", answer("mean time to repair"))
    assert question(fact) == "What does MTTR stand for?"


WORD = st.sampled_from("keel keels anchor Sails API data hull of boats the reef use to".split())
NAMES = st.lists(WORD, min_size=1, max_size=4).map(" ".join)


@given(
    NAMES, st.sampled_from("be mean do|consist of|be used for|prevent".split("|")), st.sampled_from(["", "a", "the"])
)
def test_every_definition_gives_a_question_with_its_term(term: str, verb: str, article: str) -> None:
    asked = definition(term, verb, article)
    assert term in asked
    assert asked.endswith("?")
    assert asked[0].isupper()
    assert "  " not in asked
