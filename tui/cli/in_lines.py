"""`sidebyline --plain`: what the reader would open, in lines, for screen readers and scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from tui.cli.asking import names_model_told
from tui.cli.opening import kept, read_paths
from tui.cli.options import ColorName, columns, is_colored
from tui.cli.program import article, put, put_all
from tui.cli.set_right import set_right
from tui.safe import safe_line, trouble

if TYPE_CHECKING:
    from tui.article import Article
    from tui.comparing import Ignorable


def put_in_lines(
    paths: Sequence[str],
    mode: Literal["auto", "tellings", "revision"],
    ignore: frozenset[Ignorable],
    context: Sequence[str],
) -> int:
    """One article as the reader has it, two side by side, more as a list; without a path the library, while that is
    empty the samples. 2 where something could not be read."""
    if not paths and (library := kept()) is not None:
        from tui.cli.keeping import list_articles

        library.close()
        list_articles()
        return 0
    articles, problems = read_paths(paths)
    for problem in problems:
        trouble(problem)
    if len(articles) > 2:
        put_all(_listed(articles))
    elif articles:
        put(_shown(articles, mode, ignore, [article(name) for name in context]), end="")
    return 2 if problems or not articles else 0


def _shown(
    articles: Sequence[Article],
    mode: Literal["auto", "tellings", "revision"],
    ignore: frozenset[Ignorable],
    context: Sequence[Article],
) -> str:
    from tui.comparison import compare, facts_table
    from tui.reports.plain import comparison_text
    from tui.reports.reading import article_text

    width, color = columns(None), is_colored(ColorName.AUTO)
    corrections = set_right([*articles, *context])
    with names_model_told():
        if len(articles) == 1:
            table = facts_table(articles, context=context, corrections=corrections)
            return article_text(table, width=width, color=color)
        a, b = articles
        comparison = compare(a, b, mode=mode, ignore=ignore, context=context, corrections=corrections)
        return comparison_text(comparison, width=width, color=color)


def _listed(articles: Sequence[Article]) -> Iterator[str]:
    """A line an article, with the path that opens it."""
    from tui.corrections import corrected_article
    from tui.reports.naming import opening, outlet

    corrections = set_right(articles)
    for told in articles:
        right = corrected_article(told, corrections)
        parts = [told.path or told.id, right.published or "-", outlet(right), opening(right)]
        yield "  ".join([*map(safe_line, parts), f"{told.words:,} words"]) + "\n"
