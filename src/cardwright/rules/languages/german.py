"""German words and definition sentences."""

from __future__ import annotations

import re

from cardwright.rules.languages.base import Language, any_of, pattern
from cardwright.text.regex import lazy_regex

_A = r"^(?:(?P<article>Der|Die|Das|Ein|Eine)\s+)?(?:Begriff\s+)?"
_T = r"(?P<term>[^,;:.!?()]{2,60}?(?:\s*\([^()]{1,60}\))?)"
_THING = r"(?:ein|eine|einer|eines|der|die|das|jede[rs]?|alle)\s"


GERMAN = Language(
    code="de",
    articles=lazy_regex(r"^(?:der|die|das|den|dem|des|eine?[nrms]?)\s+", re.IGNORECASE),
    what_is=(
        lazy_regex(
            r"^was (?:ist|sind|bedeutet|heißt)(?: eigentlich)? (?P<term>(?:eine?n? |der |die |"
            r"das )?[^?]{2,50}?)\s*\?$",
            re.IGNORECASE,
        ),
        lazy_regex(r"^was versteht man unter (?P<term>[^?]{2,50}?)\s*\?$", re.IGNORECASE),
    ),
    patterns=(
        pattern(
            rf"^Unter (?:de[rmn] |eine[rmn] )?{_T} (?:versteht man|verstehen wir|"
            rf"wird) (?P<answer>.+?)(?: verstanden[.]?)?$",
            "understand",
            alone=True,
        ),
        pattern(rf"^Als {_T} bezeichnet man (?P<answer>.+)$", "called", alone=True),
        pattern(r"^(?P<article>Eine?)\s+" + _T + r" ist (?P<answer>eine?\s.+)$", "be", alone=True),
        pattern(rf"{_A}{_T} ist (?:allgemein |eigentlich |also |dabei )?(?P<answer>{_THING}.+)$", "be"),
        pattern(rf"{_A}{_T} sind (?P<answer>(?:die |alle |eine )?(?:\w+e |\w+en )*[A-ZÄÖÜ]\w+.+)$", "are"),
        pattern(rf"{_A}{_T} (?:bezeichnet|bedeutet|umfasst die Gesamtheit|beschreibt) (?P<answer>.+)$", "mean"),
        pattern(rf"{_A}{_T} heißt,? (?P<answer>[^.]+ zu \w+.*|[^.,]+ \w*zu\w+en.*)$", "mean", alone=True),
        pattern(rf"{_A}{_T} dient (?P<answer>(?:dazu, |zur |zum |der |dem ).+)$", "serve"),
        pattern(
            rf"{_A}{_T} ist (?P<answer>(?:[a-zäöüß-]+e[smnr]?,? (?:und )?)+[A-ZÄÖÜ]\w+ (?:wie|aus|von|mit|"
            rf"für|in|zur?|zum|,|das|der|die)\b.+)$",
            "be",
            shown=True,
        ),
    ),
    no_terms=any_of(
        "er|sie|es|das|dies|diese|dieser|dieses|hier|dort|da|man|wir|ihr|ich|du|was|wer|wie|wo|wann|warum|wenn|"
        "weil|ob|dass|"
        "alle|einige|viele|manche|jeder|jede|jedes|kein|keine|beide|andere|solche|auch|nur|aber|und|oder|so|dann|daher|"
        "außerdem|dabei|damit|dazu|dafür|darum|in|im|an|am|auf|aus|bei|beim|mit|nach|seit|von|vom|vor|zu|zum|zur|für|"
        "durch|ohne|gegen|um|über|unter|zwischen|ihre|ihr|sein|seine|unser|unsere|mein|meine|dein|deine|heute|"
        "oft|meist|"
        "manchmal|wichtig|nachfolgend|als|letzteres|ersteres|deren|dessen|welche|etwas|nichts|jedoch|zwar|natürlich|"
        "allerdings|eines|einer|zweitens|erstens|drittens|ebenso|somit|trotzdem|zunächst|zuerst|schließlich"
    ),
    no_in_term=lazy_regex(
        r"\b(?:ist|sind|war|hat|haben|wird|werden|kann|können|muss|soll|wenn|weil|dass|ob|wir|ihr|sie|man|Ihnen|"
        r"oder|unser\w*|diese\w*|hier|dabei|davon|daran|hierbei|also|nicht)\b"
    ),
    empty_heads=any_of(
        "ziel|zweck|grund|problem|ergebnis|beispiel|unterschied|vorteil|nachteil|frage|antwort|idee|folge|aufgabe|"
        "hauptproblem|lösung|voraussetzung|rest|kern|schritt|teil|punkt|möglichkeit|weg|herausforderung|regel|erste|"
        "zweite|dritte|letzte|nächste|wichtigste|beste|größte|häufigste|einzige|tatsache|sache|abschnitt|kapitel|"
        "artikel"
    ),
    generic=any_of(
        "einleitung|einführung|überblick|übersicht|zusammenfassung|fazit|hintergrund|beschreibung|details|allgemeines|"
        "grundlagen|inhalt|hinweise|hinweis|faq|fragen|beispiel|beispiele|definition|definitionen|begriffe|"
        "wichtige begriffe|"
        "begriffsdefinition|glossar|sonstiges|motivation|vorwort|anhang|problem|lösung|kontext|ausblick|patlet|titel"
    ),
    attributes=any_of(
        "zweck|ziel|ziele|vorteile|nachteile|vorteil|nachteil|eigenschaften|merkmale|ursachen|ursache|symptome|folgen|"
        "aufgaben|verantwortung|anforderungen|arten|typen|phasen|schritte|bestandteile|komponenten|grenzen|risiken|"
        "behandlung|vorbeugung|anwendung|anwendungen|einsatz|zutaten|prinzipien|regeln|funktion|aufbau"
    ),
    remarks=any_of(
        "hinweis|hinweise|anmerkung|anmerkungen|achtung|wichtig|tipp|tipps|warnung|vorsicht|beispiel|beispiele|merke|"
        "quelle|quellen|siehe|siehe auch|fazit|frage|antwort|lösung|aufgabe|autor|autoren|datum|stand|zum beispiel|z.b|"
        "abbildung|abb|tabelle|notiz|exkurs|ergebnis|link|links|info|frage an sie|zusatzaufgabe|zusätzlich|"
        "merksatz|version|lizenz|bild|zusammenfassung|kurz|kurzum"
    ),
    meta=lazy_regex(
        r"^(?:inhaltsverzeichnis|inhalt|weiterführende (?:literatur|links|informationen)|zum weiterlesen|literatur\w*|"
        r"quellen(?:angaben)?|siehe auch|links?|weblinks|einzelnachweise|übung\w*|aufgaben?|hausaufgaben?|lernziele|"
        r"danksagung\w*|lizenz|impressum|kontakt|installation|änderungen|autoren|referenzen|nächste schritte|"
        r"was (?:sie|du|ihr) (?:hier )?(?:lernst|lernen|lernt).*|organisatorisches|selbsttest|quiz|"
        r"kontrollfragen|bekannte instanzen)$"
    ),
    evaluative=lazy_regex(
        r"^(?:(?:eine?|das|der|die) )?(?:sehr |besonders |ganz |so |recht )?(?:wichtig|gut|schlecht|schwierig|"
        r"einfach|leicht|nützlich|hilfreich|"
        r"beliebt|großartig|toll|groß|entscheidend|wesentlich|zentral|nötig|notwendig|möglich|sinnvoll|schön|"
        r"richtig|falsch|"
        r"erste|zweite|letzte|nächste|beste|wichtigste|größte|häufigste|einzige|gleiche|andere|folgende|grund|frage|"
        r"kunst|muss|kinderspiel|herausforderung|teil)\w*\b",
        re.IGNORECASE,
    ),
    pointing=lazy_regex(
        r"\b(?:hier|(?:in )?dies(?:em|er|en) (?:artikel|abschnitt|kapitel|beitrag|text|seite|vorlesung)|"
        r"siehe (?:oben|unten)|oben genannt\w*|"
        r"(?:im )?(?:folgenden|nachfolgenden|vorigen|letzten) (?:abschnitt|kapitel|beispiel)|wir werden|"
        r"werden wir|klicken sie|"
        r"weiter (?:oben|unten))\b",
        re.IGNORECASE,
    ),
    groups=lazy_regex(
        r"\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d{1,2})\b|\b\w*(?:arten|typen|phasen|schritte|"
        r"regeln|vorteile|nachteile|"
        r"eigenschaften|merkmale|bestandteile|komponenten|prinzipien|ursachen|folgen|symptome|aufgaben|methoden|"
        r"gründe|ziele|"
        r"rollen|formen|stufen|ebenen|elemente|kriterien|anforderungen|faktoren|fähigkeiten|werkzeuge|risiken|"
        r"zutaten)\b",
        re.IGNORECASE,
    ),
    telling=lazy_regex(r"^(?:bedeutung|definition\w*|beschreibung|erklärung|erläuterung|zweck|funktion|aufgabe)$"),
    thing=lazy_regex(r"^(?:eine?|der|die|das|jede[rs]?)\s", re.IGNORECASE),
    indefinite=lazy_regex(r"^(?:ein|eine)\s", re.IGNORECASE),
    small=any_of("der|die|das|des|und|für|zur|zum|von|in|im|an|mit"),
    nouns_capital=True,
)
