"""Asks for the date or the outlet of an article, where what it says of itself is wrong or missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from tui.article import Article
from tui.corrections import ArticleSet
from tui.safe import safe_line
from tui.screens.base import Place

Asked = Literal["published", "source"]
NAMES: dict[Asked, str] = {"published": "date", "source": "outlet"}
NO_DATE = "Write a date such as 2023-09-15, 2023-09 or 2023"


def offer(article: Article, field: Asked, whose: str) -> str:
    """The choice that leads here: `Set A's date (2023-09-15) …`."""
    now = article.published if field == "published" else article.source
    return f"Set {whose} {NAMES[field]} ({safe_line(now or 'none')}) …"


def ask(screen: Place, article: Article, field: Asked, keep: Callable[[ArticleSet], None]) -> None:
    """Asks for it; an empty answer means that the article has none."""

    def take(value: str | None) -> None:
        if value is None:
            return
        if field == "published" and value.strip() and not is_date(value.strip()):
            screen.notify(NO_DATE, timeout=3)
        else:
            keep(ArticleSet(article.id, field, value.strip()))

    now = article.published if field == "published" else article.source
    screen.let_write(f"The {NAMES[field]} of the article", safe_line(now or ""), take)


def is_date(value: str) -> bool:
    """Whether it is a date as the facts have it (EDTF)."""
    from tui.facts.dates.edtf import stretch

    return stretch(value) is not None
