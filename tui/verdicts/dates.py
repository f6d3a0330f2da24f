"""Dates of two tellings held against each other: a date is comparable only with what happened then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf

from tui.facts.dates.edtf import MINUTES, Stretch, clock, stretch, yearless
from tui.facts.dates.hours import time_of_day
from tui.facts.dates.vocabulary import WEEKDAYS
from tui.facts.fact import Fact
from tui.verdicts.differing_dates import differing
from tui.verdicts.matching import Bars, Judge, Reason, Relation, match
from tui.verdicts.phrasing import occasion, quoted, superseded
from tui.verdicts.scene import LINKED, NEAREST, Scene
from tui.verdicts.titles import title
from tui.verdicts.unanchored import possible
from tui.verdicts.verdict import ComparedFact, Ground

BARS = Bars(agree=0.2, compatible=0.32, conflict=0.5)
CLOCKS = 0.25
"""Two stories of one event that both tell a time to the minute likely tell of the same moment."""
_LONG = 300 * MINUTES
_NEAR = 30  # minutes that "around" allows
_PART_SLACK = 60  # minutes by which a clock may miss a part of the day
_DAY_WORDS = re.compile(r"(?:earlier|later) (?:in the|that|on the same) day|(?:that|the) same day")


def weigh_dates(ground: Ground, facts_a: Sequence[Fact], facts_b: Sequence[Fact]) -> list[ComparedFact]:
    """The dates of both sides, each in one compared fact."""
    scene = Scene(ground)
    old = superseded(ground, facts_a, facts_b)

    def related(one: Fact, two: Fact) -> Relation | None:
        if id(one) in old or id(two) in old:
            return None
        a, b = one.mentions[0], two.mentions[0]
        found = relate(a.value, b.value)
        return differing(scene, a, b) if found == "conflict" else found

    def likeness(one: Fact, two: Fact) -> float:
        a, b = one.mentions[0], two.mentions[0]
        clocks = clock(a.value) is not None and clock(b.value) is not None
        same = scene.same_action(a, b)
        if same < NEAREST and _far_apart(a.value, b.value):
            return 0.0
        alike = scene.likeness(a, b)
        if alike - LINKED < BARS.agree and scene.of_other_actions(a, b):
            return alike - LINKED  # that their sentences are linked does not make one day of two
        return alike + same + (CLOCKS if clocks else 0.0)

    def explain(relation: Relation, one: Fact, two: Fact) -> Reason:
        what = occasion(scene, one, two)
        a, b = quoted(one), quoted(two)
        if relation == "conflict":
            rule = f"{a} against {b}: two different {_grain(one, two)} for {what}"
        elif relation == "compatible":
            rule = f"{a} and {b}: one covers the other, for {what}"
        else:
            rule = f"{a} and {b}: the same {_grain(one, two).removesuffix('s')} for {what}"
        return Reason(relation, title(scene, one, two), rule)

    return match(scene, facts_a, facts_b, Judge(related, likeness, together, explain), BARS)


def together(one: Fact, two: Fact) -> bool:
    """Whether one article can say both of one thing: neither against the other, nor years beside a day."""
    a, b = one.mentions[0].value, two.mentions[0].value
    if (stretch(a) is None) != (stretch(b) is None) and not (_is_a_day(a) or _is_a_day(b)):
        return False  # "today" beside "in November": what they share is chance
    return relate(a, b) in ("agree", "compatible") and not _far_apart(a, b)


def _far_apart(a: str, b: str) -> bool:
    """A day or a month and a year or more: they may meet, but seldom tell of one thing."""
    one, two = stretch(a), stretch(b)
    lengths = sorted(s.length for s in (one, two) if s)
    if not lengths or lengths[-1] == inf:
        return False
    if len(lengths) == 1 and _plain(a) != _plain(b):
        return lengths[0] >= _LONG and not any("year" in value for value in (a, b))
    return lengths[-1] >= _LONG and lengths[0] <= 31 * MINUTES


def relate(a: str, b: str) -> Relation | None:
    """What two EDTF values of one occasion come to; words compare as words."""
    if a == b:
        return "agree"
    one, two = stretch(a), stretch(b)
    if one is None or two is None:
        return _times(a, b) or _words(a, b)
    if one.yearless or two.yearless:
        first, second = yearless(one), yearless(two)
        if first is None or second is None:
            return "compatible" if one.length >= _LONG or two.length >= _LONG else None
        one, two = first, second
    return _stretches(one, two)


def _stretches(one: Stretch, two: Stretch) -> Relation | None:
    """A year against a day is no conflict: too seldom are both said of one thing."""
    if (one.start, one.end) == (two.start, two.end):
        return "agree"
    if one.meets(two):
        return "compatible"
    if one.about or two.about:
        slack = _NEAR if max(one.length, two.length) <= 1 else int(min(one.length, two.length, 400 * MINUTES))
        if one.widened(slack).meets(two):
            return "compatible"
    if (
        one.length <= 1
        and two.length <= 1
        and one.start is not None
        and two.start is not None
        and abs(one.start - two.start) <= 10
    ):
        return "compatible"  # clocks of two reports a few minutes apart
    longer, shorter = max(one.length, two.length), min(one.length, two.length)
    comparable = longer <= 31 * shorter or (longer == inf and shorter >= 28 * MINUTES)
    return "conflict" if comparable or (shorter <= 1 and longer <= 12 * 60) else None


def _words(a: str, b: str) -> Relation | None:
    """Weekdays and times whose date nobody tells."""
    day_a, day_b = _weekday(a)[0], _weekday(b)[0]
    if day_a and day_b:
        return "conflict" if day_a != day_b else "compatible"
    if any(_DAY_WORDS.fullmatch(one) and _is_a_day(two) for one, two in ((a, b), (b, a))):
        return "compatible"
    plain_a, plain_b = _plain(a), _plain(b)
    return "agree" if plain_a and plain_a == plain_b else possible(a, b)


def _times(a: str, b: str) -> Relation | None:
    """Two times of day of one weekday, or where one names no day: "noon" and "Sunday afternoon"; else `None`."""
    day_a, day_b = _weekday(a)[0], _weekday(b)[0]
    one, two = time_of_day(a), time_of_day(b)
    if one is None or two is None or (day_a and day_b and day_a != day_b):
        return None
    if one == two:
        return "agree" if day_a == day_b else "compatible"
    slack = 10 if one.is_clock and two.is_clock else _PART_SLACK if one.is_clock or two.is_clock else 0
    return "compatible" if one.meets(two, slack + _NEAR * (one.about or two.about)) else "conflict"


def _is_a_day(value: str) -> bool:
    """Whether a value tells one day or a part of it."""
    known = stretch(value)
    return known.length <= MINUTES if known else bool(_weekday(value)[0] or _DAY_WORDS.fullmatch(value))


def _weekday(value: str) -> tuple[str, str]:
    first, _, rest = value.partition(" ")
    return (first, rest) if first in WEEKDAYS else ("", "")


def _plain(value: str) -> str:
    """Words without what says no more: "just a day before" and "a day earlier"."""
    dropped = {"just", "only", "the", "about", "some", "around"}
    same = {"before": "earlier", "after": "later", "one": "a"}
    return " ".join(same.get(word, word) for word in value.split() if word not in dropped)


def _grain(one: Fact, two: Fact) -> str:
    """Years, months, days or times: the finer of what both tell."""
    sizes = [s.length for f in (one, two) if (s := stretch(f.mentions[0].value))]
    if len(sizes) < 2:
        return "dates"
    widest = max(sizes)
    for limit, name in ((1, "times"), (MINUTES, "days"), (31 * MINUTES, "months"), (366 * MINUTES, "years")):
        if widest <= limit:
            return name if min(sizes) * 8 > widest or name in ("times", "days") else "dates"
    return "dates"
