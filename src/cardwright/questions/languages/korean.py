"""Korean questions; a label keeps the author's own words."""

from __future__ import annotations

from cardwright.questions.languages.base import Templates

KOREAN = Templates(
    be="‘{}’의 뜻은 무엇인가요?",
    stands_for="‘{}’은(는) 무엇의 약자인가요?",
    reverse="여기서 설명하는 용어는 무엇인가요?",
)
