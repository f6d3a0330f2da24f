"""What the cells of a plan's rows hold: the same at every width, so it is put together once for all of them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate

from tui.rows.row import Cell, Row, Side, Texts

Compose = Callable[[Row], tuple[Cell | None, ...]]
Whole = Callable[[Row], tuple[str, ...] | None]


class Cells:
    """The rows of one layout, what stands in each of their columns, and where each sentence stands."""

    def __init__(self, rows: Sequence[Row], compose: Compose, texts: Texts, whole: Whole | None = None) -> None:
        """`whole` may know the words of a row without its cells."""
        self.rows, self.of = rows, compose
        self._texts, self._whole = texts, whole
        self.places = Places(rows)

    @cached_property
    def words(self) -> list[tuple[str, ...]]:
        """The whole text of every cell of every row; empty where there is no cell."""
        whole = self._whole
        return [(whole(row) if whole else None) or self._put_together(row) for row in self.rows]

    @cached_property
    def differences(self) -> array[int]:
        """How many differences there are up to each row, itself included."""
        return array("l", accumulate([row.is_difference for row in self.rows]))

    def _put_together(self, row: Row) -> tuple[str, ...]:
        return tuple([self._text(cell) if cell else "" for cell in self.of(row)])

    def _text(self, cell: Cell) -> str:
        texts = self._texts
        words = [p.words if p.side is None else texts[p.side][p.start : p.end] for p in cell.pieces]
        return words[0] if len(words) == 1 else "".join(words)


class Places:
    """Where each sentence stands: sentence → row, folded ones in their fold, and where it is only referred to."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def row_of(self, side: Side, sentence: int) -> int | None:
        return self._tables[0].get((side, sentence))

    def reference_of(self, side: Side, sentence: int) -> int | None:
        return self._tables[1].get((side, sentence))

    @cached_property
    def _tables(self) -> tuple[dict[tuple[Side, int], int], dict[tuple[Side, int], int]]:
        """Made when it is first asked for: to show a text from its beginning nobody asks."""
        shown: dict[tuple[Side, int], int] = {}
        referred: dict[tuple[Side, int], int] = {}
        for index, row in enumerate(self._rows):
            for part in row.hidden or (row,):
                table = referred if part.kind == "reference" else shown
                for i in part.a:
                    table.setdefault(("a", i), index)
                for j in part.b:
                    table.setdefault(("b", j), index)
        return shown, referred
