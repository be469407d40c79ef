"""English word forms: verbs, plurals, articles; closed word lists and spelling rules, no dictionary."""

from __future__ import annotations

import re
from functools import lru_cache

from cardwright.text.regex import lazy_regex

VERBS = frozenset(
    """
abort accept access accommodate accomplish account achieve acknowledge acquire act activate adapt add address
adhere adjust administer adopt advance advise advocate affect aggregate agree aid aim alert align allocate allow
alter amend amplify analyse analyze announce answer anticipate appear append apply appoint appreciate approach
approve archive arise arrange ask assemble assert assess assign assist associate assume assure attach attack
attempt attend attest attract audit authenticate authorize automate avoid await back bake balance ban base bear
become begin behave believe belong bend benefit bet bind block bluff boil bolt boost bootstrap borrow bow break
breathe brief bring broadcast browse brush build bump bundle buy bypass cache calculate call cancel capture care
carry cast castle catch categorize cause celebrate chair change charge chase check cheer chill choose chop claim
clap clarify classify clean clear click climb clone close coach coat code coincide collaborate collect combine
come command commence comment commit communicate compare compensate compete compile complement complete comply
compose comprehend compress comprise compute concentrate concern conduct confer configure confirm conform
confuse connect conserve consider consist constrain construct consult consume contact contain contend continue
contrast contribute control convene convert convey convince cook cool cooperate coordinate copy correct
correspond cost count cover craft create customize cut damage date deal debate debug decide declare decode
decorate decouple decrease decrypt dedicate deem defend defer define defrost delay delegate delete delineate
deliver demand demonstrate denote deny depend deploy deprive derail derive describe deserve design destroy
detach detail detect deter determine develop devise devote devour diagnose dial dice dictate differ
differentiate dig digest disable discard discern disclose disconnect discover discuss dismiss dispatch display
dispose disrupt dissolve distinguish distribute divide do document dominate donate double download draft drag
drain draw drill drive drop dry duplicate dust earn ease echo edit educate elaborate elect elevate eliminate
email embed embrace emerge emit emphasize employ empower empty enable enact encapsulate encode encompass
encounter encourage encrypt end endorse endure enforce engage enhance enjoy enlarge enrich enrol enroll ensure
entail enter entitle envision equip erase escalate establish estimate evaluate evaporate evolve examine exceed
excel exchange exclude execute exempt exercise exhale exhibit exist expand expect experience experiment expire
explain exploit explore export expose express extend extract face facilitate fail fall familiarize favor feature
feed feel ferment fetch file fill filter finalize find finish fit fix flag flow focus fold follow forbid force
forget format formulate forward foster found free freeze fry fulfill function fund fuse gain garnish gather
gauge generate get give glue go govern grade grant grasp grate greet grind group grow guarantee guard guess
guide hammer handle hang happen harden harm harvest have head heat help hide highlight hinder hire hit hoist
hold honor honour host hug identify ignore illustrate imagine immerse impact implement imply import impose
improve include incorporate increase incur indent index indicate infer influence inform inhale inherit inhibit
initialize initiate inject innovate insert inspect inspire install instantiate instruct integrate intend
interact intercept interfere interpret interview introduce invest investigate invite invoke involve iron isolate
issue iterate join judge juggle jump justify keep kill knead kneel knit knock knot know label lack land launch
lay lead lean learn leave lend lessen let leverage lie lift limit link list listen load locate lock log look
loop loosen lose lower lubricate mail maintain make manage mandate manipulate map marinate mark marshal mask match
maximize mean measure meet melt mention mentor merge merit migrate mimic mince minimise minimize mirror mitigate
mix model moderate modify monitor mop motivate move mow multiply name navigate need negotiate nest nod nominate
normalize notarize note notice notify nourish nurture obey obscure observe obtain occupy occur offend offer omit
onboard open operate oppose optimise optimize orbit orchestrate order organise organize originate outline
outlive output outweigh overcome overlap overload override overrule oversee overstate overturn overwrite own
oxidize pack package paddle pair parse participate partition partner pass pause pay peel peer penetrate perceive
perform permeate permit persist pick pin place plan plant play plug point polish ponder populate pose possess
post pour practice practise precede predict prefer prepare prescribe present preserve preside press prevent
price print prioritise prioritize probe process procure produce prohibit promise promote prompt propose
prosecute protect prove provide provision prune publish pull punish purchase purge pursue push put qualify
quantify quench query question quit quote radiate raise rake randomize rank rate ratify reach react read realise
realize reason rebase rebuild recall receive recognise recognize recommend reconcile record recover recruit
rectify recur recycle redirect reduce refactor refer refine reflect refrain refuse regain regard register
regulate reimburse reinforce reject relate relax release rely remain remediate remember remind remove rename
render reorder repair repeat repel replace replicate reply report represent reproduce request require rescue
research resemble reserve reset reside resign resist resolve respect respond rest restart restore restrict
result resume retain retrieve retry return reuse reveal reverse review revise revoke revolve reward rewrite ride
ring rinse rise roll rotate route row rub run sail sample sanction sand satisfy save saw say scale scan scatter
schedule scope scrape screen screw scrub seal search season secure see seek seize select sell send sense
sentence separate serialize serve set settle sew shake shape share sharpen shed shield shift shine ship shorten shout
show shred shut sign signal simmer simplify simulate sink sit skip slice slide slow smile soak solder solicit solve
sort source sow span speak specialise specialize specify speed spend spin split spoil spot spread sprinkle
stabilize stack stain standardize start state stay steal steer step stick stimulate stir stitch stop store
strain streamline strengthen stress strike strive study subdivide submit subscribe substitute subtract succeed
suffer suggest suit sum summarize summon supersede supervise supplement supply support suppress surface surpass
surround suspend sustain swap swarm sweep switch sync synchronize tackle tag tailor take talk target taste teach
tear tell tend terminate test testify text thank thaw think throttle throw tie tighten toggle tolerate top touch
trace track trade train transcend transfer transform transition translate transmit transport travel treat
trigger trim troubleshoot trust try tune turn uncover undergo underlie understand undertake undo unify uninstall
unite unlink unlock unplug update upgrade uphold upload urge use utilise utilize vacuum validate value vanish
vary verify vest vet view violate visit visualize vote wait walk want warn wash watch water wave weigh weld whip
whisk wipe withdraw withhold withstand work worry wrap write yield
""".split()
)
"""Base forms of the verbs that articles use for what things do and what readers should do."""

OBJECT_VERBS = frozenset(
    "require include contain provide represent measure define specify describe "
    "cover support store hold use produce return "
    "accept protect prevent control manage cause combine handle track indicate show depend rely focus connect separate "
    "identify determine govern regulate express denote link join divide carry collect receive emit generate create "
    "absorb convert transform".split()
)
"""Verbs whose object is the answer: "What does the keel prevent?"; of others one asks what it does."""

AUXILIARIES = frozenset(
    "is are was were am be been being can could may might must shall should will would do does did has have had".split()
)

_IRREGULAR_THIRD = {"has": "have", "does": "do", "goes": "go", "is": "be", "lies": "lie", "ties": "tie", "dies": "die"}
_TOO_LIKE_NOUNS = frozenset(
    "access account address aid aim approach attack balance base benefit block call cause change charge claim "
    "code comment control copy cost cover design detail document draft drive end exercise experience export "
    "feature flow focus format function group guide host impact import index influence interview issue label land "
    "lead limit link list load log mark match measure mix model need note number order output package pass place "
    "plan point practice present price process project question rate reason record release report request "
    "research result review sample scale schedule score search set shape share ship sign signal source state step "
    "stop store stress study supply support switch tag target test thread top trace track trade train travel "
    "trust turn type update use value view balance pair alert file service contact email bug server layer token "
    "packet class tag attack damage harm repair rest heat cook burn fire gain ease filter loss dress paint crew "
    "trade cast blend weight spell sink fall work author default input network object query response state "
    "surface result sentence".split()
)


_PREFIX = lazy_regex(
    r"^(?!resource|recipe|report|recess|decade|degree|device|deal|union|unit)(?:re|"
    r"pre|de|un|over|co|mis|sub|inter|under|auto|cross)-?(?=[a-z]{4})"
)


@lru_cache(maxsize=4096)
def base_of_third(word: str) -> str:
    """Give the base form of a third-person verb ("supports" -> "support"), "" where the word is none."""
    word = word.lower()
    if word in _IRREGULAR_THIRD:
        return _IRREGULAR_THIRD[word]
    if not word.endswith("s") or len(word) < 4:
        return ""
    bare = _PREFIX.sub("", word)
    prefix = word[: len(word) - len(bare)]
    return _base_of_third(word) or (prefix and (base := _base_of_third(bare)) and prefix + base)


def third_of(base: str) -> tuple[str, ...]:
    """Give the spellings that the third person of a verb may have ("carry" -> "carrys", "carryes", "carries")."""
    return (base + "s", base + "es", base[:-1] + "ies")


def _base_of_third(word: str) -> str:
    for stem in (word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y" if word.endswith("ies") else ""):
        if stem in VERBS:
            return stem
    return ""


@lru_cache(maxsize=4096)
def base_of_gerund(word: str) -> str:
    """Give the base form of an -ing form ("making" -> "make"), "" where the word is none."""
    word = word.lower()
    if not word.endswith("ing") or len(word) < 5:
        return ""
    stem = word[:-3]
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else ""
    for base in (stem, stem + "e", doubled):
        if base in VERBS:
            return base
    return ""


@lru_cache(maxsize=4096)
def is_base_verb(word: str, *, strict: bool = False) -> bool:
    """Tell whether a word is a verb's base form; strict: and not as often a noun."""
    word = word.lower()
    word = word if word in VERBS else _PREFIX.sub("", word)
    return word in VERBS and not (strict and word in _TOO_LIKE_NOUNS)


_VOWELS = ("a", "e", "i", "o", "hour", "honest", "heir")
_LONG_U = tuple("uni unk use usa ura uri uro ute uti".split())
"""Openings of words that begin like "you"."""
_SPELT_VOWEL = lazy_regex(r"[AEFHILMNORSX]")


def with_article(noun: str) -> str:
    """Put "a" or "an" before a noun phrase; an acronym takes the sound of its first letter's name."""
    first = noun.split(maxsplit=1)[0] if noun.split() else ""
    spelt = len(first) > 1 and first.isupper()
    lower = first.lower()
    sounds = lower.startswith(_VOWELS) or (lower.startswith("u") and not lower.startswith(_LONG_U))
    vowel = _SPELT_VOWEL.match(first) if spelt else sounds
    return f"{'an' if vowel else 'a'} {noun}"


NUMERALS = frozenset("two three four five six seven eight nine ten several".split())
"""Before a plural: "two", "several"."""


@lru_cache(maxsize=4096)
def is_plural(noun: str) -> bool:
    """Tell whether a noun phrase is plural by its head: the last word before of, for, that, in, to ..."""
    head = _HEAD_END.split(_INSERTED.sub("", noun), maxsplit=1)[0].split()
    if not head:
        return False
    if "_" in head[-1]:  # "UNESCAPED_CHARACTERS"
        return False
    word = head[-1].strip(".,:;\"'”’)").lower()
    if word in _PLURALS or _ACRONYMS.fullmatch(head[-1]):
        return True
    if word in _NOT_PLURAL or len(word) <= 3 or "." in word:
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "ness"))


def plural_of(noun: str) -> str:
    """Give the plural of a noun phrase by its last word ("threat category" -> "threat categories")."""
    if is_plural(noun):
        return noun
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


_ACRONYMS = lazy_regex(r"\W*[A-Z]{2,}s\W*")
_INSERTED = lazy_regex(r"\s*\([^()]*\)(?=\s\w)")
"""An abbreviation within a noun phrase: "virtual machine (VM) snapshots"."""
_HEAD_END = lazy_regex(
    r"\s+(?:of|for|that|which|who|in|on|to|with|by|from|at|when|while|between|under|against)\s+|\s*[,(]", re.IGNORECASE
)
_PLURALS = frozenset(
    "characteristics heuristics tactics diagnostics optics relics mosaics comics "
    "metrics topics graphics critics clinics fabrics people criteria phenomena "
    "children men women data media feet teeth mice geese alumni".split()
)
_NOT_PLURAL = frozenset(
    "series species news kubernetes https dns aws css js os tls nginx redis pandas jenkins sass less access process "
    "business analysis basis lens canvas atlas bias status corpus consensus gas always perhaps mathematics physics "
    "economics ethics logistics postgres jeans ios macos windows as this its postgis rails express".split()
)


_STATES = frozenset("need want mean matter belong occur exist happen seem lack cost".split())
"""Verbs that nobody is told to do: "Need to be loaded" is no command."""
_ORDERS = frozenset("use avoid do don't don’t never always be keep make".split())
"""Verbs that open a command in whatever letter case the rest is written."""


def is_command(words: list[str], *, among: bool = False) -> bool:
    """Tell whether a heading or a label is a command by its words: "Wash the deck", but no "Load balancing".

    `among`: those beside it are commands; by itself a word that is as often a noun ("Access logs") opens none, unless
    what follows can only follow a verb ("Limit the sessions").
    """
    first = words[0].lower().strip(",")
    if first in _ORDERS:
        return len(words) > 1
    if len(words) == 1 or first in _STATES:
        return False
    if len(words) == len(("load", "balancing")) and words[1].endswith("ing"):  # "Load balancing", "Swarm programming"
        return False
    if len(words) > len(("wash", "and")) and words[1].lower() in ("and", "or", "&"):
        return is_base_verb(first) and is_base_verb(words[2])
    if all(word[:1].isupper() for word in words if len(word) > len("and") and word[0].isalpha()):
        return is_base_verb(first, strict=True) and len(words) > 3
    follows = words[1].lower() in _AFTER_VERBS or words[1].endswith("ly")
    return is_base_verb(first, strict=not (follows or (among and len(words) > len(("limit", "sessions")))))


_AFTER_VERBS = frozenset(
    "the a an your all any each every its their for to with from up only as it them this that one what how who".split()
)
