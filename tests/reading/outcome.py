"""What reading may end in: articles, or one line that names the file. A traceback is neither."""

from __future__ import annotations

from pathlib import Path

from tui.article import Article
from tui.reading import ReadingError, read


def articles_or_one_line(path: Path) -> list[Article]:
    """The articles of a file; none where it was refused in one line that names it."""
    line = ""
    try:
        return read(path)
    except ReadingError as error:
        line = str(error)
    assert "\n" not in line
    assert line.startswith(str(path))
    return []
