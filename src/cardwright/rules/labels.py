"""Reads labelled text in every notation: `**Term**: text`, `Term - text`, `` `code` ``: text, bold alone, ...

One parser for items, paragraphs and table cells; the rules decide what a label is worth.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from cardwright.core.document import ItemList, Mark, Paragraph, Text
from cardwright.core.record import dataclass
from cardwright.rules import english
from cardwright.text.english import is_base_verb, is_plural
from cardwright.text.regex import ending, folded_regex, holding, lazy_regex, starting, wording

Style = Literal["strong", "em", "code", "link", "plain", "alone", "stop"]

_SEPARATOR = lazy_regex(r"\s*(?:[:：]|\s[-–—]{1,3}(?=\s)|(?<=\S)\s?[–—]\s?|\s?--\s)\s*")
_PARENTHESIS = lazy_regex(r"\s*(?:[(（\[][^()（）\[\]]{1,80}[)）\]])?")
_PLAIN = lazy_regex(
    r"(?P<label>[^\s:：.!?;–—(（-](?:[^:：!?;–—\n]|(?<=\w)[-–](?=\w)){0,58}?(?:\s?[(（][^()（）]{1,40}[)）])?)"
    r"(?:(?P<colon>\s?[:：])(?=\s|$|[^\x00-\x7f])|\s+(?:[-–—]|--)\s+|(?<=\w)[–—](?=\w))\s*",
    when=lambda text: ":" in text or "：" in text or "–" in text or "—" in text or _has_spaced_hyphen(text),
)
_SAYS = folded_regex(
    r"^(?:there|here|this|these|it|we|you|they|i)\b|\b(?:is|are|was|were|we|you)\b",
    when=wording("there here this these it we you they i is are was were"),
)
"""A clause before a colon announces something; it is no label."""
_STOP = lazy_regex(r"(?:(?:It|They|This)\s+(?=[a-z]+s\b))?(?P<label>[^\s.!?:;(][^.!?:;]{1,75})[.!]\s+(?=[A-Z])")
_MAX_LABEL_WORDS = 12
_MAX_PLAIN_WORDS = 9
"""A plain label is short (6,000 items `Term: text`: 99 % have nine words or fewer)."""
_MAX_STOP_WORDS = 9
"""A first sentence of more words is the explanation itself."""
_LEADING: tuple[Mark, ...] = ("strong", "code", "em", "link")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and the text after it on its lines; `body` is empty where the explanation stands below.

    `offset` is where the body begins in the text's plain form.
    """

    label: Text
    body: Text
    style: Style
    colon: bool = False


def _has_spaced_hyphen(text: str) -> bool:
    return "-" in text and any(part[-1:].isspace() for part in text.split("-")[:-1])


def labelled(text: Text) -> Labelled | None:
    """Take a label off the front of a text; None where there is none."""
    text = text.strip()
    if not text.runs:
        return None
    for mark in _LEADING:
        if mark in text.runs[0].marks:
            found = _marked(text, mark)
            if found:
                return found if usable(found) else None
    found = _plain(text)
    return found if found and usable(found) else None


def stopped(text: Text, *, most: int = _MAX_STOP_WORDS) -> Labelled | None:
    """Take a short first sentence off the front as a label: `Verbal. Epithets; ...`, `It saves time. A crew ...`."""
    found = _STOP.match(text.plain)
    if not found or len(found["label"].split()) > most or len(found["label"].split()[-1]) == 1:
        return None
    return Labelled(text.slice(found.start("label"), found.end("label")), text.slice(found.end()), "stop")


_LETTER = lazy_regex(r"\w")
_NUMBERED = lazy_regex(
    r"(?:step |part |example |figure |table |exercise |question |day |week )?[\d.]+\Z",
    when=lambda text: text[-1:].isdecimal() or text.endswith("."),
)


def usable(found: Labelled) -> bool:
    """Tell whether the label can name something: not a remark ("Note:"), not empty, not a sentence's length."""
    name = found.label.plain.strip().strip(":：").lower()
    code = found.label.marked("code")  # of code every sign and every word is a name: `@`, `where`, `input`
    return (
        (bool(_LETTER.search(name)) or (code and bool(name)))
        and (code or name not in english.NEVER_LABELS)
        and len(name.split()) <= _MAX_LABEL_WORDS
        and not _NUMBERED.fullmatch(name)
        and name not in ("http", "https")
        and not name.startswith("www.")
        and not (name.startswith(("example ", "sample ")) and not is_plural(name))  # the caption of what stands below
        and "\ufffc" not in name
        and "?" not in name[:-1]
    )


_ENDS_IN_SIGN = lazy_regex(r"\s*[:：–—-]\s*$", when=ending(*":：–—-"))
_COLON_WITHIN = lazy_regex(r"[:：]\s", when=holding(":", "："))
_STOP_SIGN = lazy_regex(r"[.!]\s+(?=[A-Z])", when=starting(".", "!"))
_CAPITAL = lazy_regex(r"\s+[A-Z]\w*\s")
_WHICH = lazy_regex(r",?\s+(?:which|that)\s+(?=\w+s\b)", when=holding("which", "that"))


def usable_code(title: Text) -> bool:
    """Tell whether a heading is a piece of code as a whole, up to its arguments."""
    plain = title.plain.strip()
    return (
        bool(re.match(r"[\w.@$%&*<\[{\"'/~+!?-]", plain))
        and "code" in title.runs[0].marks
        and len(title.runs[0].plain) > len(plain) / 2
    )


def _marked(text: Text, mark: Mark) -> Labelled | None:
    end = 0
    for run in text.runs:  # the label: all leading runs that carry the mark, through blanks and code within
        if mark in run.marks or ("code" in run.marks and mark == "strong"):
            end += len(run.plain)
        else:
            break
    plain = text.plain
    rest = plain[end:]
    if end and plain[end - 1].isalnum() and rest[:1].isalnum():
        return None  # emphasis inside of a word: **S**top
    whole = text.slice(0, end).strip()
    inside = _ENDS_IN_SIGN.search(whole.plain)
    if inside:
        return Labelled(whole.slice(0, inside.start()).strip(), text.slice(end).strip(), mark_style(mark), colon=True)
    early = (
        _COLON_WITHIN.search(whole.plain) if mark == "strong" and len(whole.plain.split()) > _MAX_PLAIN_WORDS else None
    )
    if early:
        return None
    if not rest.strip():
        label = whole.strip(".。")
        return Labelled(label, Text(), "alone") if mark in ("strong", "code", "link") else None
    stop = _STOP_SIGN.match(rest)
    if stop and len(whole.plain.split()) <= _MAX_STOP_WORDS:
        return Labelled(whole, text.slice(end + stop.end()).strip(), mark_style(mark))
    if mark == "strong" and _CAPITAL.match(rest) and not whole.plain.endswith((".", ",")):
        return Labelled(whole, text.slice(end).strip(), "strong")
    ended = whole.plain.rstrip()
    if mark == "strong" and ended.endswith((".", "!", "?", "。")) and rest[:1].isspace():
        return Labelled(whole.strip(" .!。") if not ended.endswith("?") else whole, text.slice(end).strip(), "strong")
    parenthesis = _PARENTHESIS.match(rest)
    skip = parenthesis.end() if parenthesis else 0
    which = _WHICH.match(rest[skip:]) if mark == "strong" else None
    if which:
        return Labelled(text.slice(0, end + skip).strip(), text.slice(end + skip + which.end()).strip(), "strong")
    separator = _SEPARATOR.match(rest, skip)
    if separator and separator.end() > skip:
        label = text.slice(0, end + skip).strip()
        colon = separator[0].strip() in (":", "：")
        return Labelled(label, text.slice(end + separator.end()).strip(), mark_style(mark), colon)
    if mark == "strong" and "\n" in rest[:2]:
        return Labelled(whole, text.slice(end).strip(), "strong")
    return None


def mark_style(mark: Mark) -> Style:
    """Give the label's style for its mark."""
    return mark if mark in ("strong", "em", "code", "link") else "plain"


def _plain(text: Text) -> Labelled | None:
    found = _PLAIN.match(text.plain)
    if not found or len(found["label"].split()) > _MAX_PLAIN_WORDS:
        return None
    label = text.slice(0, found.end("label")).strip()
    if _SAYS.search(found["label"]):
        return None
    return Labelled(label, text.slice(found.end()).strip(), "plain", bool(found["colon"]))


def item_label(item_blocks: tuple[object, ...], *, stop: bool = False) -> Labelled | None:
    """Take the label off an item's first paragraph."""
    first = item_blocks[0] if item_blocks else None
    if not isinstance(first, Paragraph):
        return None
    return stopped(first.text) if stop else labelled(first.text)


_MIN_ADVICE = 2
"""Items of a list that open with a piece of advice; a single one may tell a story."""
_MAX_ADVICE_WORDS = 11
_SETS_UP = lazy_regex(
    r"(?:click|open|run|install|type|select|go|download|clone|press|navigate|sign|log|enter|copy|paste|visit|check out|"
    r"read|watch|see|complete|fork|star|subscribe|follow|join|contact|email|add|remove|set|create|start|then)\b",
    re.IGNORECASE,
)
"""Opens a step of a procedure or a call to the reader rather than advice."""


def _advice(item_blocks: tuple[object, ...]) -> Labelled | None:
    """Take a command off the front of an item that goes on to explain it: "Reef early. A gust comes unseen."."""
    first = item_blocks[0] if item_blocks else None
    label = stopped(first.text, most=_MAX_ADVICE_WORDS) if isinstance(first, Paragraph) else None
    if label is None:
        return None
    words = label.label.plain.split()
    verb = words[0].lower()
    orders = is_base_verb(verb, strict=True) or verb in ("avoid", "don't", "don’t", "never", "always", "use")
    return label if len(words) > 1 and orders and not _SETS_UP.match(label.label.plain) else None


def _names_the_item_below(item_blocks: tuple[object, ...]) -> bool:
    """Tell whether an item is a name over a list of one item, as notes have it: "Ballast" over "weight carried low"."""
    if len(item_blocks) != len(("name", "list")):
        return False
    name, below = item_blocks
    if not isinstance(name, Paragraph) or not isinstance(below, ItemList) or len(below.items) > 1:
        return False
    plain = name.text.plain.strip()
    return (
        len(plain.split()) <= _MAX_PLAIN_WORDS and plain[-1:].isalnum() and usable(Labelled(name.text, Text(), "plain"))
    )


def labels_of(block: ItemList, read: Callable[[Text], Labelled | None] = labelled) -> list[Labelled | None]:
    """Take the labels off the items of a list. Plain labels and full stops count only where most items have one."""
    firsts = [item.blocks[0] if item.blocks else None for item in block.items]
    out = [read(first.text) if isinstance(first, Paragraph) else None for first in firsts]
    marked = sum(found is not None and found.style != "plain" for found in out)
    plain = sum(found is not None and found.style == "plain" for found in out)
    if not any(out) and len(out) > 1 and all(_names_the_item_below(item.blocks) for item in block.items):
        return [Labelled(first.text, Text(), "plain") for first in firsts if isinstance(first, Paragraph)]
    half = len(out) / 2
    if plain and (marked + plain < half or marked + plain < 2):
        out = [found if found and found.style != "plain" else None for found in out]
    if sum(found is not None for found in out) <= half and not any(found and found.style == "strong" for found in out):
        stops = [item_label(item.blocks, stop=True) for item in block.items]
        stops = [label or stop for label, stop in zip(out, stops, strict=True)]
        if sum(found is not None for found in stops) > half and len(out) > 2:
            return stops
        ordered = [label or _advice(item.blocks) for label, item in zip(out, block.items, strict=True)]
        if not block.ordered and sum(found is not None and found.style == "stop" for found in ordered) >= _MIN_ADVICE:
            return ordered
    return out
