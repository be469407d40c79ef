"""From markdown-it's inline tokens to runs of marked text, each with its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from markdown_it.token import Token

from cardwright.core.document import PLAIN, Inline, Mark, Text
from cardwright.text.regex import lazy_regex

_OPENING: dict[str, Mark] = {"strong_open": "strong", "em_open": "em", "s_open": "strike"}
_CLOSING: dict[str, Mark] = {"strong_close": "strong", "em_close": "em", "s_close": "strike"}
_TAGS: dict[str, Mark] = {
    "b": "strong",
    "strong": "strong",
    "em": "em",
    "i": "em",
    "s": "strike",
    "del": "strike",
    "code": "code",
    "kbd": "code",
    "sub": "sub",
    "sup": "sup",
}
_TAG = lazy_regex(r"^<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>$", re.DOTALL)
_ATTRIBUTE = lazy_regex(r"""(src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_MARK_SETS: dict[frozenset[Mark], frozenset[Mark]] = {PLAIN: PLAIN}


def text_of(token: Token, line: int, end_line: int) -> Text:
    """Give the runs of an inline token that stands on these lines (1-based, inclusive)."""
    children = token.children or []
    breaks = sum(child.type in ("softbreak", "hardbreak") for child in children)
    exact = breaks == token.content.count("\n")  # else a code span or a link swallowed a line break
    return Text(tuple(_joined(_runs(children, line, end_line, exact=exact))))


def _runs(children: list[Token], line: int, end_line: int, *, exact: bool) -> Iterator[Inline]:
    marks: set[Mark] = set()
    href = ""
    last = line if exact else end_line
    for child in children:
        kind = child.type
        if kind == "text":
            if child.content:
                yield Inline(child.content, line, last, _frozen(marks), href)
        elif kind in _OPENING:
            marks.add(_OPENING[kind])
        elif kind in _CLOSING:
            marks.discard(_CLOSING[kind])
        elif kind in ("softbreak", "hardbreak"):
            yield Inline(" " if kind == "softbreak" else "\n", line, last, _frozen(marks), href)
            if exact:
                line = last = line + 1
        elif kind == "link_open":
            href = str(child.attrs.get("href", ""))
            marks.add("link")
        elif kind == "link_close":
            href = ""
            marks.discard("link")
        elif kind == "code_inline":
            yield Inline(child.content, line, last, _frozen({*marks, "code"}), href)
        elif kind.startswith("math_inline"):
            yield Inline(child.content, line, last, _frozen({"math"}), href)
        elif kind == "image":
            yield Inline(child.content, line, last, _frozen({"image"}), str(child.attrs.get("src", "")))
        elif kind == "html_inline":
            yield from _html(child.content, marks, line, last)


def _html(tag: str, marks: set[Mark], line: int, last: int) -> Iterator[Inline]:
    """Read the few tags that authors use for marks; all others show nothing."""
    parts = _TAG.match(tag)
    if not parts:
        return
    closing, name, attributes = parts[1], parts[2].lower(), parts[3]
    if name in _TAGS:
        (marks.discard if closing else marks.add)(_TAGS[name])
    elif name == "br":
        yield Inline("\n", line, last)
    elif name == "img":
        found = {m[1].lower(): unescape(m[2] or m[3] or "") for m in _ATTRIBUTE.finditer(attributes)}
        if found.get("src"):
            yield Inline(found.get("alt", ""), line, last, _frozen({"image"}), found["src"])


def _frozen(marks: set[Mark]) -> frozenset[Mark]:
    """Share equal sets of marks: an article has thousands of runs and a dozen sets."""
    key = frozenset(marks)
    return _MARK_SETS.setdefault(key, key)


def _joined(runs: Iterator[Inline]) -> Iterator[Inline]:
    """Join neighbours that differ in nothing: markdown-it splits text at every character that might be a mark."""
    last: Inline | None = None
    for run in runs:
        if last is None:
            last = run
        elif last.marks is run.marks and last.href == run.href and last.line == run.line and "image" not in run.marks:
            last = Inline(last.text + run.text, last.line, run.end_line, last.marks, last.href)
        else:
            yield last
            last = run
    if last is not None:
        yield last
