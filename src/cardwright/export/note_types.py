"""The three note types that learners have in their collections: frozen, but for their looks.

Anki joins a package to a collection by these ids and names. A note type whose fields or templates are added, removed,
renamed or reordered leaves every note that a learner already has in conflict: never updated again. So nothing here
may change but the texts under `templates/`, and `LOOKS_CHANGED` moves with those, for Anki takes a new look only where
the note type is newer than its own.
"""

from __future__ import annotations

from functools import cache

from cardwright.core.note import Kind
from cardwright.core.record import dataclass

LOOKS_CHANGED = 1_795_478_400
"""When a template or the style sheet last changed, Unix seconds UTC. Never later than a release."""

CLOZE_LIMIT = 500
"""The highest cloze number that Anki makes a card of."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a note type. A collapsed one is folded away in Anki's editor: it is for machines."""

    name: str
    id: int
    collapsed: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A card template; its two sides stand in `templates/` under `stem`."""

    name: str
    id: int
    stem: str

    @property
    def front(self) -> str:
        """What is shown before the answer."""
        return _text(f"{self.stem}-front.html")

    @property
    def back(self) -> str:
        """What is shown with the answer."""
        return _text(f"{self.stem}-back.html")


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type. The key stands first, for Anki compares first fields for duplicates; the question sorts."""

    name: str
    id: int
    fields: tuple[Field, ...]
    templates: tuple[Template, ...]
    cloze: bool = False
    sort_field: int = 1

    @property
    def css(self) -> str:
        """The style sheet, one for all three."""
        return _text("card.css")


BASIC = NoteType(
    name="Cardwright Basic",
    id=1_795_032_912_868,
    fields=(
        Field("CwId", 2_187_473_796_764_915, collapsed=True),
        Field("Question", 3_276_966_560_930_770),
        Field("Answer", 1_687_763_446_816_046),
        Field("Context", 2_376_859_324_441_776),
        Field("Source", 3_056_600_357_657_835),
        Field("Language", 1_680_667_130_996_721, collapsed=True),
        Field("Spare 1", 4_192_277_028_381_081, collapsed=True),
        Field("Spare 2", 1_013_048_279_942_385, collapsed=True),
        Field("Spare 3", 210_599_857_600_505, collapsed=True),
    ),
    templates=(Template("Question and answer", 3_573_078_547_292_145, "question"),),
)

DEFINITION = NoteType(
    name="Cardwright Definition",
    id=1_795_271_529_143,
    fields=(
        Field("CwId", 4_154_569_710_164_047, collapsed=True),
        Field("Question", 1_086_389_570_089_234),
        Field("Answer", 1_956_008_020_565_723),
        Field("Term", 419_521_688_932_496),
        Field("Reverse", 3_483_551_207_802_701),
        Field("Context", 797_045_129_617_965),
        Field("Source", 4_275_172_235_765_913),
        Field("Language", 3_073_948_742_374_936, collapsed=True),
        Field("Spare 1", 3_665_258_158_477_042, collapsed=True),
        Field("Spare 2", 2_577_410_432_253_680, collapsed=True),
        Field("Spare 3", 2_890_386_833_075_508, collapsed=True),
    ),
    templates=(
        Template("Term to meaning", 2_061_206_531_034_646, "question"),
        Template("Meaning to term", 668_756_986_586_575, "reverse"),
    ),
)

LIST = NoteType(
    name="Cardwright List",
    id=1_795_293_939_498,
    fields=(
        Field("CwId", 2_896_301_261_588_692, collapsed=True),
        Field("Question", 2_817_572_601_242_915),
        Field("List", 2_429_826_319_773_365),
        Field("Context", 1_738_086_905_754_630),
        Field("Source", 106_460_003_443_827),
        Field("Language", 2_410_485_207_560_022, collapsed=True),
        Field("Spare 1", 2_523_373_132_513_089, collapsed=True),
        Field("Spare 2", 3_550_502_126_149_134, collapsed=True),
        Field("Spare 3", 3_720_293_890_683_747, collapsed=True),
    ),
    templates=(Template("List item", 3_690_413_463_659_927, "list"),),
    cloze=True,
)

NOTE_TYPES = (BASIC, DEFINITION, LIST)

_OF_KIND: dict[Kind, NoteType] = {"definition": DEFINITION, "list": LIST, "entry": BASIC, "fact": BASIC}


def note_type_of(kind: Kind) -> NoteType:
    """Give the note type that a kind of note is made of. A note that changes its note type needs a new GUID."""
    return _OF_KIND[kind]


@cache
def _text(name: str) -> str:
    from importlib.resources import files  # noqa: PLC0415 - 10 ms, and only packages need it

    return (files(__package__) / "templates" / name).read_text(encoding="utf-8").strip()
