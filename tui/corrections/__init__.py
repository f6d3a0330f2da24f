"""What the reader sets right by hand, and how it is put to use. Pure: where it is kept is the library's business."""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article
from tui.corrections.correction import (
    ArticleSet,
    Correction,
    FactSet,
    LinkSet,
    NamesSet,
    RoleSet,
    Texts,
    from_detail,
    name_of,
    paragraphs,
    to_detail,
)
from tui.corrections.standing import Standing, digest, normalised, standing
from tui.facts import Fact

__all__ = [
    "ArticleSet",
    "Correction",
    "FactSet",
    "LinkSet",
    "NamesSet",
    "RoleSet",
    "Standing",
    "Texts",
    "corrected_article",
    "corrected_facts",
    "digest",
    "from_detail",
    "linked_by_hand",
    "name_of",
    "normalised",
    "paragraphs",
    "standing",
    "to_detail",
]


def corrected_article(article: Article, corrections: Sequence[Correction]) -> Article:
    """The article with the date, the outlet and the roles of paragraphs that the reader gave it; its id stays."""
    if not corrections:
        return article
    from tui.corrections.articles import with_roles, with_words

    return with_roles(with_words(article, corrections), corrections)


def linked_by_hand(a: Article, b: Article, corrections: Sequence[Correction]) -> dict[tuple[int, int], bool]:
    """Pairs of sentences that the reader linked (true) or parted (false)."""
    if not corrections:
        return {}
    from tui.corrections.articles import linked_pairs

    return linked_pairs(a, b, corrections)


def corrected_facts(
    articles: Sequence[Article], facts: Sequence[tuple[Fact, ...]], corrections: Sequence[Correction]
) -> list[tuple[Fact, ...]]:
    """The facts of some articles as the reader has them: what is wrong is gone, what has another value has it, names
    that are one are one, and names that are not are two. Mentions that were touched say so (`by_hand`)."""
    if not corrections:
        return list(facts)
    from tui.corrections.facts import with_names, with_values
    from tui.corrections.parting import with_names_apart

    values = with_values(articles, facts, corrections)
    return with_names(articles, with_names_apart(articles, values, corrections), corrections)
