"""Joins what an article's file holds: front matter, text, language and tags become an `Article`."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, urljoin

from cardwright.core.document import Article, CodeBlock, MathBlock, Paragraph, Section, plain_of, shown
from cardwright.core.problem import Problem
from cardwright.core.record import dataclass
from cardwright.core.settings import Settings
from cardwright.core.span import Span
from cardwright.errors import SourceError
from cardwright.source.find import SourceFile
from cardwright.source.front_matter import FrontMatter, split
from cardwright.source.language import SAMPLE, detect, normal
from cardwright.source.parse import parse
from cardwright.source.read import read
from cardwright.text.regex import lazy_regex

_NAMELESS = frozenset({"index", "readme", "_index"})
"""File names that say nothing: such a file is named by its folder."""

_MARKED = lazy_regex(r"[*_`<\[&~\\]")
_NOT_IN_TAG = lazy_regex(r"[^\w.+#-]+")
_ANKI_TAGS = frozenset({"leech", "marked"})
"""Tags that Anki sets and reads itself."""

_ADDRESSES = ("source_url", "canonical_url", "url", "permalink")


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article, or None where its file cannot be read, and what was wrong with it."""

    article: Article | None
    problems: tuple[Problem, ...] = ()


def load(file: SourceFile, *, settings: Settings) -> Loaded:
    """Read the article behind a file; a fault of the file is a Problem, never an exception."""
    try:
        text = read(file.path)
    except SourceError as error:
        return Loaded(None, (error.problem,))
    front = split(text, path=file.path)
    sections = parse(front.body, path=file.path, first_line=front.first_line)
    fields = _Fields(front, file.path)
    article = Article(
        path=file.path,
        id=unicodedata.normalize("NFC", fields.text("id")) or file.id,
        title=_unmarked(fields.text("title")) or _first_heading(sections) or _humanised(file),
        sections=sections,
        language=fields.language() or settings.language or detect(_sample(sections)),
        tags=tags_of(fields.several("tags")),
        deck=fields.text("deck"),
        date=fields.text("date"),
        source_url=_address(fields, file, settings.site),
        meta=front.meta,
    )
    return Loaded(article, (*front.problems, *fields.problems))


class _Fields:
    """Reads the keys of the front matter; `problems` gathers the values that cannot be what they should be."""

    def __init__(self, front: FrontMatter, path: str) -> None:
        self.front = front
        self.path = path
        self.problems: list[Problem] = []

    def text(self, key: str) -> str:
        """Give a value that is one text, number or date, "" where there is none."""
        value = self.front.meta.get(key)
        if value is None or value == "":
            return ""
        if isinstance(value, dt.datetime):
            return value.isoformat(" ")
        if isinstance(value, str | int | float | dt.date) and not isinstance(value, bool):
            return " ".join(str(value).split())
        self._wrong(key, f"Write one text: {key}: words")
        return ""

    def several(self, key: str) -> list[str]:
        """Give a list of texts, also where it is written as one text with commas."""
        value: Any = self.front.meta.get(key)
        if value is None:
            return []
        given = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else [value]
        plain = [one for one in given if isinstance(one, str | int | float | dt.date) and not isinstance(one, bool)]
        if len(plain) < sum(one is not None for one in given):
            self._wrong(key, f"Write a list of words: {key}: [one, two]")
        return [str(one) for one in plain]

    def language(self) -> str:
        """Give the language's code under either of its names, "" where there is none."""
        for key in ("lang", "language"):
            if name := self.text(key):
                if code := normal(name):
                    return code
                self._wrong(key, f"Write a language code: {key}: en")
        return ""

    def _wrong(self, key: str, fix: str) -> None:
        line = self.front.lines.get(key, 0)
        what = f'the front matter\'s "{key}" cannot be used'
        self.problems.append(Problem(Span(self.path, line, line), "wrong-front-matter", what, fix))


def tags_of(names: Iterable[str]) -> tuple[str, ...]:
    """Give Anki tags: lower case, hyphens for what a tag cannot hold, `::` between levels, each once in order."""
    slugs = (_slug(name) for name in names)
    return tuple(dict.fromkeys(slug for slug in slugs if slug and slug not in _ANKI_TAGS))


def _slug(name: str) -> str:
    text = unicodedata.normalize("NFC", name).lower()
    levels = [_NOT_IN_TAG.sub("-", level).lstrip("#-").rstrip("-") for level in text.split("::")]
    return "::".join(level for level in levels if level)


def _unmarked(title: str) -> str:
    """Give a title without Markdown marks."""
    if not _MARKED.search(title):
        return title
    blocks = [block for section in parse(title, path="", first_line=1) for block in section.blocks]
    return shown(blocks[0].text) if len(blocks) == 1 and isinstance(blocks[0], Paragraph) else title


def _first_heading(sections: tuple[Section, ...]) -> str:
    return next((shown(section.title) for section in sections if section.level == 1 and shown(section.title)), "")


def _humanised(file: SourceFile) -> str:
    path = PurePosixPath(file.path)
    stem = path.parent.name if path.stem.lower() in _NAMELESS and path.parent.name else path.stem
    words = " ".join(re.split(r"[-_\s]+", stem)).strip() or stem
    return words[:1].upper() + words[1:]


def _sample(sections: tuple[Section, ...]) -> str:
    """Give the running words of the first sections, code and tables left out."""
    parts: list[str] = []
    size = 0
    for section in sections:
        prose = [block for block in section.blocks if not isinstance(block, CodeBlock | MathBlock)]
        parts += [shown(section.title), plain_of(tuple(prose))]
        size += len(parts[-1])
        if size > SAMPLE:
            break
    return "\n".join(parts)


def _address(fields: _Fields, file: SourceFile, site: str) -> str:
    """Give the address of the published page: the front matter's, completed by the site's, else by the file's path."""
    for key in _ADDRESSES:
        given = fields.text(key) if isinstance(fields.front.meta.get(key), str) else ""
        if re.match(r"https?://", given):
            return given
        if given.startswith("/") and site:
            return urljoin(site + "/", given)
    if not site:
        return ""
    folder, _, name = file.id.rpartition("/")
    return "/".join([site, *[quote(part) for part in (folder, "" if name.lower() in _NAMELESS else name) if part]])
