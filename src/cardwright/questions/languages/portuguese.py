"""Portuguese questions."""

from __future__ import annotations

from cardwright.questions.languages.base import Templates

PORTUGUESE = Templates(
    be="O que é {}?",
    are="O que são {}?",
    mean="O que significa “{}”?",
    stands_for="O que significa a sigla {}?",
    understand="O que se entende por {}?",
    called="A que se chama {}?",
    serve="Para que serve {}?",
    reverse="Que termo é descrito aqui?",
)
