"""The tables, and the way from one version of them to the next.

Each step is one script; the number of steps run so far is the file's version (`PRAGMA user_version`). Steps
are only ever added. A library with something in it is migrated on a copy first: where that fails, the library
is left as it was. In the library itself all steps run in one transaction, so that a kill leaves the one version
or the other.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from tui.library.problem import LibraryError

APPLICATION = 0x53424C31
"""Says that an SQLite file is ours ("SBL1")."""

_FIRST = """
CREATE TABLE state (
    name TEXT PRIMARY KEY,
    value
) WITHOUT ROWID;
INSERT INTO state VALUES ('changes', 0);

CREATE TABLE decisions (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    mark TEXT NOT NULL,
    note TEXT NOT NULL,
    detail TEXT NOT NULL,
    at REAL NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE INDEX decisions_by_mark ON decisions (kind, mark);

CREATE TABLE acts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    at REAL NOT NULL,
    session TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX acts_undone ON acts (undone);
CREATE TABLE changes (
    act INTEGER NOT NULL REFERENCES acts (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (act, kind, key)
) WITHOUT ROWID;

CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    telling TEXT NOT NULL,
    work INTEGER NOT NULL,
    latest INTEGER NOT NULL,
    title,
    outlet,
    published TEXT,
    day TEXT,
    opening NOT NULL,
    words INTEGER NOT NULL,
    added REAL NOT NULL,
    story TEXT
);
CREATE INDEX articles_by_telling ON articles (telling);
CREATE INDEX articles_by_work ON articles (work);
CREATE INDEX articles_by_day ON articles (day);
CREATE INDEX articles_by_story ON articles (story, number);
CREATE TABLE texts (
    number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    text NOT NULL,
    sentences BLOB NOT NULL,
    about TEXT NOT NULL
);
CREATE TABLE sources (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    path,
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    at REAL NOT NULL
);
CREATE INDEX sources_by_article ON sources (article);
CREATE INDEX sources_by_path ON sources (path);
CREATE INDEX sources_by_id ON sources (id);

CREATE VIEW searched (number, title, outlet, text) AS
    SELECT articles.number, title, outlet, text FROM articles JOIN texts USING (number);
CREATE VIRTUAL TABLE words USING fts5 (
    title, outlet, text, content = 'searched', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE heads USING fts5 (
    title, outlet, content = 'articles', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO state VALUES ('articles', 0);

CREATE TABLE progress (
    path PRIMARY KEY,
    offset INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    digest BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE terms (
    term TEXT NOT NULL,
    day INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    weight REAL NOT NULL,
    PRIMARY KEY (term, day, article)
) WITHOUT ROWID;
CREATE INDEX terms_of_article ON terms (article);
CREATE TABLE frequencies (
    term TEXT PRIMARY KEY,
    articles INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO state VALUES ('grouped', 0);
"""

STEPS: tuple[str, ...] = (_FIRST,)


def version_of(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def brought_up(connection: sqlite3.Connection, file: Path | None) -> None:
    """The tables as this version of the program knows them. `file` is where the library lies, `None` in memory.

    Raises `LibraryError` for a library of a newer version and for a database that is none of ours.
    """
    version = checked_version(connection, file)
    if version == len(STEPS):
        return
    if version and file is not None:
        _rehearsed(connection, file)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        # Another process may have done it in the meantime.
        _run(connection, checked_version(connection, file))
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def checked_version(connection: sqlite3.Connection, file: Path | None) -> int:
    """The version of a library that this program may write; 0 for a file with nothing in it. Changes nothing."""
    version = version_of(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    known = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    place = str(file or "memory")
    if known and application != APPLICATION:
        raise LibraryError(place, "a database of another program", "name another folder in SIDEBYLINE_HOME")
    if version > len(STEPS):
        what = f"a library of a newer version of Sidebyline ({version}; this one knows {len(STEPS)})"
        raise LibraryError(place, what, "update Sidebyline; the library was left untouched")
    return version


def _run(connection: sqlite3.Connection, version: int) -> None:
    for step in STEPS[version:]:
        for statement in _statements(step):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {len(STEPS)}")


def _statements(script: str) -> list[str]:
    """`executescript` would commit the transaction that a migration must be."""
    found, waiting = [], ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            found.append(waiting)
            waiting = ""
    return found


def _rehearsed(connection: sqlite3.Connection, file: Path) -> None:
    """Migrates a copy beside the library and checks it; whatever happens, the copy is gone afterwards."""
    for leftover in file.parent.glob(f"{file.name}.trial-*"):
        leftover.unlink(missing_ok=True)
    trial = file.with_name(f"{file.name}.trial-{os.getpid()}")
    try:
        trial.touch(mode=0o600)
        copy = sqlite3.connect(trial, isolation_level=None)
        try:
            connection.backup(copy)
            copy.execute("BEGIN")
            _run(copy, version_of(copy))
            copy.execute("COMMIT")
            if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("the migrated copy failed its check")
        finally:
            copy.close()
    except sqlite3.Error as error:
        what = f"cannot be brought to this version ({error})"
        raise LibraryError(str(file), what, "it was left as it is; use the older Sidebyline for it") from error
    finally:
        for leftover in file.parent.glob(f"{trial.name}*"):
            leftover.unlink(missing_ok=True)
