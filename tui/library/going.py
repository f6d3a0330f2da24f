"""Long acts tell how far they have come and stop when asked to: of one that stopped nothing stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

STEP = 2000
"""Things between two looks: 0.05 s."""
Going = Callable[[float], bool]
"""Gets the share of an act that is done, 0 to 1, and answers whether to go on. Called inside a transaction: it must
wait for nobody."""


class Stopped(Exception):
    """An act was stopped half-way: nothing was changed."""


def on(_share: float) -> bool:
    """Goes on to the end."""
    return True


def in_steps(things: Sequence[T], going: Going) -> Iterator[Sequence[T]]:
    """All of the things, some at a time. Raises `Stopped`."""
    for start in range(0, len(things), STEP):
        if not going(start / len(things)):
            raise Stopped
        yield things[start : start + STEP]
