"""The front end: from files to articles, settings and pictures."""

from __future__ import annotations

from cardwright.source.article import Loaded, load
from cardwright.source.find import DEFAULT_FOLDER, Found, SourceFile, article_id_of, find
from cardwright.source.media import load_media
from cardwright.source.settings import read_settings

__all__ = [
    "DEFAULT_FOLDER",
    "Found",
    "Loaded",
    "SourceFile",
    "article_id_of",
    "find",
    "load",
    "load_media",
    "read_settings",
]
