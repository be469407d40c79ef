"""What the fields of a note hold, and the digest by which its content is known."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha256

from cardwright.core.deck import Media, StampedNote
from cardwright.core.document import shown
from cardwright.core.note import Note
from cardwright.core.problem import Problem
from cardwright.export.highlight import highlighted, unpainted
from cardwright.export.html import Paint, Pictures, blocks_html, escaped, inline_html, linked, sanitised
from cardwright.export.note_types import CLOZE_LIMIT, note_type_of
from cardwright.export.tags import tags_of

AllMedia = Mapping[tuple[str, str], Media]
"""The pictures of a deck, by article path and source as written."""

_IMAGE = re.compile(r'<img src="([^"]+)"')
_NOTHING = r"(?:[\s\u200b-\u200f\u2060\ufeff]|&nbsp;|</?(?!img\b)[a-z0-9]+(?: [^>]*)?>)*"
_BLANK = re.compile(_NOTHING)
_HOLLOW = re.compile(r"\{\{c\d+::" + _NOTHING + r"\}\}")
_LANGUAGE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_REVERSE_ORDINAL = 2
_LOOSE = 2
"""An answer this many times as long as the longest heading is in none of them: spares a look at long answers."""

_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
"""Letters of scripts that set no blanks between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese.

Left as a text, for compiling it takes 3 ms that most articles need not pay."""

_WORD = re.compile(r"\w+")


def fields_of(stamped: StampedNote, media: AllMedia) -> tuple[str, ...]:
    """Give the note's fields as safe HTML, in the order of its note type."""
    return _fields(stamped, media, highlighted, sanitised)


def digest(stamped: StampedNote, media: AllMedia) -> str:
    """Give the SHA-256 of all that a learner would see change: note type, fields, tags, pictures, ordinals.

    Times play no part, nor what other releases of Pygments and nh3 may write otherwise.
    """
    fields = _fields(stamped, media, unpainted, str)
    images = images_of(fields)
    known = {picture.name: picture.digest for picture in media.values()} if images else {}
    content = [
        note_type_of(stamped.note.kind).id,
        fields,
        tags_of(stamped.note),
        [known[name] for name in images],
        stamped.ordinals,
    ]
    return sha256(json.dumps(content, separators=(",", ":")).encode()).hexdigest()


def ordinals_of(stamped: StampedNote) -> tuple[int, ...]:
    """Give the ordinals of the cards that the note makes, counted from 1, in ascending order."""
    if stamped.note.kind == "list":
        return tuple(sorted(stamped.ordinals))
    return (1, _REVERSE_ORDINAL) if _reverse(stamped) else (1,)


def images_of(fields: tuple[str, ...]) -> tuple[str, ...]:
    """Give the media names of the pictures in the fields, each once, in order."""
    return tuple(dict.fromkeys(name for field in fields if "<img" in field for name in _IMAGE.findall(field)))


def fault_of(stamped: StampedNote, fields: tuple[str, ...]) -> str:
    """Say why Anki could not make cards of the note, "" where it can."""
    numbers = stamped.ordinals
    if is_blank(fields[1]):
        return "The question is empty"
    if stamped.note.kind != "list":
        return "The answer is empty" if is_blank(fields[2]) else ""
    if not stamped.note.items or _HOLLOW.search(fields[2]):
        return "An item of the list is empty"
    if len(set(numbers)) < len(numbers) or min(numbers) < 1 or max(numbers) > CLOZE_LIMIT:
        return f"Its items are not numbered apart from 1 to {CLOZE_LIMIT}"
    return ""


def left_out(stamped: StampedNote, fault: str) -> Problem:
    """Tell that Anki could make no card of the note."""
    return Problem(
        stamped.note.span,
        "no-card",
        f"{fault}, so the note is left out of the Anki deck",
        "Reword the passage, or exclude it",
    )


def is_blank(html: str) -> bool:
    """Tell whether a field shows nothing."""
    return _BLANK.fullmatch(html) is not None


def _fields(stamped: StampedNote, media: AllMedia, paint: Paint, clean: Callable[[str], str]) -> tuple[str, ...]:
    note = stamped.note

    def pictures(source: str) -> Media | None:
        return media.get((note.article, source))

    head = (clean(escaped(stamped.guid)), clean(inline_html(note.question, pictures)))
    tail = (clean(_context(note)), clean(_source(note)), _language(note), "", "", "")
    if note.kind == "list":
        items = [clean(inline_html(item.text, pictures)) for item in note.items]
        return (*head, _clozes(items, stamped), *tail)
    answer = clean(_answer(note, pictures, paint))
    if note.kind == "definition":
        term = clean(inline_html(note.term, pictures)) if note.term else ""
        return (*head, answer, term, clean(escaped(_reverse(stamped))), *tail)
    return (*head, answer, *tail)


def _clozes(items: list[str], stamped: StampedNote) -> str:
    """Give the list with each item as a cloze by its own number: the marks go around what is already safe."""
    element = "ol" if stamped.note.ordered else "ul"
    clozes = [
        # a last brace would be read with the two that close the cloze
        f"<li>{{{{c{number}::{item}{'<wbr>' if item.endswith('}') else ''}}}}}</li>"
        for item, number in zip(items, stamped.ordinals, strict=True)
    ]
    return f"<{element}>{''.join(clozes)}</{element}>"


def _answer(note: Note, pictures: Pictures, paint: Paint) -> str:
    if len(note.answers) == 1:
        return blocks_html(note.answers[0].blocks, pictures, paint)
    wordings = [blocks_html(answer.blocks, pictures, paint) for answer in note.answers]
    return "".join([f'<div class="wording">{wording}</div>' for wording in wordings if not is_blank(wording)])


def _reverse(stamped: StampedNote) -> str:
    """Give the prompt of the reverse card, "" where there is nothing to ask by, to ask for, or no ordinal for it."""
    note = stamped.note
    if note.kind != "definition" or note.term is None or _REVERSE_ORDINAL not in stamped.ordinals:
        return ""
    return "" if is_blank(escaped(note.reverse)) or is_blank(escaped(shown(note.term))) else note.reverse


def _context(note: Note) -> str:
    """Give the heading trail, without headings that only repeat the question or that give an answer away."""
    known = {"", _folded(shown(note.question))}
    trail = [title for title in note.section if _folded(title) not in known]
    longest = max(map(len, trail), default=0) * _LOOSE
    answers = [item.plain for item in note.items] if note.kind == "list" else [each.plain for each in note.answers]
    secrets = [secret for secret in (_folded(text) for text in answers if len(text) <= longest) if secret]
    kept = [title for title in trail if not any(_holds(_folded(title), secret) for secret in secrets)]
    return escaped(" › ".join([" ".join(title.split()) for title in kept]))


def _holds(title: str, secret: str) -> bool:
    """Tell whether the words are in the heading; where a script has no blanks, whether the characters are."""
    return secret in title or (secret.strip() in title and re.search(_UNSPACED, secret) is not None)


def _source(note: Note) -> str:
    """Give a link to the section where the address is known, else the file's name and the heading.

    The file goes by its bare name: its folder depends on where the build was started.
    """
    heading = " ".join(note.section[-1].split()) if note.section else ""
    file = note.article.replace("\\", "/").rpartition("/")[2]
    if linked(note.source_url, "") != "":
        return linked(note.source_url, escaped(heading or file))
    # the name is set apart, lest its Latin letters set the direction of an Arabic heading
    return f"<bdi>{escaped(file)}</bdi>{' › ' if heading else ''}{escaped(heading)}"


def _language(note: Note) -> str:
    return note.language if _LANGUAGE.fullmatch(note.language) else ""


@lru_cache(maxsize=4096)  # headings come back with every note below them
def _folded(text: str) -> str:
    """Give the words alone, a blank around each, so that one text is in another only by whole words."""
    return f" {' '.join(_WORD.findall(text.casefold()))} " if _WORD.search(text) else ""
