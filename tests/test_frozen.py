"""Our frozen classes do what the standard library's do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from tui.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Slotted:
    a: int
    b: tuple[str, ...] = ()
    c: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Open:
    a: int
    b: str = "b"


@dataclass(frozen=True)
class Wider(Open):
    c: int = 3


def test_it_is_made_by_place_and_by_name_and_with_defaults() -> None:
    assert (Slotted(1).a, Slotted(1).b, Slotted(1).c) == (1, (), [])
    assert Slotted(b=("x",), a=2) == Slotted(2, ("x",))
    assert Slotted(1).c is not Slotted(1).c
    assert (Wider(1).b, Wider(1, c=4).c) == ("b", 4)
    with pytest.raises(TypeError):
        Slotted()  # type: ignore[call-arg]


def test_the_same_values_are_equal_and_hash_alike_in_one_class_alone() -> None:
    assert Open(1) == Open(1) != Open(2)
    assert len({Open(1), Open(1), Open(2)}) == 2
    assert Open(1) != Wider(1)
    assert Open(1) != object()


@pytest.mark.parametrize("one", [Slotted(1, ("x",), [3]), Open(1), Wider(1)], ids=["slots", "open", "wider"])
def test_it_is_shown_copied_and_pickled_as_the_library_does(one: Slotted | Open) -> None:
    names = [f.name for f in fields(one)]
    assert repr(one) == f"{type(one).__name__}({', '.join(f'{name}={getattr(one, name)!r}' for name in names)})"
    assert copy.copy(one) == pickle.loads(pickle.dumps(one)) == replace(one) == one  # noqa: S301 - our own
    assert list(dataclasses.asdict(one)) == names


@pytest.mark.parametrize("one", [Slotted(1), Open(1)], ids=["slots", "open"])
def test_nothing_of_it_changes(one: Slotted | Open) -> None:
    for name in ("a", "b", "other"):
        with pytest.raises(FrozenInstanceError):
            setattr(one, name, 1)
    with pytest.raises(FrozenInstanceError):
        del one.a
    assert replace(one, a=5).a == 5
    assert one.a == 1


def test_what_may_change_is_the_librarys_own() -> None:
    @dataclass
    class Loose:
        a: int

    loose = Loose(1)
    loose.a = 2
    assert loose == Loose(2)
