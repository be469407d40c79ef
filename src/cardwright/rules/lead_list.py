"""A list after a sentence that says what it lists: "The warden is responsible for:"."""

from __future__ import annotations

from collections.abc import Iterator

from cardwright.core.document import DefinitionList, ItemList, Paragraph, Table
from cardwright.core.fact import Enumeration, Fact
from cardwright.rules.base import Reads, found
from cardwright.rules.items import listed
from cardwright.rules.lead_in import understand
from cardwright.rules.reading import Reading, Sentence
from cardwright.rules.spots import Spot
from cardwright.rules.subject import take_apart
from cardwright.rules.terms import is_term
from cardwright.text.regex import WordSet


class LeadList:
    """Reads a list whose lead-in sentence was understood, inside items too.

    "The warden is responsible for:" and three items give "What is the warden responsible for?".
    Not taken: "Note:" and other remarks; a lead-in with an object of its own ("supports the team:"); links; tasks.
    Source: labelled articles, precision 0.96.
    """

    name = "lead-list"
    reads: Reads = "en"
    confidence = 0.95

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the lists that a sentence announces."""
        for spot in reading.spots:
            if reading.headings[spot.section].meta or not isinstance(
                spot.block, (ItemList, DefinitionList, Table, Paragraph)
            ):
                continue
            sentence = lead_sentence(spot, reading)
            if sentence is None:
                continue
            antecedent = _antecedent(spot, reading) if _SAYS_IT.search(sentence.plain) else ""
            lead = understand(sentence.plain, reading, spot.section, antecedent=antecedent)
            items = listed(spot, reading, links=bool(lead.count)) if lead else ()
            if lead is None or not items:
                continue
            yield Enumeration(
                found(
                    self.name,
                    reading,
                    spot.section,
                    [sentence.text, spot.block.span, *[item.span for item in items]],
                    evidence=f"lead-in {sentence.plain!r}",
                    confidence=self.confidence,
                    claims=(f"l{spot.block.span.line}", sentence.claim),
                ),
                lead,
                reading.topic(spot.section),
                items,
                isinstance(spot.block, ItemList) and spot.block.ordered,
            )


def lead_sentence(spot: Spot, reading: Reading) -> Sentence | None:
    """Give the last sentence of the paragraph before a list, without its label ("General Eligibility: all ...")."""
    before = spot.before
    if not isinstance(before, Paragraph):
        return None
    text = before.text
    label = reading.labelled(text)
    if label and label.body and label.body.plain.rstrip().endswith((":", "：")):
        text = label.body
    parts = reading.sentences(text)
    return parts[-1] if parts else None


_SAYS_IT = WordSet("it they")


def _antecedent(spot: Spot, reading: Reading) -> str:
    """Give the subject of the sentence before the lead-in, with its article, "" where it can be no term."""
    parts = reading.sentences(spot.before.text) if isinstance(spot.before, Paragraph) else ()
    before = take_apart(parts[-2].text) if len(parts) > 1 else None
    if before is None or before.aliases or not is_term(before.term.plain):
        return ""
    return f"{before.article} {before.term.plain}".strip()
