"""From Markdown to sections and blocks; the only door to markdown-it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from cardwright.core.document import (
    Block,
    CodeBlock,
    DefinitionList,
    Described,
    Figure,
    Item,
    ItemList,
    MathBlock,
    Paragraph,
    Quote,
    Raw,
    Row,
    Section,
    Table,
    Text,
)
from cardwright.core.span import Span
from cardwright.source.inline import text_of
from cardwright.source.repair import rejoin, repair
from cardwright.source.sections import sections_of
from cardwright.text.regex import lazy_regex

Heading = tuple[int, Text, Span]

_ALERT = lazy_regex(r"^\[!(\w+)\]\s*")
_TASK = lazy_regex(r"^\[([ xX])\]\s+")


@cache
def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    markdown.use(footnote_plugin).use(deflist_plugin)
    markdown.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    return markdown


def parse(body: str, *, path: str, first_line: int) -> tuple[Section, ...]:
    """Read a body that begins on the 1-based `first_line` of the file `path`; line ends are newlines."""
    tokens = _parser().parse(repair(body))
    return sections_of(list(_Builder(tokens, path, first_line).flow()), path=path, first_line=first_line)


class _Builder:
    """Walks the tokens once; every method leaves `at` behind what it has read."""

    def __init__(self, tokens: list[Token], path: str, first_line: int) -> None:
        self.tokens = tokens
        self.path = path
        self.first = first_line
        self.at = 0

    def flow(self) -> Iterator[Block | Heading]:
        """Give the blocks of the body, headings between them."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.type == "footnote_block_open":
                return
            if token.type == "heading_open":
                yield int(token.tag[1:]), self._text(self.tokens[self.at + 1]), self._span(token)
                self.at += 3
            else:
                yield from self._block()

    def _until(self, closing: str) -> tuple[Block, ...]:
        blocks: list[Block] = []
        while self.at < len(self.tokens) and self.tokens[self.at].type != closing:
            blocks.extend(self._block())
        self.at += 1
        return tuple(rejoin(blocks))

    def _block(self) -> Iterator[Block]:
        token = self.tokens[self.at]
        self.at += 1
        match token.type:
            case "paragraph_open":
                text = self._text(self.tokens[self.at])
                self.at += 2
                yield from _paragraph(text, self._span(token))
            case "heading_open":  # inside an item or a quote a heading is a line of its own
                yield Paragraph(self._text(self.tokens[self.at]), self._span(token))
                self.at += 2
            case "bullet_list_open" | "ordered_list_open":
                yield self._list(token)
            case "blockquote_open":
                yield from self._quote(token)
            case "fence" | "code_block":
                yield CodeBlock(token.content, self._span(token), token.info.split()[0] if token.info.strip() else "")
            case "table_open":
                yield self._table(token)
            case "dl_open":
                yield self._definitions(token)
            case "math_block" | "math_block_label":
                yield MathBlock(token.content.strip(), self._span(token))
            case "html_block":
                yield Raw(token.content, self._span(token))
            case _:  # rules and closing tokens show nothing
                return

    def _list(self, opened: Token) -> ItemList:
        ordered = opened.type == "ordered_list_open"
        items: list[Item] = []
        while self.tokens[self.at].type == "list_item_open":
            token = self.tokens[self.at]
            self.at += 1
            items.append(_item(self._until("list_item_close"), self._span(token)))
        self.at += 1
        start = opened.attrs.get("start", 1)
        return ItemList(tuple(items), self._span(opened), ordered, int(start) if ordered else 1)

    def _quote(self, opened: Token) -> Iterator[Block]:
        blocks = self._until("blockquote_close")
        label = ""
        if blocks and isinstance(blocks[0], Paragraph) and (alert := _ALERT.match(blocks[0].text.plain)):
            label = alert[1].lower()
            rest = blocks[0].text.slice(alert.end()).strip()
            blocks = ((Paragraph(rest, blocks[0].span),) if rest else ()) + blocks[1:]
        if blocks:
            yield Quote(blocks, self._span(opened), label)

    def _table(self, opened: Token) -> Table:
        rows: list[Row] = []
        align: list[str] = []
        cells: list[Text] = []
        while self.tokens[self.at].type != "table_close":
            token = self.tokens[self.at]
            self.at += 1
            if token.type == "tr_open":
                cells = []
                span = self._span(token)
            elif token.type == "th_open":
                align.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
            elif token.type == "inline":
                cells.append(self._text(token))
            elif token.type == "tr_close":
                rows.append(Row(tuple(cells), span))
        self.at += 1
        return Table(rows[0].cells, tuple(rows[1:]), self._span(opened), tuple(align))

    def _definitions(self, opened: Token) -> DefinitionList:
        entries: list[Described] = []
        while self.tokens[self.at].type != "dl_close":
            token = self.tokens[self.at]
            self.at += 1
            if token.type == "dt_open":
                entries.append(Described(self._text(self.tokens[self.at]), (), self._span(token)))
                self.at += 2
            elif token.type == "dd_open" and entries:
                last = entries[-1]
                blocks = self._until("dd_close")
                span = last.span.through(blocks[-1].span) if blocks else last.span
                entries[-1] = Described(last.term, (*last.descriptions, blocks), span)
        self.at += 1
        return DefinitionList(tuple(entries), self._span(opened))

    def _text(self, token: Token) -> Text:
        begin, end = token.map or (0, 1)
        return text_of(token, self.first + begin, self.first + max(end - 1, begin))

    def _span(self, token: Token) -> Span:
        begin, end = token.map or (0, 1)
        return Span(self.path, self.first + begin, self.first + max(end - 1, begin))


def _paragraph(text: Text, span: Span) -> Iterator[Block]:
    if len(text.runs) == 1 and text.runs[0].marks == {"image"}:
        yield Figure(text.runs[0].href, text.runs[0].text, span)
    elif text.plain.strip():
        yield Paragraph(text, span)


def _item(blocks: tuple[Block, ...], span: Span) -> Item:
    end = max((block.span.end_line for block in blocks), default=span.line)
    tight = Span(span.path, span.line, end)  # markdown-it counts the blank lines behind an item to it
    if blocks and isinstance(blocks[0], Paragraph) and (task := _TASK.match(blocks[0].text.plain)):
        first = Paragraph(blocks[0].text.slice(task.end()), blocks[0].span)
        return Item((first, *blocks[1:]), tight, task[1] != " ")
    return Item(blocks, tight)
