"""Where sentences end, and where a dot ends nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardwright.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The keel is long.", "The mast is high."],
        ["Is it deep?", "Nobody knows!", "We sail on."],
        ["We waited…", "Then the wind came."],
        ["He said “we sail.”", "And so we did."],
        ["Ropes rot (hemp most of all).", "Steel rusts."],
        ["It was 1911.", "The war was three years off."],
        ["Bring tea, sugar etc.", "The kettle is on board."],
        ["We met at 5 p.m.", "Everybody was late."],
        ["**Keel.**", "The beam below."],
        ["船有龙骨。", "桅杆很高！", "风从哪里来？", "没人知道"],
        ["「出発だ。」", "風が来た。"],
        ["Une coque.", "Élan et vent."],
        ["Лодка мала.", "Мачта высока."],
    ],
)
def test_a_sentence_ends(parts: list[str]) -> None:
    glued = "" if "。" in parts[0] else " "
    assert split(glued.join(parts)) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "Programs for .NET run on Linux too.",
        "The tool is written in Node.js and runs since v1.2 without a hitch.",
        "Edit config.yml before the start.",
        "A rope is 3.5 m long.",
        "Some knots, e.g. The Bowline, hold best.",
        "Use a sail, i.e. A cloth, for it.",
        "Dr. Grey and Mr. Black sail on Sunday.",
        "J. R. Ward built her.",
        "See fig. 3 and no. 7 for it.",
        "Smith et al. Measured it.",
        "Sun vs. Moon is the question.",
        "It stopped at 5 p.m. on the second day.",
        "Sugar, salt etc. are on board.",
        "The keel (a beam. It is long) runs below.",
        "Wait... and then pull.",
        "Das sind z.B. Segel.",
        "1. Hoist the sail",
        "the yahoo! store is closed",
    ],
)
def test_a_dot_ends_nothing(sentence: str) -> None:
    assert split(sentence) == [sentence]


def test_an_open_bracket_that_never_closes_holds_only_what_is_near() -> None:
    far = "The keel (a beam " + "very " * 50 + "long. The mast is high."
    assert len(split(far)) == 2


def test_a_text_without_words_has_no_sentence() -> None:
    assert split("") == []
    assert split(" \n ") == []


def test_a_line_break_between_sentences_belongs_to_neither() -> None:
    assert split("Hoist it.\n  Pull.") == ["Hoist it.", "Pull."]


@given(st.text(alphabet='aAb .!?()…。「」"”\n1é', max_size=60))
def test_the_sentences_of_any_text_are_in_order_and_leave_out_white_space_alone(text: str) -> None:
    cuts = sentences(text)
    assert [end for _, end in cuts] == sorted({end for _, end in cuts})
    assert all(start < end for start, end in cuts)
    gaps = "".join(
        text[a:b]
        for a, b in zip([0, *[end for _, end in cuts]], [*[start for start, _ in cuts], len(text)], strict=True)
    )
    assert gaps.strip() == ""
    assert "".join(split(text)).replace(" ", "").replace("\n", "") == "".join(text.split())
