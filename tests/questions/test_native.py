"""Questions in other languages than English: right for a native reader, or the author's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardwright.core.document import Paragraph, Text, shown
from cardwright.core.fact import Definition, Entry, Enumeration, Found, Lead, Statement, Topic
from cardwright.core.note import NoteItem
from cardwright.core.span import Span
from cardwright.questions import native
from cardwright.questions.languages import OWN_WORDS, TABLES, templates
from cardwright.questions.languages.french import elided

TEMPLATES = {code: found for code in TABLES if (found := templates(code)) is not None}

SPAN = Span("x.md", 1, 1)
FOUND = Found("copula", SPAN, "", 0.9, 0)


def answer(words: str) -> tuple[Paragraph]:
    return (Paragraph(Text.of(words, line=1), SPAN),)


def definition(term: str, *, verb: str = "be", article: str = "", said: str = "etwas, das man kennt") -> Definition:
    return Definition(FOUND, Text.of(term), answer(said), verb, article)


def question(code: str, term: str, *, verb: str = "be", article: str = "") -> str:
    asked = native.ask(definition(term, verb=verb, article=article), templates(code) or OWN_WORDS)
    assert asked is not None
    return shown(asked.question)


@pytest.mark.parametrize(
    ("code", "article", "term", "expected"),
    [
        ("de", "eine", "Tonleiter", "Was ist eine Tonleiter?"),
        ("de", "", "Kompostierung", "Was ist Kompostierung?"),
        ("es", "la", "inflación", "¿Qué es la inflación?"),
        ("es", "", "inflación", "¿Qué es inflación?"),
        ("fr", "l'", "ouverture", "Qu'est-ce que l'ouverture ?"),
        ("fr", "l’", "ouverture", "Qu'est-ce que l’ouverture ?"),
        ("fr", "un", "stop", "Qu'est-ce qu'un stop ?"),
        ("fr", "la", "vitesse", "Qu'est-ce que la vitesse ?"),
        ("fr", "", "Internet", "Qu'est-ce qu'Internet ?"),
        ("fr", "", "HTML", "Qu'est-ce que HTML ?"),
        ("pt", "o", "café", "O que é o café?"),
        ("ru", "", "лавина", "Что такое лавина?"),
        ("zh", "", "凉拌", "什么是凉拌？"),
        ("zh", "", "IP 地址", "什么是 IP 地址？"),
        ("ja", "", "和紙", "和紙とは何ですか？"),
        ("ko", "", "한지", "‘한지’의 뜻은 무엇인가요?"),
        ("it", "la", "bora", "bora"),
    ],
)
def test_what_a_thing_is(code: str, article: str, term: str, expected: str) -> None:
    assert question(code, term, article=article) == expected


@pytest.mark.parametrize(
    ("code", "verb", "term", "expected"),
    [
        ("de", "mean", "Umsetzen", "Was bedeutet „Umsetzen“?"),
        ("de", "label", "Halbton", "Was bedeutet „Halbton“?"),
        ("de", "understand", "enharmonischer Verwechslung", "Was versteht man unter enharmonischer Verwechslung?"),
        ("de", "called", "Rotte", "Was bezeichnet man als Rotte?"),
        ("de", "are", "Intervalle", "Was sind Intervalle?"),
        ("es", "when", "mareas vivas", "¿Cuándo se habla de mareas vivas?"),
        ("es", "serve", "el timón", "¿Para qué sirve el timón?"),
        ("fr", "when", "flou de bougé", "Quand parle-t-on de flou de bougé ?"),
        ("fr", "when", "empannage", "Quand parle-t-on d'empannage ?"),
        ("fr", "mean", "foc", "Que signifie « foc » ?"),
        ("pt", "understand", "torra", "O que se entende por torra?"),
        ("ru", "are", "лавины", "Что такое лавины?"),
        ("zh", "serve", "茶壶", "茶壶有什么用？"),
    ],
)
def test_what_a_sentence_of_another_kind_says(code: str, verb: str, term: str, expected: str) -> None:
    assert question(code, term, verb=verb) == expected


def test_an_article_stays_out_of_a_quoted_term() -> None:
    assert question("de", "Hefe", verb="mean", article="die") == "Was bedeutet „Hefe“?"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("de", "Wofür steht IPC?"),
        ("es", "¿Qué significan las siglas IPC?"),
        ("fr", "Que signifie le sigle IPC ?"),
        ("pt", "O que significa a sigla IPC?"),
        ("ru", "Как расшифровывается IPC?"),
        ("zh", "IPC 是什么的缩写？"),
        ("ja", "IPCは何の略ですか？"),
        ("ko", "‘IPC’은(는) 무엇의 약자인가요?"),
        ("it", "IPC"),
    ],
)
def test_what_an_acronym_stands_for(code: str, expected: str) -> None:
    fact = Statement(FOUND, Text.of("IPC"), "stands for", answer("índice de precios de consumo"))
    asked = native.ask(fact, templates(code) or OWN_WORDS)
    assert asked is not None
    assert shown(asked.question) == expected


@pytest.mark.parametrize(
    ("code", "topic", "expected"),
    [
        ("de", "die drei Regeln", "Die drei Regeln: Mischen"),
        ("fr", "Les modes", "Les modes : Mischen"),
        ("zh", "物理层", "物理层：Mischen"),
        ("it", "Il vento", "Il vento: Mischen"),
        ("es", "¿Por qué suben los precios?", "¿Por qué suben los precios? — Mischen"),
        ("fa", "چرا؟", "چرا؟ — Mischen"),
        ("de", "", "Mischen"),
    ],
)
def test_an_entry_is_asked_in_the_words_of_its_author(code: str, topic: str, expected: str) -> None:
    fact = Entry(FOUND, Text.of("Mischen"), answer("Feuchtes und Trockenes"), Topic(topic, "noun"))
    asked = native.ask(fact, templates(code) or OWN_WORDS)
    assert asked is not None
    assert shown(asked.question) == expected


def test_french_marks_keep_to_their_words() -> None:
    asked = native.ask(definition("foc", verb="mean"), TEMPLATES["fr"])
    assert asked is not None
    assert asked.question.plain == "Que signifie «\u00a0foc\u00a0»\u00a0?"


def test_a_list_stands_under_its_own_sentence() -> None:
    items = tuple(NoteItem(Text.of(word, line=1), SPAN) for word in ("Laub", "Stroh"))
    lead = Lead("asked", rest="Auf den Kompost gehören:")
    fact = Enumeration(FOUND, lead, Topic("Was darf hinein?", "noun"), items)
    asked = native.ask(fact, TEMPLATES["de"])
    assert asked is not None
    assert shown(asked.question) == "Was darf hinein? — Auf den Kompost gehören:"
    alone = native.ask(Enumeration(FOUND, lead, Topic(), items), TEMPLATES["de"])
    assert alone is not None
    assert shown(alone.question) == "Auf den Kompost gehören:"


@pytest.mark.parametrize("code", sorted(TEMPLATES))
def test_the_reverse_card_asks_in_the_language(code: str) -> None:
    said = definition("Mulch", said="eine Schicht aus losem Material, die den Boden bedeckt")
    assert native.reverse(said, TEMPLATES[code]) == TEMPLATES[code].reverse != ""


@pytest.mark.parametrize(
    ("term", "verb", "said"),
    [
        ("Mulch", "be", "loses Material"),
        ("Mulch", "be", "eine Schicht, bei der Mulch den Boden bedeckt"),
        ("Kompostierung", "be", "der Abbau von Kompostierungsgut durch viele kleine Tiere"),
        ("Mulch", "understand", "eine Schicht aus losem Material, die den Boden bedeckt"),
        ("Mulch", "be", " ".join(["Schicht"] * 41)),
    ],
)
def test_no_reverse_card(term: str, verb: str, said: str) -> None:
    assert native.reverse(definition(term, verb=verb, said=said), TEMPLATES["de"]) == ""


def test_no_reverse_card_in_a_language_without_templates() -> None:
    assert native.reverse(definition("bora", said="un vento freddo che soffia da nord-est"), OWN_WORDS) == ""


def test_english_and_unknown_have_their_own_questions() -> None:
    assert templates("") is None
    assert templates("en-US") is None
    assert templates("pt-BR") is TEMPLATES["pt"]
    assert templates("it") is OWN_WORDS


@given(st.sampled_from("aeiouàâéèêîôû"), st.text("abcdefghij", min_size=1))
def test_que_is_always_elided_before_a_vowel(vowel: str, rest: str) -> None:
    assert elided("Qu'est-ce que ", vowel + rest) == ("Qu'est-ce ", "qu'")
    assert elided("Qu'est-ce que ", "b" + rest) == ("Qu'est-ce que ", "")


@given(
    st.sampled_from(sorted(TEMPLATES)), st.sampled_from(["be", "are", "mean", "label", "understand", "serve", "when"])
)
def test_a_question_always_holds_its_term_and_no_english(code: str, verb: str) -> None:
    asked = question(code, "Zyx", verb=verb)
    assert "Zyx" in asked
    assert "{}" not in asked
    assert not {"what", "is", "which", "the"} & {word.strip("?").lower() for word in asked.split()}
