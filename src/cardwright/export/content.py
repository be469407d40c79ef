"""From blocks and inline runs to the tree of plain nodes that the print template draws."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from cardwright.core.document import (
    Block,
    CodeBlock,
    DefinitionList,
    Figure,
    Inline,
    Item,
    ItemList,
    MathBlock,
    Paragraph,
    Quote,
    Raw,
    Table,
    Text,
)

Node = dict[str, Any]
Run = str | Node
Picture = Callable[[str], str | None]
Formula = Callable[[str], Node | None]

DEEPEST = 12
"""Nested blocks that are drawn as such; the layout engine gives up a little above that many levels of ours."""
LONGEST_SIDE = 6_000
"""Characters of one side of a card. Five cards of small type; splitting far longer text takes minutes."""
LONGEST_WORD = 24
"""Characters of a word that is taken whole; longer ones are allowed to break, since they may be wider than a card."""
LONGEST_CODE_WORD = 48
"""The same in a line of code, which is set smaller, and where a break may be read as one."""
TABLE_WIDTH = 72
"""Characters that a table row holds side by side, by which is known which words of a cell must be allowed to break."""
MOST_COLUMNS = 8
"""Columns of a table that is drawn as one; a wider one is told row by row: its cells would hold single letters."""
TAB = "    "

_ADDRESS = re.compile(r"^(?:https?://|mailto:)[^\s\x00-\x1f]+$", re.IGNORECASE)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]|$)")
_HYPHENATED = re.compile(r"\b(\w{1,14}-\w{1,14})\b")
_MARKS = {"strong": "b", "em": "i", "strike": "s", "sub": "d", "sup": "u", "code": "c"}
_BREAK: Node = {"k": "br"}


class Content:
    """Builds the nodes of one side of a card.

    `picture` gives the file that the template may load for a source, None where there is none; `formula` the nodes of
    a TeX formula, None where it cannot be drawn. What could not be shown as written is noted in `cut` (characters
    beyond LONGEST_SIDE or blocks nested deeper than DEEPEST), `lost_pictures` and `lost_formulas`.
    """

    def __init__(self, picture: Picture, formula: Formula) -> None:
        self._picture = picture
        self._formula = formula
        self._left = LONGEST_SIDE
        self.cut = False
        self.lost_pictures: list[str] = []
        self.lost_formulas: list[str] = []

    def blocks(self, blocks: Sequence[Block], depth: int = 0) -> list[Node]:
        """Give the nodes of the blocks."""
        if depth >= DEEPEST:
            words = " ".join(_words(blocks))
            return [self._paragraph([self._taken(words)], words)] if words else []
        return [node for block in blocks if self._left > 0 for node in self._block(block, depth)]

    def runs(self, text: Text, longest: int = LONGEST_WORD) -> list[Run]:
        """Give the runs of a line of text; words of more than `longest` characters may break."""
        return [node for run in text.runs if self._left > 0 for node in self._run(run, longest)]

    def _block(self, block: Block, depth: int) -> list[Node]:
        match block:
            case Paragraph(text=text):
                return [self._paragraph(self.runs(text), text.plain)]
            case ItemList():
                return [self._list(block, depth)]
            case Table():
                return [self._table(block)]
            case DefinitionList(entries=entries):
                return [
                    {"t": "dl", "k": self.runs(entry.term), "c": self.blocks(sum(entry.descriptions, ()), depth + 1)}
                    for entry in entries
                ]
            case Quote(blocks=blocks, label=label):
                return [{"t": "quote", "l": cleaned(label), "c": self.blocks(blocks, depth + 1)}]
            case CodeBlock(text=code, language=language):
                lines = self._taken(code).rstrip("\n") or " "
                return [{"t": "code", "l": _language(language), "s": breakable(lines, LONGEST_CODE_WORD)}]
            case MathBlock(tex=tex):
                return [self._math(tex, block=True)]
            case Figure(src=src, alt=alt):
                return [self._image(src, alt, block=True)]
            case Raw():
                return []

    def _paragraph(self, runs: list[Run], words: str) -> Node:
        return {"t": "p", "c": runs, "r": 1} if right_to_left(words) else {"t": "p", "c": runs}

    def _list(self, block: ItemList, depth: int) -> Node:
        items = [self._item(item, depth) for item in block.items if self._left > 0]
        node: Node = {"t": "list", "i": items}
        if block.ordered:
            node["o"] = block.start
        if block.items and right_to_left(" ".join(_words(block.items[0].blocks))):
            node["r"] = 1
        return node

    def _item(self, item: Item, depth: int) -> list[Node]:
        nodes = self.blocks(item.blocks, depth + 1)
        if item.task is not None:
            box = "☑ " if item.task else "☐ "
            nodes = [{"t": "p", "c": [box, *nodes[0]["c"]]}, *nodes[1:]] if nodes and nodes[0]["t"] == "p" else nodes
        return nodes

    def _table(self, table: Table) -> Node:
        columns = max(len(table.header), 1)
        longest = TABLE_WIDTH // columns if columns <= MOST_COLUMNS else LONGEST_WORD
        return {
            "told": int(columns > MOST_COLUMNS),
            "t": "table",
            "a": [align if align in ("left", "center", "right") else "" for align in table.align][:columns],
            "n": columns,
            "h": [self.runs(cell, longest) for cell in table.header],
            "r": [[self.runs(cell, longest) for cell in row.cells] for row in table.rows if self._left > 0],
        }

    def _run(self, run: Inline, longest: int) -> Iterator[Run]:
        if "image" in run.marks:
            yield self._image(run.href, run.text, block=False)
            return
        if "math" in run.marks:
            yield self._math(run.text, block=False)
            return
        marks = "".join(sign for mark, sign in _MARKS.items() if mark in run.marks)
        href = run.href if "link" in run.marks and _ADDRESS.match(run.href) else ""
        for at, line in enumerate(self._taken(run.text).split("\n")):
            if at:
                yield _BREAK
            if line:
                text = breakable(line, longest)
                yield {"s": text, "m": marks, **({"h": address(href)} if href else {})} if marks or href else text

    def _image(self, src: str, alt: str, *, block: bool) -> Node:
        shown = " ".join(cleaned(alt).split()) or "Picture"
        file = self._picture(src)
        if file:
            return {"t" if block else "k": "img", "f": file, "alt": shown}
        self.lost_pictures.append(src)
        stand_in: Node = {"s": f"[{shown}]", "m": "i"}
        return {"t": "p", "c": [stand_in]} if block else stand_in

    def _math(self, tex: str, *, block: bool) -> Node:
        tex = self._taken(tex).strip()
        node = self._formula(tex)
        if node is not None:
            return {"t" if block else "k": "math", "n": node, "alt": tex or "formula"}
        self.lost_formulas.append(tex)
        stand_in: Node = {"s": breakable(tex, LONGEST_WORD) or " ", "m": "c"}
        return {"t": "p", "c": [stand_in]} if block else stand_in

    def _taken(self, text: str) -> str:
        """Clean the text and take it off what the side may still hold."""
        text = cleaned(text)
        if len(text) > self._left:
            text = text[: self._left] + "…"
            self.cut = True
        self._left -= len(text)
        return text


def cleaned(text: str) -> str:
    """Give the text without control characters, lone surrogates and direction overrides; tabs become spaces."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", TAB))


def breakable(text: str, longest: int) -> str:
    """Let words of more than `longest` characters break after every few of them (by U+200B, which shows nothing)."""
    if len(text) <= longest:
        return text
    step = max(longest // 4, 2)
    pattern = f"[!-\u052f]{{{longest + 1},}}"  # Latin, Greek, Cyrillic: other scripts break without help
    return re.sub(pattern, lambda word: "\u200b".join(re.findall(f".{{1,{step}}}", word[0])), text)


def address(href: str) -> str:
    """Give a web address in the ASCII that a PDF asks for."""
    return quote(cleaned(href), safe=":/?#[]@!$&'()*+,;=%~-._")


def held(runs: list[Run]) -> list[Run]:
    """Give the runs of a heading with its short hyphenated words held together: no line ends inside "back-end"."""
    return [part for run in runs for part in (_held(run) if isinstance(run, str) and "-" in run else [run])]


def _held(text: str) -> Iterator[Run]:
    for at, part in enumerate(_HYPHENATED.split(text)):
        if part:
            yield {"s": part, "m": "n"} if at % 2 else part


def language_code(language: str) -> str:
    """Give the two or three letters by which a language is known ("zh" of "zh-Hans"), "" where there are none."""
    code = _LANGUAGE.match(language)
    return code[1].lower() if code else ""


def right_to_left(text: str) -> bool:
    """Tell whether the first character with a direction runs right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def _language(name: str) -> str:
    """Give the language of a fence as a plain word, "" where it is none."""
    word = re.match(r"[A-Za-z][A-Za-z0-9+#_-]{0,19}$", name)
    return word[0].lower() if word else ""


def _words(blocks: Sequence[Block]) -> Iterator[str]:
    """Give the words of the blocks in order, however deep they lie: no recursion."""
    stack: list[Block | Text | str] = list(reversed(blocks))
    while stack:
        match stack.pop():
            case str() as words:
                yield words
            case Text() as text:
                yield "".join(run.text for run in text.runs)
            case Paragraph(text=text):
                yield "".join(run.text for run in text.runs)
            case ItemList(items=items):
                stack.extend(block for item in reversed(items) for block in reversed(item.blocks))
            case Table(header=header, rows=rows):
                stack.extend(reversed([*header, *(cell for row in rows for cell in row.cells)]))
            case DefinitionList(entries=entries):
                for entry in reversed(entries):
                    stack.extend(block for blocks in reversed(entry.descriptions) for block in reversed(blocks))
                    stack.append(entry.term)
            case Quote(blocks=inner):
                stack.extend(reversed(inner))
            case CodeBlock(text=words) | MathBlock(tex=words) | Figure(alt=words):
                stack.append(words)
            case Raw():
                pass
