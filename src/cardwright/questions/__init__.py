"""From facts to notes: questions as a person would put them, each naming its subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cardwright.core.document import Article, Block, Paragraph, plain_of, shown
from cardwright.core.fact import Definition, Entry, Enumeration, Fact, Statement
from cardwright.core.note import Answer, Kind, Note
from cardwright.core.record import dataclass
from cardwright.questions import english, native
from cardwright.questions.assemble import Asked, lowered, text
from cardwright.questions.domain import domain_of, names, with_domain
from cardwright.questions.languages import templates
from cardwright.text.capital import capitalised
from cardwright.text.normal import key, singular, unnumbered, words
from cardwright.text.regex import holding, lazy_regex


def write(article: Article, facts: Iterable[Fact]) -> tuple[Note, ...]:
    """Give a note for each fact that a question can be put for, in the order of the facts.

    Several definitions of one term become one note with several answers. A question that stands in the article twice
    takes its section's heading in front; any other that does not name what the article is about takes that.
    """
    drafts = [draft for fact in facts if (draft := _draft(article, fact)) is not None]
    return tuple(_told_apart(_merged(drafts), article))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A note whose question may still want what it belongs to in front."""

    note: Note
    domain: str = ""


def _draft(article: Article, fact: Fact) -> _Draft | None:
    foreign = templates(article.language)
    asked = native.ask(fact, foreign) if foreign else english.ask(fact)
    if asked is None:
        return None
    section = article.sections[fact.found.section]
    whole = isinstance(fact, Enumeration) and bool(fact.sentence) and len(fact.items) <= _FEW
    items = fact.items if isinstance(fact, Enumeration) and not whole else ()
    answers = () if items else (Answer(_answer(fact, asked.echo), fact.found.span),)
    anchor = f"#{section.anchor}" if section.anchor else ""
    reverse = native.reverse(fact, foreign) if foreign else english.REVERSE if _reversible(fact) else ""
    note = Note(
        kind="fact" if whole else _kind(fact),
        rule=fact.found.rule,
        article=article.id,
        question=asked.question,
        span=fact.found.span,
        term=asked.term,
        answers=answers,
        items=items,
        ordered=bool(items) and isinstance(fact, Enumeration) and fact.ordered,
        section=section.trail,
        tags=article.tags,
        language=article.language or "en",
        source_url=article.source_url + anchor if article.source_url else "",
        confidence=fact.found.confidence,
        evidence=fact.found.evidence,
        reverse=reverse,
    )
    return _Draft(note, "" if foreign else _domain(fact, asked, article, section.trail))


_FEW = 4
"""Up to so many things in a sentence are one answer (Q12: never "name all" above four); more are clozes."""


def _answer(fact: Fact, echo: int) -> tuple[Block, ...]:
    """Give what answers a fact's question, without what the question says; of a list in a sentence its part."""
    if isinstance(fact, Enumeration):
        return (Paragraph(fact.sentence, fact.found.span),)
    first = fact.answer[0]
    if not echo or not isinstance(first, Paragraph):
        return fact.answer
    return (replace(first, text=capitalised(first.text.slice(echo).strip())), *fact.answer[1:])


_THIS = lazy_regex(r"\bthis (?:approach|method|technique|option|pattern|solution|design)\b", when=holding("this "))


def _domain(fact: Fact, asked: Asked, article: Article, trail: tuple[str, ...]) -> str:
    """Give what a question wants in front: nothing where it names its field, else the nearest name of that.

    A name that spells out what an acronym stands for gives the answer away, and is left off.
    """
    question = shown(asked.question)
    if _THIS.search(question) and len(trail) > 1:
        return unnumbered(trail[-2])
    if asked.alone:
        return ""
    domain = domain_of(article, trail)
    if isinstance(fact, Statement) and fact.asks == "stands for" and _tells(domain, plain_of(fact.answer)):
        return ""
    if asked.within and not names(question, asked.within):
        return asked.within
    return "" if not domain or names(question, domain) else domain


def _tells(domain: str, answer: str) -> bool:
    """Tell whether every word of an answer stands in a domain: "Coast guard stations" before "CGS"."""
    said = {singular(word) for word in words(domain)}
    return all(singular(word) in said for word in words(answer))


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
        and not {singular(w) for w in told}.intersection(key(shown(fact.term)).split())
    )


def _merged(drafts: list[_Draft]) -> list[_Draft]:
    """Join definitions that ask for one term into one note with all their wordings."""
    out: list[_Draft] = []
    at: dict[str, int] = {}
    for draft in drafts:
        note = draft.note
        if note.kind != "definition" or note.term is None:
            out.append(draft)
            continue
        name = key(shown(note.term))
        if name in at and _same_question(out[at[name]].note, note):
            first = out[at[name]].note
            answers = (*first.answers, *note.answers)
            if sum(len(answer.plain.split()) for answer in answers) > _LONGEST_JOINED:
                continue  # two long wordings are too much for one card: the first, which the article puts first, stays
            joined = replace(first, answers=answers, span=first.span.through(note.span), reverse="")
            out[at[name]] = replace(out[at[name]], note=joined)
        else:
            at.setdefault(name, len(out))
            out.append(draft)
    return out


_LONGEST_JOINED = 45
"""Words that the wordings of one definition have together (test Q01: sixty are an error)."""

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


def _told_apart(drafts: list[_Draft], article: Article) -> Iterator[Note]:
    """Put the nearest heading that differs before repeated questions, and the domain before others that want it."""
    foreign = templates(article.language)
    under = foreign.under if foreign else ": "
    groups: dict[str, list[_Draft]] = defaultdict(list)
    asked = [shown(draft.note.question).lower() for draft in drafts]
    for draft, question in zip(drafts, asked, strict=True):
        groups[question].append(draft)
    for draft, alike in zip(drafts, asked, strict=True):
        note = draft.note
        same = groups[alike]
        others = [other.note.section for other in same if other is not draft]
        context = next((t for t in reversed(note.section) if others and not any(t in other for other in others)), "")
        if context:
            yield replace(note, question=text(unnumbered(context) + under) + lowered(note.question))
        elif draft.domain:
            yield replace(note, question=with_domain(note.question, draft.domain))
        else:
            yield note
