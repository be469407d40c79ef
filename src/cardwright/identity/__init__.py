"""Identity: which old note a new note is, from the ledger."""

from cardwright.identity.changes import Change
from cardwright.identity.ledger import Ledger
from cardwright.identity.resolve import DeckPlan, Resolution, ResolvedDeck, resolve

__all__ = ["Change", "DeckPlan", "Ledger", "Resolution", "ResolvedDeck", "resolve"]
