"""From the bytes of an article to text with plain newlines."""

from __future__ import annotations

import codecs
import errno
from pathlib import Path

from cardwright.core.problem import Problem
from cardwright.core.span import Span
from cardwright.errors import SourceError
from cardwright.text.regex import lazy_regex

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the mark of UTF-16, so it is looked for first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = lazy_regex(r"\r\n?")


def read(path: str) -> str:
    """Read the article at `path`. Raises SourceError where it cannot be opened or is no text (see `decode`)."""
    try:
        if Path(path).is_fifo():  # reading one waits for a writer who may never come
            raise SourceError(unreadable(path, OSError(errno.EINVAL, "It is a pipe")))
        data = Path(path).read_bytes()
    except OSError as error:
        raise SourceError(unreadable(path, error)) from error
    return decode(data, path=path)


def decode(data: bytes, *, path: str) -> str:
    r"""Give the text of a file in UTF-8, or in UTF-16 or UTF-32 with its byte order mark; line ends become "\n".

    Raises SourceError, which names the line and how to convert the file, for every other encoding.
    """
    mark, encoding = next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", "utf-8"))
    body = data[len(mark) :]
    if encoding == "utf-8" and b"\0" in body:
        raise SourceError(_no_text(body, path))
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(_wrong_bytes(error, path, encoding)) from error
    return _LINE_END.sub("\n", text).replace("\0", "\ufffd")


def unreadable(path: str, error: OSError) -> Problem:
    """Tell that a file or folder cannot be opened, and why."""
    reason = (error.strerror or type(error).__name__).lower()
    return Problem(
        Span(path, 0, 0), "unreadable", f"it cannot be read ({reason})", "Check its permissions, or leave it out"
    )


def _no_text(body: bytes, path: str) -> Problem:
    first = body.index(b"\0")
    zeros = body.count(b"\0")
    line = _line_of(body, first)
    if zeros * 3 > len(body):  # every other byte of Western text in UTF-16 is zero
        name = "UTF-16LE" if first % 2 else "UTF-16BE"
        return Problem(
            Span(path, line, line),
            "wrong-encoding",
            f"it looks like {name} without its byte order mark",
            f"Save it as UTF-8 (iconv -f {name} -t UTF-8)",
        )
    return Problem(
        Span(path, line, line),
        "no-text",
        "it holds zero bytes, so it is no text",
        "Save it as UTF-8 text, or move it out of the folder",
    )


def _wrong_bytes(error: UnicodeDecodeError, path: str, encoding: str) -> Problem:
    line = _line_of(error.object, error.start) if encoding == "utf-8" else 0
    byte = error.object[error.start]
    return Problem(
        Span(path, line, line),
        "wrong-encoding",
        f"it is not valid {encoding.upper()} (byte 0x{byte:02X})",
        "Save it as UTF-8; from an older Windows program: iconv -f WINDOWS-1252 -t UTF-8",
    )


def _line_of(data: bytes, at: int) -> int:
    before = data[:at]
    return before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
