"""A decision: what the reader made of one thing, kept under a key that outlives restarts, paths and sides.

Marks, notes and corrections are all kept alike, so that one journal undoes them all.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, Literal

from tui.frozen import dataclass

Kind = Literal["fact", "article", "pick", "correction", "story"]
KINDS: tuple[Kind, ...] = ("fact", "article", "pick", "correction", "story")
_SELECT = "SELECT key, mark, note, detail, at FROM decisions WHERE kind = ?"
_AMONG = " AND key IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Decision:
    """One row: a mark, a note, and what else has to be known of it."""

    mark: str
    note: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)
    """Plain JSON."""
    at: float = 0.0
    """Seconds since 1970; set when it is kept."""

    def says_the_same(self, other: Decision | None) -> bool:
        """Whether nothing but the time differs."""
        return other is not None and (self.mark, self.note, self.detail) == (other.mark, other.note, other.detail)


def decisions(connection: sqlite3.Connection, kind: Kind, keys: Iterable[str] | None = None) -> dict[str, Decision]:
    """What is kept under these keys, or all of a kind; a key without a decision is left out."""
    if keys is None:
        return dict(_read(connection.execute(_SELECT, (kind,))))
    return dict(_read(connection.execute(_SELECT + _AMONG, (kind, json.dumps(list(keys))))))


def keep(connection: sqlite3.Connection, kind: Kind, key: str, decision: Decision | None) -> None:
    """Puts a decision in the place of what was kept under its key; `None` takes it away."""
    if decision is None:
        connection.execute("DELETE FROM decisions WHERE kind = ? AND key = ?", (kind, key))
        return
    # As JSON, because a note may hold lone surrogates, which no database takes.
    note, detail = json.dumps(decision.note), json.dumps(decision.detail)
    row = (kind, key, decision.mark, note, detail, decision.at or time.time())
    connection.execute("INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?, ?, ?)", row)


def to_json(decision: Decision | None) -> str | None:
    if decision is None:
        return None
    return json.dumps([decision.mark, decision.note, decision.detail, decision.at])


def from_json(text: str | None) -> Decision | None:
    return None if text is None else Decision(*json.loads(text))


def _read(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[str, Decision]]:
    for key, mark, note, detail, at in rows:
        # Most articles have a mark alone: without looking into it, 100,000 are read in half the time.
        bare = note == '""' and detail == "{}"
        yield key, Decision(mark, at=at) if bare else Decision(mark, json.loads(note), json.loads(detail), at)
