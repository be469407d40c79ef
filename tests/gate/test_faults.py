"""Each fault of the gate: notes that have it, notes that come close, and notes that are mended."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notes import WHERE, listed, note, raw

from cardwright.core.document import Paragraph, shown
from cardwright.core.note import Answer, Note
from cardwright.gate import CHECKS, judge
from cardwright.gate.base import Check
from cardwright.gate.repeated import without_repeats

CHECK = {check.name: check for check in CHECKS}

ASKS = "What is ballast?"
FINE = note(ASKS, "Weight carried low to steady a ship.")


@dataclass(frozen=True, slots=True)
class Fault:
    """A note that one check turns down, and a part of the reason that it gives."""

    check: str
    title: str
    note: Note
    reason: str


def literal(plain: str) -> Note:
    return replace(FINE, answers=(Answer((Paragraph(raw(plain), WHERE),), WHERE),))


FAULTS = [
    Fault("markup", "bold that is not closed", literal("Weight **carried low to steady a ship."), "'**'"),
    Fault("markup", "a backtick", literal("Weight that `move puts down low."), "'`'"),
    Fault("markup", "a link taken apart", literal("Weight, see [the hold](hold.md) for more."), "']('"),
    Fault("markup", "template code", literal("Weight of {{ tons }} in the hold."), "'{{'"),
    Fault("markup", "a tag", literal("Weight <span class=x>carried low</span> in a ship."), "'<span"),
    Fault("markup", "a footnote mark", literal("Weight carried low[^3] to steady a ship."), "'[^'"),
    Fault("markup", "an entity", literal("Weight carried low &nbsp; to steady a ship."), "'&nbsp;'"),
    Fault("markup", "in the question", replace(FINE, question=raw("What is **ballast?")), "'**'"),
    Fault("markup", "in an item", replace(listed("What is carried?", "stones"), question=raw("What :::?")), "':::'"),
    Fault(
        "nameless",
        "a generic heading",
        note("What is the overview?", "All of the parts.", term="Overview"),
        "'Overview'",
    ),
    Fault("nameless", "a number", note("What is 12?", "The bell at the end of a watch.", term="12"), "'12'"),
    Fault("nameless", "a letter", note("What is x?", "The place of a boat on the chart.", term="x"), "'x'"),
    Fault("nameless", "an address", note("What is it?", "The page of our club.", term="https://example.org"), "https"),
    Fault("long-answer", "one sentence of eighty words", note(ASKS, "weight " * 79 + "weight."), "60 words"),
    Fault(
        "long-answer", "one sentence of long words", note(ASKS, "counterweights " * 29 + "weight."), "400 characters"
    ),
    Fault("deictic", "this in the question", note("What does this do?", "Steadies a ship in heavy seas."), "'this'"),
    Fault("deictic", "it in the question", note("When should it be used?", "In heavy seas and in storms."), "'it'"),
    Fault("deictic", "shown above", note(ASKS, "Weight carried low, as shown above."), "'shown above'"),
    Fault("deictic", "this section", note(ASKS, "Weight that this section is about."), "'this section'"),
    Fault(
        "deictic", "the next chapter", note(ASKS, "Weight that we load in the next chapter."), "'in the next chapter'"
    ),
    Fault("deictic", "a promise", note(ASKS, "Weight that you'll learn to stow."), "you'll learn"),
    Fault("pictures", "a picture alone", note(ASKS, "![](hold.png)"), "nothing to read"),
    Fault(
        "pictures",
        "an item that is a picture",
        listed("What is carried?", "stones", "![](sand.png)"),
        "nothing to read",
    ),
    Fault(
        "brackets",
        "an open bracket in the question",
        note("What is ballast (in a ship?", "Weight low down."),
        "question",
    ),
    Fault(
        "brackets",
        "an item cut in two",
        listed("What is carried?", "stones (of the beach", "sand"),
        "question or an item",
    ),
    Fault("brackets", "an answer that ends too soon", note(ASKS, "Weight carried low (in the hold"), "answer"),
    Fault("brackets", "an open quotation", note(ASKS, "What sailors call “dead weight in the hold"), "answer"),
    Fault("unfinished", "a colon", note(ASKS, "Weight carried low, which can be:"), "'be:'"),
    Fault("unfinished", "a small word", note(ASKS, "Weight that is carried low in the"), "'the'"),
    Fault("unfinished", "such as", note(ASKS, "Weight that is carried low, such as"), "ends in 'as'"),
    Fault("unfinished", "opens with and", note(ASKS, "And keeps a ship upright in a storm."), "'and'"),
    Fault("unfinished", "opens with which", note(ASKS, "Which is carried low in the hold."), "'which'"),
    Fault("unfinished", "most items", listed("What is carried?", "stones and", "sand or", "lead"), "items"),
    Fault(
        "circular",
        "the term and no more",
        note("What is a sail boat?", "A boat with a sail.", term="sail boat"),
        "no more",
    ),
    Fault("circular", "one new word", note("What is a trim tab rudder?", "A big rudder with a trim tab."), "no more"),
    Fault(
        "circular",
        "the words of the term in other forms",
        note("What is regulatory compliance?", "Being compliant with regulatory rules.", term="regulatory compliance"),
        "again",
    ),
    Fault("question-form", "no question mark", note("Tell what ballast is", "Weight carried low."), "question mark"),
    Fault("question-form", "yes or no", note("Is ballast heavy?", "Weight carried low in the hold."), "does not ask"),
    Fault("question-form", "no question word", note("Ballast in a ship?", "Weight carried low in it."), "does not ask"),
    Fault(
        "question-form", "cut", note("What are conditions that should make?", "Wind and rain."), "stops in the middle"
    ),
    Fault("question-form", "two words", note("What ballast?", "Weight carried low in the hold."), "2 words"),
    Fault("question-form", "thirty words", note(f"What is {'very ' * 27}old?", "Weight carried low."), "30 words"),
]

GOOD = [
    ("markup", "marks that Markdown reads", note(ASKS, "Weight **carried low** to steady a ship.")),
    ("markup", "stars inside code", note("What does `**` do in Python?", "Raises to a power: `2 ** 3`.", term="`**`")),
    ("markup", "template code inside code", note(ASKS, "Weight, set by `{{ tons }}` in the hold.")),
    ("markup", "a single star", note(ASKS, "Weight of 3 \\* 4 tons in the hold.")),
    ("markup", "less than", note(ASKS, "Weight of < 4 tons in the hold of a ship.")),
    ("markup", "snake case", note(ASKS, "Weight stored as dead_weight in the hold.")),
    ("nameless", "a variable in code", note("What is `x`?", "The place of a boat on the chart.", term="`x`")),
    ("nameless", "a number with its unit", note("What is 12 V?", "The voltage of a boat's battery.", term="12 V")),
    ("nameless", "a list", listed("What is carried?", "stones", "sand")),
    ("long-answer", "sixty words", note(ASKS, "stone " * 59 + "stone.")),
    ("long-answer", "a long list", note(ASKS, "\n".join(["- weight carried low"] * 30))),
    ("long-answer", "long code", note(ASKS, "```\n" + "weight = 1\n" * 80 + "```")),
    ("deictic", "this in quotation marks", note("What does “this is fine” mean?", "All of the crew is awake.")),
    ("deictic", "it inside the answer", note(ASKS, "Weight in a ship so that it stays upright.")),
    ("deictic", "below as a place", note(ASKS, "Weight carried below the water line.")),
    ("deictic", "another language", note("Was ist it?", "Ein kleines Boot.", language="de")),
    ("pictures", "a picture with its words", note(ASKS, "![Stones in a hold](hold.png)")),
    ("pictures", "code", note(ASKS, "`hold.load()`")),
    ("pictures", "a formula", note(ASKS, "$$\nF = m g\n$$")),
    ("brackets", "a numbering in an answer", note(ASKS, "Either 1) stones or 2) sand.")),
    ("brackets", "an open bracket in code", note(ASKS, "Weight that `load(` takes in.")),
    ("brackets", "quotation marks low and high", note("Was ist „Ballast“?", "Gewicht, „tot“ im Rumpf.", language="de")),
    ("unfinished", "no full stop", note(ASKS, "weight carried low to steady a ship")),
    ("unfinished", "one item of four", listed("What is carried?", "stones", "sand", "lead", "water and")),
    ("unfinished", "another language's small words", note("Was ist it?", "So kleine Boote.", language="de")),
    ("circular", "the term beside much else", note(ASKS, "Ballast is weight carried low to steady a ship at sea.")),
    ("circular", "the long form", replace(note("What does sail boat stand for?", "Sail boat"), kind="fact")),
    ("circular", "no words in the answer", note(ASKS, "42")),
    ("leftovers", "brackets that explain", note(ASKS, "Weight (stones or sand) carried low (in the hold).")),
    ("leftovers", "a star between words", note(ASKS, "Weight of 3 \\* 4 tons in the hold.")),
    ("leftovers", "a word that opens as a pointer does", note(ASKS, "Weight carried low (seen from the side).")),
    ("question-form", "after its context", note("In sailing, what is a sheet?", "A rope for a sail.")),
    ("question-form", "after a field of one letter", note("C: what is a pointer?", "The address of a value.")),
    ("question-form", "twenty-five words", note(f"What is {'very ' * 22}old?", "Weight carried low.")),
    ("question-form", "another language", note("Ballast im Rumpf", "Gewicht.", language="de")),
]


ONLY_MENDS = {"leftovers"}
"""Checks that turn nothing down; what they mend is tested by itself."""


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.check}/{fault.title}")
def test_a_fault_is_turned_down_with_its_reason(fault: Fault) -> None:
    verdict = CHECK[fault.check].mend(fault.note)
    assert isinstance(verdict, str)
    assert fault.reason in verdict
    assert not verdict.endswith(".")


@pytest.mark.parametrize(("name", "title", "kept"), GOOD, ids=[f"{name}/{title}" for name, title, _ in GOOD])
def test_what_only_looks_like_a_fault_is_kept_as_it_is(name: str, title: str, kept: Note) -> None:
    assert CHECK[name].mend(kept) == kept, title


@pytest.mark.parametrize("name", list(CHECK))
def test_every_check_has_notes_that_it_turns_down_and_notes_that_it_keeps(name: str) -> None:
    assert sum(fault.check == name for fault in FAULTS) + (name in ONLY_MENDS) * 2 >= 2
    assert sum(good[0] == name for good in GOOD) >= 3


@pytest.mark.parametrize(
    ("answer", "mended"),
    [
        ("These are processes that share their memory.", "Processes that share their memory."),
        ("It is a rope that holds a sail.", "A rope that holds a sail."),
        ("This keeps the boat upright.", "Keeps the boat upright."),
        ("They can hold forty tons.", "Can hold forty tons."),
        ("It is `malloc` that takes it.", "malloc that takes it."),
        ("These days nobody uses it.", "These days nobody uses it."),
    ],
)
def test_an_answer_loses_the_pronoun_that_opens_it(answer: str, mended: str) -> None:
    verdict = CHECK["deictic"].mend(note(ASKS, answer))
    assert isinstance(verdict, Note)
    assert verdict.answer == mended


@pytest.mark.parametrize(
    ("answer", "mended"),
    [
        ("Weight carried low (see also keel).", "Weight carried low."),
        ("Weight carried low [cf. bilge]", "Weight carried low"),
        ("A party's promise\\* (see also offer)", "A party's promise"),
        ("Weight carried low†.", "Weight carried low."),
    ],
)
def test_pointers_and_footnote_marks_are_taken_off_the_end(answer: str, mended: str) -> None:
    verdict = CHECK["leftovers"].mend(note(ASKS, answer))
    assert isinstance(verdict, Note)
    assert verdict.answer == mended


def test_a_long_answer_is_cut_at_the_end_of_a_sentence() -> None:
    first, second = "Weight carried low. " * 3, "It is " + "very " * 60 + "heavy."
    verdict = CHECK["long-answer"].mend(note(ASKS, first + second))
    assert isinstance(verdict, Note)
    assert verdict.answer == first.strip()


def test_the_gate_gives_what_passed_and_what_did_not() -> None:
    bad = note(ASKS, "And then", term="ballast")
    kept, rejected = judge([FINE, bad])
    assert kept == (FINE,)
    assert [(r.note, r.fault, r.reason) for r in rejected] == [(bad, "unfinished", "its answer opens with 'and'")]


def test_the_gate_judges_what_an_earlier_check_has_mended() -> None:
    kept, _ = judge([note(ASKS, "It is weight carried low. " + "And so on " * 60 + "it went.")])
    assert [one.answer for one in kept] == ["Weight carried low."]


def test_a_library_user_brings_checks_of_their_own() -> None:
    class NoShips:
        name = "no-ships"

        def mend(self, note: Note) -> Note | str:
            return "it is about ships" if "ship" in note.answer else note

    own: Check = NoShips()
    kept, rejected = judge([FINE, note("What is a car?", "A thing with wheels.")], checks=(own,))
    assert [shown(one.question) for one in kept] == ["What is a car?"]
    assert [one.fault for one in rejected] == ["no-ships"]


# --- repeated questions


def test_of_two_notes_that_ask_the_same_the_surer_one_stays() -> None:
    weak = note("What is Ballast?", "A heap of stones.", confidence=0.87)
    sure = note(ASKS, "Weight carried low.", confidence=0.95)
    for order in ([weak, sure], [sure, weak]):
        kept, rejected = without_repeats(order)
        assert kept == (sure,)
        assert [(r.note, r.fault) for r in rejected] == [(weak, "repeated")]


def test_of_equally_sure_notes_the_first_one_stays() -> None:
    first, second = note(ASKS, "Weight carried low."), note(ASKS, "Stones in a hold.")
    assert without_repeats([first, second])[0] == (first,)


def test_code_is_told_apart_by_its_case_and_other_questions_are_no_repeats() -> None:
    upper = note("What does `-L` do?", "Follows links to folders.", term="`-L`")
    lower = note("What does `-l` do?", "Shows one name a line.", term="`-l`")
    other = note("What is a keel?", "The beam along the bottom.")
    kept, rejected = without_repeats([upper, lower, other])
    assert (len(kept), rejected) == (3, ())


# --- what always holds

WORDS = st.lists(
    st.sampled_from("ballast is a weight ( ) “ ” ** ` it this and or : ? ! . which see above [ ]( <b> ship".split()),
    max_size=12,
).map(" ".join)


@given(question=WORDS, answers=st.lists(WORDS, max_size=2), items=st.lists(WORDS, max_size=3))
@settings(deadline=None)
def test_every_note_passes_or_is_turned_down_with_a_reason(question: str, answers: list[str], items: list[str]) -> None:
    plain = [
        replace(
            FINE, question=raw(question), answers=tuple(Answer((Paragraph(raw(a), WHERE),), WHERE) for a in answers)
        )
    ]
    kept, rejected = judge([*plain, replace(listed("x", *items), question=raw(question))])
    assert len(kept) + len(rejected) == 2
    assert all(one.reason and one.fault in {*CHECK, "repeated"} for one in rejected)
    again, none = judge(kept)
    assert (again, none) == (kept, ())
