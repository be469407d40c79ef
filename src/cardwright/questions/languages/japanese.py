"""Japanese questions; a label keeps the author's own words."""

from __future__ import annotations

from cardwright.questions.languages.base import Templates

JAPANESE = Templates(
    be="{}とは何ですか？",
    stands_for="{}は何の略ですか？",
    reverse="ここで説明されている用語は何ですか？",
)
