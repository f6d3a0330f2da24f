"""What the search and the orders know of the articles, kept in step with their rows.

Everything here happens inside a transaction of the caller.
"""

from __future__ import annotations

import sqlite3

_IN = (
    "INSERT INTO words (rowid, title, outlet, text) SELECT * FROM searched WHERE number = ?",
    "INSERT INTO heads (rowid, title, outlet) SELECT number, title, outlet FROM articles WHERE number = ?",
)
_OUT = (
    "INSERT INTO words (words, rowid, title, outlet, text) SELECT 'delete', * FROM searched WHERE number = ?",
    """INSERT INTO heads (heads, rowid, title, outlet)
        SELECT 'delete', number, title, outlet FROM articles WHERE number = ?""",
)


def searched(connection: sqlite3.Connection, number: int) -> None:
    """Puts an article into the search, as its row stands."""
    for statement in _IN:
        connection.execute(statement, (number,))


def unsearched(connection: sqlite3.Connection, number: int) -> None:
    """Takes it out: before its row changes or goes."""
    for statement in _OUT:
        connection.execute(statement, (number,))


def ungrouped(connection: sqlite3.Connection, number: int) -> None:
    """Puts an article back among those that wait for their story: what it was grouped by is another now. What the
    reader said of its story stays."""
    connection.execute("UPDATE articles SET story = NULL WHERE number = ?", (number,))
    connection.execute("DELETE FROM terms WHERE article = ?", (number,))


def touched(connection: sqlite3.Connection) -> None:
    """Notes that other articles are there than before, for whoever keeps an order of them."""
    connection.execute("UPDATE state SET value = value + 1 WHERE name = 'articles'")
