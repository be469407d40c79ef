"""What a build changes, note by note and word by word, and what that means for those who study the deck."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Literal

from cardwright.core.deck import StampedNote
from cardwright.core.document import shown
from cardwright.core.record import dataclass
from cardwright.identity.ledger import Record
from cardwright.text.regex import lazy_regex

ChangeKind = Literal["new", "changed", "moved", "retired", "returned", "unchanged"]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one note. `old` is its record before the build, `new` after it; `stamped` the note as built.

    "changed": its words, or only their look, tags, pictures or source; "moved": to another article, deck or section;
    "returned": it was retired. `deck` is the deck's name now, for a retired note the one that it was in.
    `doubt` is the question of another old note that this one could have been as well, "" where that was clear.
    """

    kind: ChangeKind
    guid: str
    deck: str
    new: Record
    stamped: StampedNote | None = None
    old: Record | None = None
    doubt: str = ""

    @property
    def question(self) -> str:
        """The question that the change is told by: the new wording, of a retired note the last one."""
        return shown(self.stamped.note.question) if self.stamped else self.new.question


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words in both texts ("same"), only in the old one ("gone") or only in the new one ("added")."""

    kind: Literal["same", "gone", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One text of a note before and after: `part` is "question", "answer", "term" or "item 3" (by cloze number)."""

    part: str
    old: str
    new: str

    @property
    def runs(self) -> tuple[Run, ...]:
        """The edit word by word; the runs that are not "gone" give the new text, those not "added" the old one."""
        return word_runs(self.old, self.new)


def kind_of(old: Record | None, new: Record) -> ChangeKind:
    """Name what became of a note that is in the build."""
    if old is None:
        return "new"
    if old.retired is not None:
        return "returned"
    if _wording(old) != _wording(new):
        return "changed"
    if (old.article, old.deck, old.section) != (new.article, new.deck, new.section):
        return "moved"
    return "unchanged" if old.digest == new.digest else "changed"


def edits_of(change: Change) -> tuple[Edit, ...]:
    """Give the texts of a note that the build changes; none for notes that are new, retired or only moved."""
    old, new = change.old, change.new
    if old is None or change.stamped is None:
        return ()
    texts = [
        Edit("question", old.question, new.question),
        Edit("term", old.term, new.term),
        Edit("answer", "\n".join(old.answers), "\n".join(new.answers)),
    ]
    before = {item.ordinal: item.text for item in old.live_items}
    after = {item.ordinal: item.text for item in new.live_items}
    numbers = sorted(before.keys() | after.keys())
    texts += [Edit(f"item {number}", before.get(number, ""), after.get(number, "")) for number in numbers]
    return tuple(edit for edit in texts if edit.old != edit.new)


def word_runs(old: str, new: str) -> tuple[Run, ...]:
    """Compare two texts word by word; spaces stand at the end of the word before them."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - `cards` compares no texts

    a, b = _WORDS.findall(old), _WORDS.findall(new)
    runs: list[Run] = []
    for tag, low, high, first, last in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run("same", "".join(a[low:high])))
            continue
        if high > low:
            runs.append(Run("gone", "".join(a[low:high])))
        if last > first:
            runs.append(Run("added", "".join(b[first:last])))
    return tuple(runs)


def meaning(change: Change) -> str:
    """Say what a change means for a learner who already studies the deck."""
    match change.kind:
        case "new":
            return "comes as a new note, with new cards"
        case "returned":
            return "is taken up again with its history"
        case "retired":
            return "stays with learners until they delete it; new learners do not get it"
        case "moved":
            other_deck = change.old is not None and change.old.deck != change.new.deck
            return "keeps its history; " + (
                "cards that learners have stay in the deck they are in" if other_deck else "only its place changed"
            )
        case "unchanged":
            return "stays as it is, with what learners edited"
        case "changed":
            return "; ".join(["is corrected in place and keeps its history", *_of_items(change)])


def _of_items(change: Change) -> list[str]:
    edits = [edit for edit in edits_of(change) if edit.part.startswith("item ")]
    added = sum(not edit.old for edit in edits)
    gone = sum(not edit.new for edit in edits)
    told = [f"{_count(added, 'new card')}"] if added else []
    return [*told, f"{_count(gone, 'card')} without content, which Tools > Empty Cards removes"] if gone else told


def search_for(guids: Iterable[str]) -> str:
    """Give the search that finds notes in Anki's Browser."""
    return " or ".join(f"CwId:{guid}" for guid in guids)


def lost_items(change: Change) -> int:
    """Tell how many cards of a list a build leaves empty."""
    return sum(not edit.new for edit in edits_of(change) if edit.part.startswith("item "))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _wording(record: Record) -> Hashable:
    items = tuple((item.ordinal, item.text) for item in record.live_items)
    return record.question, record.term, record.answers, items


_WORDS = lazy_regex(r"\S+\s*|\s+")
