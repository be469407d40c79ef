"""GUIDs: derived from what a note is about, so that an unedited article gives the same ones without its ledger."""

from __future__ import annotations

from collections.abc import Collection

try:  # hashlib loads OpenSSL, 4 ms; the standard library's own `random` goes round it in the same way
    from _sha256 import sha256  # type: ignore[import-not-found]
except ImportError:  # Python 3.12 and later have it elsewhere
    from hashlib import sha256

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LENGTH = 11
"""Characters of 62: 64 bits, as many as Anki's own GUIDs carry, in letters and digits that need no quoting anywhere."""


def derive(*parts: str, taken: Collection[str]) -> str:
    """Give the GUID that belongs to these words; where it is taken, the next one that is not."""
    attempt = 0
    while True:
        text = "\x1f".join((*parts, str(attempt)) if attempt else parts)
        number = int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest()[:8], "big")
        digits = ""
        while number:
            number, digit = divmod(number, len(_DIGITS))
            digits = _DIGITS[digit] + digits
        guid = digits.rjust(_LENGTH, _DIGITS[0])
        if guid not in taken:
            return guid
        attempt += 1
