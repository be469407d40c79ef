"""French words and definition sentences."""

from __future__ import annotations

import re

from cardwright.rules.languages.base import Language, any_of, pattern
from cardwright.text.regex import lazy_regex

_A = r"^(?:(?P<article>L['’]|(?:Le|La|Les|Un|Une)\s)\s*)?"
_T = r"(?P<term>[^,;:.!?()]{2,60}?(?:\s*\([^()]{1,60}\))?)"
_THING = r"(?:(?:un|une|des|le|la|les|tout|toute|ce qui|celui qui|celle qui)\s|l['’])"


FRENCH = Language(
    code="fr",
    articles=lazy_regex(r"^(?:l['’]|d['’]|(?:le|la|les|un|une|des|du)\s+)", re.IGNORECASE),
    what_is=(
        lazy_regex(r"^qu['’]est[ -]ce (?:que |qu['’])(?P<term>(?!c['’]est)[^?]{2,50}?)\s*\?$", re.IGNORECASE),
        lazy_regex(r"^que (?:sont|signifie) (?P<term>[^?]{2,50}?)\s*\?$", re.IGNORECASE),
        lazy_regex(r"^(?P<term>[^?]{2,40}), (?:qu['’]est-ce que c['’]est|c['’]est quoi)\s*\?$", re.IGNORECASE),
    ),
    patterns=(
        pattern(rf"^(?:On entend par|Par) {_T},? (?:on entend )?(?P<answer>{_THING}.+)$", "understand", alone=True),
        pattern(
            r"^(?P<answer>[^:]{15,}?)(?:\s:|,) on parle (?:de |"
            r"d['’])(?P<term>[^,;:.!?()]{2,50}?)[.]?$",
            "when",
            shown=True,
        ),
        pattern(
            r"^.*\s(?P<article>l['’]|(?:le|la|les|un|"
            r"une)\s)\s*(?P<term>[^,;:.!?()\s][^,;:.!?()]{1,40}?), c['’]est-à-dire (?P<answer>(?:de |"
            r"d['’])?\w.+)$",
            "be",
            shown=True,
        ),
        pattern(
            r"^On appelle (?:(?P<article>l['’]|(?:le|la|les|un|"
            r"une)\s)\s*)?" + _T + rf" (?P<answer>{_THING}.+)$",
            "called",
            shown=True,
        ),
        pattern(r"^(?P<article>Une?\s)\s*" + _T + r" est (?P<answer>une?\s.+)$", "be", alone=True),
        pattern(rf"{_A}{_T} est (?P<answer>{_THING}.+)$", "be"),
        pattern(rf"{_A}{_T} sont (?P<answer>(?:des|les|ceux qui|celles qui)\s.+)$", "are"),
        pattern(rf"{_A}{_T} (?:désigne|signifie|se définit comme|représente) (?P<answer>.+)$", "mean"),
        pattern(rf"{_A}{_T} (?:sert|servent) (?P<answer>à .+)$", "serve"),
    ),
    no_terms=any_of(
        "ce|cet|cette|ces|cela|ceci|ça|c'est|il|elle|ils|elles|on|nous|vous|je|tu|qui|que|quoi|dont|où|quand|"
        "comment|pourquoi|"
        "si|mais|et|ou|donc|or|ni|car|aussi|ainsi|alors|tout|tous|toute|toutes|chaque|certains|certaines|"
        "plusieurs|aucun|"
        "aucune|autre|autres|mon|ton|son|sa|ses|notre|nos|votre|vos|leur|leurs|dans|en|avec|sans|sur|sous|entre|"
        "par|pour|"
        "de|du|des|à|au|aux|ici|là|aujourd'hui|souvent|parfois|rien|personne|celui|celle|ceux|lorsque|puisque|même"
    ),
    no_in_term=lazy_regex(
        r"\b(?:est|sont|a|ont|peut|peuvent|qui|que|dont|où|quand|lorsque|si|ou|cette|ces|notre|"
        r"nos|votre|vos|ne|pas|se|nous|vous|plus)\b|qu['’]"
    ),
    empty_heads=any_of(
        "but|objectif|problème|résultat|exemple|différence|avantage|inconvénient|question|réponse|idée|raison|"
        "cause|solution|"
        "reste|étape|partie|point|façon|manière|premier|première|deuxième|dernier|dernière|meilleur|meilleure|"
        "pire|prix|"
        "principal|principale|clé|fait|chose|section|chapitre|article|conséquence|fin|suite"
    ),
    generic=any_of(
        "introduction|résumé|conclusion|contexte|description|détails|notions|notions de base|contenu|notes|note|"
        "questions fréquentes|foire aux questions|faq|exemple|exemples|définition|définitions|glossaire|"
        "vocabulaire|histoire|"
        "problème|solution|vue d'ensemble|aperçu|généralités|annexe|préambule|principes de base"
    ),
    attributes=any_of(
        "but|objectif|objectifs|avantages|inconvénients|avantage|inconvénient|caractéristiques|causes|symptômes|"
        "conséquences|"
        "fonctions|fonction|responsabilités|prérequis|types|phases|étapes|composants|limites|risques|traitement|"
        "prévention|"
        "usages|applications|ingrédients|principes|bénéfices|règles|rôle"
    ),
    remarks=any_of(
        "remarque|remarques|note|nb|n.b|attention|important|conseil|conseils|astuce|avertissement|exemple|exemples|"
        "par exemple|rappel|source|sources|voir|voir aussi|conclusion|question|réponse|solution|exercice|auteur|"
        "date|figure|"
        "tableau|résumé|résultat|lien|liens|version|licence|photo|image|en bref|en résumé|à retenir|nota"
    ),
    meta=lazy_regex(
        r"^(?:sommaire|table des matières|au programme|pour aller plus loin|en savoir plus|sources|références|"
        r"bibliographie|"
        r"voir aussi|liens(?: utiles)?|exercices?|devoirs?|à vous de jouer|objectifs (?:pédagogiques|"
        r"d['’]apprentissage)|remerciements|"
        r"licence|contact|installation|auteurs?|ressources|prochaines étapes|lectures? (?:complémentaires?|"
        r"recommandées?)|quiz|"
        r"ce que vous (?:allez apprendre|apprendrez).*)$"
    ),
    evaluative=lazy_regex(
        r"^(?:(?:un|une|le|la) )?(?:très |plus |aussi |assez )?(?:importante?|bonne?|grande?|mauvaise?|difficile|"
        r"facile|utile|simple|essentiel|"
        r"fondamental|crucial|clé|nécessaire|possible|populaire|meilleur|pire|premi[eè]re?|second|deuxième|"
        r"derni[eè]re?|"
        r"principal|seule?|même|autre|suivante?|façon de|manière de|question|partie|bonne idée|défi)\w*\b",
        re.IGNORECASE,
    ),
    pointing=lazy_regex(
        r"\b(?:dans (?:cet article|ce chapitre|cette (?:section|partie|page))|cet article|nous (?:allons voir|"
        r"verrons|parlerons)|"
        r"(?:voir )?ci-(?:dessus|dessous|contre|après)|plus (?:haut|loin)|(?:section|chapitre|"
        r"exemple) (?:précédente?|suivante?)|cliquez)\b",
        re.IGNORECASE,
    ),
    groups=lazy_regex(
        r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2})\b|\b(?:types|sortes|phases|étapes|règles|"
        r"avantages|inconvénients|"
        r"caractéristiques|composants|principes|causes|conséquences|symptômes|fonctions|méthodes|raisons|"
        r"objectifs|rôles|formes|"
        r"niveaux|éléments|critères|exigences|facteurs|compétences|outils|risques|ingrédients|modes|responsabilités)\b",
        re.IGNORECASE,
    ),
    telling=lazy_regex(r"^(?:signification|définition|description|explication|fonction|rôle)$"),
    thing=lazy_regex(r"^(?:(?:une?|le|la|tout|toute)\s|l['’])", re.IGNORECASE),
    indefinite=lazy_regex(r"^(?:un|une)\s", re.IGNORECASE),
    small=any_of("de|du|des|la|le|les|et|en|pour|par|à|au|aux|avec|l|d|sur"),
)
