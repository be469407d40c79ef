"""The few words that a sheet says itself, in the languages of its readers."""

from __future__ import annotations

_ENGLISH = {
    "question": "Question",
    "answer": "Answer",
    "key": "Key",
    "name": "Name",
    "date": "Date",
    "version": "Version",
}
_WORDS = {
    "de": {"question": "Frage", "answer": "Antwort", "key": "Lösungen", "name": "Name", "date": "Datum", "version": "Version"},
    "es": {"question": "Pregunta", "answer": "Respuesta", "key": "Respuestas", "name": "Nombre", "date": "Fecha", "version": "Versión"},
    "fr": {"question": "Question", "answer": "Réponse", "key": "Réponses", "name": "Nom", "date": "Date", "version": "Version"},
}  # fmt: skip


def words_for(language: str) -> dict[str, str]:
    """Give the words in this language (ISO 639), in English where it is not among ours."""
    return _WORDS.get(language[:2], _ENGLISH)
