"""When: the dates and times of the articles of a story, resolved together.

Durations ("for two years") are quantities and not found here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.article import Article
from tui.facts.budget import LISTED, MANY, phrased
from tui.facts.dates.anchor import Anchor, anchors
from tui.facts.dates.atoms import Atom
from tui.facts.dates.joining import dates_in
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
    found = [dates_in(flat(article))[:LISTED] for article in articles]
    days = anchors(articles, found)
    return [
        _facts(article, dates, day, content)
        for article, dates, day, content in zip(articles, found, days, words, strict=True)
    ]


def _facts(article: Article, dates: Sequence[Atom], anchor: Anchor, words: Words) -> list[Fact]:
    few = phrased(article, (start for start, _, _ in dates))
    return [_fact(article, date, anchor, words, full=full) for date, full in zip(dates, few, strict=True)]


def _fact(article: Article, date: Atom, anchor: Anchor, words: Words, *, full: bool) -> Fact:
    """`full`: the words beside the date are read."""
    start, end, reading = date
    left, right = clause(article, start, end) if full else (start, end)
    ahead = bool(_AHEAD.search(article.text, left, start))
    value = resolve(reading, anchor.day, ahead)
    inferred = value is not None and anchor.inferred and value != resolve(reading, None, ahead)
    if value is None:
        value = weekday_words(reading) or " ".join(article.text[start:end].split()).lower()
    mention = Mention(start, end, article.text[start:end], value, inferred)
    near = [*words.between(left, start), *words.between(end, right)]
    return Fact("date", about(article, start, end) if full else MANY, (mention,), kinds(near))
