"""New articles → stories: each joins the one whose likest members it is like enough, or begins one. So does an article
whose date was set right; the others of its story stay together.

Everything here happens inside a transaction of the caller.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable

from tui.corrections import digest
from tui.library.kinship import day_number, likeness
from tui.library.placing import Placing
from tui.library.record import Cell, paragraphs_in, words_in
from tui.library.righting import dated
from tui.library.telltale import counted, telltale

_WAITING = """SELECT articles.number, id, work, day, text, sentences FROM articles JOIN texts USING (number)
    WHERE story IS NULL ORDER BY articles.number LIMIT ?"""
LEAST = 0.2
"""Likeness to a story's likest members that makes an article part of it. 0.16 joins a tenth of the events of one
kind ("a star enters rehab"), 0.28 loses a tenth of the reports of one event."""
_LIKEST = 3
_NOTICED = 0.05
"""Likeness below which an article is no sign of a story: two or three words in common."""
_MEMBERS = "SELECT number, id, story FROM articles WHERE number IN (SELECT value FROM json_each(?))"
_SIZE = "SELECT count(*) FROM (SELECT 1 FROM articles WHERE story = ? LIMIT ?)"


class Known:
    """In how many of the grouped articles each term stands: read once, kept by what was added to it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.frequencies: Counter[str] = Counter(dict(connection.execute("SELECT term, articles FROM frequencies")))
        self.articles: int = connection.execute("SELECT value FROM state WHERE name = 'grouped'").fetchone()[0]
        self._more: Counter[str] = Counter()
        self._grouped = 0

    def add(self, terms: Iterable[str]) -> None:
        self.frequencies.update(terms)
        self._more.update(terms)
        self.articles += 1
        self._grouped += 1

    def keep(self, connection: sqlite3.Connection) -> None:
        connection.executemany(
            """INSERT INTO frequencies VALUES (?, ?)
            ON CONFLICT (term) DO UPDATE SET articles = articles + excluded.articles""",
            sorted(self._more.items()),
        )
        connection.execute("UPDATE state SET value = value + ? WHERE name = 'grouped'", (self._grouped,))
        self._more.clear()
        self._grouped = 0


def group_some(connection: sqlite3.Connection, known: Known, most: int) -> int:
    """Groups the next articles that are in no story, in the order in which they came; how many these were."""
    waiting = connection.execute(_WAITING, (most,)).fetchall()
    placing, by_hand = Placing.read(connection), dated(connection)
    for row in waiting:
        _group(connection, known, placing, row, is_dated=row[1] in by_hand)
    known.keep(connection)
    return len(waiting)


def _group(
    connection: sqlite3.Connection,
    known: Known,
    placing: Placing,
    row: tuple[int, str, int, str, Cell, bytes],
    *,
    is_dated: bool,
) -> None:
    """A revision stays in its story, unless the reader set its date (`is_dated`)."""
    number, id, work, day, text, sentences = row
    counts = counted(words_in(text) or "", paragraphs_in(sentences))
    known.add(counts.keys())
    terms = telltale(counts, known.frequencies, known.articles)
    at = day_number(day)
    earlier = "SELECT story FROM articles WHERE work = ? AND story IS NOT NULL ORDER BY number DESC LIMIT 1"
    found = None if is_dated else connection.execute(earlier, (work,)).fetchone()
    story = found[0] if found else _best(connection, placing, likeness(connection, terms, at))
    connection.execute("UPDATE articles SET story = ? WHERE number = ?", (story or _own(connection, id), number))
    rows = ((term, at, number, weight) for term, weight in terms.items())
    connection.executemany("INSERT OR REPLACE INTO terms VALUES (?, ?, ?, ?)", rows)


def _own(connection: sqlite3.Connection, id: str) -> str:
    """The id of a story that an article begins: its own, unless one that it began and left bears that."""
    while connection.execute("SELECT 1 FROM articles WHERE story = ?", (id,)).fetchone():
        id = digest("begun anew", id)
    return id


def _best(connection: sqlite3.Connection, placing: Placing, found: Counter[int]) -> str | None:
    """The story whose likest members are like enough."""
    rows = connection.execute(_MEMBERS, (json.dumps([n for n, share in found.items() if share >= _NOTICED]),))
    shares: dict[str, list[float]] = defaultdict(list)
    for number, id, grouped in rows:
        story = placing.story(id, grouped)
        if story is not None:
            shares[story].append(found[number])
    weighed = []
    for story, some in shares.items():
        size = connection.execute(_SIZE, (story, _LIKEST)).fetchone()[0]
        weighed.append((sum(sorted(some, reverse=True)[:_LIKEST]) / max(size, min(len(some), _LIKEST)), story))
    best = max(weighed, default=(0.0, ""))
    return best[1] if best[0] >= LEAST else None
