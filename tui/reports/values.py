"""A fact's normalised value as a reader writes it: `2017-36` as `Oct–Dec 2017`, `>=9 people` as `at least 9 people`.

For eyes alone: JSON and CSV keep the values as they are, and nothing reads these words back. A value that has no such
form, as names and quotes have none, is shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.facts import FactType
from tui.reports.naming import MONTHS
from tui.safe import safe_line

_POINT = re.compile(
    r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?:T(?P<clock>\d{2}:\d{2})(?P<zone>Z|[+-]\d{2}:\d{2})?)?(?P<about>~)?"
)
_CLOCK = re.compile(r"\bT(?P<clock>\d{2}:\d{2})(?P<zone>Z|[+-]\d{2}:\d{2})?(?P<about>~)?\Z")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_QUARTERS = {33: "Jan–Mar", 34: "Apr–Jun", 35: "Jul–Sep", 36: "Oct–Dec"}
_AMOUNT = re.compile(
    r"(?P<bound>~<|~|>=|>|<=|<)?(?P<low>\d{1,30}(?:\.\d+)?)(?:/(?P<high>\d{1,30}(?:\.\d+)?))?(?P<unit> .+)?",
    re.DOTALL,
)
"""A number with more digits is nobody's; it may be more than Python takes for one, and is shown as it is."""
_BOUNDS = {"~": "about ", "~<": "nearly ", ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most "}
_MAGNITUDES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def in_words(of: FactType, value: str) -> str:
    """The value of a mention of a fact of this type, safe to show."""
    if of == "date":
        return safe_line(_date(value))
    if of in ("quantity", "age"):
        return safe_line(_amount(value))
    return safe_line(value)


def fullest(values: Iterable[str]) -> list[str]:
    """Without those that another one only goes on from: `at least 9` beside `at least 9 people`."""
    said = list(dict.fromkeys(values))
    return [value for value in said if not any(other.startswith(f"{value} ") for other in said)]


def _date(value: str) -> str:
    first, slash, last = value.partition("/")
    if not slash:
        return _when(value)
    if first == "..":
        return f"until {_when(last)}"
    if last == "..":
        return f"from {_when(first)} on"
    start, end = _when(first), _when(last)
    if "," in start and start.partition(",")[0] == end.partition(",")[0]:
        return f"{start}–{end.partition(',')[2].strip()}"  # hours of one day
    words, others = start.split(), end.split()
    while len(words) == len(others) > 1 and words[-1] == others[-1]:
        words, others = words[:-1], others[:-1]
    between = "–" if len(words) == len(others) == 1 else " – "
    return between.join((" ".join(words), end))


def _when(point: str) -> str:
    found = _POINT.fullmatch(point)
    if found is None:
        return _CLOCK.sub(_hour, point).strip()
    year, month = "" if found["year"] == "XXXX" else found["year"], int(found["month"] or 0)
    named = MONTHS[month - 1] if 1 <= month <= 12 else _SEASONS.get(month) or _QUARTERS.get(month)
    if month and named is None:
        return point
    words = [str(int(found["day"])) if found["day"] else "", named or "", year]
    about = "about " if found["about"] else ""
    clock = f", {_hour(found)}" if found["clock"] else ""
    return f"{'' if clock else about}{' '.join(filter(None, words))}{clock}" or point


def _hour(found: re.Match[str]) -> str:
    zone = found["zone"] or ""
    return f"{'about ' if found['about'] else ''}{found['clock']}{f' UTC{zone.removeprefix(chr(90))}' if zone else ''}"


def _amount(value: str) -> str:
    found = _AMOUNT.fullmatch(value)
    if found is None:
        return value
    number = _number(found["low"]) + (f"–{_number(found['high'])}" if found["high"] else "")
    unit = found["unit"] or ""
    return f"{_BOUNDS.get(found['bound'] or '', '')}{number}{'%' if unit == ' %' else unit}"


def _number(digits: str) -> str:
    whole, _, part = digits.partition(".")
    for size, name in _MAGNITUDES:
        if not part and int(whole) >= size and int(whole) % (size // 1000) == 0:
            return f"{int(whole) / size:.3f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{int(whole):,}" + (f".{part}" if part else "")
