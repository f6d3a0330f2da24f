"""What stands around a pair of sentences: better partners, their neighbours, what either article tells again.

The second score of `tui.comparing.linking` rests on it. Symmetric in A and B.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

from tui.comparing.evidence import Evidence
from tui.comparing.features import NAMES, Pairing, again_told, mass_of, places

Figures = Mapping[tuple[int, int], Sequence[float]]
"""For each pair of sentences the figures named in `tui.comparing.features.NAMES`."""

_ABSENT = -6.0
"""The score of a pair that is no candidate."""
_FAR = 4.0
"""The most that one score is ahead of another."""
_UNLIKELY = 0.05
"""Chances below this speak for no other pair."""


def chance_of(score: float) -> float:
    """Log odds → probability."""
    return 1 / (1 + exp(min(30.0, -score)))


_NONE = chance_of(_ABSENT)
_AGAIN = ("other_than_names", "numbers", "quoted", "copied")
"""Figures of two sentences alone that the second score weighs once more."""
_AT = [NAMES.index(name) for name in _AGAIN]
AROUND = (
    "bias",
    "score",
    "least_lead",
    "best_lead",
    "best_of_one",
    "parallel",
    "beside",
    "told_again",
    "told_again_on_both",
    "others_beside",
    "pronouns",
    *_AGAIN,
)
"""What each figure of `surroundings` says, in its order."""

_PRONOUNS = frozenset("he she they it his her their its him them this that these those who".split())
_BEGINNING = 2
"""Words of a sentence among which a pronoun stands for somebody named before."""


class Context(NamedTuple):
    """What stands around each sentence of one article."""

    like: Mapping[int, list[tuple[int, float]]]
    """The others that share concepts with it, and how much, 0 to 1."""
    beside: list[frozenset[str]]
    """The concepts of the sentence before and the one after."""
    weights: list[float]
    """The weight of those."""
    with_pronoun: list[bool]
    """Whether it begins with a pronoun."""


def context_of(side: Sequence[Evidence], weight: Mapping[str, float]) -> Context:
    """The context of one article's sentences; `weight` is that of its terms and concepts, 0 to 1."""
    ends: list[frozenset[str]] = [frozenset()]
    around = ends + [sentence.concepts for sentence in side] + ends
    beside = [before | after for before, after in zip(around, around[2:], strict=False)]
    return Context(
        _resembling(side, weight),
        beside,
        [mass_of(concepts, weight) for concepts in beside],
        [not _PRONOUNS.isdisjoint(sentence.words[:_BEGINNING]) for sentence in side],
    )


def _resembling(side: Sequence[Evidence], weight: Mapping[str, float]) -> dict[int, list[tuple[int, float]]]:
    where = places(side)
    masses = [mass_of(sentence.concepts, weight) for sentence in side]
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (i, k), mass in again_told(where, weight).items():
        like = 2 * mass / max(0.5, masses[i] + masses[k])
        found[i].append((k, like))
        found[k].append((i, like))
    return found


def surroundings(
    alone: Pairing, figures: Figures, a: Context, b: Context, weight: Mapping[str, float]
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
    again = _told_again(chance, a.like, b.like)
    return {
        pair: [
            1.0,
            score,
            *_leads(score, rows[pair[0]], columns[pair[1]]),
            *_neighbours(chance, *pair),
            *again[pair],
            _others_beside(a, b, *pair, weight),
            float(a.with_pronoun[pair[0]] + b.with_pronoun[pair[1]]),
            *[figures[pair][n] for n in _AT],
        ]
        for pair, score in alone.items()
    }


def _leads(score: float, row: list[float], column: list[float]) -> list[float]:
    """How far a pair is ahead of the other partners of its two sentences."""
    p, q = _lead(score, row), _lead(score, column)
    return [p, q, float(q >= 0)] if p < q else [q, p, float(p >= 0)]


def _lead(score: float, others: list[float]) -> float:
    """How far a score is ahead of the best other partner's; `others` descend and hold `score`."""
    rival = others[0] if others[0] != score else others[1] if len(others) > 1 else _ABSENT
    lead = score - rival
    return lead if -_FAR < lead < _FAR else _FAR if lead > 0 else -_FAR


def _neighbours(chance: Pairing, i: int, j: int) -> list[float]:
    """How likely the pairs next to a pair are: in step, and beside one of its sentences."""
    none = _NONE
    get = chance.get
    parallel = get((i - 1, j - 1), none) + get((i + 1, j + 1), none)
    beside = max(get((i - 1, j), none), get((i + 1, j), none), get((i, j - 1), none), get((i, j + 1), none))
    return [parallel, beside]


def _others_beside(a: Context, b: Context, i: int, j: int, weight: Mapping[str, float]) -> float:
    """How much of what is told beside one sentence is told beside the other, 0 to 1."""
    return 2 * mass_of(a.beside[i] & b.beside[j], weight) / max(0.5, a.weights[i] + b.weights[j])


def _told_again(
    chance: Pairing, like_a: Mapping[int, list[tuple[int, float]]], like_b: Mapping[int, list[tuple[int, float]]]
) -> dict[tuple[int, int], tuple[float, float]]:
    """For each pair how likely B's sentence is linked to one that resembles A's, and the other way round."""
    through_a, through_b = dict.fromkeys(chance, 0.0), dict.fromkeys(chance, 0.0)
    for (i, j), likely in chance.items():
        if likely < _UNLIKELY:
            continue
        for k, like in like_a[i]:
            if through_a.get((k, j), 1.0) < like * likely:
                through_a[k, j] = like * likely
        for k, like in like_b[j]:
            if through_b.get((i, k), 1.0) < like * likely:
                through_b[i, k] = like * likely
    return {pair: (max(through_a[pair], through_b[pair]), min(through_a[pair], through_b[pair])) for pair in chance}
