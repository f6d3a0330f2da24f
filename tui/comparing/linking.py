"""Which sentences of two articles tell the same thing, many to many.

Candidates come through shared rarer terms, never all against all. A first score looks at two sentences
alone, a second one at what stands around the pair as well: better partners, linked neighbours, other sentences
of either article that tell the same. Both are sums of a few figures with the weights in `tui.comparing.weights`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import exp
from operator import mul
from typing import NamedTuple

from tui.comparing.evidence import Evidence
from tui.comparing.features import NAMES, Pairing, copying, features, places, shared_concepts, weights_of, whole_masses
from tui.comparing.weights import FIRST, SECOND

_TWINS = 100.0
"""The score of two sentences that are the same word for word, formulas included: they go together before all others."""
_ABSENT = -6.0
"""The score of a pair that is no candidate."""
_UNLIKELY = 0.05
"""Chances below this speak for no other pair."""
_STRICTER = 0.8
"""What a pair without a copied run has to score more where the two articles copy a lot: there what is told twice is
told in the same words. Without it F1 on the seeds, which copy a lot, is 0.84 instead of 0.88, held out."""


class Linked(NamedTuple):
    """Indices count the sentences of the story; `score` is a probability."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float
    primary: bool


def scored_pairs(a: Sequence[Evidence], b: Sequence[Evidence]) -> Pairing:
    """Every candidate with its second score, in log odds: above 0 it is a link."""
    weight = weights_of(a, b)
    figures = features(a, b, weight)
    alone = weighed(figures, tuple(FIRST.values()))
    around = surroundings(alone, figures, resembling(a, weight), resembling(b, weight))
    scores = held_down(weighed(around, tuple(SECOND.values())), figures, min(len(a), len(b)))
    for pair in _twins(a, b):
        scores[pair] = _TWINS
    return scores


Figures = Mapping[tuple[int, int], Sequence[float]]


def weighed(figures: Figures, weights: Sequence[float]) -> Pairing:
    return {pair: sum(map(mul, weights, some)) for pair, some in figures.items()}


def held_down(scores: Pairing, figures: Figures, fewer: int) -> Pairing:
    """The scores, lower for pairs that copy nothing; `fewer` are the sentences of the shorter article."""
    least = _STRICTER * copying(figures, fewer)
    return {pair: score if figures[pair][-1] else score - least for pair, score in scores.items()}


def _twins(a: Sequence[Evidence], b: Sequence[Evidence]) -> Iterator[tuple[int, int]]:
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


def _chance(score: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


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
    for (i, k), mass in shared_concepts(where, where, weight).items():
        if i < k:
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
    chance = {pair: _chance(score) for pair, score in alone.items()}
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


_NONE = _chance(_ABSENT)


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
