"""English questions: every template in which a question adds words to those of the article."""

from __future__ import annotations

import re

from cardwright.core.document import Text, plain_of, shown
from cardwright.core.fact import Definition, Entry, Enumeration, Fact, Lead, Statement, Topic
from cardwright.questions.articles import counted_article
from cardwright.questions.assemble import Asked, text, with_term
from cardwright.questions.entries import ask_entry
from cardwright.text.english import NUMERALS, is_plural, with_article
from cardwright.text.normal import key
from cardwright.text.regex import lazy_regex

REVERSE = "Which term does this describe?"
"""The prompt of a definition's reverse card."""

_VERB_QUESTIONS = {
    "be": "What {be} {term}?",
    "mean": "What {do} {term} mean?",
    "refer to": "What {do} {term} refer to?",
    "stand for": "What {do} {term} stand for?",
    "be short for": "What {do} {term} stand for?",
    "be an acronym for": "What {do} {term} stand for?",
    "be an abbreviation for": "What {do} {term} stand for?",
    "represent": "What {do} {term} represent?",
    "denote": "What {do} {term} denote?",
    "describe": "What {do} {term} describe?",
    "do": "What {do} {term} do?",
    "consist of": "What {do} {term} consist of?",
    "comprise": "What {do} {term} comprise?",
    "contain": "What {do} {term} contain?",
    "occur when": "When {do} {term} occur?",
    "happen when": "When {do} {term} happen?",
    "happen in": "What happens in {term}?",
    "happen during": "What happens during {term}?",
    "happen under": "What happens under {term}?",
    "happen with": "What happens with {term}?",
}


def ask(fact: Fact) -> Asked | None:
    """Word the question of a fact; None where no template fits."""
    match fact:
        case Definition():
            return _definition(fact)
        case Entry():
            return ask_entry(fact)
        case Enumeration():
            return _enumeration(fact)
        case Statement(subject=subject, asks="question"):
            return Asked(with_term("", subject, ""), subject)
        case Statement(subject=subject):
            return Asked(with_term("What does ", subject, " stand for?"), subject)


def _definition(fact: Definition) -> Asked:
    plain = shown(fact.term)
    plural = fact.plural if fact.plural is not None else not fact.article.startswith("a") and is_plural(plain)
    verb = fact.verb
    pattern = _pattern(verb)
    pattern = pattern.replace("{be}", "are" if plural else "is").replace("{do}", "do" if plural else "does")
    before, after = pattern.split("{term}")
    given = "the" if fact.article in ("this", "these") else fact.article
    code = fact.term.marked("code")
    if not given and not plural and not fact.context and verb == "be" and not code:
        given = counted_article(plain, plain_of(fact.answer))
    counted = plural and fact.article == "the" and plain.split(maxsplit=1)[0].lower() in NUMERALS
    article = f"{given} " if given and (not plural or counted) else ""
    if article in ("a ", "an "):
        article = with_article(plain).split(" ", 1)[0] + " "
    alias = next((a for a in fact.aliases if key(a) != key(plain) and verb != "stand for"), "")
    names = f" ({alias})" if alias and len(alias) < 40 else ""
    context = f"{fact.context}, " if fact.context else ""
    if context:
        before = before[0].lower() + before[1:]
    if code and plain.isalpha() and not article:  # told from the words of the question
        before, after = before + "“", "”" + after
    alone = len(plain.split()) > 1 or bool(names or context)
    return Asked(with_term(context + before + article, fact.term, names + after), fact.term, alone)


def _pattern(verb: str) -> str:
    if verb in _VERB_QUESTIONS:
        return _VERB_QUESTIONS[verb]
    if verb.startswith("be "):
        tail = verb.removeprefix("be ")
        if tail in ("used to", "used for"):
            return "What {be} {term} used for?"
        if tail == "used when":
            return "When {be} {term} used?"
        return f"What {{be}} {{term}} {tail}{' do' if tail.endswith(' to') else ''}?"
    if verb.startswith(("can ", "will ")):
        modal, _, tail = verb.partition(" ")
        return f"What {modal} {{term}} {tail}?"
    return "What {be} {term}?" if verb.startswith("be") else f"What {{do}} {{term}} {verb}?"


def _enumeration(fact: Enumeration) -> Asked | None:
    lead = fact.lead
    question = _question_of(lead, fact.topic)
    if question is None:
        return None
    if lead.context:
        context = lead.context[0].upper() + lead.context[1:]
        question = f"{context}, {question[0].lower()}{question[1:]}"
    term = lead.noun or lead.subject or lead.rest
    return Asked(text(question), Text.of(term))


def _question_of(lead: Lead, topic: Topic) -> str | None:
    count = f"{lead.count} " if lead.count else ""
    rest = f" {lead.rest}" if lead.rest else ""
    what = f"Which {count}{lead.noun}" if lead.noun else "What"
    match lead.form:
        case "noun":
            return _noun_question(lead, topic, count)
        case "inverted":
            return f"{what} {lead.verb} {lead.subject}{rest}?"
        case "do":
            do = "do" if is_plural(lead.subject) or lead.subject in ("you", "we", "they") else "does"
            return f"{what} {do} {lead.subject} {lead.verb}{rest}?"
        case "how":
            return f"How do you {lead.rest}?"
        case "when":
            return f"When should you {lead.rest}?"
        case "why":
            return f"Why should you {lead.rest}?"
        case "advice":
            return f"What should you do about {lead.rest}?"
        case "asked":
            return lead.rest


_NAMES_ITS_SUBJECT = lazy_regex(r"\s(?:of|for|in|with|by|reserved|from|behind|between|during|why)\s", re.IGNORECASE)


def _noun_question(lead: Lead, topic: Topic, count: str) -> str | None:
    noun = re.sub(r"^the\s+", "", lead.noun, flags=re.IGNORECASE)
    named = (
        bool(_NAMES_ITS_SUBJECT.search(noun))
        or "this " in noun
        or bool(set(key(noun).split()) & set(key(topic.words).split()))
    )
    if lead.subject:
        return f"What are the {count}{noun} of {lead.subject}?"
    if re.match(r"(?:an?\s)?[\w-]+['’]s?\s", noun):  # "a skipper's duties"
        return f"What are {noun[0].lower()}{noun[1:]}?"
    short = topic.form == "noun" and len(topic.words.split()) <= _SHORT_TOPIC and "(" not in topic.words
    if named or not short or _OPEN_NOUN.search(noun):
        return f"What are the {count}{noun}?" if len(noun.split()) > 1 or topic else None
    link = "for" if noun.split()[-1].lower() in _FOR else "of"
    return f"What are the {count}{noun} {link} {topic.words}?"


_SHORT_TOPIC = 4
"""A longer topic makes the question clumsy; it stands in front then."""
_OPEN_NOUN = lazy_regex(
    r"\s(?:not|expected|needed|required|used|to|that|which|when|where|worth|you|during)\b|[:(]", re.IGNORECASE
)
_FOR = frozenset("practices guidelines tips requirements ways reasons".split())
