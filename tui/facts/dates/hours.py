"""The time of day that a value tells, whatever its day: "T12:00~", "Sunday early afternoon", some hours of a day."""

from __future__ import annotations

from typing import NamedTuple

from tui.facts.dates.edtf import MINUTES, clock, stretch
from tui.facts.dates.vocabulary import PARTS, WEEKDAYS

_WIDER = {"early": (0, 8), "late": (18, 24), "night": (18, 29)}
"""Hours that reports mean by a part of the day: "early Friday" is the morning as well, a night ends after midnight."""


class Hours(NamedTuple):
    """Minutes of the day, from and to; a night may end behind 24 hours."""

    start: int
    end: int
    about: bool = False

    @property
    def is_clock(self) -> bool:
        return self.start == self.end

    def meets(self, other: Hours, slack: int) -> bool:
        """Whether both can be one time, `slack` minutes apart at most. Parts that only touch do not meet."""
        return any(
            self.start + shift < other.end + slack + _point(other)
            and other.start - slack < self.end + shift + _point(self)
            for shift in (-MINUTES, 0, MINUTES)
        )


def _point(hours: Hours) -> int:
    return 1 if hours.is_clock else 0


def time_of_day(value: str) -> Hours | None:
    """`None` where a value tells none, or more than a day."""
    minute = clock(value)
    if minute is not None:
        return Hours(minute, minute, value.endswith("~"))
    first, _, rest = value.partition(" ")
    if first in WEEKDAYS:
        return _part(rest)
    known = stretch(value)
    if known is None or "T" not in value or known.start is None or known.length >= MINUTES:
        return None
    start = known.start % MINUTES
    return Hours(start, start + int(known.length), known.about)


def _part(words: str) -> Hours | None:
    edge, _, part = words.rpartition(" ")
    if part not in PARTS:
        return None
    start, end = _WIDER.get(part, PARTS[part])
    middle = (start + end) // 2
    if edge == "early":
        end = middle
    elif edge == "late":
        start = middle
    return Hours(60 * start, 60 * end)
