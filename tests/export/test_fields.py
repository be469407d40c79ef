from __future__ import annotations

from dataclasses import replace

import anki_samples as samples
import pytest
from anki_samples import note, paragraph, run, stamped
from hypothesis import given
from hypothesis import strategies as st

from cardwright.core.deck import StampedNote
from cardwright.core.document import CodeBlock, Figure, Text
from cardwright.core.media import media_of
from cardwright.core.note import Note, NoteItem
from cardwright.export.fields import digest, fields_of, is_blank, ordinals_of
from cardwright.export.note_types import note_type_of
from cardwright.export.tags import tags_of


def named(each: Note, ordinals: tuple[int, ...] = ()) -> dict[str, str]:
    made = stamped(each, "g1", ordinals=ordinals)
    names = [field.name for field in note_type_of(each.kind).fields]
    return dict(zip(names, fields_of(made, {}), strict=True))


def test_a_definition_fills_its_fields() -> None:
    assert named(samples.NOTES[0]) == {
        "CwId": "g1",
        "Question": "What is back-end development?",
        "Answer": '<div class="wording">Working on <strong>server-side</strong> software, '
        "which you can't see on a website.</div>"
        '<div class="wording">Building what runs <em>behind</em> a page: databases, APIs and servers.</div>',
        "Term": "Back-end development",
        "Reverse": "Which term does this define?",
        "Context": "Web development",
        "Source": '<a href="https://example.org/web#what-is-back-end-development">What is back-end development?</a>',
        "Language": "en",
        "Spare 1": "",
        "Spare 2": "",
        "Spare 3": "",
    }


def test_a_list_hides_each_item_under_its_own_number() -> None:
    fields = named(note("Q?", kind="list", items=("a", "b", "c")), (3, 1, 7))
    assert fields["List"] == "<ul><li>{{c3::a}}</li><li>{{c1::b}}</li><li>{{c7::c}}</li></ul>"
    assert named(note("Q?", kind="list", items=("a",), ordered=True))["List"] == "<ol><li>{{c1::a}}</li></ol>"


def test_an_item_that_ends_in_a_brace_does_not_lose_it() -> None:
    assert named(note("Q?", kind="list", items=("{a}",)))["List"] == "<ul><li>{{c1::{a}<wbr>}}</li></ul>"


@pytest.mark.parametrize(
    ("kept", "ordinals"),
    [("Which term?", (1, 2)), ("", (1,)), (" ", (1, 2))],
)
def test_the_reverse_card_needs_its_prompt(kept: str, ordinals: tuple[int, ...]) -> None:
    made = stamped(note("Q?", (paragraph("A"),), kind="definition", term="T", reverse=kept), "g", ordinals=ordinals)
    assert ordinals_of(made) == ((1, 2) if kept.strip() else (1,))
    assert fields_of(made, {})[4] == kept.strip()


def test_the_reverse_card_needs_its_ordinal_and_a_term() -> None:
    asked = note("Q?", (paragraph("A"),), kind="definition", term="T", reverse="Which term?")
    for made in (asked, replace(asked, term=None), replace(asked, term=Text.of("\n"))):
        ordinals = (1,) if made is asked else (1, 2)
        one = stamped(made, "g", ordinals=ordinals)
        assert ordinals_of(one) == (1,)
        assert fields_of(one, {})[4] == ""


def test_the_breadcrumb_gives_no_answer_away() -> None:
    answered = note(
        "What holds pages?", (paragraph("The server"),), section=("Web", "Why the server  matters", "Server")
    )
    assert named(answered)["Context"] == "Web › Server"
    listed = note("Which parts?", kind="list", items=("DNS", "Proxy"), section=("Web", "DNS, proxy and cache", "Parts"))
    assert named(listed)["Context"] == "Web › Parts"


def test_the_breadcrumb_does_not_repeat_the_question() -> None:
    assert named(note("What is X?", (paragraph("A"),), section=("Web", "What is X", "")))["Context"] == "Web"


def test_half_a_word_gives_nothing_away() -> None:
    assert named(note("Q?", (paragraph("art"),), section=("Starting",)))["Context"] == "Starting"


def test_scripts_without_blanks_are_read_by_the_letter() -> None:
    assert named(note("什么？", (paragraph("后端"),), section=("网页", "后端开发")))["Context"] == "网页"


def test_the_source_is_a_link_else_file_and_heading() -> None:
    assert named(note("Q?", (paragraph("A"),), section=("S & T",)))["Source"] == "<bdi>web.md</bdi> › S &amp; T"
    assert named(note("Q?", (paragraph("A"),), section=()))["Source"] == "<bdi>web.md</bdi>"
    assert named(note("Q?", (paragraph("A"),), section=(), source_url="https://a.org"))["Source"] == (
        '<a href="https://a.org">web.md</a>'
    )
    assert named(note("Q?", (paragraph("A"),), section=(), source_url="javascript:x"))["Source"] == "<bdi>web.md</bdi>"


def test_the_folder_of_the_article_is_nobody_s_business() -> None:
    for path in ("/home/me/articles/web.md", "C:\\me\\web.md", "../web.md"):
        assert named(replace(note("Q?", (paragraph("A"),), section=()), article=path))["Source"] == "<bdi>web.md</bdi>"


def test_the_language_is_one_or_none() -> None:
    assert named(note("Q?", (paragraph("A"),), language="pt-br"))["Language"] == "pt-br"
    assert named(note("Q?", (paragraph("A"),), language='"><b>'))["Language"] == ""


def test_tags_are_single_words_and_never_anki_s_own() -> None:
    made = note("Q?", (paragraph("A"),), tags=("a b", "web::x", "Leech", "marked", 'q"q', "", "a b", "c\u3000d\x00"))
    assert tags_of(made) == ("a-b", "web::x", "qq", "c-d")


@pytest.mark.parametrize("html", ["", " \n", "<br>", "<p></p>", "&nbsp;", '<div class="wording"> </div>', "\u200b"])
def test_blank(html: str) -> None:
    assert is_blank(html)


@pytest.mark.parametrize("html", ["x", "<p>x</p>", '<img src="a.png" alt="">', "&lt;", "{<wbr>{"])
def test_not_blank(html: str) -> None:
    assert not is_blank(html)


BASE = stamped(note("Q?", (paragraph("A"),), tags=("t",)), "g")


def test_the_digest_is_the_same_on_every_python_and_for_all_time() -> None:
    # when this moves, every note of every learner counts as changed: a changelog entry under "Changed cards"
    assert digest(BASE, {}) == "421b5e4128919c1554b7a56214580d1c6df573ff3b919ef1bc109835e905c9e8"


@pytest.mark.parametrize(
    "changed",
    [
        replace(BASE, note=replace(BASE.note, question=Text.of("R?"))),
        replace(BASE, note=replace(BASE.note, answers=(samples.note("", (paragraph("B"),)).answers))),
        replace(BASE, note=replace(BASE.note, tags=("u",))),
        replace(BASE, note=replace(BASE.note, kind="definition")),
        replace(BASE, note=replace(BASE.note, section=("Other",))),
        replace(BASE, ordinals=(1, 2)),
        replace(BASE, guid="h"),
    ],
)
def test_the_digest_moves_with_content(changed: StampedNote) -> None:
    assert digest(changed, {}) != digest(BASE, {})


def test_the_digest_stays_where_only_times_and_places_move() -> None:
    moved = replace(
        BASE, created=5, modified=6, note=replace(BASE.note, span=samples.span(90), rule="other", evidence="e")
    )
    assert digest(moved, {}) == digest(BASE, {})


def test_the_digest_moves_with_a_picture_s_content() -> None:
    shown = stamped(note("Q?", (Figure("a.png", "", samples.span()), paragraph("A"))), "g")
    key = (samples.ARTICLE, "a.png")
    one, two = ({key: media_of("a.png", data)} for data in (b"1", b"2"))
    assert len({digest(shown, one), digest(shown, two), digest(shown, {})}) == 3
    other = {(samples.ARTICLE, "b.png"): media_of("b.png", b"3")}
    assert digest(shown, {**one, **other}) == digest(shown, one)


def test_pictures_are_those_of_the_note_s_own_article() -> None:
    shown = stamped(note("Q?", (Figure("a.png", "words", samples.span()),)), "g")
    assert fields_of(shown, {("other.md", "a.png"): media_of("a.png", b"1")})[2] == '<div class="figure">words</div>'


def test_the_digest_knows_nothing_of_colours() -> None:
    coded = stamped(note("Q?", (CodeBlock("return 1", samples.span(), "python"),)), "g")
    plain = stamped(note("Q?", (CodeBlock("return 1", samples.span()),)), "g")
    assert digest(coded, {}) == digest(plain, {})
    assert fields_of(coded, {}) != fields_of(plain, {})


@given(st.lists(st.text(), min_size=1, max_size=5), st.text(), st.text(max_size=5))
def test_no_field_breaks_the_record(items: list[str], text: str, guid: str) -> None:
    listed = note(text, kind="list", items=[Text((run("x"), run(item))) for item in items], section=(text,))
    for made in (listed, note(text, (paragraph(text),), section=(text,), tags=(text,))):
        for field in fields_of(stamped(made, guid), {}):
            assert "\x1f" not in field
            field.encode()


@given(st.text(min_size=1).filter(lambda text: bool(text.strip())))
def test_a_heading_with_an_item_in_it_never_shows(word: str) -> None:
    made = note("Q?", kind="list", items=(word,), section=(f"On {word} today",))
    if any(each.isalnum() for each in NoteItem(Text.of(word), samples.span()).plain):
        assert named(made)["Context"] == ""
