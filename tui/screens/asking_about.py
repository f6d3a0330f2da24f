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
A_DATE = "Such as 2023-09-15, 15 September 2023, 2023-09 or 2023"
NO_DATE = "Not one date. " + A_DATE


def offer(article: Article, field: Asked, whose: str) -> str:
    """The choice that leads here: `Set A's date (2023-09-15) …`."""
    now = article.published if field == "published" else article.source
    return f"Set {whose} {NAMES[field]} ({safe_line(now or 'none')}) …"


def ask(screen: Place, article: Article, field: Asked, keep: Callable[[ArticleSet], None]) -> None:
    """Asks for it; an empty answer means that the article has none."""

    def take(value: str | None) -> None:
        if value is not None:
            keep(ArticleSet(article.id, field, as_date(value) or "" if field == "published" else value.strip()))

    title = f"The {NAMES[field]} of the article"
    if field == "published":
        screen.let_write(title, safe_line(article.published or ""), take, check=no_date, form=A_DATE)
    else:
        screen.let_write(title, safe_line(article.source or ""), take)


def no_date(value: str) -> str:
    """Why it cannot be taken as a date; nothing where it can, or where there is nothing."""
    return NO_DATE if value.strip() and as_date(value) is None else ""


def as_date(value: str) -> str | None:
    """The date as the facts have it (EDTF), of one written so or as newspapers write it; `None` for what is none, or
    could be two."""
    from tui.facts.dates.edtf import stretch
    from tui.reading.dateline import written_date

    value = value.strip()
    return value if stretch(value) is not None else written_date(value)
