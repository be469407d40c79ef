"""Russian questions; none needs another case of the term than the sentence has."""

from __future__ import annotations

from cardwright.questions.languages.base import Templates

RUSSIAN = Templates(
    be="Что такое {}?",
    mean="Что означает «{}»?",
    stands_for="Как расшифровывается {}?",
    understand="Что понимают под {}?",
    reverse="Какой термин здесь описан?",
)
