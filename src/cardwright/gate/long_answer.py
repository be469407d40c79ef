"""An answer too long to be recalled: more than 60 words or 400 characters of running text."""

from __future__ import annotations

import re
from dataclasses import replace

from cardwright.core.document import Block, Paragraph
from cardwright.core.note import Answer, Note
from cardwright.text.sentences import sentences

MAX_WORDS = 60
MAX_CHARACTERS = 400
"""Test Q01; Wozniak's minimum information principle. A Chinese or Japanese character counts twice."""

_WIDE = r"[\u3040-\u30ff\u3400-\u9fff]"
"""Left as a text, for compiling it takes 3 ms that most articles need not pay."""


class LongAnswer:
    """Cuts a long answer at the end of a sentence; turns the note down where its first sentence is too long.

    Not taken: lists, tables and code, which are judged by their own measure; an answer of sixty words.
    """

    name = "long-answer"

    def mend(self, note: Note) -> Note | str:
        """Give the note with every paragraph cut to what can be recalled."""
        answers: list[Answer] = []
        for answer in note.answers:
            if all(not isinstance(block, Paragraph) or _fits(block.text.plain) for block in answer.blocks):
                answers.append(answer)
                continue
            blocks: list[Block] = []
            for block in answer.blocks:
                cut = _cut(block) if isinstance(block, Paragraph) else block
                if cut is None:
                    return f"its answer's first sentence has more than {MAX_WORDS} words or {MAX_CHARACTERS} characters"
                blocks.append(cut)
            answers.append(Answer(tuple(blocks), answer.span))
        same = all(new is old for new, old in zip(answers, note.answers, strict=True))
        return note if same else replace(note, answers=tuple(answers))


def _cut(block: Paragraph) -> Paragraph | None:
    plain = block.text.plain
    if _fits(plain):
        return block
    fitting = [end for _, end in sentences(plain) if _fits(plain[:end])]
    return Paragraph(block.text.slice(0, fitting[-1]), block.span) if fitting else None


def _fits(plain: str) -> bool:
    wide = len(re.findall(_WIDE, plain)) if max(plain, default="") >= "\u3040" else 0
    return len(plain.split()) <= MAX_WORDS and len(plain) + wide <= MAX_CHARACTERS
