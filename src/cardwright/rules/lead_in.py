"""Understands the English sentence before a list: what the list is the answer to."""

from __future__ import annotations

import re
from dataclasses import replace

from cardwright.core.fact import Lead
from cardwright.rules import english
from cardwright.rules.headings import is_clause
from cardwright.rules.lead_objects import (
    cut_following,
    cut_object,
    exact_count,
    is_open_ended,
    is_plural_noun,
    without_quantifier,
)
from cardwright.rules.lead_shapes import finished, fixed_shape
from cardwright.rules.lead_words import (
    ADVERB_END,
    ASIDE,
    BE,
    BE_END,
    BESIDES,
    CLAUSE_IN,
    CONTEXT,
    COUNT,
    DETERMINER,
    FOLLOWING_FIRST,
    HERE_IS_WHAT,
    INTRO,
    LISTED,
    MODAL,
    NEED,
    NOUN_ONLY,
    NUMBER,
    PREPOSITION_END,
    PRONOUN,
    RELATIVE,
    SECOND_VERB,
    TAIL,
    THERE,
    THESE,
)
from cardwright.rules.reading import Reading
from cardwright.text.english import AUXILIARIES, base_of_gerund, base_of_third, is_base_verb, is_plural
from cardwright.text.regex import WordSet, holding, lazy_regex, starting

_LONG_ASIDE = lazy_regex(r"\s*\([^()]{25,}\)", when=holding("("))
_PARTED = lazy_regex(r":\s|\s[-–—]\s", when=holding(":", "-", "–", "—"))
_POINTS = WordSet("these those this above following")
_PURPOSE = lazy_regex(r"^(?:in order )?to (?P<rest>[a-z]+ .+|[a-z]+)$", re.IGNORECASE, when=starting("in order", "to "))
_MAX_WORDS = 22
"""A longer remainder gives a question longer than 25 words (test Q04)."""


def understand(sentence: str, reading: Reading, section: int, *, antecedent: str = "") -> Lead | None:
    """Take the sentence before a list apart, once; None where the list's meaning is not plain from it.

    `antecedent` is the subject of the sentence before it: what "it" stands for.
    """
    key = (sentence, section)
    if key not in reading.leads:
        reading.leads[key] = _understood(sentence, reading, section, antecedent)
    return reading.leads[key]


def _understood(sentence: str, reading: Reading, section: int, antecedent: str) -> Lead | None:
    text = _LONG_ASIDE.sub("", sentence.replace("\n", " ")).strip()
    if text.endswith("?"):
        return Lead("asked", rest=text) if _QUESTION.match(text) else None
    unended = bool(PREPOSITION_END.search(text)) or text.endswith((" when", " if"))
    announces = (
        text.endswith((":", "："))
        or "follow" in text.lower()
        or "below" in text.lower()
        or text.lower().startswith(("there are", "here are"))
    )
    if not (announces or unended or "these" in text.lower()):
        return None
    text = text.rstrip(" :：.,–—-")
    text = TAIL.sub("", text).rstrip(" ,:")
    text = BESIDES.sub("", INTRO.sub("", text))
    if text.lower() in english.NEVER_LABELS:  # "Note:" is a remark, not the command
        return None
    text = ASIDE.sub(" ", text)
    if (
        not (announces or unended or THESE.match(text))
        or not text
        or "?" in text
        or ";" in text
        or _PARTED.search(text)
    ):
        return None
    context = ""
    split = CONTEXT.match(text)
    if split and split["rest"].split():
        context, text = split["context"], split["rest"]
        if re.match(r"(?:this|that|these|the following)\b", context.split(" ", 1)[-1], re.IGNORECASE):
            context = ""
    lead = _clause(text, reading, section, antecedent)
    if lead is None and context:
        lead = _clause(f"{context}, {text}", reading, section, antecedent)
        context = ""
    if (
        lead is None
        or lead.noun.startswith(("which ", "that ", "who ", "where "))
        or re.search(r"\s(?:its|their|his|her|your|our|the|an?)\??$", f" {lead.rest}")
        or (lead.form not in ("how", "asked") and "," in lead.rest)
        or len(f"{context} {lead.subject} {lead.verb} {lead.rest} {lead.noun}".split()) > _MAX_WORDS
    ):
        return None
    return replace(lead, context=context) if context else lead


_QUESTION = lazy_regex(
    r"(?:What|Which|How|When|Why|Who)\s(?!about\b|else\b|bother\b|not\b)"
    r"(?!.*\b(?:it|this|that|these|those|they|them|we|us|our|i|my|such|here)\b).{12,90}\?$",
    re.IGNORECASE,
)
"""A whole question right before a list, which the list answers."""


def _clause(text: str, reading: Reading, section: int, antecedent: str) -> Lead | None:
    for read in (
        fixed_shape,
        _here_is_what,
        _there,
        _following_first,
        _purpose,
        _modal,
        _being,
        _verb,
        _command,
        _noun,
    ):
        lead = read(text)
        if lead is not None:
            return _resolved(
                replace(lead, rest=lead.rest if lead.noun else finished(lead.rest)), reading, section, antecedent
            )
    return None


def _resolved(lead: Lead, reading: Reading, section: int, antecedent: str) -> Lead | None:
    """Replace "it" by the section's topic; give up on other pronouns."""
    if CLAUSE_IN.search(lead.subject):
        return None
    if lead.subject.lower() == "we":
        lead = replace(lead, subject="you")
    if lead.subject.lower() == "you" and _PROMISES.match(f"{lead.verb} {lead.rest}"):
        return None
    if its := re.match(r"(?:its|their) (?=\w)", lead.noun, re.IGNORECASE):
        lead = replace(lead, noun=lead.noun[its.end() :])
    subject = reading.mid(lead.subject)
    lead = replace(lead, subject=subject, noun=reading.mid(lead.noun))
    if subject and PRONOUN.match(subject):
        if subject.lower() not in ("it", "they"):
            return None
        if antecedent:
            return (
                replace(lead, subject=reading.mid(antecedent))
                if is_plural(antecedent) == (subject.lower() == "they")
                else None
            )
        topic = reading.topic(section)
        if topic.form != "noun":
            return None
        if (subject.lower() == "they") != topic.plural:
            return None
        return replace(lead, subject=topic.words)
    if _POINTS.search(f"{subject} {lead.noun}"):
        return None
    return lead


_PROMISES = lazy_regex(
    r"(?:will|should be able to) (?:be able to )?(?:learn|cover|know|understand|see|find|discover)\b"
)
"""What an article says of itself: "You will learn how to:"."""


def _here_is_what(text: str) -> Lead | None:
    found = HERE_IS_WHAT.match(text)
    if not found:
        return None
    verb = found["verb"].lower()
    subject = without_quantifier(found["subject"])
    if verb in ("do", "does", "did"):
        return Lead("inverted", subject, "do" if is_plural(subject) else "does", f"do{found['rest']}")
    return Lead("inverted", subject, verb, f"do{found['rest']}")


def _there(text: str) -> Lead | None:
    found = THERE.match(text)
    return _noun_lead(found["noun"], announced=True) if found else None


_SHORT_NOUN = 8
"""A counted noun of fewer letters ("things", "points") says too little."""


def _noun_lead(noun: str, *, announced: bool = False) -> Lead | None:
    noun = re.sub(r"^(?:still|also|now|often|usually)\s|\s(?:as well|too|now|today|again)$", "", noun)
    noun = re.sub(r"^(?:a|the) (?:\w+ )?(?:list|set|number|variety) of ", "", noun)
    whole = re.match(r"(?:[\w-]+ ){0,3}(?:ways|reasons|things)\b", noun)  # "ways you can help" keeps its clause
    noun = re.split(
        r",\s"
        if whole
        else r",\s|(?<!\sby)(?<!\sin)(?<!\sfor)(?<!\sto)(?<!\sof)(?<!\sfrom)\s+(?:which|that (?:you|we|i)|you|we)\b",
        noun,
    )[0]
    count = COUNT.match(noun)
    noun = re.sub(r"^certain\s", "", DETERMINER.sub("", count["noun"] if count else noun))
    exact = bool(count and exact_count(count["count"]))
    named = (announced and re.search(r"\s(?:of|for|in|to|from)\s", noun)) or (exact and len(noun) > _SHORT_NOUN)
    if (
        (not named and not english.COMMON_GROUPS.search(noun))
        or noun.lower() in ("example", "examples")
        or not is_plural_noun(noun)
        or (not whole and is_clause(re.split(r"\s(?:that|which|who)\s", noun)[0]))
        or is_base_verb(noun.split()[0], strict=True)
    ):
        return None
    return Lead("noun", noun=noun, count=exact_count(count["count"]) if count else "")


def _following_first(text: str) -> Lead | None:
    """Read "The following keywords are reserved ...", "These rules apply": the set is the subject."""
    found = FOLLOWING_FIRST.match(text)
    if not found:
        return None
    tokens = found["rest"].split()
    for at in range(1, min(len(tokens), 6)):
        noun, verb = " ".join(tokens[:at]), tokens[at].lower()
        if not (is_plural(noun) or noun.split()[-1].lower() in ("criteria", "information")):
            continue
        if verb in AUXILIARIES or is_base_verb(verb):
            if at + 1 == len(tokens) and verb != "apply":
                return None
            return Lead(
                "asked",
                rest=f"Which {noun} {' '.join(tokens[at:])}?",
                noun=noun,
                count=exact_count(found["count"] or ""),
            )
    return None


def _purpose(text: str) -> Lead | None:
    found = _PURPOSE.match(text)
    if not found or found["rest"].split()[0].lower() in _NO_VERB:
        return None
    rest = _INSTRUCTS.sub("", found["rest"])
    if re.search(r",(?! (?:or|and)\b)[^,]*\b(?:you|we|i|should|must|is|are|can)\b", rest):
        return None
    return Lead("how", rest=rest)


_INSTRUCTS = lazy_regex(
    r",\s(?:please )?(?:do|follow|take|use|try|perform|complete|run|execute|type|enter|issue|"
    r"call) (?:this|these|the|it|one)\b[^,]*$",
    re.IGNORECASE,
    when=holding(","),
)
"""Closes "To open a hive, do this:"; the question needs the purpose alone."""


_NO_VERB = frozenset("the a an this that these those my your our date which what whom".split())


_SAYS_NOTHING = frozenset("see find use get have expect notice try choose".split())
"""What a reader can do with anything: "you can see:" asks nothing without the place where."""


def _modal(text: str) -> Lead | None:
    found = MODAL.match(text) or NEED.match(text)
    if not found or "," in found["subject"] or found["subject"].endswith((" that", " which", " who")):
        return None
    subject = found["subject"]
    if len(subject.split()) > 10 or (is_clause(subject) and subject.lower() != "you"):
        return None
    rest, noun, count = cut_following(found["rest"])
    if not noun:
        rest, noun, count = cut_object(rest)
    verb = found["verb"].lower()
    if not is_open_ended(rest, noun):
        return None
    if "adverb" in found.groupdict() and (found["adverb"] or "").strip().lower() in ("not", "never"):
        rest = f"not {rest}".strip()
    if not noun and subject.lower() in ("you", "we") and rest.lower() in _SAYS_NOTHING:
        return None
    if not rest:
        rest = "do"
    if " " not in verb:
        return Lead("inverted", subject, verb, rest, noun, count)
    first, tail = verb.split(" ", 1)
    if first in ("is", "are"):
        return Lead("inverted", subject, first, f"{tail} {rest}", noun, count)
    base = base_of_third(first) or first
    return Lead("do", subject, base, f"{tail} {rest}", noun, count)


def _being(text: str) -> Lead | None:
    if listed := LISTED.match(text):
        verbs = [word for word in listed["noun"].split()[1:] if is_base_verb(base_of_third(word), strict=True)]
        return None if verbs else _noun_lead(listed["noun"])
    cut, noun, count = cut_following(text)
    if ends := BE_END.match(cut):
        subject = ends["subject"]
        if (
            noun
            or (PRONOUN.match(subject) and not re.match(r"(?:some|other|others)\s\w", subject, re.IGNORECASE))
            or is_clause(re.split(r"\s(?:that|which|who)\s", subject)[0])
        ):
            return None
        return _noun_lead(subject, announced=cut.endswith("are")) or _what_includes(subject, cut) or _set(subject, cut)
    found = BE.match(cut)
    if not found or len(found["subject"].split()) > 10 or is_clause(found["subject"]):
        return None
    rest = found["rest"].strip()
    if not noun:
        rest, noun, count = cut_object(rest)
    if rest == "to":  # "The purpose of the meeting is to:"
        return Lead("inverted", found["subject"], found["verb"].lower())
    open_verb = cut != text and bool(rest) and is_base_verb(rest.split()[-1])
    if not (PREPOSITION_END.search(rest) or (noun and rest) or base_of_gerund(rest) or open_verb):
        return None
    if re.match(r"(?:an?|the)\s", rest) and not PREPOSITION_END.search(rest):
        return None
    return Lead("inverted", found["subject"], found["verb"].lower(), rest, noun, count)


def _set(subject: str, cut: str) -> Lead | None:
    """Read "The most important knots are:", where what stands before "are" names the set."""
    noun = re.sub(r"^(?:some of the|the|some|our)\s", "", subject, flags=re.IGNORECASE)
    noun = re.sub(r"^(?:\w+ )?(?:set|list|number|group|collection) of (?:the )?", "", noun)
    if re.match(r"an?\s", subject, re.IGNORECASE) and cut.endswith(" is"):  # "A package is:"
        return Lead("asked", rest=f"What is {subject[0].lower()}{subject[1:]}?")
    if not cut.endswith(" are") or len(noun.split()) not in range(2, 7) or not is_plural_noun(noun):
        return None
    return Lead("noun", noun=noun)


def _what_includes(subject: str, cut: str) -> Lead | None:
    verb = cut.rsplit(maxsplit=1)[-1].lower()
    if verb.startswith("include") and re.match(r"(?:its|their|his|her)\s", subject, re.IGNORECASE):
        return Lead("noun", noun=subject) if is_plural(subject) else None
    if not verb.startswith("include") or len(subject.split()) > 8:
        return None
    return Lead("do", without_quantifier(subject) if is_plural(subject) else subject, "include")


def _verb(text: str) -> Lead | None:
    """Read "S verb-s ..." and "Ss verb ...", where what the list adds is the verb's missing object."""
    relative = RELATIVE.search(text)
    if relative:
        text = f"{relative['subject']} {relative['verb']}"
    cut, noun, count = cut_following(text)
    second = SECOND_VERB.match(cut)
    tokens = cut.split()
    for at in range(1, min(len(tokens), 9)):
        word = tokens[at]
        if not word.islower() or not word.isalpha():
            continue
        subject = ADVERB_END.sub("", " ".join(tokens[:at]))
        base = base_of_third(word)
        plural = is_base_verb(word) and is_plural(subject)
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        if (not base and not plural) or base in ("be", "mean"):
            continue
        if _ENDS_OPEN.search(subject) or (following == "to" and base not in _TO_VERBS and verb_like(tokens, at + 2)):
            continue
        if not tokens[at + 1 :] and not noun and len(tokens) == 2 and not is_base_verb(base or word, strict=True):
            return None  # "Integration tests:" is a noun
        if base and is_base_verb(following) and following.islower() and is_plural(" ".join(tokens[: at + 1])):
            continue  # "Simpler approaches involve": the noun before its verb
        if following in ("of", "is", "are", "and", "or") and word not in ("consist", "consists"):
            continue
        if (
            "," in subject
            or is_base_verb(tokens[0], strict=True)
            or len(re.findall(r"\b(?:that|which|who)\b", subject))
        ):
            return None
        rest = " ".join(tokens[at + 1 :])
        verb = base or word
        if sorts := _SORTS.search(rest):
            return Lead("do", subject, verb, rest[: sorts.start()].strip(), sorts["noun"], exact_count(sorts["count"]))
        if second and base_of_third(second["verb"]):
            rest, verb = second["rest"], base_of_third(second["verb"])
        if not noun:
            rest, noun, count = cut_object(rest)
        if not is_open_ended(rest, noun):
            return None
        return Lead("do", subject, verb, rest, noun, count)
    return None


_CHOOSES = lazy_regex(
    r"^(?P<verb>follow|use|consider|try|choose|apply|observe|keep|remember|respect|check|ask|answer|learn|know|meet|"
    r"avoid) (?:some |these |those |the |one of these |any of these )(?P<noun>(?:\w+ )?(?:rules|options|guidelines|"
    r"principles|practices|tips|recommendations|conventions|questions|methods|strategies|techniques|alternatives|"
    r"approaches|patterns|points|things|mistakes|pitfalls|requirements|conditions))$",
    re.IGNORECASE,
)
"""A command whose object is the set: "follow these rules"."""
_ENDS_OPEN = lazy_regex(rf"\b(?:{NUMBER}|the|an?|main|key|common|other|of|for|in|on|with|and|or|to)$", re.IGNORECASE)
"""A subject does not end like this: the word behind it is its noun, no verb."""
_TO_VERBS = frozenset("need want have try seek aim tend help serve work continue begin start agree refer".split())
_SORTS = lazy_regex(
    rf"(?:^|\s)(?P<count>{NUMBER})\s(?P<noun>(?:[\w-]+\s)?(?:types?|kinds?|sorts?|forms?) of [\w -]{{3,40}})$"
)


def verb_like(tokens: list[str], at: int) -> bool:
    """Tell whether the word at a place is a verb's base form."""
    return at < len(tokens) and is_base_verb(tokens[at])


_THE_FOLLOWING = lazy_regex(
    rf"^(?P<verb>\w+)\s+(?:(?P<pre>(?:on|for|at|with|about|from|to|out|by)\s+))?"
    rf"the following(?:\s+(?P<count>{NUMBER}))?\s*(?P<noun>(?:[\w-]+\s?){{0,3}}?)"
    rf"(?P<rest>\s*(?:\b(?:to|"
    rf"before|when|after|in order to|if|for|while|during|as|in|on)\b.*)?)$",
    re.IGNORECASE,
    when=holding("the following"),
)


def _command(text: str) -> Lead | None:
    """Read a command: "Use the following tools to ...", "Consider:", "do the following before ..."."""
    tokens = text.split()
    if not is_base_verb(tokens[0]) and tokens[0].lower() != "do":
        return None
    inner = _THE_FOLLOWING.match(text)
    if inner:
        noun = inner["noun"].strip()
        pre = (inner["pre"] or "").strip()
        rest = f"{inner['verb'].lower()} {pre} {inner['rest'].strip()}".replace("  ", " ").strip()
        return Lead("inverted", "you", "should", rest, noun, exact_count(inner["count"] or ""))
    if choice := _CHOOSES.match(text):
        return Lead("inverted", "you", "should", choice["verb"].lower(), choice["noun"].lower())
    if tokens[-1].lower() in ("when", "if") and len(tokens) < 10:
        return Lead("when", rest=f"{tokens[0].lower()} {' '.join(tokens[1:-1])}")
    if len(tokens) == 1 or (PREPOSITION_END.search(text) and len(tokens) < 12):
        rest = f"{tokens[0].lower()} {' '.join(tokens[1:])}".strip()
        return Lead("inverted", "you", "should", rest)
    return None


_MAX_NOUN_WORDS = 8
_ADJECTIVES = lazy_regex(
    r"(?:main|key|common|typical|major|core|basic|important|possible|potential|primary|essential|frequent|usual|useful|"
    r"notable|known|additional|special|general|popular) (?:[\w-]+ )?[\w-]+s(?: (?:of|for|in|when|to) .+)?$",
    re.IGNORECASE,
)
"""A plural with one of these names the set that stands below: "Main lessons"."""


def _noun(text: str) -> Lead | None:
    found = NOUN_ONLY.match(text)
    bare = re.sub(r"^(?:the|some|our)\s", "", text, flags=re.IGNORECASE)
    if found and _ADJECTIVES.match(bare) and is_plural_noun(bare) and len(bare.split()) < _MAX_NOUN_WORDS:
        return Lead("noun", noun=bare)
    if found and any(
        base_of_third(word) and not is_plural_noun(" ".join(text.split()[: at + 2]))
        for at, word in enumerate(text.split()[1:])
    ):
        return None
    return _noun_lead(text) if found and len(text.split()) <= 12 else None
