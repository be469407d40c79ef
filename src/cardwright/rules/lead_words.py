"""The patterns by which the English sentence before a list is taken apart."""

from __future__ import annotations

import re

from cardwright.text.regex import ending, folded_regex, holding, lazy_regex, starting, wording

NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|"
    r"several|many|various|some|a few|a number of|multiple|different)"
)


FOLLOWING = lazy_regex(
    rf"\s*\b(?:the|these|those|one or more(?: of)? the|one of the|any of the|some of the|all of the)?"
    rf"\s*following(?:\s+(?P<count>{NUMBER}))?(?P<noun>(?:\s+[\w-]+){{0,4}}?)$",
    re.IGNORECASE,
    when=holding("following"),
)


TAIL = lazy_regex(
    r"(?:,?\s*(?:such as|including|for example|e\.g\.|namely|i\.e\.|as follows|"
    r"like|that is|like this|like so|below|here|"
    r"(?:as )?(?:listed|described|detailed|shown|outlined|given|explained|defined) (?:below|"
    r"here|as follows)|which (?:are|include)|these are|"
    r"these include|they are|in (?:no particular|this|the following) order|in the following ways?|"
    r"in these ways))+$",
    re.IGNORECASE,
    when=ending(
        *(
            "such as",
            "including",
            "for example",
            "e.g.",
            "namely",
            "i.e.",
            "as follows",
            "like",
            "that is",
            "like this",
        ),
        *("like so", "below", "here", "which are", "which include", "these are", "these include", "they are", "order"),
        *("way", "ways"),
    ),
)


INTRO = lazy_regex(
    r"^(?:(?:this means(?: that)?|which means(?: that)?|so|thus|therefore|however|additionally|also|"
    r"furthermore|moreover|"
    r"in addition(?!\s+to\b)|in general|generally|typically|usually|finally|"
    r"basically|specifically|in particular|for example|in short|to summarize|"
    r"in summary|broadly speaking|in practice|overall|"
    r"in this (?:context|case|way|article|section|post)|at a high level|on the other hand|"
    r"again|then|first|next|ideally|and|but|instead(?!\s+of)|similarly|likewise|nowadays|"
    r"today)\s*,?\s+)+",
    re.IGNORECASE,
    when=starting(
        *"this which so thus therefore however additionally also furthermore moreover in generally".split(),
        *"typically usually finally basically specifically for to broadly overall at on again then first".split(),
        *"next ideally and but instead similarly likewise nowadays today".split(),
    ),
)


BESIDES = lazy_regex(
    r"^(?:in addition to|besides|apart from|aside from|along with)\s[^,:]{3,90},\s+",
    re.IGNORECASE,
    when=starting("in addition to", "besides", "apart from", "aside from", "along with"),
)
"""What else there is, which says nothing of the list."""


CONTEXT = lazy_regex(
    r"^(?P<context>(?:according to|during|before|after|when|if|in|for|at|on|"
    r"within|to|once|while|under|depending on|as|with|from|instead of|rather than|by|"
    r"(?!following|including)\w{3,}ing)\s[^,:]{3,90}),\s+(?P<rest>.+)$",
    re.IGNORECASE,
    when=holding(","),
)


THERE = lazy_regex(
    r"^(?:there\s+(?:are|exist|were|is)|we (?:have|(?:can )?distinguish(?: between)?)|"
    r"here are|below are|these are|those are|listed below are|the following (?:are|"
    r"is)|what follows (?:are|is)|following are)\s+(?P<noun>.+)$",
    re.IGNORECASE,
    when=starting(*"there we you here below these those listed the what following".split()),
)


HERE_IS_WHAT = lazy_regex(
    r"^(?:here(?:'s|’s| is)|this is|below is) (?:what|how) (?P<subject>.+?) (?P<verb>do|"
    r"does|did|can|should|must)\b(?P<rest>.*)$",
    re.IGNORECASE,
    when=starting("here", "this is", "below is"),
)


MODAL = lazy_regex(
    r"^(?P<subject>.+?)\s+(?P<verb>should|must|can|may|might|will|could|would|"
    r"shall)(?:\s+|$)(?P<adverb>(?:always|also|never|not|only|usually|generally|"
    r"typically|then)\s+)?(?P<rest>.*)$",
    re.IGNORECASE,
    when=wording("should must can may might will could would shall"),
)


NEED = lazy_regex(
    r"^(?P<subject>.+?)\s+(?P<verb>needs? to|ha(?:s|ve) to|ought to|(?:is|are) (?:required|"
    r"expected|supposed|encouraged|allowed|able|asked|advised|obliged|obligated|"
    r"designed|intended|likely) to|aims? to|tends? to|seeks? to)\s*(?P<rest>.*)$",
    re.IGNORECASE,
    when=wording(
        "need needs has have ought required expected supposed encouraged allowed able asked advised "
        "obliged obligated designed intended likely aim aims tend tends seek seeks"
    ),
)


BE = lazy_regex(
    r"^(?P<subject>.+?)\s+(?P<verb>is|are|was|were)\s+(?P<rest>.*)$", re.IGNORECASE, when=wording("is are was were")
)


BE_END = lazy_regex(
    r"^(?P<subject>.+?)\s+(?:is|are|was|were|include|includes|included)$",
    re.IGNORECASE,
    when=ending("is", "are", "was", "were", "include", "includes", "included"),
)


LISTED = lazy_regex(
    r"^(?P<noun>.+?)\s+(?:are|is)\s+(?:\w+ )?(?:listed|described|detailed|shown|"
    r"outlined|given|explained|summari[sz]ed|defined)(?: (?:below|here|as follows|next))?$",
    re.IGNORECASE,
    when=wording("listed described detailed shown outlined given explained summarised summarized defined"),
)


FOLLOWING_FIRST = lazy_regex(
    rf"^(?:the following|these)\s+(?!are\b|is\b|include|can\b|may\b)(?:(?P<count>{NUMBER})\s+)?(?P<rest>.+)$",
    re.IGNORECASE,
    when=starting("the following", "these"),
)


NOUN_ONLY = lazy_regex(
    rf"^(?:the |some |a few |several |other |our |these (?:are|include) )?"
    rf"(?:(?P<count>{NUMBER})\s+)?(?P<noun>[A-Za-z][\w'’/ ()&-]+)$"
)


PREPOSITION_END = folded_regex(
    r"\b(?:of|to|for|by|with|from|on|in|at|about|as|into|through|between|against|"
    r"that|around|upon|under|over|surrounding|regarding)$",
    when=ending(
        *"of to for by with from on in at about as into through between against that around upon under".split(),
        *"over surrounding regarding".split(),
    ),
)


ASIDE = lazy_regex(
    r",\s(?:also known as|including|or|on the other hand|by contrast|in contrast|however|"
    r"therefore|for example|in turn|in general|aka|called|i\.e\.)(?:\s[^,]*)?,\s",
    re.IGNORECASE,
    when=holding(","),
)


RELATIVE = lazy_regex(
    r"\b(?:for|of|in|to|by|with|into|on)\s+(?P<subject>(?:(?!(?:for|of|in|to|"
    r"by|with|into|on)\b)[\w-]+\s){0,3}[\w-]+),?\s+(?:which|that)\s+(?P<verb>[a-z]+)$",
    when=wording("which that"),
)


SECOND_VERB = lazy_regex(r"^(?P<first>[^,]+),? and (?P<verb>[a-z]+s) (?P<rest>[^,]+)$", when=holding(" and "))


CLAUSE_IN = folded_regex(
    r"^(?:how|what|why|whether|when|whenever|where|while|once|if|as)\b|\b(?:when|if|because|whether|came|went|fell)\b"
)


MIXTURE = lazy_regex(
    r"\s+(?:a|an|the)\s+(?:combination|series|number|set|list|range|variety|mix|mixture) of$",
    re.IGNORECASE,
    when=ending("of"),
)


THESE = folded_regex(
    r"^(?:when |if |for |in )?(?:[^,]*, )?these (?:[\w-]+ ){1,3}(?:apply|are|"
    r"have|can|may|must|should|will|help|need)\b",
    when=wording("these"),
)


PRONOUN = folded_regex(
    r"^(?:it|this|that|they|these|those|he|she|which|who|what|we|i|there|here|"
    r"(?:one|some|others?|both|each|each one)(?=$|\s(?:of|are|is|can|may|will|include|do)\b))\b",
)
COUNT = lazy_regex(rf"^(?:the\s+)?(?P<count>{NUMBER})\s+(?P<noun>.+)$", re.IGNORECASE)


DETERMINER = lazy_regex(
    r"^(?:some of the|the|some|several|a few|a number of|many|various|other|different|additional|"
    r"our|a couple of|a variety of|all)\s+",
    re.IGNORECASE,
    when=starting(*"some the several a many various other different additional our all".split()),
)


OBJECT = lazy_regex(
    rf"(?:^|\s)(?:(?:the|some|these)\s+)?(?:(?P<count>{NUMBER})\s+)?(?P<noun>(?:(?!(?:of|"
    rf"for|to|in|on|with|by|from|and|between|through|into|via|as|at|over|under|about|against|within)\b)[\w-]+\s){{0,3}}[\w-]+)$",
    re.IGNORECASE,
)
ADVERB_END = lazy_regex(r"\s(?:\w+ly|often|always|also|then|sometimes|now|commonly)$")
