"""The words that dates are made of: months, weekdays, parts of the day, seasons, holidays, time zones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Mar\."
    r"|(?:Jan|Feb|Apr|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?![A-Za-z])"
)
MONTH_WORDS = frozenset(name.title() for name in MONTHS)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![A-Za-z])"
WEEKDAY_WORDS = frozenset(WEEKDAYS)

PARTS = {"morning": (6, 12), "noon": (12, 12), "afternoon": (12, 18), "evening": (18, 22), "night": (20, 24),
         "early": (0, 6), "late": (20, 24), "lunchtime": (12, 14), "dawn": (5, 7), "dusk": (18, 21)}  # fmt: skip
"""Hours of the day, from and to."""

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""The codes of EDTF."""

ZONES = {"gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00",
         "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
         "jst": "+09:00", "ist": "+05:30", "aest": "+10:00", "aedt": "+11:00"}  # fmt: skip
"""Zones that name one offset; "ET" or "local time" name none and leave the time as it is."""


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm as J. Meeus gives it)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, n: int) -> Callable[[int], date]:
    """The n-th weekday of a month (0 is Monday); -1 for the last."""

    def day(year: int) -> date:
        if n > 0:
            first = date(year, month, 1)
            return first + timedelta((weekday - first.weekday()) % 7 + 7 * (n - 1))
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)

    return day


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days)


def _black_friday(year: int) -> date:
    return _nth(11, 3, 4)(year) + timedelta(1)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "christmas eve": _fixed(12, 24), "christmas day": _fixed(12, 25), "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26), "new year's eve": _fixed(12, 31), "new year's day": _fixed(1, 1),
    "valentine's day": _fixed(2, 14), "st patrick's day": _fixed(3, 17), "st. patrick's day": _fixed(3, 17),
    "halloween": _fixed(10, 31), "fourth of july": _fixed(7, 4),
    "veterans day": _fixed(11, 11), "armistice day": _fixed(11, 11), "bastille day": _fixed(7, 14),
    "good friday": _from_easter(-2), "easter sunday": _from_easter(0), "easter monday": _from_easter(1),
    "palm sunday": _from_easter(-7), "ash wednesday": _from_easter(-46), "easter": _from_easter(0),
    "thanksgiving day": _nth(11, 3, 4), "thanksgiving": _nth(11, 3, 4), "black friday": _black_friday,
    "labor day": _nth(9, 0, 1), "memorial day": _nth(5, 0, -1), "presidents day": _nth(2, 0, 3),
    "martin luther king jr. day": _nth(1, 0, 3), "martin luther king day": _nth(1, 0, 3),
    "columbus day": _nth(10, 0, 2), "juneteenth": _fixed(6, 19), "may day": _fixed(5, 1),
}  # fmt: skip
