"""Counts that only grow: a later report that tells more of them has news, it does not contradict."""

from __future__ import annotations

import re

from tui.article import Article
from tui.facts.dates.edtf import Stretch, stretch
from tui.facts.fact import Fact
from tui.facts.kinds import kind_of
from tui.facts.quantities.value import parse
from tui.verdicts.phrasing import quoted
from tui.verdicts.scene import Scene
from tui.verdicts.verdict import Ground

GROWING = frozenset(
    kind_of(word)
    for word in """killed wounded arrested missing infected rescued evacuated raised donated displaced destroyed
    hospitalised vaccinated confirmed damaged charged collected recovered""".split()
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def updated(ground: Ground, one: Fact, two: Fact, scene: Scene) -> str | None:
    """The rule for two counts of one thing of which the later report has the higher; `None` where it has not.

    Both articles must tell the day of their publication.
    """
    if not _grows(one, two, scene):
        return None
    times = [_time(article) for article in ground.articles]
    if times[0] is None or times[1] is None or times[0].meets(times[1]):
        return None
    amounts = [parse(fact.mentions[0].value) for fact in (one, two)]
    if amounts[0] is None or amounts[1] is None:
        return None
    is_later = (times[0].start or 0) < (times[1].start or 0)
    is_higher = amounts[0].interval[0] < amounts[1].interval[0]
    if is_later != is_higher:
        return None
    a, b = (f"{quoted(f)} on {said.published}" for f, said in zip((one, two), ground.articles, strict=True))
    return f"{a}, {b}: the later report counts more of them"


def _grows(one: Fact, two: Fact, scene: Scene) -> bool:
    """Whether what is counted is told on both sides by a word for something that adds up."""
    near = {kind_of(fact.about.split()[-1]) for fact in (one, two)}
    shared = scene.events(one.mentions[0], two.mentions[0])
    return near <= GROWING or any(kind in GROWING for kind in shared[:1])


def _time(article: Article) -> Stretch | None:
    """When an article came out, to the day or finer."""
    return stretch(article.published) if article.published and _DAY.match(article.published) else None
