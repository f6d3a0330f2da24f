"""Quantities and ages of two tellings held against each other: a number is comparable only with what it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import floor, inf, log10

from tui.facts.fact import Fact
from tui.facts.kinds import kind_of
from tui.facts.numbers import plain
from tui.facts.quantities.magnitudes import UNIT
from tui.facts.quantities.value import Amount, parse
from tui.verdicts.fates import both_whole, near, same_fate, same_ruin, same_toll
from tui.verdicts.growth import updated
from tui.verdicts.matching import Bars, Judge, Reason, Relation, match
from tui.verdicts.of_the_event import OfTheEvent
from tui.verdicts.phrasing import quoted, superseded
from tui.verdicts.scene import Scene
from tui.verdicts.titles import counted_title
from tui.verdicts.verdict import ComparedFact, Ground

BARS = Bars(agree=0.22, compatible=0.4, conflict=0.62)
_AGE_BARS = Bars(agree=0.3, compatible=0.5, conflict=0.5)
_FAR_APART = 0.8
"""What is left of likeness where one number is more than twice the other: "at least 30" and "at least 6"."""
_LEAD = 0.25
"""The boy of one lead is the boy of the other."""
_ONE_HEAD, _RUIN = 0.2, 0.2
"""Buildings that "are demolished" and buildings that "had collapsed" are likely the same, where the numbers fit."""
_CONVERTED = 0.35
_A_YEAR = {"years", "season"}
""" "Played a year" and "played one season"."""
_PEOPLE = frozenset({"person", "female", "male", "american", "tourist", "troop", "citizen", "foreigner", "player",
                     "employee", "child", "student", "member", "other"})  # fmt: skip
_AXIS = re.compile(r"[^\W\d_]{4,}")
_AXES = frozenset({"deep", "wide", "long", "tall"})
_LIFE = re.compile(r"\A([0-9.]+) (\w+) to life")


def weigh_quantities(ground: Ground, facts_a: Sequence[Fact], facts_b: Sequence[Fact]) -> list[ComparedFact]:
    """The quantities of both sides, each in one compared fact."""
    scene = Scene(ground)
    old = _superseded(ground, facts_a, facts_b)
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
            why = "a number may lie within both" if _both_open(one, two) else "the vaguer covers the other"
            rule = f"{a} and {b}: {why}"
        else:
            rule = f"{a} and {b}: the same number" + ("" if _as_printed(one, two) else ", rounded or in another unit")
        return Reason(relation, about, rule)

    return match(scene, facts_a, facts_b, Judge(related, likeness, together, explain), BARS)


def weigh_ages(ground: Ground, facts_a: Sequence[Fact], facts_b: Sequence[Fact]) -> list[ComparedFact]:
    """The ages of both sides, each in one compared fact."""
    scene = Scene(ground)
    old = _superseded(ground, facts_a, facts_b)

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

    return match(scene, facts_a, facts_b, Judge(related, likeness, one_age, explain), _AGE_BARS)


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


def _superseded(ground: Ground, facts_a: Sequence[Fact], facts_b: Sequence[Fact]) -> set[int]:
    return {
        id(f) for side, facts in enumerate((facts_a, facts_b)) for f in facts if superseded(ground.articles[side], f)
    }


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
    exact = max(_digits(a.low), _digits(b.low)) > 1
    return _CONVERTED if exact and _is_same(a, b) else 0.0


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
    least, most = sorted((_common(a)[0], _common(b)[0]))
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


def relate(a: str, b: str) -> Relation | None:
    """What two values come to if they count one thing; `None` where they measure different things."""
    if a == b:
        return "agree"
    one, two = parse(a), parse(b)
    if one is None or two is None:
        life_a, life_b = _LIFE.fullmatch(a), _LIFE.fullmatch(b)
        return "conflict" if life_a and life_b else None
    if one.dimension != two.dimension:
        return "compatible" if one.low == two.low == 1 and {one.unit, two.unit} == _A_YEAR else None
    if _is_same(one, two):
        return "compatible" if _open(one) != _open(two) else "agree"
    if _is_rounded(one, two):
        return "agree"
    (low_a, high_a), (low_b, high_b) = one.interval, two.interval
    if one.dimension and (_open(one) or _open(two)) and not _is_near(one, two):
        return None  # "over 10 percent" does not stand for 45.8
    if low_a <= high_b and low_b <= high_a:
        return "compatible"
    return "compatible" if _is_cut(one, two) else "conflict"


def _is_near(one: Amount, two: Amount) -> bool:
    least, most = sorted((_common(one)[0], _common(two)[0]))
    return most <= 2 * least


def _both_open(one: Fact, two: Fact) -> bool:
    """ "More than 30" and "at least 20", "up to 100 knots" and "up to 100 mph": neither is vaguer."""
    a, b = parse(one.mentions[0].value), parse(two.mentions[0].value)
    return a is not None and b is not None and _open(a)[:1] == _open(b)[:1] != ""


def _as_printed(one: Fact, two: Fact) -> bool:
    """Whether both print one number of one unit, whatever noun they count by."""
    a, b = parse(one.mentions[0].value), parse(two.mentions[0].value)
    if a is None or b is None:
        return one.mentions[0].value == two.mentions[0].value
    return (a.low, a.high) == (b.low, b.high) and (a.unit == b.unit or not (a.dimension or b.dimension))


def _open(amount: Amount) -> str:
    return amount.bound if amount.bound in (">", ">=", "<", "<=") else ""


def _common(amount: Amount) -> tuple[float, float]:
    """The numbers in the common unit, without what the hedge allows."""
    bare = Amount(amount.low, amount.high, "", amount.unit)
    return bare.interval


def _is_same(one: Amount, two: Amount) -> bool:
    (low_a, high_a), (low_b, high_b) = _common(one), _common(two)
    near = 0.02 if one.unit != two.unit and one.dimension else 1e-9
    return abs(low_a - low_b) <= near * max(low_a, low_b, 1e-9) and abs(high_a - high_b) <= near * max(
        high_a, high_b, 1e-9
    )


def _digits(value: float) -> int:
    """Significant digits as printed: 13600000 has three, 13625777 has eight."""
    return len(plain(value).replace(".", "").strip("0") or "0")


def _is_rounded(one: Amount, two: Amount) -> bool:
    """Whether the rounder number is the other one rounded to the digits given; counts under 100 are not rounded."""
    if one.low != one.high or two.low != two.high or one.unit != two.unit or _open(one) or _open(two):
        return False
    rough, exact = sorted((one.low, two.low), key=lambda v: (_digits(v), v))
    digits = _digits(rough)
    if digits < 2 or digits >= _digits(exact) or (rough < 100 and not one.dimension):
        return False
    return _round(exact, digits) == rough


def _round(value: float, digits: int) -> float:
    step = 10.0 ** (floor(log10(value)) - digits + 1) if 0 < value < inf else 1.0
    return round(floor(value / step + 0.5) * step, 6)


def _is_cut(one: Amount, two: Amount) -> bool:
    """ "43 million" for 43,885,310: the digits without rounding, or one digit within a tenth."""
    if one.low != one.high or two.low != two.high or one.unit != two.unit or min(one.low, two.low) < 1000:
        return False
    rough, exact = sorted((one.low, two.low), key=lambda v: (_digits(v), v))
    return rough <= exact and _digits(rough) < _digits(exact) and (exact - rough) / exact < 0.1
