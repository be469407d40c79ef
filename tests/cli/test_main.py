"""The command group: help, version, and the exit code and the line that every kind of failure ends with."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from functools import partial
from importlib.metadata import version
from pathlib import Path

import pytest
from builds import ARTICLE, program, run, state, write

from cardwright.cli.main import COMMANDS, group

pytestmark = pytest.mark.usefixtures("place")

BROKEN = """
import sys, types, click
from cardwright.cli import main
@click.command()
def command():
    raise {error}
module = types.ModuleType("cardwright.cli.broken")
module.command = command
sys.modules["cardwright.cli.broken"] = module
main.COMMANDS["broken"] = "Break."
main.main()
"""
"""A program with one more command, which fails."""


def test_help_names_every_command_with_one_line() -> None:
    told = program("--help")
    assert (told.returncode, told.stderr) == (0, "")
    listed = re.findall(r"^  (\w+) +[A-Z]", told.stdout.partition("Commands:")[2], re.MULTILINE)
    assert listed == list(COMMANDS)
    assert program("-h").stdout == told.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_says_what_it_does(name: str) -> None:
    told = run(name, "--help")
    assert told.return_value == 0
    assert told.stdout.startswith(f"Usage: group {name} ")
    assert f"\n  {COMMANDS[name].split(',')[0].split(';')[0].split()[0]} " in told.stdout
    command = group.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    undocumented = [one.name for one in command.params if one.param_type_name == "option" and not vars(one).get("help")]
    assert undocumented == []


def test_every_module_of_a_command_is_listed() -> None:
    folder = Path(sys.modules["cardwright.cli.main"].__file__ or "").parent
    modules = {path.stem for path in folder.glob("*.py") if "@click.command" in path.read_text(encoding="utf-8")}
    assert modules == set(COMMANDS)


def test_version() -> None:
    told = program("--version")
    assert (told.returncode, told.stdout) == (0, f"cardwright {version('cardwright')}\n")


def test_the_console_script_is_the_same_program() -> None:
    script = Path(sys.executable).with_name("cardwright")
    done = subprocess.run([str(script), "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == program("--version").stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ((), "Usage: cardwright [OPTIONS] COMMAND [ARGS]..."),
        (("bild",), "No such command 'bild'."),
        (("build", "--fast"), "No such option '--fast'."),
        (("build", "--confidence", "2"), "2.0 is not in the range 0<=x<=1."),
        (("cards", "--format", "xml"), "'xml' is not one of 'table', 'jsonl', 'csv'."),
        (("build", "-o", "seeds/web.md"), "Directory 'seeds/web.md' is a file."),
    ],
)
def test_wrong_usage_is_2_and_tells_what_is_wrong(args: tuple[str, ...], told: str) -> None:
    done = program(*args)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stdout == ""
    assert not Path("decks").exists()


def test_good_is_0_and_a_problem_is_1() -> None:
    assert program("build", "--format", "tsv").returncode == 0
    done = program("build", "nowhere", "--format", "tsv")
    assert (done.returncode, done.stderr) == (1, "nowhere: there is no such file or folder. Check the path.\n")


def test_a_folder_that_cannot_be_written_is_1() -> None:
    done = program("build", "-o", "seeds/web.md/decks")
    assert done.returncode == 1
    assert done.stderr == (
        "seeds/web.md/decks: the folder cannot be written (Not a directory). "
        "Make room or give yourself the right to write there; what was there before is whole.\n"
    )


def test_a_bug_of_ours_is_3_and_leaves_a_log(place: Path) -> None:
    done = program("broken", code=BROKEN.format(error="ValueError('the bug')"), TMPDIR=str(place))
    assert done.returncode == 3
    (log,) = place.glob("cardwright-*.log")
    assert done.stderr == (
        f"cardwright failed (ValueError). This is a bug of ours: please report it with {log}. Nothing was written.\n"
    )
    assert log.read_text(encoding="utf-8").endswith("ValueError: the bug\n")


def test_stopped_is_130() -> None:
    done = program("broken", code=BROKEN.format(error="KeyboardInterrupt"))
    assert (done.returncode, done.stderr.strip()) == (130, "Stopped; what was there before is untouched.")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
def test_a_build_that_is_interrupted_leaves_what_stood_there() -> None:
    run("build")
    before = state()
    Path("decks/.cardwright.lock").unlink()
    for n in range(30):
        write(f"more{n}.md", ARTICLE.replace("# Web basics", f"# Topic {n}"))
    build = subprocess.Popen(
        [sys.executable, "-m", "cardwright", "build"],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  else ignored in the background
    )
    while not Path("decks/.cardwright.lock").exists():
        time.sleep(0.01)
    build.send_signal(signal.SIGINT)
    _, told = build.communicate(timeout=60)
    assert (build.returncode, told.strip()) == (130, "Stopped; what was there before is untouched.")
    assert state() == before


def test_a_reader_that_has_seen_enough_is_no_failure() -> None:
    program_ = subprocess.Popen(
        [sys.executable, "-m", "cardwright", "cards"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program_.stdout is not None
    assert program_.stderr is not None
    program_.stdout.close()
    assert program_.wait(timeout=60) == 0
    assert program_.stderr.read() == b""
    program_.stderr.close()
