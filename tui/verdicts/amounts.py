"""Two amounts held against each other: the same, rounded, open to one side, or two different ones.

What they count is not asked here.
"""

from __future__ import annotations

import re
from math import floor, inf, log10

from tui.facts.fact import Fact
from tui.facts.numbers import plain
from tui.facts.quantities.value import Amount, parse
from tui.verdicts.matching import Relation

_A_YEAR = {"years", "season"}
""" "Played a year" and "played one season"."""
_LIFE = re.compile(r"\A([0-9.]+) (\w+) to life")


def relate(a: str, b: str) -> Relation | None:
    """What two values come to if they count one thing; `None` where they measure different things."""
    if a == b:
        return "agree"
    one, two = parse(a), parse(b)
    if one is None or two is None:
        life_a, life_b = _LIFE.fullmatch(a), _LIFE.fullmatch(b)
        return "conflict" if life_a and life_b else None
    if one.dimension != two.dimension:
        return "compatible" if one.low == two.low == 1 and {one.unit, two.unit} == _A_YEAR else None
    if is_same(one, two):
        return "compatible" if _open(one) != _open(two) else "agree"
    if _is_rounded(one, two):
        return "agree"
    (low_a, high_a), (low_b, high_b) = one.interval, two.interval
    if one.dimension and (_open(one) or _open(two)) and not _is_near(one, two):
        return None  # "over 10 percent" does not stand for 45.8
    if low_a <= high_b and low_b <= high_a:
        return "compatible"
    return "compatible" if _is_cut(one, two) else "conflict"


def both_open(one: Fact, two: Fact) -> bool:
    """ "More than 30" and "at least 20", "up to 100 knots" and "up to 100 mph": neither is vaguer."""
    a, b = parse(one.mentions[0].value), parse(two.mentions[0].value)
    return a is not None and b is not None and _open(a)[:1] == _open(b)[:1] != ""


def as_printed(one: Fact, two: Fact) -> bool:
    """Whether both print one number of one unit, whatever noun they count by."""
    a, b = parse(one.mentions[0].value), parse(two.mentions[0].value)
    if a is None or b is None:
        return one.mentions[0].value == two.mentions[0].value
    return (a.low, a.high) == (b.low, b.high) and (a.unit == b.unit or not (a.dimension or b.dimension))


def _is_near(one: Amount, two: Amount) -> bool:
    least, most = sorted((common(one)[0], common(two)[0]))
    return most <= 2 * least


def _open(amount: Amount) -> str:
    return amount.bound if amount.bound in (">", ">=", "<", "<=") else ""


def common(amount: Amount) -> tuple[float, float]:
    """The numbers in the common unit, without what the hedge allows."""
    bare = Amount(amount.low, amount.high, "", amount.unit)
    return bare.interval


def is_same(one: Amount, two: Amount) -> bool:
    """Whether both give one number; in two units of a measure, but for what rounding adds or takes."""
    (low_a, high_a), (low_b, high_b) = common(one), common(two)
    near = 0.02 if one.unit != two.unit and one.dimension else 1e-9
    return abs(low_a - low_b) <= near * max(low_a, low_b, 1e-9) and abs(high_a - high_b) <= near * max(
        high_a, high_b, 1e-9
    )


def digits_of(value: float) -> int:
    """Significant digits as printed: 13600000 has three, 13625777 has eight."""
    return len(plain(value).replace(".", "").strip("0") or "0")


def _is_rounded(one: Amount, two: Amount) -> bool:
    """Whether the rounder number is the other one rounded to the digits given; counts under 100 are not rounded."""
    if one.low != one.high or two.low != two.high or one.unit != two.unit or _open(one) or _open(two):
        return False
    rough, exact = sorted((one.low, two.low), key=lambda v: (digits_of(v), v))
    digits = digits_of(rough)
    if digits < 2 or digits >= digits_of(exact) or (rough < 100 and not one.dimension):
        return False
    return _round(exact, digits) == rough


def _round(value: float, digits: int) -> float:
    step = 10.0 ** (floor(log10(value)) - digits + 1) if 0 < value < inf else 1.0
    return round(floor(value / step + 0.5) * step, 6)


def _is_cut(one: Amount, two: Amount) -> bool:
    """ "43 million" for 43,885,310: the digits without rounding, or one digit within a tenth."""
    if one.low != one.high or two.low != two.high or one.unit != two.unit or min(one.low, two.low) < 1000:
        return False
    rough, exact = sorted((one.low, two.low), key=lambda v: (digits_of(v), v))
    return rough <= exact and digits_of(rough) < digits_of(exact) and (exact - rough) / exact < 0.1
