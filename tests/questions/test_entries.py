"""Questions for a label with its explanation: worded by what the label is and by what the explanation opens with."""

import pytest

from cardwright.core.document import CodeBlock, Inline, Item, ItemList, Paragraph, Text, plain_of, shown
from cardwright.core.fact import Entry, Found, Topic
from cardwright.core.span import Span
from cardwright.questions.entries import ask_entry
from cardwright.questions.labels import label_kind
from cardwright.questions.shapes import acts, opening_of, uses

HERE = Span("a.md", 1, 1)
FOUND = Found("labelled-item", HERE, "", 0.9, 0)
BOAT = Topic("a boat", "noun")
OAK = Topic("oak", "noun")


def answer(words: str) -> tuple[Paragraph]:
    return (Paragraph(Text.of(words, line=1), HERE),)


def code(name: str) -> Text:
    return Text((Inline(name, 1, 1, frozenset({"code"})),))


def entry(label: str | Text, said: str, *, group: str = "", topic: Topic = BOAT, article: str = "") -> str:
    text = Text.of(label) if isinstance(label, str) else label
    return shown(ask_entry(Entry(FOUND, text, answer(said), topic, group, article=article)).question)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Wash the deck", "command"),
        ("Don't wash the deck", "command"),
        ("Always reef early", "command"),
        ("Schedule regular watches", "thing"),
        ("Schedule the watches", "command"),
        ("Load balancing", "thing"),
        ("Address Classes & Global Space", "thing"),
        ("Rudder", "thing"),
        ("Rudder (steering blade)", "thing"),
        ("If the mast breaks", "condition"),
        ("keeps the boat upright", "trait"),
        ("Keeps the boat upright", "trait"),
        ("Controls of the desk", "thing"),
        ("Lighter than oak", "comparison"),
        ("More flexible than static rigs", "comparison"),
        ("Washing decks", "act"),
        ("Need to be loaded at dawn", "thing"),
        ("Bow and stern", "thing"),
        ("Wash and dry", "command"),
        ("Sails are cheap", "clause"),
        ("The right sail is the one that fits your boat", "clause"),
        ("(s)", "thing"),
    ],
)
def test_the_kind_of_a_label(label: str, kind: str) -> None:
    assert label_kind(Text.of(label)) == kind


def test_among_commands_a_word_that_may_be_a_noun_opens_one() -> None:
    assert label_kind(Text.of("Schedule regular watches"), among_commands=True) == "command"
    assert label_kind(Text.of("Access logs"), among_commands=True) == "thing"


def test_code_names_a_thing_whatever_its_words() -> None:
    assert label_kind(code("wash the deck")) == "thing"


@pytest.mark.parametrize(
    ("said", "shape"),
    [
        ("To keep the boat upright", "purpose"),
        ("Keeps the boat upright", "third"),
        ("This counter represents the depth", "third"),
        ("They steer the boat", "third"),
        ("Can steer the boat", "third"),
        ("Keeping the boat upright", "gerund"),
        ("Keeping and mending what is on board (all of it)", "gerund"),
        ("Keep the boat upright", "command"),
        ("Store spare ropes below, ensuring they are dry", "command"),
        ("Never sail alone at night", "command"),
        ("Be fair and share food and water and rest", "command"),
        ("It is a beam", "thing"),
        ("These are beams", "thing"),
        ("Is a beam of oak", "thing"),
        ("Used for steering", "used"),
        ("Raised only if the wind drops", "used"),
        ("Raised in case the wind drops", "used"),
        ("Important for the balance", "valued"),
        ("Who steers the boat", "clause"),
        ("Whether the wind turns can tell a lot and is worth a look", "sentence"),
        ("A beam that is made of oak", "phrase"),
        ("Number of boats the harbour can hold", "thing"),
        ("A list of sails this mast can carry, in feet", "thing"),
        ("In Dutch, the sail before the mast", "thing"),
        ("A list of sails is kept aboard", "sentence"),
        ("Everything below the deck", "phrase"),
        ("wood, rope and canvas", "list"),
        ("Is it dry?", "question"),
        ("The crew sleeps here", "sentence"),
        ("Test plans are long", "sentence"),
        ("Number of boats in the harbour", "thing"),
        ("Keeping it upright is hard", "sentence"),
        ("", "sentence"),
    ],
)
def test_the_shape_of_an_explanation(said: str, shape: str) -> None:
    assert opening_of(answer(said)).shape == shape


def test_code_has_the_shape_of_a_sentence_and_a_list_that_of_its_first_item() -> None:
    assert opening_of((CodeBlock("keep()", HERE),)).shape == "sentence"
    items = tuple(Item(answer(said), HERE) for said in ("Steers the boat", "It is of oak"))
    assert opening_of((ItemList(items, HERE),)).shape == "third"


@pytest.mark.parametrize(
    ("label", "said", "does"),
    [
        ("Sailor", "A good sailor steers the boat", "do"),
        ("Editors", "Editors check terms", "do"),
        ("Log (book)", "The log can tell the speed", "can"),
        ("Log", "The log can be lost", ""),
        ("Log", "The log is a book", ""),
        ("Log", "Some boats have two", ""),
    ],
)
def test_a_label_that_acts_in_its_explanation(label: str, said: str, does: str) -> None:
    assert acts(answer(said), label) == does


def test_a_label_that_is_used_in_its_explanation() -> None:
    assert uses(answer("Use winches to pull ropes"), "Winches")
    assert not uses(answer("Use both hands to pull ropes"), "Winches")


@pytest.mark.parametrize(
    ("label", "said", "group", "asked"),
    [
        ("Rudder", "To steer the boat", "", "What is the purpose of Rudder?"),
        ("Rudder", "Steers the boat", "", "What does Rudder do?"),
        ("Log", "Provides the speed at any time", "", "What does Log provide?"),
        ("Sails", "Moves the boat ahead", "", "What do Sails do?"),
        ("Bow and stern", "Moves the boat ahead", "", "What do Bow and stern do?"),
        ("Rudder", "It is the steering blade", "", "What is Rudder?"),
        ("Sails", "These are the cloths aloft", "", "What are Sails?"),
        ("warm locker", "A locker that is kept dry", "", "What is a warm locker?"),
        ("Teak", "Used for decks that last", "", "What is Teak used for?"),
        ("Bilge pump", "Started only if water comes in", "", "When is Bilge pump started?"),
        ("Storm sail", "Raised in case the wind grows", "", "When is Storm sail raised?"),
        ("Tiller, rudder", "It is what steers", "", "What are Tiller, rudder?"),
        ("Teak", "Ideal for decks that last", "", "What is Teak ideal for?"),
        ("Winches", "Use winches to pull heavy ropes", "", "What are Winches used for?"),
        ("Editor(s)", "Who keeps the log", "", "What does “Editor(s)” tell you?"),
        ("Hygiene", "Wash the deck every morning", "", "What does “Hygiene” involve?"),
        ("Hygiene", "Washing the deck every morning", "", "What does “Hygiene” involve?"),
        ("Hygiene", "The deck is always clean", "", "What role does “Hygiene” play?"),
        ("Tidiness", "The deck must be clear when the wind comes", "", "Why does tidiness matter?"),
        ("Taut", "A rope is taut when it bears a load", "", "What does “Taut” mean?"),
        ("Tidiness", "Each rope has its hook", "", "What does “Tidiness” mean?"),
        ("EWIND (Out of wind)", "The sail hung slack all day", "", "What does “EWIND (Out of wind)” mean?"),
        ("mastHeight", "If true, the height is read in feet", "", "What does “mastHeight” mean?"),
        ("Night watch", "You sleep in turns of four hours", "", "How does “Night watch” work?"),
        (
            "Hygiene",
            "Wash the deck every morning",
            "principle",
            "How do you put the principle “Hygiene” into practice?",
        ),
        ("Hygiene", "The deck is always clean", "principle", "What is the idea behind the principle “Hygiene”?"),
        ("Wash the deck", "We do it at dawn", "", "How do you wash the deck?"),
        ("Wash the deck", "Salt is bad for the planks", "", "Why should you wash the deck?"),
        ("Wash the deck", "With a mop and a bucket of sea water", "", "How do you wash the deck?"),
        ("Don't wash the deck", "The planks are oiled", "", "Why should you not wash the deck?"),
        ("Wash the deck", "The crew does it at dawn", "task", "What does the task “Wash the deck” involve?"),
        ("If you lose the rudder", "Steer by the sails", "", "What should you do if you lose the rudder?"),
        ("When the mast breaks", "It is lost", "", "What happens when the mast breaks?"),
        ("keeps its shape", "The planks are thick", "", "How does a boat keep its shape?"),
        ("Dry ropes", "Wet ones are heavy", "advantage of a cabin", "How is “Dry ropes” an advantage of a cabin?"),
        ("Dry ropes", "Keep all ropes dry", "benefit of a cabin", "How is “Dry ropes” a benefit of a cabin?"),
        ("Dry ropes", "Keeping all ropes dry", "benefit", "What does “Dry ropes” involve?"),
        ("Ash", "Bows are made of it", "kind of wood", "What is characteristic of “Ash” as a kind of wood?"),
        ("Patience", "The wind comes when it will", "skill", "What does the skill “Patience” involve?"),
        ("Patience", "The wind comes", "skill of a mate", "What does “Patience” involve as a skill of a mate?"),
    ],
)
def test_an_entry_is_asked_by_its_label_and_its_explanation(label: str, said: str, group: str, asked: str) -> None:
    assert entry(label, said, group=group) == asked


def test_a_comparison_names_what_is_compared() -> None:
    assert entry("Lighter than beech", "Its pores are wide", topic=OAK) == "How is oak lighter than beech?"


def test_the_article_of_the_running_text_stands_before_the_name() -> None:
    assert entry("rudder", "Steers the boat", article="the") == "What does the rudder do?"


def test_code_is_asked_for_what_it_does() -> None:
    assert entry(code("reef"), "Make the sail smaller") == "What does “reef” do?"
    assert entry(code("go"), "Runs the next cue") == "What does “go” do?"
    assert entry(code("go"), "Set this to the number of the cue") == "What is “go” for?"
    assert entry(code("go"), "Runs the next cue", group="command of the desk") == "What does the command “go” do?"


def test_a_label_that_comes_back_is_an_attribute_of_its_topic() -> None:
    fact = Entry(FOUND, Text.of("Upkeep"), answer("Twice a year."), OAK, name=Text.of("upkeep"), attribute=True)
    assert shown(ask_entry(fact).question) == "What is the upkeep of oak?"


def test_what_the_question_says_is_left_off_the_answer() -> None:
    fact = Entry(FOUND, Text.of("Log"), answer("Provides the speed at any time"), BOAT)
    echo = ask_entry(fact).echo
    assert plain_of(fact.answer)[echo:] == "the speed at any time"
