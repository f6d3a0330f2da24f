"""What the reader set right by hand, for commands: it holds in every report of the same texts."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.article import Article
    from tui.corrections import Correction


def set_right(articles: Sequence[Article]) -> tuple[Correction, ...]:
    """The corrections that speak of these articles, as far as there is a library that can be read.

    Where nothing was ever set right it costs a look into one table: the library's own modules take 0.1 s.
    """
    from tui.place import FILE_NAME, library_folder

    try:
        if not _has_corrections(library_folder() / FILE_NAME):
            return ()
    except OSError:
        return ()
    from tui.library import Library, LibraryError

    try:
        with Library.open_to_read() as library:
            return tuple(library.corrections.of(articles))
    except LibraryError:
        return ()


def _has_corrections(file: Path) -> bool:
    if not file.exists():
        return False
    import sqlite3

    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("SELECT 1 FROM decisions WHERE kind = 'correction' LIMIT 1").fetchone())
    except sqlite3.Error:
        return True  # where it cannot be asked like this, as on a full disk, it is opened
