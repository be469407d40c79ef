"""Pure functions on strings: sentences, normalising, similarity."""
