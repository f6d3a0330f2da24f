"""How tall each row is at a width, and what stands at which line: the second of three steps. It knows no colour."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from tui.rows.row import Cell, Piece, Row, Side
from tui.rows.wrap import wrap

Compose = Callable[[Row], tuple[Cell | None, ...]]
Texts = dict[Side, str]
"""The articles as they may be shown: one character for one, no line breaks."""


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

    def __init__(self, rows: Sequence[Row], compose: Compose, texts: Texts, width: int, *, gaps: bool = True) -> None:
        self.rows = rows
        self.width = max(2, width)
        self._compose, self._texts, self._gaps = compose, texts, gaps
        self._measured = lru_cache(maxsize=512)(self._measure)
        self._tops = array("l", accumulate(map(self._tall, rows), initial=0))

    @property
    def height(self) -> int:
        """In lines."""
        return self._tops[-1]

    @cached_property
    def differences(self) -> array[int]:
        """How many differences there are up to each row, itself included."""
        return array("l", accumulate(row.is_difference for row in self.rows))

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
        cell, text, starts = self._measured(index)[column]
        if cell is None or not 0 <= number < len(starts):
            return Line(index, number, cell, 0, 0)
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        return Line(index, number, cell, starts[number], end)

    def text(self, row: int, column: int) -> str:
        """The whole text of a cell as it is shown."""
        return self._measured(row)[column][1]

    def line_of(self, row: int, column: int, char: int) -> int:
        """The line (from the top of everything) that shows a character of a cell."""
        starts = self._measured(row)[column][2]
        return self.top(row) + max(0, bisect_right(starts, char) - 1)

    def _gap(self, row: Row) -> int:
        return int(self._gaps and row.starts_paragraph)

    def _tall(self, row: Row) -> int:
        """Lines of a row with the gap above it. Most cells are one piece, so no text is put together for them."""
        tallest = 1
        for cell in self._compose(row):
            if cell is not None:
                text = self._text(cell) if len(cell.pieces) > 1 else self._words(cell.pieces[0])
                if len(text) > (self.width if text.isascii() else self.width // 2):
                    tallest = max(tallest, len(wrap(text, self.width)))
        return tallest + (self._gaps and row.starts_paragraph)

    def _measure(self, index: int) -> tuple[tuple[Cell | None, str, tuple[int, ...]], ...]:
        measured: list[tuple[Cell | None, str, tuple[int, ...]]] = []
        for cell in self._compose(self.rows[index]):
            text = self._text(cell) if cell else ""
            measured.append((cell, text, wrap(text, self.width)))
        return tuple(measured)

    def _text(self, cell: Cell) -> str:
        return "".join([self._words(piece) for piece in cell.pieces])

    def _words(self, piece: Piece) -> str:
        return piece.words if piece.side is None else self._texts[piece.side][piece.start : piece.end]


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
