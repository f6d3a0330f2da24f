"""A number as it is said, while its words are being read, and the quantity that comes of it."""

from __future__ import annotations

from tui.facts.quantities.value import Amount
from tui.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A number with its range and magnitude, before what it counts is known."""

    begin: int
    """Where the hedge begins."""
    start: int
    """Where the number begins."""
    end: int
    """Behind the number, its magnitude and its range."""
    low: float
    high: float
    bound: str
    spelled: str
    """The number in words, in lower case; "" for digits."""

    def amount(self, unit: str = "", factor: float = 1.0) -> str:
        """The value, counted in a unit."""
        return str(Amount(self.low * factor, self.high * factor, self.bound, unit))

    def measure(self, end: int, unit: str, factor: float = 1.0) -> Quantity:
        """A quantity of a unit rather than of a noun."""
        return Quantity(self.begin, end, self.amount(unit, factor), "", (), end)


@dataclass(frozen=True, slots=True)
class Quantity:
    start: int
    end: int
    value: str
    head: str
    """The counted noun, or "" for a measure."""
    modifiers: tuple[str, ...]
    noun_end: int
    """Where the noun phrase ends: what follows says more of it."""
