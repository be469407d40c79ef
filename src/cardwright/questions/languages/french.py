"""French questions, with a no-break space before the mark and elision before a vowel."""

from __future__ import annotations

import re

from cardwright.questions.languages.base import Templates
from cardwright.text.regex import lazy_regex

_VOWEL = lazy_regex(r"[aeiouyàâäæéèêëîïôöœùûüAEIOUYÀÂÄÆÉÈÊËÎÏÔÖŒÙÛÜ]")
_NO_ELISION = lazy_regex(r"(?:on[zc]e|oui|yaourt|yacht|yoga|ya|y[eo])", re.IGNORECASE)


def elided(before: str, term: str) -> tuple[str, str]:
    """Elide "que" and "de" before a vowel; h keeps them whole, for one cannot see whether it is aspirated."""
    for whole, short in (("que ", "qu'"), ("de ", "d'")):
        if before.endswith(whole) and _VOWEL.match(term) and not _NO_ELISION.match(term):
            return before.removesuffix(whole), short
    return before, ""


FRENCH = Templates(
    be="Qu'est-ce que {}\u00a0?",
    are="Que sont {}\u00a0?",
    mean="Que signifie «\u00a0{}\u00a0»\u00a0?",
    stands_for="Que signifie le sigle {}\u00a0?",
    understand="Qu'entend-on par {}\u00a0?",
    called="Qu'appelle-t-on {}\u00a0?",
    serve="À quoi sert {}\u00a0?",
    when="Quand parle-t-on de {}\u00a0?",
    reverse="Quel terme est décrit ici\u00a0?",
    under="\u00a0: ",
    join=elided,
)
