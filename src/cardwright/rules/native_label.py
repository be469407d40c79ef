"""Facts from labels in another language than English: no English test, the author's own words."""

from __future__ import annotations

from cardwright.core.document import Block, Paragraph, Text
from cardwright.core.fact import Definition, Entry, Fact, Found, Topic
from cardwright.rules.languages.base import Language, shares

_SURE = ("definition-list", "glossary-table")
"""Rules whose notation says that a description defines its term."""


def native_fact(where: Found, words: Language, label: Text, blocks: tuple[Block, ...], topic: Topic) -> Fact | None:
    """Make a definition or an entry of a label with its explanation; None for a remark.

    A definition opens with an indefinite article, stands in a notation for definitions, or has a label with an article
    ("L'ouverture"). An entry keeps its topic only where its label shares no word with it.
    """
    label = label.strip().strip(" :：.。")
    plain = label.plain.strip()
    folded = plain.lower()
    if not plain or folded in words.remarks:
        return None
    first = blocks[0]
    if isinstance(first, Paragraph) and words.pointing.search(first.text.plain):
        return None
    if folded in words.attributes:
        return Entry(where, label, blocks, topic, aspect=plain) if topic else None
    if article := words.articles.match(plain):
        name = label.slice(article.end())
        if name:
            return Definition(where, name, blocks, "be", article[0].strip().lower())
    opens = isinstance(first, Paragraph) and words.indefinite.match(first.text.plain)
    if opens or where.rule in _SURE:
        return Definition(where, label, blocks, "mean")
    return Entry(where, label, blocks, Topic() if shares(topic.words, plain) else topic)
