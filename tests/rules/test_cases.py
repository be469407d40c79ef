"""Each rule against its cases in `cases/`; how they are written stands in `cases_of.py`."""

from collections import Counter

import pytest
from cases_of import CASES, Case, article_of, asked, cases_of

from cardwright.core.span import Span
from cardwright.extraction import extract
from cardwright.rules import RULES

ALL = [case for path in sorted(CASES.glob("*.md")) for case in cases_of(path)]
NAMES = [rule.name for rule in RULES]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}/{case.title}")
def test_a_case_gives_its_notes(case: Case) -> None:
    article = article_of(case.article)
    notes = [note for note in extract(article).notes if note.rule == case.rule]
    assert [asked(note) for note in notes] == list(case.notes)
    whole = Span("case.md", 1, case.article.count("\n"))
    for note in notes:
        assert whole.line <= note.span.line <= note.span.end_line <= whole.end_line


def test_every_rule_has_its_file_and_no_file_is_left_over() -> None:
    assert sorted(path.stem for path in CASES.glob("*.md")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_has_cases_that_fire_and_cases_not_taken(name: str) -> None:
    mine = [case for case in ALL if case.rule == name]
    assert sum(case.taken for case in mine) >= 2
    assert sum(not case.taken for case in mine) >= 3
    assert max(Counter(case.title for case in mine).values()) == 1
