"""Articles in other languages than English: what the rules read there, and what they leave alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardwright.core.document import Article, shown
from cardwright.extraction import extract
from cardwright.rules import RULES, find
from cardwright.rules.acronym import SMALL, long_form
from cardwright.rules.languages import TABLES, foreign, table
from cardwright.rules.languages.base import shares
from cardwright.rules.reading import Reading
from cardwright.source.parse import parse

Card = tuple[str, str, str]


def article(language: str, body: str, *, title: str = "") -> Article:
    sections = parse(body, path="x.md", first_line=1)
    first = next((shown(section.title) for section in sections if section.level == 1), "x")
    return Article("x.md", "x", title or first, sections, language)


def cards(language: str, body: str) -> list[Card]:
    return [
        (note.rule, shown(note.question), note.answer or " / ".join(item.plain for item in note.items))
        for note in extract(article(language, body)).notes
    ]


TAKEN: list[tuple[str, str, list[Card]]] = [
    (
        "de",
        "# Brot\n\n## Der Vorteig\n\nEin Vorteig ist ein Gemisch aus Mehl und Wasser, das einen Tag lang reift.\n",
        [("copula", "Was ist ein Vorteig?", "Ein Gemisch aus Mehl und Wasser, das einen Tag lang reift.")],
    ),
    (
        "de",
        "# Brot\n\nUnter *Stockgare* versteht man die Ruhe des Teigs vor dem Formen.\n",
        [("copula", "Was versteht man unter Stockgare?", "Die Ruhe des Teigs vor dem Formen.")],
    ),
    (
        "de",
        "# Brot\n\n*Helles Mehl* ist feines, mineralarmes Mehl aus dem Inneren des Korns.\n",
        [("copula", "Was ist helles Mehl?", "Feines, mineralarmes Mehl aus dem Inneren des Korns.")],
    ),
    (
        "de",
        "# Brot\n\nZum Backen brauchen wir dreierlei:\n\n- Mehl\n- Wasser\n- Salz\n",
        [("announced-list", "Brot — Zum Backen brauchen wir dreierlei:", "Mehl / Wasser / Salz")],
    ),
    (
        "de",
        "# Brot\n\n## Die drei Phasen\n\n1. Kneten\n2. Ruhen\n3. Backen\n",
        [("group-heading", "Brot — Die drei Phasen", "Kneten / Ruhen / Backen")],
    ),
    (
        "de",
        "# Werkstatt\n\n- **Hobel**: ein Werkzeug zum Glätten von Holz\n- **Leim**: hält zwei Bretter zusammen\n",
        [
            ("labelled-item", "Was bedeutet „Hobel“?", "Ein Werkzeug zum Glätten von Holz"),
            ("labelled-item", "Werkstatt: Leim", "Hält zwei Bretter zusammen"),
        ],
    ),
    (
        "es",
        "# Las mareas\n\nLa marea es el ascenso y descenso periódico del nivel del mar.\n",
        [("copula", "¿Qué es la marea?", "El ascenso y descenso periódico del nivel del mar.")],
    ),
    (
        "es",
        "# Las mareas\n\nCuando el Sol y la Luna se alinean, se habla de *mareas vivas*.\n",
        [("copula", "¿Cuándo se habla de mareas vivas?", "Cuando el Sol y la Luna se alinean")],
    ),
    (
        "es",
        "# Las mareas\n\nEl **índice de mareas del puerto (IMP)** es una tabla que publica la autoridad cada año.\n",
        [
            (
                "copula",
                "¿Qué es el índice de mareas del puerto?",
                "Una tabla que publica la autoridad cada año.",
            ),
            ("acronym", "¿Qué significan las siglas IMP?", "índice de mareas del puerto"),
        ],
    ),
    (
        "fr",
        "# La voile\n\n## Qu'est-ce qu'une écoute ?\n\nUne écoute est un cordage qui règle l'angle d'une voile.\n",
        [("copula", "Qu'est-ce qu'une écoute ?", "Un cordage qui règle l'angle d'une voile.")],
    ),
    (
        "fr",
        "# La voile\n\nLa *dérive* sert à limiter le glissement du bateau sur le côté.\n",
        [("copula", "À quoi sert la dérive ?", "À limiter le glissement du bateau sur le côté.")],
    ),
    (
        "fr",
        "# La voile\n\nLe danger vient de l'**empannage**, c'est-à-dire du passage brusque de la bôme.\n",
        [("copula", "Qu'est-ce que l'empannage ?", "Du passage brusque de la bôme.")],
    ),
    (
        "pt",
        "# O café\n\n## A torra\n\nA torra é o processo que transforma o grão verde em grão aromático.\n",
        [("copula", "O que é a torra?", "O processo que transforma o grão verde em grão aromático.")],
    ),
    (
        "pt",
        "# O café\n\nUma moka é uma cafeteira que sobe a água com vapor.\n\nPara isso são precisos:\n\n- água\n- pó\n",
        [
            ("copula", "O que é uma moka?", "Uma cafeteira que sobe a água com vapor."),
            ("announced-list", "O café — Para isso são precisos:", "água / pó"),
        ],
    ),
    (
        "ru",
        "# Горы\n\nЛавина — это масса снега, которая быстро сходит по склону.\n",
        [("copula", "Что такое лавина?", "Масса снега, которая быстро сходит по склону.")],
    ),
    (
        "ru",
        "# Горы\n\n## Ледник\n\nЛедник — масса льда, которая медленно движется под своей тяжестью.\n",
        [("copula", "Что такое ледник?", "Масса льда, которая медленно движется под своей тяжестью.")],
    ),
    (
        "ru",
        "# Горы\n\n- **Лавина** — это масса снега, которая сходит по склону\n- **Ледник** — медленный и тяжёлый\n",
        [
            ("copula", "Что такое лавина?", "Масса снега, которая сходит по склону"),
            ("labelled-item", "Горы: Ледник", "Медленный и тяжёлый"),
        ],
    ),
    (
        "zh",
        "# 茶\n\n## 什么是普洱茶？\n\n普洱茶是一种用云南大叶种茶叶制成的茶。\n",
        [("copula", "什么是普洱茶？", "一种用云南大叶种茶叶制成的茶。")],
    ),
    (
        "zh",
        "# 茶\n\n所谓杀青，就是用高温停止茶叶的氧化。\n\n泡茶需要以下器具：\n\n- 茶壶\n- 茶杯\n",
        [
            ("copula", "什么是杀青？", "用高温停止茶叶的氧化。"),
            ("announced-list", "茶 — 泡茶需要以下器具：", "茶壶 / 茶杯"),
        ],
    ),
    (
        "ja",
        "# 和紙\n\n和紙とは、楮などの長い繊維を漉いて作る紙のことです。\n",
        [("copula", "和紙とは何ですか？", "楮などの長い繊維を漉いて作る紙のことです。")],
    ),
    (
        "ja",
        "# 和紙\n\n- **楮**：繊維が太くて丈夫\n- **三椏**：繊維が細くて滑らか\n",
        [("labelled-item", "和紙: 楮", "繊維が太くて丈夫"), ("labelled-item", "和紙: 三椏", "繊維が細くて滑らか")],
    ),
    (
        "ko",
        "# 한지\n\n## 한지\n\n한지란 닥나무 껍질로 만든 종이를 말한다.\n",
        [("copula", "‘한지’의 뜻은 무엇인가요?", "닥나무 껍질로 만든 종이를 말한다.")],
    ),
    (
        "ko",
        "# 한지\n\n- **닥풀**: 섬유를 고르게 퍼지게 한다\n- **발**: 섬유를 떠내는 데 쓴다\n",
        [
            ("labelled-item", "한지: 닥풀", "섬유를 고르게 퍼지게 한다"),
            ("labelled-item", "한지: 발", "섬유를 떠내는 데 쓴다"),
        ],
    ),
    (
        "it",
        "# Il vento\n\n- **Bora**: soffia da nord-est\n- **Scirocco**: porta aria calda e umida\n",
        [
            ("labelled-item", "Il vento: Bora", "Soffia da nord-est"),
            ("labelled-item", "Il vento: Scirocco", "Porta aria calda e umida"),
        ],
    ),
    (
        "it",
        "# Il vento\n\nDove nasce la bora? Alla bora servono due cose:\n\n- aria fredda\n- un altopiano\n",
        [("announced-list", "Il vento — Alla bora servono due cose:", "aria fredda / un altopiano")],
    ),
    (
        "fa",
        "# چای\n\nبرای دم کردن چای لازم است:\n\n- آب\n- قوری\n",
        [("announced-list", "برای دم کردن چای لازم است:", "آب / قوری")],
    ),
]

LEFT: list[tuple[str, str, str]] = [
    ("de", "a pronoun", "# Brot\n\nDas ist ein Teig, der lange ruht.\n"),
    ("de", "an evaluation", "# Brot\n\n## Salz\n\nSalz ist ein wichtiger Bestandteil jedes Teigs.\n"),
    ("de", "a term without support", "# Brot\n\nDie Nachbarin ist die Tochter des alten Bäckers.\n"),
    ("de", "exercises", "# Brot\n\n## Übungen\n\nHier gilt:\n\n1. Backe ein Brot\n2. Wiege das Mehl\n"),
    ("de", "a remark", "# Brot\n\n- **Hinweis**: Der Ofen muss sehr heiß sein.\n- **Tipp**: Der Teig klebt weniger.\n"),
    ("es", "a pronoun", "# Las mareas\n\nEsto es un fenómeno que conocen los pescadores.\n"),
    ("es", "an evaluation", "# Las mareas\n\nLa marea es una buena razón para mirar el calendario.\n"),
    ("es", "what points at the page", "# Las mareas\n\nEn este artículo veremos:\n\n- el Sol\n- la Luna\n"),
    ("es", "an empty head", "# Las mareas\n\nEl objetivo de las mareas es un misterio para muchos.\n"),
    ("fr", "a pronoun", "# La voile\n\nC'est un sport que l'on pratique sur l'eau.\n"),
    ("fr", "an evaluation", "# La voile\n\nLa voile est une bonne façon de passer l'été.\n"),
    ("fr", "further reading", "# La voile\n\n## Pour aller plus loin\n\nDeux livres à lire :\n\n- Le vent\n- La mer\n"),
    (
        "fr",
        "a remark",
        "# La voile\n\n- **Remarque** : le vent tourne souvent le soir.\n- **Attention** : l'eau est froide.\n",
    ),
    ("pt", "a pronoun", "# O café\n\nIsto é um hábito que vem de longe.\n"),
    ("pt", "an evaluation", "# O café\n\nO café é uma boa maneira de começar o dia.\n"),
    ("pt", "questions to the reader", "# O café\n\nPense nestas perguntas simples:\n\n- Já provou?\n- Gostou dele?\n"),
    ("ru", "a pronoun", "# Горы\n\nЭто — это место, куда едут летом.\n"),
    ("ru", "an evaluation", "# Горы\n\nГоры — лучшее место для отдыха летом.\n"),
    ("ru", "a term without support", "# Горы\n\nСосед — человек, который много ходит.\n"),
    ("zh", "a pronoun", "# 茶\n\n这是一种很多人喜欢的饮料。\n"),
    ("zh", "what points at the page", "# 茶\n\n本文是一份介绍茶叶历史的资料。\n"),
    ("zh", "further reading", "# 茶\n\n## 参考资料\n\n可以读下面两本书：\n\n- 茶经\n- 大观茶论\n"),
    ("ja", "a pronoun", "# 和紙\n\nこれは、とても古い紙です。\n"),
    ("ja", "no definition", "# 和紙\n\n和紙は日本の家でよく使われます。\n"),
    ("ja", "contents", "# 和紙\n\n## 目次\n\n次の章があります：\n\n- 歴史\n- 材料\n"),
    ("ko", "a pronoun", "# 한지\n\n이것은 아주 오래된 종이이다.\n"),
    ("ko", "no definition", "# 한지\n\n한지는 집에서 자주 쓰인다.\n"),
    ("ko", "a remark", "# 한지\n\n- **참고**: 물은 차가워야 한다\n- **주의**: 손이 시릴 수 있다\n"),
    ("it", "prose of a language without a table", "# Il vento\n\nLa bora è un vento freddo che soffia da nord-est.\n"),
    ("it", "a lead-in too short to stand alone", "# Il vento\n\nPer esempio:\n\n- bora\n- scirocco\n"),
    ("it", "dates", "# Il vento\n\n- **1872**: la prima misura a Trieste\n- **1905**: il primo anemometro\n"),
]


@pytest.mark.parametrize(("language", "body", "expected"), TAKEN, ids=lambda value: value if len(value) == 2 else "")
def test_a_passage_gives_cards_in_its_own_language(language: str, body: str, expected: list[Card]) -> None:
    assert cards(language, body) == expected


@pytest.mark.parametrize(("language", "why", "body"), LEFT, ids=[f"{code}-{why}" for code, why, _ in LEFT])
def test_not_taken(language: str, why: str, body: str) -> None:
    assert cards(language, body) == [], why


@pytest.mark.parametrize("code", [*TABLES, "it"])
def test_every_language_has_two_passages_that_give_cards_and_three_that_do_not(code: str) -> None:
    assert sum(language == code for language, *_ in TAKEN) >= 2
    assert sum(language == code for language, *_ in LEFT) >= 3


def test_rules_for_english_words_stay_off_other_languages() -> None:
    body = "# Ballast\n\nBallast is weight carried low to steady a ship.\n"
    assert [rule for rule, *_ in cards("en", body)] == ["definition-sentence"]
    assert [rule for rule, *_ in cards("", body)] == ["definition-sentence"]
    assert cards("nl", body) == []


def test_rules_for_other_languages_stay_off_english() -> None:
    body = "# Brot\n\nEin Vorteig ist ein Gemisch aus Mehl und Wasser, das vorher angesetzt wird.\n"
    assert [fact.found.rule for fact in find(article("de", body))] == ["copula"]
    assert not any(fact.found.rule == "copula" for fact in find(article("en", body)))
    assert {rule.reads for rule in RULES} == {"", "en", "not en"}


def test_a_region_does_not_change_the_language() -> None:
    assert foreign("pt-BR") is table("pt")
    assert foreign("zh-hans") is table("zh")
    assert foreign("en-GB") is None
    assert foreign("") is None
    other = foreign("it")
    assert other is not None
    assert other.patterns == ()


def test_german_nouns_keep_their_capitals() -> None:
    reading = Reading(article("de", "# Brot\n\nEin brot ist kein Wort.\n"))
    assert reading.running("Brot") == "Brot"
    assert reading.topic(0).words == "Brot"


def test_a_heading_that_asks_names_what_it_asks_for() -> None:
    asked = {
        "de": ("Was ist eine Tonleiter?", "Tonleiter"),
        "es": ("¿Qué es el poder adquisitivo?", "poder adquisitivo"),
        "fr": ("Qu'est-ce que l'exposition ?", "exposition"),
        "pt": ("O que é uma métrica?", "métrica"),
        "ru": ("Что такое CMS?", "CMS"),
        "zh": ("什么是分组？", "分组"),
        "ja": ("和紙とは？", "和紙"),
        "ko": ("한지란 무엇인가?", "한지"),
    }
    assert set(asked) == set(TABLES)
    for code, (heading, term) in asked.items():
        named = table(code).understand(heading)
        assert (named.term, named.what_is) == (term, True)
    assert not table("de").understand("Was ist das?").what_is


def test_headings_that_are_generic_or_no_card_material() -> None:
    assert table("fr").understand("Introduction").generic
    assert table("es").understand("Ventajas").aspect == "ventajas"
    assert table("de").understand("Zum Weiterlesen").meta
    assert not table("de").understand("Weiterlesen lernen").meta


def test_the_title_of_an_article_is_its_subject_up_to_a_dash_or_a_colon() -> None:
    assert table("de").subject_of("Kompost – vom Küchenabfall zur Erde") == "Kompost"
    assert table("zh").subject_of("茶：从树到杯") == "茶"
    assert table("ru").subject_of("Что такое CMS?") == "CMS"


def test_a_file_name_is_no_topic() -> None:
    named = article("de", "## Salz\n\n- **Meersalz**: kommt aus dem Meer\n- **Steinsalz**: kommt aus dem Berg\n")
    assert Reading(named).topic(0, own=False).words == ""
    assert Reading(replace(named, title="Meersalz")).topic(0, own=False).words == "Meersalz"
    assert Reading(replace(named, meta={"title": "x"})).topic(0, own=False).words == "x"


def test_an_acronym_may_leave_out_the_small_words_of_its_language() -> None:
    before = "el índice de precios de consumo "
    assert long_form("IPC", before, small=table("es").small) == "índice de precios de consumo"
    assert long_form("IPC", before) == ""
    assert "de" not in SMALL


def test_shared_words_are_known_by_their_stems() -> None:
    assert shares("Die Phasen der Rotte", "Die Rotte verläuft in vier Phasen:")
    assert shares("Dur und Moll", "Dur")
    assert shares("凉拌能放什么", "凉拌的目的")
    assert not shares("Was darf hinein?", "Auf den Kompost gehören:")
    assert not shares("凉拌", "包括但不限于：")


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(TABLES)),
    st.lists(
        st.sampled_from(
            ["# Ein X ist", "X — это", "是一种", "es un", ":", "：", "- a", "- b: c d e", "**X**", "", "。"]
        )
    ),
)
def test_any_text_is_read_and_every_span_lies_in_it(language: str, lines: list[str]) -> None:
    body = "\n".join(lines) + "\n"
    for note in extract(article(language, body)).notes:
        assert 1 <= note.span.line <= note.span.end_line <= len(lines) + 1
        assert note.language == language


@pytest.mark.parametrize(
    "item",
    [
        "**1905**: das erste Gerät der Werkstatt",
        "**Leim**: (siehe auch die Liste der Kleber)",
        "**Leim**: Zum Beispiel, wenn zwei Bretter halten sollen",
        "**Leim**: Welchen haben Sie zu Hause?",
        "**Der Leim ist in vielen alten Werkstätten knapp**: zwei Tuben im Jahr",
    ],
)
def test_an_item_that_explains_nothing_is_left_out(item: str) -> None:
    body = f"# Werkstatt\n\n- {item}\n- **Hobel**: ein Werkzeug zum Glätten von Holz\n"
    assert [question for _, question, _ in cards("de", body)] == ["Was bedeutet „Hobel“?"]


def test_a_heading_that_asks_stands_before_a_dash() -> None:
    body = "# Holz\n\n## Warum reißt Holz?\n\n- **Trocknung**: es schwindet quer\n- **Wuchs**: es hat Spannung\n"
    assert [question for _, question, _ in cards("de", body)] == [
        "Warum reißt Holz? — Trocknung",
        "Warum reißt Holz? — Wuchs",
    ]


def test_an_answer_may_end_with_a_word_that_is_no_ending_in_its_own_language() -> None:
    body = "# Ofen\n\n- **Anfeuern**: man zündet das Holz an\n- **Zulegen**: man schiebt ein Scheit in den Ofen\n"
    assert [answer for _, _, answer in cards("de", body)] == [
        "Man zündet das Holz an",
        "Man schiebt ein Scheit in den Ofen",
    ]


def test_a_table_needs_a_column_that_explains() -> None:
    rows = "| Hobel | ein Werkzeug zum Glätten von Holz |\n| Raspel | ein Werkzeug zum groben Formen |\n"
    told = f"# Werkstatt\n\n| Wort | Bedeutung |\n|---|---|\n{rows}"
    assert [question for _, question, _ in cards("de", told)] == ["Was bedeutet „Hobel“?", "Was bedeutet „Raspel“?"]
    assert cards("de", told.replace("Bedeutung", "Kasten")) == []


def test_a_term_that_is_defined_twice_is_one_note_with_two_answers() -> None:
    body = "# 茶\n\n## 1. 茶\n\n所谓杀青，就是用高温停止氧化。\n\n## 2. 炒茶\n\n所谓杀青，就是把鲜叶放进锅里翻炒。\n"
    assert cards("zh", body) == [("copula", "什么是杀青？", "用高温停止氧化。\n把鲜叶放进锅里翻炒。")]


def test_questions_that_are_the_same_are_told_apart_by_headings_without_their_numbers() -> None:
    body = "# 茶\n\n## 1. 绿茶\n\n要准备以下：\n\n- 茶壶\n- 茶杯\n\n## 2. 红茶\n\n要准备以下：\n\n- 盖碗\n- 公道杯\n"
    assert [question for _, question, _ in cards("zh", body)] == ["绿茶 — 要准备以下：", "红茶 — 要准备以下："]


def test_a_chinese_answer_has_as_many_sentences_as_can_be_recalled() -> None:
    long = "把鲜叶放在锅里用高温快速翻炒让其中的酶失去作用从而停止氧化并且让一部分水分蒸发变得柔软便于揉捻成形"
    body = f"# 茶\n\n- **杀青（fixation）**：{long}。{long}，{long}。\n- **揉捻（rolling）**：把茶叶揉成条\n"
    assert cards("zh", body)[0] == ("labelled-item", "什么是杀青（fixation）？", f"{long}。")
