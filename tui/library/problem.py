"""What goes wrong with the library, said in one line: what, where, what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

_ADVICE: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: ("the disk is full", "make room; what was kept before is unharmed"),
    # The library's shared memory is a file beside it: the first thing for which a full disk has no room.
    sqlite3.SQLITE_IOERR_SHMSIZE: ("the disk is full", "make room; what was kept before is unharmed"),
    sqlite3.SQLITE_IOERR_SHMOPEN: ("the library may not be written", "check the permissions of its folder"),
    sqlite3.SQLITE_READONLY: ("the library may not be written", "check the permissions of its folder"),
    sqlite3.SQLITE_PERM: ("the library may not be written", "check the permissions of its folder"),
    sqlite3.SQLITE_CANTOPEN: ("the library cannot be opened", "check its folder and the permissions"),
    sqlite3.SQLITE_CORRUPT: ("the library is damaged", "move the file away, then import your last export"),
    sqlite3.SQLITE_NOTADB: ("this is no library", "move the file away to start anew"),
    sqlite3.SQLITE_BUSY: ("another program keeps the library busy", "try again when it is done"),
    sqlite3.SQLITE_LOCKED: ("another program keeps the library busy", "try again when it is done"),
    sqlite3.SQLITE_IOERR: ("the disk does not answer", "check the disk or the network share"),
    sqlite3.SQLITE_TOOBIG: ("a text is too long to be kept", "cut it into articles"),
}


class LibraryError(Exception):
    """Something that the library could not do. `str()` is one line for the reader; nothing was changed by halves."""

    def __init__(self, place: str, what: str, advice: str) -> None:
        super().__init__(f"{place}: {what}; {advice}")
        self.place = place
        self.what = what
        self.advice = advice


@contextmanager
def told_plainly(place: str) -> Iterator[None]:
    """Turns what SQLite and the file system raise into a `LibraryError`."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise  # a mistake of ours, which no advice mends
    except sqlite3.Error as error:
        exact = getattr(error, "sqlite_errorcode", None) or 0
        unknown = (str(error) or "the database failed", "check the disk, then try again")
        what, advice = _ADVICE.get(exact) or _ADVICE.get(_code(error), unknown)
        raise LibraryError(place, what, advice) from error
    except OSError as error:
        reason = (error.strerror or "the file system failed").lower()
        raise LibraryError(place, reason, "check the folder and its permissions") from error


def is_busy(error: sqlite3.Error) -> bool:
    """Whether the same act may succeed a moment later."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _code(error: sqlite3.Error) -> int:
    """The kind of trouble: the low byte of SQLite's code, without its finer points."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
