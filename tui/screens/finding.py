"""Searching both texts at once. Words are found in any case, with any white space between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.article import Article, Pair, Span
from tui.rows import Side

LIMIT = 10_000
"""Places per article: more than that is no search, and each costs memory."""


class Found(NamedTuple):
    side: Side
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def find(query: str, articles: Pair[Article]) -> list[Found]:
    """Every place, A's before B's."""
    words = query.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)
    return [*_in("a", pattern, articles.a.text), *_in("b", pattern, articles.b.text)]


def _in(side: Side, pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    for count, match in enumerate(pattern.finditer(text)):
        if count == LIMIT:
            return
        yield Found(side, *match.span())
