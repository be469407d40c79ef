"""Portuguese words and definition sentences."""

from __future__ import annotations

import re

from cardwright.rules.languages.base import Language, any_of, pattern
from cardwright.text.regex import lazy_regex

_A = r"^(?:(?P<article>O|A|Os|As|Um|Uma)\s+)?"
_T = r"(?P<term>[^,;:.!?()]{2,60}?(?:\s*\([^()]{1,60}\))?)"
_THING = r"(?:um|uma|uns|umas|o|a|os|as|qualquer|aquel\w+|todo|toda)\s"


PORTUGUESE = Language(
    code="pt",
    articles=lazy_regex(r"^(?:o|a|os|as|um|uma|uns|umas)\s+", re.IGNORECASE),
    what_is=(
        lazy_regex(r"^(?:o )?que (?:é|são|significa) (?P<term>[^?]{2,50}?)\s*\?$", re.IGNORECASE),
        lazy_regex(r"^o que se entende por (?P<term>[^?]{2,50}?)\s*\?$", re.IGNORECASE),
    ),
    patterns=(
        pattern(rf"^(?:Por|Entende-se por) {_T},? (?:entende-se )?(?P<answer>{_THING}.+)$", "understand", alone=True),
        pattern(r"^(?:Chama-se|Denomina-se) " + _T + r" a?o? ?(?P<answer>.+)$", "called", shown=True),
        pattern(r"^(?P<article>Uma?)\s+" + _T + r" é (?P<answer>uma?\s.+)$", "be", alone=True),
        pattern(rf"{_A}{_T} é (?P<answer>{_THING}.+)$", "be"),
        pattern(rf"{_A}{_T} são (?P<answer>(?:aquel[ea]s|os|as|uns|umas)?\s?\w+ (?:que|de|com|para|em)\b.+)$", "are"),
        pattern(
            rf"{_A}{_T} (?:significa|define-se como|designa|refere-se a|"
            rf"é definid[oa] como) (?P<answer>.+)$",
            "mean",
        ),
        pattern(rf"{_A}{_T} servem? (?P<answer>para .+)$", "serve"),
    ),
    no_terms=any_of(
        "este|esta|isto|estes|estas|esse|essa|isso|esses|essas|aquele|aquela|aquilo|aqui|ali|lá|ele|ela|eles|"
        "elas|eu|tu|você|"
        "vocês|nós|que|quem|qual|como|quando|onde|por|para|se|porque|embora|mas|e|ou|não|sim|também|além|assim|"
        "então|tudo|"
        "todo|todos|toda|todas|alguns|algumas|muitos|muitas|cada|outro|outra|outros|outras|meu|minha|seu|sua|seus|suas|"
        "nosso|nossa|em|no|na|nos|nas|com|sem|sobre|entre|desde|até|segundo|de|do|da|ao|à|hoje|já|só|ambos|mesmo|"
        "qualquer"
    ),
    no_in_term=lazy_regex(
        r"\b(?:é|são|está|estão|tem|têm|pode|podem|que|quem|quando|porque|se|ou|este|esta|isto|"
        r"isso|seus?|suas?|noss[oa]s?|não|você)\b"
    ),
    empty_heads=any_of(
        "objetivo|propósito|problema|resultado|exemplo|diferença|vantagem|desvantagem|pergunta|resposta|ideia|"
        "razão|causa|"
        "solução|resto|passo|parte|ponto|forma|maneira|primeiro|primeira|segundo|segunda|último|última|melhor|"
        "pior|maior|"
        "principal|chave|fato|facto|coisa|seção|secção|capítulo|artigo|consequência|fim|meta|verdade"
    ),
    generic=any_of(
        "introdução|resumo|conclusão|conclusões|contexto|descrição|detalhes|conceitos|conceitos básicos|conteúdo|"
        "notas|nota|"
        "perguntas frequentes|exemplo|exemplos|definição|definições|glossário|termos|história|problema|solução|"
        "visão geral|"
        "fundamentos|apêndice|descubra|use"
    ),
    attributes=any_of(
        "propósito|objetivo|objetivos|vantagens|desvantagens|vantagem|desvantagem|características|causas|"
        "sintomas|consequências|"
        "funções|função|responsabilidades|requisitos|tipos|fases|etapas|passos|componentes|limites|riscos|"
        "tratamento|prevenção|"
        "usos|aplicações|ingredientes|princípios|benefícios|regras"
    ),
    remarks=any_of(
        "nota|notas|atenção|importante|dica|dicas|aviso|cuidado|exemplo|exemplos|por exemplo|lembre-se|fonte|"
        "fontes|veja|"
        "veja também|conclusão|pergunta|resposta|solução|exercício|autor|data|figura|tabela|resumo|resultado|"
        "link|links|"
        "versão|licença|foto|imagem|observação|obs|em resumo"
    ),
    meta=lazy_regex(
        r"^(?:índice|sumário|conteúdos?|(?:leituras?|recursos|links) (?:adiciona|complementar|recomendad|"
        r"relacionad|úte)\w*|saiba mais|fontes|"
        r"referências|bibliografia|veja também|ver também|links|exercícios?|tarefas?|perguntas para .*|"
        r"objetivos de aprendizagem|"
        r"agradecimentos?|licença|contato|contacto|instalação|autor(?:es)?|recursos|próximos passos|neste artigo|quiz)$"
    ),
    evaluative=lazy_regex(
        r"^(?:(?:um|uma|o|a) )?(?:muito |mais |tão |bastante )?(?:importante|bom|boa|grande|ótim|má|mau|difícil|"
        r"fácil|útil|simples|essencial|"
        r"fundamental|crucial|chave|necessári|possível|popular|melhor|pior|primeir|segund|últim|principal|únic|"
        r"mesm|outr|"
        r"seguinte|forma de|maneira de|questão|parte|boa ideia|desafio)\w*\b",
        re.IGNORECASE,
    ),
    pointing=lazy_regex(
        r"\b(?:neste (?:artigo|capítulo|guia)|nesta (?:seção|secção|página)|este (?:artigo|capítulo)|veremos|vamos ver|"
        r"(?:veja|ver) (?:acima|abaixo)|(?:mais )?(?:acima|abaixo|adiante)|(?:seção|secção|capítulo|"
        r"exemplo) (?:anterior|seguinte)|clique|"
        r"você pode ver)\b",
        re.IGNORECASE,
    ),
    groups=lazy_regex(
        r"\b(?:dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|\d{1,2})\b|\b(?:tipos|classes|fases|etapas|"
        r"passos|regras|vantagens|"
        r"desvantagens|características|componentes|princípios|causas|consequências|sintomas|funções|métodos|"
        r"razões|objetivos|"
        r"papéis|formas|níveis|elementos|critérios|requisitos|fatores|habilidades|ferramentas|riscos|"
        r"ingredientes|benefícios)\b",
        re.IGNORECASE,
    ),
    telling=lazy_regex(r"^(?:significado|definição|descrição|explicação|função|propósito)$"),
    thing=lazy_regex(r"^(?:uma?|o|a|qualquer)\s", re.IGNORECASE),
    indefinite=lazy_regex(r"^(?:um|uma)\s", re.IGNORECASE),
    small=any_of("de|do|da|dos|das|o|a|os|as|e|em|para|por|ao|com|no|na"),
)
