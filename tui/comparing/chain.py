"""The common order of two texts: the heaviest chain of pairs that ascends on both sides.

What the chain leaves over has moved. Fredman's longest increasing subsequence ("On computing the length
of longest increasing subsequences", 1975) with weights, over a Fenwick tree: n log n.
"""

from __future__ import annotations

from collections.abc import Sequence


def heaviest_chain(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> list[int]:
    """Indices of the pairs of a heaviest chain, ascending on both sides, in its order.

    Pairs that share an index on one side do not follow each other. Weights are positive. Among equally
    heavy chains the one that ends first in A is taken.
    """
    order = sorted(range(len(pairs)), key=lambda n: (pairs[n][0], -pairs[n][1]))
    ranks = {b: rank for rank, b in enumerate(sorted({b for _, b in pairs}), 1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)
    before = [-1] * len(pairs)
    top, end = 0.0, -1
    for n in order:
        rank = ranks[pairs[n][1]]
        weight, before[n] = _heaviest_before(best, rank - 1)
        weight += weights[n]
        if weight > top:
            top, end = weight, n
        _record(best, rank, weight, n)
    chain = []
    while end >= 0:
        chain.append(end)
        end = before[end]
    return chain[::-1]


def _heaviest_before(best: list[tuple[float, int]], rank: int) -> tuple[float, int]:
    found = (0.0, -1)
    while rank > 0:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank &= rank - 1
    return found


def _record(best: list[tuple[float, int]], rank: int, weight: float, n: int) -> None:
    while rank < len(best):
        if weight > best[rank][0]:
            best[rank] = (weight, n)
        rank += rank & -rank
