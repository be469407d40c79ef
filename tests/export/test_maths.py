from __future__ import annotations

from typing import Any

import pytest
from fixtures_print import SPAN, deck_of, note
from hypothesis import given, settings
from hypothesis import strategies as st

from cardwright.core.document import MathBlock
from cardwright.export.maths import LONGEST, formula_of
from cardwright.export.pdf import Pdf

DRAWN = [
    r"\frac{a}{b}+\sqrt[3]{x_i^2}",
    r"\sum_{i=1}^n \alpha_i \mathbf{x} \le \mathbb{R}",
    r"\begin{pmatrix}a&b\\c&d\end{pmatrix}",
    r"\begin{vmatrix}a&b\\c\end{vmatrix}",
    r"f(x)=\begin{cases}1 & x>0\\ 0\end{cases}",
    r"\begin{aligned}a&=b+c\\&=d\end{aligned}",
    r"\hat{x}\tilde{y}\bar z\overline{ab}\vec v\dot x\ddot y\check z\breve a\acute b\grave c\underline{d}",
    r"\left(\frac12\right)+\left[\frac{a}{b}\right.",
    r"\operatorname{lcm}(a,b) \quad \sin x \lim_{x\to 0} \max_i",
    r"\int_0^\infty e^{-x}\,dx \binom{n}{k} A\xrightarrow{f}B",
    r"\underbrace{a+b}_{n} \overbrace{c}^{m} \boxed{x=1} \cancel{x} \phantom{y}",
    r"P(A \mid B) \text{if } \mathrm{d}x \color{red}{x} \{1,2\}",
    r"\prod\nolimits_{i} x'' {}^{14}C",
]
REFUSED = [
    "",
    "x_{",
    r"\unknown{x}",
    r"\input{/etc/passwd}",
    "{" * 100 + "x" + "}" * 100,
    "x" * (LONGEST + 1),
    r"\frac{a}",
]


def kinds(node: dict[str, Any]) -> set[str]:
    inner = [*node.get("c", []), *(cell for row in node.get("r", []) for cell in row)]
    inner += [node[key] for key in ("b", "t") if key in node]
    return {node["k"]}.union(*(kinds(child) for child in inner))


def test_every_formula_is_drawn_as_one() -> None:
    notes = [note(f"Formula {at}?", MathBlock(tex, SPAN)) for at, tex in enumerate(DRAWN)]
    rendered = Pdf().render(deck_of(*notes))
    assert rendered.problems == ()


@pytest.mark.parametrize("tex", REFUSED)
def test_what_is_no_formula_is_left_to_its_source(tex: str) -> None:
    assert formula_of(tex) is None


@pytest.mark.parametrize(
    ("tex", "kind"),
    [
        (r"\frac{a}{b}", "frac"),
        (r"\sqrt{2}", "sqrt"),
        (r"\sqrt[3]{2}", "root"),
        (r"\begin{pmatrix}a\end{pmatrix}", "lr"),
        (r"\begin{aligned}a&=b\\c&=d\end{aligned}", "lines"),
        (r"\hat x", "accent"),
        (r"\binom{n}{k}", "over"),
        (r"\sin x", "name"),
        (r"\text{if}", "text"),
    ],
)
def test_forms(tex: str, kind: str) -> None:
    node = formula_of(tex)
    assert node is not None
    assert kind in kinds(node)


def test_text_in_a_formula_stays_text() -> None:
    assert formula_of(r"\text{#read(x)}") == {"k": "row", "c": [{"k": "row", "c": [{"k": "text", "s": "#read(x)"}]}]}


PIECES = (
    r"\frac \sqrt \left( \right) \begin{matrix} \end{matrix} { } _ ^ & \\ x 1 "
    r"\hat \sum \text + | # \overline \lim \cancel"
)
pieces = st.sampled_from([*PIECES.split(), " "])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(pieces, max_size=12).map("".join), min_size=1, max_size=8))
def test_any_formula_gives_a_pdf(formulas: list[str]) -> None:
    notes = [note("Formula?", MathBlock(tex, SPAN)) for tex in formulas]
    assert Pdf().render(deck_of(*notes)).data.startswith(b"%PDF")
