"""Signs and phrases that every report uses: counts, and what a set of verdicts comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tui.comparing import IGNORABLE
from tui.comparison import Comparison
from tui.verdicts import GRAVITY, SIGNS, Verdict
from tui.verdicts.table import ROW_GRAVITY, RowVerdict

ROW_SIGNS: dict[RowVerdict | None, str] = {v: SIGNS[v] for v in ("conflict", "altered", "cut", "compatible", "agree")}
"""Of a row over several articles; what one alone tells carries its number instead."""
VERDICT_WORDS: dict[Verdict | RowVerdict, tuple[str, str]] = {
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
    return " · ".join(count(numbers[v], *VERDICT_WORDS[v]) for v in GRAVITY if numbers[v]) or "none"


def row_summary(verdicts: Iterable[RowVerdict | None]) -> str:
    """The same for the rows of a facts table."""
    numbers = Counter(verdicts)
    return " · ".join(count(numbers[v], *VERDICT_WORDS[v]) for v in ROW_GRAVITY if numbers[v]) or "none"


def comparison_summary(comparison: Comparison) -> list[str]:
    """What came of it, in parts: mode, links, what one side has alone, edits, conflicts, what is ignored."""
    alignment = comparison.alignment
    parts = [alignment.mode, count(len(alignment.links), "link")]
    for side, only in (("A", alignment.only_a), ("B", alignment.only_b)):
        parts.append(count(len(only), f"sentence only in {side}", f"sentences only in {side}"))
    if alignment.edited_words is not None:
        parts.append(count(alignment.edited_words, "edited word"))
        parts.append(count(len(alignment.moves or ()), "moved block"))
    if comparison.facts is not None:
        parts.append(count(comparison.conflicts, "conflict"))
    ignored = [kind for kind in IGNORABLE if kind in comparison.ignore]
    if ignored:
        parts.append(f"ignoring {', '.join(ignored)} ({sum(alignment.hidden.values())} hidden)")
    return parts
