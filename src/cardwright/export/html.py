"""From blocks and inline runs to HTML that is safe in a learner's Anki."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from itertools import groupby
from typing import Any, assert_never

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
    Paragraph,
    Quote,
    Raw,
    Table,
    Text,
)
from cardwright.export.highlight import highlighted
from cardwright.text.regex import lazy_regex

Pictures = Callable[[str], Media | None]
"""Finds a picture of the article by its source as written; None where it could not be read."""

Paint = Callable[[str, str], str]
"""Gives the HTML of a piece of code in a language."""

_ALIGNMENTS = {"center", "right"}
_LINK = lazy_regex(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)

# What a field may hold but a line of text must not: controls (newline and tab are kept), lone surrogates, and the
# two noncharacters that XML and databases choke on. \x1f among them would end the field for Anki.
_FORBIDDEN = lazy_regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]",
    when=lambda text: not text.replace("\n", " ").isprintable(),
)

_TAG = lazy_regex(r'(<(?:[^">]|"[^"]*")*>)')

# What Anki would read a meaning into: cloze marks, the legacy LaTeX tags (they run a program), sounds and speech.
_MEANT = lazy_regex(r"\{(?=\{)|\}(?=\})|:(?=:)|\[(?=/?(?:latex|\$\$?)\]|sound:|anki:)", re.IGNORECASE)

# The same in a formula, where blanks mean nothing and Anki takes elements out after it has read the clozes.
_MEANT_IN_TEX = lazy_regex(_MEANT.pattern.replace(":(?=:)|", ""), re.IGNORECASE)

_COMMAND = lazy_regex(r"\\([A-Za-z]+|.)", re.DOTALL)

_ACTIVE_TEX = frozenset("href url require style class cssId data bbox mmlToken".split())
"""Commands of MathJax that make links, load files, or set styles and attributes of their own."""

_ELEMENTS: tuple[tuple[Mark, str], ...] = (
    ("code", "code"),
    ("sub", "sub"),
    ("sup", "sup"),
    ("em", "em"),
    ("strong", "strong"),
    ("strike", "s"),
)

_TAGS = set(
    "a bdi blockquote br code dd div dl dt em img li ol p pre s span strong sub sup"
    " table tbody td th thead tr ul wbr".split()
)
_ATTRIBUTES = {
    "a": {"href"},
    "div": {"class"},
    "img": {"alt", "src"},
    "li": {"class"},
    "ol": {"start"},
    "pre": {"dir"},
    "span": {"class"},
    "td": {"class"},
    "th": {"class"},
}


def plain(text: str) -> str:
    """Give the text as Anki stores text: composed (NFC), without control characters and lone surrogates."""
    if text.isascii() and text.isprintable():
        return text
    text = _FORBIDDEN.sub("", text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def escaped(text: str) -> str:
    """Give plain text as HTML."""
    found = escape(plain(text), quote=False)
    # MathJax would take \( for the begin of a formula; it does not look across elements
    return re.sub(r"\\(?=[()\[\]])", r"<span>\\</span>", found) if "\\" in found else found


def sanitised(html: str) -> str:
    """Give the HTML with nothing in it but what the allow-list holds, and nothing that Anki reads a meaning into."""
    if "<" in html:
        html = _cleaner().clean(html)
    if not _MEANT.search(html):
        return html
    parts = _TAG.split(html)
    parts[::2] = [_MEANT.sub(r"\g<0><wbr>", part) for part in parts[::2]]
    parts[1::2] = [_MEANT.sub(lambda found: f"&#{ord(found[0])};", tag) for tag in parts[1::2]]
    return "".join(parts)


def inline_html(text: Text, pictures: Pictures) -> str:
    """Give a text's runs as HTML; links to elsewhere than http, https and mailto are left as their words."""
    if len(text.runs) == 1 and not text.runs[0].marks:  # most texts, and the shortest way
        return escaped(text.runs[0].text).replace("\n", "<br>")
    return "".join(
        [linked(href, "".join(_marked(list(runs), pictures))) for href, runs in groupby(text.runs, key=_link)]
    )


def blocks_html(blocks: tuple[Block, ...], pictures: Pictures, paint: Paint = highlighted) -> str:
    """Give blocks as HTML; one paragraph alone goes without its element."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return inline_html(blocks[0].text, pictures)
    return "".join([_block(block, pictures, paint) for block in blocks])


def linked(href: str, html: str) -> str:
    """Give the HTML as a link; where the address is none of http, https and mailto, as it is."""
    return f'<a href="{escape(plain(href))}">{html}</a>' if _LINK.fullmatch(href) else html


def _block(block: Block, pictures: Pictures, paint: Paint) -> str:
    match block:
        case Paragraph(text=text):
            return f"<p>{inline_html(text, pictures)}</p>"
        case ItemList():
            return _list(block, pictures, paint)
        case Table():
            return _table(block, pictures)
        case DefinitionList(entries=entries):
            return f"<dl>{''.join([_described(entry, pictures, paint) for entry in entries])}</dl>"
        case Quote(blocks=blocks):
            return f"<blockquote>{''.join([_block(inner, pictures, paint) for inner in blocks])}</blockquote>"
        case CodeBlock(text=code, language=language):
            return f'<pre dir="ltr"><code>{paint(plain(code).strip(chr(10)), language)}</code></pre>'
        case MathBlock(tex=tex):
            return f"<p>\\[ {_tex(tex)} \\]</p>"
        case Figure(src=src, alt=alt):
            return f'<div class="figure">{_picture(src, alt, pictures)}</div>'
        case Raw():
            return ""
        case _:
            assert_never(block)


def _list(block: ItemList, pictures: Pictures, paint: Paint) -> str:
    items = "".join([_item(item, pictures, paint) for item in block.items])
    if not block.ordered:
        return f"<ul>{items}</ul>"
    return f'<ol start="{block.start}">{items}</ol>' if block.start != 1 else f"<ol>{items}</ol>"


def _item(item: Item, pictures: Pictures, paint: Paint) -> str:
    content = _opened(item.blocks, pictures, paint)
    if item.task is None:
        return f"<li>{content}</li>"
    return f'<li class="task">{"☑" if item.task else "☐"} {content}</li>'


def _opened(blocks: tuple[Block, ...], pictures: Pictures, paint: Paint) -> str:
    """Give blocks as HTML, the first paragraph without its element, as in a list without blank lines."""
    if blocks and isinstance(blocks[0], Paragraph):
        rest = "".join([_block(block, pictures, paint) for block in blocks[1:]])
        return inline_html(blocks[0].text, pictures) + rest
    return "".join([_block(block, pictures, paint) for block in blocks])


def _described(entry: Described, pictures: Pictures, paint: Paint) -> str:
    descriptions = [f"<dd>{_opened(blocks, pictures, paint)}</dd>" for blocks in entry.descriptions]
    return f"<dt>{inline_html(entry.term, pictures)}</dt>{''.join(descriptions)}"


def _table(table: Table, pictures: Pictures) -> str:
    head = _row("th", table.header, table.align, pictures)
    body = "".join([_row("td", row.cells, table.align, pictures) for row in table.rows])
    return f'<div class="scroll"><table><thead>{head}</thead><tbody>{body}</tbody></table></div>'


def _row(element: str, cells: tuple[Text, ...], align: tuple[str, ...], pictures: Pictures) -> str:
    shown = []
    for cell, side in zip(cells, (*align, *[""] * len(cells)), strict=False):
        attribute = f' class="{side}"' if side in _ALIGNMENTS else ""
        shown.append(f"<{element}{attribute}>{inline_html(cell, pictures)}</{element}>")
    return f"<tr>{''.join(shown)}</tr>"


def _link(run: Inline) -> str:
    return run.href if "link" in run.marks else ""


def _marked(runs: list[Inline], pictures: Pictures) -> Iterator[str]:
    """Give each stretch of equal marks in its elements; a picture and a formula stand for themselves."""
    for marks, group in groupby(runs, key=lambda run: run.marks):
        stretch = list(group)
        if "image" in marks:
            yield from [_picture(run.href, run.text, pictures) for run in stretch]
            continue
        text = "".join([run.text for run in stretch])
        if "math" in marks:
            yield f"\\({_tex(text)}\\)"
            continue
        html = escaped(text).replace("\n", "<br>")
        for mark, element in _ELEMENTS:
            if mark in marks:
                html = f"<{element}>{html}</{element}>"
        yield html


def _picture(src: str, alt: str, pictures: Pictures) -> str:
    """Show the picture by its media name, or its alternative text where it could not be read."""
    media = pictures(src)
    if media is None:
        return escaped(alt)
    return f'<img src="{media.name}" alt="{escape(plain(alt))}">'


def _tex(tex: str) -> str:
    """Give TeX for MathJax on one line, its braces apart, for }} would end a cloze, and its active commands out."""
    calm = _COMMAND.sub(lambda found: " " if found[1] in _ACTIVE_TEX else found[0], plain(tex))
    return _MEANT_IN_TEX.sub(r"\g<0> ", escape(" ".join(calm.split()), quote=False))


@cache
def _cleaner() -> Any:
    from nh3 import Cleaner  # noqa: PLC0415 - not needed for a table of cards

    return Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None, url_schemes={"http", "https", "mailto"})
