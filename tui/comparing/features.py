"""Two sentences → the few figures that the decision to link them rests on. Symmetric in A and B.

What two sentences share is found through indices of what stands where, never by holding each against each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, combinations
from math import fsum, log, log1p
from typing import NamedTuple

from tui.comparing.evidence import Evidence

Pairing = dict[tuple[int, int], float]
"""(sentence of A, sentence of B) → a figure; the indices count the sentences of the story."""

NAMES = (
    "bias",
    "other_than_names",
    "concepts",
    "numbers",
    "dates",
    "groups",
    "quoted",
    "one_is_quoted",
    "opening",
    "near",
    "distance",
    "copied",
)
"""What each figure of `features` says, in its order."""

_CANDIDATES = 60_000
"""Meetings of sentences through shared concepts that are looked at, rarest first. Two articles of 14 to 32 sentences
have 370 to 770; the bound is for whole books."""
_PAIRED_WORDS = 4_000_000
"""Words of all the candidates together that are looked at. 60,000 candidates of ordinary sentences have 2.6 million;
the bound is for sentences as long as chapters, each like all the others: they cost some 2 µs a word."""
_FEW = 1_000
"""Pairs of sentences so few that their meetings are not counted."""
_LEAST_SHARED = 0.5
"""The weight of shared concepts from which on two sentences are looked at: one rare word, or two that are not."""
_NEAR = 5
"""Content words between which two concepts are told in one breath."""
_RUN = 6
"""Words in a row that nobody writes twice by chance; with five, names and titles are among them."""
_OPENING = 2
"""Concepts at the beginning of a sentence, mostly whom or what it tells of. That two sentences share one there raises
F1 on held-out events by 0.01."""
_MOSTLY = 0.6
"""A sentence of which more than this stands inside quotation marks is a quotation."""


def weights_of(a: Sequence[Evidence], b: Sequence[Evidence]) -> dict[str, float]:
    """How much each term and concept tells, 0 to 1: inverse document frequency over the sentences of both."""
    counts = Counter(chain.from_iterable([sentence.terms | sentence.concepts for side in (a, b) for sentence in side]))
    whole = log(len(a) + len(b) + 1)
    worth = {n: 1 - log(n) / whole for n in set(counts.values())}
    return {term: worth[n] for term, n in counts.items()}


def places(side: Sequence[Evidence]) -> dict[str, list[int]]:
    """Concept → the sentences that it stands in, ascending."""
    where: dict[str, list[int]] = defaultdict(list)
    for n, sentence in enumerate(side):
        for concept in sentence.concepts:
            where[concept].append(n)
    return where


def shared_concepts(
    in_a: Mapping[str, list[int]], in_b: Mapping[str, list[int]], weight: Mapping[str, float]
) -> Pairing:
    """The weight of the concepts that two sentences share, the rarest concepts first while the budget lasts."""
    mass: Pairing = defaultdict(float)
    for concept in _by_rarity(in_a, in_b)[0]:
        worth, some = weight[concept], in_b[concept]
        for i in in_a[concept]:
            for j in some:
                mass[i, j] += worth
    return mass


def _by_rarity(in_a: Mapping[str, list[int]], in_b: Mapping[str, list[int]]) -> tuple[list[str], list[str]]:
    """The concepts that both share, the rarest first: those that `_CANDIDATES` pay for, and those left out."""
    met = sorted((len(in_a[c]) * len(in_b[c]), c) for c in in_a.keys() & in_b.keys())
    concepts = [concept for _, concept in met]
    last = bisect_right(list(accumulate(meetings for meetings, _ in met)), _CANDIDATES)
    return concepts[:last], concepts[last:]


def are_left_out(a: Sequence[Evidence], b: Sequence[Evidence], twins: Iterable[tuple[int, int]]) -> bool:
    """Whether `_CANDIDATES` run out before a concept of some sentence that has no twin in the other article.

    A sentence with a twin is linked to it whatever is left out.
    """
    if len(a) * len(b) < _FEW:
        return False
    in_a, in_b = places(a), places(b)
    left_out = _by_rarity(in_a, in_b)[1]
    pairs = set(twins) if left_out else set()
    with_a, with_b = {i for i, _ in pairs}, {j for _, j in pairs}
    return not all(with_a.issuperset(in_a[c]) and with_b.issuperset(in_b[c]) for c in left_out)


def are_passed_over(a: Sequence[Evidence], b: Sequence[Evidence]) -> bool:
    """Whether `_PAIRED_WORDS` run out before the last candidate."""
    longest = sum(max((len(sentence.words) for sentence in side), default=0) for side in (a, b))
    if longest * min(len(a) * len(b), _CANDIDATES) <= _PAIRED_WORDS:
        return False
    mass = shared_concepts(places(a), places(b), weights_of(a, b))
    return len(_looked_at(mass, a, b)) < sum(shared >= _LEAST_SHARED for shared in mass.values())


def _looked_at(mass: Pairing, a: Sequence[Evidence], b: Sequence[Evidence]) -> list[tuple[int, int]]:
    """The candidates in order: pairs that share enough, those that share most while the budget of words lasts.

    Pairs that share as much as the first that is passed over are passed over too: so the mirror has the same.
    """
    pairs = sorted(pair for pair, shared in mass.items() if shared >= _LEAST_SHARED)
    words = {(i, j): len(a[i].words) + len(b[j].words) for i, j in pairs}
    if sum(words.values()) <= _PAIRED_WORDS:
        return pairs
    order = sorted(pairs, key=lambda pair: -mass[pair])
    first = order[bisect_right(list(accumulate(words[pair] for pair in order)), _PAIRED_WORDS)]
    return [pair for pair in pairs if mass[pair] > mass[first]]


def again_told(where: Mapping[str, list[int]], weight: Mapping[str, float]) -> Pairing:
    """The same for two sentences of one article, the earlier one first."""
    met = sorted((len(some) * len(some), concept) for concept, some in where.items() if len(some) > 1)
    budget = _CANDIDATES
    mass: Pairing = defaultdict(float)
    for meetings, concept in met:
        budget -= meetings
        if budget < 0:
            break
        worth = weight[concept]
        for pair in combinations(where[concept], 2):
            mass[pair] += worth
    return mass


def features(
    a: Sequence[Evidence], b: Sequence[Evidence], weight: Mapping[str, float]
) -> dict[tuple[int, int], list[float]]:
    """For every candidate the figures named in `NAMES`.

    Masses are sums of weights, logarithmic where they stand alone.
    """
    in_a, in_b = places(a), places(b)
    mass = shared_concepts(in_a, in_b, weight)
    pairs = _looked_at(mass, a, b)
    (near_a, near_b), worth = _near_pairs((a, b), in_a.keys() & in_b.keys(), weight)
    copied_a, copied_b = _copied_runs((a, b))
    of_a, of_b = ([_whole(sentence, weight) for sentence in side] for side in (a, b))
    return {
        (i, j): [
            *_shared(a[i], b[j], of_a[i], of_b[j], weight, mass[i, j]),
            0.0 if of_a[i].opening.isdisjoint(of_b[j].opening) else 1.0,
            log1p(fsum([worth[pair] for pair in near_a[i] & near_b[j]])),
            abs(a[i].place - b[j].place),
            log1p(len(copied_a[i] & copied_b[j])) if copied_a[i] else 0.0,
        ]
        for i, j in pairs
    }


class _Whole(NamedTuple):
    """What the figures of every pair of a sentence have in common."""

    mass: float
    """The weight of its concepts."""
    opening: frozenset[str]
    is_quotation: bool


def _whole(sentence: Evidence, weight: Mapping[str, float]) -> _Whole:
    is_quotation = len(sentence.quoted) > _MOSTLY * len(sentence.terms)
    return _Whole(mass_of(sentence.concepts, weight), frozenset(sentence.sequence[:_OPENING]), is_quotation)


def _shared(
    p: Evidence, q: Evidence, of_p: _Whole, of_q: _Whole, weight: Mapping[str, float], concepts: float
) -> list[float]:
    """The figures up to `one_is_quoted`."""
    return [
        1.0,
        log1p(mass_of((p.terms & q.terms) - (p.names & q.names), weight)),
        2 * concepts / max(0.5, of_p.mass + of_q.mass),
        _told_by_both(p.numbers, q.numbers, weight),
        _told_by_both(p.dates, q.dates, weight),
        _told_by_both(p.groups, q.groups, weight),
        _told_by_both(p.quoted, q.quoted, weight),
        float(of_p.is_quotation != of_q.is_quotation),
    ]


def _told_by_both(p: frozenset[str], q: frozenset[str], weight: Mapping[str, float]) -> float:
    return log1p(mass_of(p & q, weight)) if p and not p.isdisjoint(q) else 0.0


def mass_of(terms: Iterable[str], weight: Mapping[str, float]) -> float:
    return fsum(map(weight.__getitem__, terms))


def _near_pairs(
    sides: Sequence[Sequence[Evidence]], both: Iterable[str], weight: Mapping[str, float]
) -> tuple[list[list[set[int]]], dict[int, float]]:
    """Who did, what to whom: for each side and sentence the pairs of concepts that stand close, and what each tells."""
    number = {concept: n for n, concept in enumerate(sorted(both))}
    worth = [weight[concept] for concept in number]
    close = [[_close(sentence.sequence, number) for sentence in side] for side in sides]
    shared = set().union(*close[0]) & set().union(*close[1])
    return close, {pair: worth[pair // len(number)] * worth[pair % len(number)] for pair in shared}


def _close(sequence: Sequence[str], number: Mapping[str, int]) -> set[int]:
    """Each pair as one number, the lower of its two concepts first."""
    stand = [(n, number[concept]) for n, concept in enumerate(sequence) if concept in number]
    size = len(number)
    return {
        p * size + q if p < q else q * size + p
        for k, (n, p) in enumerate(stand)
        for m, q in stand[k + 1 : k + 1 + _NEAR]
        if m <= n + _NEAR and p != q
    }


def _copied_runs(sides: Sequence[Sequence[Evidence]]) -> list[list[set[int]]]:
    """For each side and sentence the runs of words that stand on both sides, those of formulas left out."""
    known = [{word for sentence in side for word in sentence.words} for side in sides]
    both = known[0] & known[1]
    number: dict[tuple[str, ...], int] = {}
    return [
        [{number.setdefault(run, len(number)) for run in _runs(sentence, both)} for sentence in side] for side in sides
    ]


def _runs(sentence: Evidence, known: set[str]) -> Iterator[tuple[str, ...]]:
    """The runs that are made of known words only."""
    if sentence.formulaic:
        return
    words, start = sentence.words, 0
    for end in [n for n, word in enumerate(words) if word not in known] + [len(words)]:
        for n in range(start, end - _RUN + 1):
            yield words[n : n + _RUN]
        start = end + 1


def copying(figures: Mapping[tuple[int, int], Sequence[float]], fewer: int) -> float:
    """How much the two copy from each other or from a third, 0 to 1; `fewer` are the sentences of the shorter."""
    return min(1.0, 2 * sum(some[-1] > 0 for some in figures.values()) / max(1, fewer))
