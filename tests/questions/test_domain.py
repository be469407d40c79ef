"""Which questions name the field that they belong to."""

from __future__ import annotations

import pytest

from cardwright.questions.domain import names


@pytest.mark.parametrize(
    ("question", "domain"),
    [
        ("What are the skills of a backend developer?", "back-end development"),
        ("What are the skills of a back-end developer?", "Backend development"),
        ("What is a glaze kiln?", "Glazes"),
    ],
)
def test_a_question_names_its_domain_however_that_is_spelt(question: str, domain: str) -> None:
    assert names(question, domain)


def test_small_and_empty_words_name_nothing() -> None:
    assert not names("What is the main sail for?", "Basic guide for main things")
