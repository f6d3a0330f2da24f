"""Which articles the library lists, and in which order. No widget here, and nothing of what is on disk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from tui.article import Article
from tui.reports.naming import day, outlet

_WORD = re.compile(r"\w{4,}")
BAR_CELLS = 5


class Shelf:
    """The articles that are open, found by their words and ordered by likeness."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles

    @cached_property
    def _searched(self) -> list[str]:
        return [
            f"{outlet(a)} {day(a.published)} {a.published or ''} {a.opening} {a.path or ''}".casefold()
            for a in self.articles
        ]

    def listed(self, query: str = "", likeness: Sequence[float] | None = None) -> list[int]:
        """Indices of the articles that hold every word of the query, the likest first where likeness is known."""
        words = query.casefold().split()
        if words:
            found = [n for n, text in enumerate(self._searched) if all(word in text for word in words)]
        else:
            found = list(range(len(self.articles)))
        return sorted(found, key=lambda n: -likeness[n]) if likeness else found

    def likeness(self, to: int) -> list[float]:
        """How much of the rarer words each article shares with one of them: 0 to 1, 1 for itself.

        The share of the shorter one's distinct words of four letters and more: cheap, made to sort a list by.
        """
        own = _words(self.articles[to])
        result = []
        for n, article in enumerate(self.articles):
            words = own if n == to else _words(article)
            least = min(len(own), len(words))
            result.append(1.0 if n == to else len(own & words) / least if least else 0.0)
        return result


def _words(article: Article) -> set[str]:
    return set(_WORD.findall(article.text.casefold()))


def likeness_bar(share: float) -> str:
    """`▆▆▆· ·` as five cells: how much is shared, to be read at a glance."""
    full = round(share * BAR_CELLS)
    return "▆" * full + "▁" * (BAR_CELLS - full)
