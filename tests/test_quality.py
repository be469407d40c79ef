"""The quality benchmark: its labels are sound, its scorer tells right from wrong, no figure is below its floor."""

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

QUALITY = Path(__file__).parents[1] / "benchmarks" / "quality"
sys.path.insert(0, str(QUALITY))  # the scripts of that folder are no package
labels_, matching, score_ = (importlib.import_module(name) for name in ("labels", "matching", "score"))
sys.path.remove(str(QUALITY))

LABELS: list[dict[str, Any]] = labels_.load_labels()
BY_NAME = {label["article"]: label for label in LABELS}

WORDS = st.lists(st.sampled_from("sail wind boat bow stern port tack line rope knot".split()), min_size=1, max_size=12)


def fact(
    subject: str = "port", answer: str = "the left side of a boat, seen facing forward", **more: Any
) -> dict[str, Any]:
    made = {"id": "f1", "kind": "definition", "subject": subject, "aliases": [], "lines": [5, 5], "need": "must"}
    return {**made, "answer": answer, **more}


def listed(*items: str, subject: str = "points of sail", **more: Any) -> dict[str, Any]:
    made = {"id": "f1", "kind": "list", "subject": subject, "aliases": [], "lines": [5, 9], "need": "must"}
    return {**made, "items": list(items), **more}


def note(question: str, answer: str = "", *items: str, line: int = 5, last: int = 0, term: str | None = None) -> Any:
    record = {
        "kind": "list" if items else "definition",
        "rule": "copula",
        "term": term,
        "question": question,
        "answer": answer,
        "items": [{"text": item} for item in items],
        "lines": [line, last or line],
    }
    return matching.Asked.of(record)


def as_note(label: dict[str, Any], answer_of: dict[str, Any]) -> Any:
    question = f"What is {label['subject']}?"
    first, last = label["lines"]
    return note(question, answer_of.get("answer", ""), *answer_of.get("items", ()), line=first, last=last)


def right(facts: list[dict[str, Any]], *notes: Any) -> list[bool]:
    verdict = matching.judge(facts, notes)
    return [at in verdict.right for at in range(len(notes))]


# --- the labels


def test_every_article_has_its_labels_and_there_are_enough() -> None:
    articles = {path.name for path in (QUALITY / "articles").iterdir()}
    assert set(BY_NAME) == articles
    assert {path.stem for path in (QUALITY / "labels").iterdir()} == {Path(name).stem for name in articles}
    assert len(articles) >= 15


@pytest.mark.parametrize("name", BY_NAME)
def test_labels_stand_on_their_lines(name: str) -> None:
    article = (QUALITY / "articles" / name).read_text(encoding="utf-8")
    assert labels_.label_faults(BY_NAME[name], article) == []


@pytest.mark.parametrize(
    "change",
    [
        {"answer": "the right side"},
        {"answer": "side left the"},
        {"answer": " "},
        {"lines": [2, 3]},
        {"lines": [0, 1]},
        {"lines": [1, 9]},
        {"kind": "opinion"},
        {"need": "perhaps"},
        {"kind": "list", "items": ["the left side"]},
    ],
)
def test_a_faulty_label_is_found(change: dict[str, Any]) -> None:
    article = "Port is the **left** [side](../side.md).\n\nStarboard is the other.\n"
    sound = fact(answer="the left side", lines=[1, 1])
    label = {"article": "x.md", "traps": []}
    assert labels_.label_faults({**label, "facts": [sound]}, article) == []
    faults = labels_.label_faults({**label, "facts": [{**sound, **change}]}, article)
    assert faults
    assert faults[0].startswith("x.md: f1: ")


def test_traps_out_of_range_and_ids_met_twice_are_found() -> None:
    label = {"article": "x.md", "facts": [fact(answer="the left side", lines=[1, 1])] * 2}
    faults = labels_.label_faults({**label, "traps": [{"lines": [4, 4], "why": "links"}]}, "the left side\n")
    assert [fault.split(": ")[1] for fault in faults] == ["f1", "f1", "links"]


# --- what is right


@pytest.mark.parametrize("name", BY_NAME)
def test_notes_made_of_the_labels_are_right(name: str) -> None:
    must = [fact for fact in BY_NAME[name]["facts"] if fact["need"] == "must"]
    verdict = matching.judge(BY_NAME[name]["facts"], [as_note(fact, fact) for fact in must])
    assert (verdict.wrong, verdict.again, verdict.missed) == ((), (), ())


def test_answers_of_other_labels_are_wrong() -> None:
    tried = taken = 0
    for label in LABELS:
        must = [fact for fact in label["facts"] if fact["need"] == "must" and fact["kind"] != "list"]
        half = len(must) // 2
        moved = [as_note(fact, other) for fact, other in zip(must, must[half:] + must[:half], strict=True)]
        tried += len(moved)
        taken += sum(right(label["facts"], *moved))
    assert tried > 300
    assert taken <= tried * 0.02


def test_an_answer_may_be_the_first_clause_or_hold_more_than_the_label() -> None:
    long = "the left side of a boat, seen facing forward, which is marked by a red light at night and gives way"
    assert right([fact()], note("What is port?", long)) == [True]
    assert right([fact(answer=long)], note("What is port?", "the left side of a boat, seen facing forward")) == [True]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What is port?", "the stronger kind of wine from Portugal"),
        ("What is port?", "the left"),
        ("What is port?", "forward facing seen boat side left"),
        ("What is port?", ""),
        ("What is starboard?", "the left side of a boat, seen facing forward"),
        ("What is it?", "the left side of a boat, seen facing forward"),
    ],
)
def test_not_right(question: str, answer: str) -> None:
    assert right([fact()], note(question, answer)) == [False]


def test_an_answer_that_is_buried_in_a_page_is_wrong() -> None:
    page = " ".join(f"word{n}" for n in range(60))
    assert right([fact()], note("What is port?", f"the left side of a boat, seen facing forward {page}")) == [False]


def test_an_answer_that_fits_another_passage_better_is_wrong() -> None:
    port, starboard = fact(), fact("starboard", "the right side of a boat, seen facing forward", id="f2", lines=[6, 6])
    assert right([port, starboard], note("What is port?", "the right side of a boat, seen facing forward")) == [False]
    assert right([port, starboard], note("What is starboard?", "the right side of a boat, seen facing forward")) == [
        True
    ]


def test_the_subject_may_stand_in_the_term_or_be_an_alias() -> None:
    assert right([fact()], note("What is it?", fact()["answer"], term="Port")) == [True]
    assert right([fact(aliases=["larboard"])], note("What does larboard mean?", fact()["answer"])) == [True]


def test_half_of_the_subject_will_do_on_the_same_lines_only() -> None:
    label = fact(subject="port side")
    assert right([label], note("Which side is it?", label["answer"], line=5)) == [True]
    assert right([label], note("Which side is it?", label["answer"], line=50)) == [False]


def test_words_are_compared_without_case_plural_and_function_words() -> None:
    assert matching.words("The ABILITIES of Sails, and a class") == ["ability", "sail", "class"]
    assert matching.words("L'ouverture de la lentille") == ["ouverture", "lentille"]
    assert matching.words("it is") == ["it", "is"]


# --- lists

POINTS = ("Close-hauled", "Close reach", "Beam reach", "Broad reach", "Run")


def test_a_list_agrees_item_by_item() -> None:
    ask = "What are the points of sail?"
    assert right([listed(*POINTS)], note(ask, "", *POINTS)) == [True]
    assert right([listed(*POINTS)], note(ask, "", *reversed(POINTS))) == [True]
    assert right([listed(*POINTS)], note(ask, "", "Run: wind from behind", *POINTS[:4])) == [True]


@pytest.mark.parametrize(
    "items",
    [
        ("Close-hauled", "Run"),
        ("Bow", "Stern", "Port", "Starboard", "Run"),
        (*POINTS[:3], "bow", "stern", "port", "mast", "boom", "keel"),
        ("Close-hauled",) * 5,
    ],
)
def test_a_list_with_too_many_missing_or_foreign_items_is_wrong(items: tuple[str, ...]) -> None:
    assert right([listed(*POINTS)], note("What are the points of sail?", "", *items)) == [False]


def test_a_list_may_be_asked_as_a_sentence_and_a_sentence_as_a_list() -> None:
    items = ("theft", "robbery", "wrongful damage", "insult")
    sentence = "Theft, robbery, wrongful damage and insult"
    assert right([listed(*items, subject="delicts")], note("What are the delicts?", sentence)) == [True]
    assert right([fact(subject="delicts", answer=sentence)], note("What are the delicts?", "", *items)) == [True]


# --- one note a label


def test_the_second_note_for_a_label_is_wrong() -> None:
    verdict = matching.judge([fact()], [note("What is port?", fact()["answer"]), note("Port?", fact()["answer"])])
    assert len(verdict.right) == 1
    assert len(verdict.again) == 1


def test_a_note_makes_way_where_it_fits_another_label() -> None:
    clause, whole = fact(need="may"), fact(answer="the left side of a boat, seen facing forward. It is red", id="f2")
    notes = [note("What is port?", clause["answer"]), note("What is port?", whole["answer"])]
    assert right([clause, whole], *notes) == [True, True]


def test_a_term_defined_twice_is_found_once_and_only_for_definitions() -> None:
    again = fact(answer="where the red light is", lines=[9, 9], id="f2")
    asked = note("What is port?", fact()["answer"])
    assert matching.judge([fact(), again], [asked]).missed == ()
    assert matching.judge([fact(), {**again, "kind": "entry"}], [asked]).missed == (1,)


def test_what_nobody_misses_is_no_miss() -> None:
    assert matching.judge([fact(need="may"), fact(id="f2")], []).missed == (1,)


@given(WORDS, WORDS)
def test_agreement_is_a_share_and_whole_for_the_same_words(one: list[str], other: list[str]) -> None:
    assert 0 <= matching.agreement(one, other) <= 1
    assert matching.agreement(one, one) == 1


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=6))
def test_every_note_has_one_verdict_and_every_label_one_note(answers: list[list[str]], asked: list[list[str]]) -> None:
    facts = [fact(answer=" ".join(answer), id=f"f{n}") for n, answer in enumerate(answers)]
    notes = [note("What is port?", " ".join(answer)) for answer in asked]
    verdict = matching.judge(facts, notes)
    assert sorted([*verdict.right, *verdict.again, *verdict.wrong]) == list(range(len(notes)))
    assert len(set(verdict.right.values())) == len(verdict.right)


# --- figures and floors


def test_figures_by_kind_rule_and_article() -> None:
    labels = [{"article": "x.md", "facts": [fact()], "traps": [{"lines": [7, 8], "why": "links"}]}]
    labels.append(
        {"article": "y.md", "facts": [listed(*POINTS), fact(id="f2", kind="fact", lines=[3, 3])], "traps": []}
    )
    notes = {"x.md": [note("What is port?", fact()["answer"]), note("Where are the links?", "here", line=8)]}
    result = score_.score(labels, notes)
    assert result.precision.share("overall") == result.precision.share("rule copula") == 0.5
    assert (result.recall.share("overall"), result.recall.share("list"), result.recall.share("y.md")) == (0.5, 0, 0)
    assert result.recall.tries["fact"] == 0
    assert result.trapped == 1
    assert [len(result.errors[name]) for name in ("x.md", "y.md")] == [1, 2]


def test_a_kind_with_few_notes_has_no_figure() -> None:
    label = {"article": "x.md", "facts": [fact()], "traps": []}
    few = score_.score([label], {"x.md": [note("What is port?", "the helm")] * 9})
    many = score_.score([label], {"x.md": [note("What is port?", "the helm")] * 10})
    assert score_.figures(few) == {"precision": {}, "recall": {}}
    assert score_.figures(many) == {"precision": {"overall": 0, "definition": 0}, "recall": {}}


def test_floors_are_pinned_a_point_below_and_sink_on_request_only() -> None:
    measured = {"precision": {"overall": 0.95, "list": 0.8}, "recall": {"overall": 0.7}}
    old = {"precision": {"overall": 0.9, "list": 0.9, "entry": 0.5}}
    raised = {"precision": {"overall": 0.94, "list": 0.9, "entry": 0.5}, "recall": {"overall": 0.69}}
    assert score_.new_floors(measured, old, lower=False) == raised
    lowered = {"precision": {"overall": 0.94, "list": 0.79}, "recall": {"overall": 0.69}}
    assert score_.new_floors(measured, old, lower=True) == lowered


@given(st.floats(0, 1), st.floats(0, 1))
def test_raising_never_lowers_a_floor_and_never_pins_one_above_the_figure(figure: float, old: float) -> None:
    floor = score_.new_floors({"recall": {"list": figure}}, {"recall": {"list": old}}, lower=False)["recall"]["list"]
    assert floor >= old
    assert floor == old or floor <= figure


def test_what_is_below_its_floor_is_told() -> None:
    measured = {"precision": {"overall": 0.9}, "recall": {}}
    assert score_.below(measured, {"precision": {"overall": 0.9}}) == []
    floors = {"precision": {"overall": 0.91}, "recall": {"list": 0.5}}
    assert score_.below(measured, floors) == [
        "precision overall: 0.900 is below its floor 0.91",
        "recall list: 0.000 is below its floor 0.5",
    ]


def test_no_figure_is_below_its_floor() -> None:
    floors = json.loads((QUALITY / "floors.json").read_text(encoding="utf-8"))
    assert set(floors) == {"precision", "recall"}
    assert all("overall" in by_name for by_name in floors.values())
    faults = score_.below(score_.figures(score_.score(LABELS, score_.run_cardwright())), floors)
    assert not faults, "\n".join(faults)


def test_one_article_with_its_errors_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert score_.main(["--article", "roman-obligations.md", "--errors", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("roman-obligations.md: precision ")
    assert sum("missed " in line for line in lines) <= 1
    assert not any(line.startswith("kompost.md") for line in lines)


def test_floors_of_one_article_are_not_moved(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        score_.main(["--article", "kompost.md", "--raise-floors"])
    assert "leave --article away" in capsys.readouterr().err


def test_floors_rise_by_one_flag_and_sink_by_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "floors.json"
    monkeypatch.setattr(score_, "FLOORS", file)
    high = {"precision": {"overall": 1.01}, "recall": {"overall": 0.01}}
    file.write_text(json.dumps(high), encoding="utf-8")
    assert score_.main([]) == 1
    assert json.loads(file.read_text(encoding="utf-8")) == high
    assert score_.main(["--raise-floors"]) == 1
    raised = json.loads(file.read_text(encoding="utf-8"))
    assert (raised["precision"]["overall"], raised["recall"]["overall"] > 0.01) == (1.01, True)
    assert score_.main(["--lower-floors"]) == 0
    assert json.loads(file.read_text(encoding="utf-8"))["precision"]["overall"] <= 1
