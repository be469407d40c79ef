import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from cardwright.core import record
from cardwright.core.document import Article, Inline, Text
from cardwright.core.span import Span


def _point(decorator: Any, field: Any) -> Any:
    class Point:
        """A record with every kind of field that the code knows."""

        x: int
        name: str = "none"
        told: list[str] = field(default_factory=list, compare=False)
        hidden: bytes = field(default=b"", repr=False)

        @property
        def double(self) -> int:
            return self.x * 2

    Point.__qualname__ = "Point"
    return decorator(frozen=True, slots=True)(Point)


STANDARD = _point(dataclasses.dataclass, dataclasses.field)
OURS = _point(record.dataclass, record.field)


@pytest.mark.parametrize(
    "seen",
    [
        lambda made: repr(made(1, hidden=b"x")),
        lambda made: made(1) == made(1, told=["other"]),
        lambda made: made(1) == made(2),
        lambda made: made(1) == "1",
        lambda made: hash(made(1, told=["a"])) == hash(made(1)),
        lambda made: made(3).double,
        lambda made: repr(dataclasses.replace(made(1), name="new", told=["a"])),
        lambda made: dataclasses.asdict(made(1, "a", ["b"])),
        lambda made: [(f.name, f.type, f.repr, f.compare, f.init) for f in dataclasses.fields(made)],
        lambda made: dataclasses.is_dataclass(made(1)),
        lambda made: made.__match_args__,
        lambda made: made.__slots__,
        lambda made: hasattr(made(1), "__dict__"),
        lambda made: made(1).told is made(1).told,
    ],
)
def test_a_record_is_what_a_standard_one_is(seen: Callable[[Any], object]) -> None:
    assert seen(OURS) == seen(STANDARD)


@pytest.mark.parametrize("made", [STANDARD, OURS])
def test_a_record_takes_what_a_standard_one_takes(made: Any) -> None:
    for values, named in (((), {}), ((1,), {"other": 2}), ((1, "", [], b"", 5), {})):
        with pytest.raises(TypeError):
            made(*values, **named)
    one = made(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'x'"):
        one.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'x'"):
        del one.x


def test_records_go_through_a_pickle() -> None:
    text = Text((Inline("a", 1, 1), Inline("b", 2, 2, frozenset({"strong"}))))
    article = Article("a.md", "a", "A", (), meta={"x": 1})
    for one in (text, article, Span("a.md", 1, 2)):
        again = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own
        assert again == one
    assert pickle.loads(pickle.dumps(text)).plain == "ab"  # noqa: S301 - our own


def test_spans_have_an_order() -> None:
    first, second = Span("a.md", 1, 2), Span("a.md", 2, 2)
    assert first < second
    assert first <= second
    assert second > first
    assert second >= first
    assert sorted([second, first]) == [first, second]


def test_a_record_that_could_change_is_refused() -> None:
    with pytest.raises(TypeError, match="frozen"):
        record.dataclass(frozen=False, slots=True)
