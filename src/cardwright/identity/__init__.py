"""Identity: which old note a new note is, from the ledger."""
