"""Keys of what the reader decided: made of the passages it rests on, not of places, paths or ids.

So a tick is found again when A and B are swapped, when the article is opened from elsewhere and when another
part of it changed, and is gone when the passage itself is another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple

from tui.article import Article, Pair
from tui.corrections.standing import digest, standing
from tui.facts import Mention
from tui.verdicts import ComparedFact


def fact_key(articles: Pair[Article], fact: ComparedFact) -> str:
    """Names a fact by its type, the passages of both sides and the mentions' places in them.

    The places tell two figures of one sentence apart. The same for (A, B) and (B, A); neither the verdict
    nor what the fact is said to be about counts, so that a better rule loses no tick.
    """
    sides = [
        sorted({astuple(standing(article, mention)) for mention in telling(article, mentions)})
        for article, mentions in zip(articles, fact.mentions, strict=True)
    ]
    return digest(fact.type, sorted(sides))


def telling(article: Article, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in headline and body, or all of them where there are none.

    The same story under another caption is the same passage.
    """
    story = [m for m in mentions if not article.sentences[article.sentence_at(m.start)].is_furniture]
    return story or list(mentions)
