"""The words of heads and status lines. No widget here."""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article
from tui.comparing import DEFAULT_IGNORE
from tui.comparison import Comparison
from tui.rows import Row, Side
from tui.safe import safe_line
from tui.widgets.bar import Part
from tui.widgets.naming import day, opening, outlet
from tui.widgets.paint import fit


def head(side: Side, article: Article) -> list[Part]:
    """` A  cable news   15 Sep 2023   511 words`."""
    return [
        Part(f"{side.upper()}  {outlet(article)}", "a" if side == "a" else "b"),
        Part(day(article.published) or "no date", "muted", rank=3),
        Part(f"{article.words:,} words", "muted", rank=4),
    ]


def short_head(a: Article, b: Article) -> list[Part]:
    """Both on one line, for a narrow window."""
    return [
        Part(f"A {outlet(a)}", "a"),
        Part(day(a.published, year=False), "muted", rank=5),
        Part(f"B {outlet(b)}", "b"),
        Part(day(b.published, year=False), "muted", rank=5),
    ]


def story(articles: Sequence[Article], a: Article, width: int) -> str:
    """What the story is called, in at most `width` cells: the first title there is, or how A opens."""
    titled = next((article for article in (a, *articles) if article.title), a)
    return fit(opening(titled), width).rstrip()


def position(article: Article, sentence: int | None) -> str:
    """`9/19`: the sentence of the story and how many there are."""
    total = sum(not s.is_furniture for s in article.sentences)
    if sentence is None:
        return f"0/{total}"
    return f"{max(1, sum(not s.is_furniture for s in article.sentences[: sentence + 1]))}/{total}"


def difference(rows: Sequence[Row], cursor: int) -> str:
    """`4 of 17`: differences up to here, and all of them."""
    total = sum(row.is_difference for row in rows)
    return f"{sum(row.is_difference for row in rows[: cursor + 1])} of {total}" if total else "no difference"


def hidden(comparison: Comparison) -> tuple[str, str]:
    """What the ignore rules hide, in a long and a short form; empty where they hide nothing and are the usual."""
    count = sum(comparison.alignment.hidden.values())
    if not count and comparison.ignore == DEFAULT_IGNORE:
        return "", ""
    kinds = [kind for kind in sorted(comparison.ignore) if comparison.alignment.hidden.get(kind)]
    names = ", ".join(kinds or sorted(comparison.ignore)) or "nothing"
    return f"ignoring {names} ({count} hidden)", f"{count} hidden"


def notes(comparison: Comparison) -> str:
    return safe_line(" · ".join(comparison.alignment.notes))
