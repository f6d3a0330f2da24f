"""Which facts of A and B speak of the same thing, and what follows: one way for dates, quantities and ages.

Two facts are held against each other only where their values can be (`relate`) and their words are alike
enough. The bar rises with what the verdict costs when it is wrong: agreement is cheap, a conflict is shown
only between each other's best partners, and never where either value stands on the other side as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Literal, NamedTuple

from tui.article import Pair
from tui.facts.fact import Fact, Mention
from tui.frozen import dataclass
from tui.verdicts.scene import Scene, in_story
from tui.verdicts.verdict import ComparedFact, Ground, Verdict

Relation = Literal["agree", "compatible", "conflict"]


class Reason(NamedTuple):
    """A relation as the reader gets it."""

    verdict: Relation
    about: str
    rule: str


@dataclass(frozen=True, slots=True)
class Judge:
    """How facts of one type are held against each other."""

    relate: Callable[[Fact, Fact], Relation | None]
    """What two values come to if they speak of one thing; `None` where they cannot be compared."""
    likeness: Callable[[Fact, Fact], float]
    """How likely two facts of two articles speak of one thing: 0 to about 1."""
    together: Callable[[Fact, Fact], bool]
    """Whether one article can say both of one thing."""
    explain: Callable[[Relation, Fact, Fact], Reason]


EQUAL = 0.15
"""What equal values say for one thing."""
MOST = 200
"""Facts of a side, type by type, that are held against the other's."""
_TIES = 12


@dataclass(frozen=True, slots=True)
class Bars:
    """How alike two mentions have to be for each verdict."""

    agree: float
    compatible: float
    conflict: float

    def of(self, relation: Relation) -> float:
        return {"agree": self.agree, "compatible": self.compatible, "conflict": self.conflict}[relation]


@dataclass(frozen=True, slots=True)
class _Edge:
    a: int
    b: int
    relation: Relation
    likeness: float

    @property
    def rank(self) -> float:
        """Better first: likeness, and equal values speak for one thing."""
        return -self.likeness - (EQUAL if self.relation == "agree" else 0.0)

    @property
    def gravity(self) -> tuple[int, float]:
        return ("agree", "compatible", "conflict").index(self.relation), -self.likeness


def match(
    scene: Scene, facts_a: Sequence[Fact], facts_b: Sequence[Fact], judge: Judge, bars: Bars
) -> list[ComparedFact]:
    """Every fact of both sides in exactly one compared fact. Beyond the first `MOST` of a side they are only listed:
    the pairs of more would take seconds, and no news story tells as much."""
    ground = scene.ground
    inside = Pair(
        [in_story(ground.articles.a, fact) for fact in facts_a], [in_story(ground.articles.b, fact) for fact in facts_b]
    )
    edges = _edges(facts_a[:MOST], facts_b[:MOST], inside, judge)
    kept = _best([e for e in edges if e.relation != "conflict" and e.likeness >= bars.of(e.relation)])
    settled = Pair({e.a for e in kept}, {e.b for e in kept})
    kept += _conflicts(edges, settled, bars.conflict)
    compared: list[ComparedFact] = []
    groups = _groups(kept, facts_a, facts_b, judge)
    compared += [_compared(ground, facts_a, facts_b, group, judge) for group in groups]
    used = Pair({e.a for group in groups for e in group}, {e.b for group in groups for e in group})
    compared += _alone([f for n, f in enumerate(facts_a) if n not in used.a], "only-a")
    compared += _alone([f for n, f in enumerate(facts_b) if n not in used.b], "only-b")
    return compared


def _edges(facts_a: Sequence[Fact], facts_b: Sequence[Fact], inside: Pair[list[bool]], judge: Judge) -> list[_Edge]:
    edges = []
    for i, one in enumerate(facts_a):
        for j, two in enumerate(facts_b):
            if not (inside.a[i] and inside.b[j]):
                continue
            relation = judge.relate(one, two)
            if relation is not None:
                alike = judge.likeness(one, two)
                if alike > 0:
                    edges.append(_Edge(i, j, relation, alike))
    return edges


def _best(edges: list[_Edge]) -> list[_Edge]:
    """The edges that are the best of either end; equally good ones all stay, so that no order decides."""
    top_a: dict[int, float] = {}
    top_b: dict[int, float] = {}
    for edge in edges:
        top_a[edge.a] = min(top_a.get(edge.a, edge.rank), edge.rank)
        top_b[edge.b] = min(top_b.get(edge.b, edge.rank), edge.rank)
    return _few([edge for edge in edges if edge.rank in (top_a[edge.a], top_b[edge.b])])


def _few(edges: list[_Edge]) -> list[_Edge]:
    """No more than some edges for each end: a text that says one thing a thousand times has a million of them."""
    seen: dict[tuple[str, int], int] = {}
    few = []
    for edge in sorted(edges, key=lambda e: (e.a + e.b, abs(e.a - e.b))):
        ends = ("a", edge.a), ("b", edge.b)
        if all(seen.get(end, 0) < _TIES for end in ends):
            few.append(edge)
        for end in ends:
            seen[end] = seen.get(end, 0) + 1
    return few


def _conflicts(edges: list[_Edge], settled: Pair[set[int]], bar: float) -> list[_Edge]:
    """Conflicts between each other's likest partners, neither of which found its like on the other side."""
    top_a: dict[int, float] = {}
    top_b: dict[int, float] = {}
    agreed: Pair[set[int]] = Pair(set(), set())
    for edge in edges:
        top_a[edge.a] = max(top_a.get(edge.a, 0.0), edge.likeness)
        top_b[edge.b] = max(top_b.get(edge.b, 0.0), edge.likeness)
        if edge.relation == "agree":
            agreed.a.add(edge.a)
            agreed.b.add(edge.b)
    return _few(
        [
            e
            for e in edges
            if e.relation == "conflict"
            and e.likeness >= bar
            and e.a not in settled.a | agreed.a
            and e.b not in settled.b | agreed.b
            and (e.likeness >= top_a[e.a] or e.likeness >= top_b[e.b])
            and e.likeness >= 0.8 * max(top_a[e.a], top_b[e.b])
        ]
    )


def _groups(edges: list[_Edge], facts_a: Sequence[Fact], facts_b: Sequence[Fact], judge: Judge) -> list[list[_Edge]]:
    """Edges that hang together, the likest first. A fact joins no group in which its own side tells otherwise;
    conflicts between the same two values are one."""
    groups: list[_Group] = []
    for edge in sorted(edges, key=lambda e: (e.rank, *_place(facts_a[e.a], facts_b[e.b]))):
        near = [g for g in groups if edge.a in g.a or edge.b in g.b or g.is_same_conflict(edge, facts_a, facts_b)]
        merged = _Group([edge], {edge.a}, {edge.b})
        for group in near:
            merged = _Group(group.edges + merged.edges, group.a | merged.a, group.b | merged.b)
        if near and not (_one(merged.a, facts_a, judge) and _one(merged.b, facts_b, judge)):
            continue
        groups = [g for g in groups if g not in near] + [merged]
    return [group.edges for group in groups]


@dataclass(frozen=True, slots=True)
class _Group:
    edges: list[_Edge]
    a: set[int]
    b: set[int]

    def is_same_conflict(self, edge: _Edge, facts_a: Sequence[Fact], facts_b: Sequence[Fact]) -> bool:
        lead = self.edges[0]
        return (
            edge.relation == lead.relation == "conflict"
            and _value(facts_a[edge.a]) == _value(facts_a[lead.a])
            and _value(facts_b[edge.b]) == _value(facts_b[lead.b])
        )


def _value(fact: Fact) -> str:
    return fact.mentions[0].value


def _place(one: Fact, two: Fact) -> tuple[int, int]:
    """An order of pairs that is the same from either side."""
    a, b = one.mentions[0].start, two.mentions[0].start
    return a + b, abs(a - b)


def _one(which: set[int], facts: Sequence[Fact], judge: Judge) -> bool:
    """Whether facts of one side can be said of one thing."""
    return all(judge.together(facts[n], facts[m]) for n, m in combinations(sorted(which), 2))


def _compared(
    ground: Ground, facts_a: Sequence[Fact], facts_b: Sequence[Fact], group: list[_Edge], judge: Judge
) -> ComparedFact:
    lead = min(group, key=lambda e: (*e.gravity, facts_a[e.a].mentions[0].start + facts_b[e.b].mentions[0].start))
    one, two = facts_a[lead.a], facts_b[lead.b]
    copied = lead.relation == "agree" and any(
        e.relation == "agree" and ground.copied(a, b)
        for e in group
        for a in facts_a[e.a].mentions
        for b in facts_b[e.b].mentions
    )
    reason = judge.explain(lead.relation, one, two)
    return ComparedFact(
        type=one.type,
        about=reason.about,
        verdict=reason.verdict,
        rule=reason.rule,
        mentions=Pair(_mentions(facts_a, {e.a for e in group}), _mentions(facts_b, {e.b for e in group})),
        same_copy=copied,
    )


def _mentions(facts: Sequence[Fact], which: set[int]) -> tuple[Mention, ...]:
    return tuple(sorted((m for n in which for m in facts[n].mentions), key=lambda m: (m.start, m.end)))


def _alone(facts: Sequence[Fact], verdict: Verdict) -> list[ComparedFact]:
    """What one side alone tells; the same value of the same thing is one fact."""
    kept: list[Fact] = []
    told: list[list[Mention]] = []
    places: dict[str, list[int]] = {}
    for fact in facts:
        known = places.setdefault(_value(fact), [])
        same = next((n for n in known[:_TIES] if kept[n].subject & fact.subject), None)
        if same is None:
            known.append(len(kept))
            kept.append(fact)
            told.append(list(fact.mentions))
        else:
            told[same] += fact.mentions
            kept[same] = replace(kept[same], subject=kept[same].subject & fact.subject)
    side = "A" if verdict == "only-a" else "B"
    result = []
    for fact, some in zip(kept, told, strict=True):
        said = tuple(sorted(some, key=lambda m: (m.start, m.end)))
        mentions: Pair[tuple[Mention, ...]] = Pair(said, ()) if verdict == "only-a" else Pair((), said)
        result.append(ComparedFact(fact.type, fact.about, verdict, f"only {side} tells it", mentions))
    return result
