"""Facts from labels in another language than English: no English test, the author's own words."""

from __future__ import annotations

import re

from cardwright.core.document import Block, Paragraph, Text
from cardwright.core.fact import Definition, Entry, Fact, Found, Topic
from cardwright.rules.languages.base import Language, within
from cardwright.text.regex import lazy_regex

_SURE = "definition-list"
"""The rule whose notation says that a description defines its term."""

_TOLD = "glossary-table"
"""The rule whose column says by its header that it explains, not that it defines."""

_MARKS = lazy_regex(r"^[^\w\"'“‘„«(（\[.#@$&</]+")
"""Bullets and ticks that the author wrote by hand before a label."""

_MIN_THING_WORDS = 4
"""Fewer words before the first comma may be a whole sentence ("La temperatura sube")."""

_MAX_WORDS = 5
"""A label of more words with a verb among them is a sentence."""

_MAX_WIDE = 24
"""A label of more Chinese or Japanese characters is a sentence."""


def native_fact(where: Found, words: Language, label: Text, blocks: tuple[Block, ...], topic: Topic) -> Fact | None:
    """Make a definition or an entry of a label with its explanation; None for a remark.

    A definition opens with an indefinite article, stands in a notation for definitions, or has a label with an article
    ("L'ouverture"); with less certainty it opens as a noun phrase does ("der Ton,
    nach dem ...") or with its label. An entry keeps its
    topic unless its label names it.
    """
    marks = _MARKS.match(label.plain)
    label = label.slice(marks.end() if marks else 0).strip(" :：.。\n")
    plain = label.plain.strip()
    folded = plain.lower()
    if not plain or folded in words.remarks or _names_nothing(plain, words):
        return None
    first = blocks[0]
    said = first.text.plain if isinstance(first, Paragraph) else ""
    if words.pointing.search(said) or _explains_nothing(said, words, where):
        return None
    if folded in words.attributes:
        return Entry(where, label, blocks, topic, aspect=plain) if topic else None
    article = words.articles.match(plain)
    if article and words.articles.match(said) and words.can_be_term(plain[article.end() :]):
        name = label.slice(article.end())
        if name:
            return Definition(where, name, blocks, "be", article[0].strip().lower())
    if words.indefinite.match(said) or where.rule == _SURE:
        return Definition(where, label, blocks, "mean")
    echoed = said.startswith(plain) and (words.wide or plain.isupper())
    if where.rule == _TOLD or echoed or _is_thing(said, words) or words.gloss.search(plain):
        return Definition(where, label, blocks, "label")
    return Entry(where, label, blocks, Topic() if within(topic.words, plain) else topic)


def _is_thing(said: str, words: Language) -> bool:
    """Tell whether an explanation opens as a noun phrase does, with no verb before its first comma."""
    first = re.split(r"[,;.，。]", said)[0]
    long = words.wide or len(first.split()) >= _MIN_THING_WORDS
    return long and bool(words.thing.match(said)) and not words.no_in_term.search(first)


def _explains_nothing(said: str, words: Language, where: Found) -> bool:
    """Tell whether an explanation opens with an aside, an example, or a question to the reader."""
    if said.startswith(("(", "（")) or re.split(r"[,:：，]", said)[0].strip().lower() in words.remarks:
        return True
    return where.rule.startswith("labelled") and bool(re.match(r"[^.。!！?？]*[?？]", said))


def _names_nothing(plain: str, words: Language) -> bool:
    """Tell whether a label stops in the middle of a sentence, or is one in a script without blanks, or is a date."""
    bare = re.sub(r"\s*[(（].*", "", plain)
    if plain[:1].isdigit() or (len(bare.split()) > _MAX_WORDS and words.no_in_term.search(bare)):
        return True
    return plain.endswith(words.open_ends) or (words.wide and len(plain) > _MAX_WIDE and not words.gloss.search(plain))
