from __future__ import annotations

import json
import re
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from cardwright.export.note_types import LOOKS_CHANGED, NOTE_TYPES, NoteType, note_type_of

FROZEN = json.loads((Path(__file__).parent / "note_types.json").read_text(encoding="utf-8"))


def structure(note_type: NoteType) -> dict[str, Any]:
    """Give what must never change: joins with learners' collections hang on it."""
    return json.loads(json.dumps(asdict(note_type)))  # type: ignore[no-any-return]


def looks() -> str:
    """Give a digest of what may change, together with its date."""
    texts = [text for each in NOTE_TYPES for t in each.templates for text in (t.front, t.back, each.css)]
    return sha256("\0".join(texts).encode()).hexdigest()


def test_the_structure_is_the_frozen_one() -> None:
    assert [structure(each) for each in NOTE_TYPES] == FROZEN["note types"]


def test_new_looks_come_with_a_new_date() -> None:
    # after a change of looks: move LOOKS_CHANGED, then write both into note_types.json
    assert {"changed": LOOKS_CHANGED, "digest": looks()} == FROZEN["looks"]


def test_ids_are_apart_and_fit_every_reader() -> None:
    ids = [each.id for each in NOTE_TYPES]
    ids += [field.id for each in NOTE_TYPES for field in each.fields]
    ids += [template.id for each in NOTE_TYPES for template in each.templates]
    assert len(set(ids)) == len(ids)
    assert all(0 < number < 2**53 for number in ids)


def test_the_key_stands_first_and_the_question_sorts() -> None:
    for each in NOTE_TYPES:
        names = [field.name for field in each.fields]
        assert names[0] == "CwId"
        assert names[each.sort_field] == "Question"
        assert names[-3:] == ["Spare 1", "Spare 2", "Spare 3"]


def test_templates_name_fields_that_exist_and_load_nothing() -> None:
    for each in NOTE_TYPES:
        names = {field.name for field in each.fields}
        for template in each.templates:
            sides = template.front + template.back
            asked = set(re.findall(r"\{\{[#/]?(?:cloze:)?([^}]+)\}\}", sides)) - {"FrontSide"}
            assert asked <= names
            assert "<script" not in sides
            assert "//" not in sides
        assert not re.search(r"url\(|@import|//", each.css)


def test_every_kind_has_its_note_type() -> None:
    names = {kind: note_type_of(kind).name for kind in ("definition", "list", "entry", "fact")}
    assert names == {
        "definition": "Cardwright Definition",
        "list": "Cardwright List",
        "entry": "Cardwright Basic",
        "fact": "Cardwright Basic",
    }
