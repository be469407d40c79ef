"""QR codes as SVG, so that they stay sharp at any size."""

from __future__ import annotations

import io
import re

LONGEST = 400
"""Characters of an address; a longer one gives modules of less than 0.25 mm, which phones cannot read off paper."""

_ADDRESS = re.compile(r"^https?://[^\s\x00-\x1f]+$", re.IGNORECASE)


def qr_svg(address: str) -> bytes | None:
    """Give the code of a web address as an SVG file, None for anything else. Error correction: 7 % or more."""
    import segno  # noqa: PLC0415 - 15 ms, for sheets with codes only

    if len(address) > LONGEST or not _ADDRESS.match(address):
        return None
    out = io.BytesIO()
    segno.make(address, micro=False, error="l", boost_error=True).save(out, kind="svg", border=0, xmldecl=False)
    return out.getvalue()
