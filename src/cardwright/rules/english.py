"""The English words that the rules read by: headings, labels, verbs, and what is no card material."""

from __future__ import annotations

from cardwright.text.regex import WordSet, folded_regex, starting, wording

GENERIC = frozenset(
    """introduction|intro|overview|summary|conclusion|conclusions|background|description|details|general|basics|contents
    |notes|note|faq|faqs|questions|example|examples|usage|syntax|misc|miscellaneous|more|other|others|abstract|preface
    |general notes|class notes|lecture notes
    |about|concepts|key concepts|basic concepts|terminology|terms|definitions|definition|glossary|key|keys|discussion
    |context|scope|welcome|tldr|motivation|recap|wrap up|final thoughts|closing thoughts|the basics|getting started
    |quick start|quickstart|appendix|problem|the problem|solution|the solution|answer|answers|how it works|parameters
    |options|arguments|fields|configuration|settings|values|key terms|key term|key takeaways|introduction to the topic
    |what is it|what it is|features|key features|list|table|related|implementation|structure|analysis|how to|guide
    |references|frequently asked questions|important|tips|rules""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Headings and labels that name no subject of their own."""

_SAME_ASPECTS = """
purpose | goal | goals | objective | aim | intent | motivation | benefit | benefits | advantage | advantages |
disadvantage | disadvantages | drawback | drawbacks | limitation | limitations | strengths | weaknesses |
responsibilities | primary responsibilities | duties | tasks | skills | requirements | types | kinds |
components | characteristics | properties | causes | symptoms | treatment | prevention | risks | consequences
| participants | applicability | steps | phases | stages | principles | best practices | key principles |
challenges | problems | applications | use cases | prerequisites | ingredients | elements | key benefits |
guidelines | good practices | features | trade-offs | complexity | syntax | definition | examples | example |
outcomes | deliverables | roles | roles and responsibilities | common mistakes | key components | key features
| frequency | criteria | impact | mitigation | remediation | indicators | response guidelines | problem it
addresses | how it helps | how it works | when to use | when not to use | why it matters | what it does |
rationale | scope | time complexity | space complexity
"""
ASPECTS = {name.strip(): name.strip() for name in " ".join(_SAME_ASPECTS.split()).split("|")} | {
    "pro": "advantages",
    "pros": "advantages",
    "con": "disadvantages",
    "cons": "disadvantages",
    "tradeoffs": "trade-offs",
    "also known as": "other name",
    "when to use it": "when to use",
    "how to do it": "steps",
    "method": "steps",
    "directions": "steps",
    "instructions": "steps",
    "procedure": "steps",
}
"""Labels and headings that name an attribute of the subject above them, with the form a question uses."""

META = folded_regex(
    r"^(?:table of contents|contents|toc|in this (?:article|chapter|section|lesson|guide|post)|"
    r"(?:further|additional|recommended|suggested|related) (?:reading|resources|links|information|material)s?|see also|"
    r"references?|bibliography|sources|citations?|footnotes?|links|useful links|external links|resources|credits|"
    r"acknowledge?ments?|licen[cs]e|changelog|change ?log|release notes|version history|revision history|"
    r"support us|exercises?|assignments?|homework|quiz|"
    r"knowledge check|lesson overview|(?:learning )?(?:objectives|outcomes|goals)|"
    r"what you(?:'|’)?(?:ll| will) (?:learn|need)|"
    r"what (?:we|you|this)(?:'|’)?(?:ll| will| are going to)? (?:learn|cover)s?\b.*|what(?:'|’)s next|next(?: steps)?|"
    r"installation|install|setup|set ?up|how to install|getting help|related (?:patterns|articles|posts|terms|pages)|"
    r"sample code|watch and learn.*|discussion questions|review questions|related (?:content|topics)|navigation|"
    r"test your knowledge|index|todo|to do|sponsors?|known uses|(?:important|"
    r"useful|helpful|external) links(?: .*)?)\b[ :.!?]*$",
    when=starting(
        *("table of", "content", "toc", "in this", "further", "additional", "recommended", "suggested", "related"),
        *("see also", "reference", "bibliography", "source", "citation", "footnote", "link", "useful", "external"),
        *(
            "resources",
            "credits",
            "acknowledg",
            "licen",
            "change",
            "release notes",
            "version",
            "revision",
            "support us",
        ),
        *("exercise", "assignment", "homework", "quiz", "knowledge", "lesson overview", "learning", "objectives"),
        *(
            "outcomes",
            "goals",
            "what you",
            "what we",
            "what this",
            "what's",
            "what’s",
            "next",
            "install",
            "setup",
            "set up",
            "how to install",
            "getting help",
        ),
        *("sample code", "watch and", "discussion", "review", "navigation", "test your", "index", "todo", "to do"),
        *("sponsor", "known uses", "important", "helpful"),
    ),
)
"""Headings under which most of what stands is no card material."""

NEVER_LABELS = frozenset(
    """note|notes|example|examples|tip|tips|warning|caution|important|hint|remember|todo|update|edit
|source|sources|e.g|i.e|see|see also|question|answer|q|a|figure|fig|table|image|output|input|result|solution|disclaimer
|author|date|version|link|links|reference|references|attention|info|pro tip|fun fact|nb|n.b|ps|p.s|tl;dr|tldr|summary
|conclusion|prerequisite|exercise|task|code|demo|read|read more|more|more info|more information|photo|credit|license

|deprecated|added in|required|default|defaults|since|stability
|bonus|aside|otherwise|who|what|when|where|why|how|which|url|website|email|e-mail|phone|address
|contact|for example|for instance|key takeaway|key takeaways|usage
|danger|recap|good|bad|yes|no|step|try it|challenge|spoiler|video|listing|quote|optional|recommended|alternatively
|first|second|third|finally|then|next|also|but|and|or|however|therefore|result|in short|in summary|in other words
|credits|description|image credit|photo by|by|from|to|cc|date posted|posted|published|last updated|updated|tags
|category|categories|title|status|type""".replace("\n", "").split("|")
)
"""Labels that introduce a remark, not a thing."""

PRONOUNS = frozenset(
    "it its this that these those they them he she we you i there here who which what when where why how one both all "
    "each every some many most any several few another other others such none neither either nothing everything "
    "something anything someone everyone anyone your our my their his her let lets let's if as while although though "
    "because since unless until once after before whether to in on at by for with from of and or but not no yes so "
    "thus then therefore however instead also perhaps maybe please note remember today now sometimes usually "
    "generally typically basically essentially don't do does did is are was were be can could should would will may "
    "almost nearly about around over under not much most like unlike even though "
    "might must only even just still yet".split()
)
"""Words that open no term."""

EMPTY_HEADS = frozenset(
    "result example difference purpose reason idea goal point problem issue thing way fact case question answer "
    "key trick advantage disadvantage benefit drawback downside upside solution aim intention intent objective "
    "challenge rule rest first second third last next former latter following same author section chapter article "
    "page guide document lesson post tutorial part step number list table figure image picture above below value "
    "name term word concept time day year people person user you reader developer code output input line "
    "most best worst important main focus good great bad sheet handbook doc "
    "book series video course site blog readme side end beginning aspect approach "
    "option choice one ones".split()
)
"""Heads of a subject that only point at something said elsewhere."""

POINTING_ADJECTIVES = frozenset(
    "main first second third next only other key big biggest real best good "
    "simple easy final last common basic whole same "
    "important primary most overall obvious usual typical original ultimate sole chief major another previous "
    "following correct right wrong better worst worse great own current new old clear possible more".split()
)
"""Adjectives that make no name of an empty head: "the main reason", "the next step"."""

EVALUATIVE = folded_regex(
    r"^(?:(?:an?|the|one of the|some of the|among the)\s+)?(?:\w+ly\s+|very |"
    r"really |quite |so |more |less |much |too |not |most |"
    r"pretty |rather )*(?:important|crucial|essential|critical|vital|great|good|"
    r"bad|best|better|worse|worst|powerful|popular|"
    r"useful|helpful|easy|hard|difficult|simple|complex|nice|perfect|excellent|amazing|fantastic|awesome|common|"
    r"commonly|widely|necessary|required|recommended|available|possible|likely|ready|free|safe|able|happy|sure|clear|"
    r"backbone|heart|cornerstone|key to|way to go|no brainer|must|new|old|different|similar|same|true|false|"
    r"other|another|following|next|first|last|only|main|biggest|largest|fastest|smallest|"
    r"great way|good way|effective way|good idea|bad idea|just|still|also|going|"
    r"here|there|up to|due to|because|so|about to|where|why|how|what|that|whether|"
    r"if|when|in|on|at|from|by|for|with|of|as|like|"
    r"done|made|found|seen|shown|listed|described|explained|discussed|covered|mentioned|left|yours|ours|mine)\b",
)
"""Predicates that value, place or point, but do not define."""

DEICTIC = folded_regex(
    r"\b(?:here(?:'s|’s)?|this (?:section|chapter|article|post|page|guide|lesson|"
    r"document|tutorial|book|series|video|course)|"
    r"the (?:above|below|previous|next|following) (?:section|chapter|example|"
    r"figure|table|code|diagram)?|see (?:below|above)|"
    r"(?:as )?(?:shown|seen|described|mentioned|discussed|explained|listed) (?:above|below|earlier|later|here)|"
    r"we(?:'ll|’ll| will| are going to)|let(?:'|’)s|you(?:'ll|’ll| will) (?:learn|"
    r"see|find)|i(?:'m|’m|'ve|’ve|'ll|’ll)?|"
    r"click here|below|above|aforementioned|stay tuned|read on)\b",
    when=wording("here this above below previous next following earlier later we let you i aforementioned stay read"),
)
"""Words that point at the page; a learner has no page."""

COMMON_GROUPS = WordSet(
    """
type types kind kinds form forms category categories classes class way ways method methods technique
techniques approaches approach step steps stage stages phase phases component components part parts element
elements layer layers level levels role roles responsibility responsibilities task tasks duties duty skill
skills tool tools principle principles rule rules practice practices guideline guidelines benefit benefits
advantage advantages disadvantage disadvantages drawback drawbacks challenge challenges reason reasons factor
factors feature features properties property characteristic characteristics attribute attributes strategy
strategies pattern patterns model models option options question questions cause causes symptom symptoms
function functions goal goals objective objectives requirement requirements condition conditions example
examples issue issues problem problems risk risks metric metrics criteria keyword keywords command commands
activities activity action actions measure measures service services processes process variable variables
consideration considerations aspect aspects area areas concept concepts term terms source sources state states
mode modes participant participants consequences use uses value values tip tips standard standards threat
threats attack attacks qualities indicator indicators sign signs instrument instruments piece pieces group
groups families family genre genres position positions ingredient ingredients school schools theories theory
law laws degree degrees rank ranks division divisions section sections operator operators parameter parameters
"""
)
"""Nouns for what the items of a list are."""
