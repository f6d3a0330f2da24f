"""A reading and the day it was written on → an EDTF value (ISO 8601-2).

Nothing is invented: without a day of writing the year stays `XXXX`, and what only the text tells
("a day after") keeps its words.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from tui.facts.dates.reading import Reading
from tui.facts.dates.vocabulary import HOLIDAYS, PARTS, WEEKDAYS

_SEASON_STARTS = {"spring": (3, 21), "summer": (6, 22), "autumn": (9, 23), "winter": (12, 24)}
_EDGES = {"early": (0, 3), "mid": (3, 7), "late": (6, 10)}
"""Tenths of a period, from and before."""


def resolve(reading: Reading, anchor: date | None, future: bool = False) -> str | None:
    """The EDTF value, or `None` where the words alone have to stand.

    `future`: the sentence speaks of what is to come, so "Monday" is the next one.
    """
    if reading.words:
        return None
    try:
        if reading.until is not None:
            return _range(reading, anchor, future)
        value = _day(reading, anchor, future)
        if value is None and not reading.day:
            value = _period(reading, anchor, future)
    except (ValueError, OverflowError):
        return None  # "Feb. 30", a century of years ago before year 1
    return None if value is None else _timed(value, reading)


def _range(reading: Reading, anchor: date | None, future: bool) -> str | None:
    first, last = replace(reading, until=None), reading.until or reading
    if last.year and not first.year:
        first = replace(first, year=last.year)
    start, end = resolve(first, anchor, future), resolve(last, anchor, future)
    if start and end and first.month and not first.year and end[:4].isdigit():
        later = (first.month, first.day or 0) > (last.month or 12, last.day or 0)
        start = resolve(replace(first, year=int(end[:4]) - later), anchor, future)
    return f"{start.split('/')[0]}/{end.split('/')[-1]}" if start and end else None


def _day(reading: Reading, anchor: date | None, future: bool) -> str | None:
    """One day, where the words name one."""
    if reading.holiday:
        return _holiday(reading, anchor, future)
    if reading.month and reading.day:
        return _calendar_day(reading, anchor, future)
    if reading.weekday is not None:
        if anchor is None:
            return None
        back = (anchor.weekday() - reading.weekday) % 7
        if reading.shift == 1 or (future and reading.shift is None):
            return str(anchor + timedelta((7 - back) if back or reading.shift == 1 else 0))
        return str(anchor - timedelta(back or (7 if reading.shift == -1 else 0)))
    if reading.unit == "day" and reading.ago is not None:
        return str(anchor - timedelta(int(reading.ago))) if anchor else None
    return None


def _calendar_day(reading: Reading, anchor: date | None, future: bool) -> str | None:
    month, day = reading.month or 1, reading.day or 1
    if day > (29 if month == 2 else monthrange(2001, month)[1]):
        return None
    if reading.year:
        return str(date(reading.year, month, day))
    if anchor is None:
        return f"XXXX-{month:02}-{day:02}"
    near = [date(y, month, day) for y in (anchor.year - 1, anchor.year, anchor.year + 1) if _exists(y, month, day)]
    if reading.weekday is not None:
        near = [d for d in near if d.weekday() == reading.weekday] or near
    return str(min(near, key=lambda d: _distance((d - anchor).days, future))) if near else None


def _exists(year: int, month: int, day: int) -> bool:
    return day <= monthrange(year, month)[1]


def _distance(days: int, future: bool) -> int:
    """How far a day lies; news looks back, so days to come count four times over, unless the sentence looks ahead."""
    if future:
        return days if days >= 0 else -4 * days
    return -days if days <= 0 else 4 * days


def _holiday(reading: Reading, anchor: date | None, future: bool) -> str | None:
    when = HOLIDAYS[reading.holiday or ""]
    if reading.year:
        return str(when(reading.year))
    if anchor is None:
        fixed = {when(year) for year in (2019, 2020)}
        return f"XXXX-{min(fixed):%m-%d}" if len({(d.month, d.day) for d in fixed}) == 1 else None
    near = [when(anchor.year + n) for n in (-1, 0, 1)]
    return str(min(near, key=lambda d: _distance((d - anchor).days, future or reading.shift == 1)))


def _period(reading: Reading, anchor: date | None, future: bool) -> str | None:
    if reading.century is not None:
        first = 100 * (reading.century - 1)
        return _part_of_years(first, first + 99, reading.edge)
    if reading.decade is not None:
        return _part_of_years(reading.decade, reading.decade + 9, reading.edge)
    if reading.season or reading.quarter:
        return _quarter(reading, anchor)
    if reading.month:
        return _month(reading, anchor, future)
    if reading.year:
        return _edged_year(reading.year, reading.edge)
    if reading.unit and anchor:
        return _ago(reading, anchor) if reading.ago is not None else _shifted(reading, anchor)
    if reading.minute is not None and reading.weekday is None:
        return ""  # a time of day alone
    return None


def _part_of_years(first: int, last: int, edge: str | None) -> str:
    if edge is None:
        return f"{first:04}/{last:04}"
    length = last - first + 1
    start, end = _EDGES[edge]
    return f"{first + start * length // 10:04}/{first + max(end * length // 10 - 1, 0) + (edge == 'early'):04}"


def _edged_year(year: int, edge: str | None) -> str:
    if edge is None:
        return f"{year:04}"
    start, end = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[edge]
    return f"{year:04}-{start:02}/{year:04}-{end:02}"


def _quarter(reading: Reading, anchor: date | None) -> str | None:
    code = reading.season or 32 + (reading.quarter or 1)
    if reading.year:
        return f"{reading.year:04}-{code}"
    if anchor is None:
        return f"XXXX-{code}"
    begun = 3 * (code - 33) + 1 <= anchor.month if code > 32 else True
    return f"{anchor.year if begun else anchor.year - 1:04}-{code}"


def _month(reading: Reading, anchor: date | None, future: bool) -> str:
    month = reading.month or 1
    year = reading.year
    if year is None and anchor is not None:
        year = anchor.year
        if reading.shift == 1 or (future and reading.shift is None):
            year += month < anchor.month
        elif month > anchor.month or (reading.shift == -1 and month == anchor.month):
            year -= 1
        if reading.edge and not future and (anchor.month - month) % 12 > 8 and reading.shift is None:
            year += 1  # "mid-January" in a text of December lies ahead
    stem = f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"
    if not reading.edge:
        return stem
    last = monthrange(year or 2001, month)[1]
    start, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}[reading.edge]
    return f"{stem}-{start:02}/{stem}-{end:02}"


def _shifted(reading: Reading, anchor: date) -> str | None:
    unit, shift = reading.unit, reading.shift or 0
    if reading.rolling and unit in ("week", "month", "year"):
        back = {"week": 7, "month": 31, "year": 366}[unit]
        return f"{anchor - timedelta(back)}/{anchor}"
    if unit == "week":
        monday = anchor - timedelta(anchor.weekday() - 7 * shift)
        return f"{monday}/{monday + timedelta(6)}"
    if unit == "weekend":
        saturday = anchor - timedelta((anchor.weekday() - 5) % 7)
        if shift == 1:
            saturday += timedelta(7)
        return f"{saturday}/{saturday + timedelta(1)}"
    if unit == "month":
        months = 12 * anchor.year + anchor.month - 1 + shift
        return _month(Reading(months // 12, months % 12 + 1, edge=reading.edge), None, False)
    if unit == "quarter":
        quarters = 4 * anchor.year + (anchor.month - 1) // 3 + shift
        return f"{quarters // 4:04}-{33 + quarters % 4}"
    if unit == "year":
        return _edged_year(anchor.year + shift, reading.edge)
    if unit in ("decade", "century"):
        length = 10 if unit == "decade" else 100
        first = anchor.year // length * length + shift * length
        return f"{first:04}/{first + length - 1:04}"
    return _shifted_season(unit or "", shift, anchor)


def _shifted_season(unit: str, shift: int, anchor: date) -> str | None:
    if unit not in _SEASON_STARTS:
        return None
    month, code = _SEASON_STARTS[unit]
    year = anchor.year
    if shift == -1 and month + 2 >= anchor.month:
        year -= 1
    elif shift == 1 and month <= anchor.month:
        year += 1
    return f"{year:04}-{code}"


_DAYS = {"day": 1, "night": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def _ago(reading: Reading, anchor: date) -> str | None:
    """ "Two years ago" is that year; "more than a decade ago" all before that month."""
    unit, back = reading.unit or "", reading.ago or 0.0
    if unit in ("hour", "minute", "second"):
        return str(anchor)
    if unit in _DAYS:
        day = anchor - timedelta(round(back * _DAYS[unit]))
        return _bounded(str(day) if unit != "week" else f"{day - timedelta(3)}/{day + timedelta(3)}", reading.hedge)
    months = 12 * anchor.year + anchor.month - 1 - round(back * _MONTHS[unit])
    year, month = months // 12, months % 12 + 1
    if year < 1:
        return None
    if unit == "month" or reading.hedge in (">", "<"):
        return _bounded(f"{year:04}-{month:02}", reading.hedge)
    return f"{year:04}" + ("~" if reading.hedge == "~" or back >= 5 else "")


def _bounded(value: str, hedge: str | None) -> str:
    if hedge == ">":
        return f"../{value.split('/')[-1]}"
    if hedge == "<":
        return f"{value.split('/')[0]}/.."
    return value + "~" if hedge == "~" and "/" not in value else value


def _timed(value: str, reading: Reading) -> str | None:
    """The time of day behind the day; "T17:00" alone where no day is told."""
    if reading.minute is not None and "/" not in value:
        clock = f"T{reading.minute // 60:02}:{reading.minute % 60:02}{reading.zone or ''}"
        return value + clock + ("~" if reading.hedge == "~" else "")
    if reading.part and "/" not in value and value:
        edge, _, part = reading.part.rpartition(" ")
        start, end = PARTS[part]
        if edge and part not in ("early", "late"):
            middle = (start + end) // 2
            start, end = (start, middle + 1) if edge == "early" else (middle, end)
        return f"{value}T{start:02}:00/{value}T{min(end, 23):02}:{'00' if end < 24 else '59'}"
    return value or None


def weekday_words(reading: Reading) -> str | None:
    """ "Friday evening": how a weekday is kept where its date cannot be told."""
    if reading.weekday is None or reading.day is not None:
        return None
    clock = f"T{reading.minute // 60:02}:{reading.minute % 60:02}" if reading.minute is not None else ""
    return " ".join(word for word in (WEEKDAYS[reading.weekday], clock or reading.part) if word)
