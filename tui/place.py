"""Where the library lies: the user's data folder, private to the user."""

from __future__ import annotations

import os
from pathlib import Path

HOME_VARIABLE = "SIDEBYLINE_HOME"
FILE_NAME = "library.db"


def library_folder() -> Path:
    """The folder that `SIDEBYLINE_HOME` names, else the data folder that the system gives to its users' programs."""
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return expanded(named)
    from platformdirs import user_data_path

    return user_data_path("sidebyline", appauthor=False)


def expanded(name: str) -> Path:
    """The path, `~` the user's home; a user or a home that there is not makes it a name like any other."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def made_private(folder: Path) -> Path:
    """The library's file in the folder; both exist afterwards, for their owner alone.

    A folder that was there before keeps its own mode: it may serve other things as well. Raises `OSError`.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / FILE_NAME
    # SQLite gives its journals the mode of the file they belong to.
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    if file.stat().st_mode & 0o077:
        file.chmod(0o600)
    return file
