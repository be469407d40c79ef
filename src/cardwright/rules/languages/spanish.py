"""Spanish words and definition sentences."""

from __future__ import annotations

import re

from cardwright.rules.languages.base import Language, any_of, pattern
from cardwright.text.regex import lazy_regex

_A = r"^(?:(?P<article>El|La|Los|Las|Un|Una|Lo)\s+)?"
_T = r"(?P<term>[^,;:.!?¿()]{2,60}?(?:\s*\([^()]{1,60}\))?)"
_THING = r"(?:un|una|unos|unas|el|la|los|las|lo|cualquier|aquel\w*|todo|toda)\s"


SPANISH = Language(
    code="es",
    articles=lazy_regex(r"^(?:el|la|los|las|un|una|unos|unas|lo)\s+", re.IGNORECASE),
    what_is=(
        lazy_regex(r"^¿?qué (?:es|son|significa) (?P<term>[^?]{2,50}?)\s*\?$", re.IGNORECASE),
        lazy_regex(r"^¿?qué se entiende por (?P<term>[^?]{2,50}?)\s*\?$", re.IGNORECASE),
    ),
    patterns=(
        pattern(
            rf"^(?:Por|Se entiende por) {_T},? (?:se entiende )?(?P<answer>{_THING}.+)"
            rf"$",
            "understand",
            alone=True,
        ),
        pattern(
            r"^(?P<answer>(?:Cuando|Si)\s.+), (?:se habla de|se dice que hay|hablamos de) (?:(?P<article>un|"
            r"una)\s+)?" + _T + r"[.]?$",
            "when",
            shown=True,
        ),
        pattern(r"^Se (?:llama|denomina|conoce como) " + _T + r" a(?:l)? (?P<answer>.+)$", "called"),
        pattern(r"^(?P<article>Una?)\s+" + _T + r" es (?P<answer>una?\s.+)$", "be", alone=True),
        pattern(rf"{_A}{_T} es (?P<answer>{_THING}.+)$", "be"),
        pattern(rf"{_A}{_T} son (?P<answer>(?:aquell[oa]s|l[oa]s|un[oa]s)?\s?\w+ (?:que|de|con|para|en)\b.+)$", "are"),
        pattern(rf"{_A}{_T} (?:significa|se define como|designa|se refiere a) (?P<answer>.+)$", "mean"),
        pattern(rf"{_A}{_T} sirven? (?P<answer>para .+)$", "serve"),
    ),
    no_terms=any_of(
        "este|esta|esto|estos|estas|ese|esa|eso|esos|esas|aquel|aquella|aquí|ahí|allí|él|ella|ellos|ellas|ello|"
        "yo|tú|usted|"
        "ustedes|nosotros|que|quien|quién|qué|cuál|cómo|cuándo|dónde|por|para|si|cuando|porque|aunque|pero|y|o|"
        "no|sí|también|"
        "además|así|entonces|todo|todos|toda|todas|algunos|algunas|muchos|muchas|cada|otro|otra|otros|otras|mi|"
        "tu|su|sus|"
        "nuestro|nuestra|en|con|sin|sobre|entre|desde|hasta|según|de|del|a|al|hoy|ya|solo|ambos|mismo|uno|una|"
        "cualquiera"
    ),
    no_in_term=lazy_regex(
        r"\b(?:es|son|está|están|ha|han|puede|pueden|que|quien|cuando|porque|si|o|esta|este|"
        r"esto|su|sus|tu|nuestr[oa]s?|no|se)\b"
    ),
    empty_heads=any_of(
        "objetivo|propósito|problema|resultado|ejemplo|diferencia|ventaja|desventaja|pregunta|respuesta|idea|"
        "razón|causa|"
        "solución|resto|paso|parte|punto|forma|manera|primero|primera|segundo|segunda|último|última|mejor|peor|mayor|"
        "principal|clave|hecho|cosa|sección|capítulo|artículo|consecuencia|fin|meta|verdad"
    ),
    generic=any_of(
        "introducción|resumen|conclusión|conclusiones|contexto|antecedentes|descripción|detalles|conceptos|"
        "conceptos básicos|"
        "contenido|notas|nota|preguntas frecuentes|ejemplo|ejemplos|definición|definiciones|glosario|términos|historia|"
        "problema|solución|soluciones|visión general|fundamentos|apéndice|estado|título|title|patlet|fuerzas"
    ),
    attributes=any_of(
        "propósito|objetivo|objetivos|ventajas|desventajas|ventaja|desventaja|características|causas|síntomas|"
        "consecuencias|"
        "funciones|función|responsabilidades|requisitos|prerrequisitos|tipos|fases|pasos|componentes|límites|"
        "riesgos|tratamiento|prevención|"
        "usos|aplicaciones|ingredientes|principios|beneficios|reglas|razonamiento"
    ),
    remarks=any_of(
        "nota|notas|ojo|atención|importante|consejo|consejos|advertencia|cuidado|ejemplo|ejemplos|por ejemplo|recuerda|"
        "fuente|fuentes|véase|ver también|conclusión|pregunta|respuesta|solución|ejercicio|autor|fecha|figura|tabla|"
        "resumen|resultado|enlace|enlaces|versión|licencia|foto|imagen|aviso|en resumen"
    ),
    meta=lazy_regex(
        r"^(?:índice|contenidos?|tabla de contenidos?|(?:lecturas?|recursos|enlaces) (?:adicional|complementari|"
        r"recomendad|relacionad|útil)\w*|para saber más|"
        r"fuentes|referencias|bibliografía|véase también|ver también|enlaces|ejercicios?|tareas?|"
        r"preguntas para .*|objetivos de aprendizaje|"
        r"agradecimientos?|licencia|contacto|instalación|autor(?:es)?|instancias conocidas|recursos|"
        r"próximos pasos|usos conocidos|"
        r"qué aprenderás.*|en este artículo|alias|estado|traducción|cuestionario)$"
    ),
    evaluative=lazy_regex(
        r"^(?:(?:un|una|el|la|lo) )?(?:muy |más |tan |bastante )?(?:importante|bueno|buena|buen|gran|malo|mala|"
        r"difícil|fácil|útil|sencill|esencial|"
        r"fundamental|crucial|clave|necesari|posible|popular|mejor|peor|primer|segund|últim|principal|únic|mism|otr|"
        r"siguiente|forma de|manera de|cuestión|parte|buena idea|lástima|reto)\w*\b",
        re.IGNORECASE,
    ),
    pointing=lazy_regex(
        r"\b(?:en est[ea] (?:artículo|sección|capítulo|página|apartado|guía)|este (?:artículo|capítulo|apartado)|"
        r"veremos|vamos a ver|"
        r"(?:véase|ver) (?:arriba|abajo|más)|más (?:arriba|abajo|adelante)|(?:sección|capítulo|"
        r"ejemplo) (?:anterior|siguiente)|haz clic)\b",
        re.IGNORECASE,
    ),
    groups=lazy_regex(
        r"\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d{1,2})\b|\b(?:tipos|clases|fases|pasos|reglas|"
        r"ventajas|desventajas|"
        r"características|componentes|principios|causas|consecuencias|síntomas|funciones|métodos|razones|"
        r"objetivos|roles|formas|"
        r"niveles|elementos|criterios|requisitos|factores|habilidades|herramientas|riesgos|ingredientes|"
        r"beneficios|responsabilidades)\b",
        re.IGNORECASE,
    ),
    telling=lazy_regex(r"^(?:significado|definición|descripción|explicación|función|propósito)$"),
    thing=lazy_regex(r"^(?:una?|el|la|lo|cualquier)\s", re.IGNORECASE),
    indefinite=lazy_regex(r"^(?:un|una)\s", re.IGNORECASE),
    small=any_of("de|del|la|el|los|las|y|en|para|por|a|al|con"),
)
