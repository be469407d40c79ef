"""What goes into which deck when a build sees a part of the articles, or articles that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardwright import pipeline
from cardwright.core.settings import Settings
from cardwright.identity import Ledger

NOW = 1_700_000_000
GADGET = "# Kitchen gadgets\n\n## What is a gadget?\n\nA gadget is a small device that does one thing in a kitchen.\n"
KETTLE = "# Kitchen vessels\n\n## What is a kettle?\n\nA kettle is a vessel of metal that boils water for tea.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()


def write(name: str, text: str, **front: str) -> None:
    head = "".join(f"{key}: {value}\n" for key, value in front.items())
    Path("seeds", name).write_text(f"---\n{head}---\n{text}" if head else text, encoding="utf-8")


def build(*paths: str, ledger: Ledger | None = None, settings: Settings | None = None) -> pipeline.Build:
    return pipeline.build(
        paths or ("seeds",), ledger=ledger or Ledger(), settings=settings or Settings(formats=("tsv",)), now=NOW
    )


def codes(made: pipeline.Build) -> list[str]:
    return [problem.code for problem in made.problems]


def shared() -> Ledger:
    write("a.md", GADGET, deck="Kitchen")
    write("b.md", KETTLE, id="vessels", deck="Kitchen")
    made = build()
    assert [(deck.name, len(deck.notes)) for deck in made.decks] == [("Kitchen", 2)]
    assert made.problems == ()
    return made.ledger


def test_a_deck_that_is_named_in_part_is_left_alone_and_told() -> None:
    ledger = shared()
    write("c.md", "# Doors\n\n## What is a hinge?\n\nA hinge is a joint on which a door swings open and shut.\n")
    made = build("seeds/a.md", "seeds/c.md", ledger=ledger)
    assert set(made.files) == {"doors.tsv"}
    (problem,) = made.problems
    assert str(problem) == (
        'seeds/a.md: the deck "Kitchen" is not built, for it also holds notes of vessels. '
        "Name them too, or their folder."
    )
    assert set(ledger.notes) < set(made.ledger.notes)


def test_a_part_of_the_default_folder_is_a_part_with_the_same_ids() -> None:
    write("a.md", GADGET)
    Path("seeds/tea").mkdir()
    write("tea/b.md", KETTLE)
    ledger = build().ledger
    assert {note.article for note in ledger.notes} == {"a", "tea/b"}
    for path in ("seeds/tea", "seeds/tea/b.md", "./seeds/tea/"):
        made = build(path, ledger=ledger)
        assert (made.ledger, set(made.files)) == (ledger, {"kitchen-vessels.tsv"})


def test_a_deck_all_of_whose_articles_are_named_is_built() -> None:
    ledger = shared()
    made = build("seeds/a.md", "seeds/b.md", ledger=ledger)
    assert (set(made.files), made.problems) == ({"kitchen.tsv"}, ())
    assert made.ledger == ledger


def test_an_article_that_moves_into_a_deck_named_in_part_moves_with_the_whole_of_it() -> None:
    ledger = shared()
    write("c.md", "# Doors\n\n## What is a hinge?\n\nA hinge is a joint on which a door swings open and shut.\n")
    ledger = build(ledger=ledger).ledger
    write("c.md", "# Doors\n\n## What is a hinge?\n\nA hinge is a joint on which a door swings to.\n", deck="Kitchen")
    made = build("seeds/c.md", ledger=ledger)
    assert (made.files, codes(made)) == ({}, ["part-of-deck"])
    assert made.ledger == ledger


@pytest.mark.parametrize("deck", ["article", "one"])
def test_an_unreadable_article_keeps_its_notes_under_whatever_id_it_had(deck: str) -> None:
    write("a.md", GADGET)
    write("b.md", KETTLE, id="vessels")
    settings = Settings(formats=("tsv",), deck="one" if deck == "one" else "article")
    ledger = build(settings=settings).ledger
    Path("seeds/b.md").write_bytes(b"\xff\x00\xff")
    made = build(ledger=ledger, settings=settings)
    assert made.ledger == ledger
    if deck == "article":
        assert (set(made.files), len(made.problems)) == ({"kitchen-gadgets.tsv"}, 1)
    else:
        assert set(made.files) == {"cardwright.tsv"}
        assert str(made.problems[1]) == (
            'seeds/b.md: the deck "Cardwright" is built without 1 note of what cannot be read. '
            "Mend the article and build again before you publish the deck."
        )


def test_what_is_gone_beside_an_unreadable_article_that_is_known_is_retired() -> None:
    write("a.md", GADGET)
    write("b.md", KETTLE)
    ledger = build().ledger
    Path("seeds/a.md").unlink()
    Path("seeds/b.md").write_bytes(b"\xff\x00\xff")
    made = build(ledger=ledger)
    assert {note.article: note.retired for note in made.ledger.notes} == {"a": NOW, "b": None}


@pytest.mark.parametrize(
    "head",
    ["id: vessels\n deck: 'Kitchen\n", "deck: Kitchen\nid: [vessels\n", "\tid: 'vessels\n"],
    ids=["the deck is lost", "the id is lost", "both are lost"],
)
def test_a_broken_front_matter_moves_no_note_to_another_deck(head: str) -> None:
    ledger = shared()
    Path("seeds/b.md").write_text(f"---\n{head}---\n{KETTLE}", encoding="utf-8")
    made = build(ledger=ledger)
    assert made.ledger == ledger
    assert codes(made) == ["broken-front-matter", "kept-back", "lacking"]
    assert made.problems[1].span.path == "seeds/b.md"


def test_a_broken_front_matter_that_names_what_it_named_before_is_built() -> None:
    ledger = shared()
    Path("seeds/b.md").write_text(f"---\nid: vessels\ndeck: Kitchen\ntags: [a\n---\n{KETTLE}", encoding="utf-8")
    made = build(ledger=ledger)
    assert codes(made) == ["broken-front-matter"]
    assert made.ledger == ledger


def test_a_new_article_with_broken_front_matter_is_built() -> None:
    Path("seeds/b.md").write_text(f"---\ntags: [a\n---\n{KETTLE}", encoding="utf-8")
    made = build()
    assert (codes(made), len(made.notes)) == (["broken-front-matter"], 1)
