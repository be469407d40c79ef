"""Spanish questions."""

from __future__ import annotations

from cardwright.questions.languages.base import Templates

SPANISH = Templates(
    be="¿Qué es {}?",
    are="¿Qué son {}?",
    mean="¿Qué significa «{}»?",
    stands_for="¿Qué significan las siglas {}?",
    understand="¿Qué se entiende por {}?",
    called="¿A qué se llama {}?",
    serve="¿Para qué sirve {}?",
    when="¿Cuándo se habla de {}?",
    reverse="¿Qué término se describe aquí?",
)
