"""From LaTeX to the nodes that the print template draws as native formulas; by way of latex2mathml's element tree."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from cardwright.export.content import Node, cleaned

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LONGEST = 2_000
"""Characters of a formula; longer ones are no formulas that a card can hold."""
DEEPEST = 14
"""Nested parts of a formula; the layout engine gives up somewhat above that."""

_UNKNOWN = re.compile(r"\\[A-Za-z]+")
_ALIGNED = re.compile(r"\\(begin|end)\{(?:aligned|align|split|gathered|alignat|eqnarray)\*?\}")
_ACCENTS = {"^": "hat", "ˆ": "hat", "~": "tilde", "˜": "tilde", "¯": "macron", "´": "acute", "`": "grave", "˙": "dot",
            "¨": "dot.double", "˘": "breve", "ˇ": "caron", "→": "arrow", "←": "arrow.l", "˚": "circle"}  # fmt: skip
_OVER = {"―": "overline", "‾": "overline", "_": "underline", "⏞": "overbrace", "⏟": "underbrace", "⏠": "overparen"}
_OPENING, _CLOSING = frozenset("([{|‖⌈⌊⟨∣∥"), frozenset(")]}|‖⌉⌋⟩∣∥")
_WIDTH = re.compile(r"^(-?\d*\.?\d+)em$")


@lru_cache(maxsize=1024)
def formula_of(tex: str) -> Node | None:
    """Give the nodes of a formula, None where it holds what LaTeX, or this subset of it, does not know."""
    from latex2mathml.converter import convert_to_element  # noqa: PLC0415 - 30 ms, for decks with formulas only

    if not tex or len(tex) > LONGEST:
        return None
    try:
        return _node(convert_to_element(_ALIGNED.sub(r"\\\1{align*}", tex)), 0)
    except Exception:  # noqa: BLE001 - the converter raises what its parser stumbles over, IndexError included
        return None


class _NotDrawableError(ValueError):
    """A part that has no counterpart."""


def _node(element: Element, depth: int) -> Node:
    if depth > DEEPEST:
        raise _NotDrawableError(element.tag)
    match element.tag:
        case "mi" | "mo" | "mn" | "mtext" | "ms":
            return _leaf(element)
        case "mspace":
            if element.get("linebreak"):
                return {"k": "br"}
            width = _WIDTH.match(element.get("width", ""))
            return {"k": "gap", "w": float(width[1]) if width else 0.0}
        case "mtable":
            return _table(element, depth)
        case "msub" | "msup" | "msubsup" | "munder" | "mover" | "munderover":
            return _attached(element, depth)
        case "mfrac":
            top, bottom = (_node(child, depth + 1) for child in element)
            return {"k": "over" if element.get("linethickness") == "0" else "frac", "c": [top, bottom]}
        case "mroot":
            base, index = (_node(child, depth + 1) for child in element)
            return {"k": "root", "c": [base, index]}
        case "msqrt":
            return {"k": "sqrt", "c": [_row(list(element), depth)]}
        case "mphantom":
            return {"k": "hide", "c": [_row(list(element), depth)]}
        case "menclose":
            cancelled = "strike" in element.get("notation", "")
            return {"k": "cancel" if cancelled else "box", "c": [_row(list(element), depth)]}
        case "math" | "mrow" | "mstyle" | "mpadded" | "merror" | "mtd":
            return _row(list(element), depth)
        case tag:
            raise _NotDrawableError(tag)


def _leaf(element: Element) -> Node:
    text = cleaned(unescape(element.text or ""))
    if _UNKNOWN.match(text):
        raise _NotDrawableError(text)
    if element.tag in ("mtext", "ms"):
        return {"k": "text", "s": text.replace("\xa0", " ")}
    if element.tag == "mn" or not text:
        return {"k": "number", "s": text}
    if len(text) > 1:
        return {"k": "name", "s": text}
    upright = element.tag == "mi" and element.get("mathvariant") == "normal"
    return {"k": "upright" if upright else "sign", "s": text}


def _row(children: list[Element], depth: int) -> Node:
    """Give the nodes of a row, brackets that stand around a table or were asked to grow made to grow."""
    nodes: list[Node] = []
    at = 0
    while at < len(children):
        child = children[at]
        closing = at + 2
        if _bracket(child, _OPENING) and closing <= len(children) and _tall(children, at + 1):
            end = closing + 1 if closing < len(children) and _bracket(children[closing], _CLOSING) else closing
            nodes.append({"k": "lr", "c": [_node(part, depth + 1) for part in children[at:end]]})
            at = end
            continue
        nodes.append(_node(child, depth + 1))
        at += 1
    grown = children and children[0].get("fence") == "true" and len(nodes) > 1
    return {"k": "lr" if grown else "row", "c": nodes}


def _bracket(element: Element, signs: frozenset[str]) -> bool:
    return element.tag == "mo" and unescape(element.text or "") in signs


def _tall(children: list[Element], at: int) -> bool:
    return at < len(children) and (children[at].tag == "mtable" or children[at].get("linethickness") == "0")


def _table(element: Element, depth: int) -> Node:
    rows = [[_row(list(cell), depth + 1) for cell in row] for row in element]
    sides = {cell.get("columnalign", "") for row in element for cell in row} | {element.get("columnalign", "")}
    columns = max((len(row) for row in rows), default=0)
    if any("right" in side and "left" in side for side in sides) or {"right", "left"} <= sides:
        return {"k": "lines", "r": rows}
    rows = [row + [{"k": "row", "c": []}] * (columns - len(row)) for row in rows]
    return {"k": "table", "r": rows, "a": "left" if "left" in sides else "center"}


def _attached(element: Element, depth: int) -> Node:
    """Give scripts, limits, accents and braces: one base with what stands below and above it."""
    base, *scripts = list(element)
    under = scripts[0] if element.tag in ("msub", "munder", "msubsup", "munderover") else None
    over = scripts[-1] if element.tag in ("msup", "mover", "msubsup", "munderover") else None
    sign = unescape(scripts[0].text or "") if len(scripts) == 1 and scripts[0].tag == "mo" else ""
    if element.tag in ("mover", "munder") and (sign in _OVER or (sign in _ACCENTS and over is not None)):
        kind = _OVER.get(sign, "accent")
        return {"k": kind, "s": _ACCENTS.get(sign, ""), "c": [_node(base, depth + 1)]}
    node: Node = {"k": "attach", "c": [_node(base, depth + 1)], "limits": int(element.tag.startswith("mu"))}
    if element.tag == "mover":
        node["limits"] = 1
    if under is not None:
        node["b"] = _node(under, depth + 1)
    if over is not None:
        node["t"] = _node(over, depth + 1)
    return node
