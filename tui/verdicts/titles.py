"""What a compared fact is about: the words that both sides share, "Thorn founded", and the event's name in a rule.

A name stands in it only in the part that it plays: whoever founds Thorn is not what is founded.
"""

from __future__ import annotations

from functools import lru_cache

from tui.facts.fact import Fact
from tui.facts.kinds import ACTIONS, kind_of
from tui.facts.phrases.cast import Cast, cast
from tui.facts.phrases.forms import participle
from tui.verdicts.scene import Scene

DOER = frozenset(
    "resign leave retire arrive win lose meet visit travel apologise begin end crash blast collide".split()
)
"""Events that are told of who does them; the others of what they happen to."""
_WORDY = 4
"""Words of a common thing ("small plane") in a title, at most."""


def shared_event(scene: Scene, one: Fact, two: Fact) -> tuple[str, str | None] | None:
    """The kind of event that both sides tell of, and what it happens to where both agree on that.

    Only an event that one side's own phrase tells of: others of the clause are not what is dated or counted.
    """
    a, b = one.mentions[0], two.mentions[0]
    told = {*_kinds(one.about), *_kinds(two.about)}
    for kind in scene.events(a, b):
        if kind in ACTIONS and kind in told:
            first, second = _casts(scene, one, two, kind)
            return (kind, _thing(kind, first, second)) if first and second else (kind, None)
    return None


def title(scene: Scene, one: Fact, two: Fact) -> str:
    """A short phrase for both; the same whichever side comes first."""
    found = shared_event(scene, one, two)
    if found and found[1]:
        word = _happened(*_casts(scene, one, two, found[0]))
        if word:
            return f"{found[1]} {word}"
    return _likelier(scene, one, two)


def counted_title(scene: Scene, one: Fact, two: Fact) -> str:
    """What both count: the phrase of one side of which the other tells most too."""
    return one.about if one.about == two.about else _likelier(scene, one, two)


def _casts(scene: Scene, one: Fact, two: Fact, kind: str) -> tuple[Cast | None, Cast | None]:
    sides = scene.ground.articles
    a, b = one.mentions[0], two.mentions[0]
    return cast(sides.a, a.start, a.end, kind), cast(sides.b, b.start, b.end, kind)


def _happened(first: Cast | None, second: Cast | None) -> str | None:
    """The past form of the event's verb, the shorter one of two."""
    forms = {participle(c.word.lower()) for c in (first, second) if c and c.is_verb}
    return min((form for form in forms if form), key=lambda form: (len(form), form), default=None)


def _thing(kind: str, first: Cast, second: Cast) -> str | None:
    """What both say the event happens to, or who does it where that is what such an event is told of."""
    ours, theirs = (c.doers if kind in DOER else c.undergoers for c in (first, second))
    both = [shared for x in ours for y in theirs if (shared := _common(x, y))]
    if both:
        return min(both, key=lambda phrase: (-len(phrase), phrase))
    others_a, others_b = (c.undergoers if kind in DOER else c.doers for c in (first, second))
    told = [shared for x in ours for y in second.names if (shared := _common(x, y)) and not _among(shared, others_b)]
    told += [shared for x in theirs for y in first.names if (shared := _common(x, y)) and not _among(shared, others_a)]
    return min(told, key=lambda phrase: (-len(phrase), phrase), default=None)


def _among(name: str, phrases: tuple[str, ...]) -> bool:
    return any(_common(name, phrase) for phrase in phrases)


def _common(one: str, two: str) -> str:
    """The last words that two noun phrases share: "Blake Farenthold" and "Farenthold" → "Farenthold"."""
    left, right = one.split(), two.split()
    n = 0
    while n < min(len(left), len(right), _WORDY) and left[-1 - n].casefold() == right[-1 - n].casefold():
        n += 1
    return min(" ".join(left[len(left) - n :]), " ".join(right[len(right) - n :])) if n else ""


def _likelier(scene: Scene, one: Fact, two: Fact) -> str:
    """The phrase of one side of which the other tells most too; then the shorter."""
    told = (scene.around(0, one.mentions[0]), scene.around(1, two.mentions[0]))

    def rank(fact: Fact, other: dict[str, float]) -> tuple[float, int, str]:
        kinds = _kinds(fact.about)
        return -sum(kind in other for kind in kinds) / (len(kinds) or 1), len(fact.about.split()), fact.about

    return min((rank(one, told[1]), rank(two, told[0])))[2]


@lru_cache(maxsize=1024)
def _kinds(phrase: str) -> tuple[str, ...]:
    return tuple(kind_of(word.removesuffix("'s")) for word in phrase.split())
