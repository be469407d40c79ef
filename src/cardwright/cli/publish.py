"""Writes what a build made: under a lock, by temporary file and replace, the ledger last.

A failure, a kill or a full disk at any moment leaves every file as it was or as it will be, never half written; and as
the ledger goes last, a build that was stopped is made again from the old ledger and gives the same identities.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from cardwright.core.problem import Problem
from cardwright.core.span import Span
from cardwright.errors import OutputError

LOCK = ".cardwright.lock"
_FAR = 1 << 20
"""The byte that is locked on Windows, where nobody can read a locked one: far behind the number of the process."""

TEMPORARY = ".cardwright-tmp-"
"""How the names of temporary files begin: those of builds that were killed are removed by the next one."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the output folder for one build; it is made where there is none.

    Raises OutputError where another build holds it, or the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise _failed(folder, error) from error
    try:
        if not _lock(handle):
            raise OutputError(
                Problem(
                    Span(str(folder), 0, 0),
                    "locked",
                    f"another build is writing this folder (process {_holder(handle)})",
                    "Wait until it is done, or stop it",
                )
            )
        with contextlib.suppress(OSError):  # the number is for people; a full disk is told by who writes more
            os.ftruncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        os.close(handle)  # closing lets the lock go; the file stays, for removing it would race with the next build


def _lock(handle: int) -> bool:
    try:
        import fcntl  # noqa: PLC0415 - Unix only
    except ImportError:
        import msvcrt  # noqa: PLC0415 - Windows only

        try:
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _holder(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, 20).decode(errors="replace").strip() or "unknown"


def publish(folder: Path, files: Mapping[str, bytes], *, ledger: str, ledger_name: str) -> tuple[tuple[str, ...], int]:
    """Write the files, then the ledger; give the names that were written and the number that stood there already.

    All bytes are on the disk under temporary names before the first file is replaced, so that a full disk replaces
    nothing. Raises OutputError where the disk refuses; nothing is half written then.
    """
    everything = {**files, ledger_name: ledger.encode()}
    changed = {name: data for name, data in everything.items() if not _same(folder / name, data)}
    staged: dict[str, Path] = {}
    try:
        _sweep(folder)
        for name, data in changed.items():
            staged[name] = _stage(folder, name, data)
        for name in [*(n for n in staged if n != ledger_name), *([ledger_name] if ledger_name in staged else [])]:
            staged[name].replace(folder / name)
        _sync(folder)
    except OSError as error:
        for path in staged.values():
            path.unlink(missing_ok=True)
        raise _failed(folder, error) from error
    return tuple(changed), len(everything) - len(changed)


def _stage(folder: Path, name: str, data: bytes) -> Path:
    path = folder / f"{TEMPORARY}{name}"
    try:
        with path.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


def _same(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _sweep(folder: Path) -> None:
    """Remove what killed builds left; we hold the lock, so it belongs to nobody."""
    for path in folder.glob(f"{TEMPORARY}*"):
        path.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """Put the new names on the disk; not every system can open a folder."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _failed(folder: Path, error: OSError) -> OutputError:
    what = error.strerror or str(error)
    return OutputError(
        Problem(
            Span(str(folder), 0, 0),
            "not-written",
            f"the folder cannot be written ({what})",
            "Make room or give yourself the right to write there; what was there before is whole",
        )
    )
