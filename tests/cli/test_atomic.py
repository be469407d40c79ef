import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_diff import ARTICLE, folder, run, write

from cardwright.cli.publish import locked
from cardwright.errors import OutputError

__all__ = ["folder"]  # the fixture that every test here runs in
KILLS = 12
HARNESS = Path(__file__).with_name("killing.py")


@pytest.fixture
def memory() -> Iterator[Path]:
    """Give a folder in memory where there is one: waiting for a disk would only be slower."""
    shared = Path("/dev/shm")  # noqa: S108 - the folder made in it is ours alone
    place = Path(tempfile.mkdtemp(dir=shared if os.access(shared, os.W_OK) else None))
    yield place
    shutil.rmtree(place)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills are sent to forked processes")
def test_killed_at_any_moment_or_out_of_room_a_build_leaves_everything_whole(memory: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(HARNESS), str(memory), str(KILLS)], capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    assert told["wrong"] == []
    assert told["kills"] == KILLS
    assert told["steps"] >= 10
    assert told["full"] >= 5


def test_a_second_build_at_the_same_time_is_refused() -> None:
    with locked(Path("decks")):
        failed = run("build", "--format", "apkg").exception
    assert isinstance(failed, OutputError)
    assert str(failed) == (
        f"decks: another build is writing this folder (process {os.getpid()}). Wait until it is done, or stop it."
    )
    assert run("build", "--format", "apkg").return_value == 0


def test_two_builds_at_once_leave_what_one_would_have_made() -> None:
    run("build", "--format", "apkg")
    write(ARTICLE.replace("two programs", "two services"))
    shutil.copytree("decks", "alone")
    run("build", "--format", "apkg", "-o", "alone")
    command = [sys.executable, "-m", "cardwright", "build", "--format", "apkg"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [process.communicate() for process in both]
    codes = sorted(process.returncode for process in both)
    assert codes in ([0, 0], [0, 1])
    if codes == [0, 1]:
        assert any("another build is writing this folder" in error for _, error in told)
    for file in Path("alone").iterdir():
        if file.name != ".cardwright.lock":
            assert Path("decks", file.name).read_bytes() == file.read_bytes()
