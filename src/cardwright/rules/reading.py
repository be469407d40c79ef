"""An article as the rules read it: headings understood, sentences split once, every passage with its place."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import PurePosixPath

from cardwright.core.document import (
    Article,
    Inline,
    ItemList,
    Paragraph,
    Text,
)
from cardwright.core.fact import Lead, Topic
from cardwright.core.record import dataclass
from cardwright.rules import english
from cardwright.rules.headings import (
    EMOJI,
    MAX_TOPIC_WORDS,
    Heading,
    heading_of,
    is_sentence,
    keys_of,
    letters,
    subject_of_title,
)
from cardwright.rules.labels import Labelled, labelled, labels_of
from cardwright.rules.languages import foreign
from cardwright.rules.spots import Spot, spots_of
from cardwright.rules.usage import Usage
from cardwright.text.english import base_of_gerund, is_plural, plural_of, with_article
from cardwright.text.normal import key, unnumbered
from cardwright.text.sentences import sentences

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
        self.title = EMOJI.sub("", unnumbered(article.title)).strip()
        self._sentences: dict[int, tuple[Text, tuple[Sentence, ...]]] = {}
        self._labels: dict[int, tuple[Text, Labelled | None]] = {}
        self._item_labels: dict[int, tuple[Labelled | None, ...]] = {}
        self.leads: dict[tuple[str, int], Lead | None] = {}
        self._running: dict[str, str] = {}
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
        if id(text) not in self._labels:  # the text is kept with it, so that its id stays its own
            self._labels[id(text)] = text, labelled(text)
        return self._labels[id(text)][1]

    def labels_of(self, block: ItemList) -> tuple[Labelled | None, ...]:
        """Take the labels off the items of one of the article's own lists, once."""
        known = self._item_labels.get(id(block))
        if known is None:
            known = self._item_labels[id(block)] = tuple(labels_of(block, self.labelled))
        return known

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """All blocks of the article in order, those in quotes and list items too; a list before its items."""
        return tuple(
            spot for number, section in enumerate(self.sections) for spot in spots_of(section.blocks, number, None, 0)
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
    def _heading_counts(self) -> Counter[str]:
        return Counter(key(heading.name) for heading in self.headings)

    @cached_property
    def title_keys(self) -> frozenset[str]:
        """The forms under which a subject meets the title of the article."""
        return keys_of(subject_of_title(self.title)) | keys_of(self.title)

    def running(self, name: str) -> str:
        """Give a heading's words as the running text writes them: lower case where the body does."""
        known = self._running.get(name)
        if known is None:
            known = self._running[name] = self._as_running(name)
        return known

    def _as_running(self, name: str) -> str:
        if not name or name.upper() == name or self.foreign:
            return name
        lowered = _lowered(name)
        if lowered == name:
            return name
        if self.usage.holds(lowered):
            return lowered
        if self.usage.holds_within(name):
            return name
        if " " in name and (lowered := self._with_names(name, lowered)) == name:
            return name
        rest = name.split()[1:]
        title_case = rest and all(w[:1].isupper() or len(w) <= 3 for w in rest)
        return name if title_case and len(rest) < 2 else lowered

    def _with_names(self, name: str, lowered: str) -> str:
        """Give a heading's words lowered, but for the names among them; one in title case with a name stays whole."""
        pairs = list(zip(name.split(" "), lowered.split(" "), strict=True))
        named = [was != now and self.usage.names(was) and not self.usage.holds(now) for was, now in pairs]
        title_case = all(was[:1].isupper() or len(was) <= len("and") or not was[0].isalpha() for was, _ in pairs)
        if title_case and named[0]:
            return name
        kept = [
            was if is_name and at else now for at, ((was, now), is_name) in enumerate(zip(pairs, named, strict=True))
        ]
        return lowered if title_case else " ".join(kept)

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
            part = name[at : at + size]
            runs.append(run if keep else Inline(part, run.line, run.end_line, run.marks, run.href))
            at += size
        return Text(tuple(runs))

    def subject(self, text: Text) -> Text:
        """Give the subject of a sentence as it stands within one: a name whose every word has a capital keeps it."""
        rest = [word for word in text.plain.split()[1:] if word[0] not in "([" and len(word) > len("and")]
        named = rest and all(word[0].isupper() for word in rest) and not base_of_gerund(text.plain.split()[0])
        return text.strip() if named and not self.usage.holds(_lowered(text.plain.strip())) else self.term(text)

    def article_of(self, name: str) -> str:
        """Give the article that the running text puts before a name, or would put where it has it in the plural."""
        if is_plural(name):
            return ""
        article = self.usage.article_of(name)
        if article or not name.islower() or self.foreign or base_of_gerund(name.rsplit(maxsplit=1)[-1]):
            return article
        return with_article(name).split(maxsplit=1)[0] if self.usage.holds(plural_of(name)) else ""

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
        title = self.foreign.subject_of(self._own_title()) if self.foreign else subject_of_title(self.title)
        return self._topic_of(title, words_=_MAX_TITLE_WORDS)

    def _own_title(self) -> str:
        """Give the title that the author wrote, "" where it was made of the file's name: that is in no language."""
        if "title" in self.article.meta or any(section.level == 1 for section in self.sections):
            return self.title
        file = PurePosixPath(self.article.path)
        return "" if letters(self.title) in (letters(file.stem), letters(file.parent.name)) else self.title

    def _topic_of(self, term: str, *, words_: int = MAX_TOPIC_WORDS) -> Topic:
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
            and len(heading.term.split()) <= MAX_TOPIC_WORDS
        )


def _lowered(name: str) -> str:
    """Lower the capitals that only a heading has; acronyms, mixed case and single letters stay."""
    return " ".join(
        w if any(c.isupper() for c in w[1:]) or (len(w.strip("().,")) == 1 and w != "A") else w.lower()
        for w in name.split(" ")
    )
