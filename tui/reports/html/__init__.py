"""Comparison or facts table → one HTML file that loads nothing and reads without a script.

A script inside it, the only one its own policy lets run, adds jumping and folding. Everything that an article or
a reader wrote arrives escaped.
"""

from __future__ import annotations

from tui.reports.html.report import html_text
from tui.reports.html.table import facts_html

__all__ = ["facts_html", "html_text"]
