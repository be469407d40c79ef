"""Kills real builds, and lets their disk run full, and looks at what is left.

    python killing.py FOLDER KILLS [SEED]

FOLDER is empty and is filled. Prints a JSON object: how many builds were killed at random moments, at how many of those
something was already being written, at how many steps of writing a build was killed one after the other, how often the
disk was full, and every way in which what was left was wrong.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from cardwright.cli.main import group
from cardwright.errors import CardwrightError

# What a build imports when it needs it is imported once here, for all the processes to come.
for name in ("cli.build", "cli.publish", "cli.report", "pipeline", "export.apkg", "export.tsv", "identity.release"):
    import_module(f"cardwright.{name}")
import_module("rapidfuzz.distance")

FIRST, SECOND = "1700000000", "1700604800"
WRITES = frozenset({"open", "os.rename", "os.remove", "os.truncate"})
State = dict[str, bytes]


def article(n: int, verb: str) -> str:
    return (
        f"# Topic {n}\n\n## What is a widget{n}?\n\n"
        f"A widget{n} is a part of the machine number {n} that {verb} whatever the other parts hand over to it.\n\n"
        f"## What is a gadget{n}?\n\n"
        f"A gadget{n} is a tool number {n} by which people {verb[:-1]} widgets of all kinds.\n"
    )


def write(seeds: Path, verb: str) -> None:
    seeds.mkdir(exist_ok=True)
    for n in range(2):
        (seeds / f"topic{n}.md").write_text(article(n, verb), encoding="utf-8")


def child(epoch: str, before: Callable[[], None]) -> int:
    """Start a build of `seeds` into `decks` in a process of its own."""
    pid = os.fork()
    if pid:
        return pid
    code = 3
    try:
        os.environ["SOURCE_DATE_EPOCH"] = epoch
        told = os.open("told.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(told, 1)
        os.dup2(told, 2)
        before()
        code = int(group.main(["build", "--format", "apkg,tsv"], standalone_mode=False) or 0)
    except CardwrightError as error:
        code = 1
        with contextlib.suppress(OSError):
            os.write(2, str(error).encode())
    finally:
        os._exit(code)  # also after what is no error of ours: 3


def wait(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def state(decks: Path) -> State:
    return {file.name: file.read_bytes() for file in decks.iterdir() if not file.name.startswith(".cardwright")}


def reset(decks: Path, old: State) -> None:
    shutil.rmtree(decks)
    decks.mkdir()
    for name, data in old.items():
        (decks / name).write_bytes(data)


def faults(decks: Path, old: State, new: State) -> list[str]:
    """Say what is wrong with what an unfinished build left."""
    left = state(decks)
    torn = [name for name, data in left.items() if data not in (old.get(name), new.get(name))]
    lost = [name for name in old if name not in left]
    early = left.get("ledger.jsonl") == new["ledger.jsonl"] and left != new
    return [f"half written: {torn}"] * bool(torn) + [f"lost: {lost}"] * bool(lost) + ["ledger not last"] * early


def recovers(decks: Path, new: State) -> list[str]:
    """Build once more and say what is wrong with the outcome."""
    code = wait(child(SECOND, lambda: None))
    names = [file.name for file in decks.iterdir() if file.name.startswith(".cardwright-tmp")]
    wrong = [f"next build left with {code}: {Path('told.txt').read_text(encoding='utf-8')}"] if code else []
    wrong += [f"left over: {names}"] if names else []
    return wrong + ["next build is not what it would have been"] * (state(decks) != new)


def die_at(step: int) -> Callable[[], None]:
    """Kill the process at its step-th way of touching the output folder."""

    def install() -> None:
        seen = 0

        def hook(event: str, args: tuple[object, ...]) -> None:
            nonlocal seen
            if event in WRITES and args and "decks" in str(args[0]) and "tmp" in str(args[0]):
                seen += 1
                if seen > step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)

    return install


def full_at(size: int) -> Callable[[], None]:
    """Let no file grow beyond so many bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def main(folder: Path, kills: int, seed: int) -> dict[str, object]:
    os.chdir(folder)
    decks = Path("decks")
    write(Path("seeds"), "keeps")
    wait(child(FIRST, lambda: None))
    old = state(decks)
    write(Path("seeds"), "stores")
    start = time.monotonic()
    wait(child(SECOND, lambda: None))
    whole = time.monotonic() - start
    new = state(decks)
    if old.keys() - new.keys() or all(new[name] == old[name] for name in old):
        raise SystemExit("the two builds do not differ as they should")
    wrong: list[str] = []
    midway = 0
    rng = random.Random(seed)  # noqa: S311 - moments, not secrets
    for kill in range(kills):
        reset(decks, old)
        pid = child(SECOND, lambda: None)
        time.sleep(rng.uniform(0, whole * 1.1))
        os.kill(pid, signal.SIGKILL)
        wait(pid)
        midway += state(decks) != old or any(file.name.startswith(".cardwright-tmp") for file in decks.iterdir())
        wrong += [f"kill {kill}: {fault}" for fault in faults(decks, old, new) + recovers(decks, new)]
    steps = 0
    while True:
        reset(decks, old)
        if wait(child(SECOND, die_at(steps))) != -signal.SIGKILL:
            break
        wrong += [f"step {steps}: {fault}" for fault in faults(decks, old, new) + recovers(decks, new)]
        steps += 1
    sizes = sorted({0, 1, 1000, *[len(data) - 1 for data in new.values()]})
    for size in sizes:
        reset(decks, old)
        code = wait(child(SECOND, full_at(size)))
        left = state(decks)
        wrong += [f"full at {size}: left with {code}"] * (code != 1)
        wrong += [f"full at {size}: {[name for name in old if left.get(name) != old[name]]}"] * (left != old)
        wrong += [f"full at {size}: {fault}" for fault in recovers(decks, new)]
    return {"kills": kills, "midway": midway, "steps": steps, "full": len(sizes), "wrong": wrong}


if __name__ == "__main__":
    report = main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    sys.stdout.write(json.dumps(report) + "\n")
