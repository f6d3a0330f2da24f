"""The articles that are kept: each once, whatever paths it came from, with its earlier revisions.

The same text, or the same but for its furniture, is one article with several sources. Another text at a path that
is known is a new revision of what was there; a list shows the latest. A record of a file with many (`news.jsonl#3`)
is a revision only if it is much the same text, because records move when one is put in between.
"""

from __future__ import annotations

import json
import re
import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import islice
from typing import Any, cast

from tui.article import Article
from tui.library.article_triage import ArticleState
from tui.library.placing import Placing
from tui.library.problem import LibraryError
from tui.library.record import Cell, Row, article_of, cell, row_of, words_in
from tui.library.store import Store

BATCH = 200
"""Articles in one transaction: what a kill may cost, and how long another writer waits (about 0.1 s)."""
_NUMBERED = re.compile(r"#\d{1,9}$")
_KINDRED = 0.6
"""Share of the distinct words that a record at the same place must have in common to be a revision."""
_ENTRY = """
SELECT number, articles.id, title, opening, outlet, published, words, added, story,
    (SELECT count(*) FROM articles AS w WHERE w.work = articles.work) AS versions,
    (SELECT count(DISTINCT path) FROM sources WHERE article = articles.number) AS paths,
    coalesce(decisions.mark, 'unread') AS state, coalesce(decisions.note, '""') AS note
FROM articles LEFT JOIN decisions ON decisions.kind = 'article' AND decisions.key = articles.id
"""


_AMONG = _ENTRY + "WHERE number IN (SELECT value FROM json_each(?))"  # noqa: S608
_REVISIONS = _ENTRY + "WHERE work = (SELECT work FROM articles WHERE number = ?) ORDER BY number"  # noqa: S608
_BY_TEXT = "SELECT number, work, latest FROM articles WHERE id = ? OR telling = ?"
_WORKS = """SELECT number FROM articles
    WHERE work IN (SELECT work FROM articles WHERE id IN (SELECT value FROM json_each(?)))"""
_FORGET_WORDS = """INSERT INTO words (words, rowid, title, outlet, text)
    SELECT 'delete', * FROM searched WHERE number = ?"""
_LAST_AT_PATH = """SELECT work, articles.number, text
    FROM sources JOIN articles ON articles.number = article JOIN texts ON texts.number = article
    WHERE path = ? ORDER BY sources.number DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list."""

    number: int
    """Its place in the library: the order in which articles came."""
    id: str
    title: str | None
    opening: str
    """The title, or the first words in brackets."""
    outlet: str | None
    published: str | None
    words: int
    added: float
    """Seconds since 1970."""
    story: str | None
    """Its id; `None` while it has not been grouped."""
    versions: int
    """How many revisions of it are kept, this one included."""
    paths: int
    """How many places it came from."""
    state: ArticleState
    note: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article was found."""

    path: str | None
    sha256: str
    at: float
    """Seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the articles that were added."""

    new: int = 0
    revised: int = 0
    """Texts that took the place of another at the same path; not among `new`."""
    known: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Added)))


class Articles:
    """The articles of a library. Calls block for the disk: use them from a worker thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, articles: Iterable[Article]) -> Added:
        """Keeps articles, a batch a transaction: after a kill the batches before are there, and no half article."""
        done = Added()
        coming = iter(articles)
        while batch := prepared(islice(coming, BATCH)):
            with self._store.writing() as connection:
                done += kept(connection, batch)
        return done

    def add_revisions(self, articles: Sequence[Article]) -> Added:
        """Keeps articles as the revisions of one, the earliest first, whatever their paths (a file's history)."""
        batch = prepared(articles)
        with self._store.writing() as connection:
            done = kept(connection, batch, revise=False)
            works: list[int] = []
            for _, row in batch:
                number, work = connection.execute(_BY_TEXT, (row.id, row.telling)).fetchone()[:2]
                works.append(work)
                make_latest(connection, number, works[0])
            return done

    def remove(self, ids: Sequence[str]) -> int:
        """Takes articles out, with their earlier revisions; how many texts went. Marks and notes on them stay."""
        with self._store.writing() as connection:
            numbers = [number for (number,) in connection.execute(_WORKS, (json.dumps(list(ids)),))]
            for number in numbers:
                connection.execute(_FORGET_WORDS, (number,))
                connection.execute("DELETE FROM articles WHERE number = ?", (number,))
            if numbers:
                # Whoever adds the same file again wants them back.
                connection.execute("DELETE FROM progress")
                _touched(connection)
            return len(numbers)

    def load(self, id: str) -> Article:
        """The article of an id, or of the one id that begins so. Raises `LibraryError` where there is none."""
        with self._store.reading() as connection:
            number = _number(connection, id, self._store.place)
            return _loaded(connection, number)

    def entries(self, numbers: Sequence[int]) -> list[Entry]:
        """Lines of the list, in the order asked for: ask for those that are visible. Unknown numbers are left out."""
        with self._store.reading() as connection:
            placing = Placing.read(connection)
            rows = connection.execute(_AMONG, (json.dumps(list(numbers)),))
            found = {row[0]: _entry(row, placing) for row in rows}
        return [found[number] for number in numbers if number in found]

    def versions(self, id: str) -> list[Entry]:
        """All revisions of an article, the earliest first."""
        with self._store.reading() as connection:
            number = _number(connection, id, self._store.place)
            placing = Placing.read(connection)
            return [_entry(row, placing) for row in connection.execute(_REVISIONS, (number,))]

    def origins(self, id: str) -> list[Origin]:
        """The places that an article came from, the earliest first."""
        with self._store.reading() as connection:
            number = _number(connection, id, self._store.place)
            rows = connection.execute(
                "SELECT path, sha256, at FROM sources WHERE article = ? ORDER BY number", (number,)
            )
            return [Origin(words_in(path), sha256, at) for path, sha256, at in rows]


def prepared(articles: Iterable[Article]) -> list[tuple[Article, Row]]:
    """What can be done before a transaction begins, so that others wait the less."""
    return [(article, row_of(article)) for article in articles]


def kept(connection: sqlite3.Connection, batch: Sequence[tuple[Article, Row]], *, revise: bool = True) -> Added:
    """`Articles.add` of one batch, inside a transaction that may do more.

    Without `revise` another text at a known path is an article of its own.
    """
    done = Added()
    for article, row in batch:
        done += _added(connection, article, row, revise=revise)
    if batch:
        _touched(connection)
    return done


def _touched(connection: sqlite3.Connection) -> None:
    """Notes that other articles are there than before, for whoever keeps an order of them."""
    connection.execute("UPDATE state SET value = value + 1 WHERE name = 'articles'")


def _added(connection: sqlite3.Connection, article: Article, row: Row, *, revise: bool) -> Added:
    known = connection.execute(_BY_TEXT, (row.id, row.telling)).fetchone()
    stale = revise and not (known and known[2])
    before = _at_path(connection, cell(article.path), row.text) if stale else None
    if known:
        number = known[0]
        if before and before[0] == known[1] and before[1] != number:
            make_latest(connection, number, known[1])  # the file went back to an earlier text
    else:
        number = _inserted(connection, row)
        make_latest(connection, number, before[0] if before else number)
    came_from(connection, number, article.path, article.id, article.sha256)
    return Added(known=1) if known else Added(revised=1) if before else Added(new=1)


def _inserted(connection: sqlite3.Connection, row: Row) -> int:
    insert = """INSERT INTO articles (id, telling, work, latest, title, outlet, published, day, opening, words, added)
        VALUES (?, ?, 0, 1, ?, ?, ?, ?, ?, ?, ?) RETURNING number"""
    cells = (row.id, row.telling, row.title, row.outlet, row.published, row.day, row.opening, row.words, time.time())
    number: int = connection.execute(insert, cells).fetchone()[0]
    connection.execute("INSERT INTO texts VALUES (?, ?, ?, ?)", (number, row.text, row.sentences, row.about))
    words = (number, row.title, row.outlet, row.text)
    connection.execute("INSERT INTO words (rowid, title, outlet, text) VALUES (?, ?, ?, ?)", words)
    return number


def make_latest(connection: sqlite3.Connection, number: int, work: int) -> None:
    """Makes a text the one of its work that the list shows."""
    connection.execute("UPDATE articles SET latest = 0 WHERE work = ?", (work,))
    connection.execute("UPDATE articles SET work = ?, latest = 1 WHERE number = ?", (work, number))


def came_from(connection: sqlite3.Connection, number: int, path: str | None, id: str, sha256: str) -> None:
    """Notes where an article was found, unless that is what stood there last."""
    row = (number, cell(path), id, sha256)
    last = "SELECT path, id, sha256 FROM sources WHERE article = ? AND path IS ? ORDER BY number DESC LIMIT 1"
    if connection.execute(last, row[:2]).fetchone() != row[1:]:
        insert = "INSERT INTO sources (article, path, id, sha256, at) VALUES (?, ?, ?, ?, ?)"
        connection.execute(insert, (*row, time.time()))


def _at_path(connection: sqlite3.Connection, path: Cell | None, text: Cell) -> tuple[int, int] | None:
    """The work that the path held last, and the number of its text; `None` where this text is no revision of it."""
    found = None if path is None else connection.execute(_LAST_AT_PATH, (path,)).fetchone()
    if found is None or (_NUMBERED.search(words_in(path) or "") and not _kindred(found[2], text)):
        return None
    return found[0], found[1]


def _kindred(one: Cell, other: Cell) -> bool:
    a, b = (set((words_in(text) or "").casefold().split()) for text in (one, other))
    return len(a & b) >= _KINDRED * max(len(a), len(b), 1)


def _number(connection: sqlite3.Connection, id: str, place: str) -> int:
    query = """SELECT number FROM articles WHERE id >= ?1 AND id < ?1 || 'g'
        UNION SELECT article FROM sources WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 2"""
    found = connection.execute(query, (cell(id.lower()),)).fetchall() if id else []
    if not found:
        raise LibraryError(place, f"no article {id or 'without an id'}", "see `sidebyline list`")
    if len(found) > 1:
        raise LibraryError(place, f"several articles begin with {id}", "give more of the id")
    return cast(int, found[0][0])


def _loaded(connection: sqlite3.Connection, number: int) -> Article:
    query = """SELECT text, sentences, about, sources.sha256, path FROM texts
        JOIN sources ON article = texts.number WHERE texts.number = ? ORDER BY sources.number LIMIT 1"""
    return article_of(*connection.execute(query, (number,)).fetchone())


def _entry(row: Sequence[Any], placing: Placing) -> Entry:
    number, id, title, opening, outlet, published, words, added, story, versions, paths, state, note = row
    return Entry(
        number=number,
        id=id,
        title=words_in(title),
        opening=words_in(opening) or "",
        outlet=words_in(outlet),
        published=words_in(published),
        words=words,
        added=added,
        story=placing.story(id, story),
        versions=versions,
        paths=paths,
        state=state,
        note=json.loads(note),
    )
