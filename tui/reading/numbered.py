"""`FILE#3` is the third article of a file that holds several: said once, since a file may be called so itself."""

from __future__ import annotations

import re
from pathlib import Path

_NUMBERED = re.compile(r"(.+)#(\d{1,9})", re.S)


def is_numbered(name: str) -> bool:
    """Whether a name looks so; no file is looked for."""
    return _NUMBERED.fullmatch(name) is not None


def parted(name: str) -> tuple[str, int | None]:
    """The file and the number of the article; the name itself and no number where it names none, or is a file's own."""
    found = _NUMBERED.fullmatch(name)
    return (found[1], int(found[2])) if found and not exists(name) else (name, None)


def exists(name: str) -> bool:
    """Whether there is such a file; a name that no file can have is none."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False
