"""The article of a name that its text gives none: "a" before a common noun that is explained as one of many."""

from __future__ import annotations

import re

from cardwright.text.english import with_article
from cardwright.text.regex import lazy_regex

_COUNTED = lazy_regex(r"\w{2,}(?:er|or|ee|ist|ian|ant|ator|man|party|person|point|item|site|test|plan|list|unit)$")
"""Heads of names that are counted: who does something or has it done to him, and things of which there are many."""
_NOT_COUNTED = lazy_regex(
    r"(?:paper|water|power|order|matter|weather|rubber|copper|silver|leather|labor|labour|honor|humor)$"
)
_ONE_OF_MANY = lazy_regex(
    r"(?:an?|any|one|the (?:person|party|one|place|part|point|moment|time|day|member|role))\s", re.IGNORECASE
)


def counted_article(name: str, answer: str) -> str:
    """Give "a" or "an" for a common noun that its answer tells to be one of many ("a rope that ..."), else ""."""
    head = re.split(r"\s(?:of|for|in|to|on|with)\s|[(]", name)[0].strip()
    if (
        not head.islower()
        or not name.isascii()
        or "/" in name
        or not _COUNTED.search(head)
        or _NOT_COUNTED.search(head)
    ):
        return ""
    return with_article(name).split(maxsplit=1)[0] if _ONE_OF_MANY.match(answer) else ""
