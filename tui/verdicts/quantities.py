"""Quantities of two tellings held against each other: a number is comparable only with what it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.facts.fact import Fact
from tui.facts.kinds import kind_of
from tui.facts.quantities.magnitudes import UNIT
from tui.facts.quantities.value import Amount, parse
from tui.verdicts.amounts import as_printed, both_open, common, digits_of, is_same, relate
from tui.verdicts.fates import both_whole, near, same_fate, same_ruin, same_toll
from tui.verdicts.growth import updated
from tui.verdicts.matching import Bars, Judge, Reason, Relation, match
from tui.verdicts.of_the_event import OfTheEvent
from tui.verdicts.phrasing import quoted, superseded
from tui.verdicts.scene import Scene
from tui.verdicts.titles import counted_title
from tui.verdicts.verdict import ComparedFact, Ground

BARS = Bars(agree=0.22, compatible=0.4, conflict=0.62)
_FAR_APART = 0.8
"""What is left of likeness where one number is more than twice the other: "at least 30" and "at least 6"."""
_ONE_HEAD, _RUIN = 0.2, 0.2
"""Buildings that "are demolished" and buildings that "had collapsed" are likely the same, where the numbers fit."""
_CONVERTED = 0.35
_PEOPLE = frozenset({"person", "female", "male", "american", "tourist", "troop", "citizen", "foreigner", "player",
                     "employee", "child", "student", "member", "other"})  # fmt: skip
_AXIS = re.compile(r"[^\W\d_]{4,}")
_AXES = frozenset({"deep", "wide", "long", "tall"})


def weigh_quantities(ground: Ground, facts_a: Sequence[Fact], facts_b: Sequence[Fact]) -> list[ComparedFact]:
    """The quantities of both sides, each in one compared fact."""
    scene = Scene(ground)
    old = superseded(ground, facts_a, facts_b)
    standing = [[f for f in facts if id(f) not in old] for facts in (facts_a, facts_b)]
    whole = OfTheEvent(scene, standing, together)

    def related(one: Fact, two: Fact) -> Relation | None:
        if id(one) in old or id(two) in old:
            return None
        found = _best_relation(one, two)
        if not both_whole(ground.articles, one, two, equal=found == "agree"):
            return None
        is_part = whole.is_part(one) or whole.is_part(two)
        return None if found == "conflict" and (is_part or not _may_conflict(one, two)) else found

    def likeness(one: Fact, two: Fact) -> float:
        heads = _along(ground, one, two) * _heads(one, two)
        if not heads or not same_fate(one, two):
            return 0.0
        a, b = one.mentions[0], two.mentions[0]
        alike = scene.likeness(a, b) + scene.same_action(a, b) / 2 + heads + _converted(one, two)
        alike += whole.likeness(one, two) + _ruined(one, two, heads)
        return alike if near(one, two) else _FAR_APART * alike

    def explain(relation: Relation, one: Fact, two: Fact) -> Reason:
        about = counted_title(scene, one, two)
        grown = updated(ground, one, two, scene) if relation == "conflict" else None
        if grown:
            return Reason("compatible", about, grown)
        a, b = quoted(one), quoted(two)
        if relation == "conflict":
            rule = f"{a} against {b}: two different numbers for “{about}”"
        elif relation == "compatible":
            why = "a number may lie within both" if both_open(one, two) else "the vaguer covers the other"
            rule = f"{a} and {b}: {why}"
        else:
            rule = f"{a} and {b}: the same number" + ("" if as_printed(one, two) else ", rounded or in another unit")
        return Reason(relation, about, rule)

    return match(scene, facts_a, facts_b, Judge(related, likeness, together, explain), BARS)


def _ruined(one: Fact, two: Fact, heads: float) -> float:
    """What it says for one thing that both count what was destroyed, where the numbers fit."""
    fit = heads >= _ONE_HEAD and same_ruin(one, two) and _best_relation(one, two) != "conflict"
    return _RUIN if fit else 0.0


def _best_relation(one: Fact, two: Fact) -> Relation | None:
    """What two numbers come to, each in any of the units that it is given in."""
    order: tuple[Relation, ...] = ("agree", "compatible", "conflict")
    found = {relate(m.value, n.value) for m in one.mentions for n in two.mentions}
    return next((relation for relation in order if relation in found), None)


def together(one: Fact, two: Fact) -> bool:
    """Whether one article can say both numbers of one thing."""
    if one.mentions[0].value == two.mentions[0].value:
        return same_fate(one, two)
    relation = relate(one.mentions[0].value, two.mentions[0].value)
    return relation in ("agree", "compatible") and near(one, two) and same_fate(one, two)


def _along(ground: Ground, one: Fact, two: Fact) -> float:
    """How far two measures are taken along one line: the width of a well is not its depth."""
    axes = [
        {
            kind
            for word in _AXIS.findall(article.text[f.mentions[0].start : f.mentions[0].end + 12])
            if (kind := kind_of(word)) in _AXES
        }
        for article, f in zip(ground.articles, (one, two), strict=True)
    ]
    if not axes[0] or not axes[1]:
        return 1.0
    return 2.5 if axes[0] & axes[1] else 0.0


def _converted(one: Fact, two: Fact) -> float:
    """What it says for one thing that two measures in two units come to the same: 181 kg and 400 pounds."""
    a, b = parse(one.mentions[0].value), parse(two.mentions[0].value)
    if a is None or b is None or a.unit == b.unit or a.dimension in ("", "time") or a.dimension != b.dimension:
        return 0.0
    exact = max(digits_of(a.low), digits_of(b.low)) > 1
    return _CONVERTED if exact and is_same(a, b) else 0.0


def _heads(one: Fact, two: Fact) -> float:
    """How alike the counted nouns are; 0 where they are two things."""
    a, b = parse(one.mentions[0].value), parse(two.mentions[0].value)
    if a is None or b is None or a.dimension or b.dimension:
        return _of_one_quake(one, two) if a and b and a.unit == b.unit == UNIT else 0.1
    head_a, head_b = _head(a), _head(b)
    if same_toll(one, two):
        return 0.2
    if not head_a or not head_b:
        return 0.05
    if head_a == head_b:
        return 0.2
    words_a, words_b = _words(one), _words(two)
    if words_a & words_b:
        return 0.15
    return 0.1 if (head_a == "person" and head_b in _PEOPLE) or (head_b == "person" and head_a in _PEOPLE) else 0.0


def _of_one_quake(one: Fact, two: Fact) -> float:
    """The quake of a story is one; an aftershock is another, and there are many of those."""
    return 0.2 if one.subject == two.subject else 0.0


def _may_conflict(one: Fact, two: Fact) -> bool:
    """Counts conflict only if both say what they count, it is the same, and one is not ten times the other: two
    tellings of one thing are not as far apart as that."""
    a, b = parse(one.mentions[0].value), parse(two.mentions[0].value)
    if a is None or b is None:
        return True
    least, most = sorted((common(a)[0], common(b)[0]))
    if most > 10 * least:
        return False
    if a.dimension or b.dimension:
        return a.unit != UNIT or "earthquake" in one.subject & two.subject
    return same_toll(one, two) or (bool(_head(a)) and _head(a) == _head(b))


def _head(amount: Amount) -> str:
    return kind_of(amount.unit.split()[-1]) if amount.unit else ""


def _words(fact: Fact) -> set[str]:
    return {kind_of(word) for word in re.findall(r"[^\W\d_]{3,}", fact.mentions[0].text) if word.lower() not in _HEDGES}


_HEDGES = frozenset(
    """about least more than over nearly almost some around other all two three four five six seven eight nine ten
    roughly""".split()
)
