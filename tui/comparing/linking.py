"""Which sentences of two articles tell the same thing, many to many.

Candidates come through shared rarer terms, never all against all. A first score looks at two sentences
alone, a second one at what stands around the pair as well: better partners, linked neighbours, other sentences
of either article that tell the same. Both are sums of a few figures with the weights in `tui.comparing.weights`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from operator import mul
from types import MappingProxyType
from typing import NamedTuple

from tui.comparing.evidence import Evidence
from tui.comparing.features import Pairing, copying, features, weights_of
from tui.comparing.surroundings import Figures, chance_of, context_of, surroundings
from tui.comparing.weights import FIRST, SECOND

_TWINS = 100.0
"""The score of two sentences that are the same word for word, formulas included: they go together before all others."""
_BY_HAND = 2 * _TWINS
"""The score of what the reader linked."""
_NOTHING: Mapping[tuple[int, int], bool] = MappingProxyType({})
_STRICTER = 0.8
"""What a pair without a copied run has to score more where the two articles copy a lot: there what is told twice is
told in the same words. Without it, at whatever threshold, F1 on the seeds, which copy a lot, is 0.89 instead of 0.90,
held out, and the best thresholds for them and for the others lie apart."""

_TITLES = 2.0
"""What two headlines of one story score more: each says in a few words what happened, and they share few of them. Of
41 pairs of headlines of one story 34 are linked with it instead of 29, and of hundreds of two stories no more."""
_TITLES_SHARE = 2
_FEWEST, _ONE_STORY = 2, 0.4
"""Sentences of each side that are linked, and links for each sentence of the shorter side, so that the two tell one
story: of two stories that are no kin none has more than 0.3."""


class Linked(NamedTuple):
    """Indices count the sentences of the story; `score` is a probability."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float
    primary: bool
    by_hand: bool = False


def scored_pairs(a: Sequence[Evidence], b: Sequence[Evidence]) -> Pairing:
    """Every candidate with its second score, in log odds: above 0 it is a link."""
    weight = weights_of(a, b)
    figures = features(a, b, weight)
    alone = weighed(figures, tuple(FIRST.values()))
    around = surroundings(alone, figures, context_of(a, weight), context_of(b, weight), weight)
    scores = held_down(weighed(around, tuple(SECOND.values())), figures, min(len(a), len(b)))
    for pair in twins(a, b):
        scores[pair] = _TWINS
    for pair in _titles(scores, a, b):
        scores[pair] += _TITLES
    return scores


def _titles(scores: Pairing, a: Sequence[Evidence], b: Sequence[Evidence]) -> list[tuple[int, int]]:
    """The likeliest pair of sentences of the two headlines, where the texts below them tell one story and the two share
    more than one thing; all that are equally likely, so that no order decides."""
    pairs = {pair for pair in scores if a[pair[0]].is_title and b[pair[1]].is_title}
    told = [pair for pair, score in scores.items() if score > 0 and pair not in pairs]
    both = min(len({i for i, _ in told}), len({j for _, j in told}))
    if not pairs or both < _FEWEST or len(told) < _ONE_STORY * min(len(a), len(b)):
        return []
    best = max(scores[pair] for pair in pairs)
    return [
        (i, j)
        for i, j in pairs
        if best == scores[i, j] < _TWINS and len(a[i].concepts & b[j].concepts) >= _TITLES_SHARE
    ]


def weighed(figures: Figures, weights: Sequence[float]) -> Pairing:
    return {pair: sum(map(mul, weights, some)) for pair, some in figures.items()}


def held_down(scores: Pairing, figures: Figures, fewer: int) -> Pairing:
    """The scores, lower for pairs that copy nothing; `fewer` are the sentences of the shorter article."""
    least = _STRICTER * copying(figures, fewer)
    return {pair: score if figures[pair][-1] else score - least for pair, score in scores.items()}


def twins(a: Sequence[Evidence], b: Sequence[Evidence]) -> Iterator[tuple[int, int]]:
    """Sentences that are the same word for word; of repeated ones the first with the first, and so on."""
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, sentence in enumerate(b):
        where[sentence.words].append(j)
    seen: Counter[tuple[str, ...]] = Counter()
    for i, sentence in enumerate(a):
        some = where.get(sentence.words, [])
        if seen[sentence.words] < len(some):
            yield i, some[seen[sentence.words]]
            seen[sentence.words] += 1


def linked(
    pairing: Pairing,
    adjacent_a: Sequence[int],
    adjacent_b: Sequence[int],
    by_hand: Mapping[tuple[int, int], bool] = _NOTHING,
) -> list[Linked]:
    """The pairs above 0 as links; where one sentence stands for several in a row, as one link.

    `adjacent_a[i]` is the index of sentence i in its article: only neighbours there are joined. What is linked
    `by_hand` comes first, and is joined with nothing.
    """
    chosen = {pair: score for pair, score in pairing.items() if score > 0 and by_hand.get(pair, True)}
    chosen |= {pair: _BY_HAND for pair, is_linked in by_hand.items() if is_linked}
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
        Linked(
            tuple(some_a),
            tuple(some_b),
            max(chance_of(_own(pairing, chosen, (i, j))) for i in some_a for j in some_b),
            True,
            any(by_hand.get((i, j), False) for i in some_a for j in some_b),
        )
        for some_a, some_b in groups.values()
    ]
    others = [pair for pair in order if pair not in shown]
    return primary + [
        Linked((i,), (j,), chance_of(_own(pairing, chosen, (i, j))), False, by_hand.get((i, j), False))
        for i, j in others
    ]


def _own(pairing: Pairing, chosen: Pairing, pair: tuple[int, int]) -> float:
    """The engine's score of a pair, also where the reader linked it."""
    return pairing.get(pair, -_BY_HAND) if chosen[pair] == _BY_HAND else chosen[pair]


def _join_neighbours(
    order: Sequence[tuple[int, int]],
    groups: Mapping[int, tuple[list[int], list[int]]],
    partners: tuple[dict[int, int], dict[int, int]],
    adjacent: tuple[Sequence[int], Sequence[int]],
) -> None:
    """Gives a sentence without a partner to the link of the sentence beside it, while that is many to one."""
    of_a, of_b = partners
    rank = {pair: n for n, pair in enumerate(order)}
    waiting = [(0, n) for n in range(len(order))]  # a heap: what is joined lets those beside it try again, in order
    while waiting:
        turn, n = heappop(waiting)
        i, j = order[n]
        joined = False
        if i in groups and j not in of_b and len(groups[i][0]) == 1:
            joined = _join(groups[i][1], j, adjacent[1], of_b, i)
        elif i not in of_a and j in of_b and of_b[j] in groups and groups[of_b[j]][1] == [j]:
            joined = _join(groups[of_b[j]][0], i, adjacent[0], of_a, j)
        for pair in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)) if joined else ():
            if pair in rank:
                heappush(waiting, (turn + (rank[pair] < n), rank[pair]))


def _join(some: list[int], n: int, adjacent: Sequence[int], partners: dict[int, int], other: int) -> bool:
    """Adds a sentence to those of its neighbour, where it has one among them."""
    if adjacent[n] not in (adjacent[some[0]] - 1, adjacent[some[-1]] + 1):
        return False
    partners[n] = other
    some.insert(0 if n < some[0] else len(some), n)
    return True
