"""What an article claims: its facts, each with the words that it rests on.

Pure: no file is opened but the package's own data, and no two articles are judged against each
other (`tui.verdicts` does that). Each kind of fact has its module with a finder and a normaliser.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article
from tui.facts.fact import NAME_TYPES, Fact, FactType, Mention

__all__ = ["NAME_TYPES", "Fact", "FactType", "Mention", "find_facts", "limits_of"]


def find_facts(articles: Sequence[Article]) -> list[tuple[Fact, ...]]:
    """The facts of each article, in the order given.

    The articles tell one story: names and dates are settled over all of them together, so the result
    for an article depends on which others are given, but not on their order.
    """
    # 0.2 s of patterns and vocabulary: a screen shows both texts before it asks for their facts.
    from tui.facts.finding import facts_of

    return facts_of(articles)


def limits_of(article: Article, facts: Sequence[Fact], name: str) -> tuple[str, ...]:
    """What `find_facts` left out of an article because there is too much of it, each a plain sentence; mostly nothing.

    `name`: what the reader knows the article by.
    """
    from tui.facts.budget import limits

    return limits(article, facts, name)
