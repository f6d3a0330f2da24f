"""Short phrases that say what a date or a number belongs to, for a reader's eye: the title of a fact.

They are cut from the article's own words without a parser, so they stay short and never guess at what the text
does not say. Verdicts do not rest on them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article
from tui.facts.phrases.clause_phrase import ALONE, clause_phrase
from tui.facts.phrases.counted_phrase import counted_phrase
from tui.facts.phrases.tokens import HERE, around

__all__ = ["DATELINE", "about", "about_counted"]

DATELINE = "date of the article"
"""What the date in a date line or a byline is about."""


def about(article: Article, start: int, end: int) -> str:
    """What happened at a date, or what a measure measures: "Masterson sentenced", "hit to profits"."""
    role = article.sentences[article.sentence_at(start)].role if article.sentences else "body"
    if role in ("date", "byline"):
        return DATELINE
    tokens = around(article, start, end)
    phrase = clause_phrase(tokens, tokens.index(HERE))
    return _elsewhere(article, start) if phrase == ALONE else phrase


def _elsewhere(article: Article, start: int) -> str:
    """For a mention with too few words beside it: those of the sentence before."""
    if not article.sentences:
        return ALONE
    index = article.sentence_at(start)
    here, last = article.sentences[index], article.sentences[index - 1]
    if index and last.paragraph == here.paragraph:
        tokens = around(article, last.end, last.end)
        return clause_phrase(tokens, tokens.index(HERE))
    return ALONE


def about_counted(article: Article, start: int, end: int, noun: Sequence[str]) -> str:
    """What a number counts. `noun`: the counted noun and the words before it, or nothing."""
    tokens = around(article, start, end)
    return counted_phrase(tokens, tokens.index(HERE), noun)
