"""The records that every stage shares; they import the standard library only."""
