"""How like each other some articles are: a number and a shade for every two. It measures nothing."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.theme import DARK, Palette, Role
from tui.widgets.fact_table import column_width
from tui.widgets.paint import fit

SHADES = (" ", "░", "▒", "▓", "█")
"""From nothing shared to everything, so that nothing hangs on colour."""
LEAST = 5
"""Cells of a column that is narrower than the one above it in the table, since all have to be seen at once."""
TITLE = "WORDS SHARED, %"


def shaded(share: float, cells: int) -> str:
    """A share from 0 to 1 in so many cells: the first ones are a shade darker where it lies between two shades."""
    shade, darker = divmod(round(share * (len(SHADES) - 1) * cells), cells)
    return SHADES[min(shade + 1, len(SHADES) - 1)] * darker + SHADES[shade] * (cells - darker)


class HeatMap(Widget):
    """A rule, a line of heads, and a line for each article. A click on a number chooses the two."""

    DEFAULT_CSS = "HeatMap { height: auto; display: none; }"

    class Chosen(Message):
        """Two articles, by their places in the table."""

        def __init__(self, row: int, column: int) -> None:
            super().__init__()
            self.row, self.column = row, column

    def __init__(self) -> None:
        super().__init__()
        self.palette: Palette = DARK
        self._names: Sequence[str] = ()
        self._shares: Sequence[Sequence[float]] = ()

    def show(self, names: Sequence[str], shares: Sequence[Sequence[float]]) -> None:
        """`shares`: for every two articles, 0 to 1; the names stand for them in the same order."""
        self._names, self._shares = names, shares
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, ground = self.size.width, self.palette.style("ground")
        if y == 0:
            return Strip([Segment("─" * width, ground + self.palette.style("line"))])
        if y - 1 > len(self._names) or not self._names:
            return Strip.blank(width, ground)
        first, each = self._widths(width)
        words = self._heads(first, each) if y == 1 else self._line(y - 2, first, each)
        segments = [Segment(text, ground + self.palette.style(role)) for text, role in words]
        return Strip(segments).adjust_cell_length(width, ground)

    def _widths(self, width: int) -> tuple[int, int]:
        """Cells of the names and of each number's column."""
        first, each = column_width(width, len(self._names))
        if first + 1 + each * len(self._names) > width:
            each = max(LEAST, (width - first - 1) // len(self._names))
        return first, each

    def on_click(self, event: events.Click) -> None:
        event.stop()
        first, each = self._widths(self.size.width)
        row, column = event.y - 2, (event.x - first - 1) // each
        known = range(len(self._names))
        if row in known and column in known and row != column:
            self.post_message(self.Chosen(row, column))

    def _heads(self, first: int, each: int) -> list[tuple[str, Role]]:
        heads = [fit(f"{n} {name}", each - 2) + "  " for n, name in enumerate(self._names, start=1)]
        return [(f" {fit(TITLE, first)}", "muted"), ("".join(heads), "muted")]

    def _line(self, row: int, first: int, each: int) -> list[tuple[str, Role]]:
        parts: list[tuple[str, Role]] = [(f" {fit(f'{row + 1} {self._names[row]}', first - 1)} ", "text")]
        for column, share in enumerate(self._shares[row]):
            if column == row:
                parts.append((fit("·", each), "muted"))
            else:
                shades = shaded(share, max(1, min(each - 6, 4)))
                parts += [(f"{share * 100:<3.0f}", "text"), (fit(shades, each - 3), "accent")]
        return parts
