"""Deck names and file names: pinned at the first build, carried over when an article is renamed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from cardwright.core.record import dataclass
from cardwright.identity.ledger import Ledger, PinnedDeck
from cardwright.text.regex import lazy_regex

_LONGEST_SLUG = 80
"""Bytes of UTF-8: with "-cards.pdf" or a temporary suffix it stays far below the 255 of common file systems."""

_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that Windows keeps for devices, with any suffix."""

_OURS = lazy_regex(r"ledger|.*-(?:retired|selected)", re.DOTALL)
"""Stems that would meet the ledger, or the packages of retired notes and selected sheets of another deck."""


def pin_decks(
    wanted: Sequence[tuple[str, str]], known: Sequence[PinnedDeck], origins: Sequence[tuple[str, str]]
) -> dict[str, PinnedDeck]:
    """Give every deck, known or wanted as (key, name), by its key, with its pinned name and slug.

    `origins` holds a (new key, old key) for each note that was in a deck before. A wanted deck that is not known takes
    over the deck that most of its notes come from, where nobody else wants that one: its article was renamed.
    """
    decks: dict[str, PinnedDeck] = {}
    for deck in known:
        # Two branches may have pinned the same file name; the later deck in the order of keys takes another one.
        slug = _free(deck.slug, {other.slug.casefold() for other in decks.values()})
        decks[deck.key] = replace(deck, slug=slug)
    fresh = [(key, name) for key, name in wanted if key not in decks]
    orphans = decks.keys() - {key for key, _ in wanted}
    heirs = {key for key, _ in fresh}
    votes = Counter((new, old) for new, old in origins if old in orphans and new in heirs)
    for (new, old), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if new in heirs and old in orphans:
            heirs.remove(new)
            orphans.remove(old)
            decks[new] = replace(decks.pop(old), key=new)
    for key, name in fresh:
        if key not in decks:
            decks[key] = _pin(key, name, decks.values())
    for key, name in wanted:
        decks[key] = replace(decks[key], title=clean_name(name))
    return decks


@dataclass(frozen=True, slots=True)
class Retitled:
    """A deck (by its pinned name) whose articles would have it called otherwise since this build."""

    deck: str
    old: str
    new: str


def retitled(before: Sequence[PinnedDeck], after: Sequence[PinnedDeck]) -> tuple[Retitled, ...]:
    """Give the decks that a build gives another title; their names stay, for in Anki a name is the deck."""
    titles = {deck.name: deck.title for deck in before}
    found = [(deck, titles.get(deck.name, "")) for deck in after]
    return tuple(Retitled(deck.name, old, deck.title) for deck, old in found if old not in {"", deck.title})


def rename_deck(ledger: Ledger, old: str, new: str) -> Ledger:
    """Give a deck another name, as its author's explicit act; `old` is its name or key, `new` the name.

    Raises KeyError where there is no such deck, ValueError where the name is empty or another deck has it.
    """
    found = [deck for deck in ledger.decks if old in {deck.name, deck.key}]
    name = clean_name(new)
    if not found:
        raise KeyError(old)
    if not name:
        raise ValueError("a deck needs a name")
    if any(deck.name.casefold() == name.casefold() for deck in ledger.decks if deck != found[0]):
        raise ValueError(f"another deck is called {name} already")
    renamed = replace(found[0], name=name)
    return replace(ledger, decks=tuple(renamed if deck == found[0] else deck for deck in ledger.decks))


def cost_of_renaming(old: str, new: str) -> str:
    """Say what a deck's new name means for those who have the deck."""
    return (
        f'Learners who have "{old}" keep their cards there, with every review; only new cards go to "{new}". '
        f'To keep them together, tell learners to rename "{old}" to "{new}" in Anki before they import the new version'
    )


def _pin(key: str, name: str, others: Collection[PinnedDeck]) -> PinnedDeck:
    names = {deck.name.casefold() for deck in others}
    slugs = {deck.slug.casefold() for deck in others}
    base = clean_name(name) or clean_name(key) or "cardwright"
    given, attempt = base, 1
    while given.casefold() in names:
        given = f"{base} ({key})" if attempt == 1 else f"{base} ({key} {attempt})"
        attempt += 1
    return PinnedDeck(key, given, _free(slug_of(base) or slug_of(key) or "deck", slugs))


def _free(stem: str, taken: Collection[str]) -> str:
    slug, attempt = stem, 1
    while slug.casefold() in taken:
        attempt += 1
        slug = f"{stem}-{attempt}"
    return slug


def clean_name(name: str) -> str:
    """Give a deck name as Anki keeps it: no control characters or double quotes, no blank level."""
    text = "".join([" " if unicodedata.category(c).startswith("C") else c for c in unicodedata.normalize("NFC", name)])
    levels = [" ".join(level.split()) for level in text.replace('"', "'").split("::")]
    return "::".join([level for level in levels if level])


def slug_of(name: str) -> str:
    """Give a file name stem: lower case, words joined by hyphens, accents dropped where the bare letter is ASCII."""
    letters = []
    for letter in unicodedata.normalize("NFC", name):
        bare = unicodedata.normalize("NFKD", letter)[0]
        letters.append(bare if bare.isascii() else letter)
    slug = "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", "".join(letters)).lower()))
    cut = slug.encode()[:_LONGEST_SLUG].decode(errors="ignore").rstrip("-")
    return f"{cut}-deck" if cut in _RESERVED or _OURS.fullmatch(cut) else cut
