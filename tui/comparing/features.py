"""Two sentences → the few figures that the decision to link them rests on. Symmetric in A and B."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, log1p

from tui.comparing.evidence import Evidence

NAMES = (
    "bias",
    "terms",
    "other_than_names",
    "run",
    "run_of_shorter",
    "names",
    "names_only",
    "numbers",
    "numbers_differ",
    "dates",
    "groups",
    "quoted",
    "one_is_quoted",
    "distance",
    "lede",
    "concepts",
    "near",
    "copied",
)
"""What each figure of `features` says, in its order."""

_MOSTLY = 0.6
"""A sentence of which more than this stands inside quotation marks is a quotation."""


def weights_of(a: Sequence[Evidence], b: Sequence[Evidence]) -> dict[str, float]:
    """How much each term and concept tells, 0 to 1: inverse document frequency over the sentences of both."""
    counts: Counter[str] = Counter()
    for side in (a, b):
        for sentence in side:
            counts.update(sentence.terms | sentence.concepts)
    whole = log(len(a) + len(b) + 1)
    return {term: 1 - log(n) / whole for term, n in counts.items()}


def features(p: Evidence, q: Evidence, weight: Mapping[str, float]) -> list[float]:
    """The figures named in `NAMES`. Masses are sums of weights, logarithmic where they stand alone."""
    shared = p.terms & q.terms
    names = p.names & q.names
    of_names = _mass(names & shared, weight)
    content = _mass(shared, weight) - of_names
    groups = _mass(p.groups & q.groups, weight)
    numbers = p.numbers & q.numbers
    mass_p, mass_q = _mass(p.terms, weight), _mass(q.terms, weight)
    run = _heaviest_run(p.sequence, q.sequence, shared, weight)
    is_quote = [len(s.quoted) > _MOSTLY * len(s.terms) for s in (p, q)]
    return [
        1.0,
        2 * (content + of_names) / max(0.5, mass_p + mass_q),
        log1p(content),
        log1p(run),
        run / max(1.0, min(mass_p, mass_q)),
        log1p(of_names),
        float(bool(names) and content < 0.3 and groups < 0.3),
        log1p(_mass(numbers, weight)),
        float(bool(p.numbers) and bool(q.numbers) and not numbers),
        log1p(_mass(p.dates & q.dates, weight)),
        log1p(groups),
        log1p(_mass(p.quoted & q.quoted, weight)),
        float(is_quote[0] != is_quote[1]),
        abs(p.place - q.place),
        float(p.place < 0.05 and q.place < 0.05) + float(p.place + q.place < 0.16),
        2 * _mass(p.concepts & q.concepts, weight) / max(0.5, _mass(p.concepts, weight) + _mass(q.concepts, weight)),
        log1p(sum([weight[x] * weight[y] for x, y in p.near & q.near])),
        log1p(len(p.copied & q.copied)),
    ]


def _mass(terms: frozenset[str], weight: Mapping[str, float]) -> float:
    return sum([weight[t] for t in terms])


def _heaviest_run(a: Sequence[str], b: Sequence[str], shared: frozenset[str], weight: Mapping[str, float]) -> float:
    """The weight of the heaviest run of terms that both sentences have in one piece."""
    where: dict[str, list[int]] = {}
    for j, term in enumerate(b):
        if term in shared:
            where.setdefault(term, []).append(j)
    best = 0.0
    before: dict[int, float] = {}
    for term in a:
        now: dict[int, float] = {}
        if term in shared:
            worth = weight[term]
            for j in where[term]:
                now[j] = mass = before.get(j - 1, 0.0) + worth
                if mass > best:
                    best = mass
        before = now
    return best
