"""When: the dates and times of the articles of a story, resolved together.

Durations ("for two years") are quantities and not found here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.article import Article
from tui.facts.dates.anchor import Anchor, anchors
from tui.facts.dates.joining import dates_in
from tui.facts.dates.reading import Reading
from tui.facts.dates.resolve import resolve, weekday_words
from tui.facts.fact import Fact, Mention
from tui.facts.subject import Words, about, clause, flat, kinds

__all__ = ["find_dates"]

_AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|due|scheduled|set to|plans? to|planned|expects?|expected|going to|upcoming|until"
    r"|before)\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)


def find_dates(articles: Sequence[Article], words: Sequence[Words]) -> list[list[Fact]]:
    """The dates of each article, in text order."""
    found = [dates_in(flat(article)) for article in articles]
    days = anchors(articles, found)
    return [
        [_fact(article, start, end, reading, day, content) for start, end, reading in dates]
        for article, dates, day, content in zip(articles, found, days, words, strict=True)
    ]


def _fact(article: Article, start: int, end: int, reading: Reading, anchor: Anchor, words: Words) -> Fact:
    left, right = clause(article, start, end)
    ahead = bool(_AHEAD.search(article.text, left, start))
    value = resolve(reading, anchor.day, ahead)
    inferred = value is not None and anchor.inferred and value != resolve(reading, None, ahead)
    if value is None:
        value = weekday_words(reading) or " ".join(article.text[start:end].split()).lower()
    mention = Mention(start, end, article.text[start:end], value, inferred)
    near = [*words.between(left, start), *words.between(end, right)]
    return Fact("date", about(article, start, end), (mention,), kinds(near))
