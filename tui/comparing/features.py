"""Two sentences → the few figures that the decision to link them rests on. Symmetric in A and B."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, log1p

from tui.comparing.evidence import Evidence

NAMES = (
    "bias",
    "dice",
    "contain",
    "shared",
    "content",
    "run",
    "names",
    "only_names",
    "numbers",
    "numbers_differ",
    "dates",
    "groups",
    "quoted",
    "quote_mismatch",
    "grams",
    "distance",
    "lede",
    "length_ratio",
    "short",
    "concepts",
    "joint",
    "concept_contain",
)


def weights_of(a: Sequence[Evidence], b: Sequence[Evidence]) -> dict[str, float]:
    """How much each term or group tells: its inverse document frequency over the sentences of both."""
    counts: Counter[str] = Counter()
    for side in (a, b):
        for s in side:
            counts.update(s.terms)
            counts.update(f"={g}" for g in s.groups)
            counts.update(f"~{g}" for g in s.concepts)
    total = len(a) + len(b) + 1
    return {t: log(total / n) / log(total) for t, n in counts.items()}


def longest_run(a: Sequence[str], b: Sequence[str], w: Mapping[str, float]) -> float:
    """The heaviest run of words that both sentences have in one piece, by the weight of its terms."""
    where: dict[str, list[int]] = {}
    for j, t in enumerate(b):
        where.setdefault(t, []).append(j)
    best = 0.0
    before: dict[int, float] = {}
    for t in a:
        now: dict[int, float] = {}
        for j in where.get(t, ()):
            now[j] = before.get(j - 1, 0.0) + w.get(t, 0.02)
            best = max(best, now[j])
        before = now
    return best


def features(p: Evidence, q: Evidence, w: Mapping[str, float]) -> list[float]:
    shared = p.terms & q.terms
    mass_p = sum(w[t] for t in p.terms)
    mass_q = sum(w[t] for t in q.terms)
    mass = sum(w[t] for t in shared)
    names = p.names & q.names
    content = mass - sum(w[t] for t in names if t in shared)
    numbers = p.numbers & q.numbers
    groups = p.groups & q.groups
    quoted = sum(w[t] for t in p.quoted & q.quoted)
    least = max(0.5, min(mass_p, mass_q))
    extra_groups = sum(w[f"={g}"] for g in groups)
    cp = sum(w["~" + t] for t in p.concepts)
    cq = sum(w["~" + t] for t in q.concepts)
    cm = sum(w["~" + t] for t in p.concepts & q.concepts)
    joint = sum(w["~" + x] * w["~" + y] for x, y in p.near & q.near)
    return [
        1.0,
        2 * mass / max(0.5, mass_p + mass_q),
        mass / least,
        log1p(mass),
        log1p(content),
        log1p(longest_run(p.sequence, q.sequence, w)),
        log1p(sum(w[t] for t in names)),
        float(bool(names) and content < 0.3 and extra_groups < 0.3),
        log1p(sum(w[t] for t in numbers)),
        float(bool(p.numbers) and bool(q.numbers) and not numbers),
        log1p(sum(w[t] for t in p.dates & q.dates)),
        log1p(extra_groups),
        log1p(quoted),
        float((len(p.quoted) > 0.6 * len(p.terms)) != (len(q.quoted) > 0.6 * len(q.terms))),
        log1p(sum(w[x] + w[y] for x, y in p.grams & q.grams)),
        abs(p.place - q.place),
        float(p.place < 0.05 and q.place < 0.05) + float(p.place + q.place < 0.16),
        min(p.length, q.length) / max(p.length, q.length, 1),
        float(min(p.length, q.length) < 8),
        2 * cm / max(0.5, cp + cq),
        log1p(joint),
        cm / max(1.0, min(cp, cq)),
    ]
