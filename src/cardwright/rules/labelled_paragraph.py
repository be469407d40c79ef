"""A labelled paragraph, or a bold heading with its text: `**Keel:** the beam along the bottom of a boat`."""

from __future__ import annotations

from collections.abc import Iterator

from cardwright.core.document import Inline, ItemList, Paragraph, Text
from cardwright.core.fact import Fact, Topic
from cardwright.rules.base import Reads, answer_blocks, found
from cardwright.rules.labelled_item import _repeated_labels, explains, fact_of
from cardwright.rules.labels import Labelled, labelled
from cardwright.rules.reading import Reading
from cardwright.rules.spots import Spot
from cardwright.text.normal import key

_BOLD = 7


class LabelledParagraph:
    """Reads paragraphs that open with a bold label, and what stands under bold headings that an earlier list named.

    `**Keel:** The beam along the bottom of a boat.` gives "What is a keel?".
    Not taken: remarks ("Note: ..."), plain labels, a bold heading that nothing announced.
    Source: labelled articles; where an earlier list names the label nearly always right.
    """

    name = "labelled-paragraph"
    reads: Reads = ""
    confidence = 0.92

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give a fact for each labelled paragraph."""
        repeated = _repeated_labels(reading)
        announced = announced_labels(reading)
        for spot in reading.spots:
            if reading.headings[spot.section].meta or spot.inside is not None or not isinstance(spot.block, Paragraph):
                continue
            label = reading.labelled(spot.block.text)
            section = reading.headings[spot.section]
            named = label is not None and key(label.label.plain) in announced
            if several := _lines(spot.block):
                yield from self._lines(reading, spot, several, repeated)
                continue
            if label is None or not label.body or label.style in ("link", "code", "alone"):
                if section.level == _BOLD and spot.number == 0:
                    yield from self._under_bold(reading, spot, announced, repeated)
                continue
            if label.style in ("plain", "em") and not named and not _has_company(reading, spot):
                continue
            blocks = answer_blocks(reading, label.body)
            if not blocks or not explains(blocks):
                continue
            topic, group = announced.get(key(label.label.plain), (reading.topic(spot.section), ""))
            where = found(
                self.name,
                reading,
                spot.section,
                [label.label, *[b.span for b in blocks]],
                evidence=f"label {label.label.plain!r}" + (", named in a list above" if named else ""),
                confidence=self.confidence if named else self.confidence - 0.03,
                claims=(f"p{spot.block.span.line}",),
            )
            fact = fact_of(reading, where, label.label, blocks, topic=topic, group=group, repeated=repeated)
            if fact is not None:
                yield fact

    def _lines(self, reading: Reading, spot: Spot, labels: list[Labelled], repeated: frozenset[str]) -> Iterator[Fact]:
        for number, label in enumerate(labels):
            blocks = answer_blocks(reading, label.body)
            if not blocks or not explains(blocks):
                continue
            where = found(
                self.name,
                reading,
                spot.section,
                [label.label, *[b.span for b in blocks]],
                evidence=f"label {label.label.plain!r} on a line of its own",
                confidence=self.confidence - 0.04,
                claims=(f"p{spot.block.span.line}:{number}",),
            )
            topic = reading.topic(spot.section)
            fact = fact_of(reading, where, label.label, blocks, topic=topic, group="", repeated=repeated)
            if fact is not None:
                yield fact

    def _under_bold(
        self, reading: Reading, spot: Spot, announced: dict[str, tuple[Topic, str]], repeated: frozenset[str]
    ) -> Iterator[Fact]:
        title = reading.sections[spot.section].title
        name = key(title.plain)
        assert isinstance(spot.block, Paragraph)  # noqa: S101 - the caller has looked
        if name not in announced:
            return
        blocks = answer_blocks(reading, spot.block.text)
        if not blocks or not explains(blocks):
            return
        topic, group = announced[name]
        where = found(
            self.name,
            reading,
            spot.section,
            [title, *[b.span for b in blocks]],
            evidence=f"bold heading {title.plain!r}, named in a list above",
            confidence=self.confidence,
            claims=(f"p{spot.block.span.line}",),
        )
        fact = fact_of(reading, where, title, blocks, topic=topic, group=group, repeated=repeated)
        if fact is not None:
            yield fact


def _has_company(reading: Reading, spot: Spot) -> bool:
    """Tell whether a neighbour of a plain-labelled paragraph is labelled too: one alone is a sentence with a colon."""
    for block in (spot.before, spot.after):
        if isinstance(block, Paragraph) and (label := reading.labelled(block.text)) and label.body:
            return True
    return False


def _lines(block: Paragraph) -> list[Labelled]:
    """Give the labels of a paragraph each line of which is labelled; nothing where a line is not."""
    lines: dict[int, list[Inline]] = {}
    for run in block.text.runs:
        if run.line != run.end_line:
            return []
        lines.setdefault(run.line, []).append(run)
    if len(lines) < 2:
        return []
    labels = [labelled(Text(tuple(runs)).strip()) for runs in lines.values()]
    return [label for label in labels if label and label.body] if all(label and label.body for label in labels) else []


def announced_labels(reading: Reading) -> dict[str, tuple[Topic, str]]:
    """Give the items of earlier lists that are nothing but a name, by key, with their list's topic and group."""
    from cardwright.rules.labelled_item import group_of  # noqa: PLC0415

    out: dict[str, tuple[Topic, str]] = {}
    for spot in reading.spots:
        if not isinstance(spot.block, ItemList) or spot.depth:
            continue
        names = [
            item.blocks[0].text.plain
            for item in spot.block.items
            if len(item.blocks) == 1
            and isinstance(item.blocks[0], Paragraph)
            and reading.labelled(item.blocks[0].text) is None
        ]
        if len(names) < len(spot.block.items):
            continue
        topic, group = reading.topic(spot.section), group_of(spot, reading) if names else ""
        for name in names:
            out.setdefault(key(name), (topic, group))
    return out
