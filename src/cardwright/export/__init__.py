"""From notes with identities to files: Anki decks, sheets, tables."""
