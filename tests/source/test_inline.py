"""Runs of marked text: their marks, targets and lines."""

import pytest

from cardwright.core.document import PLAIN, Inline, Mark, Paragraph, Text
from cardwright.source.parse import parse


def text(markdown: str, *, first_line: int = 1) -> Text:
    [section] = parse(markdown, path="a.md", first_line=first_line)
    [block] = section.blocks
    assert isinstance(block, Paragraph)
    return block.text


def marked(markdown: str) -> list[tuple[str, set[Mark]]]:
    return [(run.text, set(run.marks)) for run in text(markdown).runs]


@pytest.mark.parametrize(
    ("markdown", "mark"),
    [
        ("x **keel**", "strong"),
        ("x __keel__", "strong"),
        ("x *keel*", "em"),
        ("x _keel_", "em"),
        ("x ~~keel~~", "strike"),
        ("x `keel`", "code"),
        ("x $keel$", "math"),
        ("x $$keel$$", "math"),
        ("x [keel](k.md)", "link"),
        ("x <b>keel</b>", "strong"),
        ("x <strong>keel</strong>", "strong"),
        ("x <i>keel</i>", "em"),
        ("x <em>keel</em>", "em"),
        ("x <kbd>keel</kbd>", "code"),
        ("x <code>keel</code>", "code"),
        ("x <sub>keel</sub>", "sub"),
        ("x <SUP class='n'>keel</SUP>", "sup"),
        ("x <del>keel</del>", "strike"),
    ],
)
def test_every_mark(markdown: str, mark: Mark) -> None:
    assert marked(markdown) == [("x ", set()), ("keel", {mark})]


def test_marks_nest() -> None:
    assert marked("**a *b* [c `d`](x)** e") == [
        ("a ", {"strong"}),
        ("b", {"strong", "em"}),
        (" ", {"strong"}),
        ("c ", {"strong", "link"}),
        ("d", {"strong", "link", "code"}),
        (" e", set()),
    ]


def test_links_and_pictures_keep_their_target() -> None:
    runs = text("See [the *keel*](keel.md#top 'it') and ![a mast](img/mast.png) or <https://example.org>.").runs
    assert [(run.text, run.href) for run in runs if run.href] == [
        ("the ", "keel.md#top"),
        ("keel", "keel.md#top"),
        ("a mast", "img/mast.png"),
        ("https://example.org", "https://example.org"),
    ]


def test_reference_links_are_links() -> None:
    assert text("The [keel][k] is long.\n\n[k]: keel.md\n").runs[1].href == "keel.md"


def test_an_html_picture_is_a_picture() -> None:
    [run] = [run for run in text("x <img alt=\"a &amp; b\" src='k.png'>").runs if "image" in run.marks]
    assert (run.text, run.href) == ("a & b", "k.png")
    assert marked('x <img alt="no source">') == [("x ", set())]


def test_tags_that_are_no_marks_show_nothing() -> None:
    assert text('a <span style="x">b</span><a name="c"></a> c').plain == "a b c"


def test_breaks() -> None:
    assert text("a\nb").plain == "a b"
    assert text("a  \nb").plain == "a\nb"
    assert text("a\\\nb").plain == "a\nb"
    assert text("a<br>b<br/>c").plain == "a\nb\nc"


def test_entities_and_escapes_are_what_a_reader_sees() -> None:
    assert text("a &amp; b &lt;c&gt; \\*d\\* &eacute;").plain == "a & b <c> *d* é"


@pytest.mark.parametrize("plain", ["It costs $5 and $6.", "from $HOME to $PATH", "a $ b $ c", "US$3 or US$4 a day"])
def test_dollars_that_are_no_maths(plain: str) -> None:
    assert text(plain).runs == (Inline(plain, 1, 1),)


def test_maths_keeps_its_tex() -> None:
    assert marked("so $a_1*b_2*c$ holds") == [("so ", set()), ("a_1*b_2*c", {"math"}), (" holds", set())]


def test_runs_that_differ_in_nothing_are_one() -> None:
    assert text("a_b & c! (d) [e] f").runs == (Inline("a_b & c! (d) [e] f", 1, 1),)


def test_every_run_has_its_line() -> None:
    runs = text("The *keel*\nis **long**  \nand low", first_line=7).runs
    assert [(run.text, run.line, run.end_line) for run in runs] == [
        ("The ", 7, 7),
        ("keel", 7, 7),
        (" ", 7, 7),
        ("is ", 8, 8),
        ("long", 8, 8),
        ("\n", 8, 8),
        ("and low", 9, 9),
    ]


@pytest.mark.parametrize("markdown", ["a `b\nc` d\ne", "a [b](\nc.md) d\ne"])
def test_where_a_line_break_was_swallowed_every_run_has_the_lines_of_the_paragraph(markdown: str) -> None:
    assert {(run.line, run.end_line) for run in text(markdown, first_line=4).runs} == {(4, 6)}


def test_unmarked_runs_share_one_set() -> None:
    assert all(run.marks is PLAIN for run in text("a *b* c").runs if not run.marks)
