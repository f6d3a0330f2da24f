"""Numbers that stand for the whole event: the dead and the injured as a headline or a lead gives them, the magnitude.

Two leads that tell of one event mean one number by "kills at least 30" and "death toll hits 27", however few words
they share. Where one text gives two that differ ("12 died in Vik and 20 in Moss"), they are of its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.article import Article
from tui.facts.fact import Fact
from tui.facts.quantities.magnitudes import UNIT
from tui.verdicts.fates import same_toll, toll_of
from tui.verdicts.matching import MOST
from tui.verdicts.scene import Scene

_LEAD = 0.25
"""What it adds to the likeness of two that both lead."""


class OfTheEvent:
    """Which facts of two articles give such a number; `together`: whether one article can say both of one thing."""

    def __init__(self, scene: Scene, sides: Sequence[Sequence[Fact]], together: Callable[[Fact, Fact], bool]) -> None:
        self._scene = scene
        self._leading: set[int] = set()
        self._parts: set[int] = set()
        for side, facts in enumerate(sides):
            told = [fact for fact in facts[:MOST] if toll_of(fact) or UNIT in fact.subject]
            article = scene.ground.articles[side]
            for fact in told:
                others = [f for f in told if f.subject == fact.subject and not together(fact, f)]
                if any(_sentence(article, fact) == _sentence(article, other) for other in others):
                    self._parts.add(id(fact))
                if scene.in_lead(side, fact.mentions[0]) and not any(
                    scene.in_lead(side, other.mentions[0]) for other in others
                ):
                    self._leading.add(id(fact))

    def likeness(self, one: Fact, two: Fact) -> float:
        """What it says for one number that both sides lead with one of its kind."""
        same = same_toll(one, two) or UNIT in one.subject & two.subject
        if not same or not {id(one), id(two)} <= self._leading:
            return 0.0
        return _LEAD if self._scene.share_more(one.mentions[0], two.mentions[0]) else 0.0

    def is_part(self, fact: Fact) -> bool:
        """Whether its sentence gives another number of the same kind, so that neither is the whole."""
        return id(fact) in self._parts


def _sentence(article: Article, fact: Fact) -> int:
    return article.sentence_at(fact.mentions[0].start) if article.sentences else 0
