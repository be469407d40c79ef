"""Which language an article is written in, told from its letters and its commonest words; no library, no model."""

from __future__ import annotations

import re
from collections import Counter

from cardwright.text.regex import lazy_regex

SAMPLE = 4000
"""Characters that are looked at: more tell nothing new."""

_FOREIGN = 0.2
"""Share of letters from which another script than Latin decides: a Korean article on computing is half English."""

_KANA = 0.05
"""Share of kana among kana and Han characters from which a text is Japanese: Chinese articles name a word or two."""

_CLEAR = 1.25
"""How many times as many common words as the next language the best one needs."""

_LEAST = 0.12
"""Share of common words below which no Latin language is told: 0.25 and more is usual for running text."""

_SURELY = 0.25
"""Share of common English words from which no other language is looked at."""

_SCRIPTS = {
    "han": "\u3400-\u4dbf\u4e00-\u9fff",
    "kana": "\u3040-\u30ff",
    "ko": "\uac00-\ud7af\u1100-\u11ff",
    "cyrillic": "\u0400-\u04ff",
    "arabic": "\u0600-\u06ff\u0750-\u077f",
    "he": "\u0590-\u05ff",
    "el": "\u0370-\u03ff",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff",
    "am": "\u1200-\u137f",
    "km": "\u1780-\u17ff",
    "hy": "\u0530-\u058f",
}

_BY_LETTER = {
    "cyrillic": (("uk", "їєґ"), ("be", "ў"), ("mk", "ѓќѕ"), ("sr", "јљњћђ"), ("ru", "ыэё")),
    "arabic": (("ur", "ٹڈڑں"), ("fa", "پچژگکی")),
}
_OTHERWISE = {"cyrillic": "bg", "arabic": "ar"}
_RARE = 0.002
"""Share of its letters below which a letter that only one language has is a quotation."""

_COMMON = {
    "en": "the of and to in is that it for as with on are be this by or an from at which can not you has have when",
    "de": "der die das und ist nicht ein eine zu den von mit sich auf für im dem auch als es werden wird sind oder bei",
    "es": "de la el que y en los las un una del por con para es se su al lo como más o pero sus son este esta cuando",
    "fr": "de la le les et des en un une du est que pour dans qui par sur au plus pas ce il ne se ou avec sont cette",
    "pt": "de a o que e do da em um uma para os as com não no na por mais dos é ao se como sua ou seu são quando pelo",
    "it": "di e il la che è un in per una del non le con si da dei della i al gli nel sono più come o anche questo",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit wordt door deze",
    "sv": "och att det som en på är av för med den till inte om ett har de jag kan från eller när så vi men ska",
    "da": "og at det er en til af på for som med den ikke der de et har om kan vi jeg fra eller når så men bliver",
    "pl": "i w na z się do nie to że jest o jak od za po oraz przez dla są lub ale tym może który która które",
    "cs": "a v na se je že s z do o to pro za jako by jsou nebo k od ve který která které není také být může",
    "tr": "ve bir bu için ile de da olarak olan daha çok gibi ne kadar en veya her değil olduğu sonra ise var",
    "id": "yang dan di ini itu dengan untuk dari pada adalah dalam tidak akan ke atau oleh sebagai dapat juga",
    "vi": "và là của có các cho một trong được với những không để khi này đó từ người theo như về hoặc",
}
_WORDS_OF = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = lazy_regex(r"[^\W\d_]+")

_NAMES = {
    "english": "en",
    "eng": "en",
    "german": "de",
    "deutsch": "de",
    "deu": "de",
    "ger": "de",
    "spanish": "es",
    "español": "es",
    "spa": "es",
    "french": "fr",
    "français": "fr",
    "fra": "fr",
    "fre": "fr",
    "portuguese": "pt",
    "português": "pt",
    "por": "pt",
    "italian": "it",
    "italiano": "it",
    "ita": "it",
    "dutch": "nl",
    "nederlands": "nl",
    "nld": "nl",
    "russian": "ru",
    "русский": "ru",
    "rus": "ru",
    "chinese": "zh",
    "中文": "zh",
    "zho": "zh",
    "chi": "zh",
    "japanese": "ja",
    "日本語": "ja",
    "jpn": "ja",
    "korean": "ko",
    "한국어": "ko",
    "kor": "ko",
    "cn": "zh",
    "jp": "ja",
    "kr": "ko",
}
_CODE = lazy_regex(r"([a-z]{2,3})(?:-[a-z0-9]{2,8})*")


def normal(name: str) -> str:
    """Give the lower-case ISO 639 code that a language's name or tag stands for, "" where it is none.

    Only Chinese keeps what follows ("zh-hant"): there it decides how characters are drawn.
    """
    low = name.strip().lower().replace("_", "-").partition(".")[0]
    if low in _NAMES:
        return _NAMES[low]
    parts = _CODE.fullmatch(low)
    if not parts:
        return ""
    return low if parts[1] == "zh" else _NAMES.get(parts[1], parts[1])


def detect(text: str) -> str:
    """Give the ISO 639 code of the language that most of the text is in, "" where that cannot be told."""
    text = text[:SAMPLE].lower()
    letters = [sign for sign in text if sign.isalpha()]
    if sum(not sign.isascii() for sign in letters) <= _FOREIGN * len(letters):
        return _latin(text)
    counts = Counter({name: len(re.findall(f"[{signs}]", text)) for name, signs in _SCRIPTS.items()})
    cjk = counts["han"] + counts["kana"]
    counts["han"], counts["kana"] = (0, cjk) if counts["kana"] > _KANA * cjk else (cjk, 0)
    script, most = counts.most_common(1)[0]
    if most < _FOREIGN * len(letters):
        return _latin(text)
    return {"han": "zh", "kana": "ja"}.get(script) or _by_letter(script, text, most)


def _by_letter(script: str, text: str, size: int) -> str:
    for language, letters in _BY_LETTER.get(script, ()):
        if sum(text.count(letter) for letter in letters) > _RARE * size:
            return language
    return _OTHERWISE.get(script, script)


def _latin(text: str) -> str:
    words = _WORD.findall(text)
    if sum(map(_WORDS_OF["en"].__contains__, words)) > _SURELY * len(words):
        return "en"
    counts = Counter({language: sum(word in common for word in words) for language, common in _WORDS_OF.items()})
    (best, most), (_, next_most) = counts.most_common(2)
    return best if most > _LEAST * len(words) and most >= _CLEAR * next_most else ""
