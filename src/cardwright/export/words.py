"""The few words that a sheet says itself, in the languages of its readers."""

from __future__ import annotations

_NAMES = ("question", "answer", "key", "name", "date", "version")
_WORDS = {
    "de": ("Frage", "Antwort", "Lösungen", "Name", "Datum", "Version"),
    "en": ("Question", "Answer", "Key", "Name", "Date", "Version"),
    "es": ("Pregunta", "Respuesta", "Respuestas", "Nombre", "Fecha", "Versión"),
    "fr": ("Question", "Réponse", "Réponses", "Nom", "Date", "Version"),
}


def words_for(language: str) -> dict[str, str]:
    """Give the words in this language (ISO 639), in English where it is not among ours."""
    return dict(zip(_NAMES, _WORDS.get(language[:2].lower(), _WORDS["en"]), strict=True))
