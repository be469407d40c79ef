"""Lead-ins of a fixed shape: "for three reasons", "in two ways", "things to consider", "follow these steps to ..."."""

from __future__ import annotations

import re

from cardwright.core.fact import Lead
from cardwright.rules.headings import is_clause
from cardwright.rules.lead_objects import exact_count
from cardwright.rules.lead_words import NUMBER
from cardwright.text.english import base_of_third, is_base_verb, is_plural
from cardwright.text.regex import ending, holding, lazy_regex, starting, wording

_COUNTED = rf"(?:{NUMBER}|these|the following|the)"
_REASONS = lazy_regex(
    rf"^(?P<clause>.+?),? (?:for|because of) (?:{_COUNTED} )?(?:\w+ )?reasons$", re.IGNORECASE, when=ending("reasons")
)
_WAYS = lazy_regex(
    rf"^(?P<clause>.+?) in (?:{_COUNTED} )(?:\w+ )?(?:ways|respects)$", re.IGNORECASE, when=ending("ways", "respects")
)
_THINGS = lazy_regex(
    rf"^(?:(?:{NUMBER}|some|the|a few|other|key|main|important|common) )*(?:things|points|aspects|factors|issues|"
    r"questions|considerations|topics|items|details|facts) to (?P<rest>[a-z]+(?: .+)?)$",
    re.IGNORECASE,
    when=wording("things points aspects factors issues questions considerations topics items details facts"),
)
_STEPS = lazy_regex(
    r"^(?:please )?(?:follow|use|take|perform|complete|do) (?:these|the following|the|this|that) "
    r"(?:(?:\w+ )?(?:steps|procedure|process|instructions|checklist) )?(?:to|in order to|for|when) (?P<rest>.+)$",
    re.IGNORECASE,
    when=starting("please ", "follow ", "use ", "take ", "perform ", "complete ", "do "),
)
_COURSE = lazy_regex(
    r"^(?P<what>the (?:\w+ )?(?:process|procedure|order|sequence|workflow|structure|hierarchy|schedule|agenda|"
    r"breakdown|algorithm|layout|flow|cycle) (?:of|for|to) .+?) (?:is|looks)$",
    re.IGNORECASE,
    when=ending(" is", " looks"),
)
_HABIT = lazy_regex(
    r"^(?P<subject>(?:an? |the )?[\w' -]{3,40}?) (?P<adverb>typically|usually|often|always|generally|normally|never)$",
    re.IGNORECASE,
    when=ending("typically", "usually", "often", "always", "generally", "normally", "never"),
)
_WHAT_TO = lazy_regex(
    r"^(?P<word>what|when|where|who|which \w+) to (?P<rest>[a-z]+(?: .+)?)$", re.IGNORECASE, when=starting("wh")
)
_WHAT_YOU = lazy_regex(
    r"^what (?P<subject>you|we) (?P<rest>(?:need|should|must|can|will need)(?: .+)?)$",
    re.IGNORECASE,
    when=starting("what "),
)
_HOW_TO = lazy_regex(r"^how to (?P<rest>[a-z]+ .+)$", re.IGNORECASE, when=starting("how to "))
_EVERYBODY = lazy_regex(
    r"^(?P<noun>(?:\w+ ){0,2}\w+s) (?P<subject>(?:every|all|each|most|an?|the) [\w-]+) "
    r"(?P<verb>should|must|can|needs? to) (?P<rest>[a-z]+(?: .+)?)$",
    re.IGNORECASE,
    when=wording("should must can need needs"),
)
_SORTED = lazy_regex(
    rf"^(?P<what>{NUMBER} (?:\w+ )?(?:types?|kinds?|sorts?|forms?|classes|groups) of [\w -]{{3,40}}?) (?P<be>are|were) "
    r"(?P<rest>[a-z]+ed\b.*|known|made|built)$",
    re.IGNORECASE,
    when=holding(" of "),
)
_HAVE = lazy_regex(
    rf"^(?P<subject>you|we) have (?:(?P<count>{NUMBER}) )?"
    r"(?P<noun>(?:\w+ )?(?:options|choices|possibilities|alternatives))$",
    re.IGNORECASE,
    when=starting("you have ", "we have "),
)
_WHENEVER = lazy_regex(
    r"^(?P<subject>.+?) (?P<verb>is|are|should|must|can|may)(?: (?P<rest>[a-z].*?))? (?:when|if|whenever)$",
    re.IGNORECASE,
    when=ending(" when", " if", " whenever"),
)
_INFINITIVE = lazy_regex(
    r"(?:^|\b(?:able|when|how|where|what|helps?|required|expected|designed|aimed|intended|allowed|permitted|encouraged|asked|"
    r"advised|obliged|supposed|likely|ready|want|need|have|try|seek|aim|tend|agree|begin|start|continue|you|us|them)\s)to$",
    re.IGNORECASE,
    when=ending("to"),
)
"""Ends in a "to" that waits for a verb, not for a noun ("attributed to")."""
_SENSE = lazy_regex(
    r"(?:make sure|be sure|ensure|check|verify|confirm)$",
    re.IGNORECASE,
    when=ending("sure", "ensure", "check", "verify", "confirm"),
)


def fixed_shape(text: str) -> Lead | None:
    """Read a lead-in whose shape alone says what the list is; None where it has none of these shapes."""
    for read in (_reasons, _ways, _advice, _course, _asked, _one_of, _whenever):
        lead = read(text)
        if lead is not None:
            return lead
    return None


def _reasons(text: str) -> Lead | None:
    found = _REASONS.match(text)
    return _why_or_how("Why", found["clause"]) if found else None


def _ways(text: str) -> Lead | None:
    found = _WAYS.match(text)
    return _why_or_how("How", found["clause"]) if found else None


def _why_or_how(word: str, clause: str) -> Lead | None:
    """Turn a clause into a question: "boats differ" -> "How do boats differ?"."""
    tokens = clause.split()
    for at in range(1, min(len(tokens), 8)):
        subject, verb, rest = " ".join(tokens[:at]), tokens[at].lower(), " ".join(tokens[at + 1 :])
        if re.match(r"(?:it|this|that|they|these|i|there)\b", subject, re.IGNORECASE):
            return None
        we = subject.lower() in ("we", "you", "we still", "you still", "we also", "we often")
        if we:
            subject = re.sub(r"^we\b", "you", subject, flags=re.IGNORECASE)
        tail = f" {rest}" if rest else ""
        if verb in ("is", "are", "can", "could", "should", "must", "may", "will", "was", "were"):
            return Lead("asked", rest=f"{word} {verb} {_inner(subject)}{tail}?")
        base = base_of_third(verb)
        if base:
            return Lead("asked", rest=f"{word} does {_inner(subject)} {base}{tail}?")
        if (is_base_verb(verb) or len(tokens) == len(("boats", "capsize"))) and (we or is_plural(subject)):
            return Lead("asked", rest=f"{word} do {_inner(subject)} {verb}{tail}?")
    return None


def _inner(subject: str) -> str:
    """Give a subject as it stands within a question."""
    first = subject.split(maxsplit=1)[0]
    if first.lower() == "you":
        return subject[0].lower() + subject[1:]
    small = first[1:] == first[1:].lower() and (
        first.lower() in ("the", "a", "an") or is_plural(subject) or first.endswith("ing")
    )
    return subject[0].lower() + subject[1:] if small else subject


def _advice(text: str) -> Lead | None:
    if things := _THINGS.match(text):
        rest = things["rest"]
        return Lead("inverted", "you", "should", rest) if is_base_verb(rest.split()[0]) else None
    if steps := _STEPS.match(text):
        rest = steps["rest"]
        return Lead("how", rest=rest) if is_base_verb(rest.split()[0]) else None
    if how := _HOW_TO.match(text):
        return Lead("how", rest=how["rest"])
    if what := _WHAT_TO.match(text):
        word, rest = what["word"][0].upper() + what["word"][1:], what["rest"]
        return Lead("asked", rest=f"{word} should you {rest}?") if is_base_verb(rest.split()[0]) else None
    if you := _WHAT_YOU.match(text):
        verb, _, tail = you["rest"].partition(" ")
        do = f"do you {verb}" if verb == "need" else f"{verb} you"
        return Lead("asked", rest=f"What {do} {tail}".rstrip() + "?") if verb == "need" or tail else None
    return None


def _course(text: str) -> Lead | None:
    found = _COURSE.match(text)
    return Lead("asked", rest=f"What is {found['what'][0].lower()}{found['what'][1:]}?") if found else None


def _asked(text: str) -> Lead | None:
    if habit := _HABIT.match(text):
        subject = habit["subject"]
        if is_clause(subject) or re.match(r"(?:it|they|this|these|that)\b", subject, re.IGNORECASE):
            return None
        named = is_plural(subject) or re.match(r"(?:an?|the) ", subject, re.IGNORECASE)
        return Lead("do", subject, f"{habit['adverb'].lower()} do") if named else None
    if everybody := _EVERYBODY.match(text):
        verb, subject = everybody["verb"].lower(), everybody["subject"].lower()
        noun, rest = everybody["noun"].lower(), everybody["rest"]
        if " to" in verb:
            return Lead("asked", rest=f"Which {noun} does {subject} need to {rest}?")
        return Lead("asked", rest=f"Which {noun} {verb} {subject} {rest}?")
    if sorts := _SORTED.match(text):
        return Lead("asked", rest=f"Which {sorts['what'].lower()} {sorts['be']} {sorts['rest']}?")
    if have := _HAVE.match(text):
        return Lead("do", have["subject"].lower(), "have", "", have["noun"], exact_count(have["count"] or ""))
    return None


_ONE_OF = lazy_regex(
    r"^(?P<subject>.{2,50}?) (?:is|can be|may be|must be|should be) (?:any )?one of(?: the)?$", re.IGNORECASE
)


def _one_of(text: str) -> Lead | None:
    """Read "The flag is one of:", which names the values that a thing can have."""
    found = _ONE_OF.match(text)
    if (
        not found
        or is_clause(found["subject"])
        or re.match(r"(?:it|this|that|which)\b", found["subject"], re.IGNORECASE)
    ):
        return None
    return Lead("asked", rest=f"Which values can {_inner(found['subject'])} have?")


def _whenever(text: str) -> Lead | None:
    """Read "Reefing is useful when:", "You should reef if:"."""
    found = _WHENEVER.match(text)
    if not found or is_clause(found["subject"].lower().replace("you", "")) or len(found["subject"].split()) > 8:
        return None
    if re.match(r"(?:it|this|that|they|these)\b", found["subject"], re.IGNORECASE):
        return None
    subject = _inner(found["subject"]) if found["subject"].lower() not in ("you", "we") else "you"
    rest = f" {found['rest']}" if found["rest"] else ""
    return Lead("asked", rest=f"When {found['verb'].lower()} {subject}{rest}?") if rest else None


def finished(rest: str) -> str:
    """Give the end of a question that a list completes: "be able to" -> "be able to do", "make sure that" -> "of"."""
    if _INFINITIVE.search(rest):
        return f"{rest} do"
    if rest.endswith(" that"):
        bare = rest.removesuffix(" that")
        return f"{bare} of" if bare.endswith("sure") else bare if _SENSE.search(bare) or " " not in bare else rest
    if re.search(r"\b(?:help|let|make)s? (?:you|us|one)$", rest):
        return f"{rest} do"
    return rest
