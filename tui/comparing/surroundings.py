"""What stands around a pair of sentences: better partners, linked neighbours, what either article tells again.

The second score of `tui.comparing.linking` rests on it. Symmetric in A and B.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp

from tui.comparing.evidence import Evidence
from tui.comparing.features import NAMES, Pairing, again_told, places, whole_masses

Figures = Mapping[tuple[int, int], Sequence[float]]
"""For each pair of sentences the figures named in `tui.comparing.features.NAMES`."""

_ABSENT = -6.0
"""The score of a pair that is no candidate."""
_UNLIKELY = 0.05
"""Chances below this speak for no other pair."""


def chance_of(score: float) -> float:
    """Log odds → probability."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


_NONE = chance_of(_ABSENT)
_AGAIN = ("other_than_names", "concepts", "near", "numbers", "quoted", "copied")
"""Figures of two sentences alone that the second score weighs once more."""
_AT = [NAMES.index(name) for name in _AGAIN]
AROUND = (
    "bias",
    "score",
    "least_lead",
    "best_lead",
    "best_of_both",
    "best_of_one",
    "parallel",
    "crossing",
    "beside",
    "told_again",
    "told_again_on_both",
    *_AGAIN,
)
"""What each figure of `surroundings` says, in its order."""

Resembling = dict[int, list[tuple[int, float]]]
"""For each sentence the others of its article that share concepts with it, and how much, 0 to 1."""


def resembling(side: Sequence[Evidence], weight: Mapping[str, float]) -> Resembling:
    where = places(side)
    masses = whole_masses(side, weight)
    found: Resembling = defaultdict(list)
    for (i, k), mass in again_told(where, weight).items():
        like = 2 * mass / max(0.5, masses[i] + masses[k])
        found[i].append((k, like))
        found[k].append((i, like))
    return found


def surroundings(
    alone: Pairing, figures: Figures, like_a: Resembling, like_b: Resembling
) -> dict[tuple[int, int], list[float]]:
    """For each pair the figures that the second score weighs, named in `AROUND`."""
    rows: dict[int, list[float]] = defaultdict(list)
    columns: dict[int, list[float]] = defaultdict(list)
    for (i, j), score in alone.items():
        rows[i].append(score)
        columns[j].append(score)
    for side in (rows, columns):
        for scores in side.values():
            scores.sort(reverse=True)
    chance = {pair: chance_of(score) for pair, score in alone.items()}
    again = _told_again(chance, like_a, like_b)
    return {
        pair: [
            1.0,
            score,
            *_leads(score, rows[pair[0]], columns[pair[1]]),
            *_neighbours(chance, *pair),
            *again[pair],
            *[figures[pair][n] for n in _AT],
        ]
        for pair, score in alone.items()
    }


def _leads(score: float, row: list[float], column: list[float]) -> list[float]:
    """How far a pair is ahead of the other partners of its two sentences."""
    leads = sorted([max(-4.0, min(4.0, score - _rival(score, others))) for others in (row, column)])
    return [*leads, float(leads[0] >= 0), float(leads[1] >= 0)]


def _neighbours(chance: Pairing, i: int, j: int) -> list[float]:
    """How likely the pairs next to a pair are: in step, in the other direction, and beside one of its sentences."""
    none = _NONE
    get = chance.get
    parallel = get((i - 1, j - 1), none) + get((i + 1, j + 1), none)
    crossing = max(get((i - 1, j + 1), none), get((i + 1, j - 1), none))
    beside = max(get((i - 1, j), none), get((i + 1, j), none), get((i, j - 1), none), get((i, j + 1), none))
    return [parallel, crossing, beside]


def _told_again(chance: Pairing, like_a: Resembling, like_b: Resembling) -> dict[tuple[int, int], tuple[float, float]]:
    """For each pair how likely B's sentence is linked to one that resembles A's, and the other way round."""
    through_a, through_b = dict.fromkeys(chance, 0.0), dict.fromkeys(chance, 0.0)
    for (i, j), likely in chance.items():
        if likely < _UNLIKELY:
            continue
        for k, like in like_a[i]:
            if (k, j) in chance:
                through_a[k, j] = max(through_a[k, j], like * likely)
        for k, like in like_b[j]:
            if (i, k) in chance:
                through_b[i, k] = max(through_b[i, k], like * likely)
    return {pair: (max(through_a[pair], through_b[pair]), min(through_a[pair], through_b[pair])) for pair in chance}


def _rival(score: float, others: list[float]) -> float:
    """The best score among the other partners of a sentence; `others` descend and hold `score`."""
    if others[0] != score:
        return others[0]
    return others[1] if len(others) > 1 else _ABSENT
