"""The decorator of the records: frozen dataclasses with slots, made in a tenth of the time.

The standard one writes and compiles nine methods for each class, 0.5 ms; a short run meets eighty records. Here all
records share their methods, and only `__init__` is compiled, when it is first called. What else a dataclass does they
do: `replace`, `fields`, `asdict`, `is_dataclass`, pickles, equality, hashes, patterns and `repr`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import field
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, order: bool = False) -> Callable[[type], type]:
        """Make a class a record; the parameters are those of the standard decorator."""
        if not (frozen and slots):
            raise TypeError("a record is frozen and has slots")
        return _ordered if order else _made


def _made(plain: type) -> type:
    """Give a class with slots for the annotated names, and the methods of a record where it has none of its own."""
    own = dict(vars(plain))
    names = tuple(own.pop("__annotations__", ()))
    defaults = {name: own.pop(name) for name in names if name in own}
    compared = [name for name in names if getattr(defaults.get(name), "compare", True)]
    for slot in ("__dict__", "__weakref__"):
        own.pop(slot, None)
    body = {**_METHODS, **own, "__slots__": names, "__match_args__": _given(names, defaults)}
    body["_compared"] = staticmethod(attrgetter(*compared) if compared else lambda _: ())
    made = type(plain.__name__, plain.__bases__, body)
    made.__qualname__ = plain.__qualname__
    made.__annotations__ = plain.__annotations__
    made.__dataclass_fields__ = _Fields(plain.__annotations__, defaults)  # type: ignore[attr-defined]
    if "__init__" not in own:
        made.__init__ = _first(made, defaults)  # type: ignore[misc]
    return made


def _given(names: tuple[str, ...], defaults: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the names that `__init__` takes."""
    return tuple(name for name in names if getattr(defaults.get(name), "init", True))


class _Fields:
    """Gives the fields as `dataclasses` wants them, once somebody asks: a run without `replace` never does."""

    def __init__(self, annotations: Mapping[str, Any], defaults: Mapping[str, Any]) -> None:
        self._body = {"__annotations__": annotations, **defaults}

    def __get__(self, instance: object, owner: type) -> Mapping[str, dataclasses.Field[Any]]:
        body = {**self._body, "__module__": owner.__module__, "__doc__": owner.__doc__ or owner.__name__}
        twin: type = type(owner.__name__, (), body)
        standard: type = dataclasses.dataclass(init=False, repr=False, eq=False)(twin)
        fields: Mapping[str, dataclasses.Field[Any]] = vars(standard)["__dataclass_fields__"]
        owner.__dataclass_fields__ = fields  # type: ignore[attr-defined]
        return fields


def _first(made: type, defaults: Mapping[str, Any]) -> Callable[..., None]:
    """Give an `__init__` that compiles the true one, puts it into its own place and goes on with it."""

    def __init__(self: object, *values: Any, **named: Any) -> None:  # noqa: N807 - it stands for that method
        made.__init__ = _compiled(made, defaults)  # type: ignore[misc]
        made.__init__(self, *values, **named)  # type: ignore[misc]

    return __init__


def _compiled(made: type, defaults: Mapping[str, Any]) -> Callable[..., None]:
    """Write the `__init__` of a record and compile it."""
    scope: dict[str, Any] = {"missing": dataclasses.MISSING}
    parameters, lines = ["self"], []
    for name in _given(made.__slots__, defaults):  # type: ignore[attr-defined]
        scope[f"set_{name}"] = vars(made)[name].__set__  # what a slot is set by where the class forbids it
        default = defaults.get(name, dataclasses.MISSING)
        value = name
        if isinstance(default, dataclasses.Field):
            scope[f"new_{name}"] = default.default_factory
            value = f"new_{name}() if {name} is missing else {name}"
            default = default.default
            required = scope[f"new_{name}"] is dataclasses.MISSING and default is dataclasses.MISSING
        else:
            required = default is dataclasses.MISSING
        scope[f"default_{name}"] = default
        parameters.append(name if required else f"{name}=default_{name}")
        lines.append(f"    set_{name}(self, {value})\n")
    if hasattr(made, "__post_init__"):
        lines.append("    self.__post_init__()\n")
    source = f"def __init__({', '.join(parameters)}):\n{''.join(lines) or '    pass'}"
    # compiled by itself, for an interrupt within `exec` of a text ends Python by that signal whoever catches it
    exec(compile(source, "<record>", "exec"), scope)  # noqa: S102 - our own text
    compiled: Callable[..., None] = scope["__init__"]
    compiled.__qualname__ = f"{made.__qualname__}.__init__"
    return compiled


def _repr(self: Any) -> str:
    shown = [f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr]
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _eq(self: Any, other: Any) -> bool:
    return self._compared(self) == self._compared(other) if type(other) is type(self) else NotImplemented


def _lt(self: Any, other: Any) -> bool:
    return self._compared(self) < self._compared(other) if type(other) is type(self) else NotImplemented


def _le(self: Any, other: Any) -> bool:
    return self._compared(self) <= self._compared(other) if type(other) is type(self) else NotImplemented


def _gt(self: Any, other: Any) -> bool:
    return self._compared(self) > self._compared(other) if type(other) is type(self) else NotImplemented


def _ge(self: Any, other: Any) -> bool:
    return self._compared(self) >= self._compared(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._compared(self))


def _setattr(self: Any, name: str, value: object) -> None:
    del self, value
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: Any, name: str) -> None:
    del self
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__slots__]


def _setstate(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)


_METHODS = {
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _setattr,
    "__delattr__": _delattr,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}


def _ordered(plain: type) -> type:
    made = _made(plain)
    for name, method in (("__lt__", _lt), ("__le__", _le), ("__gt__", _gt), ("__ge__", _ge)):
        setattr(made, name, method)
    return made
