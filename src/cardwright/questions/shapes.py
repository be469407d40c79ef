"""What an explanation opens with, which its question hangs on: "To V", "V-s", a command, a noun phrase, a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from cardwright.core.document import Block, ItemList, Paragraph
from cardwright.core.record import dataclass
from cardwright.text.english import OBJECT_VERBS, base_of_gerund, base_of_third, is_base_verb, is_plural, third_of
from cardwright.text.regex import lazy_regex

Shape = Literal[
    "purpose",
    "third",
    "used",
    "valued",
    "question",
    "clause",
    "command",
    "list",
    "thing",
    "gerund",
    "phrase",
    "sentence",
]


@dataclass(frozen=True, slots=True)
class Opening:
    """How an explanation opens.

    shape       opens with                                       carries
    "purpose"   "To steer the boat"
    "third"     "Steers the boat", "They keep it upright"        verb: "provide", where its object is the answer
                "Can steer the boat"                             words: "can"
    "used"      "Used for storage", "Imposed only if ..."        verb: "What" or "When"; words: "used for", "imposed"
    "valued"    "Important for the balance"                      words: "important for"
    "clause"    "Who wrote the page", "Whether it is shared"
    "command"   "Wash the deck"
    "gerund"    "Washing the deck"
    "list"      "wood, rope and canvas"
    "thing"     "It is the steering blade", "a pair of boards"
    "phrase"    "A site that is kept warm"
    "question"  "Is it dry?"
    "sentence"  anything else

    `echo`: characters up to the end of a verb that the question says ("Provides |storage"). `says`: its first sentence
    has a finite verb. `tells_how`: a sentence that tells what one does ("We use ..."). `of_a_case`: a sentence about
    the reader or about a case ("You can ...", "In a ..."). `sets`: a command that tells how to use a thing ("Set ...").
    `reasons`: the sentence gives a reason ("because", "so that", "to reduce"). `needs`: it says what must be, or why.
    """

    shape: Shape
    verb: str = ""
    words: str = ""
    echo: int = 0
    says: bool = False
    tells_how: bool = False
    of_a_case: bool = False
    sets: bool = False
    reasons: bool = False
    needs: bool = False


def opening_of(answer: tuple[Block, ...]) -> Opening:
    """Say how an explanation opens."""
    first = _first(answer)
    if first is None:
        return Opening("sentence")
    plain = _REMARK.sub("", first.text.plain).lstrip("\"“'‘( ").replace("\n", " ")
    words = plain.split()
    if not words:
        return Opening("sentence")
    if len(words) > 2 and words[0].lower().endswith("ly") and is_base_verb(words[1]):  # "Regularly take snapshots"
        words = words[1:]
    opening = _asked(plain, words) or _participle(plain) or _done(plain, words) or Opening("sentence")
    says = bool(_SAYS_SOMETHING.search(_sentence(plain)))
    echo = _echo(first.text.plain, opening.verb) if opening.shape == "third" and first is answer[0] else 0
    return replace(
        opening,
        echo=echo,
        says=says,
        tells_how=bool(_TELLS_HOW.match(plain)),
        of_a_case=bool(_OF_A_CASE.match(plain)),
        reasons=bool(_REASONS.search(plain)),
        needs=bool(_NEEDS.search(_sentence(plain))),
    )


_NEEDS = lazy_regex(r"\b(?:needs?|must|should|wants?|so that|because|important|vital|essential|critical)\b")


def _echo(plain: str, verb: str) -> int:
    """Give where a verb that the question says ends in the answer, 0 where it says another."""
    if not verb or verb.endswith("do"):
        return 0
    forms = "|".join(re.escape(form) for form in {verb.split(maxsplit=1)[0], *third_of(verb.split(maxsplit=1)[0])})
    said = re.match(rf"(?:\w+ ){{0,3}}?(?:{forms}){' you' if verb.endswith(' you') else ''}\s", plain, re.IGNORECASE)
    return said.end() if said and len(plain[said.end() :].split()) > 1 else 0


def _first(answer: tuple[Block, ...]) -> Paragraph | None:
    """Give the paragraph that an explanation opens with, be it within a list."""
    first = answer[0]
    if isinstance(first, ItemList) and first.items and first.items[0].blocks:
        first = first.items[0].blocks[0]
    return first if isinstance(first, Paragraph) else None


def _sentence(plain: str) -> str:
    return re.split(r"[.;!?](?:\s|$)", plain)[0]


def _main_clause(plain: str) -> str:
    """Give the words up to the first comma, relative or conjunction: what the sentence itself says."""
    return re.split(r"[,.;:!?](?:\s|$)|\s(?:that|which|who|whether|when|where|if|how|what|as|because|so)\s", plain)[0]


_SAYS_SOMETHING = lazy_regex(
    r"\b(?:is|are|was|were|can|could|should|must|will|would|may|might|has|have|do|does)\b|"
    r"[a-z]s (?:\w+ly )?(?:need|help|improve|make|lead|give|let|allow|provide|"
    r"reduce|require|cause|use|work|keep|affect|increase|prevent)\b"
    r"|\b(?:needs|helps|improves|makes|leads|gives|lets|allows|provides|reduces|requires|causes|uses|works|keeps|affects|"
    r"increases|prevents|ensures|enables|saves|means|takes|becomes|gets|happens|occurs)\b",
    re.IGNORECASE,
)
"""A finite verb, by the verbs that explanations use most."""


_REMARK = lazy_regex(
    r"^(?:\s*[(（][^()（）]{1,200}[)）]\s*|(?:again|also|here|likewise|similarly|finally|first|then),?\s)",
    re.IGNORECASE,
)
"""What may stand before the opening and says nothing of its shape."""
_TELLS_HOW = lazy_regex(r"(?:we|you can|this can be done|by|with|one way)\s", re.IGNORECASE)
_REASONS = lazy_regex(
    r"\b(?:because|since|so that|in order to|otherwise|want to|to (?:reduce|avoid|prevent|make|keep|ensure|save|limit)|"
    r"reduces?|helps?|makes?|allows?|lets?|prevents?|avoids?|saves?|key|important|essential|crucial)\b",
    re.IGNORECASE,
)
_OF_A_CASE = lazy_regex(r"(?:you|under|with|full|in (?:an?|this|such))\s", re.IGNORECASE)


def _asked(plain: str, words: list[str]) -> Opening | None:
    lead = words[0].strip(",.:;").lower()
    if lead == "to" and len(words) > 1 and is_base_verb(words[1]) and "," not in " ".join(words[:12]):
        return Opening("purpose")
    if plain.rstrip().endswith("?"):
        return Opening("question")
    if modal := re.match(r"(?:can|may|must|will|should) (?:also |only )?(?!not\b)(?=\w)", plain, re.IGNORECASE):
        return Opening("third", words=modal[0].split()[0].lower())
    if (
        re.match(r"(?:who|whether|what|where|how|when|which|whose)\s(?!(?:much|many)\b)", plain, re.IGNORECASE)
        and not ("," in plain and lead in ("when", "where", "how", "what"))
        and len(_SAYS.findall(_sentence(plain))) < _CLAUSES
    ):
        return Opening("clause")
    if re.match(
        r"(?:these|this|it|they|those) (?:is|are) (?:an?|the)?\b|(?:is|are) (?:an?|the) ", plain, re.IGNORECASE
    ):
        return Opening("thing")
    if lead in ("this", "it", "these", "they", "those"):
        return _pronoun(words)
    return None


_CLAUSES = 2
"""Verbs in a sentence that opens with "Whether": a second one says something about the clause."""


def _pronoun(words: list[str]) -> Opening | None:
    """Read "It steers ...", "They keep ...", "This counter represents ..."."""
    several = words[0].lower() in ("these", "they", "those")
    for at in (1, 2, 3):
        if len(words) <= at + 1:
            break
        word = words[at].strip(",").lower()
        if several and word in ("each", "both", "all", "also"):
            continue
        base = base_of_third(word) if not several else (word if is_base_verb(word) else "")
        if base and base not in ("be", "have"):
            return Opening("third", _object_verb(base, words[at + 1 :]))
        if at == 1 and words[0].lower() in ("it", "they"):
            return None
    return None


def _object_verb(base: str, rest: list[str]) -> str:
    """Give the verb whose object is the answer ("provide"), with "you" where it tells the reader; else ""."""
    several = re.search(
        r"(?:,| and)\s(?:and )?(?:\w+ly )?\w{3,}s\s(?:the|an?|to|that|all|its|it|them|on)\b", " ".join(rest)
    )
    if base in ("tell", "show", "give", "let", "allow", "help") and rest[:1] == ["you"] and not several:
        return {"let": "let you do", "allow": "allow you to do", "help": "help you do"}.get(base, f"{base} you")
    return (
        base
        if base in OBJECT_VERBS and not several and not re.match(r"(?:on|upon|to|into|from|by|in)$", rest[0])
        else ""
    )


_PARTICIPLE = lazy_regex(
    r"(?P<part>(?:mainly |often |usually |mostly |commonly |typically )?"
    r"[a-z]{2,}(?:ed|en|wn|made|kept|built|held|set))\s"
    r"(?:(?:only )?(?P<when>if|in case|when|where|while|after|before)|(?P<for>for|to|as|by|from|of|with|in|on|at|into))"
    r"\s",
    re.IGNORECASE,
)
_VALUED = lazy_regex(
    r"(?P<words>(?:very |most |more |also |especially )?(?:important|essential|crucial|critical|vital|useful|helpful|"
    r"necessary|ideal|suitable|best|good|great|responsible|perfect) (?:for|to|in|when))\s",
    re.IGNORECASE,
)
"""A fragment that values the label: "Essential for preventing leaks"."""


def _participle(plain: str) -> Opening | None:
    if valued := _VALUED.match(plain):
        return Opening("valued", words=valued["words"].lower())
    used = _PARTICIPLE.match(plain)
    if not used or used["part"].lower() in ("when", "often", "then", "even", "given", "need", "indeed", "seven", "ten"):
        return None
    part = used["part"].lower()
    if used["when"]:
        return Opening("used", "When", part)
    return Opening("used", "What", f"{part} {used['for'].lower()}")


def _done(plain: str, words: list[str]) -> Opening | None:
    lead = words[0].strip(",.:;").lower()
    says = _SAYS_SOMETHING.search(_main_clause(re.sub(r"\([^()]*\)\s?", "", plain)))
    if base_of_gerund(lead) and not says:
        return Opening("gerund")
    if _is_list(plain):
        return Opening("command" if is_base_verb(lead, strict=True) or lead == "be" else "list")
    if (_MEASURES.match(plain) and not _SAYS.search(plain)) or _COUNTS.match(plain):
        return Opening("thing")
    if (
        base_of_third(lead)
        and lead not in ("is", "has")
        and (len(words) < 2 or words[1].lower() not in ("is", "are", "of", "and", "or"))
        and not (not is_base_verb(base_of_third(lead), strict=True) and _AFTER_NOUNS.match(" ".join(words[1:3]) + " "))
    ):
        return Opening("third", _object_verb(base_of_third(lead), words[1:]) if len(words) > 1 else "")
    if (
        len(words) > 2
        and is_base_verb(lead, strict=bool(says))
        and not (_NAMES.match(" ".join(words[1:])) and not is_base_verb(lead, strict=True))
    ):
        return Opening("command", sets=lead in ("set", "use", "pass", "specify", "choose"))
    if lead in ("don't", "don’t", "do", "never", "always", "be", "avoid") and len(words) > 2:
        return Opening("command")
    return Opening("phrase") if _is_phrase(plain) else None


_NAMES = lazy_regex(r"\w+(?:ing|s)? (?:of|for|in|by|from) |of ", re.IGNORECASE)
"""Follows a noun that looks like a verb: "Design review of ...", "Number of ..."."""


_AFTER_NOUNS = lazy_regex(
    r"(?:to|for|in|that|which|with|from|on|\w+ed (?:in|by|to|at|on|for|with|from)) ", re.IGNORECASE
)
"""Follows "Packages" where it is a noun: "Packages to include", "Packages located in"."""


def acts(answer: tuple[Block, ...], label: str) -> str:
    """Give "do" where an explanation opens with its label as a subject that acts ("Editors proofread terms"), else "".

    A modal is given in its place ("can"). An adjective may stand before the label, and its acronym for it.
    """
    first = _first(answer)
    if first is None:
        return ""
    names = [re.sub(r"\s*[(（].*", "", label).strip(), *re.findall(r"[(（]([^()（）]+)[)）]", label)]
    lower = first.text.plain.lower()
    if any(names) and not any(name.lower() in lower for name in names if name):
        return ""  # at less cost than by a pattern of its own for each label
    of = "|".join(re.escape(name) for name in names if name)
    opening = re.match(
        rf"(?:an? |the )?(?:[\w-]+ )?(?:{of})s?(?: \([^()]*\))? (?P<verb>\w+)\b", first.text.plain, re.IGNORECASE
    )
    if not opening:
        return ""
    verb = opening["verb"].lower()
    if verb in ("can", "must", "should", "may", "will"):
        return verb if not first.text.plain[opening.end() :].lstrip().startswith("be ") else ""
    if base_of_third(verb) and verb not in ("is", "has", "does", "means"):
        return "do"
    return "do" if is_plural(label) and is_base_verb(verb) and verb not in ("have", "do", "mean") else ""


def uses(answer: tuple[Block, ...], label: str) -> bool:
    """Tell whether an explanation opens with "Use X to ..." or "Use X for ...", X the label."""
    first = _first(answer)
    if first is None:
        return False
    if not first.text.plain[:3].lower().startswith(("use", "uti")):
        return False
    name = re.escape(re.sub(r"\s*[(（].*", "", label).strip())
    return bool(re.match(rf"(?:use|utili[sz]e) (?:an? |the )?{name}s? (?:to|for)\b", first.text.plain, re.IGNORECASE))


def says_to_be(answer: tuple[Block, ...], label: str) -> bool:
    """Tell whether an explanation says of something that it is as its label has it: "A rope is taut when ..."."""
    first = _first(answer)
    said = _sentence(first.text.plain).lower() if first else ""
    return any(f" {be} {label.lower()} " in said for be in ("is", "are"))


def _is_phrase(plain: str) -> bool:
    """Tell whether an explanation opens with a noun phrase that tells what the thing is: "A site that is kept warm"."""
    opening = _PHRASE.match(plain)
    if not opening:
        return False
    relative = opening[0].rstrip().lower().endswith(("that", "which", "who"))
    if relative and not _ARTICLED.match(plain) and _SAYS.search(_sentence(plain)):
        return False
    clause = _RELATIVES.split(re.split(r"[.;:,](?:\s|$)", plain[opening.end() :])[0])[0]
    noun = _PREPOSITIONS.split(clause)[0]
    return not _SAYS.search(clause) and not any(base_of_third(word) for word in noun.split()[1:-1])


_PHRASE = lazy_regex(
    r"an?\s(?=\w)|the\s(?=\w{3,}est\s)"
    r"|(?:the|that)\s(?=(?:\w+\s){1,3}(?:that|which|who|of|to|held|for|in which|where|when|\w{3,}ed|\w{3,}ing)\b)"
    r"|(?:number|percentage|amount|group|type|kind|form|part|collection|process|act|ability|person|people|everyone"
    r"|individuals|someone|anyone|something|anything|everything|how (?:much|many|often|long|far|well))\s"
    r"(?:of|who|that|which|to|with|\w+)\b"
    r"|(?!while|for|in|when|if|as|with|some|many|most|all|this|these)(?:\w+\s){1,3}?\w+s\s(?:by|that|which|used|who)\s",
    re.IGNORECASE,
)
_COUNTS = lazy_regex(
    r"(?:(?:an? |the )?(?:number|amount|percentage|list|array|set|object|string|count|ratio|share) of"
    r"|(?:one|two|three|four|five) or (?:more|less|fewer)|in [\w-]{2,15}, the)\s"
    r"(?:(?!\b(?:is|are|has|have|was|were)\b|[,.;](?:\s|$)).)*(?:[,.;](?:\s|$)|$"
    r"|(?:this|that|the|an?) (?:[\w-]+ ){1,2}(?:is|can|has|supports|needs)\b)",
    re.IGNORECASE,
)
"""A count or a collection, what narrows it without "that": "Number of boats the harbour can hold"."""
_ARTICLED = lazy_regex(r"(?:an?|the|that|any\w*|some\w+|every\w+|how|person|people|individuals)\s", re.IGNORECASE)
_RELATIVES = lazy_regex(r"\s(?:that|which|who|whose|where|when|you|we|they|used|\w{3,}ed|\w{3,}ing)\b")
_PREPOSITIONS = lazy_regex(r"\s(?:of|for|to|in|with|from|by|between|on)\b")


def _is_list(plain: str) -> bool:
    """Tell whether an explanation is but a row of things: "soil, water and light"."""
    parts = re.split(r",\s+(?:and |or )?|\s+(?:and|or)\s+(?=[^,]*$)", plain.rstrip(". "))
    return len(parts) > 2 and all(0 < len(part.split()) <= 4 for part in parts) and not _SAYS.search(plain)


_MEASURES = lazy_regex(r"(?:an?|the)\s(?:\w+\s){1,2}of\s", re.IGNORECASE)
_SAYS = lazy_regex(r"\b(?:is|are|was|were|can|should|must|will|may|has|have)\b", re.IGNORECASE)
