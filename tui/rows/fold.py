"""Folding: what is the same, or shown elsewhere, stands behind one line that says how much it hides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import groupby

from tui.rows.row import Kind, Row, Side

_SAME: frozenset[Kind] = frozenset({"same"})
_NO_CHANGE: frozenset[Kind] = frozenset({"same", "furniture", "reference"})


def fold(rows: Iterable[Row], *, opened: Set[tuple[Side, int]] = frozenset(), changes_only: bool = False) -> list[Row]:
    """Replaces each run of two or more rows that say the same by a fold, unless its key is in `opened`.

    With `changes_only` furniture and references go too, and a single row is a run.
    """
    kinds, least = (_NO_CHANGE, 1) if changes_only else (_SAME, 2)
    return list(_folded(rows, kinds, least, opened))


def _folded(rows: Iterable[Row], kinds: Set[Kind], least: int, opened: Set[tuple[Side, int]]) -> Iterator[Row]:
    for foldable, run in groupby(rows, lambda row: row.kind in kinds and not row.is_difference):
        members = tuple(run)
        if not foldable or len(members) < least or members[0].key in opened:
            yield from members
        else:
            yield Row("fold", starts_paragraph=members[0].starts_paragraph, hidden=members)


def gather(rows: Iterable[Row], *, opened: Set[tuple[Side, int]] = frozenset()) -> list[Row]:
    """Puts each run of two or more references of one side on one line, unless its key is in `opened`."""
    gathered: list[Row] = []
    for side, run in groupby(rows, lambda row: row.key[0] if row.kind == "reference" else None):
        members = tuple(run)
        if side is None or len(members) < 2 or members[0].key in opened:
            gathered += members
        else:
            first = members[0]
            gathered.append(Row("references", link=first.link, starts_paragraph=first.starts_paragraph, hidden=members))
    return gathered


def fold_words(row: Row) -> str:
    """What a fold says: `… 6 sentences the same …`; of furniture and references alone, only that something is there."""
    same = sum(max(len(r.a), len(r.b)) for r in row.hidden if r.kind == "same")
    if not same:
        return "…"
    return f"… {same} {'sentence' if same == 1 else 'sentences'} the same …"
