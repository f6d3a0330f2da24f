"""What was reviewed, for others: the facts that have a mark or a note, with verdict and both passages.

It says what stood there when the mark was made, so it needs neither the articles nor another comparison.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from tui.library.decision import Decision, decisions
from tui.library.store import Store
from tui.safe import safe

SCHEMA = "sidebyline.reviewed/1"
_LOOKED_AT = ("unseen", "seen")
_SIDE = ("source", "title", "published", "values", "passages", "id", "path")
COLUMNS = (
    *("type", "about", "verdict", "mark", "note", "rule", "same_copy", "at"),
    *(f"{side}_{name}" for side in "ab" for name in _SIDE),
)
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


class Reviewed:
    """The facts that were triaged."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def facts(self, ids: Collection[str] | None = None) -> list[dict[str, Any]]:
        """Accepted, flagged, dismissed and noted facts, the earliest mark first; with ids, those of these articles."""
        with self._store.reading() as connection:
            kept = decisions(connection, "fact")
        chosen = [
            (decision.at, key, decision)
            for key, decision in kept.items()
            if (decision.mark not in _LOOKED_AT or decision.note) and _is_of(decision.detail, ids)
        ]
        return [_document(decision) for _, _, decision in sorted(chosen, key=lambda row: row[:2])]

    def to_json(self, ids: Collection[str] | None = None) -> str:
        """The document `sidebyline.reviewed/1`: every text exact, what a terminal could obey as `\\u` escapes."""
        return json.dumps({"schema": SCHEMA, "facts": self.facts(ids)}, indent=1) + "\n"

    def to_csv(self, ids: Collection[str] | None = None) -> str:
        """A row a fact (`COLUMNS`). No cell is a formula to a spreadsheet, none holds a control character."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for fact in self.facts(ids):
            sides = {f"{side}_{name}": fact.get(side, {}).get(name) for side in "ab" for name in _SIDE}
            writer.writerow([as_cell({**fact, **sides}.get(column)) for column in COLUMNS])
        return out.getvalue()


def as_cell(value: object) -> str:
    """A value as a cell: lists a line each, a quote before what a spreadsheet would compute."""
    if value is None:
        return ""
    text = "\n".join(map(str, value)) if isinstance(value, list) else str(value)
    text = safe(text.replace("\r\n", "\n"), keep="\n")
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def _is_of(record: Mapping[str, Any], ids: Collection[str] | None) -> bool:
    return ids is None or all(record.get(side, {}).get("id") in ids for side in "ab")


def _document(decision: Decision) -> dict[str, Any]:
    at = datetime.fromtimestamp(decision.at, UTC).isoformat(timespec="seconds")
    return {**decision.detail, "mark": decision.mark, "note": decision.note, "at": at}
