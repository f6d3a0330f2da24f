"""Which of the library's articles a text is: one that is known, a new revision, or a new one.

Everything here happens inside a transaction of the caller.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import fields

from tui.article import Article
from tui.frozen import dataclass
from tui.library.indexed import touched
from tui.library.record import Cell, Row, cell, row_of, words_in
from tui.library.righting import brought_in, known
from tui.reading.numbered import is_numbered

BATCH = 400
"""Articles in one transaction: what a kill may cost, and how long another writer waits (about 0.2 s)."""
_KINDRED = 0.6
"""Share of the distinct words that a record at the same place must have in common to be a revision."""
BY_TEXT = "SELECT number, work, latest FROM articles WHERE id = ? OR telling = ?"
_LAST_AT_PATH = """SELECT work, articles.number, text
    FROM sources JOIN articles ON articles.number = article JOIN texts ON texts.number = article
    WHERE path = ? ORDER BY sources.number DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the articles that were added."""

    new: int = 0
    revised: int = 0
    """Texts that took the place of another at the same path; not among `new`."""
    known: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Added)))


def prepared(articles: Iterable[Article], *, whole: bool = False) -> list[tuple[Article, Row]]:
    """What can be done before a transaction begins, so that others wait the less.

    `whole`: the sentences of these articles are whole paragraphs still.
    """
    return [(article, row_of(article, whole=whole)) for article in articles]


def kept(connection: sqlite3.Connection, batch: Sequence[tuple[Article, Row]], *, revise: bool = True) -> Added:
    """`Articles.add` of one batch, inside a transaction that may do more.

    Without `revise` another text at a known path is an article of its own.
    """
    done = Added()
    for article, row in batch:
        done += _added(connection, article, row, revise=revise)
    if batch:
        brought_in(connection, known(connection, [row.id for _, row in batch]))
        touched(connection)
    return done


def _added(connection: sqlite3.Connection, article: Article, row: Row, *, revise: bool) -> Added:
    known = connection.execute(BY_TEXT, (row.id, row.telling)).fetchone()
    stale = revise and not (known and known[2])
    before = _at_path(connection, cell(article.path), row.text) if stale else None
    if known:
        number = known[0]
        if before and before[0] == known[1] and before[1] != number:
            make_latest(connection, number, known[1])  # the file went back to an earlier text
    else:
        number = _inserted(connection, row)
        if before:
            make_latest(connection, number, before[0])
    came_from(connection, number, article.path, article.id, article.sha256)
    return Added(known=1) if known else Added(revised=1) if before else Added(new=1)


def _inserted(connection: sqlite3.Connection, row: Row) -> int:
    number: int = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM articles").fetchone()[0]
    insert = """INSERT INTO articles
        (number, work, latest, id, telling, title, outlet, published, day, opening, words, added)
        VALUES (?1, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"""
    head = (row.id, row.telling, row.title, row.outlet, row.published, row.day, row.opening, row.words)
    connection.execute(insert, (number, *head, time.time()))
    connection.execute("INSERT INTO texts VALUES (?, ?, ?, ?)", (number, row.text, row.sentences, row.about))
    words = (number, row.title, row.outlet, row.text)
    connection.execute("INSERT INTO words (rowid, title, outlet, text) VALUES (?, ?, ?, ?)", words)
    connection.execute("INSERT INTO heads (rowid, title, outlet) VALUES (?, ?, ?)", words[:3])
    return number


def make_latest(connection: sqlite3.Connection, number: int, work: int) -> None:
    """Makes a text the one of its work that the list shows."""
    connection.execute("UPDATE articles SET latest = 0 WHERE work = ?", (work,))
    connection.execute("UPDATE articles SET work = ?, latest = 1 WHERE number = ?", (work, number))


def came_from(connection: sqlite3.Connection, number: int, path: str | None, id: str, sha256: str) -> None:
    """Notes where an article was found, unless that is what stood there last."""
    row = (number, cell(path), id, sha256)
    # `+`: by the article and not by the path, which thousands of articles without one share.
    last = "SELECT path, id, sha256 FROM sources WHERE article = ? AND +path IS ? ORDER BY number DESC LIMIT 1"
    if connection.execute(last, row[:2]).fetchone() != row[1:]:
        insert = "INSERT INTO sources (article, path, id, sha256, at) VALUES (?, ?, ?, ?, ?)"
        connection.execute(insert, (*row, time.time()))


def _at_path(connection: sqlite3.Connection, path: Cell | None, text: Cell) -> tuple[int, int] | None:
    """The work that the path held last, and the number of its text; `None` where this text is no revision of it."""
    found = None if path is None else connection.execute(_LAST_AT_PATH, (path,)).fetchone()
    if found is None or (is_numbered(words_in(path) or "") and not _kindred(found[2], text)):
        return None
    return found[0], found[1]


def _kindred(one: Cell, other: Cell) -> bool:
    a, b = (set((words_in(text) or "").casefold().split()) for text in (one, other))
    return len(a & b) >= _KINDRED * max(len(a), len(b), 1)
