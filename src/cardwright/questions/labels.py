"""What a label is by its words: a command, a condition, a trait, a comparison, something done, or a thing."""

from __future__ import annotations

import re
from typing import Literal

from cardwright.core.document import Text, shown
from cardwright.text.english import AUXILIARIES, base_of_gerund, base_of_third, is_command
from cardwright.text.normal import without_asides
from cardwright.text.regex import lazy_regex, wording

LabelKind = Literal["command", "condition", "trait", "comparison", "act", "clause", "thing"]

_SAYS = lazy_regex(r"\b(?:is|are|you|your|can|should|must|will|it)\b")
_LONGEST_NAME = 5
"""Words; a longer label that opens with no verb says something."""


def label_kind(label: Text, *, among_commands: bool = False) -> LabelKind:
    """Say what a label is by its words; code is always a thing.

    "Wash the deck" is a command, "If the mast breaks" a condition, "keeps the boat upright" a trait, "Lighter than oak"
    a comparison, "Washing decks" an act, "Sails are cheap" a clause, "Rudder" a thing. `among_commands`: the labels
    beside it are commands.
    """
    if label.marked("code"):
        return "thing"
    plain = without_asides(shown(label)).strip(" .:!")
    words = plain.split()
    if not words:
        return "thing"
    first = words[0].lower().strip(",")
    if first in ("if", "when", "whenever", "unless") and len(words) > 2:
        return "condition"
    if len(words) > 1 and base_of_third(first) and _goes_on(words):
        return "trait"
    if _COMPARES.match(plain):
        return "comparison"
    if is_command(words, among=among_commands):
        return "command"
    if base_of_gerund(first) and len(words) > 1:
        return "act"
    if len(words) > _LONGEST_NAME and _SAYS.search(plain):
        return "clause"
    return "clause" if _CLAUSE.search(plain) else "thing"


_COMPARES = lazy_regex(
    r"(?:more|less|better|worse|\w{3,}er) \b(?:\w+ ){0,3}than\b", re.IGNORECASE, when=wording("than")
)
_CLAUSE = lazy_regex(r"\b(?:is|are|you|can|should|must|will)\b", when=wording("is are you can should must will"))


def _goes_on(words: list[str]) -> bool:
    """Tell whether a word like "keeps" is the verb of the label: an object follows it, and no other verb."""
    rest = words[1:]
    if rest[0].lower() in AUXILIARIES:
        return False
    return words[0].islower() or (rest[0].islower() and rest[0] not in ("of", "and", "or", "in", "for", "on", "at"))
