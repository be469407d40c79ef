from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter

from cardwright.export.preferences import with_preferences
from cardwright.export.sheets import Edge

PLAIN = (
    b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
    b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n"
    b"trailer\n<</Size 3/Root 1 0 R>>\nstartxref\n101\n%%EOF"
)


@pytest.mark.parametrize(
    ("duplex", "name"), [("long", "/DuplexFlipLongEdge"), ("short", "/DuplexFlipShortEdge"), (None, "/Simplex")]
)
def test_preferences_are_appended(duplex: Edge | None, name: str) -> None:
    pdf = with_preferences(PLAIN, duplex=duplex)
    assert pdf.startswith(PLAIN)
    preferences: object = PdfReader(io.BytesIO(pdf), strict=True).root_object["/ViewerPreferences"]
    assert preferences == {"/PrintScaling": "/None", "/PickTrayByPDFSize": True, "/Duplex": name}


def test_what_stands_there_stays() -> None:
    pdf = PLAIN.replace(b"/Catalog", b"/Catalog/ViewerPreferences<</DisplayDocTitle true>>")
    preferences = PdfReader(io.BytesIO(with_preferences(pdf, duplex="long"))).root_object["/ViewerPreferences"]
    assert preferences["/DisplayDocTitle"]  # type: ignore[index]
    assert preferences["/PrintScaling"] == "/None"  # type: ignore[index]


def test_a_file_of_another_make_is_refused() -> None:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(out)
    assert with_preferences(out.getvalue(), duplex=None)
    with pytest.raises(ValueError, match="no plain trailer"):
        with_preferences(out.getvalue().replace(b"trailer", b"nothing"), duplex=None)
