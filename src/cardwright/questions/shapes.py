"""What an explanation opens with, which its question hangs on: "To V", "V-s", a command, a noun phrase, a sentence."""

from __future__ import annotations

import re

from cardwright.core.document import Block, Paragraph
from cardwright.text.english import base_of_gerund, base_of_third, is_base_verb


def shape_of(answer: tuple[Block, ...]) -> str:
    """Say what an explanation opens with: purpose ("To V"), third ("V-s"), gerund, command, thing or sentence."""
    first = answer[0]
    if not isinstance(first, Paragraph):
        return "sentence"
    plain = first.text.plain.lstrip("\"“'‘( ")
    words = plain.split()
    if not words:
        return "sentence"
    if len(words) > 2 and words[0].lower().endswith("ly") and is_base_verb(words[1]):  # "Regularly take snapshots"
        words = words[1:]
    lead = words[0].strip(",.:;").lower()
    if lead == "to" and len(words) > 1 and is_base_verb(words[1]) and "," not in " ".join(words[:12]):
        return "purpose"
    if first.text.plain.rstrip().endswith("?"):
        return "question"
    if lead in ("this", "it") and len(words) > 2 and base_of_third(words[1]) and words[1] not in ("is", "has"):
        return "third"
    if _is_list(plain):
        return "command" if is_base_verb(lead, strict=True) else "list"
    if _MEASURES.match(plain) and not _SAYS.search(plain):
        return "thing"
    if (
        base_of_third(lead)
        and lead not in ("is", "has")
        and (len(words) < 2 or words[1].lower() not in ("is", "are", "of"))
    ):
        return "third"
    if base_of_gerund(lead) and not re.match(r"\w+\s+(?:is|are|was|were|can|helps|allows|makes)\b", plain):
        return "gerund"
    if len(words) > 2 and is_base_verb(lead, strict=words[1].lower() not in ("a", "an", "the", "all", "your", "any")):
        return "command"
    if re.match(r"(?:these|this|it|they) (?:is|are) (?:an?|the)?\b", plain, re.IGNORECASE):
        return "thing"
    if _is_phrase(plain):
        return "phrase"
    return "sentence"


def _is_phrase(plain: str) -> bool:
    """Tell whether an explanation opens with a noun phrase that tells what the thing is: "A site that is kept warm"."""
    opening = _PHRASE.match(plain)
    if not opening:
        return False
    clause = _RELATIVES.split(re.split(r"[.;:,](?:\s|$)", plain[opening.end() :])[0])[0]
    noun = _PREPOSITIONS.split(clause)[0]
    return not _SAYS.search(clause) and not any(base_of_third(word) for word in noun.split()[1:-1])


_PHRASE = re.compile(
    r"an?\s(?=\w)|the\s(?=\w{3,}est\s)"
    r"|the\s(?=(?:\w+\s){1,3}(?:that|which|who|of|to|held|for|in which|where|when|\w{3,}ed|\w{3,}ing)\b)"
    r"|(?:number|percentage|amount|set|group|type|kind|form|part|collection|process|act|ability|person|people|everyone"
    r"|someone|anyone|something|anything|how (?:much|many|often|long|far|well))\s(?:of|who|that|which|to|\w+)\b",
    re.IGNORECASE,
)
_RELATIVES = re.compile(r"\s(?:that|which|who|whose|where|when|you|we|they|used|\w{3,}ed|\w{3,}ing)\b")
_PREPOSITIONS = re.compile(r"\s(?:of|for|to|in|with|from|by|between|on)\b")


def _is_list(plain: str) -> bool:
    """Tell whether an explanation is but a row of things: "soil, water and light"."""
    parts = re.split(r",\s+(?:and |or )?|\s+(?:and|or)\s+(?=[^,]*$)", plain.rstrip(". "))
    return len(parts) > 2 and all(0 < len(part.split()) <= 4 for part in parts) and not _SAYS.search(plain)


_MEASURES = re.compile(r"(?:an?|the)\s(?:\w+\s){1,2}of\s", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:is|are|was|were|can|should|must|will|may|has|have)\b", re.IGNORECASE)
