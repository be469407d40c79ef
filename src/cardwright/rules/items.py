"""What the items of a list are, and whether the list can be asked at all."""

from __future__ import annotations

from dataclasses import replace

from cardwright.core.document import CodeBlock, DefinitionList, Item, ItemList, Paragraph, Table, Text
from cardwright.core.note import NoteItem
from cardwright.rules.base import word_count
from cardwright.rules.columns import columns_of
from cardwright.rules.headings import Heading
from cardwright.rules.reading import Reading
from cardwright.rules.spots import Spot
from cardwright.text.regex import folded_regex, lazy_regex, starting

MIN_ITEMS = 2
MAX_ITEMS = 20
"""Longer lists are references, not knowledge; labelled lists of skills have up to 17 items."""

MAX_ITEM_WORDS = 25
"""A longer item is cut at its first sentence or clause, or the list is not asked (test Q01 for a cloze)."""

_CUT_WORDS = 15
"""A longer item shows its first clause, where it has several."""
_MEAN_WORDS = 18
"""Items longer than that on average are sentences to be read, not a set to be known (blind readers keep none)."""
_SETUP = folded_regex(
    r"^(?:click|open|run|install|type|select|go to|download|clone|press|navigate|"
    r"sign (?:in|up)|log ?in|enter|choose file|"
    r"copy|paste|cd|git|npm|pip|sudo|visit|check out|read|watch|complete|fork|star|subscribe|follow us|join)\b",
    when=starting(
        *"click open run install type select go download clone press navigate sign log enter choose copy".split(),
        *"paste cd git npm pip sudo visit check read watch complete fork star subscribe follow join".split(),
    ),
)
_CLAUSE_END = lazy_regex(
    r"\s[-–—]{1,2}\s|[;:]\s|\s\(|,\s(?:which|where|who|so that|including|such as|"
    r"e\.g\.|for example|because|since|as|but|and then)\b|\ssuch as\b"
)


def note_items(block: ItemList, reading: Reading) -> tuple[NoteItem, ...]:
    """Give the items as a list card shows them: their labels where most have one, else their first words."""
    labels = reading.labels_of(block)
    by_label = sum(label is not None for label in labels) > len(labels) / 2
    out: list[NoteItem] = []
    for item, label in zip(block.items, labels, strict=True):
        first = item.blocks[0] if item.blocks else None
        if not isinstance(first, Paragraph):
            continue
        text = label.label if label and by_label else _short(first.text, reading)
        text = _unshouted(text.strip(" ;,:："))
        if text.plain.strip():
            out.append(NoteItem(text, item.span))
    return tuple(out)


def _unshouted(text: Text) -> Text:
    """Take the emphasis off an item that is emphasised as a whole: where all is bold, nothing is."""
    if not (text.marked("strong") or text.marked("em")):
        return text
    return Text(tuple(replace(run, marks=run.marks - {"strong", "em"}) for run in text.runs))


def listed(spot: Spot, reading: Reading, *, links: bool = False) -> tuple[NoteItem, ...]:
    """Give the items of whatever stands as a list: a list, a definition list, or a run of labelled paragraphs.

    Nothing where it cannot be asked.
    """
    block = spot.block
    heading = reading.headings[spot.section]
    if isinstance(block, ItemList):
        return note_items(block, reading) if listable(block, reading, heading, links=links) else ()
    if isinstance(block, DefinitionList):
        items = [NoteItem(entry.term.strip(" :"), entry.span) for entry in block.entries]
    elif isinstance(block, Table):
        columns = columns_of(block)
        items = [NoteItem(row.cells[columns[0]].strip(" :"), row.span) for row in block.rows] if columns else []
    elif isinstance(block, Paragraph) and spot.inside is None:
        items = _labelled_run(spot, reading)
    else:
        return ()
    names = {item.plain for item in items}
    return tuple(items) if MIN_ITEMS <= len(items) <= MAX_ITEMS and len(names) == len(items) else ()


def _labelled_run(spot: Spot, reading: Reading) -> list[NoteItem]:
    """Give the labels of the labelled paragraphs that follow one another from here."""
    out: list[NoteItem] = []
    for block in reading.sections[spot.section].blocks[spot.number :]:
        label = reading.labelled(block.text) if isinstance(block, Paragraph) else None
        if label is None or not isinstance(block, Paragraph) or not label.body:
            break
        out.append(NoteItem(label.label.strip(" :"), block.span))
    return out


def _short(text: Text, reading: Reading) -> Text:
    parts = reading.sentences(text)
    if len(parts) > 1 and word_count(text.plain) > MAX_ITEM_WORDS // 2:
        text = parts[0].text
    named = _NAMED.match(text.plain)
    if named and word_count(text.plain) > MAX_ITEM_WORDS // 2:
        return text.slice(0, named.end("name"))
    if word_count(text.plain) > _CUT_WORDS:
        cut = _CLAUSE_END.search(text.plain, 25)
        if cut:
            text = text.slice(0, cut.start())
    return text.strip().slice(_NUMBERED.match(text.strip().plain).end())  # type: ignore[union-attr]


_NAMED = lazy_regex(r"(?P<name>(?:[^\s:,;.]+\s){1,4}[^\s:,;.]+):\s(?=\S)")
"""What stands before the colon of a long item: "Onboarding engineers: access, environments, repositories"."""

_NUMBERED = lazy_regex(r"(?:\d{1,2}[.)]\s+(?=\D))?")
"""A number that the author wrote by hand into the item; matches always."""


def listable(block: ItemList, reading: Reading, heading: Heading, *, links: bool = False) -> bool:
    """Tell whether a list can be asked; `links`: the lead-in counts the items, so that links will do."""
    return not why_unlisted(block, reading, heading, links=links)


def why_unlisted(block: ItemList, reading: Reading, heading: Heading, *, links: bool = False) -> str:
    """Say why a list cannot be asked, in words that go on after "it cannot be asked:"; "" where it can."""
    items = note_items(block, reading)
    texts = [item.text for item in items]
    plain = [text.plain for text in texts]
    half = len(items) / 2
    mean = sum(word_count(p) for p in plain) / max(1, len(plain))
    long = sum(word_count(p) > MAX_ITEM_WORDS + 10 for p in plain)
    tests = (
        (not MIN_ITEMS <= len(items) <= MAX_ITEMS, f"a list of {len(items)} is not of {MIN_ITEMS} to {MAX_ITEMS}"),
        (len(items) < len(block.items), "an item has no text of its own"),
        (any(item.task is not None for item in block.items), "its items are tasks to tick"),
        (not links and sum(t.marked("link") for t in texts) > half and not _described(block), "its items are links"),
        (sum(bool(_SETUP.match(p)) for p in plain) >= half, "its items are steps of a set-up"),
        (sum(_holds_code(item) for item in block.items) > half, "its items are explained by code"),
        (any("\ufffc" in p for p in plain), "an item is a picture"),
        (len(set(plain)) < len(plain), "an item stands in it twice"),
        (sum(p.rstrip().endswith("?") for p in plain) > half and not heading.name, "its items are questions"),
        (mean > _MEAN_WORDS, f"its items have {mean:.0f} words on average, more than {_MEAN_WORDS}"),
        (long > len(plain) / 4 or any(word_count(p) > 2 * MAX_ITEM_WORDS for p in plain), "an item is too long"),
    )
    return next((reason for failed, reason in tests if failed), "")


def _holds_code(item: Item) -> bool:
    return any(isinstance(block, CodeBlock) for block in item.blocks)


def _described(block: ItemList) -> bool:
    """Tell whether link items say something beside their links."""
    return all(
        isinstance(item.blocks[0], Paragraph) and not item.blocks[0].text.marked("link")
        for item in block.items
        if item.blocks
    )
