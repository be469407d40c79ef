"""How many pixels a picture has, by its first bytes: a small file can unpack to more than the memory holds."""

from __future__ import annotations

import re

MOST_PIXELS = 100_000_000
"""Pixels of a picture that is drawn: 100 megapixels take some 400 MB while they are unpacked."""

_JPEG_FRAME = re.compile(rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]..\x08(..)(..)", re.DOTALL)


def pixels_of(data: bytes) -> int:
    """Give width times height of a PNG, GIF, WebP or JPEG; 0 for vector pictures and what is none of these."""
    width = height = b""
    if data.startswith(b"\x89PNG"):
        width, height = data[16:20], data[20:24]
    elif data.startswith(b"GIF8"):
        width, height = data[7:5:-1], data[9:7:-1]
    elif data.startswith(b"\xff\xd8"):
        frames = _JPEG_FRAME.findall(data)
        return max((_number(wide) * _number(high) for high, wide in frames), default=0)
    elif data[8:15] == b"WEBPVP8":
        return _webp(data[15:16], data[20:30])
    return _number(width) * _number(height)


def _webp(kind: bytes, head: bytes) -> int:
    if kind == b"X":
        return (int.from_bytes(head[4:7], "little") + 1) * (int.from_bytes(head[7:10], "little") + 1)
    if kind == b"L":
        bits = int.from_bytes(head[1:5], "little")
        return ((bits & 0x3FFF) + 1) * ((bits >> 14 & 0x3FFF) + 1)
    return (int.from_bytes(head[6:8], "little") & 0x3FFF) * (int.from_bytes(head[8:10], "little") & 0x3FFF)


def _number(big_endian: bytes) -> int:
    return int.from_bytes(big_endian, "big")
