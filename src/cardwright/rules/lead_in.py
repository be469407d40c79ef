"""Understands the English sentence before a list: what the list is the answer to."""

from __future__ import annotations

import re
from dataclasses import replace

from cardwright.core.fact import Lead
from cardwright.rules import english
from cardwright.rules.reading import Reading, is_clause
from cardwright.text.english import AUXILIARIES, base_of_third, is_base_verb, is_plural

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|several|many|various|some|a few|a number of|multiple|different)"
_FOLLOWING = re.compile(
    rf"\s*\b(?:the|these|those|one of the|any of the|some of the|all of the)?\s*following(?:\s+(?P<count>{_NUMBER}))?(?P<noun>(?:\s+[\w-]+){{0,4}}?)$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:,?\s*(?:such as|including|for example|e\.g\.|namely|i\.e\.|as follows|"
    r"like|that is|like this|like so|below|here|"
    r"(?:as )?(?:listed|described|detailed|shown|outlined|given|explained|defined) (?:below|"
    r"here|as follows)|which (?:are|include)|these are|"
    r"these include|they are|in (?:no particular|this|the following) order|in the following ways?|"
    r"in these ways|ways))+$",
    re.IGNORECASE,
)
_INTRO = re.compile(
    r"^(?:(?:so|thus|therefore|however|additionally|also|furthermore|moreover|"
    r"in addition|in general|generally|typically|usually|finally|"
    r"basically|specifically|in particular|for example|in short|to summarize|"
    r"in summary|broadly speaking|in practice|overall|"
    r"in this (?:context|case|way|article|section|post)|at a high level|on the other hand|"
    r"again|then|first|next|ideally|and|but|instead|similarly|likewise|nowadays|"
    r"today)\s*,?\s+)+",
    re.IGNORECASE,
)
_CONTEXT = re.compile(
    r"^(?P<context>(?:according to|during|before|after|when|if|in|for|at|on|"
    r"within|to|once|while|under|depending on|as|with|from)\s[^,:]{3,90}),\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"^(?:there\s+(?:are|exist|were|is)|we (?:have|distinguish|can distinguish)|"
    r"you have|here are|below are|these are|those are|listed below are|the following (?:are|"
    r"is)|what follows (?:are|is)|following are)\s+(?P<noun>.+)$",
    re.IGNORECASE,
)
_HERE_IS_WHAT = re.compile(
    r"^(?:here(?:'s|’s| is)|this is|below is) (?:what|how) (?P<subject>.+?) (?P<verb>do|"
    r"does|did|can|should|must)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"^(?P<subject>.+?)\s+(?P<verb>should|must|can|may|might|will|could|would|"
    r"shall)(?:\s+|$)(?P<adverb>(?:always|also|never|not|only|usually|generally|"
    r"typically|then)\s+)?(?P<rest>.*)$",
    re.IGNORECASE,
)
_NEED = re.compile(
    r"^(?P<subject>.+?)\s+(?P<verb>needs? to|ha(?:s|ve) to|ought to|(?:is|are) (?:required|"
    r"expected|supposed|encouraged|allowed|able|asked|advised|obliged|obligated|"
    r"designed|intended|likely) to|aims? to|tends? to|seeks? to)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_BE = re.compile(r"^(?P<subject>.+?)\s+(?P<verb>is|are|was|were)\s+(?P<rest>.*)$", re.IGNORECASE)
_BE_END = re.compile(r"^(?P<subject>.+?)\s+(?:is|are|was|were|include|includes|included)$", re.IGNORECASE)
_LISTED = re.compile(
    r"^(?P<noun>.+?)\s+(?:are|is)\s+(?:\w+ )?(?:listed|described|detailed|shown|"
    r"outlined|given|explained|summari[sz]ed|defined)(?: (?:below|here|as follows|next))?$",
    re.IGNORECASE,
)
_FOLLOWING_FIRST = re.compile(
    rf"^(?:the following|these)\s+(?!are\b|is\b|include|can\b|may\b)(?:(?P<count>{_NUMBER})\s+)?(?P<rest>.+)$",
    re.IGNORECASE,
)
_NOUN_ONLY = re.compile(
    rf"^(?:the |some |a few |several |other |our |these (?:are|include) )?(?:(?P<count>{_NUMBER})\s+)?(?P<noun>[A-Za-z][\w'’/ ()&-]+)$"
)
_PREPOSITION_END = re.compile(
    r"\b(?:of|to|for|by|with|from|on|in|at|about|as|into|through|between|against|"
    r"that|around|upon|under|over|surrounding|regarding)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",\s(?:also known as|or|on the other hand|by contrast|in contrast|however|"
    r"therefore|for example|in turn|in general|aka|called|i\.e\.)(?:\s[^,]*)?,\s",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:for|of|in|to|by|with|into|on)\s+(?P<subject>(?:(?!(?:for|of|in|to|"
    r"by|with|into|on)\b)[\w-]+\s){0,3}[\w-]+),?\s+(?:which|that)\s+(?P<verb>[a-z]+)$"
)
_SECOND_VERB = re.compile(r"^(?P<first>[^,]+),? and (?P<verb>[a-z]+s) (?P<rest>[^,]+)$")
_CLAUSE_IN = re.compile(
    r"^(?:how|what|why|whether|when|if|as)\b|\b(?:when|if|because|whether|came|went|fell)\b", re.IGNORECASE
)
_MIXTURE = re.compile(
    r"\s+(?:a|an|the)\s+(?:combination|series|number|set|list|range|variety|mix|mixture) of$", re.IGNORECASE
)
_THESE = re.compile(
    r"^(?:when |if |for |in )?(?:[^,]*, )?these (?:[\w-]+ ){1,3}(?:apply|are|"
    r"have|can|may|must|should|will|help|need)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:it|this|that|they|these|those|he|she|which|who|what|we|i|there|here|one|some|others?|both|each|each one)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(rf"^(?:the\s+)?(?P<count>{_NUMBER})\s+(?P<noun>.+)$", re.IGNORECASE)
_DETERMINER = re.compile(
    r"^(?:the|some|several|a few|a number of|many|various|other|different|additional|"
    r"our|some of the|a couple of|a variety of|all)\s+",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    rf"(?:^|\s)(?:(?:the|some|these)\s+)?(?:(?P<count>{_NUMBER})\s+)?(?P<noun>(?:(?!(?:of|"
    rf"for|to|in|on|with|by|from|and|between)\b)[\w-]+\s){{0,3}}[\w-]+)$",
    re.IGNORECASE,
)
_MAX_WORDS = 22
"""A longer remainder gives a question longer than 25 words (test Q04)."""


def understand(sentence: str, reading: Reading, section: int) -> Lead | None:
    """Take the sentence before a list apart, once; None where the list's meaning is not plain from it."""
    key = (sentence, section)
    if key not in reading.leads:
        reading.leads[key] = _understood(sentence, reading, section)
    return reading.leads[key]


def _understood(sentence: str, reading: Reading, section: int) -> Lead | None:
    text = re.sub(r"\s*\([^()]{25,}\)", "", sentence.replace("\n", " ")).strip()
    unended = bool(_PREPOSITION_END.search(text)) or text.endswith((" when", " if"))
    announces = (
        text.endswith((":", "："))
        or "follow" in text.lower()
        or "below" in text.lower()
        or text.lower().startswith(("there are", "here are"))
    )
    text = text.rstrip(" :：.,–—-")
    text = _TAIL.sub("", text).rstrip(" ,:")
    text = _INTRO.sub("", text)
    if text.lower() in english.NEVER_LABELS:  # "Note:" is a remark, not the command
        return None
    text = _ASIDE.sub(" ", text)
    if not (announces or unended or _THESE.match(text)) or not text or "?" in text or re.search(r":\s|\s[-–—]\s", text):
        return None
    context = ""
    split = _CONTEXT.match(text)
    if split and len(split["rest"].split()) > 1:
        context, text = split["context"], split["rest"]
        if re.match(r"(?:this|that|these|the following)\b", context.split(" ", 1)[-1], re.IGNORECASE):
            context = ""
    lead = _clause(text, reading, section)
    if lead is None and context:
        lead = _clause(f"{context}, {text}", reading, section)
        context = ""
    if (
        lead is None
        or (lead.form not in ("how", "asked") and "," in lead.rest)
        or len(f"{context} {lead.subject} {lead.verb} {lead.rest} {lead.noun}".split()) > _MAX_WORDS
    ):
        return None
    return replace(lead, context=context) if context else lead


def _clause(text: str, reading: Reading, section: int) -> Lead | None:
    for read in (_here_is_what, _there, _following_first, _purpose, _modal, _being, _verb, _command, _noun):
        lead = read(text)
        if lead is not None:
            return _resolved(lead, reading, section)
    return None


def _resolved(lead: Lead, reading: Reading, section: int) -> Lead | None:
    """Replace "it" by the section's topic; give up on other pronouns."""
    if _CLAUSE_IN.search(lead.subject):
        return None
    subject = reading.mid(lead.subject)
    lead = replace(
        lead, subject=subject, noun=reading.mid(lead.noun), rest=lead.rest if lead.form == "asked" else lead.rest
    )
    if subject and _PRONOUN.match(subject):
        topic = reading.topic(section)
        if subject.lower() not in ("it", "they") or topic.form != "noun":
            return None
        if (subject.lower() == "they") != topic.plural:
            return None
        return replace(lead, subject=topic.words)
    if re.search(r"\b(?:these|those|this|above|following)\b", f"{subject} {lead.noun}", re.IGNORECASE):
        return None
    return lead


def _here_is_what(text: str) -> Lead | None:
    found = _HERE_IS_WHAT.match(text)
    if not found:
        return None
    verb = found["verb"].lower()
    subject = _bare(found["subject"])
    if verb in ("do", "does", "did"):
        return Lead("inverted", subject, "do" if is_plural(subject) else "does", f"do{found['rest']}")
    return Lead("inverted", subject, verb, f"do{found['rest']}")


def _there(text: str) -> Lead | None:
    found = _THERE.match(text)
    return _noun_lead(found["noun"], announced=True) if found else None


_SHORT_NOUN = 8
"""A counted noun of fewer letters ("things", "points") says too little."""


def _noun_lead(noun: str, *, announced: bool = False) -> Lead | None:
    noun = re.sub(r"^(?:a|the) (?:\w+ )?(?:list|set|number|variety) of ", "", noun)
    whole = re.match(r"(?:[\w-]+ ){0,3}(?:ways|reasons|things)\b", noun)  # "ways you can help" keeps its clause
    noun = re.split(
        r",\s"
        if whole
        else r",\s|(?<!\sby)(?<!\sin)(?<!\sfor)(?<!\sto)(?<!\sof)(?<!\sfrom)\s+(?:which|that (?:you|we|i)|you|we)\b",
        noun,
    )[0]
    count = _COUNT.match(noun)
    noun = re.sub(r"^certain\s", "", _DETERMINER.sub("", count["noun"] if count else noun))
    exact = bool(count and _exact(count["count"]))
    named = (announced and re.search(r"\s(?:of|for|in|to|from)\s", noun)) or (exact and len(noun) > _SHORT_NOUN)
    if (
        (not named and not english.COMMON_GROUPS.search(noun))
        or noun.lower() in ("example", "examples")
        or not _plural_noun(noun)
        or is_clause(noun)
        or is_base_verb(noun.split()[0], strict=True)
    ):
        return None
    return Lead("noun", noun=noun, count=_exact(count["count"]) if count else "")


def _following_first(text: str) -> Lead | None:
    """Read "The following keywords are reserved ...", "These rules apply": the set is the subject."""
    found = _FOLLOWING_FIRST.match(text)
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
                "asked", rest=f"Which {noun} {' '.join(tokens[at:])}?", noun=noun, count=_exact(found["count"] or "")
            )
    return None


def _purpose(text: str) -> Lead | None:
    found = re.match(r"^(?:in order )?to (?P<rest>[a-z]+ .+|[a-z]+)$", text, re.IGNORECASE)
    if not found or found["rest"].split()[0].lower() in _NO_VERB:
        return None
    rest = _INSTRUCTS.sub("", found["rest"])
    if re.search(r",(?! (?:or|and)\b)[^,]*\b(?:you|we|i|should|must|is|are|can)\b", rest):
        return None
    return Lead("how", rest=rest)


_INSTRUCTS = re.compile(
    r",\s(?:please )?(?:do|follow|take|use|try|perform|complete) (?:this|these|the|it)\b[^,]*$", re.IGNORECASE
)
"""Closes "To open a hive, do this:"; the question needs the purpose alone."""


_NO_VERB = frozenset("the a an this that these those my your our date which what whom".split())


def _modal(text: str) -> Lead | None:
    found = _MODAL.match(text) or _NEED.match(text)
    if not found or "," in found["subject"]:
        return None
    subject = found["subject"]
    if len(subject.split()) > 10 or (is_clause(subject) and subject.lower() != "you"):
        return None
    rest, noun, count = _following(found["rest"])
    if not noun:
        rest, noun, count = _object(rest)
    verb = found["verb"].lower()
    if not _open_ended(rest, noun):
        return None
    if "adverb" in found.groupdict() and (found["adverb"] or "").strip().lower() in ("not", "never"):
        rest = f"not {rest}".strip()
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
    if listed := _LISTED.match(text):
        return _noun_lead(listed["noun"])
    cut, noun, count = _following(text)
    if ends := _BE_END.match(cut):
        subject = ends["subject"]
        if (
            noun
            or (_PRONOUN.match(subject) and not re.match(r"(?:some|other|others)\s\w", subject, re.IGNORECASE))
            or is_clause(subject)
        ):
            return None
        return _noun_lead(subject, announced=cut.endswith("are")) or _what_includes(subject, cut)
    found = _BE.match(cut)
    if not found or len(found["subject"].split()) > 10 or is_clause(found["subject"]):
        return None
    rest = found["rest"].strip()
    if not noun:
        rest, noun, count = _object(rest)
    if rest == "to":  # "The purpose of the meeting is to:"
        return Lead("inverted", found["subject"], found["verb"].lower())
    if not (_PREPOSITION_END.search(rest) or (noun and rest)):
        return None
    if re.match(r"(?:an?|the)\s", rest) and not _PREPOSITION_END.search(rest):
        return None
    return Lead("inverted", found["subject"], found["verb"].lower(), rest, noun, count)


def _what_includes(subject: str, cut: str) -> Lead | None:
    verb = cut.rsplit(maxsplit=1)[-1].lower()
    if not verb.startswith("include") or len(subject.split()) > 8:
        return None
    return Lead("do", _bare(subject) if is_plural(subject) else subject, "include")


def _verb(text: str) -> Lead | None:
    """Read "S verb-s ..." and "Ss verb ...", where what the list adds is the verb's missing object."""
    relative = _RELATIVE.search(text)
    if relative:
        text = f"{relative['subject']} {relative['verb']}"
    cut, noun, count = _following(text)
    second = _SECOND_VERB.match(cut)
    tokens = cut.split()
    for at in range(1, min(len(tokens), 9)):
        word = tokens[at]
        if not word.islower() or not word.isalpha():
            continue
        subject = re.sub(r"\s\w+ly$", "", " ".join(tokens[:at]))
        base = base_of_third(word)
        plural = is_base_verb(word) and is_plural(subject)
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        if (not base and not plural) or base in ("be", "mean"):
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
        if second and base_of_third(second["verb"]):
            rest, verb = second["rest"], base_of_third(second["verb"])
        if not noun:
            rest, noun, count = _object(rest)
        if not _open_ended(rest, noun):
            return None
        return Lead("do", subject, verb, rest, noun, count)
    return None


def _command(text: str) -> Lead | None:
    """Read a command: "Use the following tools to ...", "Consider:", "do the following before ..."."""
    tokens = text.split()
    if not is_base_verb(tokens[0]) and tokens[0].lower() != "do":
        return None
    inner = re.match(
        rf"^(?P<verb>\w+)\s+(?:(?P<pre>(?:on|for|at|with|about|from|to|out|by)\s+))?the following(?:\s+(?P<count>{_NUMBER}))?\s*(?P<noun>(?:[\w-]+\s?){{0,3}}?)(?P<rest>\s*(?:\b(?:to|"
        rf"before|when|after|in order to|if|for|while|during|as|in|on)\b.*)?)$",
        text,
        re.IGNORECASE,
    )
    if inner:
        noun = inner["noun"].strip()
        pre = (inner["pre"] or "").strip()
        rest = f"{inner['verb'].lower()} {pre} {inner['rest'].strip()}".replace("  ", " ").strip()
        return Lead("inverted", "you", "should", rest, noun, _exact(inner["count"] or ""))
    if tokens[-1].lower() in ("when", "if") and len(tokens) < 10:
        return Lead("when", rest=f"{tokens[0].lower()} {' '.join(tokens[1:-1])}")
    if len(tokens) == 1 or (_PREPOSITION_END.search(text) and len(tokens) < 12):
        rest = f"{tokens[0].lower()} {' '.join(tokens[1:])}".strip()
        return Lead("inverted", "you", "should", rest)
    return None


def _noun(text: str) -> Lead | None:
    found = _NOUN_ONLY.match(text)
    return _noun_lead(text) if found and len(text.split()) <= 12 else None


def _following(text: str) -> tuple[str, str, str]:
    """Cut "the following five questions" off the end; give the rest, the noun and the number."""
    found = _FOLLOWING.search(text)
    if not found:
        return text.strip(), "", ""
    noun = re.sub(r"^(?:sequence|set|list|series|group|kinds?|types?) of ", "", found["noun"].strip())
    if noun and not (is_plural(noun) or english.COMMON_GROUPS.search(noun) or noun.lower() in ("information", "data")):
        return text.strip(), "", ""
    if noun.lower() in ("ways", "way", "order", "things", "points", "steps", "format", "example", "examples"):
        noun = ""
    return _MIXTURE.sub("", text[: found.start()].strip()), noun, _exact(found["count"] or "")


def _object(rest: str) -> tuple[str, str, str]:
    """Cut a counted or grouping object off the end: "performs three major duties", "include basic response metrics"."""
    found = _OBJECT.search(rest)
    if not found or not is_plural(found["noun"]):
        return rest, "", ""
    count = _exact(found["count"] or "")
    last = found["noun"].split()[-1]
    if not count and not english.COMMON_GROUPS.fullmatch(last):
        return rest, "", ""
    first, _, others = found["noun"].partition(" ")
    if others and is_base_verb(first, strict=True) and not rest[: found.start()].strip():
        return first, others, count
    return rest[: found.start()].strip(), found["noun"], count


def _open_ended(rest: str, noun: str) -> bool:
    """Tell whether a predicate lacks its object, so that the list can be it."""
    if noun or not rest or _PREPOSITION_END.search(rest):
        return True
    last = rest.rsplit(maxsplit=1)[-1].lower()
    return last in ("do", "be", "you", "us", "include", "ask", "have") or is_base_verb(last, strict=True)


def _plural_noun(noun: str) -> bool:
    head = re.split(r"\s+(?:of|for|that|which|to|in|with|when|by|on|from|why|how|where|used|needed|required)\s+", noun)[
        0
    ]
    return is_plural(head) or head.lower().split()[-1] in ("criteria", "series")


def _exact(count: str) -> str:
    return (
        count.lower()
        if re.fullmatch(r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}", count, re.IGNORECASE)
        else ""
    )


def _bare(subject: str) -> str:
    return re.sub(r"^(?:many|most|some|all|several|the following)\s+", "", subject, flags=re.IGNORECASE)
