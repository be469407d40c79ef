from __future__ import annotations

import re

import pytest
from anki_samples import bullets, paragraph, run, span
from hypothesis import given
from hypothesis import strategies as st

from cardwright.core.deck import Media
from cardwright.core.document import (
    Block,
    CodeBlock,
    DefinitionList,
    Described,
    Figure,
    Inline,
    Item,
    ItemList,
    Mark,
    MathBlock,
    Quote,
    Raw,
    Row,
    Table,
    Text,
)
from cardwright.export.html import blocks_html, escaped, inline_html, linked, plain, sanitised

PICTURE = Media("a-01234567.png", "01234567", b"")


def pictures(source: str) -> Media | None:
    return PICTURE if source == "img/a b.png" else None


def html(*blocks: Block) -> str:
    return sanitised(blocks_html(blocks, pictures))


def inline(*runs: Inline) -> str:
    return sanitised(inline_html(Text(runs), pictures))


def test_one_paragraph_goes_without_its_element() -> None:
    assert html(paragraph("a & b")) == "a &amp; b"
    assert html(paragraph("a"), paragraph("b")) == "<p>a</p><p>b</p>"


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (("strong",), "<strong>x</strong>"),
        (("em", "strong"), "<strong><em>x</em></strong>"),
        (("strike",), "<s>x</s>"),
        (("code",), "<code>x</code>"),
        (("sub",), "<sub>x</sub>"),
        (("sup",), "<sup>x</sup>"),
        (("math",), r"\(x\)"),
    ],
)
def test_marks(marks: tuple[Mark, ...], expected: str) -> None:
    assert inline(run("x", *marks)) == expected


def test_hard_breaks_are_kept() -> None:
    assert inline(run("a\nb")) == "a<br>b"
    assert inline(run("a\nb", "em"), run("c")) == "<em>a<br>b</em>c"


@pytest.mark.parametrize("href", ["http://a.org", "https://a.org/x?y=1&z=2#t", "mailto:me@a.org", "HTTPS://A.ORG"])
def test_links_to_the_web_and_to_mailboxes_are_kept(href: str) -> None:
    assert inline(run("x", "link", href=href)) == f'<a href="{href.replace("&", "&amp;")}">x</a>'


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///etc/passwd", "b.md", "#c", "//a.org", ""],
)
def test_other_links_are_left_as_their_words(href: str) -> None:
    assert inline(run("x", "link", href=href)) == "x"
    assert linked(href, "x") == "x"


def test_a_link_of_several_marks_is_one_link() -> None:
    href = "https://a.org"
    shown = inline(run("a ", "link", href=href), run("b", "link", "strong", href=href))
    assert shown == '<a href="https://a.org">a <strong>b</strong></a>'


def test_an_address_that_tries_to_leave_its_attribute_stays_inside() -> None:
    assert inline(run("x", "link", href='https://a.org/"onclick="alert(1)')) == "x"
    assert inline(run("x", "link", href="https://a.org/{{c1::y}}")) == (
        '<a href="https://a.org/&#123;{c1&#58;:y&#125;}">x</a>'
    )


def test_pictures_go_by_their_media_names_else_by_their_words() -> None:
    assert inline(run('a "b"', "image", href="img/a b.png")) == '<img src="a-01234567.png" alt="a &quot;b&quot;">'
    assert inline(run("words <b>", "image", href="gone.png")) == "words &lt;b&gt;"
    assert html(Figure("img/a b.png", "", span())) == '<div class="figure"><img src="a-01234567.png" alt=""></div>'
    assert html(Figure("https://a.org/x.png", "far", span())) == '<div class="figure">far</div>'


def test_lists_are_nested_numbered_and_ticked() -> None:
    inner = bullets("b", ordered=True, start=3)
    assert html(bullets("a", (paragraph("c"), inner))) == '<ul><li>a</li><li>c<ol start="3"><li>b</li></ol></li></ul>'
    assert html(bullets("a", ordered=True)) == "<ol><li>a</li></ol>"
    ticked = ItemList((Item((paragraph("a"),), span(), task=True), Item((paragraph("b"),), span(), task=False)), span())
    assert html(ticked) == '<ul><li class="task">☑ a</li><li class="task">☐ b</li></ul>'


def test_an_item_may_open_with_something_else_than_a_paragraph() -> None:
    code = CodeBlock("x\n", span())
    assert html(bullets((code, paragraph("a")))) == ('<ul><li><pre dir="ltr"><code>x</code></pre><p>a</p></li></ul>')


def test_tables() -> None:
    table = Table((Text.of("A"), Text()), (Row((Text.of("1"), Text.of("2")), span()),), span(), ("", "right"))
    assert html(table) == (
        '<div class="scroll"><table><thead><tr><th>A</th><th class="right"></th></tr></thead>'
        '<tbody><tr><td>1</td><td class="right">2</td></tr></tbody></table></div>'
    )


def test_quotes_and_definition_lists() -> None:
    assert html(Quote((paragraph("a"),), span())) == "<blockquote><p>a</p></blockquote>"
    described = Described(Text.of("T"), ((paragraph("a"),), (paragraph("b"), paragraph("c"))), span())
    assert html(DefinitionList((described,), span())) == "<dl><dt>T</dt><dd>a</dd><dd>b<p>c</p></dd></dl>"


def test_html_of_the_article_is_shown_to_nobody() -> None:
    assert html(Raw("<script>alert(1)</script>", span())) == ""
    assert html(paragraph("<script>alert(1)</script>")) == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_code_keeps_its_lines_its_indentation_and_its_brackets() -> None:
    assert html(CodeBlock("if a < b:\n\treturn 1\n\n", span())) == (
        '<pre dir="ltr"><code>if a &lt; b:\n\treturn 1</code></pre>'
    )


def test_code_of_a_known_language_is_coloured_and_any_other_is_not() -> None:
    assert html(CodeBlock("return a == 1", span(), "Python")) == (
        '<pre dir="ltr"><code><span class="k">return</span> a == <span class="mi">1</span></code></pre>'
    )
    assert html(CodeBlock("return 1", span(), "no such")) == '<pre dir="ltr"><code>return 1</code></pre>'
    long = "return 1\n" * 3000
    assert "<span" not in html(CodeBlock(long, span(), "python"))


def test_formulas_are_for_mathjax() -> None:
    assert html(MathBlock("a <\n b", span())) == r"<p>\[ a &lt; b \]</p>"
    assert inline(run("\\frac{1}{x^{2}}", "math")) == r"\(\frac{1}{x^{2} }\)"


@pytest.mark.parametrize("command", ["href", "style", "class", "cssId", "require", "data", "bbox", "url", "mmlToken"])
def test_commands_of_mathjax_that_do_more_than_set_type_are_out(command: str) -> None:
    assert inline(run(f"a\\{command}{{javascript:alert(1)}}{{x}}", "math")) == r"\(a {javascript:alert(1)}{x}\)"
    assert inline(run(f"\\{command}x", "math")) == f"\\(\\{command}x\\)"  # another command


def test_words_that_look_like_a_formula_are_none() -> None:
    assert escaped(r"\(x\) \[y\] \d") == r"<span>\</span>(x<span>\</span>) <span>\</span>[y<span>\</span>] \d"


def test_text_loses_controls_and_lone_surrogates_and_is_composed() -> None:
    assert plain("a\x00\x1f\x7f\x85\ud800\ufffeb\tc\nd") == "ab\tc\nd"
    assert plain("e\u0301") == "é"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{c1::x}}", "{<wbr>{c1:<wbr>:x}<wbr>}"),
        ("}}}", "}<wbr>}<wbr>}"),
        ("[sound:a.mp3]", "[<wbr>sound:a.mp3]"),
        ("[LaTeX]x[/latex]", "[<wbr>LaTeX]x[<wbr>/latex]"),
        ("[$]x[/$] [$$]", "[<wbr>$]x[<wbr>/$] [<wbr>$$]"),
        ("[anki:play:q:0]", "[<wbr>anki:play:q:0]"),
        ("a: b [c] {d}", "a: b [c] {d}"),
    ],
)
def test_what_anki_reads_a_meaning_into_is_kept_apart(text: str, expected: str) -> None:
    assert sanitised(escaped(text)) == expected


def test_what_is_not_allowed_is_taken_out() -> None:
    assert sanitised('<p onclick="x">a<script>b</script><iframe src="c"></iframe></p>') == "<p>a</p>"
    assert sanitised('<a href="javascript:x">a</a><style>b</style>') == "<a>a</a>"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_comes_back_from_its_html(text: str) -> None:
    shown = sanitised(escaped(text))
    back = re.sub(r"</?(?:wbr|span)>", "", shown)
    assert back.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\xa0").replace("&amp;", "&") == plain(text)


@given(st.text())
def test_any_code_comes_back_from_its_colours(text: str) -> None:
    code = plain(text).strip("\n")
    for painted in (html(CodeBlock(code, span(), "python")), html(CodeBlock(code, span()))):
        bare = re.sub(r"<[^>]*>", "", painted)
        for name, character in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("#x27", "'"), ("nbsp", "\xa0"), ("amp", "&")):
            bare = bare.replace(f"&{name};", character)
        assert bare == code
