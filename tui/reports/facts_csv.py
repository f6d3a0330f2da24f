"""Facts x articles → CSV for a spreadsheet: one row a thing, two columns an article (its words, their values).

A cell that a spreadsheet would run as a formula gets an apostrophe in front; controls are stand-ins. What it was made
from stands in a last column, once: a comment line would be a row to a spreadsheet.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from tui.comparison import FactsTable
from tui.reports.origin import one_line, origin_of_table
from tui.safe import safe_line
from tui.verdicts.table import Cell

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""The wide ones too: spreadsheets of East Asia read them alike. Tabs and line ends have been replaced by then."""


def facts_csv(table: FactsTable) -> str:
    """The table as CSV, lines ended by `\\r\\n` (RFC 4180), the articles in the order given."""
    file = io.StringIO()
    writer = csv.writer(file)
    names = [article.source or article.path or str(n) for n, article in enumerate(table.articles, start=1)]
    columns = [column for name in names for column in (name, f"{name}: values")]
    writer.writerow(_cells(["type", "about", "verdict", *columns, "made from"]))
    made_from = one_line(origin_of_table(table))
    for n, row in enumerate(table.rows):
        told = [column for cell in row.cells for column in _told(cell)]
        writer.writerow(_cells([row.type, row.about, row.verdict or "", *told, "" if n else made_from]))
    return file.getvalue()


def _told(cell: Cell | None) -> tuple[str, str]:
    if cell is None:
        return "", ""
    return " / ".join(dict.fromkeys(mention.text for mention in cell.mentions)), " / ".join(cell.values)


def _cells(words: Iterable[str]) -> list[str]:
    """Safe for a terminal and for a spreadsheet."""
    lines = (safe_line(word) for word in words)
    return [f"'{line}" if line.startswith(_FORMULA) else line for line in lines]
