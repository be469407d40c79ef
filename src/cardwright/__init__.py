"""Turns ordinary Markdown articles into spaced-repetition flashcards."""
