"""A labelled item of a list: `- **Scrum Master** - the person who ...`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from cardwright.core.document import Block, Item, ItemList, Paragraph, Text, plain_of, shown
from cardwright.core.fact import Definition, Entry, Fact, Found, Topic
from cardwright.rules import english
from cardwright.rules.base import Reads, answer_blocks, found, word_count
from cardwright.rules.heading_lead import HEAD_END, lead_of
from cardwright.rules.headings import is_sentence
from cardwright.rules.labels import Labelled
from cardwright.rules.lead_in import understand
from cardwright.rules.lead_list import lead_sentence
from cardwright.rules.native_label import native_fact
from cardwright.rules.noun_phrase import defines
from cardwright.rules.reading import Reading
from cardwright.rules.spots import Spot
from cardwright.rules.subject import take_apart
from cardwright.text.capital import capitalised
from cardwright.text.english import base_of_third, is_base_verb, is_command, is_plural
from cardwright.text.normal import key, singular, without_asides, without_the
from cardwright.text.regex import ending, folded_regex, holding, lazy_regex, starting, wording

_MIN_WORDS = 2
"""A single word is a value, not an explanation ("Default: `bottom`")."""

_JUNK = folded_regex(
    r"^(?:https?://|www\.|see\b|"
    r"for (?:more|further|additional) (?:info|details|on)|click\b|read more\b|coming soon|tbd\b|todo\b(?! )|n/?a\b)",
    when=starting("http", "www.", "see", "for ", "click", "read more", "coming soon", "tbd", "todo", "n/a", "na"),
)
_HEDGE = lazy_regex(r"[(（].*|\bwith\b.*")


class LabelledItem:
    """Reads the labelled items of lists: a definition where the explanation is a noun phrase, an entry otherwise.

    `- **Ballast** - weight carried low to steady a ship` gives "What is ballast?".
    Not taken: remarks ("Note: ..."), links with no words of their own, values shorter than three words, lists of tasks.
    Source: labelled articles, precision 0.96; half of all that was found there.
    """

    name = "labelled-item"
    reads: Reads = ""
    confidence = 0.94

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give a fact for each labelled item with an explanation."""
        repeated = _repeated_labels(reading)
        for spot in reading.spots:
            if not isinstance(spot.block, ItemList) or reading.headings[spot.section].meta:
                continue
            labels = reading.labels_of(spot.block)
            if not _trusted(spot.block, labels):
                continue
            topic = _topic_of(spot, reading)
            group = group_of(spot, reading)
            names = attribute_names([label.label.plain for label in labels if label]) | repeated
            commands = commanding([unnumbered_label(label.label).plain for label in labels if label])
            for item, label in zip(spot.block.items, labels, strict=True):
                if label is None:
                    continue
                fact = self._fact(
                    reading, spot, item, label, topic=topic, group=group, repeated=names, commands=commands
                )
                if fact is not None:
                    yield fact

    def _fact(
        self,
        reading: Reading,
        spot: Spot,
        item: Item,
        label: Labelled,
        *,
        topic: Topic,
        group: str,
        repeated: frozenset[str],
        commands: bool,
    ) -> Fact | None:
        rest = item.blocks[1:]
        blocks = answer_blocks(reading, label.body, _explanation(reading, rest))
        if not blocks or not explains(blocks):
            return None
        where = found(
            self.name,
            reading,
            spot.section,
            [label.label, *[b.span for b in blocks]],
            evidence=f"label {label.label.plain!r} ({label.style})",
            confidence=self.confidence - (0.04 if label.style in ("plain", "link", "stop") else 0.0),
            claims=(f"i{item.span.line}",),
        )
        fact = fact_of(
            reading, where, label.label, blocks, topic=topic, group=group, repeated=repeated, among_commands=commands
        )
        return replace(fact, nested=True) if isinstance(fact, Entry) and spot.inside is not None else fact


def attribute_names(labels: Sequence[str]) -> frozenset[str]:
    """Give the short labels of a list in which one is a known attribute of a thing: the others are attributes too."""
    known = sum(label.strip().lower() in english.ASPECTS for label in labels)
    if known < _MIN_KNOWN:
        return frozenset()
    return frozenset(key(label) for label in labels if len(label.split()) <= _MAX_ATTRIBUTE_WORDS)


_MIN_KNOWN = 1
_MAX_ATTRIBUTE_WORDS = 3


def commanding(labels: Sequence[str]) -> bool:
    """Tell whether labels side by side are commands: half surely are, or two open with one word that may be a verb."""
    opened = [label.split() for label in labels if label.split()]
    if sum(is_command(words) for words in opened) >= max(1, len(opened) / 2):
        return True
    firsts = Counter(words[0].lower() for words in opened if len(words) > _MIN_REPEATED)
    return any(count > 1 and is_base_verb(first) for first, count in firsts.items())


_MIN_REPEATED = 3
"""Labels of fewer words that open alike ("Access logs", "Access keys") are things of one kind."""


def _topic_of(spot: Spot, reading: Reading) -> Topic:
    """Give what the labels of a list belong to: the labelled item that it stands in, else the section's topic."""
    first = spot.inside.blocks[0] if spot.inside is not None and spot.inside.blocks else None
    label = reading.labelled(first.text) if isinstance(first, Paragraph) else None
    if label is None:
        return reading.topic(spot.section)
    name = reading.running(label.label.strip().plain)
    return Topic(name, "sentence" if is_sentence(name) else "noun", is_plural(name))


def fact_of(
    reading: Reading,
    where: Found,
    label: Text,
    blocks: tuple[Block, ...],
    *,
    topic: Topic,
    group: str,
    repeated: frozenset[str] = frozenset(),
    among_commands: bool = False,
) -> Fact | None:
    """Make a definition or an entry of a label with its explanation."""
    if reading.foreign:
        return native_fact(where, reading.foreign, label, blocks, topic)
    label = unnumbered_label(label)
    plain = label.plain.strip()
    written, label = label, reading.term(label)
    if _AIM.match(plain) or _TALKS.match(plain):
        return None
    aspect = english.ASPECTS.get(plain.lower(), "")
    if (
        not aspect and key(plain) in repeated and not _STATE.fullmatch(plain)
    ):  # it names an aspect of each thing that it comes back under
        return (
            Entry(where, written, blocks, topic, name=Text.of(reading.plain_noun(plain)), nested=True, attribute=True)
            if topic.form == "noun"
            else None
        )
    if aspect == "definition" and topic.form == "noun":
        return Definition(where, Text.of(topic.words), blocks, "be")
    if aspect:
        return Entry(where, label, blocks, topic, group, aspect) if topic.form == "noun" else None
    first = blocks[0]
    code = label.marked("code") and len(label.runs) == 1
    if (
        is_sentence(plain)
        or (is_command(without_asides(plain).split(), among=among_commands) and not code)
        or (len(plain.split()) > 1 and base_of_third(plain.split()[0]))
    ):
        return Entry(where, written, blocks, topic, group, name=written, among_commands=among_commands)
    if isinstance(first, Paragraph) and _ROW.fullmatch(first.text.plain.strip()):
        return Entry(where, written, blocks, topic, group, name=label)
    if isinstance(first, Paragraph) and defines(first.text, plain):
        if code:
            return Definition(where, label, blocks, plural=False)
        article = reading.article_of(plain) or _article(shown(label), first.text.plain)
        return Definition(where, label, blocks, article=article)
    echoed = _echo(reading, label, first)
    if echoed is not None:
        return Definition(where, label, (Paragraph(echoed, first.span), *blocks[1:]), article=reading.article_of(plain))
    return Entry(where, written, blocks, topic, group, name=label, article=reading.article_of(plain))


_AIM = folded_regex(r"to\s[a-z]+\s", when=starting("to"))
"""A label that is an aim ("To save water") answers what the list is about, and names no thing."""

_STATE = lazy_regex(r"\w+(?:ed|ing)", re.IGNORECASE)
"""A label that says how a thing is ("Deprecated") names no attribute of it."""
_NUMBER = lazy_regex(r"[\s\ufffc]*\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[^\W\d])")


_ATTRIBUTES = lazy_regex(r"\s?\{\s?[#.:][^{}]*\}\s*$", when=ending("}"))
"""What some site generators take for a link target: "locale { #my-locale }"."""


def unnumbered_label(label: Text) -> Text:
    """Take the number or the emoji off the front of a label ("8.3. Scan the image"), and attributes off its end."""
    attributes = _ATTRIBUTES.search(label.plain)
    if attributes and attributes.start():
        label = label.slice(0, attributes.start()).strip()
    if not label.runs or "code" in label.runs[0].marks:
        return label
    front = _NUMBER.match(label.plain) or _EMOJI.match(label.plain)
    return label.slice(front.end()) if front else label


_EMOJI = lazy_regex(r"[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+\s*(?=\w)")
"""What an author puts before a label for the eye."""


_TALKS = lazy_regex(
    r"(?:it|you|this|we|they|i)(?:['’]\w+)?\s(?:is|are|can|will|have|has|may|should|must|do|don['’]t)\b", re.IGNORECASE
)
"""A label that is a sentence about something named elsewhere ("You are reading ...")."""

_ROW = lazy_regex(
    r"(?:[^\s,.;:]+ ){0,3}[^\s,.;:]+(?:, (?:and |or )?(?:[^\s,.;:]+ ){0,3}[^\s,.;:]+){2,}\.?", when=holding(", ")
)
"""A row of three things or more, none longer than four words: examples or parts, no definition."""
_MASS = lazy_regex(
    r"(?:ing|tion|sion|ment|ness|ity|ism|ics|ance|ence|ware|ship|cy|ry|al|age|ology|graphy|data|s)$", re.IGNORECASE
)


_STUFF = folded_regex(
    r"an?\s(?:[\w-]+\s){0,3}?(?:mixture|liquid|fluid|substance|material|enzyme|metal|alloy|gas|powder|paste|oil|acid|"
    r"protein|fat|sugar|salt|fabric|cloth|stone|mineral|rock|food|drink|disease|feeling|sport|language)\b",
)
"""What is told to be one of these is stuff, and not counted: rennet is an enzyme, slip a mixture."""


def _article(name: str, answer: str) -> str:
    """Give "a" to a common noun that is defined as "a ..."; names and things that are not counted take none."""
    counted = (
        name.islower() and name.isascii() and not _MASS.search(name) and "/" not in name and not _STUFF.match(answer)
    )
    return "a" if counted and re.match(r"an?\s", answer, re.IGNORECASE) else ""


def _echo(reading: Reading, label: Text, first: Block) -> Text | None:
    """Strip "X is" off an explanation that opens with its own label; None where it does not."""
    if not isinstance(first, Paragraph):
        return None
    parts = take_apart(reading.sentences(first.text)[0].text)
    if parts is None or parts.lemma != "be" or key(parts.term.plain) != key(label.plain):
        return None
    if english.EVALUATIVE.match(parts.predicate.plain):
        return None
    rest = first.text.slice(
        len(first.text.plain)
        - len(first.text.plain.split(parts.predicate.plain[:20], 1)[-1])
        - len(parts.predicate.plain[:20])
    )
    return capitalised(rest)


def explains(blocks: tuple[Block, ...]) -> bool:
    """Tell whether the blocks say enough to be an answer."""
    plain = plain_of(blocks).strip()
    if _JUNK.match(plain) or _values(plain) or not _WORDLIKE.search(plain):
        return False
    first = blocks[0]
    if isinstance(first, Paragraph) and first.text.marked("link"):
        return False
    if re.fullmatch(
        r"(?:\w+ )?(?:list|demo|repository|repo|website|site|page|book|video|blog|paper|article|slides)"
        r"(?:, (?:\w+ )?\w+)*\.?",
        plain,
        re.IGNORECASE,
    ):  # says what a link leads to
        return False
    return word_count(plain) >= _MIN_WORDS and not plain.endswith((":", "："))


def _values(plain: str) -> bool:
    """Tell whether an explanation is a row of names with digits ("C6a, C6g | m5.large"), which explains nothing."""
    if not _DIGIT.search(plain):
        return False
    names = _NAMES.findall(plain)
    return sum(bool(_DIGIT.search(name)) for name in names) > len(names) / 2


_DIGIT = lazy_regex(r"\d")
_NAMES = lazy_regex(r"[^\s,|;/]+")
_WORDLIKE = lazy_regex(r"[^\W\d_]{2}")


def _explanation(reading: Reading, rest: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give the block below a label that explains it; a sub-list of labelled items is a set of its own."""
    below = rest[0] if rest else None
    if isinstance(below, Paragraph):
        return rest[:1]
    if isinstance(below, ItemList) and len(below.items) <= _MAX_BELOW and not any(reading.labels_of(below)):
        return rest[:1]
    return ()


_MAX_BELOW = 4
"""A sub-list of more items is a list to be asked, not an explanation."""


def _trusted(block: ItemList, labels: Sequence[Labelled | None]) -> bool:
    """Tell whether the labels are labels: most items have one, or those that have are bold with a separator."""
    count = sum(label is not None for label in labels)
    if any(item.task is not None for item in block.items):
        return False
    return count >= len(labels) / 2 or all(label.style in ("strong", "stop") for label in labels if label)


def group_of(spot: Spot, reading: Reading) -> str:
    """Give the noun for what the labels of a list are, in the singular, with what it is of; "" where none is said."""
    sentence = lead_sentence(spot, reading)
    lead = understand(sentence.plain, reading, spot.section) if sentence else None
    if (lead is None or not lead.noun) and spot.depth == 0:
        lead = lead_of(reading.headings[spot.section]) or lead
        if lead is None:
            return group_of_noun(_first_of_two(reading.headings[spot.section].name))
    return group_of_noun(reading.plain_noun(lead.noun)) if lead else ""


def _first_of_two(name: str) -> str:
    """Give the set that a heading names beside what is done about it: "Problems and troubleshooting", else ""."""
    first, _, second = name.partition(" and ")
    return first.lower() if " " not in f"{first}{second}" and second.endswith("ing") else ""


def group_of_noun(noun: str) -> str:
    """Give the singular of a set's noun with what it is of ("kinds of lanterns": "kind of lantern"), "" for no set."""
    noun = without_the(noun)
    if not noun or noun.lower() in ("things", "information") or noun.lower().startswith("example"):
        return ""
    cut = HEAD_END.search(noun)
    if not english.COMMON_GROUPS.search(noun) or _EXCLUDES.search(noun):
        return ""
    head, tail = (noun[: cut.start()], noun[cut.start() :]) if cut else (noun, "")
    parts = re.sub(r"\w+ and (?=\w+$)", "", head).split()
    parts[-1] = singular(parts[-1]) if parts[-1].islower() or parts[-1].istitle() else parts[-1]
    parts = [part.lower() if part.istitle() and at == 0 else part for at, part in enumerate(parts)]
    if parts[-1] in ("kind", "type", "sort", "form"):
        tail = _OF_SEVERAL.sub(lambda several: several[1] + singular(several[2]), tail)
    group = " ".join(parts) + tail
    return group if len(group.split()) <= 7 else " ".join(parts)


_EXCLUDES = lazy_regex(r"\b(?:not|other|no)\b", when=wording("not other no"))
_OF_SEVERAL = lazy_regex(r"^( of (?:[a-z][\w-]* ){0,2}?)([a-z][\w-]*s)(?=$| (?:in|on|at|for|with|by)\b)")
"""In "kinds of lanterns in small houses" what there are kinds of; one of them is a kind of lantern."""


_KNOWN: WeakKeyDictionary[Reading, frozenset[str]] = WeakKeyDictionary()


def _repeated_labels(reading: Reading) -> frozenset[str]:
    """Give the labels that come back under three or more places; worked out once for each reading."""
    known = _KNOWN.get(reading)
    if known is None:
        known = _KNOWN[reading] = _repeated(reading)
    return known


def _repeated(reading: Reading) -> frozenset[str]:
    """Give the labels that come back under three or more places: attributes, whatever their words (lesson 5)."""
    counts: Counter[str] = Counter()
    for spot in reading.spots:
        if isinstance(spot.block, ItemList):
            counts.update({key(label.label.plain) for label in reading.labels_of(spot.block) if label})
        elif isinstance(spot.block, Paragraph) and spot.inside is None and (label := reading.labelled(spot.block.text)):
            counts[key(label.label.plain)] += 1
    return frozenset(name for name, count in counts.items() if count > 2)
