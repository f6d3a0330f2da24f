"""The database behind the library: connections for any thread, short transactions, plain errors.

Any thread may call at any time. Each call takes a connection of its own from a pool and gives it back before it
returns; writers of this process queue for a lock, those of other processes are waited for. A library in memory
has one connection, so its callers take turns. Nothing here runs in the background.
"""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from queue import Empty, LifoQueue
from shutil import copyfile
from tempfile import TemporaryDirectory

from tui.library import schema
from tui.library.problem import LibraryError, is_busy, told_plainly
from tui.library.schema import brought_up, checked_version, version_of

PATIENCE = 30.0
"""Seconds to wait for another process that writes; its transactions are short."""
LARGEST_COPY = 256 * 1024 * 1024
"""Bytes of a library that is copied into memory."""
_WAITING = f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}"
_IDLE = 4
"""Connections kept open."""


class Store:
    """One database. Raises `LibraryError` where it cannot be opened, read or written."""

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self.place = str(file or "the library in memory")
        self._log = file.with_name(f"{file.name}-wal") if file else Path()
        self._idle: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._turn = threading.Lock()
        self._closed = False
        with told_plainly(self.place):
            connection = self._connected()
            try:
                checked_version(connection, file)
                if file is not None:
                    _journalled(connection)
                _patiently(lambda: brought_up(connection, file))
            except BaseException:
                connection.close()
                raise
            self._idle.put(connection)

    @classmethod
    def copied(cls, file: Path) -> Store:
        """A library in memory that starts with what is in a file that can only be read.

        Raises `LibraryError` where the file is no library of this version, or larger than `LARGEST_COPY`.
        """
        store = cls(None)
        with told_plainly(str(file)):
            if file.stat().st_size > LARGEST_COPY:
                raise LibraryError(str(file), "too large to be used without writing", "make its folder writable")
            with (
                _where_it_can_be_read(file) as (place, how),
                closing(sqlite3.connect(f"{place.absolute().as_uri()}?{how}", uri=True)) as source,
            ):
                if checked_version(source, file) != len(schema.STEPS):
                    raise LibraryError(str(file), "of an older version, and cannot be written", "make it writable")
                with store._connection() as connection:
                    source.backup(connection)
        return store

    def close(self) -> None:
        """Closes what is idle; a call under way closes its own connection at its end."""
        self._closed = True
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the library throughout."""
        with told_plainly(self.place), self._connection() as connection:
            _patiently(lambda: _begun(connection))
            try:
                yield connection
            finally:
                connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is kept, or nothing."""
        with told_plainly(self.place), self._turn, self._connection() as connection:
            # SQLite's own waiting grows to 0.1 s a try, which starves beside a long `add`.
            connection.execute("PRAGMA busy_timeout = 0")
            _patiently(lambda: connection.execute("BEGIN IMMEDIATE"))
            connection.execute(_WAITING)
            try:
                self._refuse_another_version(connection)
                before = connection.total_changes
                yield connection
                if connection.total_changes != before:
                    connection.execute("UPDATE state SET value = value + 1 WHERE name = 'changes'")
                _patiently(lambda: connection.execute("COMMIT"))
            except BaseException:
                connection.rollback()
                raise

    def stamp(self) -> tuple[int, ...]:
        """Another one after a change by whichever process, unless it came in the same tick of the file system's clock
        as the one before; costs no look into the library."""
        return () if self.file is None else tuple(n for path in (self.file, self._log) for n in _touched(path))

    def changes(self) -> int:
        """A number that grows with every change, whichever process makes it."""
        with self.reading() as connection:
            count: int = connection.execute("SELECT value FROM state WHERE name = 'changes'").fetchone()[0]
            return count

    def _refuse_another_version(self, connection: sqlite3.Connection) -> None:
        if version_of(connection) != len(schema.STEPS):
            what = "another version of Sidebyline has changed the library"
            raise LibraryError(self.place, what, "start this one again")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        if self._closed:
            raise LibraryError(self.place, "the library is closed", "open it again")
        connection = self._taken()
        try:
            yield connection
        finally:
            if self._closed or (self.file is not None and self._idle.qsize() >= _IDLE):
                connection.close()
            else:
                self._idle.put(connection)

    def _taken(self) -> sqlite3.Connection:
        if self.file is None:
            return self._idle.get()
        try:
            return self._idle.get_nowait()
        except Empty:
            return self._connected()

    def _connected(self) -> sqlite3.Connection:
        name = ":memory:" if self.file is None else self.file
        connection = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        # A tick that the screen showed has to outlive a power cut too; an act is rare enough to wait for the disk.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -16000")  # 16 MB: ids are random, and so are their places in an index
        return connection


@contextmanager
def _where_it_can_be_read(file: Path) -> Iterator[tuple[Path, str]]:
    """The library's file and how SQLite is to open it, where nothing can be written beside it.

    What was kept last may still lie in its log: then both are copied to where there is room. Else, and where there is
    none, the file is read as it stands; nobody else can write it either.
    """
    log = file.with_name(f"{file.name}-wal")
    with TemporaryDirectory(prefix="sidebyline-", ignore_cleanup_errors=True) if _holds(log) else nullcontext() as room:
        if room:
            try:
                copies = [Path(copyfile(each, Path(room, each.name))) for each in (file, log)]
            except OSError:
                pass
            else:
                yield copies[0], "mode=rw"
                return
        yield file, "mode=ro&immutable=1"


def _holds(log: Path) -> bool:
    return log.exists() and log.stat().st_size > 0


def _touched(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


def _journalled(connection: sqlite3.Connection) -> None:
    """The write-ahead log, or the rollback journal where the file system has no shared memory."""
    try:
        _patiently(lambda: connection.execute("PRAGMA journal_mode = WAL").fetchone())
    except sqlite3.OperationalError as error:
        if is_busy(error):
            raise
        connection.execute("PRAGMA journal_mode = DELETE")


def _begun(connection: sqlite3.Connection) -> None:
    """A transaction that already sees its state of the library; `BEGIN` alone would wait for the first question."""
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT value FROM state").fetchone()
    except BaseException:
        connection.rollback()
        raise


def _patiently(act: Callable[[], object]) -> None:
    """Runs the act again, every few milliseconds, while another process has the library to itself."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            act()
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > until:
                raise
            time.sleep(random.uniform(0.001, 0.008))  # noqa: S311 - so that two who wait do not keep in step
        else:
            return
