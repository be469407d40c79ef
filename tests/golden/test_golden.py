"""Whole articles against the notes that they gave when somebody read them last.

The articles stand in `articles/` (and one in `seeds/` of the project), their notes in `notes/`, one JSON object a note.
After a change that is meant to change notes, rewrite them, read what has changed, and commit it:

    python tests/golden/test_golden.py
    git diff tests/golden/notes
"""

import json
from pathlib import Path

import pytest

from cardwright.core.document import shown
from cardwright.core.note import Note
from cardwright.core.settings import Settings
from cardwright.extraction import extract
from cardwright.source import find, load

HERE = Path(__file__).parent
NOTES = HERE / "notes"
ARTICLES = [
    *sorted((HERE / "articles").glob("*.md")),
    HERE.parents[1] / "seeds" / "introduction-to-backend-development.md",
]


def written(note: Note) -> str:
    """Write a note as a line of JSON: what it asks and answers, and where that stands."""
    record = {
        "lines": [note.span.line, note.span.end_line],
        "rule": note.rule,
        "question": shown(note.question),
        "answer": note.answer,
        "items": [f"{item.span.line}: {item.plain}" for item in note.items],
        "reverse": note.reverse,
    }
    return json.dumps({name: value for name, value in record.items() if value}, ensure_ascii=False)


def notes_of(article: Path) -> str:
    """Give the notes of an article, a line each."""
    [file] = find([str(article)]).files
    loaded = load(file, settings=Settings())
    assert loaded.article is not None
    assert loaded.problems == ()
    return "".join(f"{written(note)}\n" for note in extract(loaded.article).notes)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_an_article_gives_the_notes_that_were_read(article: Path) -> None:
    read = (NOTES / f"{article.stem}.jsonl").read_text(encoding="utf-8")
    assert notes_of(article).splitlines() == read.splitlines()


def test_every_file_of_notes_has_its_article() -> None:
    assert {path.stem for path in NOTES.glob("*")} == {path.stem for path in ARTICLES}


if __name__ == "__main__":
    for path in ARTICLES:
        (NOTES / f"{path.stem}.jsonl").write_text(notes_of(path), encoding="utf-8")
