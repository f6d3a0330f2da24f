"""What a report was made from, as every report says it: both articles with hash and date, the rules, the version.

No clock is asked and no place on this machine is named but the path that the reader typed: the same articles under
the same rules give the same words.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.article import Article
from tui.comparing import IGNORABLE
from tui.comparison import Comparison, FactsTable
from tui.reports.naming import outlet
from tui.reports.words import count
from tui.safe import safe_line
from tui.version import VERSION

Origin = tuple[tuple[str, str], ...]
"""Labels and what stands behind them; each a safe line."""


def origin_of(comparison: Comparison) -> Origin:
    """Of a comparison: A, B, what gave context, the mode, the rules and what they hide, the version."""
    sides = tuple((side, told(article)) for side, article in zip("AB", comparison.articles, strict=True))
    context = tuple(("context", told(article)) for article in comparison.context)
    return (*sides, *context, ("mode", comparison.mode), ("ignoring", ignoring(comparison)), _MADE_BY)


def origin_of_table(table: FactsTable) -> Origin:
    """Of a facts table: its articles by their numbers, and the version."""
    return (*((str(n), told(article)) for n, article in enumerate(table.articles, start=1)), _MADE_BY)


def ignoring(comparison: Comparison) -> str:
    """`case (3 hidden), quotes (5 hidden)`, or `nothing`."""
    hidden = comparison.alignment.hidden
    kinds = [f"{kind} ({hidden.get(kind, 0):,} hidden)" for kind in IGNORABLE if kind in comparison.ignore]
    return ", ".join(kinds) or "nothing"


def told(article: Article) -> str:
    """Who, when, where from, and the hashes that find the very text again."""
    return safe_line(" · ".join(_parts(article)))


def one_line(origin: Origin) -> str:
    return "; ".join(f"{label}: {words}" for label, words in origin)


def _parts(article: Article) -> Iterable[str]:
    yield outlet(article)
    yield article.published or "no date"
    if article.path:
        yield article.path
    if article.url:
        yield article.url
    yield count(article.words, "word")
    yield f"text {article.id}"
    if article.sha256:
        yield f"file sha256 {article.sha256}"


_MADE_BY = ("made by", f"sidebyline {VERSION}")
