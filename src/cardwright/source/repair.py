"""Mends what authors write and CommonMark reads otherwise, line for line, before and after parsing.

Before: bold that CommonMark leaves open (`**QA testing:**Create`, `** Internet**`, Chinese and Japanese bold that ends
in full-width punctuation), lines that belong to a site generator (`:::`, `{% tip %}`, `{: .class}`, MDX imports),
admonitions (`!!! note`), whose indented text is no code, and MyST directives of prose (```{note}), which are no code
either. No line is added or taken away, so line numbers stay true.

After: a sentence broken by a blank line is one sentence again.
"""

from __future__ import annotations

import re

from cardwright.core.document import Block, CodeBlock, Figure, Inline, Item, ItemList, MathBlock, Paragraph, Text
from cardwright.text.regex import lazy_regex

_FENCE = lazy_regex(r"^[ >]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})(.*)$")
_GENERATOR = lazy_regex(
    r"^\s*(?::{3,}.*|\{%.*%\}|\{\{[<%].*[%>]\}\}|\{:.*\}|\[\[?toc\]?\]|@\[?toc\]?.*|"
    r"import\s.+\sfrom\s+['\"].*|export\s+(?:const|default|let|function)\b.*)\s*$",
    re.IGNORECASE,
)
_ADMONITION = lazy_regex(r"^(\s*)(?:!!!|\?\?\?\+?|===)\s+\S.*$")
_PROSE = lazy_regex(
    r"\{(?:admonition|attention|card|caution|danger|dropdown|epigraph|error|glossary|grid-item-card|hint|important|"
    r"margin|note|seealso|sidebar|tab-item|tip|topic|warning|exercise|solution|prf:\w+|proof|definition|theorem)\}"
)
"""Directives whose body is Markdown, of MyST (its reference of directives) and the extensions of Jupyter Book."""
_OPTION = lazy_regex(r"\s*:[\w-]+:(?:\s|$)")
_INDENT = 4
_SPAN = lazy_regex(r"(`+)(?!`).*?(?<!`)\1(?!`)|\\.|(\*\*(?!\*))")
_PUNCTUATION = lazy_regex(r"[^\w\s]")
_WIDE = r"[\u2018-\u201f\u3000-\u303f\uff00-\uff65\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af]"
"""Left as a text, for compiling it takes 3 ms that most articles need not pay."""


def repair(body: str) -> str:
    """Give the Markdown as its author meant it; as many lines as before."""
    lines = body.split("\n")
    fence = ""
    dedent = -1
    prose: list[str] = []  # the open directives of prose, by their fences
    options = False
    for at, line in enumerate(lines):
        opened = _FENCE.match(line)
        if fence:
            if opened and opened[1].startswith(fence) and not opened[2].strip():
                fence = ""
            continue
        closes = opened is not None and bool(prose) and opened[1].startswith(prose[-1]) and not opened[2].strip()
        options = options and _OPTION.match(line) is not None
        if opened and closes:
            prose.pop()
        elif opened and _PROSE.match(opened[2].strip()):
            prose.append(opened[1])
            options = True
            lines[at] = ""
            continue
        if closes or options:
            lines[at] = ""
            continue
        if opened and "`" not in opened[2]:
            fence = opened[1]
            continue
        if dedent >= 0:
            if line.startswith(" " * (dedent + _INDENT)):
                lines[at] = line[_INDENT:]
            elif line.strip():
                dedent = -1
        admonition = _ADMONITION.match(lines[at])
        if admonition:
            dedent = len(admonition[1])
            lines[at] = ""
        elif _GENERATOR.match(lines[at]):
            lines[at] = ""
        else:
            lines[at] = _mended(lines[at])
    return "\n".join(lines)


_TEMPLATE_TARGET = lazy_regex(r"\]\(\s*(?:\{\{.*?\}\}|\{%.*?%\}|<%.*?%>)[^)\s]*\s*\)")


def _mended(line: str) -> str:
    """Mend what stands on one line: bold, and link targets that are template code and so no targets to CommonMark."""
    if "](" in line and ("{{" in line or "{%" in line or "<%" in line):
        line = _TEMPLATE_TARGET.sub("](#)", line)
    return close_bold(line) if "**" in line else line


def close_bold(line: str) -> str:
    """Move or space the `**` of a line so that CommonMark opens and closes what the author meant as bold."""
    stars = [m.start() for m in _SPAN.finditer(line) if m[2]]
    if not stars or len(stars) % 2 or "***" in line:  # three stars are bold italics, which CommonMark reads well
        return line
    out, at = [], 0
    for start, end in zip(stars[::2], stars[1::2], strict=True):
        inner = line[start + 2 : end]
        before = line[start - 1 : start]
        after = line[end + 2 : end + 3]
        out.append(line[at:start])
        out.append(_bold(inner, before, after))
        at = end + 2
    out.append(line[at:])
    return "".join(out)


def _bold(inner: str, before: str, after: str) -> str:
    core = inner.strip()
    if not core:
        return f"**{inner}**"
    lead = " " if inner[0].isspace() and _is_word(before) else ""
    tail = " " if inner[-1].isspace() and _is_word(after) else ""
    head, foot = "", ""
    if not lead and _is_word(before) and _PUNCTUATION.match(core[0]) and _is_wide(core[0]):
        head, core = core[0], core[1:]
    if not tail and _is_word(after) and core and _PUNCTUATION.match(core[-1]):
        if _is_wide(core[-1]):
            core, foot = core[:-1], core[-1]
        else:
            tail = " "
    return f"{lead}{head}**{core}**{foot}{tail}" if core else f"{head}{foot}"


def _is_word(character: str) -> bool:
    return bool(character) and (character.isalnum() or character == "_")


def _is_wide(character: str) -> bool:
    return not character.isascii() and re.match(_WIDE, character) is not None


def rejoin(blocks: list[Block]) -> list[Block]:
    """Join a paragraph that stops in mid-sentence to the next one where that goes on in lower case."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        joined = _one_list(out, block) if isinstance(block, ItemList) else None
        if joined is not None:
            out[-1 - joined[1] :] = [joined[0]]
        elif isinstance(block, Paragraph) and isinstance(last, Paragraph) and _goes_on(last.text, block.text):
            text = last.text + Text((Inline(" "),)) + block.text
            out[-1] = Paragraph(text, last.span.through(block.span))
        else:
            out.append(block)
    return out


def _one_list(before: list[Block], block: ItemList) -> tuple[ItemList, int] | None:
    """Join a list to the one before it, and say how many blocks between them it takes in; None where they are two.

    Bullets of different shapes next to one another are one list; so is a numbered list that goes on with the next
    number behind code or a picture, or begins again with 1 behind them.
    """
    between = 0
    while between < len(before) and isinstance(before[-1 - between], (CodeBlock, Figure, MathBlock)):
        between += 1
    first = before[-1 - between] if between < len(before) else None
    if not isinstance(first, ItemList) or first.ordered != block.ordered or between > _MAX_BETWEEN:
        return None
    goes_on = block.start == first.start + len(first.items)
    again = block.start == 1 and between > 0 and len(first.items) == 1
    if (block.ordered and not (goes_on or again)) or (not block.ordered and between):
        return None
    taken = tuple(before[len(before) - between :])
    last = first.items[-1]
    span = last.span.through(taken[-1].span) if taken else last.span
    items = (*first.items[:-1], Item((*last.blocks, *taken), span, last.task), *block.items)
    return ItemList(items, first.span.through(block.span), first.ordered, first.start), between


_MAX_BETWEEN = 2
"""More than two blocks of code or pictures between two lists are a passage of their own."""


def _goes_on(first: Text, second: Text) -> bool:
    a, b = first.plain.rstrip(), second.plain.lstrip()
    if not a or not b or not (a[-1].isalnum() or a[-1] == ","):
        return False
    opening = re.match(r"[a-zà-ÿа-я]+(?=[\s,.])", b)
    first_run = second.runs[0]
    return bool(opening) and not first_run.marks and " " in a and not first.marked("strong")
