"""`dataclass` as the standard library has it, for frozen classes at a fifth of the cost.

The library writes and compiles six functions for each of them: 1 ms, and forty stand between start and first frame.
Here `__init__` alone is compiled; comparing, hashing, showing and refusing are the same functions for every class.
Type checkers see the library's own. Everything else (`order`, classes that may change) goes to it, too.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, **others):
        """The class with `__dataclass_fields__`, so that `replace`, `fields` and `asdict` take it."""

        def made(cls):
            if frozen and not others:
                return _frozen(cls, slots=slots)
            return dataclasses.dataclass(cls, frozen=frozen, slots=slots, **others)

        return made if cls is None else made(cls)

    def _frozen(cls, *, slots):
        cls.__doc__ = cls.__doc__ or cls.__name__  # else the library writes one, which takes half of its time
        cls = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=slots)
        cls.__init__ = _compiled_later(cls)
        cls.__eq__, cls.__hash__ = _compared(cls.__match_args__)
        cls.__repr__ = _repr
        cls.__setattr__, cls.__delattr__ = _set, _delete
        if slots:
            cls.__getstate__, cls.__setstate__ = _values, _restore
        return cls


def _compiled_later(cls: type) -> object:
    """`__init__` that makes way for the compiled one when it is first called: a start needs half of the classes."""

    def first(self: object, *values: object, **named: object) -> None:
        made = _init(cls)
        cls.__init__ = made  # type: ignore[misc]
        made(self, *values, **named)

    return first


def _init(cls: type) -> Callable[..., None]:
    """Compiled, as it is called for each link, edit and row."""
    names: dict[str, object] = {"_assign": object.__setattr__, "_new": dataclasses.MISSING}
    parameters, lines = ["self"], []
    for field in dataclasses.fields(cls):
        name, value = field.name, field.name
        if field.default is not dataclasses.MISSING:
            names[f"_of_{name}"] = field.default
            parameters.append(f"{name}=_of_{name}")
        elif field.default_factory is not dataclasses.MISSING:
            names[f"_of_{name}"] = field.default_factory
            parameters.append(f"{name}=_new")
            value = f"_of_{name}() if {name} is _new else {name}"
        else:
            parameters.append(name)
        lines.append(f" _assign(self, {name!r}, {value})")
    made: dict[str, object] = {}
    exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines or [" pass"]), names, made)  # noqa: S102 - names of fields
    return made["__init__"]  # type: ignore[return-value]


def _values(self: object) -> tuple[object, ...]:
    return tuple([getattr(self, name) for name in type(self).__match_args__])  # type: ignore[attr-defined]


def _restore(self: object, values: tuple[object, ...]) -> None:
    """Unpickled, a class with slots has no other way to its values."""
    for name, value in zip(type(self).__match_args__, values, strict=True):  # type: ignore[attr-defined]
        object.__setattr__(self, name, value)


def _compared(names: tuple[str, ...]) -> tuple[Callable[[object, object], bool], Callable[[object], int]]:
    """Whether two are equal, and a hash, each by the values of all fields."""
    values = attrgetter(*names) if names else type

    def eq(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return eq, lambda self: hash(values(self))


def _repr(self: object) -> str:
    shown = [f"{name}={getattr(self, name)!r}" for name in type(self).__match_args__]  # type: ignore[attr-defined]
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _set(self: object, name: str, value: object) -> None:  # noqa: ARG001 - the form that Python calls
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: object, name: str) -> None:  # noqa: ARG001
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
