"""JSON lines (.jsonl): one object a note, for other tools and for `cardwright cards`."""

from __future__ import annotations

import json
from collections.abc import Sequence

from cardwright.core.deck import Deck
from cardwright.core.document import shown
from cardwright.core.note import Note, cards_of
from cardwright.export.base import Rendered
from cardwright.export.html import plain
from cardwright.export.tags import tags_of


class Jsonl:
    """Writes a deck as JSON lines."""

    suffix = ".jsonl"

    def render(self, deck: Deck) -> Rendered:
        """Give the file: UTF-8, one line a note, in article order."""
        lines = [line_of(stamped.note, stamped.guid, stamped.ordinals) + "\n" for stamped in deck.notes]
        return Rendered("".join(lines).encode())


def line_of(note: Note, guid: str, ordinals: Sequence[int]) -> str:
    """Give a note as one line of JSON, without its newline. `ordinals` are those of its items, else of its cards.

    Items stand by their ordinals, so that two versions of a list compare item by item; `line` gives the
    order in the article.
    """
    line = json.dumps(_record(note, guid, ordinals), ensure_ascii=False)
    return line.replace("\u2028", r"\u2028").replace("\u2029", r"\u2029")  # some readers end a line there


def _record(note: Note, guid: str, ordinals: Sequence[int]) -> dict[str, object]:
    items = (
        [
            {"text": plain(item.plain), "ordinal": ordinal, "line": item.span.line}
            for ordinal, item in sorted(zip(ordinals, note.items, strict=True), key=lambda pair: pair[0])
        ]
        if note.kind == "list"
        else []
    )
    return {
        "guid": guid,
        "article": plain(note.span.path),
        "kind": note.kind,
        "rule": note.rule,
        "term": plain(shown(note.term)) if note.term else None,
        "question": plain(shown(note.question)),
        "answer": plain(note.answer),
        "items": items,
        "section": [plain(title) for title in note.section],
        "lines": [note.span.line, note.span.end_line],
        "tags": list(tags_of(note)),
        "cards": [
            {"ordinal": card.ordinal, "front": plain(card.front), "back": plain(card.back)}
            for card in cards_of(note, ordinals)
        ],
    }
