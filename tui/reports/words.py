"""Phrases that every report uses: counts, and what a set of verdicts comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tui.verdicts import GRAVITY, Verdict
from tui.verdicts.table import ROW_GRAVITY, RowVerdict

_WORDS: dict[Verdict | RowVerdict, tuple[str, str]] = {
    "conflict": ("conflict", "conflicts"),
    "altered": ("altered", "altered"),
    "cut": ("cut", "cut"),
    "compatible": ("compatible", "compatible"),
    "agree": ("agrees", "agree"),
    "only-a": ("only in A", "only in A"),
    "only-b": ("only in B", "only in B"),
    "only": ("told by one only", "told by one only"),
}


def count(number: int, one: str, several: str | None = None) -> str:
    """`1 link`, `2 links`, `1,200 words`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def verdict_summary(verdicts: Iterable[Verdict]) -> str:
    """`1 conflict · 2 altered · 9 agree · 4 only in A`, gravest first; what there is none of is left out."""
    numbers = Counter(verdicts)
    return " · ".join(count(numbers[v], *_WORDS[v]) for v in GRAVITY if numbers[v]) or "none"


def row_summary(verdicts: Iterable[RowVerdict | None]) -> str:
    """The same for the rows of a facts table."""
    numbers = Counter(verdicts)
    return " · ".join(count(numbers[v], *_WORDS[v]) for v in ROW_GRAVITY if numbers[v]) or "none"
