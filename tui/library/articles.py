"""The articles that are kept: each once, whatever paths it came from, with its earlier revisions.

The same text, or the same but for its furniture, is one article with several sources. Another text at a path that
is known is a new revision of what was there; a list shows the latest. A record of a file with many (`news.jsonl#3`)
is a revision only if it is much the same text, because records move when one is put in between.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, cast

from tui.article import Article
from tui.frozen import dataclass
from tui.library.article_triage import ArticleState
from tui.library.indexed import touched, unsearched
from tui.library.keeping import BATCH, BY_TEXT, Added, kept, make_latest, prepared
from tui.library.placing import Placing
from tui.library.problem import LibraryError
from tui.library.record import article_of, cell, words_in
from tui.library.store import Store

_ENTRY = """
SELECT number, articles.id, title, opening, outlet, published, words, added, story,
    (SELECT count(*) FROM articles AS w WHERE w.work = articles.work) AS versions,
    (SELECT count(DISTINCT path) FROM sources WHERE article = articles.number) AS paths,
    coalesce(decisions.mark, 'unread') AS state, coalesce(decisions.note, '""') AS note,
    (SELECT path FROM sources WHERE article = articles.number ORDER BY sources.number LIMIT 1) AS path
FROM articles LEFT JOIN decisions ON decisions.kind = 'article' AND decisions.key = articles.id
"""
_AMONG = _ENTRY + "WHERE number IN (SELECT value FROM json_each(?))"  # noqa: S608
_REVISIONS = _ENTRY + "WHERE work = (SELECT work FROM articles WHERE number = ?) ORDER BY number"  # noqa: S608
_WORKS = """SELECT number FROM articles
    WHERE work IN (SELECT work FROM articles WHERE id IN (SELECT value FROM json_each(?)))"""


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
    path: str | None = None
    """The first of these places."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article was found."""

    path: str | None
    sha256: str
    at: float
    """Seconds since 1970."""


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
                number, work = connection.execute(BY_TEXT, (row.id, row.telling)).fetchone()[:2]
                works.append(work)
                make_latest(connection, number, works[0])
            return done

    def remove(self, ids: Sequence[str]) -> int:
        """Takes articles out, with their earlier revisions; how many texts went. Marks and notes on them stay."""
        with self._store.writing() as connection:
            numbers = [number for (number,) in connection.execute(_WORKS, (json.dumps(list(ids)),))]
            for number in numbers:
                unsearched(connection, number)
                connection.execute("DELETE FROM articles WHERE number = ?", (number,))
            if numbers:
                # Whoever adds the same file again wants them back.
                connection.execute("DELETE FROM progress")
                touched(connection)
            return len(numbers)

    def load(self, id: str) -> Article:
        """The article of an id, or of the one id that begins so. Raises `LibraryError` where there is none."""
        with self._store.reading() as connection:
            number = _number(connection, id, self._store.place)
            return _loaded(connection, number)

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        """The number of each id, of a text that was known already that of its like; unknown ids are left out."""
        query = "SELECT id, article FROM sources WHERE id IN (SELECT value FROM json_each(?))"
        with self._store.reading() as connection:
            return dict(connection.execute(query, (json.dumps(list(ids)),)))

    def latest_of(self, numbers: Iterable[int]) -> dict[int, int]:
        """The number of each article's latest revision; articles that are gone are left out."""
        query = """SELECT a.number, b.number FROM articles AS a JOIN articles AS b ON a.work = b.work AND b.latest
            WHERE a.number IN (SELECT value FROM json_each(?))"""
        with self._store.reading() as connection:
            return dict(connection.execute(query, (json.dumps(list(numbers)),)))

    def ids_of(self, numbers: Iterable[int]) -> list[str]:
        """The ids of articles, in ascending order of their numbers."""
        query = "SELECT id FROM articles WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number"
        with self._store.reading() as connection:
            return [id for (id,) in connection.execute(query, (json.dumps(list(numbers)),))]

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
    number, id, title, opening, outlet, published, words, added, story, versions, paths, state, note, path = row
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
        path=words_in(path),
    )
