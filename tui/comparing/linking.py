"""Which sentences of two articles tell the same thing, many to many.

Candidates come through shared rarer terms, never all against all. A first score looks at two sentences
alone, a second one at what stands around the pair: better partners, linked neighbours. Both are sums
of a few figures with the weights in `tui.comparing.weights`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import exp
from typing import NamedTuple

from tui.comparing.evidence import Evidence
from tui.comparing.features import features, weights_of
from tui.comparing.weights import FIRST, SECOND

Pairing = dict[tuple[int, int], float]
"""(sentence of A, sentence of B) → score; the indices count the sentences of the story."""

_CANDIDATES = 60_000
"""Meetings of sentences through shared concepts that are looked at, rarest first. Two articles of 14 to 32 sentences
have 370 to 770; the bound is for whole books."""
_LEAST_SHARED = 0.5
"""The weight of shared concepts from which on two sentences are looked at: one rare word, or two that are not."""
_TWINS = 100.0
"""The score of two sentences that are the same word for word, formulas included: they go together before all others."""
_ABSENT = -6.0
"""The score of a pair that is no candidate."""


class Linked(NamedTuple):
    """Indices count the sentences of the story; `score` is a probability."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float
    primary: bool


def scored_pairs(a: Sequence[Evidence], b: Sequence[Evidence]) -> Pairing:
    """Every candidate with its second score, in log odds: above 0 it is a link."""
    weight = weights_of(a, b)
    first = list(FIRST.values())
    alone = {
        (i, j): sum(w * x for w, x in zip(first, features(a[i], b[j], weight), strict=True))
        for i, j in candidates(a, b, weight)
    }
    second = list(SECOND.values())
    scores = {pair: sum(w * x for w, x in zip(second, around, strict=True)) for pair, around in surroundings(alone)}
    for pair in _twins(a, b):
        scores[pair] = _TWINS
    return scores


def _twins(a: Sequence[Evidence], b: Sequence[Evidence]) -> Iterator[tuple[int, int]]:
    """Sentences that are the same word for word; of repeated ones the first with the first, and so on."""
    where: dict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(b):
        where[sentence.letters].append(j)
    seen: Counter[str] = Counter()
    for i, sentence in enumerate(a):
        some = where.get(sentence.letters, [])
        if seen[sentence.letters] < len(some):
            yield i, some[seen[sentence.letters]]
            seen[sentence.letters] += 1


def candidates(a: Sequence[Evidence], b: Sequence[Evidence], weight: Mapping[str, float]) -> list[tuple[int, int]]:
    """Pairs that share enough concepts, the rarest concepts first while the budget lasts."""
    where: tuple[dict[str, list[int]], dict[str, list[int]]] = (defaultdict(list), defaultdict(list))
    for side, index in zip((a, b), where, strict=True):
        for n, sentence in enumerate(side):
            for concept in sentence.concepts:
                index[concept].append(n)
    shared = sorted((len(where[0][c]) * len(where[1][c]), c) for c in where[0].keys() & where[1].keys())
    budget = _CANDIDATES
    mass: dict[tuple[int, int], float] = defaultdict(float)
    for meetings, concept in shared:
        budget -= meetings
        if budget < 0:
            break
        for i in where[0][concept]:
            for j in where[1][concept]:
                mass[i, j] += weight[concept]
    return sorted(pair for pair, shared_mass in mass.items() if shared_mass >= _LEAST_SHARED)


def _chance(score: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


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
)
"""What each figure of `surroundings` says, in its order."""


def surroundings(alone: Mapping[tuple[int, int], float]) -> list[tuple[tuple[int, int], list[float]]]:
    """For each pair the figures that the second score weighs, named in `AROUND`."""
    rows: dict[int, list[float]] = defaultdict(list)
    columns: dict[int, list[float]] = defaultdict(list)
    for (i, j), score in alone.items():
        rows[i].append(score)
        columns[j].append(score)
    for side in (rows, columns):
        for scores in side.values():
            scores.sort(reverse=True)
    return [((i, j), _around(alone, i, j, rows[i], columns[j])) for i, j in alone]


def _around(
    alone: Mapping[tuple[int, int], float], i: int, j: int, row: list[float], column: list[float]
) -> list[float]:
    score = alone[i, j]
    leads = sorted(max(-4.0, min(4.0, score - _rival(score, others))) for others in (row, column))
    before, after = (_chance(alone.get((i + d, j + d), _ABSENT)) for d in (-1, 1))
    crossing = max(_chance(alone.get((i + d, j - d), _ABSENT)) for d in (-1, 1))
    beside = max(_chance(alone.get(p, _ABSENT)) for p in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)))
    return [1.0, score, *leads, float(leads[0] >= 0), float(leads[1] >= 0), before + after, crossing, beside]


def _rival(score: float, others: list[float]) -> float:
    """The best score among the other partners of a sentence; `others` descend and hold `score`."""
    if others[0] != score:
        return others[0]
    return others[1] if len(others) > 1 else _ABSENT


def linked(pairing: Pairing, adjacent_a: Sequence[int], adjacent_b: Sequence[int]) -> list[Linked]:
    """The pairs above 0 as links; where one sentence stands for several in a row, as one link.

    `adjacent_a[i]` is the index of sentence i in its article: only neighbours there are joined.
    """
    chosen = {pair: score for pair, score in pairing.items() if score > 0}
    order = sorted(chosen, key=lambda pair: (-chosen[pair], pair))
    partner_a: dict[int, int] = {}
    partner_b: dict[int, int] = {}
    for i, j in order:
        if i not in partner_a and j not in partner_b:
            partner_a[i], partner_b[j] = j, i
    groups = {i: ([i], [j]) for i, j in partner_a.items()}
    alike = {i: both for i, both in groups.items() if chosen[i, both[1][0]] < _TWINS}
    _join_neighbours(order, alike, (partner_a, partner_b), (adjacent_a, adjacent_b))
    shown = {(i, j) for some_a, some_b in groups.values() for i in some_a for j in some_b}
    primary = [
        Linked(tuple(some_a), tuple(some_b), max(_chance(chosen[i, j]) for i in some_a for j in some_b), True)
        for some_a, some_b in groups.values()
    ]
    return primary + [Linked((i,), (j,), _chance(chosen[i, j]), False) for i, j in order if (i, j) not in shown]


def _join_neighbours(
    order: Sequence[tuple[int, int]],
    groups: Mapping[int, tuple[list[int], list[int]]],
    partners: tuple[dict[int, int], dict[int, int]],
    adjacent: tuple[Sequence[int], Sequence[int]],
) -> None:
    """Gives a sentence without a partner to the link of the sentence beside it, while that is many to one."""
    of_a, of_b = partners
    joined = True
    while joined:
        joined = False
        for i, j in order:
            if i in groups and j not in of_b and len(groups[i][0]) == 1:
                joined |= _join(groups[i][1], j, adjacent[1], of_b, i)
            elif i not in of_a and j in of_b and of_b[j] in groups and groups[of_b[j]][1] == [j]:
                joined |= _join(groups[of_b[j]][0], i, adjacent[0], of_a, j)


def _join(some: list[int], n: int, adjacent: Sequence[int], partners: dict[int, int], other: int) -> bool:
    """Adds a sentence to those of its neighbour, where it has one among them."""
    if adjacent[n] not in (adjacent[some[0]] - 1, adjacent[some[-1]] + 1):
        return False
    partners[n] = other
    some.append(n)
    some.sort()
    return True
