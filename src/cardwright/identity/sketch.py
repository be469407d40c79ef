"""What a note is known by: its plain words and where it stands, the same for a new note and for the ledger's."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from cardwright.core.document import shown
from cardwright.core.note import Kind, Note
from cardwright.core.record import dataclass
from cardwright.identity.ledger import Record

_FAMILY: dict[Kind, str] = {"definition": "definition", "list": "list", "entry": "basic", "fact": "basic"}
"""Kinds of one family share a note type in Anki; between families no note can change."""

FOREIGN = ""
"""The family of a note that another tool made: it may go on as any kind but a list."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A note's plain words. `order` ranks it among the notes of its article."""

    family: str
    article: str
    question: str
    term: str
    answers: tuple[str, ...]
    items: tuple[str, ...]
    section: tuple[str, ...]
    order: int
    retired: bool = False

    def may_become(self, new: Sketch) -> bool:
        """Tell whether Anki could turn this note into the new one."""
        return self.family == new.family or (self.family == FOREIGN and new.family != family_of("list"))

    @property
    def subject(self) -> str:
        """What the note is about: its term, else its question."""
        return self.term or self.question

    def anywhere(self) -> Hashable:
        """Give what two notes share that say the same; a list says the same in any order."""
        return self.family, self.question, self.term, self.answers, tuple(sorted(self.items))

    def in_article(self) -> Hashable:
        """Give what two notes share that say the same in the same article."""
        return self.article, self.anywhere()

    def in_section(self) -> Hashable:
        """Give what two notes share that say the same under the same headings."""
        return self.section, self.in_article()


def family_of(kind: Kind) -> str:
    """Give the name of the kinds that Anki can turn into each other."""
    return _FAMILY[kind]


def of_note(note: Note, *, article: str, order: int) -> Sketch:
    """Sketch a new note of that article (by id)."""
    return Sketch(
        family=family_of(note.kind),
        article=article,
        question=shown(note.question),
        term=shown(note.term) if note.term else "",
        answers=tuple(answer.plain for answer in note.answers),
        items=tuple(item.plain for item in note.items),
        section=note.section,
        order=order,
    )


def of_records(records: Sequence[Record]) -> Sketch:
    """Sketch a note of the ledger: its record, followed by those that continue its list."""
    head = records[0]
    alive = [record for record in records if record.retired is None]
    return Sketch(
        family=FOREIGN if head.foreign else family_of(head.kind),
        article=head.article,
        question=head.question,
        term=head.term,
        answers=head.answers,
        items=tuple(item.text for record in alive or records for item in record.live_items),
        section=head.section,
        order=head.order,
        retired=not alive,
    )
