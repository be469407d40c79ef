"""English questions: every template in which a question adds words to those of the article."""

from __future__ import annotations

import re

from cardwright.core.document import Text, shown
from cardwright.core.fact import Definition, Entry, Enumeration, Fact, Lead, Statement, Topic
from cardwright.questions.assemble import Asked, text, with_term
from cardwright.questions.shapes import shape_of
from cardwright.text.english import (
    base_of_third,
    is_base_verb,
    is_plural,
    with_article,
)
from cardwright.text.normal import key

REVERSE = "Which term does this describe?"
"""The prompt of a definition's reverse card."""

_ASPECT_QUESTIONS = {
    "problem it addresses": "What problem {do} {topic} address?",
    "how it helps": "How {do} {topic} help?",
    "example": "What is an example of {topic}?",
    "examples": "What are examples of {topic}?",
    "other name": "What is another name for {topic}?",
    "when to use": "When should you use {topic}?",
    "when to use it": "When should you use {topic}?",
    "when not to use": "When should you not use {topic}?",
    "how it works": "How {do} {topic} work?",
    "why it matters": "Why {do} {topic} matter?",
    "what it does": "What {do} {topic} do?",
    "use": "What {be} {topic} used for?",
    "used for": "What {be} {topic} used for?",
    "prevention": "How {be} {topic} prevented?",
}
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
}


def ask(fact: Fact) -> Asked | None:
    """Word the question of a fact; None where no template fits."""
    match fact:
        case Definition():
            return _definition(fact)
        case Entry():
            return _entry(fact)
        case Enumeration():
            return _enumeration(fact)
        case Statement(subject=subject):
            return Asked(with_term("What does ", subject, " stand for?"), subject)


def _definition(fact: Definition) -> Asked:
    plain = shown(fact.term)
    plural = not fact.article.startswith("a") and is_plural(plain)
    verb = fact.verb
    pattern = _pattern(verb)
    pattern = pattern.replace("{be}", "are" if plural else "is").replace("{do}", "do" if plural else "does")
    before, after = pattern.split("{term}")
    given = "the" if fact.article in ("this", "these") else fact.article
    article = f"{given} " if given and not plural else ""
    if article in ("a ", "an "):
        article = with_article(plain).split(" ", 1)[0] + " "
    alias = next((a for a in fact.aliases if key(a) != key(plain) and verb != "stand for"), "")
    names = f" ({alias})" if alias and len(alias) < 40 else ""
    context = f"{fact.context}, " if fact.context else ""
    if context:
        before = before[0].lower() + before[1:]
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
    return "What {be} {term}?" if verb.startswith("be") else f"What {{do}} {{term}} {verb}?"


def _entry(fact: Entry) -> Asked | None:
    if fact.aspect:
        return _aspect(fact)
    label = shown(fact.label)
    code = fact.label.marked("code")
    command = _commands(label) and not code
    plural = is_plural(label)
    name = fact.name or fact.label
    shape = shape_of(fact.answer)
    if code and fact.group:  # a word that stands for itself, told from the words of the question
        kind = _TAIL.split(fact.group)[0]
        name, plural = Text.of(f"the {kind} “") + name + Text.of("”"), False
    question = _of_thing(shape, name, plural=plural, code=code) if not command else None
    if question is None:
        question = _of_label(fact, does=shape in ("gerund", "command"), phrase=shape == "phrase", command=command)
    within = fact.topic.words if fact.topic.form == "noun" and fact.nested else ""
    return Asked(question, fact.label, within=within)


def _of_thing(shape: str, name: Text, *, plural: bool, code: bool) -> Text | None:
    """Word the question for a label that is a thing, by what its explanation opens with; None where no one fits."""
    match shape:
        case "purpose":
            return with_term("What is the purpose of ", name, "?")
        case "third" if not plural:
            return with_term("What does ", name, " do?")
        case "command" if code:
            return with_term("What does ", name, " do?")
        case "list":
            return with_term("What do " if plural else "What does ", name, " include?")
        case "question":
            return with_term("Which question does “", name, "” answer?")
        case "thing":
            return with_term("What are " if plural else "What is ", name, "?")
        case _:
            return None


_ACTS = re.compile(r"\b(?:responsibility|task|duty|activity|role|step|stage|phase|job|process|chore|skill)\b")
"""Groups whose members are done: one asks what they involve."""


_TAIL = re.compile(r"\s(?:of|for|in|that|which|to|with|during|on|from|why|currently|used|needed)\b")
"""Where the words of a group go on after its noun: "keyword currently in use"."""


def _of_label(fact: Entry, *, does: bool, phrase: bool, command: bool) -> Text:
    """Word the question for a label that is quoted: what it involves where it is done, else how one explains it.

    What the labels of its list are is named for commands, for single words, which say too little alone, and for skills
    and tasks, which are asked by what they involve.
    """
    label = shown(fact.label)
    group = fact.group if command or " " not in label or _ACTS.search(fact.group) else ""
    if fact.label.marked("code") and not does:
        kind = _TAIL.split(group)[0]
        return with_term(f"What is the {kind} “" if kind else "What is “", fact.label, "” for?")
    if phrase and not command and not _ACTS.search(fact.group):
        return with_term("What is meant by “", fact.label, "”?")
    tail = _TAIL.search(group)
    before = f"the {group} " if group and not tail else ""
    after = f" as {with_article(group)}" if tail else ""
    if does or _ACTS.search(fact.group):
        return with_term(f"What does {before}“", fact.label, f"” involve{after}?")
    if command and not group and _advises(label):
        before = "the advice "
    return with_term(f"How would you explain {before}“", fact.label, f"”{after}?")


def _advises(label: str) -> bool:
    first = label.split(maxsplit=1)[0].lower()
    return is_base_verb(first) or first in ("do", "don't", "don’t", "avoid", "never", "always", "be", "use")


def _aspect(fact: Entry) -> Asked | None:
    topic = fact.topic.words
    plural = fact.topic.plural
    template = _ASPECT_QUESTIONS.get(fact.aspect, "")
    if not template:
        be = "are" if is_plural(fact.aspect) else "is"
        template = f"What {be} the {fact.aspect} of {{topic}}?"
    filled = template.replace("{be}", "are" if plural else "is").replace("{do}", "do" if plural else "does")
    return Asked(text(filled.replace("{topic}", topic)), fact.label)


def _commands(label: str) -> bool:
    words = re.sub(r"\s*[(（][^()（）]*[)）]", "", label).split()
    if len(words) == 1 and is_base_verb(label, strict=True):
        return True
    if len(words) > 1 and base_of_third(words[0]) and words[0].islower():
        return True
    named = len(words) > 1 and all(word[:1].isupper() for word in words)
    if named and words[0].lower() not in (
        "use",
        "avoid",
        "do",
        "don't",
        "don’t",
        "never",
        "always",
        "be",
        "keep",
        "make",
    ):
        return is_base_verb(words[0], strict=True) and len(words) > 3
    return bool(words) and (
        (is_base_verb(words[0], strict=len(words) < 3) and len(words) > 1)
        or words[0].lower() in ("do", "don't", "don’t", "avoid", "never", "always", "be", "use")
        or len(words) > 5
        or bool(re.search(r"\b(?:is|are|you|your|can|should|must|will|it)\b", label))
    )


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


_NAMES_ITS_SUBJECT = re.compile(r"\s(?:of|for|in|with|by|reserved|from|behind|between|during|why)\s", re.IGNORECASE)


def _noun_question(lead: Lead, topic: Topic, count: str) -> str | None:
    noun = re.sub(r"^the\s+", "", lead.noun, flags=re.IGNORECASE)
    named = (
        bool(_NAMES_ITS_SUBJECT.search(noun))
        or "this " in noun
        or bool(set(key(noun).split()) & set(key(topic.words).split()))
    )
    if lead.subject:
        return f"What are the {count}{noun} of {lead.subject}?"
    short = topic.form == "noun" and len(topic.words.split()) <= _SHORT_TOPIC and "(" not in topic.words
    if named or not short or _OPEN_NOUN.search(noun):
        return f"What are the {count}{noun}?" if len(noun.split()) > 1 or topic else None
    link = "for" if noun.split()[-1].lower() in _FOR else "of"
    return f"What are the {count}{noun} {link} {topic.words}?"


_SHORT_TOPIC = 4
"""A longer topic makes the question clumsy; it stands in front then."""
_OPEN_NOUN = re.compile(
    r"\s(?:not|expected|needed|required|used|to|that|which|when|where|worth|you|during)\b|[:(]", re.IGNORECASE
)
_FOR = frozenset("practices guidelines tips requirements ways reasons".split())
