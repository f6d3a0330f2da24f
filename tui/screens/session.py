"""What outlives a screen: the open articles, how they are compared, what was compared already, the triage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.article import Article, Pair
from tui.comparison import Comparison, link
from tui.screens.options import CompareOptions
from tui.screens.triage import Triage

KEPT = 24
"""Comparisons kept: going back to a partner costs nothing."""
_Key = tuple[str, str, CompareOptions]


@dataclass
class Session:
    articles: Sequence[Article]
    options: CompareOptions = field(default_factory=CompareOptions)
    triage: Triage = field(default_factory=Triage)
    _compared: dict[_Key, Comparison] = field(default_factory=dict)

    def known(self, pair: Pair[Article], options: CompareOptions) -> Comparison | None:
        """What was found out about a pair before; its facts may still be missing."""
        return self._compared.get((pair.a.id, pair.b.id, options))

    def keep(self, comparison: Comparison, options: CompareOptions) -> None:
        key = (comparison.a.id, comparison.b.id, options)
        self._compared.pop(key, None)
        self._compared[key] = comparison
        while len(self._compared) > KEPT:
            del self._compared[next(iter(self._compared))]

    @staticmethod
    def link(pair: Pair[Article], options: CompareOptions) -> Comparison:
        """Takes as long as the texts are long: for a worker."""
        return link(pair.a, pair.b, mode=options.mode, ignore=options.ignore, context=options.context)

    def partner(self, pair: Pair[Article], by: int) -> Article | None:
        """The next or previous article that could stand in B's place; `None` where there is no other."""
        others = [article for article in self.articles if article is not pair.a]
        if not any(article is not pair.b for article in others):
            return None
        at = next((n for n, article in enumerate(others) if article is pair.b), -1 if by > 0 else 0)
        return others[(at + by) % len(others)]
