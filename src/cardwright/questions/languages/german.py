"""German questions."""

from __future__ import annotations

from cardwright.questions.languages.base import Templates

GERMAN = Templates(
    be="Was ist {}?",
    are="Was sind {}?",
    mean="Was bedeutet „{}“?",
    stands_for="Wofür steht {}?",
    understand="Was versteht man unter {}?",
    called="Was bezeichnet man als {}?",
    serve="Wozu dient {}?",
    reverse="Welcher Begriff wird hier beschrieben?",
)
