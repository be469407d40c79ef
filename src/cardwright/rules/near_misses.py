"""What came close to a fact, and what stopped it: for authors who ask why a passage gave no card."""

from __future__ import annotations

from cardwright.core.document import Article, ItemList, Paragraph
from cardwright.rules.definiens import is_definiens
from cardwright.rules.definition_sentence import VERBS
from cardwright.rules.heading_lead import lead_of
from cardwright.rules.items import why_unlisted
from cardwright.rules.lead_in import understand
from cardwright.rules.lead_list import lead_sentence
from cardwright.rules.reading import Reading
from cardwright.rules.spots import Spot
from cardwright.rules.subject import take_apart
from cardwright.rules.terms import is_term, supports


def near_misses(article: Article) -> dict[int, str]:
    """Give, by the first line of a block (1-based, raw file), what stopped the rules that read such blocks."""
    reading = Reading(article)
    if reading.foreign:
        return {}
    out: dict[int, str] = {}
    for spot in reading.spots:
        reason = _reason(spot, reading)
        if reason:
            out.setdefault(spot.block.span.line, reason)
    return out


def _reason(spot: Spot, reading: Reading) -> str:
    heading = reading.headings[spot.section]
    if heading.meta:
        return f"under {heading.name!r} stands no card material"
    if isinstance(spot.block, ItemList):
        return _of_list(spot, spot.block, reading)
    return _of_sentences(spot, spot.block, reading) if isinstance(spot.block, Paragraph) else ""


def _of_list(spot: Spot, block: ItemList, reading: Reading) -> str:
    heading = reading.headings[spot.section]
    unlisted = why_unlisted(block, reading, heading)
    sentence = lead_sentence(spot, reading)
    if sentence is not None and sentence.plain.rstrip().endswith((":", "：")):
        if understand(sentence.plain, reading, spot.section) is None:
            return f"what it lists is not plain from the sentence before it, {sentence.plain!r}"
        return f"it cannot be asked: {unlisted}" if unlisted else ""
    if lead_of(heading) is None:
        return "neither a sentence before it nor its heading says what it lists"
    return f"it cannot be asked: {unlisted}" if unlisted else ""


def _of_sentences(spot: Spot, block: Paragraph, reading: Reading) -> str:
    """Say of the first sentence that has the form of a definition what it lacks."""
    for sentence in reading.sentences(block.text):
        parts = take_apart(sentence.text)
        if parts is None or parts.lemma not in VERBS or not is_term(parts.term.plain):
            continue
        support = supports(parts, reading, spot.section)
        if not is_definiens(parts, support or "recurring", reading):
            return f"what it says of {parts.term.plain!r} is no definition"
        if not support:
            return f"{parts.term.plain!r} stands in no heading and in no emphasis, and comes back too seldom"
    return ""
