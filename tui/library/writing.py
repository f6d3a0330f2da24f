"""A file is there whole or not at all: written under a temporary name beside it, then renamed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tui.library.problem import told_plainly


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Puts the pieces into a file, for its owner alone; a file that was there stays until all is written.

    Raises `LibraryError`, and leaves nothing of its own behind.
    """
    with told_plainly(str(path)):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(handle)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
