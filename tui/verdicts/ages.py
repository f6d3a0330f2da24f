"""Ages of two tellings held against each other: a number is comparable only with the age of the same bearer."""

from __future__ import annotations

from collections.abc import Sequence

from tui.facts.fact import Fact
from tui.verdicts.amounts import relate
from tui.verdicts.matching import Bars, Judge, Reason, Relation, match
from tui.verdicts.phrasing import quoted, superseded
from tui.verdicts.scene import Scene
from tui.verdicts.verdict import ComparedFact, Ground

_BARS = Bars(agree=0.3, compatible=0.5, conflict=0.5)
_LEAD = 0.25
"""The boy of one lead is the boy of the other."""


def weigh_ages(ground: Ground, facts_a: Sequence[Fact], facts_b: Sequence[Fact]) -> list[ComparedFact]:
    """The ages of both sides, each in one compared fact."""
    scene = Scene(ground)
    old = superseded(ground, facts_a, facts_b)

    def related(one: Fact, two: Fact) -> Relation | None:
        if id(one) in old or id(two) in old:
            return None
        return relate(one.mentions[0].value, two.mentions[0].value)

    def likeness(one: Fact, two: Fact) -> float:
        same = _same_bearer(one, two)
        a, b = one.mentions[0], two.mentions[0]
        if one.subject & two.subject and scene.in_lead(0, a) and scene.in_lead(1, b):
            same += _LEAD
        return same + scene.likeness(a, b) if same else 0.0

    def explain(relation: Relation, one: Fact, two: Fact) -> Reason:
        a, b = quoted(one), quoted(two)
        about = min(one.about, two.about, key=lambda phrase: (phrase == "age", len(phrase), phrase))
        what = f"the {about}" if about != "age" else "one person"
        if relation == "conflict":
            rule = f"{a} against {b}: two different ages for {what.removeprefix('the age of ')}"
        else:
            rule = f"{a} and {b}: " + ("the same age" if relation == "agree" else "the vaguer covers the other")
        return Reason(relation, about, rule)

    def one_age(one: Fact, two: Fact) -> bool:
        return relate(one.mentions[0].value, two.mentions[0].value) != "conflict"

    return match(scene, facts_a, facts_b, Judge(related, likeness, one_age, explain), _BARS)


def _same_bearer(one: Fact, two: Fact) -> float:
    """How sure both ages are of one bearer: the same name, or the same kind of being."""
    names_a, names_b = _bearers(one), _bearers(two)
    if names_a and names_b:
        return 0.5 if any(_same_name(a, b) for a in names_a for b in names_b) else 0.0
    shared = one.subject & two.subject
    if shared:
        return 0.25
    return 0.15 if not (one.subject and two.subject) or names_a or names_b else 0.0


def _same_name(one: str, two: str) -> bool:
    """Equal, or one letter of a long name left out ("Harabe")."""
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    if len(short) < 5 or len(long) != len(short) + 1:
        return False
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def _bearers(fact: Fact) -> set[str]:
    return {name.removeprefix("person:").split()[-1].casefold() for name in fact.subject if name.startswith("person:")}
