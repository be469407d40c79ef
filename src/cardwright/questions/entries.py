"""English questions for a label with its explanation, worded by what either of them is."""

from __future__ import annotations

import re

from cardwright.core.document import Text, plain_of, shown
from cardwright.core.fact import Entry, Topic
from cardwright.questions.articles import counted_article
from cardwright.questions.assemble import Asked, text, with_term
from cardwright.questions.labels import LabelKind, label_kind
from cardwright.questions.shapes import Opening, acts, opening_of, says_to_be, uses
from cardwright.text.english import base_of_gerund, base_of_third, is_plural, with_article
from cardwright.text.normal import without_asides
from cardwright.text.regex import lazy_regex

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

_ACTS = lazy_regex(
    r"\b(?:responsibility|task|duty|activity|role|step|stage|phase|job|process|chore|skill|action|measure)\b"
)
"""Groups whose members are done: one asks what they involve."""

_ADVICE = lazy_regex(r"\b(?:principle|practice|guideline|rule|tip|advice|recommendation|standard)\b")
"""Groups whose members are followed: one asks how they are put into practice."""

_CLAIMS = lazy_regex(
    r"\b(?:reason|benefit|advantage|disadvantage|drawback|pro|con|problem|challenge|risk|limitation|issue|pitfall|myth|"
    r"consequence|goal|objective|characteristic|property|quality|trait|factor|consideration|criterion|cause|symptom|"
    r"sign|indicator|threat|concern|requirement|condition|strength|weakness|mistake)\b"
)
"""Groups whose members are claimed to be one: one asks in what way they are."""

_SORTS = lazy_regex(r"\b(?:kind|type|form|sort|category|class|variety|species|model|mode|family|genre|style)\b")
"""Groups whose members differ by what is characteristic of each."""

_TAIL = lazy_regex(r"\s(?:of|for|in|that|which|to|with|during|on|from|why|currently|used|needed)\b")
"""Where the words of a group go on after its noun: "keyword currently in use"."""

_CONSTANT = lazy_regex(r"(?:^|\.)[A-Z][A-Z0-9_]{2,}$")
"""The name of a constant or of an error."""
_LONG_LABEL = 14
"""Words from which a command is quoted: as a question of its own it is not to be read."""
_SHORT_TOPIC = 4
"""A longer topic makes the question clumsy; it stands in front then."""


def ask_entry(fact: Entry) -> Asked:
    """Word the question of a label with its explanation."""
    if fact.aspect:
        return _aspect(fact)
    opening = opening_of(fact.answer)
    within = fact.topic.words if fact.topic.form == "noun" and fact.nested else ""
    if fact.attribute and opening.shape not in ("command", "gerund", "purpose"):
        be = "are" if is_plural(shown(fact.label)) else "is"
        return Asked(with_term(f"What {be} the ", fact.name or fact.label, f" of {fact.topic.words}?"), fact.label)
    if question := _of_label(fact, opening):
        return Asked(question, fact.label, within=within)
    if question := _of_thing(fact, opening):
        return Asked(question, fact.label, within=within, echo=opening.echo)
    return Asked(_quoted(fact, opening), fact.label, within=within)


def _aspect(fact: Entry) -> Asked:
    topic = fact.topic.words
    plural = fact.topic.plural
    template = _ASPECT_QUESTIONS.get(fact.aspect, "")
    if not template:
        be = "are" if is_plural(fact.aspect) else "is"
        template = f"What {be} the {fact.aspect} of {{topic}}?"
    filled = template.replace("{be}", "are" if plural else "is").replace("{do}", "do" if plural else "does")
    return Asked(text(filled.replace("{topic}", topic)), fact.label)


def _kind(fact: Entry) -> LabelKind:
    if acts(fact.answer, shown(fact.label)):  # "Build scripts": "Build scripts can detect ..."
        return "thing"
    return label_kind(fact.label, among_commands=fact.among_commands)


def _of_label(fact: Entry, opening: Opening) -> Text | None:
    """Word the question for a label that is a command, a condition or a trait; None for one that names a thing."""
    kind = _kind(fact)
    plain = shown(fact.label).strip(" .:!")
    if _ACTS.search(_head(fact.group)) or len(plain.split()) > _LONG_LABEL:
        return None
    match kind:
        case "command" if not _CLAIMS.search(_head(fact.group)):
            return _of_command(_inner(fact.label), plain, opening, reasoned=fact.reasoned)
        case "act" if (
            plain.split()[1].lower() not in ("and", "or", "&")
            and opening.says
            and opening.shape == "sentence"
            and opening.reasons
        ):
            base = base_of_gerund(plain.split()[0])
            rest = fact.label.strip(" .:!").slice(len(plain.split()[0]))
            return with_term(f"Why should you {base}", rest, "?")
        case "condition":
            you = re.search(r"\byou\b", plain) or opening.shape in ("command", "gerund")
            does = "should you do" if you else "happens"
            return with_term(f"What {does} ", _inner(fact.label), "?")
        case "trait" if _nameable(fact.topic):
            do, words = ("do" if fact.topic.plural else "does"), plain.split()
            rest = fact.label.strip(" .:!").slice(len(words[0]))
            return with_term(f"How {do} {fact.topic.words} {base_of_third(words[0])}", rest, "?")
        case "comparison" if _nameable(fact.topic):
            be = "are" if fact.topic.plural else "is"
            return with_term(f"How {be} {fact.topic.words} ", _inner(fact.label), "?")
        case _:
            return None


def _of_command(label: Text, plain: str, opening: Opening, *, reasoned: bool) -> Text:
    """Ask why one should, where a sentence says it; how one does it, where the explanation tells of doing."""
    first = plain.split(maxsplit=1)[0].lower()
    refuses = first in ("don't", "don’t", "never", "avoid") or plain.lower().startswith("do not ")
    done = opening.shape in ("command", "gerund", "list") or opening.tells_how
    why = reasoned or opening.shape in ("purpose", "third", "valued") or (opening.says and not done)
    if first in ("don't", "don’t"):
        label = text("not ") + label.slice(len(first)).strip()
    elif plain.lower().startswith("do not "):
        label = label.slice(len("do "))
    if why or (refuses and first != "avoid"):
        return with_term("Why should you ", label, "?")
    return with_term("How do you ", label, "?")


def _nameable(topic: Topic) -> bool:
    return topic.form == "noun" and len(topic.words.split()) <= _SHORT_TOPIC + 1


def _of_thing(fact: Entry, opening: Opening) -> Text | None:
    """Word the question for a label that is a thing, by what its explanation opens with; None where no one fits."""
    code = fact.label.marked("code")
    if not code and (_kind(fact) not in ("thing", "act") or _ACTS.search(_head(fact.group))):
        return None
    name, plural = _name(fact, opening)
    do, be = ("do", "are") if plural else ("does", "is")
    if code and opening.shape == "command":
        return with_term(f"What {be} ", name, " for?") if opening.sets else with_term(f"What {do} ", name, " do?")
    if opening.shape == "question":
        return with_term("Which question does “", fact.name or fact.label, "” answer?")
    before, after = {
        "purpose": ("What is the purpose of", ""),
        "third": (f"What {opening.words or do}", opening.verb or "do"),
        "used": (f"{opening.verb} {be}", opening.words),
        "valued": (f"What {be}", opening.words),
        "list": (f"What {do}", "include"),
        "clause": (f"What {do}", "tell you"),
        "thing": (f"What {be}", ""),
        "phrase": (f"What {be}", ""),
    }.get(opening.shape, ("", ""))
    used = uses(fact.answer, shown(fact.label))
    if opening.shape == "command" and plural and not used and " " in shown(fact.label) and not fact.group:
        before, after = f"How {do}", "work"
    if not before and (acting := acts(fact.answer, shown(fact.label))):
        before, after = f"What {do if acting == 'do' else acting}", "do"
    elif not before and used:
        before, after = f"What {be}", "used for"
    return with_term(f"{before} ", name, f" {after}".rstrip() + "?") if before else None


def _name(fact: Entry, opening: Opening) -> tuple[Text, bool]:
    """Give the name of a thing as a question has it, with its article, and whether it is plural."""
    name, plural = fact.name or fact.label, _several(shown(fact.label))
    if fact.label.marked("code"):
        if not fact.group:
            return (text("“") + name + text("”") if shown(name).isalpha() else name), False
        kind = _TAIL.split(fact.group)[0]  # a word that stands for itself, told from the words of the question
        return text(f"the {kind} “") + name + text("”"), False
    if "(s)" in shown(name):
        return text("“") + name + text("”"), plural
    phrase = opening.shape in ("phrase", "thing") and not plural
    article = fact.article or (counted_article(shown(name), plain_of(fact.answer)) if phrase else "")
    return (text(f"{article} ") + name if article else name), plural


def _quoted(fact: Entry, opening: Opening) -> Text:
    """Word the question for a label that is quoted, by what the labels of its list are."""
    label, group = shown(fact.label), fact.group
    code = fact.label.marked("code")
    tail = _TAIL.search(group)
    before = f"the {group} " if group and not tail else ""
    after = f" as {with_article(group)}" if tail else ""
    quoted = text("“") + _marked(fact.label) + text("”")
    does = opening.shape in ("gerund", "command", "purpose")
    if code and not does and _CONSTANT.search(label):
        return with_term("What does ", quoted, " mean?")
    if code and not does:
        kind = _TAIL.split(group)[0]
        return with_term(f"What is the {kind} " if kind else "What is ", quoted, " for?")
    claimed = opening.shape != "gerund" and _CLAIMS.search(_head(group)) is not None
    if _ACTS.search(_head(group)) or (does and not claimed and not _ADVICE.search(_head(group))):
        plain = before and " " in label and not _ACTS.search(_head(group))
        return with_term(f"What does {'' if plain else before}", quoted, f" involve{after}?")
    if _ADVICE.search(_head(group)) and does:
        return with_term(f"How do you put {before}", quoted, f" into practice{after}?")
    if claimed:
        return with_term("How is ", quoted, f" {with_article(group)}?")
    if _SORTS.search(_head(group)):
        return with_term("What is characteristic of ", quoted, f" as {with_article(group)}?")
    if _kind(fact) == "act":
        return with_term("What does ", quoted, f" involve{after}?")
    if _kind(fact) == "thing" and not _ADVICE.search(_head(group)):
        return _role(fact, quoted, opening, group)
    return with_term(f"What is the idea behind {before}", quoted, f"{after}?")


def _role(fact: Entry, quoted: Text, opening: Opening, group: str) -> Text:
    """Ask how a thing works where the explanation tells of the reader or of a case, else what role it plays."""
    plural = is_plural(shown(fact.label).split(" as ")[0])
    do = "do" if plural else "does"
    name = text(f"{fact.article} ") + (fact.name or fact.label) if fact.article else quoted
    if plural and " " in shown(fact.label):
        name = fact.name or fact.label
    label = without_asides(shown(fact.label)).strip()
    if opening.of_a_case:
        return with_term(f"How {do} ", name, " work?")
    if group:
        return with_term(f"What role {do} ", name, f" play as {with_article(group)}?")
    if _QUALITY.fullmatch(label) and opening.needs:
        return with_term("Why does ", _inner(fact.label), " matter?")
    if _QUALITY.fullmatch(label) or _SIGN.fullmatch(label) or says_to_be(fact.answer, label):
        return with_term("What does ", quoted, " mean?")
    return with_term(f"What role {do} ", name, " play?")


_QUALITY = lazy_regex(r"(?:[\w-]+ )?[\w-]{3,}(?:ity|ness|ance|ency)", re.IGNORECASE)
"""The name of a quality: "Durability", "Cost-effectiveness"."""
_SIGN = lazy_regex(r"[A-Z][A-Z0-9_]{3,}|[a-z][\w.-]*(?:, [a-z][\w.-]*)*")
"""A name that is written as programs write it: "EACCES", "devOptional"."""


def _head(group: str) -> str:
    """Give the noun of a group: "practice" of "testing and overall quality practice"."""
    return _TAIL.split(group)[0].split()[-1] if group else ""


def _several(label: str) -> bool:
    """Tell whether a label names several things: a plural, or two things side by side."""
    return is_plural(label.split(" as ", maxsplit=1)[0]) or bool(
        re.search(r",\s|\s(?:and|&)\s", re.split(r"\s(?:of|for|in|to|on|as)\s|[(]", label)[0])
    )


def _inner(label: Text) -> Text:
    """Give a label as it goes on within a question: its first letter in lower case, its end punctuation off."""
    label = _marked(label).strip(" .:!")
    first = label.runs[0]
    word = first.text.split(maxsplit=1)[0] if first.text.strip() else ""
    if "code" in first.marks or word[1:] != word[1:].lower():
        return label
    return text(first.text[0].lower()) + label.slice(1) if not first.marks else label


def _marked(label: Text) -> Text:
    """Give a label with only those marks that a question keeps."""
    return with_term("", label, "")
