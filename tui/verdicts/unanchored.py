"""Dates of two articles whose day nobody tells: could they be one, whatever day it was?

Both texts tell one event, so they are taken to speak from about the same day; that day is tried out. It can
show that two dates fit together, and that they always do, but never that they conflict.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from tui.facts.dates.edtf import Stretch, stretch, yearless
from tui.facts.dates.joining import dates_in
from tui.facts.dates.resolve import resolve

_YEAR = re.compile(r"\b[12][0-9]{3}\b")
_A_DAY = re.compile(r"(?:day|night)\b(?! (?:after|before|earlier|later))", re.IGNORECASE)
_DAYS = tuple(date(2019, 1, 3) + timedelta(10 * n) for n in range(36))
"""Days all over a year, on all days of the week."""


@lru_cache(maxsize=512)
def possible(a: str, b: str) -> Literal["agree", "compatible"] | None:
    """What two values come to that are words, or of no year; `None` where they never meet or are unreadable."""
    met = same = tried = 0
    relative = "year" in a or "year" in b
    year = next((int(y) for value in (a, b) for y in _YEAR.findall(value) if relative), None)
    if year is None and (_YEAR.search(a) or _YEAR.search(b)):
        return None
    for day in _DAYS if year is None else [d.replace(year=y) for y in (year, year + 1) for d in _DAYS]:
        one, two = _on(a, day), _on(b, day)
        if one is None or two is None:
            return None
        if one.yearless or two.yearless:
            first, second = yearless(one), yearless(two)
            if first is None or second is None:
                return None
            one, two = first, second
        tried += 1
        met += one.meets(two)
        same += (one.start, one.end) == (two.start, two.end)
    seldom = met * 4 < tried
    if not met or (seldom and (_A_DAY.search(a) or _A_DAY.search(b))):
        return None  # a Tuesday and August meet, but seldom tell of one thing
    return "agree" if same == met and not seldom else "compatible"


@lru_cache(maxsize=2048)
def _on(value: str, day: date) -> Stretch | None:
    """The stretch of a value, read on a day."""
    known = stretch(value)
    if known is not None:
        return known
    found = dates_in(value[:1].upper() + value[1:])
    if len(found) != 1:
        return None
    resolved = resolve(found[0][2], day)
    return stretch(resolved) if resolved else None
