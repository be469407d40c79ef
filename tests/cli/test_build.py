"""`cardwright build`, run as an author runs it: what is written, what is told, and what stays as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from builds import ARTICLE, EPOCH, OTHER, ledger, program, run, state, write

pytestmark = pytest.mark.usefixtures("place")


def test_the_first_build_writes_decks_sheets_and_ledger() -> None:
    done = run("build")
    assert (done.return_value, done.stderr) == (0, "")
    assert set(state()) == {"web-basics.apkg", "web-basics-cards.pdf", "ledger.jsonl"}
    lines = [line.split(maxsplit=1) for line in done.stdout.splitlines()]
    assert lines[0] == ["Articles", "1"]
    assert lines[1][1].startswith("3 (2 definitions, ")
    assert lines[2] == ["Changes", "3 new"]
    assert lines[3][1].startswith("0 errors, 0 ")
    assert lines[4] == ["Files", "3 written, 0 unchanged in decks"]
    assert [line[0] for line in lines[5:]] == ["ledger.jsonl", "web-basics-cards.pdf", "web-basics.apkg"]


def test_formats_and_folder_are_chosen() -> None:
    assert run("build", "seeds/web.md", "-o", "out/deep", "--format", "tsv, jsonl").return_value == 0
    assert set(state("out/deep")) == {"web-basics.tsv", "web-basics.jsonl", "ledger.jsonl"}
    assert not Path("decks").exists()


@pytest.mark.parametrize("given", ["docx", "apkg,docx", "", ","])
def test_an_unknown_format_is_wrong_usage(given: str) -> None:
    done = program("build", "--format", given)
    assert done.returncode == 2
    assert "is no format; take apkg, pdf, tsv, jsonl." in done.stderr
    assert not Path("decks").exists()


def test_a_second_build_touches_no_file() -> None:
    run("build", "--format", "apkg,pdf,tsv,jsonl")
    times = {path: path.stat().st_mtime_ns for path in Path("decks").iterdir() if path.name != ".cardwright.lock"}
    done = run("build", "--format", "apkg,pdf,tsv,jsonl")
    assert "Changes    none" in done.stdout
    assert "0 written, 5 unchanged" in done.stdout
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_only_what_an_edit_changes_is_written() -> None:
    write("net.md", OTHER)
    run("build", "--format", "tsv")
    before = state()
    write("net.md", OTHER.replace("device", "machine"))
    done = run("build", "--format", "tsv")
    changed = {name for name, data in state().items() if before.get(name) != data}
    assert changed == {"net-basics.tsv", "net-basics-changes.md", "ledger.jsonl"}
    assert "Changes    1 changed" in done.stdout


def test_the_time_of_the_build_is_the_one_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    run("build", "--format", "tsv")
    assert {row["created"] for row in ledger()} == {EPOCH}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH + 60))
    write("web.md", ARTICLE.replace("recent", "the latest"))
    run("build", "--format", "tsv")
    assert sorted(row["modified"] for row in ledger()) == [EPOCH, EPOCH, EPOCH + 60]


def test_a_wrong_time_is_told() -> None:
    done = program("build", SOURCE_DATE_EPOCH="yesterday")
    assert done.returncode == 1
    assert done.stderr == (
        "SOURCE_DATE_EPOCH: 'yesterday' is no number of seconds. Set it to Unix seconds, or unset it.\n"
    )
    assert not Path("decks/ledger.jsonl").exists()


def test_without_a_given_time_the_clock_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    run("build", "--format", "tsv")
    assert min(row["created"] for row in ledger()) > EPOCH


def test_a_surer_build_takes_fewer_notes() -> None:
    done = run("build", "--format", "tsv", "--confidence", "1")
    assert done.return_value == 0
    assert "Notes      0" in done.stdout
    assert done.stderr.startswith("seeds/web.md: no card was found in this article. See why with")


# What bad input gets: one clear line with the mend, and the rest is built.

BAD = {
    "zeros.md": (b"\xff\x00\xff", "seeds/zeros.md:1: it holds zero bytes, so it is no text. Save it as UTF-8 text, "),
    "latin.md": (b"# Caf\xe9\n", "seeds/latin.md:1: it is not valid UTF-8 (byte 0xE9). Save it as UTF-8; "),
    "front.md": (
        b'---\ntitle: "Net\nx: [\n---\n' + OTHER.encode(),
        "seeds/front.md:4: the front matter is not valid YAML (",
    ),
    "poem.md": (b"# Poem\n\nRoses.\n", "seeds/poem.md: no card was found in this article. See why with `cardwright "),
    "picture.md": (
        OTHER.replace("network to", "![net](gone.png) to").encode(),
        'seeds/picture.md:5: there is no picture "gone.png". Put the file there, or mend its name.',
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_article_is_one_line_and_the_rest_is_built(name: str) -> None:
    data, told = BAD[name]
    write(name, data)
    done = run("build", "--format", "apkg")
    lines = done.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(told)
    assert "Articles   2" in done.stdout
    assert "web-basics.apkg" in state()
    assert done.return_value == (0 if name in ("poem.md", "picture.md") else 1)


def test_an_article_with_broken_front_matter_or_a_missing_picture_still_gives_cards() -> None:
    write("front.md", BAD["front.md"][0])
    write("picture.md", BAD["picture.md"][0])
    run("build", "--format", "tsv")
    assert {row["article"] for row in ledger()} == {"web", "front", "picture"}


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("nowhere", "nowhere: there is no such file or folder. Check the path."),
        ("empty", "empty: the folder holds no articles. Put a file there that ends in .md, .markdown or .mdx, "),
        ("notes.txt", "notes.txt: it is no Markdown article. Name a file that ends in .md, .markdown or .mdx, "),
    ],
)
def test_a_path_without_articles_is_one_line_and_loses_nothing(path: str, told: str) -> None:
    Path("empty").mkdir()
    Path("notes.txt").write_text("A note.", encoding="utf-8")
    run("build", "--format", "apkg")
    before = state()
    for paths in ([path], ["seeds", path]):
        done = run("build", *paths, "--format", "apkg")
        assert done.return_value == 1
        assert done.stderr.startswith(told)
        assert done.stderr.count("\n") == 1
        assert state() == before


def test_a_folder_without_articles_by_default_is_told(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "elsewhere").mkdir()
    monkeypatch.chdir(place / "elsewhere")
    done = run("build")
    assert (done.return_value, done.stderr) == (1, "seeds: there is no such file or folder. Check the path.\n")


def test_an_article_that_breaks_keeps_its_notes_and_files() -> None:
    write("net.md", OTHER)
    run("build", "--format", "apkg,tsv")
    before = state()
    write("net.md", b"\xff\x00\xff")
    done = run("build", "--format", "apkg,tsv")
    assert done.return_value == 1
    assert state() == before
    assert "retired" not in done.stdout


def test_a_link_that_leads_nowhere_is_told() -> None:
    Path("seeds/gone.md").symlink_to("nowhere.md")
    done = run("build", "--format", "tsv")
    assert done.return_value == 1
    assert done.stderr == (
        "seeds/gone.md: it cannot be read (no such file or directory). Check its permissions, or leave it out.\n"
    )
    assert "web-basics.tsv" in state()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_an_article_that_nobody_may_read_is_told() -> None:
    write("secret.md", OTHER).chmod(0)
    assert run("build", "--format", "tsv").stderr.startswith("seeds/secret.md: it cannot be read (permission denied).")


# Decks


def named(deck: str, text: str) -> str:
    return f"---\ndeck: {deck}\n---\n\n{text}"


def test_articles_that_name_the_same_deck_share_it() -> None:
    write("a.md", named("Nets", OTHER))
    write("b.md", named("Nets", ARTICLE))
    run("build", "--format", "tsv")
    assert set(state()) == {"nets.tsv", "web-basics.tsv", "ledger.jsonl"}
    text = state()["nets.tsv"].decode()
    assert "router" in text
    assert "cache" in text


@pytest.mark.parametrize(
    ("settings", "files"),
    [
        ('deck = "article"', {"web-basics.tsv", "net-basics.tsv", "nested.tsv"}),
        ('deck = "folder"', {"seeds.tsv", "sub.tsv"}),
        ('deck = "one"', {"cardwright.tsv"}),
        ('deck = "one"\ndeck-name = "All of it"', {"all-of-it.tsv"}),
    ],
)
def test_settings_say_what_makes_a_deck(settings: str, files: set[str]) -> None:
    Path("cardwright.toml").write_text(f'{settings}\nformats = ["tsv"]\n', encoding="utf-8")
    write("net.md", OTHER)
    write("sub/nested.md", OTHER.replace("Net basics", "Nested").replace("router", "switch"))
    done = run("build")
    assert (done.return_value, done.stderr) == (0, "")
    assert set(state()) == {*files, "ledger.jsonl"}


def test_a_wrong_setting_is_told_and_the_rest_is_built() -> None:
    Path("cardwright.toml").write_text('formats = ["tsv"]\ndeck = "chapter"\n', encoding="utf-8")
    done = run("build")
    assert done.return_value == 1
    assert done.stderr.startswith("cardwright.toml:2: \"deck\" cannot be 'chapter'. Write one of")
    assert set(state()) == {"web-basics.tsv", "ledger.jsonl"}


def test_an_id_that_two_articles_claim_is_told_and_both_are_built() -> None:
    write("net.md", "---\nid: web\n---\n\n" + OTHER)
    done = run("build", "--format", "tsv")
    assert done.return_value == 1
    assert "its id 'web' is that of seeds/net.md already. Give one of them another `id`" in done.stderr
    assert set(state()) == {"web-basics.tsv", "net-basics.tsv", "ledger.jsonl"}


# The ledger


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda text: text.rpartition("\n{")[0] + "\n", "decks/ledger.jsonl:5: the ledger's end is missing. Restore"),
        (lambda text: text.replace("API", "APA", 1), "decks/ledger.jsonl:"),
        (lambda _: "\n", "decks/ledger.jsonl:1: "),
        (lambda text: "<<<<<<< HEAD\n" + text, "decks/ledger.jsonl:1: "),
    ],
)
def test_a_ledger_in_pieces_stops_the_build_and_everything_is_left(harm: object, told: str) -> None:
    assert callable(harm)
    run("build", "--format", "apkg")
    path = Path("decks/ledger.jsonl")
    path.write_text(harm(path.read_text(encoding="utf-8")), encoding="utf-8")
    before = state()
    write("web.md", ARTICLE.replace("recent", "new"))
    done = program("build", "--format", "apkg")
    assert done.returncode == 1
    assert done.stderr.startswith(told)
    assert done.stderr.count("\n") == 1
    assert state() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no pipes among files")
def test_links_to_themselves_and_pipes_are_told_and_the_rest_is_built() -> None:
    Path("seeds/loop.md").symlink_to("loop.md")
    os.mkfifo("seeds/pipe.md")
    done = run("build", "--format", "tsv")
    assert done.return_value == 1
    assert [line.partition(".md: ")[2] for line in done.stderr.splitlines()] == [
        "it cannot be read (too many levels of symbolic links). Check its permissions, or leave it out.",
        "it cannot be read (it is a pipe). Check its permissions, or leave it out.",
    ]
    assert "web-basics.tsv" in state()
