"""Where in an article something stands, as a desk weighs it: in the headline, in the lede, further down."""

from __future__ import annotations

from tui.article import Article

LEDE = "lede"


def prominence(article: Article, sentence: int) -> str:
    """`headline`, `lede` (the first paragraph of the story), `further down`; the role of what is no part of it."""
    at = article.sentences[sentence]
    if at.role != "body":
        return at.role
    first = next(s.paragraph for s in article.sentences if s.role == "body")
    return LEDE if at.paragraph == first else "further down"
