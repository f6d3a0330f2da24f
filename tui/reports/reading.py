"""One article as the reader shows it, in lines: its paragraphs by number, its facts, and where each of them stands."""

from __future__ import annotations

from itertools import groupby

from rich.text import Text

from tui.article import Article
from tui.comparison import FactsTable
from tui.reports.plain import Page, described, written
from tui.rows import shown
from tui.rows.prominence import prominence
from tui.safe import safe_line
from tui.verdicts.table import Cell, Row

_GUTTER = 5


def article_text(table: FactsTable, *, width: int, color: bool) -> str:
    """The only article of a table in lines of at most `width` cells: furniture in parentheses, without a number."""
    (article,) = table.articles
    page = Page(width, color=color)
    page.line(described(article), style="bold")
    page.line()
    number = 0
    for _, sentences in groupby(article.sentences, key=lambda s: (s.paragraph, s.is_furniture)):
        told = list(sentences)
        words = " ".join(shown(article.text[s.start : s.end]) for s in told)
        number += not told[0].is_furniture
        aside = told[0].is_furniture
        page.hanging("" if aside else f"{number:>3}", Text(f"({words})" if aside else words), _GUTTER)
    rows = [(cell, row) for row in table.rows for cell in row.cells if cell is not None]
    page.line()
    page.line(f"FACTS  {len(rows):,}", style="bold")
    for cell, row in sorted(rows, key=lambda pair: (pair[0].mentions[0].start, pair[0].mentions[0].end)):
        page.hanging("", Text(_fact(article, cell, row)), _GUTTER)
    return page.text()


def _fact(article: Article, cell: Cell, row: Row) -> str:
    """`date: last week (2023-09-04/2023-09-10, inferred) — sentenced · lede`."""
    words, about = written(cell.mentions), safe_line(row.about)
    quoted = row.type in ("quote", "statement")
    said_by = f" — {safe_line(', '.join(cell.speaker))}" if cell.speaker else ""
    tail = said_by if quoted else f" — {about}" if about.casefold() not in words.casefold() else ""
    return f"{row.type}: {words}{tail} · {prominence(article, article.sentence_at(cell.mentions[0].start))}"
