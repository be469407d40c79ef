"""Questions in the article's own language: a template of its table, or nothing but the author's words."""

from __future__ import annotations

import re

from cardwright.core.document import Text, plain_of, shown
from cardwright.core.fact import Definition, Entry, Enumeration, Fact, Statement, Topic
from cardwright.questions.assemble import Asked, text, with_term
from cardwright.questions.languages.base import Templates
from cardwright.text.regex import lazy_regex

DASH = " — "
"""Between what a passage is about and the author's sentence."""

_REVERSE_WORDS = (5, 40)
"""An answer this long tells its term (test Q24)."""

_WIDE = lazy_regex(r"[\u3040-\u30ff\u3400-\u9fff]")


def ask(fact: Fact, words: Templates) -> Asked | None:
    """Word the question of a fact; None where there is nothing to name it by."""
    match fact:
        case Definition():
            return _definition(fact, words)
        case Entry():
            return _entry(fact, words)
        case Enumeration():
            return Asked(text(_under(fact.topic, fact.lead.rest, DASH)), text(fact.lead.rest))
        case Statement(subject=subject):
            return Asked(_filled(words.stands_for, "", subject, words) if words.stands_for else subject, subject)


def reverse(fact: Fact, words: Templates) -> str:
    """Give the prompt of the reverse card; "" where the answer is too short or long, or holds the term."""
    if not isinstance(fact, Definition) or fact.verb not in ("be", "mean") or not words.reverse:
        return ""
    answer = plain_of(fact.answer)
    size = len(answer.split()) + len(_WIDE.findall(answer)) // 2
    if not _REVERSE_WORDS[0] <= size <= _REVERSE_WORDS[1]:
        return ""
    told = answer.lower()
    parts = [shown(fact.term).lower(), *fact.aliases, *re.findall(r"[^\W\d_]{4,}", shown(fact.term).lower())]
    return "" if any(_stem(part) in told for part in parts) else words.reverse


def _stem(word: str) -> str:
    return word.lower() if _WIDE.search(word) or len(word) < 7 else word.lower()[:-2]


def _definition(fact: Definition, words: Templates) -> Asked:
    template = words.of(fact.verb) or words.be
    if not template:
        return Asked(fact.term, fact.term)
    article = fact.article if fact.verb != "mean" else ""
    between = "" if article.endswith(("'", "’")) or not article else " "
    question = _filled(template, article + between, fact.term, words)
    return Asked(question, fact.term)


def _filled(template: str, article: str, term: Text, words: Templates) -> Text:
    before, after = template.split("{}")
    before, seam = words.join(before, article + shown(term))
    return with_term(before + seam + article, term, after)


def _entry(fact: Entry, words: Templates) -> Asked:
    return Asked(with_term(_under(fact.topic, "", words.under), fact.label, ""), fact.label)


def _under(topic: Topic, words: str, by: str) -> str:
    """Put what a passage is about before its words; after a question a dash."""
    about = topic.words.rstrip(" :：.…")
    if not about or about == words:
        return words
    return f"{about[:1].upper()}{about[1:]}{DASH if about.endswith(('?', '？', '؟')) else by}{words}"
