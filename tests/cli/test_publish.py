"""Writing: nothing is touched that need not be, the ledger goes last, and a refusal leaves everything as it was."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from builds import program

from cardwright.cli.publish import LOCK, TEMPORARY, locked, publish
from cardwright.errors import OutputError

LEDGER = "ledger.jsonl"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_is_new_is_written_and_what_stands_there_is_counted(tmp_path: Path) -> None:
    assert publish(tmp_path, {"a.apkg": b"1"}, ledger="one", ledger_name=LEDGER) == (("a.apkg", LEDGER), 0)
    before = (tmp_path / "a.apkg").stat()
    written = publish(tmp_path, {"a.apkg": b"1", "b.apkg": b"2"}, ledger="two", ledger_name=LEDGER)
    assert written == (("b.apkg", LEDGER), 1)
    assert contents(tmp_path) == {"a.apkg": b"1", "b.apkg": b"2", LEDGER: b"two"}
    after = (tmp_path / "a.apkg").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_same_length_other_bytes_is_another_file(tmp_path: Path) -> None:
    publish(tmp_path, {"a.apkg": b"1"}, ledger="one", ledger_name=LEDGER)
    assert publish(tmp_path, {"a.apkg": b"2"}, ledger="one", ledger_name=LEDGER) == (("a.apkg",), 1)
    assert contents(tmp_path)["a.apkg"] == b"2"


def test_the_ledger_is_replaced_last(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from cardwright.cli.publish import publish
def hook(event, args):
    if event == "os.rename":
        print(Path(args[1]).name)
sys.addaudithook(hook)
publish(Path(sys.argv[1]), {"z.apkg": b"1", "a.apkg": b"2"}, ledger="one", ledger_name="ledger.jsonl")
"""
    done = program(str(tmp_path), code=code)
    assert done.stdout.split() == ["z.apkg", "a.apkg", LEDGER]


def test_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(b"mine")
    publish(tmp_path, {}, ledger="one", ledger_name=LEDGER)
    assert contents(tmp_path) == {"notes.txt": b"mine", LEDGER: b"one"}


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / f"{TEMPORARY}gone.apkg").write_bytes(b"half")
    publish(tmp_path, {}, ledger="one", ledger_name=LEDGER)
    assert contents(tmp_path) == {LEDGER: b"one"}


def test_a_file_that_cannot_be_replaced_leaves_all_whole_and_nothing_behind(tmp_path: Path) -> None:
    publish(tmp_path, {}, ledger="one", ledger_name=LEDGER)
    (tmp_path / "a.apkg").mkdir()
    with pytest.raises(
        OutputError, match=r"the folder cannot be written \(.+\)\. Make room or give yourself"
    ) as failed:
        publish(tmp_path, {"a.apkg": b"1"}, ledger="two", ledger_name=LEDGER)
    assert str(failed.value).startswith(str(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.apkg", LEDGER]
    assert (tmp_path / LEDGER).read_bytes() == b"one"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limits of file sizes")
@pytest.mark.parametrize("limit", [0, 1, 999])
def test_a_disk_that_is_full_replaces_nothing(tmp_path: Path, limit: int) -> None:
    publish(tmp_path, {"a.apkg": b"old"}, ledger="one", ledger_name=LEDGER)
    before = contents(tmp_path)
    code = """
import resource, sys
from pathlib import Path
from cardwright.cli.publish import publish
from cardwright.errors import OutputError
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    publish(Path(sys.argv[1]), {"a.apkg": b"n", "b.apkg": bytes(1000)}, ledger="two", ledger_name="ledger.jsonl")
except OutputError as error:
    print(error)
"""
    done = program(str(tmp_path), str(limit), code=code)
    assert "the folder cannot be written (File too large). Make room" in done.stdout
    assert contents(tmp_path) == before


def test_the_folder_is_made_and_its_lock_tells_who_holds_it(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "decks"
    with locked(folder):
        assert (folder / LOCK).read_bytes() == str(os.getpid()).encode()
        with pytest.raises(OutputError, match=f"another build is writing this folder .process {os.getpid()}.. Wait"):
            locked(folder).__enter__()
    with locked(folder):
        pass


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match=r"file/decks: the folder cannot be written \(.+\)\. Make room"):
        locked(tmp_path / "file" / "decks").__enter__()
