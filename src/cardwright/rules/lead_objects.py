"""What stands at the end of a lead-in: "the following five questions", "three major duties", nothing yet."""

from __future__ import annotations

import re

from cardwright.rules import english
from cardwright.rules.lead_words import (
    FOLLOWING,
    MIXTURE,
    OBJECT,
    PREPOSITION_END,
)
from cardwright.text.english import is_base_verb, is_plural


def cut_following(text: str) -> tuple[str, str, str]:
    """Cut "the following five questions" off the end; give the rest, the noun and the number."""
    found = FOLLOWING.search(text)
    if not found:
        return text.strip(), "", ""
    noun = re.sub(r"^(?:sequence|set|list|series|group|kinds?|types?) of ", "", found["noun"].strip())
    if noun and not (is_plural(noun) or english.COMMON_GROUPS.search(noun) or noun.lower() in ("information", "data")):
        return text.strip(), "", ""
    if noun.lower() in ("ways", "way", "order", "things", "points", "steps", "format", "example", "examples"):
        noun = ""
    return MIXTURE.sub("", text[: found.start()].strip()), noun, exact_count(found["count"] or "")


def cut_object(rest: str) -> tuple[str, str, str]:
    """Cut a counted or grouping object off the end: "performs three major duties", "include basic response metrics"."""
    found = OBJECT.search(rest)
    if not found or not is_plural(found["noun"]):
        return rest, "", ""
    count = exact_count(found["count"] or "")
    last = found["noun"].split()[-1]
    if not count and not english.COMMON_GROUPS.fullmatch(last):
        return rest, "", ""
    first, _, others = found["noun"].partition(" ")
    if others and is_base_verb(first, strict=True) and not rest[: found.start()].strip():
        return first, others, count
    return rest[: found.start()].strip(), found["noun"], count


def is_open_ended(rest: str, noun: str) -> bool:
    """Tell whether a predicate lacks its object, so that the list can be it."""
    if noun or not rest or PREPOSITION_END.search(rest):
        return True
    last = rest.rsplit(maxsplit=1)[-1].lower()
    return last in ("do", "be", "you", "us", "include", "ask", "have") or is_base_verb(last, strict=True)


def is_plural_noun(noun: str) -> bool:
    """Tell whether a noun phrase is plural by its head."""
    head = re.split(
        r"\s+(?:of|for|that|which|to|in|with|when|by|on|from|why|how|where|used|needed|required|you|we|one|people)\s+",
        noun,
    )[0]
    return is_plural(head) or head.lower().split()[-1] in ("criteria", "series")


def exact_count(count: str) -> str:
    """Give a count that says how many, in lower case; "" for "several" and its like."""
    return (
        count.lower()
        if re.fullmatch(r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}", count, re.IGNORECASE)
        else ""
    )


def without_quantifier(subject: str) -> str:
    """Give a subject without "many", "most", "some" and their like."""
    return re.sub(r"^(?:many|most|some|all|several|the following)\s+", "", subject, flags=re.IGNORECASE)
