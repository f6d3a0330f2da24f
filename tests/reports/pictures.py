"""Draws the HTML report as a browser shows it: `python -m tests.reports.pictures FOLDER`.

For the README only: fonts differ from machine to machine, so no test compares these pictures.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.reports.chromium import chromium, is_there
from tui import compare, read
from tui.reports.html import html_text

_SEEDS = Path(__file__).parents[2] / "seeds"
_WINDOWS = {"html-wide.png": (1200, 760), "html-phone.png": (390, 760)}


def draw(folder: Path) -> None:
    """Writes a PNG a window."""
    articles = [read(_SEEDS / f"{name}.txt")[0] for name in ("national-daily", "broadcaster")]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch, chromium(Path(scratch) / "profile") as tab:
        page = Path(scratch) / "page.html"
        page.write_text(html_text(compare(*articles)), "utf-8")
        for name, (width, height) in _WINDOWS.items():
            tab.look(width, height)
            tab.open(page)
            (folder / name).write_bytes(tab.picture())


if __name__ == "__main__":
    if is_there():
        draw(Path(sys.argv[1]))
    else:
        print("no Chromium: the pictures of the HTML report stay as they are", file=sys.stderr)
