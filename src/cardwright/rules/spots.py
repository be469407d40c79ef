"""A block with its place in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardwright.core.document import (
    Block,
    Item,
    ItemList,
    Quote,
)
from cardwright.core.record import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A block with its place: its section, its neighbours, the item it stands in."""

    block: Block
    section: int
    before: Block | None
    after: Block | None
    number: int
    inside: Item | None = None
    depth: int = 0


def spots_of(blocks: Sequence[Block], section: int, inside: Item | None, depth: int) -> Iterator[Spot]:
    """Give the blocks in order with their places, those in quotes and list items too; a list before its items."""
    for at, block in enumerate(blocks):
        before = blocks[at - 1] if at else None
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        yield Spot(block, section, before, after, at, inside, depth)
        if isinstance(block, ItemList):
            for item in block.items:
                yield from spots_of(item.blocks, section, item, depth + 1)
        elif isinstance(block, Quote):
            yield from spots_of(block.blocks, section, inside, depth)
