"""Dates and outlets that the reader set right, in the columns that lists are sorted and searched by. An article of
another day is grouped anew.

The article itself stays as it was read (`texts.about`), so that taking a correction back needs no second copy.
Everything here happens inside a transaction of the caller.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from tui.library.decision import Decision, decisions
from tui.library.indexed import searched, ungrouped, unsearched
from tui.library.record import cell, first_day

_MARK = "article"
"""Of the decisions in question: what `name_of` calls an `ArticleSet`."""
_MARKED = "SELECT key FROM decisions WHERE kind = 'correction' AND mark = ?"
_NOW = "SELECT number, outlet, published, day, about FROM articles JOIN texts USING (number) WHERE id = ?"


def set_of(given: Iterable[Decision | None]) -> set[str]:
    """The ids of articles whose date or outlet these decisions on corrections set."""
    return {str(decision.detail.get("article")) for decision in given if decision and decision.mark == _MARK}


def brought_in(connection: sqlite3.Connection, ids: Iterable[str]) -> bool:
    """Makes the columns of these articles say what the reader says, else what they say themselves; whether one did
    not before. About 0.2 ms an article that has to change."""
    wanted = set(ids)
    right = _right(connection) if wanted else {}
    changed = [_set(connection, id, right.get(id, {})) for id in sorted(wanted)]
    return any(changed)


def known(connection: sqlite3.Connection, ids: Iterable[str]) -> set[str]:
    """Those of these articles that something was set of."""
    return _right(connection).keys() & set(ids)


def dated(connection: sqlite3.Connection) -> set[str]:
    """The ids of the articles whose date the reader set."""
    return {id for id, right in _right(connection).items() if "published" in right}


def _right(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """Id → field → what was set, an empty one for none."""
    keys = [key for (key,) in connection.execute(_MARKED, (_MARK,))]
    found: dict[str, dict[str, str]] = {}
    for decision in decisions(connection, "correction", keys).values() if keys else ():
        id, field, value = (str(decision.detail.get(name, "")) for name in ("article", "field", "value"))
        found.setdefault(id, {})[field] = value
    return found


def _set(connection: sqlite3.Connection, id: str, right: dict[str, str]) -> bool:
    row = connection.execute(_NOW, (id,)).fetchone()
    if row is None:
        return False
    number, outlet, published, day, about = row
    own = json.loads(about)
    source, date = (right.get(field, own.get(field)) or None for field in ("source", "published"))
    if (cell(source), cell(date)) == (outlet, published):
        return False
    unsearched(connection, number)
    update = "UPDATE articles SET outlet = ?, published = ?, day = ? WHERE number = ?"
    connection.execute(update, (cell(source), cell(date), first_day(date), number))
    searched(connection, number)
    if first_day(date) != day:
        ungrouped(connection, number)
    return True
