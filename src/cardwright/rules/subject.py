"""Takes an English sentence apart at its first verb: intro, article, subject, aliases, verb, predicate."""

from __future__ import annotations

import re

from cardwright.core.document import Inline, Text
from cardwright.core.fact import NO_TEXT
from cardwright.core.record import dataclass, field
from cardwright.text.english import AUXILIARIES, base_of_third, is_base_verb, is_plural
from cardwright.text.regex import ending, folded_regex, holding, lazy_regex, starting

_INTRO = folded_regex(
    r"(?:(?P<context>(?:in|within|for|under|throughout|across|among|with|at|on|from|inside)\s[^,;:.()]{2,60}|"
    r"as an? \w+ (?:\w+ )?(?:term|concept|field|discipline|method|"
    r"practice|technique|science|tool|language)),\s+|"
    r"(?:simply put|in (?:short|general|simple terms|other words|essence|a nutshell|brief)|basically|essentially|"
    r"generally|typically|usually|formally|informally|technically|put simply|thus|so|therefore|hence|now|overall|"
    r"finally|first|firstly|second|secondly|third|similarly|conversely|moreover|furthermore|additionally|also|"
    r"on the other hand|by contrast|in contrast|by definition|broadly|broadly speaking|"
    r"generally speaking|strictly speaking|"
    r"as the name (?:suggests|implies)|originally|traditionally|historically|here|however|but|and)\b,?\s+)",
    when=starting(
        *"in within for under throughout across among with at on from simply basically essentially generally".split(),
        *"typically usually formally informally technically put thus so therefore hence now overall final".split(),
        *"first second third similarly conversely moreover furthermore additionally also by broadly strictly".split(),
        *"as originally traditionally historically here however but and".split(),
    ),
)
_ARTICLE = folded_regex(
    r"(?P<article>an?|the|this|these)\s+(?:(?:term|concept|notion|idea|word)\s+(?:of\s+)?(?=[\"“'‘a-z]))?",
)
_ALIAS = lazy_regex(
    r"\s*(?:,\s*)?(?:(?P<paren>[(（][^()（）]{1,70}[)）])|,?\s*(?<!\w)(?:(?:which (?:is|"
    r"are) )?(?:also|commonly|often|sometimes|otherwise|"
    r"formerly|previously|more commonly|better)?\s*(?:known|referred to|called|"
    r"abbreviated|written|termed|short for|shortened)"
    r"(?:\s+(?:as|to))?|aka|a\.k\.a\.|or(?: simply| just)?)\s+(?P<aka>(?:the |an? )?[^,;:.()]{1,50}?)\s*(?:,|$))\s*",
    when=holding(
        *("(", "（", "known", "referred to", "called", "abbreviated", "written", "termed", "short", "aka", "a.k.a."),
        "or",
    ),
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
    r"does|do|did|helps?|allows?|enables?|provides?|contains?|lets?|uses?)\b"
)
"""Looked for in lower case, which is twice as fast as to look in any case."""
_ASIDE = folded_regex(
    r",\s+(?:in the words of|as used in|according to|in this (?:policy|document|"
    r"context|guide)|on the other hand|by contrast|in contrast|for example|"
    r"however|therefore|in turn|in short|by definition|then|though|in general|as the name \w+|in \w+)\b[^,]{0,60},?$",
    when=holding(","),
)
_NO_CONTEXT = folded_regex(
    r"(?:in (?:addition|fact|order|other|short|general|particular|practice|this|"
    r"that|these|the (?:past|end|next|previous|following))|"
    r"for (?:example|instance|this|that|more|now)|at (?:the|this|that|first|"
    r"least|a high)|on (?:the|this|top)|with (?:this|that|these)|from (?:this|"
    r"here|now))\b",
)
"""Intros that link sentences; they narrow no term."""
_ASIDE_WITHIN = lazy_regex(
    r"(?P<subject>[^,;:]{3,60}),\s(?:on the other hand|by contrast|in contrast|"
    r"for example|however|therefore|in turn|in short|"
    r"then|though|for instance|(?:first |also |originally )?(?:coined|introduced|"
    r"invented|developed|named|described|proposed|created|written|built|popularised|"
    r"popularized)\s[^,]{2,40}|\w+ed (?:as|by|in|on|for|with|from)\s[^,]{2,50}),\s",
    when=holding(
        *("hand,", "contrast,", "for example,", "however,", "therefore,", "in turn,", "in short,", "then,", "though,"),
        *("instance,", "coined", "introduced", "invented", "developed", "named", "described", "proposed", "created"),
        *("written", "built", "popular", "ed as", "ed by", "ed in", "ed on", "ed for", "ed with", "ed from"),
    ),
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
    def plural(self) -> bool | None:
        """Whether the verb says that the subject is plural; None for a verb that has one form for both."""
        first = self.verb.lower().split()[0]
        if first in ("is", "was", "has", "does") or base_of_third(first):
            return False
        return True if first in ("are", "were", "have", "do") or is_base_verb(first) else None

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
    context = plain[slice(*intro.span("context"))] if intro and not _NO_CONTEXT.match(plain) else ""
    article = _ARTICLE.match(plain, start)
    name = article.end() if article else start
    reach = name + _REACH
    lower = plain.lower() if len(plain.lower()) == len(plain) else plain
    found = _VERB.search(lower, name, reach)
    if found and found.start() == name:  # "The mean is ...": the word that looks like a verb is the subject
        found = _VERB.search(lower, found.end(), reach)
    at, end = (found.start(), found.end()) if found else (-1, -1)
    shown = _shown_end(text, name)
    if shown and (at < shown or verbs):
        found = _VERB.match(lower, shown)
        at, end = (found.start(), found.end()) if found else _verb_after(plain, name, shown) if verbs else (-1, -1)
    elif verbs:
        at, end = _earlier_verb(plain, name, at, end)
    if at <= name:
        return None
    aliases: list[str] = []
    subject: Text | None = None  # cut out late: most sentences are turned down by their words alone
    bare = text.plain[name:at].strip()
    if _ALIAS.search(bare) or _ASIDE.search(bare):
        subject, aliases = _without_aliases(text.slice(name, at).strip())
        aside = _ASIDE.search(subject.plain)
        if aside:
            subject = subject.slice(0, aside.start())
        bare = subject.plain
    if bare.count('"') % 2 or bare.count("“") != bare.count("”"):
        return None
    plain_subject = bare.strip().strip("\"“”'‘’")
    if not plain_subject or len(plain_subject.split()) > MAX_SUBJECT_WORDS or _BAD_SUBJECT.search(plain_subject):
        return None
    verb = plain[found.start("verb") : found.end("verb")] if found and at == found.start() else plain[at:end]
    if not text.plain[end:].strip():
        return None
    predicate = text.slice(end).strip()
    subject = (subject or text.slice(name, at)).strip()
    quoted = subject if subject.marked("code") else subject.strip(" \"“”'‘’")
    if quoted.plain.count('"') % 2:  # "main" field: the quotes are of the first word
        quoted = subject
    given = (article["article"] if article else "").lower()
    named = article is not None and " " in article[0].strip()
    if named:  # "The term X": the article is the term's, not X's
        given = ""
    adverb = plain[slice(*found.span("adverb"))].strip() if found and at == found.start() else ""
    hedge = _HEDGE.search(verb)
    hedged = text.slice(end - len(hedge[0]), end) + Text((Inline(" "),)) if hedge else NO_TEXT
    return Parts(quoted, verb, predicate, context, given, tuple(aliases), adverb, hedged, named)


def _masked(text: Text) -> str:
    """Give the plain text with every sign of code replaced: no word of it is a verb of the sentence."""
    return "".join("X" * len(run.plain) if "code" in run.marks else run.plain for run in text.runs).replace("\n", " ")


_HEDGE = folded_regex(
    r"\b(?:usually|typically|generally|commonly|often|sometimes|mainly|primarily|normally)$",
    when=ending("ly", "often", "sometimes"),
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


_NEXT_VERB = lazy_regex(r"(?:\w+ly\s+)?([a-z]+)\b")
_LETTERS = lazy_regex(r"[A-Za-z]+")
_FOLLOWING = lazy_regex(r",?\s+(\w+)")


def _verb_after(plain: str, start: int, shown: int) -> tuple[int, int]:
    """Find the verb right behind an emphasised subject."""
    word = _NEXT_VERB.match(plain, shown)
    if not word:
        return -1, -1
    plural = is_plural(plain[start:shown]) and is_base_verb(word[1])
    return (word.start(1), word.end(1)) if plural or base_of_third(word[1]) else (-1, -1)


def _earlier_verb(plain: str, start: int, at: int, end: int) -> tuple[int, int]:
    """Find a third-person verb before the verb of the closed list."""
    stop = at if at >= 0 else len(plain)
    for number, word in enumerate(_LETTERS.finditer(plain[start:stop])):
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
            following = _FOLLOWING.match(plain, start + word.end())
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
