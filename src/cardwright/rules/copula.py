"""A definition sentence in another language than English: "X ist ein Y", "X es un Y", "X — это Y", "X是一种Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cardwright.core.document import Paragraph, Text
from cardwright.core.fact import Definition, Fact
from cardwright.rules.base import Reads, found, paragraph, word_count
from cardwright.rules.labels import labelled
from cardwright.rules.languages.base import Language, Pattern
from cardwright.rules.passages import Passage, passages
from cardwright.rules.reading import Reading
from cardwright.text.capital import capitalised
from cardwright.text.regex import lazy_regex

_CONFIDENCE = {"what-is": 0.95, "title": 0.92, "emphasis": 0.92, "heading": 0.91, "form": 0.87}
"""Judged by hand on the articles in other languages of the quality benchmark; fewer than forty sentences."""

_CUT = lazy_regex(r"[;；]\s?|,\s(?:aber|jedoch|pero|mais|mas|но|однако)\s|，(?:但是?|不过)")
_ALIAS = lazy_regex(r"\s*[(（](?P<alias>[^()（）]{1,60})[)）]\s*$")
_QUOTES = ' "“”„«»‘’「」'
_MIN_WORDS = 3
_MAX_TERM_WORDS = 6
_MAX_TERM_WIDE = 14
"""Longer subjects are no terms: words, or characters of a script without blanks."""

_LATE = 3
"""A heading supports its first three sentences only."""

_STEM = 5
"""Letters from which two words of one family are known ("Kompost", "Kompostierung")."""


class Copula:
    """Reads definition sentences by the patterns of the article's language.

    Under `## Der Quintenzirkel`, "Der Quintenzirkel ist eine Darstellung, in der ..." gives "Was ist der
    Quintenzirkel?".
    Not taken: pronouns as subject, evaluations ("ist wichtig"), what points at the page, a term without support by the
    heading, the title or emphasis, unless the sentence can be nothing else ("Ein X ist ein Y", "X — это Y").
    Source: written by analogy with the English rule.
    """

    name = "copula"
    reads: Reads = "not en"
    confidence = 0.91

    def find(self, reading: Reading) -> Iterator[Fact]:
        """Give the definitions in the prose of the article."""
        words = reading.foreign
        if words is None or not words.patterns:
            return
        for passage in passages(reading):
            plain = passage.sentence.plain.strip()
            if plain.endswith((":", "：", "?", "？")) or words.pointing.search(plain):
                continue
            for pattern in words.patterns:
                if fact := _definition(passage, pattern, words, reading):
                    yield fact
                    break


def _definition(passage: Passage, pattern: Pattern, words: Language, reading: Reading) -> Definition | None:
    sentence = passage.sentence.text
    match = pattern.regex.match(passage.sentence.plain)
    if match is None:
        return None
    term = sentence.slice(match.start("term"), match.end("term")).strip(_QUOTES)
    alias = _ALIAS.search(term.plain)
    if alias:
        term = term.slice(0, alias.start()).strip(_QUOTES)
    answer = sentence.slice(match.start("answer"), match.end("answer")).strip()
    cut = _CUT.search(answer.plain, 20)
    answer = answer.slice(0, cut.start()) if cut else answer
    support = _support(term, passage, words, reading) or ("form" if pattern.alone else "")
    if not support or (pattern.shown and support != "emphasis") or not _fits(term, answer, support, words):
        return None
    article = (match.groupdict().get("article") or "").strip().lower()
    opens = match.start("term") == 0
    label = opens and _is_label(term, passage, words)
    if label and not pattern.alone:  # `**X** - text` is a label, whatever the dash may stand for
        return None
    return Definition(
        found(
            Copula.name,
            reading,
            passage.spot.section,
            [sentence],
            evidence=f"{support}: {term.plain!r} {pattern.verb}",
            confidence=_CONFIDENCE[support],
            claims=(passage.sentence.claim, *(_label_claims(passage) if label else ())),
        ),
        _inside(term, words, reading) if opens else term,
        (paragraph(capitalised(answer.strip()), reading.article.path),),
        pattern.verb,
        article,
        (alias["alias"].strip(),) if alias else (),
    )


def _is_label(term: Text, passage: Passage, words: Language) -> bool:
    """Tell whether the term is a label that the rules for labels take as well: bold, or of an item."""
    block = passage.spot.block
    label = labelled(block.text) if isinstance(block, Paragraph) and not passage.sentence.number else None
    if label is None or (label.style != "strong" and passage.spot.inside is None):
        return False
    return words.fold(label.label.plain) == words.fold(term.plain)


def _label_claims(passage: Passage) -> tuple[str, ...]:
    """Give the names by which the rules for labels claim the passage."""
    inside = passage.spot.inside
    return (f"i{inside.span.line}" if inside else f"p{passage.spot.block.span.line}",)


def _fits(term: Text, answer: Text, support: str, words: Language) -> bool:
    name = term.plain
    parts = name.lower().split()
    if not parts or len(parts) > _MAX_TERM_WORDS or (words.wide and len(name) > _MAX_TERM_WIDE + 8 * name.isascii()):
        return False
    if not words.can_be_term(name.strip(_QUOTES)):
        return False
    if support != "emphasis" and {parts[0], parts[-1]} & words.empty_heads:
        return False
    if re.search(r"[<>{}|=\\/]{2}|[\ufffc*]", name) or not re.search(r"[^\W\d_]{2}", name):
        return False
    return word_count(answer.plain) >= _MIN_WORDS and not words.evaluative.match(answer.plain)


def _support(term: Text, passage: Passage, words: Language, reading: Reading) -> str:
    """Say what in the document makes the subject a term, "" for nothing."""
    heading = reading.headings[passage.spot.section]
    name = words.fold(term.plain)
    early = passage.position < _LATE and passage.spot.inside is None
    if early and heading.what_is and name == words.fold(heading.term):
        return "what-is"
    if term.marked("strong") or term.marked("em"):
        return "emphasis"
    if early and _related(name, words.fold(heading.term), words):
        return "heading"
    if early and passage.spot.section <= 1 and _related(name, words.fold(reading.title), words):
        return "title"
    return ""


def _related(name: str, longer: str, words: Language) -> bool:
    """Tell whether a name stands in a heading, or a single word of its family does."""
    if not name or not longer:
        return False
    if words.wide:
        return name in longer
    parts, others = name.split(), longer.split()
    if any(others[at : at + len(parts)] == parts for at in range(len(others) - len(parts) + 1)):
        return True
    return len(parts) == 1 and any(
        min(len(name), len(other)) >= _STEM and (name.startswith(other) or other.startswith(name)) for other in others
    )


def _inside(term: Text, words: Language, reading: Reading) -> Text:
    """Give a term from the start of a sentence as it stands inside of one: lower case unless it is a name."""
    plain = term.plain
    first, _, rest = plain.partition(" ")
    if not first[:1].isupper() or any(letter.isupper() for letter in first[1:]) or "code" in term.runs[0].marks:
        return term
    if words.nouns_capital:
        lower = rest[:1].isupper() and first.endswith(("e", "er", "es", "en"))
    else:
        lower = not re.search(rf"(?<=[\w,] ){re.escape(first)}\b", reading.body)
    run = term.runs[0]
    return Text((replace(run, text=run.text[:1].lower() + run.text[1:]), *term.runs[1:])) if lower else term
