"""The normalised value of a quantity: written into `Mention.value`, read back when facts are weighed.

    50 people    ~50 people    >=4 civilians    >30 people    <=2000000000 USD    30/50 years    ~66.7 %

A range has a slash. What has no such form ("30 years to life", "3-2") keeps its words and is equal or not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import isfinite

from tui.facts.numbers import plain
from tui.facts.quantities.units import BY_SYMBOL
from tui.frozen import dataclass

_VALUE = re.compile(r"(?P<bound>~<?|>=?|<=?)?(?P<low>[0-9.]+)(?:/(?P<high>[0-9.]+))?(?: (?P<unit>.+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range, and what it is a number of."""

    low: float
    high: float
    bound: str = ""
    """One of "", "~", ">", ">=", "<", "<=", and "~<" for "nearly"."""
    unit: str = ""

    def __str__(self) -> str:
        number = plain(self.low) if self.low == self.high else f"{plain(self.low)}/{plain(self.high)}"
        return f"{self.bound}{number} {self.unit}".strip()

    @property
    def dimension(self) -> str:
        """What can be held against it: length, weight, time …, the currency, `%`, or a bare count."""
        known = BY_SYMBOL.get(self.unit)
        if known:
            return known.dimension
        return self.unit if self.unit in ("%", "points") or re.fullmatch(r"[A-Z]{3}", self.unit) else ""

    @property
    def interval(self) -> tuple[float, float]:
        """Everything the words allow, in the common unit; "about" allows a tenth either way."""
        known = BY_SYMBOL.get(self.unit)
        factor = known.factor if known else 1.0
        low, high = self.low * factor, self.high * factor
        if self.bound == "~":
            return low * 0.9, high * 1.1
        if self.bound == "~<":
            return low * 0.85, high * 1.02
        if self.bound in (">", ">="):
            return low, float("inf")
        if self.bound in ("<", "<="):
            return 0.0, high
        return low, high


@lru_cache(maxsize=4096)
def parse(value: str) -> Amount | None:
    """The amount that a value stands for, or `None` where it is words or more than a float holds."""
    found = _VALUE.fullmatch(value)
    if found is None:
        return None
    try:
        low = float(found["low"])
        high = float(found["high"]) if found["high"] else low
    except ValueError:
        return None
    if not (isfinite(low) and isfinite(high)):
        return None
    return Amount(low, high, found["bound"] or "", found["unit"] or "")
