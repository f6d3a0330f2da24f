"""What an article and a date are called, on the screen and in reports. Every result is safe to show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Protocol

from tui.article import Article
from tui.safe import safe_line

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?\Z")


def outlet(article: Article) -> str:
    """Who tells it: the outlet; without one the file's name; without that the first words."""
    return named(article.source, article.path, article.opening)


def told_apart(articles: Sequence[Article]) -> list[str]:
    """A name for each, all different: by the outlet, else by path, else by number (`story.txt (2)`)."""
    for name in (outlet, lambda article: safe_line(article.path or "")):
        names = [name(article) for article in articles]
        if all(names) and len(set(names)) == len(names):
            return names
    return [f"{outlet(article)} ({n})" for n, article in enumerate(articles, start=1)]


def named(source: str | None, path: str | None, opening: str) -> str:
    """`outlet` for an article that is not loaded."""
    if source:
        return safe_line(source)
    if path and path != "-":
        file = PurePath(path)
        return safe_line(file.stem if file.suffix and "#" not in file.suffix else file.name)
    return safe_line(opening)[:40]


class Opening(Protocol):
    """What opens with a title or its first words."""

    @property
    def opening(self) -> str: ...


def opening(article: Opening) -> str:
    """The title, or the first words in brackets."""
    return safe_line(article.opening)


def day(published: str | None, *, year: bool = True) -> str:
    """`2023-09-15` as `15 Sep 2023`; any other EDTF as it is; nothing for none."""
    if not published:
        return ""
    match = _DAY.match(published)
    if not match or not 1 <= int(match[2]) <= 12:
        return safe_line(published)
    parts = [str(int(match[3]))] if match[3] else []
    parts.append(MONTHS[int(match[2]) - 1])
    if year:
        parts.append(match[1])
    return " ".join(parts)
