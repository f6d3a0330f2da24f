"""Where in an article something stands, as a desk weighs it: in the headline, in the lede, further down."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Literal

from tui.article import Article, Pair, Sentence
from tui.facts import Mention

LEDE = "lede"
Prominence = Literal["headline", "lede", "further down", "beside the story"]
PROMINENCES: tuple[Prominence, ...] = ("headline", "lede", "further down", "beside the story")
"""The most prominent first; captions, bylines and promotional lines stand beside the story."""
WORDS: dict[Prominence, str] = {"headline": "in the headline", "lede": "in the lede"}
"""Of those that take a preposition."""
_RANKS: dict[str, int] = {name: rank for rank, name in enumerate(PROMINENCES)}
Told = Pair[tuple[Mention, ...]]
"""The mentions of a fact that one side alone tells."""


def prominence(article: Article, sentence: int) -> str:
    """`headline`, `lede` (the first paragraph of the story), `further down`; the role of what is no part of it."""
    return _told(article.sentences[sentence], _lede(article))


def _told(at: Sentence, lede: int) -> str:
    if at.role != "body":
        return at.role
    return LEDE if at.paragraph == lede else "further down"


def _lede(article: Article) -> int:
    """The paragraph; -1 where nothing is told."""
    return next((s.paragraph for s in article.sentences if s.role == "body"), -1)


def by_prominence(articles: Pair[Article], facts: Iterable[tuple[int, Told]]) -> list[tuple[Prominence, list[int]]]:
    """Facts by their indices, the most prominent first; where that is alike, as the article tells them."""
    return _grouped((*_place(articles, told), index) for index, told in facts)


def sentences_by_prominence(article: Article, sentences: Iterable[int]) -> list[tuple[Prominence, list[int]]]:
    """The same for sentences of an article."""
    lede = _lede(article)
    return _grouped((_rank(_told(article.sentences[index], lede)), index) for index in sentences)


def _grouped(places: Iterable[tuple[int, ...]]) -> list[tuple[Prominence, list[int]]]:
    """`places` begin with a rank and end with an index."""
    found = groupby(sorted(places), key=itemgetter(0))
    return [(PROMINENCES[rank], [index for *_, index in members]) for rank, members in found]


def _place(articles: Pair[Article], told: Told) -> tuple[int, int, int]:
    """Rank, start and end of the most prominent mention."""
    article, mentions = (articles.a, told.a) if told.a else (articles.b, told.b)
    return min((_rank(prominence(article, article.sentence_at(m.start))), m.start, m.end) for m in mentions)


def _rank(place: str) -> int:
    return _RANKS.get(place, len(PROMINENCES) - 1)
