from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardwright.source.language import detect, normal

SAMPLES = {
    "en": "A gear is a wheel with teeth. It turns another wheel, and the two of them change speed and force.",
    "de": "Ein Zahnrad ist ein Rad mit Zähnen. Es dreht ein anderes Rad, und die beiden ändern Kraft und Drehzahl.",
    "es": "Un engranaje es una rueda con dientes. Mueve otra rueda y las dos cambian la velocidad y la fuerza del eje.",
    "fr": "Un engrenage est une roue avec des dents. Il fait tourner une autre roue et change la vitesse de cet axe.",
    "pt": "Uma engrenagem é uma roda com dentes. Ela move outra roda, e as duas mudam a velocidade e a força do eixo.",
    "it": "Un ingranaggio è una ruota con i denti. Fa girare un'altra ruota, e le due cambiano la velocità e la forza.",
    "nl": "Een tandwiel is een wiel met tanden. Het draait een ander wiel, en dat verandert de snelheid van de as.",
    "sv": "Ett kugghjul är ett hjul med kuggar. Det driver ett annat hjul, och de två ändrar fart och kraft för axeln.",
    "da": "Et tandhjul er et hjul med tænder. Det driver et andet hjul, og de to ændrer fart og kraft for akslen.",
    "pl": "Koło zębate to koło, które ma zęby. Obraca ono inne koło i zmienia przez to prędkość oraz siłę na osi.",
    "cs": "Ozubené kolo je kolo, které má zuby. Otáčí jiným kolem a mění se tím rychlost i síla na ose, která ho nese.",
    "tr": "Dişli, dişleri olan bir çarktır. Başka bir çarkı döndürür ve bu hareket ile hız da kuvvet de değişir.",
    "id": "Roda gigi adalah roda yang bergerigi. Roda ini memutar roda lain dan dengan itu mengubah laju poros.",
    "vi": "Bánh răng là một bánh xe có răng. Nó làm quay một bánh khác và được dùng để đổi tốc độ của trục.",
    "ru": "Шестерня — это колесо с зубьями. Она вращает другое колесо и меняет скорость, чтобы вы могли ехать.",
    "uk": "Шестерня — це колесо із зубцями. Вона обертає інше колесо і змінює швидкість її осі.",
    "be": "Шасцярня — гэта кола з зубамі. Яна круціць іншае кола і змяняе хуткасць у восі, каб яно шло ўверх.",
    "sr": "Зупчаник је точак са зупцима. Он окреће други точак и тако мења брзину осе на којој лежи, љуља и њише.",
    "mk": "Запченикот е тркало со запци. Тој врти друго тркало, а ќе ја смени и брзината на оската.",
    "bg": "Зъбното колело е колело със зъби. То върти друго колело и така променя скоростта на оста.",
    "zh": "齿轮是带有齿的轮子。它带动另一个轮子,从而改变速度和力。",
    "ja": "歯車とは、歯のついた車輪のことです。別の車輪を回し、速さと力を変えます。",
    "ko": "톱니바퀴는 이가 달린 바퀴이다. 다른 바퀴를 돌려 속도와 힘을 바꾼다.",
    "ar": "الترس عجلة ذات أسنان. يدير عجلة أخرى فيغير السرعة والقوة.",
    "fa": "چرخ‌دنده چرخی است که دندانه دارد. چرخ دیگری را می‌چرخاند و سرعت را تغییر می‌دهد.",
    "ur": "گیئر دانتوں والا پہیا ہے۔ یہ دوسرے پہیے کو گھماتا ہے اور رفتار بڑھاتا ہے۔",
    "he": "גלגל שיניים הוא גלגל שיש לו שיניים. הוא מסובב גלגל אחר ומשנה את המהירות.",
    "el": "Το γρανάζι είναι ένας τροχός με δόντια. Γυρίζει έναν άλλο τροχό και αλλάζει την ταχύτητα.",
    "hi": "गियर दाँतों वाला पहिया है। यह दूसरे पहिये को घुमाता है और गति बदलता है।",
    "th": "เฟืองคือล้อที่มีฟัน มันหมุนล้ออื่นและเปลี่ยนความเร็ว",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_languages(language: str) -> None:
    assert detect(SAMPLES[language]) == language


@pytest.mark.parametrize("language", ["zh", "ko", "ru", "fa"])
def test_articles_that_are_half_english_are_in_the_other_language(language: str) -> None:
    assert detect(f"# CPU Scheduling\n\nPreemptive, round robin, FIFO\n\n{SAMPLES[language]}") == language


@pytest.mark.parametrize("other", ["zh", "ja", "ru", "he"])
def test_a_foreign_word_changes_nothing(other: str) -> None:
    assert detect(SAMPLES["en"] * 3 + SAMPLES[other][:9]) == "en"


def test_a_japanese_name_in_a_chinese_article() -> None:
    assert detect(SAMPLES["zh"] * 4 + "(ドス)") == "zh"


@pytest.mark.parametrize("text", ["", "12 + 3 = 15", "CPU GPU RAM ROM", "Brass: copper, zinc", "🔤"])
def test_what_cannot_be_told(text: str) -> None:
    assert detect(text) == ""


@given(st.text())
def test_any_text_has_a_code_or_none(text: str) -> None:
    code = detect(text)
    assert normal(code) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("en", "en"),
        (" EN-us ", "en"),
        ("en_US.UTF-8", "en"),
        ("English", "en"),
        ("deu", "de"),
        ("Français", "fr"),
        ("中文", "zh"),
        ("zh", "zh"),
        ("zh_Hant-TW", "zh-hant-tw"),
        ("pt-BR", "pt"),
        ("gsw", "gsw"),
        ("x", ""),
        ("Klingon", ""),
        ("e n", ""),
        ("", ""),
    ],
)
def test_names_of_languages(name: str, code: str) -> None:
    assert normal(name) == code
