"""Which articles the list shows and in which order: 100,000 of them at the cost of a keystroke.

The order of all articles is kept between questions, since it changes only when articles come or go; a question then
is one run through the index and one through the order.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from functools import partial
from typing import Literal

from tui.library.placing import Placing
from tui.library.query import All, Query, parse
from tui.library.searching import condition, matched, turned
from tui.library.store import Store

Sort = Literal["date", "added", "opened", "title", "outlet", "words"]
SORTS: dict[Sort, str] = {
    "date": "day IS NULL, day DESC, number DESC",
    "added": "number DESC",
    "opened": "number",
    "title": "opening COLLATE NOCASE, number",
    "outlet": "outlet IS NULL, outlet COLLATE NOCASE, day DESC, number DESC",
    "words": "words DESC, number",
}
"""Newest or most first; by name in its order; `opened`: as they came."""

_FEW = 8
"""Times that so few were found that sorting them is cheaper than going through all."""


class Listing:
    """Questions about what is there. Calls block for the disk: use them from a worker thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._orders: dict[Sort, tuple[int, dict[int, int]]] = {}
        self._turn = threading.Lock()

    def numbers(self, query: str | Query = "", sort: Sort = "date") -> list[int]:
        """The articles that a query finds, latest revisions only, in order: `Articles.entries` has their lines.

        What the query has in errors is left out of it: see `parse`.
        """
        parsed = parse(query) if isinstance(query, str) else query
        with self._store.reading() as connection:
            places = self._places(connection, sort)
            if parsed.expression == All(()):
                return list(places)
            expression, barred = turned(parsed.expression)
            match = matched(expression)
            if match is not None:
                rows = connection.execute("SELECT json_group_array(rowid) FROM words WHERE words MATCH ?", (match,))
            else:
                asked = condition(expression, partial(_members, connection))
                where = f"WHERE {asked.sql}" if asked.rows == "articles" else ""
                statement = f"SELECT json_group_array(number) FROM {asked.rows} {where}"  # noqa: S608
                rows = connection.execute(statement, asked.values)
            # One long row: 100,000 of one number each take three times as long.
            found = set(json.loads(rows.fetchone()[0]))
        if barred:
            return [number for number in places if number not in found]
        if len(found) * _FEW < len(places):
            return sorted((number for number in found if number in places), key=places.__getitem__)
        return [number for number in places if number in found]

    def _places(self, connection: sqlite3.Connection, sort: Sort) -> dict[int, int]:
        """The latest revision of each article with its place in the order, in that order."""
        state = connection.execute("SELECT value FROM state WHERE name = 'articles'").fetchone()[0]
        with self._turn:
            known = self._orders.get(sort)
            if known and known[0] == state:
                return known[1]
        query = f"SELECT number FROM articles WHERE latest ORDER BY {SORTS[sort]}"  # noqa: S608
        places = {number: place for place, (number,) in enumerate(connection.execute(query))}
        with self._turn:
            self._orders[sort] = (state, places)
        return places


def _members(connection: sqlite3.Connection, asked: str) -> list[int]:
    placing = Placing.read(connection)
    return [n for story in placing.named(connection, asked) for n in placing.members(connection, story)]
