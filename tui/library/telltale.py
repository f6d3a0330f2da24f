"""The terms that tell what an article is about: rare in the library, frequent in the article, names above all.

Pure. Measured on 479 articles of 43 events and 25 of ten others, each in one library, in four orders: grouping by 24
terms gets a pairwise F1 of 0.963 to 0.99, by 12 terms 0.94 to 0.96; without the weight of names 0.02 less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log, sqrt

from tui.article import Sentence
from tui.comparing.terms import STOP_WORDS, stem

MOST = 24
"""Terms of an article."""
_NAME = 2.2
"""How much more a term tells that is mostly written with a capital inside a sentence."""
_KNOWN = 100
_USUAL = 0.01
"""A library of few articles does not know which words are rare: it is taken to hold so many more, of which
this share has any given word."""
_WORD = re.compile(r"[^\W\d_][\w'’-]{2,40}")
_OPENING = re.compile(rf"(?:^|[.!?…][\"”’')\]]{{0,3}}\s)\W{{0,3}}({_WORD.pattern})")
"""A word that may well begin a sentence: its capital tells nothing."""
_LONGEST = 40_000
"""Characters of an article that are looked at: what it is about stands there."""


def counted(text: str, paragraphs: Iterable[Sentence]) -> dict[str, float]:
    """Each term of the story with its weight before its rarity is known: about 0.2 ms for 500 words."""
    words: list[str] = []
    openings: list[str] = []
    for paragraph in paragraphs:
        if not paragraph.is_furniture and paragraph.start < _LONGEST:
            stretch = text[paragraph.start : min(paragraph.end, _LONGEST)]
            words += _WORD.findall(stretch)
            openings += _OPENING.findall(stretch)
    opening = Counter(openings)
    times: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for word, n in Counter(words).items():
        term = _term(word)
        if term:
            times[term] += n
            if word[0].isupper():
                capital[term] += n - opening[word]
    return {term: (1 + log(n)) * (_NAME if capital[term] * 2 >= n else 1.0) for term, n in times.items()}


@lru_cache(maxsize=1 << 16)
def _term(word: str) -> str | None:
    low = word.casefold().replace("’", "'").removesuffix("'s")
    return None if low in STOP_WORDS else stem(low)


def telltale(counts: Mapping[str, float], frequencies: Mapping[str, int], articles: int) -> dict[str, float]:
    """The heaviest terms, as a vector of length 1. `frequencies` says in how many of the articles a term stands."""
    many = articles + _KNOWN
    rare = {term: log(many / (frequencies.get(term, 0) + _KNOWN * _USUAL)) for term in counts}
    heavy = sorted(((-weight * rare[term], term) for term, weight in counts.items() if rare[term] > 0))[:MOST]
    length = sqrt(sum(weight * weight for weight, _ in heavy)) or 1.0
    return {term: -weight / length for weight, term in heavy}
