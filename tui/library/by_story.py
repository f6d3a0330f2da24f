"""Which of some articles tell the same event: the library's own grouping, for articles that are not kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.article import Article
from tui.library.library import Library
from tui.library.problem import LibraryError


def by_story(articles: Sequence[Article]) -> list[list[int]]:
    """The articles of each story, as ascending indices, the stories by their first article."""
    groups: dict[str, list[int]] = {}
    with Library.in_memory() as library:
        # Without their paths: two versions of a file are two articles here.
        library.articles.add(replace(article, path=None) for article in articles)
        library.stories.group()
        for index, article in enumerate(articles):
            groups.setdefault(_story(library, article), []).append(index)
    return list(groups.values())


def _story(library: Library, article: Article) -> str:
    """The story's id; for an article that is another one but for its furniture, that one's."""
    try:
        return library.stories.of(article.id) or article.id
    except LibraryError:
        words = article.opening.strip("()")
        found = library.articles.entries(library.listing.numbers())
        return next((entry.story for entry in found if entry.story and entry.opening.strip("()") == words), article.id)
