"""What a PDF asks of the print dialog: true size, the right duplex edge."""

from __future__ import annotations

import io

from cardwright.export.sheets import Edge


def with_preferences(pdf: bytes, *, duplex: Edge | None) -> bytes:
    """Give the PDF with its print preferences: no scaling, paper by the page's size, duplex by edge (None: one side)."""
    import pikepdf  # noqa: PLC0415 - 60 ms, for sheets only

    with pikepdf.open(io.BytesIO(pdf)) as document:
        flip = {"long": "/DuplexFlipLongEdge", "short": "/DuplexFlipShortEdge", None: "/Simplex"}[duplex]
        preferences = document.Root.get("/ViewerPreferences", pikepdf.Dictionary())
        preferences["/PrintScaling"] = pikepdf.Name("/None")
        preferences["/Duplex"] = pikepdf.Name(flip)
        preferences["/PickTrayByPDFSize"] = True
        preferences["/DisplayDocTitle"] = True
        document.Root["/ViewerPreferences"] = preferences
        out = io.BytesIO()
        document.save(out, deterministic_id=True)
    return out.getvalue()
