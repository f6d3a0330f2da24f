"""Corrections of an article's own words about itself, of its paragraphs, and of what is linked to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tui.article import Article, Role, Sentence
from tui.corrections.correction import ArticleSet, Correction, LinkSet, RoleSet, paragraphs
from tui.corrections.standing import normalised


def with_words(article: Article, corrections: Sequence[Correction]) -> Article:
    """With the date and the outlet that were set; an empty one means that it has none."""
    for correction in corrections:
        if isinstance(correction, ArticleSet) and correction.article == article.id:
            value = correction.value or None
            article = (
                replace(article, published=value) if correction.field == "published" else replace(article, source=value)
            )
    return article


def with_roles(article: Article, corrections: Sequence[Correction]) -> Article:
    """With the roles of the paragraphs that were set. A headline among them changes the title."""
    wanted = {c.paragraph: c.role for c in corrections if isinstance(c, RoleSet)}
    if not wanted:
        return article
    roles = {number: wanted[text] for number, text in paragraphs(article).items() if text in wanted}
    if not roles:
        return article
    sentences = tuple(replace(s, role=roles.get(s.paragraph, s.role)) for s in article.sentences)
    changed = {r.role for pair in zip(article.sentences, sentences, strict=True) for r in pair if pair[0] != pair[1]}
    title = article.title if "headline" not in changed else _headline(article, sentences, roles)
    return replace(article, sentences=sentences, title=title)


def _headline(article: Article, sentences: Sequence[Sentence], roles: Mapping[int, Role]) -> str | None:
    """Of the headlines that the reader set the first, else of those that are left."""
    told = [s for s in sentences if s.role == "headline"]
    first = next((s for s in told if s.paragraph in roles), told[0] if told else None)
    if first is None:
        return None
    whole = [s for s in told if s.paragraph == first.paragraph]
    return article.text[first.start : whole[-1].end]


def linked_pairs(a: Article, b: Article, corrections: Sequence[Correction]) -> dict[tuple[int, int], bool]:
    """By the indices of their sentences. Of a passage that stands more than once, the first goes with the first."""
    wanted = [c for c in corrections if isinstance(c, LinkSet)]
    if not wanted:
        return {}
    at_a, at_b = _places(a), _places(b)
    pairs = {}
    for correction in wanted:
        for one, other in ((correction.a, correction.b), (correction.b, correction.a)):
            for i, j in zip(at_a.get(one, ()), at_b.get(other, ()), strict=False):
                pairs[i, j] = correction.linked
    return pairs


def _places(article: Article) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index in range(len(article.sentences)):
        places[normalised(article.text_of(index))].append(index)
    return places
