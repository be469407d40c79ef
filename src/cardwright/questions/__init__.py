"""From facts to notes: questions as a person would put them, each naming its subject."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from cardwright.core.document import Article, Text, plain_of, shown
from cardwright.core.fact import Definition, Entry, Enumeration, Fact, Statement
from cardwright.core.note import Answer, Kind, Note
from cardwright.questions import english, native
from cardwright.questions.assemble import Asked, text
from cardwright.questions.languages import templates
from cardwright.text.normal import key, unnumbered, words


def write(article: Article, facts: Iterable[Fact]) -> tuple[Note, ...]:
    """Give a note for each fact that a question can be put for, in the order of the facts.

    Several definitions of one term become one note with several answers. A question that names nothing of what the
    article is about takes its section's heading in front; so does one that would stand in the article twice.
    """
    notes = [note for fact in facts if (note := _note(article, fact)) is not None]
    return tuple(_told_apart(_merged(notes), article))


def _note(article: Article, fact: Fact) -> Note | None:
    foreign = templates(article.language)
    asked = native.ask(fact, foreign) if foreign else english.ask(fact)
    if asked is None:
        return None
    section = article.sections[fact.found.section]
    answers = () if isinstance(fact, Enumeration) else (Answer(fact.answer, fact.found.span),)
    anchor = f"#{section.anchor}" if section.anchor else ""
    note = Note(
        kind=_kind(fact),
        rule=fact.found.rule,
        article=article.id,
        question=asked.question if foreign else _standing_alone(asked, article, section.trail),
        span=fact.found.span,
        term=asked.term,
        answers=answers,
        items=fact.items if isinstance(fact, Enumeration) else (),
        ordered=fact.ordered if isinstance(fact, Enumeration) else False,
        section=section.trail,
        tags=article.tags,
        language=article.language or "en",
        source_url=article.source_url + anchor if article.source_url else "",
        confidence=fact.found.confidence,
        evidence=fact.found.evidence,
    )
    if foreign:
        return replace(note, reverse=native.reverse(fact, foreign))
    return replace(note, reverse=english.REVERSE) if _reversible(fact) else note


def _kind(fact: Fact) -> Kind:
    match fact:
        case Definition():
            return "definition"
        case Entry():
            return "entry"
        case Enumeration():
            return "list"
        case Statement():
            return "fact"


_REVERSE_WORDS = (5, 40)
"""An answer this long tells its term (test Q24)."""


def _reversible(fact: Fact) -> bool:
    if not isinstance(fact, Definition) or fact.verb not in ("be", "mean", "refer to", "do", "be defined as"):
        return False
    answer = plain_of(fact.answer)
    told = set(words(answer))
    return (
        _REVERSE_WORDS[0] <= len(answer.split()) <= _REVERSE_WORDS[1]
        and not told.intersection(w for w in words(shown(fact.term)) if len(w) > 2)
        and not {key(w) for w in told}.intersection(key(shown(fact.term)).split())
    )


def _standing_alone(asked: Asked, article: Article, trail: tuple[str, ...]) -> Text:
    """Put the section's heading before a question that shares no word with any heading above it."""
    question = shown(asked.question)
    asks = {key(w) for w in words(question) if len(w) > 2}
    about = {key(w) for title in (article.title, *trail) for w in words(title) if len(w) > 2} - _EMPTY
    if re.search(r"\bthis (?:approach|method|technique|option|pattern|solution|design)\b", question) and len(trail) > 1:
        return text(f"{trail[-2]}: ") + _lowered(asked.question)
    if asks & about or asked.subject_known or not trail:
        return asked.question
    return asked.question


_EMPTY = frozenset("the and for with what how why when where are you your that this from into does".split())


def _merged(notes: list[Note]) -> list[Note]:
    """Join definitions that ask for one term into one note with all their wordings."""
    out: list[Note] = []
    at: dict[str, int] = {}
    for note in notes:
        if note.kind != "definition" or note.term is None:
            out.append(note)
            continue
        name = key(shown(note.term))
        if name in at and _same_question(out[at[name]], note):
            first = out[at[name]]
            out[at[name]] = replace(
                first, answers=(*first.answers, *note.answers), span=first.span.through(note.span), reverse=""
            )
        else:
            at.setdefault(name, len(out))
            out.append(note)
    return out


_IDENTITY_QUESTIONS = ("what is", "what are", "what does", "what do")


def _same_question(first: Note, second: Note) -> bool:
    a, b = shown(first.question).lower(), shown(second.question).lower()
    if first.language != "en":
        return a == b
    does = (" do?", " consist of?", " used")
    return (
        a.startswith(_IDENTITY_QUESTIONS)
        and b.startswith(_IDENTITY_QUESTIONS)
        and not a.endswith(does)
        and not b.endswith(does)
    )


def _told_apart(notes: list[Note], article: Article) -> list[Note]:
    """Put the nearest heading that differs before questions that stand in the article more than once."""
    foreign = templates(article.language)
    under = foreign.under if foreign else ": "
    groups: dict[str, list[int]] = defaultdict(list)
    for at, note in enumerate(notes):
        groups[shown(note.question).lower()].append(at)
    out = list(notes)
    for same in groups.values():
        if len(same) < 2:
            continue
        for at in same:
            note = out[at]
            others = [out[other].section for other in same if other != at]
            context = next((t for t in reversed(note.section) if not any(t in other for other in others)), "")
            if context:
                question = text(unnumbered(context) + under) + _lowered(note.question)
                out[at] = replace(note, question=question)
    return out


def _lowered(question: Text) -> Text:
    first = question.runs[0]
    word = first.text.split(" ", 1)[0]
    if word.lower() not in ("what", "which", "how", "when", "why", "who", "where", "in"):
        return question
    return Text((replace(first, text=first.text[0].lower() + first.text[1:]), *question.runs[1:]))
