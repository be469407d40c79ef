"""A learner's collection, kept by Anki's own backend."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Anki's own deprecations are none of ours
    import anki.lang

    anki.lang.set_lang("en")
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest, ImportCsvRequest


class Lab:
    """A collection in a folder that goes away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.collection = Collection(str(folder / "collection.anki2"))
        assert self.collection.db is not None
        self.database: Any = self.collection.db
        self.database.execute("pragma synchronous = off")

    def take(self, package: bytes) -> Any:
        """Import a package with the default options of Anki's dialog; give Anki's log."""
        path = self.folder / "deck.apkg"
        path.write_bytes(package)
        options = ImportAnkiPackageOptions(merge_notetypes=False, with_scheduling=False)
        return self.collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=str(path), options=options)
        ).log

    def take_text(self, table: bytes) -> Any:
        """Import a text file as its header asks; give Anki's log."""
        path = self.folder / "deck.tsv"
        path.write_bytes(table)
        metadata = self.collection.get_csv_metadata(path=str(path), delimiter=None)
        return self.collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log

    def fields(self, guid: str) -> dict[str, str]:
        """Give a note's fields by their names."""
        return dict(self.collection.get_note(self.note_id(guid)).items())

    def note_id(self, guid: str) -> Any:
        return self.database.scalar("select id from notes where guid = ?", guid)

    def cards(self, guid: str) -> list[Any]:
        """Give a note's cards by their ordinals."""
        ids = self.database.list("select id from cards where nid = ? order by ord", self.note_id(guid))
        return [self.collection.get_card(each) for each in ids]

    def forget(self) -> None:
        """Remove all notes."""
        self.collection.remove_notes(self.database.list("select id from notes"))

    def checked(self) -> tuple[str, bool, int]:
        """Run Check Database; give what it says, whether all was well, and how many cards it added."""
        before = self.collection.card_count()
        said, well = self.collection.fix_integrity()
        return said, well, self.collection.card_count() - before


@contextmanager
def lab() -> Iterator[Lab]:
    with tempfile.TemporaryDirectory(prefix="cardwright-") as folder:
        opened = Lab(Path(folder))
        try:
            yield opened
        finally:
            opened.collection.close()
