from __future__ import annotations

import os
from pathlib import Path

import pytest

from cardwright.source.find import article_id_of, find


def write(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("Words.\n", encoding="utf-8")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def ids(*paths: str) -> dict[str, str]:
    found = find(paths)
    assert found.problems == ()
    return {file.path: article_id_of(file) for file in found.files}


def told(*paths: str) -> list[str]:
    return [str(problem) for problem in find(paths).problems]


def test_articles_of_a_folder_in_order_with_ids_below_it() -> None:
    write("seeds/b.md", "seeds/a.markdown", "seeds/deep/C.MDX", "seeds/a-b.md")
    write("seeds/notes.txt", "seeds/.hidden.md", "seeds/.git/x.md", "seeds/node_modules/y.md")
    assert list(ids("seeds").items()) == [
        ("seeds/a-b.md", "a-b"),
        ("seeds/a.markdown", "a"),
        ("seeds/b.md", "b"),
        ("seeds/deep/C.MDX", "deep/C"),
    ]
    assert ids("./seeds/") == ids("seeds")


def test_the_current_folder() -> None:
    write("b.md", "deep/a.md")
    assert ids(".") == {"b.md": "b", "deep/a.md": "deep/a"}


def test_a_file_has_the_same_id_alone_as_in_the_default_folder() -> None:
    write("seeds/deep/a.md", "other/b.md")
    assert ids("seeds/deep/a.md") == ids("seeds")
    assert ids("other/b.md") == {"other/b.md": "b"}
    assert find(["seeds/deep/a.md"]).files == find(["seeds"]).files


def test_a_file_named_twice_is_read_once() -> None:
    write("texts/deep/a.md")
    assert ids("texts/deep/a.md", "texts", "texts/deep/../deep/a.md") == {"texts/deep/a.md": "deep/a"}


def test_ids_that_two_files_would_share_name_their_folders() -> None:
    write("one/a.md", "two/a.md", "two/b.md")
    assert ids("one", "two") == {"one/a.md": "one/a", "two/a.md": "two/a", "two/b.md": "b"}
    write("one/a.mdx")
    assert ids("one") == {"one/a.md": "one/a.md", "one/a.mdx": "one/a.mdx"}


def test_ids_that_differ_in_letter_case_only_are_told_apart() -> None:
    write("one/a.md", "two/A.md")
    assert ids("one", "two") == {"one/a.md": "one/a", "two/A.md": "two/A"}


def test_composed_and_decomposed_names_give_one_id() -> None:
    write("seeds/cafe\u0301.md")
    assert ids("seeds") == {"seeds/cafe\u0301.md": "caf\u00e9"}


def test_what_is_wrong_with_paths_is_told_and_the_rest_is_found() -> None:
    write("seeds/a.md", "notes.txt")
    Path("empty").mkdir()
    found = find(["gone", "notes.txt", "empty", "seeds"])
    assert [file.path for file in found.files] == ["seeds/a.md"]
    assert sorted(map(str, found.problems)) == [
        (
            "empty: the folder holds no articles. "
            "Put a file there that ends in .md, .markdown or .mdx, or name another folder."
        ),
        "gone: there is no such file or folder. Check the path.",
        (
            "notes.txt: it is no Markdown article. "
            "Name a file that ends in .md, .markdown or .mdx, or a folder of such files."
        ),
    ]


def test_links_that_lead_outside_are_not_read() -> None:
    write("seeds/a.md", "secret/b.md")
    Path("seeds/inside.md").symlink_to("a.md")
    Path("seeds/outside.md").symlink_to("../secret/b.md")
    Path("seeds/folder").symlink_to("../secret")
    found = find(["seeds"])
    assert [file.path for file in found.files] == ["seeds/a.md"]  # a link beside it is the same article
    assert [str(problem) for problem in found.problems] == [
        (
            "seeds/outside.md: it is a link to a file outside of the folder, which is not read. "
            "Put the article itself there, or name its own folder."
        )
    ]


def test_a_file_name_that_is_no_text_is_told() -> None:
    write("seeds/a.md")
    Path(os.fsdecode(b"seeds/b\xff.md")).write_text("Words.\n", encoding="utf-8")
    assert told("seeds") == ["seeds/b\ufffd.md: its name is not valid UTF-8. Rename the file."]


def test_a_folder_that_may_not_be_opened_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    write("seeds/a.md", "seeds/shut/b.md")
    scandir = os.scandir

    def refusing(path: str) -> object:  # for root, who runs tests in containers, no folder is shut
        if path.endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = find(["seeds"])
    assert [file.path for file in found.files] == ["seeds/a.md"]
    assert list(map(str, found.problems)) == [
        "seeds/shut: it cannot be read (permission denied). Check its permissions, or leave it out."
    ]
