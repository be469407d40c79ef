"""Takes an English sentence apart at its first verb: intro, article, subject, aliases, verb, predicate."""

from __future__ import annotations

import re

from cardwright.core.document import Inline, Text
from cardwright.core.record import dataclass, field
from cardwright.text.english import AUXILIARIES, base_of_third, is_base_verb, is_plural
from cardwright.text.regex import lazy_regex

_INTRO = lazy_regex(
    r"(?:(?P<context>(?:In|Within|For|Under|Throughout|Across|Among|With|At|On|From|Inside)\s[^,;:.()]{2,60}|"
    r"As an? \w+ (?:\w+ )?(?:term|concept|field|discipline|method|"
    r"practice|technique|science|tool|language)),\s+|"
    r"(?:Simply put|In (?:short|general|simple terms|other words|essence|a nutshell|brief)|Basically|Essentially|"
    r"Generally|Typically|Usually|Formally|Informally|Technically|Put simply|Thus|So|Therefore|Hence|Now|Overall|"
    r"Finally|First|Firstly|Second|Secondly|Third|Similarly|Conversely|Moreover|Furthermore|Additionally|Also|"
    r"On the other hand|By contrast|In contrast|By definition|Broadly|Broadly speaking|"
    r"Generally speaking|Strictly speaking|"
    r"As the name (?:suggests|implies)|Originally|Traditionally|Historically|Here|However|But|And)\b,?\s+)",
    re.IGNORECASE,
)
_ARTICLE = lazy_regex(
    r"(?P<article>an?|the|this|these)\s+(?:(?:term|concept|notion|idea|word)\s+(?:of\s+)?(?=[\"“'‘a-z]))?",
    re.IGNORECASE,
)
_ALIAS = lazy_regex(
    r"\s*(?:,\s*)?(?:(?P<paren>[(（][^()（）]{1,70}[)）])|,?\s*(?<!\w)(?:(?:which (?:is|"
    r"are) )?(?:also|commonly|often|sometimes|otherwise|"
    r"formerly|previously|more commonly|better)?\s*(?:known|referred to|called|"
    r"abbreviated|written|termed|short for|shortened)"
    r"(?:\s+(?:as|to))?|aka|a\.k\.a\.|or(?: simply| just)?)\s+(?P<aka>(?:the |an? )?[^,;:.()]{1,50}?)\s*(?:,|$))\s*"
)
_VERB = lazy_regex(
    r"\b(?P<adverb>(?:basically|essentially|simply|usually|typically|generally|"
    r"commonly|often|also|actually|just|really|"
    r"formally|sometimes|mainly|primarily|normally|then|always|only)\s+)?"
    r"(?P<verb>(?:is|are|was|were)(?:\s+(?:basically|essentially|simply|usually|"
    r"typically|generally|commonly|often|also|"
    r"actually|just|really|formally|sometimes|mainly|primarily|normally|always|then))?"
    r"(?:\s+(?:defined|described|understood|thought of|regarded|characteri[sz]ed)\s+(?:as|"
    r"by)|\s+short for|\s+an?\s+(?:acronym|abbreviation)\s+for|"
    r"\s+when|\s+where)?|"
    r"means?|refers?\s+to|stands?\s+for|denotes?|represents?|describes?|signif(?:y|ies)|"
    r"consists?\s+of|comprises?|occurs?\s+when|happens?\s+when|involves?|includes?|"
    r"has|have|can|may|might|should|must|will|would|"
    r"does|do|did|helps?|allows?|enables?|provides?|contains?|lets?|uses?)\b",
    re.IGNORECASE,
)
_ASIDE = lazy_regex(
    r",\s+(?:in the words of|as used in|according to|in this (?:policy|document|"
    r"context|guide)|on the other hand|by contrast|in contrast|for example|"
    r"however|therefore|in turn|in short|by definition|then|though|in general|as the name \w+|in \w+)\b[^,]{0,60},?$",
    re.IGNORECASE,
)
_NO_CONTEXT = lazy_regex(
    r"(?:in (?:addition|fact|order|other|short|general|particular|practice|this|"
    r"that|these|the (?:past|end|next|previous|following))|"
    r"for (?:example|instance|this|that|more|now)|at (?:the|this|that|first|"
    r"least|a high)|on (?:the|this|top)|with (?:this|that|these)|from (?:this|"
    r"here|now))\b",
    re.IGNORECASE,
)
"""Intros that link sentences; they narrow no term."""
_ASIDE_WITHIN = lazy_regex(
    r"(?P<subject>[^,;:]{3,60}),\s(?:on the other hand|by contrast|in contrast|"
    r"for example|however|therefore|in turn|in short|"
    r"then|though|for instance|(?:first |also |originally )?(?:coined|introduced|"
    r"invented|developed|named|described|proposed|created|written|built|popularised|"
    r"popularized)\s[^,]{2,40}|\w+ed (?:as|by|in|on|for|with|from)\s[^,]{2,50}),\s"
)
_BAD_SUBJECT = lazy_regex(
    r"[!?;:=<>{}|\\]|\b(?:that|which|who|whose|whether|because|if|when|where|how|why|what|to)\b|\.\s|,"
)

MAX_SUBJECT_WORDS = 6
"""Longer subjects are no terms (DEFT and the labelled articles: 97 % of terms have at most six words)."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A sentence taken apart. Offsets are dropped: `term` and `predicate` are slices of the sentence, marks kept.

    `hedge` is what stands between "is" and the predicate and weakens it ("usually"). `named`: the sentence says that
    the subject is a name ("The term X").
    """

    term: Text
    verb: str
    predicate: Text
    context: str = ""
    article: str = ""
    aliases: tuple[str, ...] = ()
    adverb: str = ""
    hedge: Text = field(default_factory=Text)
    named: bool = False

    @property
    def lemma(self) -> str:
        """The verb's class: "be" for is and are, else its base form with its preposition."""
        verb = self.verb.lower()
        if verb.split()[0] in ("is", "are", "was", "were"):
            rest = [
                w
                for w in verb.split()[1:]
                if not w.endswith("ly") and w not in ("just", "also", "often", "always", "then", "sometimes")
            ]
            return " ".join(["be", *rest])
        first, *rest = verb.split()
        return " ".join([base_of_third(first) or first, *rest])


def take_apart(text: Text, *, verbs: bool = False) -> Parts | None:
    """Take a sentence apart; None where its subject can be no term. `verbs` lets any known verb end the subject."""
    aside = _ASIDE_WITHIN.match(text.plain)
    if aside:
        text = text.slice(0, aside.end("subject")) + Text((Inline(" "),)) + text.slice(aside.end())
    plain = _masked(text)
    intro = _INTRO.match(plain)
    start = intro.end() if intro else 0
    context = (intro["context"] or "") if intro and not _NO_CONTEXT.match(plain) else ""
    article = _ARTICLE.match(plain, start)
    name = article.end() if article else start
    reach = name + _REACH
    found = _VERB.search(plain, name, reach)
    if found and found.start() == name:  # "The mean is ...": the word that looks like a verb is the subject
        found = _VERB.search(plain, found.end(), reach)
    at, end = (found.start(), found.end()) if found else (-1, -1)
    shown = _shown_end(text, name)
    if shown and (at < shown or verbs):
        found = _VERB.match(plain, shown)
        at, end = (found.start(), found.end()) if found else _verb_after(plain, name, shown) if verbs else (-1, -1)
    elif verbs:
        at, end = _earlier_verb(plain, name, at, end)
    if at <= name:
        return None
    subject = text.slice(name, at).strip()
    aliases: list[str] = []
    subject, aliases = _without_aliases(subject)
    aside = _ASIDE.search(subject.plain)
    if aside:
        subject = subject.slice(0, aside.start())
    if subject.plain.count('"') % 2 or subject.plain.count("“") != subject.plain.count("”"):
        return None
    plain_subject = subject.plain.strip().strip("\"“”'‘’")
    if not plain_subject or len(plain_subject.split()) > MAX_SUBJECT_WORDS or _BAD_SUBJECT.search(plain_subject):
        return None
    verb = plain[found.start("verb") : found.end("verb")] if found and at == found.start() else plain[at:end]
    predicate = text.slice(end).strip()
    if not predicate:
        return None
    quoted = subject.strip() if subject.marked("code") else subject.strip(" \"“”'‘’")
    given = (article["article"] if article else "").lower()
    named = article is not None and " " in article[0].strip()
    if named:  # "The term X": the article is the term's, not X's
        given = ""
    adverb = (found["adverb"] or "").strip() if found and at == found.start() else ""
    hedge = _HEDGE.search(verb)
    hedged = text.slice(end - len(hedge[0]), end) + Text((Inline(" "),)) if hedge else Text()
    return Parts(quoted, verb, predicate, context, given, tuple(aliases), adverb, hedged, named)


def _masked(text: Text) -> str:
    """Give the plain text with every sign of code replaced: no word of it is a verb of the sentence."""
    return "".join("X" * len(run.plain) if "code" in run.marks else run.plain for run in text.runs).replace("\n", " ")


_HEDGE = lazy_regex(
    r"\b(?:usually|typically|generally|commonly|often|sometimes|mainly|primarily|normally)$", re.IGNORECASE
)
"""Behind its verb a hedge belongs to what is said; an answer never drops it (test Q22)."""


def _shown_end(text: Text, start: int) -> int:
    """Give where the emphasised run that opens the subject ends, behind its blanks and bracket; 0 where none does."""
    at = 0
    for run in text.runs:
        end = at + len(run.plain)
        if at <= start < end:
            if not run.marks & {"strong", "em"} or len(run.plain) > _LONG_RUN:
                return 0
            if text.plain[end - 1 : end].isalnum() and text.plain[end : end + 1].isalnum():
                return 0  # emphasis inside of a word
            rest = _AFTER_RUN.match(text.plain, end)
            return rest.end() if rest else end
        at = end
    return 0


_REACH = 120
"""Characters within which a subject of six words has met its verb."""
_LONG_RUN = 60
_AFTER_RUN = lazy_regex(r"\s*(?:[(（][^()（）]{1,70}[)）]\s*)?")


def _verb_after(plain: str, start: int, shown: int) -> tuple[int, int]:
    """Find the verb right behind an emphasised subject."""
    word = re.compile(r"(?:\w+ly\s+)?([a-z]+)\b").match(plain, shown)
    if not word:
        return -1, -1
    plural = is_plural(plain[start:shown]) and is_base_verb(word[1])
    return (word.start(1), word.end(1)) if plural or base_of_third(word[1]) else (-1, -1)


def _earlier_verb(plain: str, start: int, at: int, end: int) -> tuple[int, int]:
    """Find a third-person verb before the verb of the closed list."""
    stop = at if at >= 0 else len(plain)
    for number, word in enumerate(re.finditer(r"[A-Za-z]+", plain[start:stop])):
        if number > MAX_SUBJECT_WORDS:
            break
        if (
            number
            and word[0].islower()
            and is_base_verb(word[0], strict=True)
            and is_plural(plain[start : start + word.start()].strip())
        ):
            return start + word.start(), start + word.end()
        if number and word[0].islower() and base_of_third(word[0]):
            following = re.match(r",?\s+(\w+)", plain[start + word.end() :])
            noun = following and not is_base_verb(base_of_third(word[0]), strict=True) and _verbal(following[1])
            order = not noun and is_base_verb(plain[start:].split(maxsplit=1)[0], strict=True)
            if order and not is_base_verb(base_of_third(word[0]), strict=True):
                continue  # "Save installed packages to a file" is a command
            if (
                following
                and not noun
                and following[1].lower() not in ("is", "are", "of", "and", "or", "can", "may", "should")
            ):
                return start + word.start(), start + word.end()
    return at, end


def _verbal(word: str) -> bool:
    """Tell whether a word shows that the one before it is no verb: "attacks focus", "alerts will", "files using"."""
    lower = word.lower()
    return lower in AUXILIARIES or is_base_verb(lower) or lower.endswith(("ing", "ly")) or bool(base_of_third(lower))


def _without_aliases(subject: Text) -> tuple[Text, list[str]]:
    aliases: list[str] = []
    while found := _ALIAS.search(subject.plain):
        alias = (found["paren"] or found["aka"] or "").strip(" ()（）\"“”'‘’")
        blank = Text((Inline(" "),))
        rest = subject.slice(0, found.start()) + blank + subject.slice(found.end())
        if not rest.plain.strip() or not found.start():
            break
        if 0 < len(alias) <= 50 and not re.search(r"\d{4}|e\.g|i\.e|plural", alias):
            aliases.append(
                re.sub(
                    r"^(?:(?:or|aka|also|often|sometimes|commonly|usually|simply|the|an?|abbreviated(?: as)?|called|"
                    r"known as|referred to as|short(?:ened)?(?: for| to)?|simply|just|as)\s+)+",
                    "",
                    alias,
                    flags=re.IGNORECASE,
                )
            )
        subject = rest.strip(" ,")
    return subject, aliases
