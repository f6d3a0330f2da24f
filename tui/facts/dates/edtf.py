"""EDTF values → stretches of time that can be held against each other.

Reads the values that `tui.facts.dates.resolve` writes; anything else is no stretch.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from tui.frozen import dataclass

MINUTES = 24 * 60
_POINT = re.compile(
    r"(?P<year>[0-9]{4}|XXXX)(?:-(?P<month>[0-9]{2}))?(?:-(?P<day>[0-9]{2}))?"
    r"(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?(?P<about>~)?"
)
_CLOCK = re.compile(r"T([0-9]{2}):([0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})?(~)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_NO_YEAR = 2000
"""A leap year, so that every day of `XXXX` exists."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Minutes from `start` to before `end`; `None` is open."""

    start: int | None
    end: int | None
    about: bool = False
    yearless: bool = False
    """The year is not known: only months and days can be compared."""

    @property
    def length(self) -> float:
        return float("inf") if self.start is None or self.end is None else self.end - self.start

    def meets(self, other: Stretch) -> bool:
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )

    def moved(self, minutes: int) -> Stretch:
        return Stretch(
            None if self.start is None else self.start + minutes,
            None if self.end is None else self.end + minutes,
            self.about,
            self.yearless,
        )

    def widened(self, minutes: int) -> Stretch:
        return Stretch(
            None if self.start is None else self.start - minutes,
            None if self.end is None else self.end + minutes,
            self.about,
            self.yearless,
        )


@lru_cache(maxsize=4096)
def stretch(value: str) -> Stretch | None:
    """The time that a value covers; `None` for words and for a time of day without its day."""
    first, slash, last = value.partition("/")
    start = Stretch(None, None) if first == ".." else _point(first)
    if not slash:
        return None if first == ".." else start
    end = Stretch(None, None) if last == ".." else _point(last)
    if start is None or end is None:
        return None
    finish = end.end
    if "T" in last and end.start is not None:
        finish = end.start + 1
    return Stretch(start.start, finish, start.about or end.about, start.yearless or end.yearless)


def clock(value: str) -> int | None:
    """The minute of the day of a value that tells one."""
    found = _CLOCK.search(value)
    return 60 * int(found[1]) + int(found[2]) if found and "/" not in value else None


def yearless(value: Stretch) -> Stretch | None:
    """The same months and days in no year; `None` for what is open or longer than a year."""
    if value.yearless:
        return value
    if value.start is None or value.end is None or value.length > 366 * MINUTES:
        return None
    day = date.fromordinal(value.start // MINUTES)
    shift = MINUTES * (date(_NO_YEAR, day.month, day.day).toordinal() - day.toordinal())
    return Stretch(value.start + shift, value.end + shift, value.about, True)


def _point(text: str) -> Stretch | None:
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    blank = found["year"] == "XXXX"
    year = _NO_YEAR if blank else int(found["year"])
    try:
        days = _days(year, found["month"], found["day"])
    except ValueError:
        return None
    start, end = days[0] * MINUTES, days[1] * MINUTES
    about = bool(found["about"])
    if found["hour"]:
        start += 60 * int(found["hour"]) + int(found["minute"])
        end = start + 1
    return Stretch(start, end, about, blank)


def _days(year: int, month: str | None, day: str | None) -> tuple[int, int]:
    """The first day and the one after the last, as ordinals."""
    if month is None:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1
    number = int(month)
    if number in _SEASONS:
        first, last = _SEASONS[number]
        end = date(year + (last > 12), (last - 1) % 12 + 1, 1)
        return date(year, first, 1).toordinal(), end.toordinal() + monthrange(end.year, end.month)[1]
    if day is None:
        first_day = date(year, number, 1).toordinal()
        return first_day, first_day + monthrange(year, number)[1]
    one = date(year, number, int(day)).toordinal()
    return one, one + 1
