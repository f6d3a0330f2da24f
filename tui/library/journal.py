"""The journal: every act of the reader with what stood there before, so that it can be undone after a restart.

Acts of one kind are undone last first, so that what stood before an act always fits. Only decisions are
journalled: adding and removing articles is not undone here, choosing a fact is no act.
"""

from __future__ import annotations

import secrets
import sqlite3
import time
from collections.abc import Collection, Mapping

from tui.frozen import dataclass
from tui.library.decision import KINDS, Decision, Kind, decisions, from_json, keep, to_json
from tui.library.going import Going, in_steps, on
from tui.library.indexed import touched
from tui.library.righting import brought_in, set_of
from tui.library.store import Store

KEPT = 5000
"""Acts that can be undone; older ones are forgotten."""
LOOKING = 0.3
"""Share of a long act before it begins to write."""
_INSERT = "INSERT INTO acts (kind, what, at, session) VALUES (?, ?, ?, ?) RETURNING number"
_CHANGED = "SELECT count(*) FROM changes WHERE act = ?"
_OURS = "(session = ? OR number <= ?)"
_Row = tuple[int, Kind, str, float]
"""Number, kind, what, at."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that the reader did, and can take back in one step."""

    number: int
    kind: Kind
    what: str
    """In a few words: "flagged", "dismissed 31 articles"."""
    keys: tuple[str, ...]
    """What it was done to."""
    at: float


class Journal:
    """The way back and forth through the acts. Every call may block for the disk: for a worker thread.

    A running program takes back its own acts and those that were there when it was opened, never what another
    running copy did meanwhile; and where the other decided later on the same thing, that decision stays.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._session = secrets.token_hex(8)
        with store.reading() as connection:
            self._opened_at = connection.execute("SELECT coalesce(max(number), 0) FROM acts").fetchone()[0]

    def act(self, kind: Kind, what: str, wanted: Mapping[str, Decision | None]) -> Act | None:
        """Keeps the decisions as one act; `None` where everything stood like that already.

        What was undone of the same kind before cannot be redone any more.
        """
        with self._store.writing() as connection:
            return self.record(connection, kind, what, wanted)

    def record(
        self,
        connection: sqlite3.Connection,
        kind: Kind,
        what: str,
        wanted: Mapping[str, Decision | None],
        going: Going = on,
    ) -> Act | None:
        """`act` inside a transaction that does more, which is given up where it raises `Stopped`."""
        before: dict[str, Decision] = {}
        for keys in in_steps(list(wanted), lambda _: going(LOOKING)):
            before |= decisions(connection, kind, keys)
        changed = {key: after for key, after in wanted.items() if not _equal(before.get(key), after)}
        if not changed:
            return None
        now = time.time()
        connection.execute(f"DELETE FROM acts WHERE undone > 0 AND kind = ? AND {_OURS}", (kind, *self._ours))  # noqa: S608
        row = (kind, what, now, self._session)
        number: int = connection.execute(_INSERT, row).fetchone()[0]
        for some in in_steps(list(changed.items()), lambda share: going(LOOKING + share * (1 - LOOKING))):
            rows = ((number, kind, key, to_json(before.get(key)), to_json(after)) for key, after in some)
            connection.executemany("INSERT INTO changes VALUES (?, ?, ?, ?, ?)", rows)
            for key, after in some:
                keep(connection, kind, key, after)
        _follow(connection, kind, [*before.values(), *changed.values()])
        connection.execute("DELETE FROM acts WHERE number <= ?", (number - KEPT,))
        return Act(number, kind, what, tuple(changed), now)

    def size(self, kinds: Collection[Kind] = KINDS, *, redo: bool = False) -> int:
        """How many things the act changed that `undo`, or `redo`, would go back or forth through; 0: there is none."""
        which, order = ("undone > 0", "undone") if redo else ("undone = 0", "number")
        with self._store.reading() as connection:
            row = self._last(connection, kinds, which, order)
            count: int = connection.execute(_CHANGED, (row[0] if row else None,)).fetchone()[0]
            return count

    def undo(self, kinds: Collection[Kind] = KINDS, going: Going = on) -> Act | None:
        """Takes back the last act of these kinds; `None` where there is none. Raises `Stopped`."""
        with self._store.writing() as connection:
            while row := self._last(connection, kinds, "undone = 0", "number"):
                latest = connection.execute("SELECT max(undone) FROM acts").fetchone()[0]
                connection.execute("UPDATE acts SET undone = ? WHERE number = ?", (latest + 1, row[0]))
                if act := _replayed(connection, row, "after, before", going):
                    return act
        return None

    def redo(self, kinds: Collection[Kind] = KINDS, going: Going = on) -> Act | None:
        """Does again what was undone last; `None` where there is nothing. Raises `Stopped`."""
        with self._store.writing() as connection:
            while row := self._last(connection, kinds, "undone > 0", "undone"):
                connection.execute("UPDATE acts SET undone = 0 WHERE number = ?", (row[0],))
                if act := _replayed(connection, row, "before, after", going):
                    return act
        return None

    @property
    def _ours(self) -> tuple[str, int]:
        return (self._session, self._opened_at)

    def _last(self, connection: sqlite3.Connection, kinds: Collection[Kind], which: str, order: str) -> _Row | None:
        marks = ", ".join("?" * len(kinds))
        query = f"""SELECT number, kind, what, at FROM acts
            WHERE {which} AND kind IN ({marks}) AND {_OURS} ORDER BY {order} DESC LIMIT 1"""  # noqa: S608
        row: _Row | None = connection.execute(query, (*kinds, *self._ours)).fetchone()
        return row


def _replayed(connection: sqlite3.Connection, row: _Row, way: str, going: Going) -> Act | None:
    """Goes from one side of an act to the other; `None` where nothing stands as the act left it."""
    number, kind, what, at = row
    changes = connection.execute(f"SELECT key, {way} FROM changes WHERE act = ?", (number,)).fetchall()  # noqa: S608
    moved: list[str] = []
    sides: list[Decision | None] = []
    for some in in_steps(changes, going):
        standing = decisions(connection, kind, [key for key, _, _ in some])
        for key, *both in some:
            left, wanted = map(from_json, both)
            sides += (left, wanted)
            if _same(standing.get(key), left):
                keep(connection, kind, key, wanted)
                moved.append(key)
    _follow(connection, kind, sides)
    return Act(number, kind, what, tuple(moved), at) if moved else None


def _follow(connection: sqlite3.Connection, kind: Kind, given: Collection[Decision | None]) -> None:
    """What lists are sorted and searched by follows a date or an outlet that was set right."""
    if kind == "correction" and brought_in(connection, set_of(given)):
        touched(connection)


def _equal(one: Decision | None, other: Decision | None) -> bool:
    return one is None if other is None else other.says_the_same(one)


def _same(one: Decision | None, other: Decision | None) -> bool:
    """Whether two decisions are the same; to have only looked at a fact is no decision."""
    one, other = (None if d is None or (d.mark == "seen" and not d.note) else d for d in (one, other))
    return _equal(one, other)
