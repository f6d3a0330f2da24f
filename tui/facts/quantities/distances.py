"""Measures that stand twice, in two units, and distances with where they lead.

"100 km (60 miles) to the north" is one measure, and "to the north" says what it is of. A conversion that is wrong by
more than rounding is left as two measures: the reader should see it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.facts.fact import Fact
from tui.facts.quantities.value import parse

FAR = 90
"""Code points behind a distance in which its direction stands."""
_ROUNDED = 0.1
"""What rounding may add or take: 100 km are 62 miles, and "60 miles" to a newspaper."""
_OPENS = re.compile(r"\s?[(/]\s?|,?\sor\s")
_POINT = r"(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west)(?:ern)?"
_DIRECTION = re.compile(
    rf"(?:\s?\([^()]{{1,30}}\))?\s(?P<where>(?:to\sthe\s)?{_POINT}\b"
    r"(?:\sof\s(?:the\s)?(?:[a-z]{1,14}\sof\s)?[A-Z][\w'-]{1,20}(?:\s[A-Z][\w'-]{1,20})?)?"
    r"|off\s(?:the\s)?[A-Z][\w'-]{1,20})"
)


def direction(behind: str) -> str:
    """Where a distance leads, by the flat text behind it: "north of Vik", "to the south"; else ""."""
    found = _DIRECTION.match(behind)
    return found["where"] if found else ""


def with_conversions(facts: Sequence[Fact], text: str) -> list[Fact]:
    """The quantities with those joined that give one measure in two units. `text` is flat."""
    joined: list[Fact] = []
    for fact in facts:
        if joined and _is_conversion(joined[-1], fact, text):
            joined[-1] = replace(joined[-1], mentions=(*joined[-1].mentions, *fact.mentions))
        else:
            joined.append(fact)
    return joined


def _is_conversion(one: Fact, two: Fact, text: str) -> bool:
    first, second = one.mentions[-1], two.mentions[0]
    if second.start - first.end > 5 or not _OPENS.fullmatch(text, first.end, second.start):
        return False
    a, b = parse(first.value), parse(second.value)
    if a is None or b is None or a.dimension != b.dimension or a.dimension in ("", "time") or a.unit == b.unit:
        return False
    low, high = sorted((replace(a, bound="").interval[0], replace(b, bound="").interval[0]))
    return high - low <= _ROUNDED * high
