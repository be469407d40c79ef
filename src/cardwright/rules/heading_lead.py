"""Takes a heading apart that says what the list under it is: a set, a purpose, a question, commands."""

from __future__ import annotations

import re

from cardwright.core.document import Item, ItemList, Paragraph
from cardwright.core.fact import Lead, Topic
from cardwright.rules import english
from cardwright.rules.headings import Heading, is_clause, is_sentence
from cardwright.rules.labels import item_label
from cardwright.text.english import base_of_gerund, base_of_third, is_base_verb, is_command, is_plural
from cardwright.text.regex import ending, lazy_regex, starting, wording

_HOW = lazy_regex(
    r"^how (?:to|do (?:you|we|i)|does one|can (?:you|we|i|one)|should (?:you|we|i|one)) (?P<rest>.+?)\??$",
    re.IGNORECASE,
    when=starting("how "),
)


_HOW_IS = lazy_regex(r"^how (?P<subject>.+?) (?P<verb>is|are) (?P<rest>.+?)\??$", re.IGNORECASE, when=starting("how "))


_TO = lazy_regex(r"^to (?P<rest>[a-z]+ .+)$", re.IGNORECASE, when=starting("to "))


_WHEN = lazy_regex(r"^when (?:to|should (?:you|we|i)) (?P<rest>.+?)\??$", re.IGNORECASE, when=starting("when "))


_WHY = lazy_regex(
    r"^why (?:do (?:you|we)|should (?:you|we)|to)?\s*(?P<rest>.+?)\??$", re.IGNORECASE, when=starting("why")
)


_WHY_S = lazy_regex(
    r"^why (?!do\b|should\b|to\b|is\b|are\b)(?P<rest>\S+ .+?)\??$", re.IGNORECASE, when=starting("why ")
)


_ASKED = lazy_regex(
    r"^(?:what|which) (?:are|is|were|does|do|kinds?|types?|should|can|makes?|causes?|happens?) .{8,80}\?$",
    re.IGNORECASE,
    when=starting("what ", "which "),
)


HEAD_END = lazy_regex(
    r"\s+(?:of|for|that|which|to|in|with|when|by|on|from|used|needed|required|"
    r"currently|worth|why|how|where|during|before|after|under|not|at|per|expected|"
    r"without|between)\b",
    re.IGNORECASE,
    when=wording(
        "of for that which to in with when by on from used needed required currently worth why how where "
        "during before after under not at per expected without between"
    ),
)


_REMARK = lazy_regex(
    r"\s+\((?:brief|short|optional|in brief|simplified|continued|cont\.?|new|draft|wip)\)$",
    re.IGNORECASE,
    when=ending(")"),
)
"""What authors say of their own section."""


_SUMMARY = lazy_regex(
    r"^(?:a |the )?(?:summary|list|overview|examples?) of (?:the )?",
    re.IGNORECASE,
    when=starting(*"a the summary list overview example".split()),
)


def advice_of(heading: Heading, block: ItemList, topic: Topic) -> Lead | None:
    """Take a list of commands under a command ("Contain the leak": how) or under a thing ("Secrets": what about it)."""
    commands = sum(_is_command(item) for item in block.items)
    name = heading.name.rstrip(".:")
    if re.fullmatch(r"what (?:to|should you) do", name, re.IGNORECASE) and topic.form == "noun":
        return Lead("advice", rest=topic.words)
    if not heading.term or heading.level == 1 or not name:
        return None
    ordered = is_command(name.split())
    share = _SHARE_OF_COMMANDS if ordered else _SHARE_OF_ADVICE
    if commands < share * len(block.items) and not (ordered and block.ordered):
        return None
    if len(name.split()) > 6 or re.search(r"\b(?:checklist|summary|notes|don['’]ts?|dos)\b", name, re.IGNORECASE):
        return None
    if not ordered and (is_sentence(name) or name.lower().startswith("to ")):
        return None
    if ordered:
        return Lead("how", rest=name)
    if block.ordered:
        return Lead("noun", noun="steps", subject=name)
    return Lead("advice", rest=name)


_SHARE_OF_COMMANDS = 0.6
_SHARE_OF_ADVICE = 0.7
"""Of the items under a command, and under a thing that the reader does something about."""
_BEFORE_COMMAND = lazy_regex(
    r"(?:(?:if|when|once|after|before)\s[^,.]{3,60},\s|then,?\s|\w+ly,?\s|also,?\s|first,?\s)+", re.IGNORECASE
)
"""What may stand before the verb of a command."""


def _is_command(item: Item) -> bool:
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph):
        return False
    label = item_label(item.blocks)
    words = _BEFORE_COMMAND.sub("", (label.label if label else first.text).plain, count=1).split()
    return len(words) > 1 and is_command(words, among=True)


_ATTRIBUTE_OF = lazy_regex(r"(?P<aspect>[A-Za-z][a-z-]+(?: [a-z]+)?)(?P<several>\(s\))?: (?P<topic>.{2,40})$")
"""An attribute and what it is of: "Disadvantage(s): steel masts"."""


def _why(rest: str) -> Lead | None:
    """Turn "Why pair programming helps collaboration" and "Why measure anything" into questions."""
    words = rest.split()
    for at in range(1, min(len(words), 5)):
        base = base_of_third(words[at])
        sure = at > 1 and is_base_verb(base, strict=True)
        if base and (sure or not is_base_verb(words[0], strict=True)):
            return Lead(
                "asked", rest=f"Why does {' '.join(words[:at])} {base} {' '.join(words[at + 1 :])}".strip() + "?"
            )
    return Lead("why", rest=rest) if is_base_verb(words[0]) else None


_POINTING = lazy_regex(
    r"\b(?:it|this(?! (?:approach|method|technique|option|pattern|solution|design))|that|them|these|those)\b",
    re.IGNORECASE,
    when=wording("it this that them these those"),
)


def lead_of(heading: Heading, *, named: bool = False, ordered: bool = False) -> Lead | None:
    """Take a heading apart; None where it does not say what a list under it would be.

    `named`: the items of the list are labelled, so that a plain plural ("Shapes") names their kind. `ordered`: the list
    is numbered, so that under a plural that is no group it holds steps.
    """
    name = _REMARK.sub("", _SUMMARY.sub("", heading.name.rstrip(".:")))
    if heading.aspect:
        return Lead("noun", noun=heading.aspect) if is_plural(heading.aspect) else None
    if heading.generic or not name:
        return None
    if of := _ATTRIBUTE_OF.match(name):
        aspect = english.ASPECTS.get(of["aspect"].lower(), "") or english.ASPECTS.get(of["aspect"].lower() + "s", "")
        if is_plural(aspect) or (aspect and of["several"]):
            return Lead("noun", noun=aspect if is_plural(aspect) else aspect + "s", subject=of["topic"])
    name = name.partition(": ")[0]
    if _POINTING.search(name):
        return None
    if how := _HOW.match(name):
        return Lead("how", rest=how["rest"])
    if how := _HOW_IS.match(name):
        return Lead("asked", rest=f"How {how['verb'].lower()} {how['subject']} {how['rest']}?")
    if when := _WHEN.match(name):
        return Lead("when", rest=when["rest"])
    if why := _WHY_S.match(name):
        return _why(why["rest"])
    if why := _WHY.match(name):
        return Lead("why", rest=why["rest"]) if is_base_verb(why["rest"].split()[0]) else None
    if heading.what_is and not is_plural(heading.term):
        return None
    if heading.question:
        return Lead("asked", rest=name) if _ASKED.match(name) else None
    if to := _TO.match(name):
        return Lead("how", rest=to["rest"])
    return Lead("noun", noun=name) if _is_set(name, named=named, ordered=ordered) else None


def _is_set(name: str, *, named: bool, ordered: bool) -> bool:
    """Tell whether a heading is a plural that names what the items of a list are."""
    head = HEAD_END.split(name)[0]
    if base_of_gerund(name.split(maxsplit=1)[0]) and not english.COMMON_GROUPS.fullmatch(head.split()[-1]):
        return False  # "Handling complaints" is no set
    last = head.split()[-1]
    command = is_base_verb(name.split(maxsplit=1)[0], strict=len(name.split()) < 3)
    if is_clause(name) or not is_plural(head) or command or name.lower().startswith(("any ", "no ", "our ")):
        return False
    if not english.COMMON_GROUPS.fullmatch(last) and (ordered or re.search(r"[,&]| and ", head)):
        return False
    return bool(english.COMMON_GROUPS.fullmatch(last)) or len(head.split()) > 1 or named
