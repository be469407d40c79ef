"""An article as the rules read it: headings understood, sentences split once, every passage with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from cardwright.core.document import (
    Article,
    Block,
    Item,
    ItemList,
    Paragraph,
    Quote,
    Section,
    Text,
    shown,
)
from cardwright.core.fact import Lead, Topic
from cardwright.rules import english
from cardwright.rules.labels import Labelled, labelled, labels_of
from cardwright.rules.languages import foreign
from cardwright.rules.languages.base import Language
from cardwright.rules.usage import Usage
from cardwright.text.english import AUXILIARIES, base_of_third, is_base_verb, is_plural
from cardwright.text.normal import key, singular, unnumbered, words
from cardwright.text.sentences import sentences

_EMOJI = re.compile(r"^[^\w\"'“‘(\[.#@$%&/<]+|[\s:：.…–—-]+$")
_WHAT_IS = re.compile(
    r"^(?:so,? )?what(?:\s+(?:is|are|was|were)|['’]s)\s+(?:(?P<article>an?|the)\s+)?(?P<term>.+?)\s*\??$", re.IGNORECASE
)
_LEADS = re.compile(
    r"^(?:(?:an? )?(?:brief |short |quick |gentle )?(?:introduction|intro|introducing|"
    r"overview|guide|summary|understanding|exploring|about|"
    r"definition|meaning|the concept|the basics|basics|fundamentals|types|examples|anatomy|"
    r"getting started with|working with|using|learning)(?:\s+(?:to|of|on|for|the))?)\s+(?=\S)",
    re.IGNORECASE,
)
_QUESTION_WORD = re.compile(
    r"^(?:what|which|who|whom|whose|when|where|why|how|is|are|do|does|did|can|could|should|would|will|must)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"^(?:on|in|at|by|for|from|with|under|before|after|during|behind|inside)\s", re.IGNORECASE)
"""Opens a heading that says where or when and names nothing ("On the quay")."""
_COMMAND = re.compile(r"^(?!all|both|half|what)\w{3,}(?<!ing) (?:the|your|an?) \w", re.IGNORECASE)
"""A word before an article can only be a verb, or a preposition; a heading such as "Oil the chain" names nothing."""
_PLACED = re.compile(r"^(?:on|in|at|by|for|from|with|under|before|after|during|behind|inside)\s", re.IGNORECASE)
"""Opens a heading that says where or when and names nothing ("On the quay")."""
_COMMAND = re.compile(r"^(?!all|both|half|what)\w{3,}(?<!ing) (?:the|your|an?) \w", re.IGNORECASE)
"""A word before an article can only be a verb, or a preposition; a heading such as "Oil the chain" names nothing."""
_MAX_TOPIC_WORDS = 8
"""A longer heading is quoted, never used as a subject (measured on the labelled articles: 95 % of terms are shorter)."""
_MAX_TITLE_WORDS = 11
"""A title may be longer: there is nothing above it to take instead."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph; `number` counts from 0 inside of it."""

    text: Text
    number: int
    of: int

    @property
    def plain(self) -> str:
        """The sentence as plain text, hard breaks as blanks."""
        return self.text.plain.replace("\n", " ")

    @property
    def claim(self) -> str:
        """The name by which rules claim the sentence."""
        line = self.text.runs[0].line if self.text.runs else 0
        return f"s{line}:{self.of}:{self.number}"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, understood. `name` is its text without number, emoji and end punctuation.

    `term` is what a "What is X?" heading asks for, else the name where it can be a subject, else "".
    """

    name: str
    level: int
    term: str = ""
    what_is: bool = False
    article: str = ""
    question: bool = False
    generic: bool = False
    aspect: str = ""
    meta: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The forms under which a subject meets the heading; also "X and Y" by halves, and a parenthesis by itself."""
        return _keys(self.term)


@dataclass(frozen=True, slots=True)
class Spot:
    """A block with its place: its section, its neighbours, the item it stands in."""

    block: Block
    section: int
    before: Block | None
    after: Block | None
    number: int
    inside: Item | None = None
    depth: int = 0


def _keys(term: str) -> frozenset[str]:
    if not term:
        return frozenset()
    out = {key(term)}
    inner = re.findall(r"[(（]([^()（）]+)[)）]", term)
    out.update(key(part) for part in inner)
    out.update(key(part) for part in re.split(r"\s+(?:or|/|vs\.?|aka)\s+|\s*/\s*", term) if len(part) > 1)
    return frozenset(k for k in out if k)


_ACRONYM = 6
"""Longer words in capitals are shouted, not acronyms."""
_OPENERS = frozenset(
    "the a an each every all most many some any our your their its if when to in for during after before".split()
)


class Reading:
    """What the rules ask of an article. Everything is worked out once, in order, from the article alone."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.sections = article.sections
        self.title = _EMOJI.sub("", unnumbered(article.title)).strip()
        self._sentences: dict[int, tuple[Text, tuple[Sentence, ...]]] = {}
        self._labels: dict[int, Labelled | None] = {}
        self._item_labels: dict[int, tuple[Labelled | None, ...]] = {}
        self.leads: dict[tuple[str, int], Lead | None] = {}
        self._topics: dict[tuple[int, bool], Topic] = {}
        self.foreign = foreign(article.language)
        self.headings = [heading_of(section, self.foreign) for section in article.sections]

    # ---------------------------------------------------------------- passages
    def sentences(self, text: Text) -> tuple[Sentence, ...]:
        """Split a text into its sentences, once."""
        known = self._sentences.get(id(text))
        if known is None:  # the text is kept beside its sentences, so that no other one can get its id
            cuts = sentences(text.plain)
            of = len(self._sentences)
            known = (text, tuple(Sentence(text.slice(a, b), n, of) for n, (a, b) in enumerate(cuts)))
            self._sentences[id(text)] = known
        return known[1]

    def labelled(self, text: Text) -> Labelled | None:
        """Take the label off the front of one of the article's own texts, once."""
        if id(text) not in self._labels:
            self._labels[id(text)] = labelled(text)
        return self._labels[id(text)]

    def labels_of(self, block: ItemList) -> tuple[Labelled | None, ...]:
        """Take the labels off the items of one of the article's own lists, once."""
        known = self._item_labels.get(id(block))
        if known is None:
            known = self._item_labels[id(block)] = tuple(labels_of(block))
        return known

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """All blocks of the article in order, those in quotes and list items too; a list before its items."""
        return tuple(
            spot for number, section in enumerate(self.sections) for spot in _spots(section.blocks, number, None, 0)
        )

    # ---------------------------------------------------------------- words
    @cached_property
    def body(self) -> str:
        """The running text of the article: paragraphs and items, a line each."""
        return "\n".join(spot.block.text.plain for spot in self.spots if isinstance(spot.block, Paragraph))

    @cached_property
    def usage(self) -> Usage:
        """How the running text uses words."""
        return Usage(self.body)

    @cached_property
    def emphasised(self) -> frozenset[str]:
        """The keys of all emphasised runs."""
        return frozenset(
            key(run.text)
            for spot in self.spots
            if isinstance(spot.block, Paragraph)
            for run in spot.block.text.runs
            if run.marks & {"strong", "em", "code"} and len(run.text) < 60
        )

    @cached_property
    def _heading_counts(self) -> Counter[str]:
        return Counter(key(heading.name) for heading in self.headings)

    @cached_property
    def title_keys(self) -> frozenset[str]:
        """The forms under which a subject meets the title of the article."""
        return _keys(_subject_of_title(self.title)) | _keys(self.title)

    def running(self, name: str) -> str:
        """Give a heading's words as the running text writes them: lower case where the body does."""
        if not name or name.upper() == name or self.foreign:
            return name
        lowered = _lowered(name)
        if lowered == name:
            return name
        if self.usage.holds(lowered):
            return lowered
        if self.usage.holds_within(name):
            return name
        rest = name.split()[1:]
        title_case = rest and all(w[:1].isupper() or len(w) <= 3 for w in rest)
        return name if title_case and len(rest) < 2 else lowered

    def term(self, text: Text) -> Text:
        """Give a label or a heading as the running text writes it, marks kept."""
        text = text.strip()
        if not text.runs or text.marked("code"):
            return text
        name = self.running(text.plain)
        if name == text.plain or len(name) != len(text.plain):
            return text
        runs, at = [], 0
        for run in text.runs:
            size = len(run.plain)
            keep = run.marks & {"code", "math", "image"}
            runs.append(run if keep else replace(run, text=name[at : at + size]))
            at += size
        return Text(tuple(runs))

    def article_of(self, name: str) -> str:
        """Give the article that the running text puts before a name, "" where it puts none."""
        return "" if is_plural(name) else self.usage.article_of(name)

    def plain_noun(self, name: str) -> str:
        """Give the noun of a heading in lower case, but for words that the body writes with a capital."""
        if name.isupper() and len(name) > _ACRONYM:
            name = name.lower()
        out = []
        for word in name.split(" "):
            kept = any(c.isupper() for c in word[1:]) or not word[:1].isupper()
            out.append(word if kept or self.usage.names(word) else word.lower())
        return " ".join(out)

    def mid(self, words_: str) -> str:
        """Give a phrase from the start of a sentence as it stands in the middle of one."""
        if self.foreign:
            return words_
        first, _, rest = words_.partition(" ")
        if first.lower() in _OPENERS:
            return f"{first.lower()} {rest}".strip()
        if any(c.isupper() for c in first[1:]) or not first[:1].isupper() or rest[:1].isupper():
            return words_
        if self.usage.names(first):
            return words_
        return f"{first[0].lower()}{first[1:]} {rest}".strip()

    # ---------------------------------------------------------------- topics
    def topic(self, section: int, *, own: bool = True) -> Topic:
        """Give what a section is about: the nearest heading that names a subject, else the article's title.

        `own`: the section's own heading may be the one.
        """
        known = self._topics.get((section, own))
        if known is None:
            known = self._topics[section, own] = self._find_topic(section, own=own)
        return known

    def _find_topic(self, section: int, *, own: bool) -> Topic:
        level = 99
        for at in range(section, -1, -1):
            heading = self.headings[at]
            if heading.level >= level and at != section:
                continue
            level = min(level, heading.level or 99)
            if at == section and not own:
                continue
            if self._names_a_subject(heading):
                return self._topic_of(heading.term)
        title = self.foreign.subject_of(self._own_title()) if self.foreign else _subject_of_title(self.title)
        return self._topic_of(title, words_=_MAX_TITLE_WORDS)

    def _own_title(self) -> str:
        """Give the title that the author wrote, "" where it was made of the file's name: that is in no language."""
        if "title" in self.article.meta or any(section.level == 1 for section in self.sections):
            return self.title
        file = PurePosixPath(self.article.path)
        return "" if _letters(self.title) in (_letters(file.stem), _letters(file.parent.name)) else self.title

    def _topic_of(self, term: str, *, words_: int = _MAX_TOPIC_WORDS) -> Topic:
        if not term or len(term.split()) > words_ or key(term) in english.GENERIC:
            return Topic()
        if self.foreign:
            return Topic(term, "noun")
        name = self.running(term)
        return Topic(name, "sentence" if is_sentence(name) else "noun", is_plural(name))

    def _names_a_subject(self, heading: Heading) -> bool:
        return bool(
            heading.term
            and not heading.generic
            and not heading.aspect
            and not heading.meta
            and self._heading_counts[key(heading.name)] == 1
            and len(heading.term.split()) <= _MAX_TOPIC_WORDS
        )


def heading_of(section: Section, foreign_: Language | None = None) -> Heading:
    """Understand a section's heading, in English or in the language of the table."""
    name = re.sub(r"<%.*?%>|\{\{.*?\}\}", "", shown(section.title))
    name = _EMOJI.sub("", unnumbered(_EMOJI.sub("", name))).strip()
    folded = name.lower()
    if not name:
        return Heading("", section.level, generic=True)
    if foreign_:
        named = foreign_.understand(f"¿{name}" if "¿" in section.title.plain[:4] else name)
        return Heading(
            name,
            section.level,
            named.term,
            named.what_is,
            question=named.question,
            generic=named.generic,
            aspect=named.aspect,
            meta=named.meta,
        )
    meta = bool(english.META.match(name))
    aspect = english.ASPECTS.get(re.sub(r"^the\s", "", folded), "")
    what = _WHAT_IS.match(name)
    if what and len(what["term"].split()) <= _MAX_TOPIC_WORDS and not is_clause(what["term"]):
        return Heading(name, section.level, what["term"], True, (what["article"] or "").lower(), question=True)
    works = re.match(r"^how (?:do|does) (?P<term>[^?]{2,40}?) works?\??$", name, re.IGNORECASE)
    if works and works["term"].lower() not in ("it", "this", "they"):
        return Heading(name, section.level, works["term"], question=True)
    asks = name.endswith(("?", "？")) or bool(_QUESTION_WORD.match(name))
    generic = folded in english.GENERIC
    bare = _subject_of_title(name) if section.level == 1 else _LEADS.sub("", name).partition(": ")[0]
    term = "" if asks or generic or _PLACED.match(bare) else bare
    return Heading(name, section.level, term, question=asks, generic=generic, aspect=aspect, meta=meta)


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()


def is_clause(text: str) -> bool:
    """Tell whether the words hold a finite verb and so are no noun phrase."""
    parts = words(text)
    return bool(AUXILIARIES.intersection(parts) - {"can", "may", "must", "will", "being"}) or "you" in parts


def is_sentence(text: str) -> bool:
    """Tell whether a heading or a label is a command or a whole sentence."""
    parts = text.split()
    if len(parts) < 2:
        return False
    first = parts[0].lower().strip("*_`\"'“”‘’,")
    if first in ("don't", "don’t", "do", "never", "always", "avoid", "be", "if", "it", "you", "we", "they"):
        return True
    if (is_base_verb(first, strict=True) and not first.endswith("ing")) or _COMMAND.match(text):
        return True
    if any(word.lower() in ("can", "may", "must", "will") for word in parts[1:-1] if word.islower()):
        return True
    return is_clause(text) or any(base_of_third(word) and word.islower() for word in parts[1:3] if len(parts) > 3)


def _subject_of_title(title: str) -> str:
    what = _WHAT_IS.match(title)
    if what:
        return what["term"]
    bare = _LEADS.sub("", title)
    bare = re.sub(
        r"\s+(?:cheat ?sheet|guide|tutorial|overview|explained|basics|glossary|lexicon|handbook|summary)$",
        "",
        bare,
        flags=re.IGNORECASE,
    )
    first, _, rest = bare.split(" | ")[0].split(" - ")[0].partition(": ")
    return (rest if rest and " " not in first else first).strip(" ?!.:")


def _lowered(name: str) -> str:
    """Lower the capitals that only a heading has; acronyms, mixed case and single letters stay."""
    return " ".join(
        w if any(c.isupper() for c in w[1:]) or (len(w.strip("().,")) == 1 and w not in ("A",)) else w.lower()
        for w in name.split(" ")
    )


def _spots(blocks: Sequence[Block], section: int, inside: Item | None, depth: int) -> Iterator[Spot]:
    for at, block in enumerate(blocks):
        before = blocks[at - 1] if at else None
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        yield Spot(block, section, before, after, at, inside, depth)
        if isinstance(block, ItemList):
            for item in block.items:
                yield from _spots(item.blocks, section, item, depth + 1)
        elif isinstance(block, Quote):
            yield from _spots(block.blocks, section, inside, depth)


def same(first: str, second: str) -> bool:
    """Tell whether two wordings name the same thing."""
    return key(first) == key(second)


def content(text: str) -> frozenset[str]:
    """Give the singular content words of a text."""
    return frozenset(
        singular(w) for w in words(text) if w not in english.PRONOUNS and w not in AUXILIARIES and len(w) > 1
    )
