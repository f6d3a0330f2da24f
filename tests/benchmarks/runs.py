"""How much of a text was taken: F1 over runs of four words, the measure of public extractors' own benchmarks.

Precision and recall are means over the pages; F1 is that of the means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from statistics import mean
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_LENGTH = 4


class Score(NamedTuple):
    f1: float
    precision: float
    recall: float


def score(pairs: Iterable[tuple[str, str]]) -> Score:
    """The score of (expected, taken) texts."""
    precisions: list[float] = []
    recalls: list[float] = []
    for expected, taken in pairs:
        wanted, found = _runs(expected), _runs(taken)
        both = (wanted & found).total()
        if found:
            precisions.append(both / found.total())
        if wanted:
            recalls.append(both / wanted.total())
    precision, recall = mean(precisions or [0.0]), mean(recalls or [0.0])
    return Score(2 * precision * recall / (precision + recall or 1.0), precision, recall)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of a text with how often each stands in it; a shorter text is one run."""
    words = _WORD.findall(text)
    return (
        Counter(tuple(words[n : n + _LENGTH]) for n in range(max(1, len(words) - _LENGTH + 1))) if words else Counter()
    )
