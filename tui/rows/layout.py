"""How tall each row is at a width, and what stands at which line: the second of three steps. It knows no colour."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from tui.rows.cells import Cells
from tui.rows.row import Cell, Row
from tui.rows.wrap import wrap


class Line(NamedTuple):
    """What a column shows on one line."""

    row: int
    number: int
    """Of the line inside its row; lines behind the last one of a cell are empty, -1 is the gap above."""
    cell: Cell | None
    start: int
    """Offsets into the cell's text."""
    end: int


class Layout:
    """Rows of one height in all columns, at one text width."""

    def __init__(self, cells: Cells, width: int, *, gaps: bool = True) -> None:
        self.cells = cells
        self.width = max(2, width)
        self._gaps = gaps
        self._measured = lru_cache(maxsize=512)(self._measure)
        self._tops = array("l", accumulate(self._heights(), initial=0))

    @property
    def rows(self) -> Sequence[Row]:
        return self.cells.rows

    @property
    def height(self) -> int:
        """In lines."""
        return self._tops[-1]

    @property
    def differences(self) -> array[int]:
        """How many differences there are up to each row, itself included."""
        return self.cells.differences

    def top(self, row: int) -> int:
        """The first line of a row's text, below the gap above it."""
        return self._tops[row] + self._gap(self.rows[row])

    def bottom(self, row: int) -> int:
        """The line below the row."""
        return self._tops[row + 1]

    def row_at(self, y: int) -> int:
        """The row at a line; the last one below the end, 0 where there are none."""
        return max(0, min(len(self.rows) - 1, bisect_right(self._tops, y) - 1))

    def line(self, y: int, column: int) -> Line | None:
        """What a column shows at a line; `None` below the last row."""
        if not 0 <= y < self.height:
            return None
        index = self.row_at(y)
        number = y - self.top(index)
        cell, starts = self._measured(index)[column]
        if cell is None or not 0 <= number < len(starts):
            return Line(index, number, cell, 0, 0)
        end = starts[number + 1] if number + 1 < len(starts) else len(self.text(index, column))
        return Line(index, number, cell, starts[number], end)

    def text(self, row: int, column: int) -> str:
        """The whole text of a cell as it is shown."""
        return self.cells.words[row][column]

    def line_of(self, row: int, column: int, char: int) -> int:
        """The line (from the top of everything) that shows a character of a cell."""
        starts = self._measured(row)[column][1]
        return self.top(row) + max(0, bisect_right(starts, char) - 1)

    def _gap(self, row: Row) -> int:
        return int(self._gaps and row.starts_paragraph)

    def _heights(self) -> list[int]:
        """Lines of each row with the gap above it. What surely fits into one line is not wrapped."""
        width, half, gaps = self.width, self.width // 2, self._gaps
        heights = []
        for row, words in zip(self.rows, self.cells.words, strict=True):
            tall = 1
            for text in words:
                if len(text) > half and (len(text) > width or not text.isascii()):
                    lines = len(wrap(text, width))
                    if lines > tall:
                        tall = lines
            heights.append(tall + (gaps and row.starts_paragraph))
        return heights

    def _measure(self, index: int) -> tuple[tuple[Cell | None, tuple[int, ...]], ...]:
        cells = self.cells.of(self.rows[index])
        return tuple((cell, wrap(text, self.width)) for cell, text in zip(cells, self.cells.words[index], strict=True))
