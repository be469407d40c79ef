"""From the notes of a build and the ledger to stamped notes and the new ledger."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from cardwright.core.deck import StampedNote
from cardwright.core.note import Note
from cardwright.core.problem import Problem
from cardwright.core.record import dataclass, field
from cardwright.identity import sketch
from cardwright.identity.changes import Change, kind_of
from cardwright.identity.decks import Retitled, pin_decks, retitled
from cardwright.identity.guid import derive
from cardwright.identity.ledger import Ledger, PinnedDeck, Record
from cardwright.identity.order import ranks
from cardwright.identity.sketch import Sketch
from cardwright.identity.stamp import Digest, Identified, Line, Stamped, retire, stamp
from cardwright.identity.words import fold


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """A deck that is to be built: `key` is its stable identity, `name` the wanted name, used at its first build.

    `articles` gives the id of an article by what its notes name as their article, where that is not the id itself.
    """

    key: str
    name: str
    notes: tuple[Note, ...]
    articles: Mapping[str, str] = field(default_factory=dict)

    def article_of(self, note: Note) -> str:
        """Give the id of the article that a note stands in."""
        return self.articles.get(note.article, note.article)


@dataclass(frozen=True, slots=True)
class ResolvedDeck:
    """A deck with its pinned name, the stem of its files, unique in the ledger, and its notes, identified."""

    key: str
    name: str
    slug: str
    notes: tuple[StampedNote, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a build makes of the ledger: the decks in the order of their plans, the ledger to write, what changed."""

    decks: tuple[ResolvedDeck, ...]
    ledger: Ledger
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    retitled: tuple[Retitled, ...] = ()


@dataclass(frozen=True, slots=True)
class _Slot:
    """A note of the build on its way to its identity."""

    plan: DeckPlan
    note: Note
    sketch: Sketch


def resolve(
    plans: Sequence[DeckPlan], ledger: Ledger, *, now: int, digest: Digest, unread: Collection[str] = ()
) -> Resolution:
    """Give every note its identity. `now` is Unix seconds UTC.

    `digest` names the content that Anki gets of a note; `modified` moves only when that does. `unread` are the ids of
    articles that this build could not or did not read: their notes stay in the ledger as they are.
    """
    known = _lines_of([record for record in ledger.notes if record.article not in unread])
    slots = [slot for plan in plans for slot in _slots_of(plan)]
    found, unsure = _matched(known, slots)
    lines = [known[found[at]] if at in found else () for at in range(len(slots))]
    origins = [(slot.plan.key, line[0].deck) for slot, line in zip(slots, lines, strict=True) if line]
    decks = pin_decks([(plan.key, plan.name) for plan in plans], ledger.decks, origins)
    taken = {record.guid for record in ledger.notes}
    guids = _guids(slots, lines, decks, taken)
    built: dict[str, list[Stamped]] = {plan.key: [] for plan in plans}
    for slot, line, guid, order in zip(slots, lines, guids, _orders(slots, lines), strict=True):
        one = Identified(slot.note, slot.sketch, line, guid, order, slot.plan.key)
        built[slot.plan.key] += stamp(one, now=now, digest=digest, taken=taken)
    matched = set(found.values())
    left = [record for at, line in enumerate(known) if at not in matched for record in line]
    outcomes = [one for plan in plans for one in built[plan.key]] + [retire(record, now=now) for record in left]
    doubts = {guids[new]: known[old][0].question for new, old in unsure.items()}
    notes = [one.new for one in outcomes] + [record for record in ledger.notes if record.article in unread]
    names = {deck.key: deck.name for deck in (*ledger.decks, *decks.values())}
    return Resolution(
        decks=tuple(_deck(decks[plan.key], built[plan.key]) for plan in plans),
        ledger=Ledger(
            tuple(sorted(decks.values(), key=lambda deck: deck.key)),
            tuple(sorted(notes, key=lambda record: record.guid)),
        ),
        changes=tuple(change for one in outcomes if (change := _change(one, names, doubts))),
        retitled=retitled(ledger.decks, tuple(decks.values())),
    )


def _matched(known: Sequence[Line], slots: Sequence[_Slot]) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """Find the old note of each new one, by their places, and the new ones that could be another old one as well."""
    if not known:
        return {}, {}
    from cardwright.identity.match import match  # noqa: PLC0415 - 5 ms that a first build need not pay

    matches = match([sketch.of_records(line) for line in known], [slot.sketch for slot in slots])
    return matches.found, matches.doubts


def _deck(deck: PinnedDeck, built: Sequence[Stamped]) -> ResolvedDeck:
    return ResolvedDeck(deck.key, deck.name, deck.slug, tuple(one.note for one in built if one.note))


def _change(one: Stamped, names: Mapping[str, str], doubts: Mapping[str, str]) -> Change | None:
    """Tell what became of a record; None for what was retired before and still is."""
    guid, name = one.new.guid, names.get(one.new.deck, one.new.deck)
    if one.note is not None:
        doubt = doubts.get(guid, "")
        return Change(kind_of(one.old, one.new), guid, name, one.new, one.note, one.old, doubt)
    if one.old is None or one.old.retired is not None:
        return None
    return Change("retired", guid, name, one.new, old=one.old)


def _slots_of(plan: DeckPlan) -> list[_Slot]:
    return [
        _Slot(plan, note, sketch.of_note(note, article=plan.article_of(note), order=at))
        for at, note in enumerate(plan.notes)
    ]


def _guids(
    slots: Sequence[_Slot], lines: Sequence[Line], decks: Mapping[str, PinnedDeck], taken: set[str]
) -> list[str]:
    """Give each note its GUID, a new one from as few words as tell it apart in its article; new ones go to `taken`."""
    words = [_words(slot) for slot in slots]
    seen = Counter(word[:size] for word in words for size in range(3, len(word) + 1))
    guids = []
    for slot, line, word in zip(slots, lines, words, strict=True):
        if line:
            guids.append(line[0].guid)
            continue
        size = next((n for n in range(3, len(word)) if seen[word[:n]] == 1), len(word))
        # Salted by the deck's name, so that two authors' glossaries do not meet in a learner's collection.
        guids.append(derive(decks[slot.plan.key].name, *word[:size], taken=taken))
        taken.add(guids[-1])
    return guids


def _words(slot: _Slot) -> tuple[str, ...]:
    """Give the words that a GUID is derived from: the first three, and more only where those are not alone."""
    known = slot.sketch
    rest = "\x1e".join((*known.answers, *known.items))
    return known.article, known.family, fold(known.subject), fold(known.question), fold(rest)


def _orders(slots: Sequence[_Slot], lines: Sequence[Line]) -> list[int]:
    by_article: dict[str, list[int]] = defaultdict(list)
    for at, slot in enumerate(slots):
        by_article[slot.sketch.article].append(at)
    orders = [0] * len(slots)
    for article, places in by_article.items():
        known = [lines[at][0].order if lines[at] and lines[at][0].article == article else None for at in places]
        for at, rank in zip(places, ranks(known), strict=True):
            orders[at] = rank
    return orders


def _lines_of(records: Sequence[Record]) -> list[Line]:
    """Put the parts of split lists together, articles by their ids, their notes in order."""
    heads = {record.guid for record in records if not record.head}
    parts: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(records, key=lambda record: (record.article, record.order, record.part, record.guid)):
        parts[record.head if record.head in heads else record.guid].append(record)
    return [tuple(sorted(line, key=lambda record: record.part)) for line in parts.values()]
