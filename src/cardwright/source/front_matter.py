"""Front matter: what stands above an article's text; the only door to python-frontmatter and YAML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from cardwright.core.problem import Problem
from cardwright.core.record import dataclass, field
from cardwright.core.span import Span
from cardwright.text.regex import lazy_regex

_BEFORE = lazy_regex(r"(?:\s*<!--.*?-->)*\s*", re.DOTALL)
"""Comments (a licence, a linter's switches) and blank lines may stand above the front matter."""

_BOUNDARIES = {
    "---": lazy_regex(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": lazy_regex(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_KEY = lazy_regex(r"""["']?[^\W\d][\w -]*["']?[ \t]*[:=](?:\s|$)""")
_USUAL = lazy_regex(
    r"(?:#|(?:title|id|date|layout|tags|author|authors|lang|language|deck|description|draft|slug|permalink)[ \t]*[:=])"
)
"""What front matter begins with; other words below a blank line are the article's."""

_KEY_LINE = lazy_regex(r"""^["']?([^\W\d][\w-]*)["']?[ \t]*[:=]""")
_PLAIN_LINE = lazy_regex(r"^(id|title|deck|lang|language)[ \t]*[:=][ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_WORD = r"(?!(?i:y|n|yes|no|on|off|true|false|null)\b *[:\n])[^\W\d_]"
"""The first letter of a word that YAML takes for a text."""

_PLAIN = lazy_regex(
    rf"""---[ \t]*\n(?P<lines>(?:{_WORD}[\w-]*:[ ](?:'[\w‘’“”–—… -&(-~]*'|"[\w‘’“”–—… !#-\[\]-~]*"|"""
    rf"""{_WORD}(?:[\w ,./()‘’“”–—-]*[\w)])?)[ ]*\n)+)---[ \t]*$""",
    re.MULTILINE,
)
"""Keys with a text each, in quotes or not, of which YAML makes nothing else: it takes 25 ms that these need not pay."""

_PLAIN_PAIR = lazy_regex(r"""^([\w-]+): (["']?)(.*?)\2 *$""", re.MULTILINE)
_TOML_PLACE = lazy_regex(r"\s*\(at line (\d+), column \d+\)$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What an article says about itself, and its text.

    `body` begins on the 1-based `first_line` of the file; `lines` gives the line of each key.
    """

    meta: Mapping[str, Any]
    body: str
    first_line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


class _BrokenError(Exception):
    """Why a block cannot be read; `line` counts from 1 within the text that was read."""

    def __init__(self, line: int, message: str, fix: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message
        self.fix = fix


def split(text: str, *, path: str) -> FrontMatter:
    """Take the front matter off an article. Whatever is wrong with it, the text below it is given."""
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    rest = text[start:]
    mark = rest.partition("\n")[0].rstrip(" \t")
    if mark not in _BOUNDARIES:
        return FrontMatter({}, text)
    opening = text.count("\n", 0, start) + 1
    if plain := _PLAIN.match(rest):
        meta = {key: value for key, _, value in _PLAIN_PAIR.findall(plain["lines"])}
        first_line = opening + rest.count("\n", 0, plain.end())
        return FrontMatter(meta, rest[plain.end() :], first_line, _lines_of("\n" + plain["lines"], opening))
    parts = _parts(rest, mark)
    if parts is None:
        return _unclosed(text, rest, mark, path=path, opening=opening)
    block, body = parts
    if _is_break(block):
        return FrontMatter({}, text)
    meta, problems = _read(block, mark, path=path, opening=opening)
    if problems and _opens_well(block, mark):
        return _unclosed(text, rest, mark, path=path, opening=opening)
    first_line = opening + rest.count("\n", 0, len(rest) - len(body))
    return FrontMatter(meta, body, first_line, _lines_of(block, opening), problems)


def _parts(rest: str, mark: str) -> tuple[str, str] | None:
    """Give what stands between the marks and below them; None where the closing one is missing."""
    from frontmatter.default_handlers import BaseHandler  # noqa: PLC0415 - 35 ms that most articles need not pay

    try:
        return BaseHandler(fm_boundary=_BOUNDARIES[mark]).split(rest)
    except ValueError:
        return None


def _is_break(block: str) -> bool:
    """Tell a thematic break above the first words, with another one further down, from front matter."""
    blank_above = not block.split("\n", 2)[1].strip() if block.strip() else False
    return blank_above and not _USUAL.match(block.lstrip())


def _opens_well(block: str, mark: str) -> bool:
    """Tell whether keys stand above the first blank line of a broken block: what follows them is the article."""
    head, gap, below = block.partition("\n\n")
    if not gap or not head.strip() or _KEY.match(below.lstrip()):
        return False
    return not _read(head, mark, path="", opening=0)[1]


def _unclosed(text: str, rest: str, mark: str, *, path: str, opening: int) -> FrontMatter:
    """Read the keys that follow an opening mark without a closing one, up to the first blank line."""
    head, gap, body = rest.partition("\n\n")
    block = head.partition("\n")[2]
    if not _KEY.match(block):
        return FrontMatter({}, text)
    problem = Problem(
        Span(path, opening, opening),
        "unclosed-front-matter",
        "the front matter is not closed",
        f"Write a line {mark} below its last key",
    )
    meta, problems = _read("\n" + block, mark, path=path, opening=opening)
    first_line = opening + head.count("\n") + len(gap)
    return FrontMatter(meta, body, first_line, _lines_of("\n" + block, opening), (problem, *problems))


def _read(block: str, mark: str, *, path: str, opening: int) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Read the block, whose first line is the one that the opening mark ends; what is broken is told and salvaged."""
    load = _yaml if mark == "---" else _toml
    try:
        return load(block), ()
    except _BrokenError as fault:
        line = opening + fault.line - 1
        problem = Problem(Span(path, line, line), "broken-front-matter", fault.message, fault.fix)
    try:
        return load(block.replace("\t", "  ")), (problem,)
    except _BrokenError:
        return {key: value.strip("\"'") for key, value in _PLAIN_LINE.findall(block)}, (problem,)


def _yaml(block: str) -> dict[str, Any]:
    import yaml  # noqa: PLC0415 - see _parts
    from frontmatter.default_handlers import YAMLHandler  # noqa: PLC0415

    try:
        found = YAMLHandler().load(block)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        what = (error.problem or "it cannot be read").replace("\n", " ")
        fix = _yaml_fix(what, "".join(block.split("\n")[line - 1 : line]))
        raise _BrokenError(line, f"the front matter is not valid YAML ({what})", fix) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # characters, dates such as 2024-02-30, depth
        what = (str(error).strip() or "it is nested too deeply").splitlines()[0]
        raise _BrokenError(
            1, f"the front matter is not valid YAML ({what})", "Mend that value, or put it in quotes"
        ) from error
    return _mapping(found)


def _yaml_fix(what: str, line: str) -> str:
    if "\t" in line and "token" in what:
        return "Use blanks instead of tabs"
    if "mapping values" in what:
        return "Put the value in quotes, for it holds a colon"
    return "Mend that line, or put its value in quotes"


def _toml(block: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - see _parts

    try:
        return tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _TOML_PLACE.search(str(error))
        line = int(place[1]) if place else block.count("\n")
        what = _TOML_PLACE.sub("", str(error)).strip()
        raise _BrokenError(line, f"the front matter is not valid TOML ({what})", "Mend that line") from error


def _mapping(found: object) -> dict[str, Any]:
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise _BrokenError(
            1,
            f"the front matter is not a list of keys but a {type(found).__name__}",
            "Write it as lines of the form key: value, or leave a blank line below the first ---",
        )
    return {str(key): value for key, value in found.items()}


def _lines_of(block: str, opening: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, line in enumerate(block.split("\n")):
        if key := _KEY_LINE.match(line):
            found.setdefault(key[1], opening + at)
    return found
