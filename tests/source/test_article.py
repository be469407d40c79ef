from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardwright.core.document import Article
from cardwright.core.settings import Settings
from cardwright.source import find, load
from cardwright.source.article import Loaded, tags_of

SITE = Settings(site="https://example.org/docs")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def loaded(text: str, *, path: str = "seeds/gear-wheels.md", settings: Settings | None = None) -> Loaded:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    [file] = find([path]).files
    return load(file, settings=settings or Settings())


def article(text: str, *, path: str = "seeds/gear-wheels.md", settings: Settings | None = None) -> Article:
    found = loaded(text, path=path, settings=settings)
    assert found.problems == ()
    assert found.article is not None
    return found.article


def told(text: str) -> list[str]:
    return [str(problem) for problem in loaded(text).problems]


def test_everything_that_front_matter_says() -> None:
    made = article(
        "---\nid: gears\ntitle: About *gears*\nlang: de-AT\ntags: [Machines, 'two words']\ndeck: Mechanics::Gears\n"
        "date: 2024-02-29\nsource_url: https://example.org/gears\nlevel: 3\n---\n\n# Other\n\nWords.\n"
    )
    assert (made.path, made.id, made.title) == ("seeds/gear-wheels.md", "gears", "About gears")
    assert (made.language, made.tags, made.deck) == ("de", ("machines", "two-words"), "Mechanics::Gears")
    assert (made.date, made.source_url) == ("2024-02-29", "https://example.org/gears")
    assert made.meta["level"] == 3


def test_what_is_known_without_front_matter() -> None:
    made = article("# What a gear is\n\nA gear is a wheel with teeth. It turns another one.\n")
    assert (made.id, made.title, made.language) == ("gear-wheels", "What a gear is", "en")
    assert (made.tags, made.deck, made.date, made.source_url) == ((), "", "", "")


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("seeds/gear-wheels_2.md", "Gear wheels 2"),
        ("seeds/gear wheels/index.md", "Gear wheels"),
        ("seeds/gears/README.md", "Gears"),
        ("index.md", "Index"),
        ("seeds/---.md", "---"),
    ],
)
def test_titles_from_file_names(path: str, title: str) -> None:
    assert article("Words.\n\n## Part\n\nMore.\n", path=path).title == title


@pytest.mark.parametrize(
    ("given_title", "title"),
    [
        ("'`map` and **filter**'", "map and filter"),
        ("'[Gears](gears.md) & <b>wheels</b>'", "Gears & wheels"),
        ("A_b c_d", "A_b c_d"),
        ("'* one'", "* one"),
        ("2024", "2024"),
        ("'  two   blanks '", "two blanks"),
    ],
)
def test_titles_hold_no_marks(given_title: str, title: str) -> None:
    assert article(f"---\ntitle: {given_title}\n---\nWords.\n").title == title


def test_lines_are_those_of_the_raw_file() -> None:
    made = article("<!-- x -->\n---\ntitle: A\n---\n\n# Gears\n\nA gear is a wheel.\n")
    assert [(section.span.line, section.blocks[0].span.line) for section in made.sections] == [(6, 8)]
    made = article("---\ntitle: A\n---\nA gear is a wheel.\n")
    assert made.sections[0].blocks[0].span.line == 4


def test_languages_in_order_of_trust() -> None:
    english = "The gear is one of the wheels that turn with the others.\n"
    assert article(english).language == "en"
    assert article(english, settings=Settings(language="nl")).language == "nl"
    assert article(f"---\nlanguage: fr\n---\n{english}", settings=Settings(language="nl")).language == "fr"
    assert article("```\nthe of and to in is\n```\n\nDas Rad ist mit dem Zahnrad auf der Welle.\n").language == "de"


@pytest.mark.parametrize(
    ("names", "tags"),
    [
        (["Gears", "gears", "GEARS"], ("gears",)),
        (["machine learning", "CI/CD", "C++", "C#", "node.js"], ("machine-learning", "ci-cd", "c++", "c#", "node.js")),
        (["a::B c::d", "::a::", "a:b"], ("a::b-c::d", "a", "a-b")),
        (["#obsidian", " ", "", "!!", "-x-"], ("obsidian", "x")),
        (["leech", "Marked"], ()),
        (["Räder", "Ra\u0308der", "齿轮"], ("räder", "齿轮")),
    ],
)
def test_tags(names: list[str], tags: tuple[str, ...]) -> None:
    assert tags_of(names) == tags


@given(st.lists(st.text()))
def test_any_tags_are_stable_and_hold_what_anki_takes(names: list[str]) -> None:
    tags = tags_of(names)
    assert tags_of(tags) == tags
    assert all(tag and not any(sign.isspace() or sign in "\"'*" for sign in tag) for tag in tags)
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize(
    ("written", "tags"),
    [("a, b c", ("a", "b-c")), ("[1, 2.5, x]", ("1", "2.5", "x")), ("", ()), ("[]", ()), ("7", ("7",))],
)
def test_ways_to_write_tags(written: str, tags: tuple[str, ...]) -> None:
    assert article(f"---\ntags: {written}\n---\nWords.\n").tags == tags


@pytest.mark.parametrize(
    ("key", "value", "fix"),
    [
        ("title", "[a, b]", "Write one text: title: words"),
        ("deck", "true", "Write one text: deck: words"),
        ("tags", "[[a], b]", "Write a list of words: tags: [one, two]"),
        ("tags", "{a: b}", "Write a list of words: tags: [one, two]"),
        ("lang", "Klingon", "Write a language code: lang: en"),
    ],
)
def test_values_that_cannot_be_used_are_told_with_their_line(key: str, value: str, fix: str) -> None:
    text = f"---\nid: x\n{key}: {value}\n---\nWords.\n"
    assert told(text) == [f'seeds/gear-wheels.md:3: the front matter\'s "{key}" cannot be used. {fix}.']
    assert loaded(text).article is not None


@pytest.mark.parametrize(
    ("front", "path", "address"),
    [
        ("", "seeds/gears.md", "https://example.org/docs/gears"),
        ("", "seeds/two words/gears.md", "https://example.org/docs/two%20words/gears"),
        ("", "seeds/gears/index.md", "https://example.org/docs/gears"),
        ("", "seeds/README.md", "https://example.org/docs"),
        ("permalink: /wheels/", "seeds/gears.md", "https://example.org/wheels/"),
        ("url: https://example.com/w", "seeds/gears.md", "https://example.com/w"),
        ("url: javascript:alert(1)", "seeds/gears.md", "https://example.org/docs/gears"),
        ("permalink: [a]", "seeds/gears.md", "https://example.org/docs/gears"),
    ],
)
def test_addresses(front: str, path: str, address: str) -> None:
    assert article(f"---\n{front}\n---\nWords.\n", path=path, settings=SITE).source_url == address


def test_no_address_without_a_site() -> None:
    assert article("---\npermalink: /wheels/\n---\nWords.\n").source_url == ""
    assert article("---\npermalink: /wheels/\ncanonical_url: http://a.org/b\n---\n").source_url == "http://a.org/b"


def test_broken_front_matter_leaves_the_article_readable() -> None:
    found = loaded("---\nid: gears\ntitle: A: b: c\n---\n\n# Gears\n\nA gear is a wheel.\n")
    assert [problem.span.line for problem in found.problems] == [3]
    assert found.article is not None
    assert (found.article.id, found.article.title, found.article.sections[0].blocks[0].span.line) == (
        "gears",
        "A: b: c",
        8,
    )


def test_an_article_that_cannot_be_read_is_told() -> None:
    Path("seeds").mkdir()
    Path("seeds/a.md").write_bytes(b"\xe4")
    [file] = find(["seeds"]).files
    found = load(file, settings=Settings())
    assert found.article is None
    assert [problem.code for problem in found.problems] == ["wrong-encoding"]
    Path("seeds/a.md").unlink()
    assert [problem.code for problem in load(file, settings=Settings()).problems] == ["unreadable"]


def test_an_empty_article_is_one() -> None:
    made = article("")
    assert (made.sections, made.title, made.language) == ((), "Gear wheels", "")


@given(st.text(st.sampled_from("-+.\n\t :=[]{}#*|_<>`!() titleagslang1é"), max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_text_is_an_article(text: str) -> None:
    for whole in (text, f"---\n{text}\n---\nWords."):
        found = loaded(whole)
        assert found.article is not None
        lines = whole.count("\n") + 1
        spans = [block.span for section in found.article.sections for block in section.blocks]
        assert all(1 <= span.line <= span.end_line <= lines for span in spans)
