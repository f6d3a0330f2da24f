"""The ribbon: the whole comparison in one strip of cells, and where you are in it. A click goes there."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.rows import Kind, Layout
from tui.theme import DARK, Palette, Role

_RANK: dict[Kind, int] = {
    "furniture": 0, "reference": 0, "references": 0, "plain": 1, "fold": 1, "same": 1, "reworded": 2,
    "only-a": 3, "only-b": 4,
}  # fmt: skip
_BOTH, _CONFLICT = 5, 6
_LOOKS: tuple[tuple[str, Role], ...] = (
    (" ", "line"), ("░", "line"), ("▒", "muted"), ("▌", "a"), ("▐", "b"), ("█", "muted"), ("█", "altered"),
)  # fmt: skip
"""By rank: nothing, the same, reworded, only in A (its half), only in B, both, a conflict."""


def strengths(layout: Layout, height: int, conflicts: Iterable[int]) -> list[int]:
    """For each cell of a ribbon `height` cells tall, the strongest thing in the lines it stands for.

    A layout shorter than the ribbon keeps one line a cell.
    """
    ranks = bytearray([_RANK[row.kind] for row in layout.rows])
    for index in conflicts:
        ranks[index] = _CONFLICT
    scale = max(layout.height, height)
    return [_strongest(layout, ranks, n * scale // height, -(-(n + 1) * scale // height)) for n in range(height)]


def _strongest(layout: Layout, ranks: bytearray, first: int, end: int) -> int:
    """Of the rows with text in these lines; -1 where there is none."""
    if first >= layout.height:
        return -1
    last = layout.row_at(end - 1)
    there = ranks[layout.row_at(first) : last + (layout.top(last) < end)]
    both = _RANK["only-a"] in there and _RANK["only-b"] in there
    return max(_BOTH if both else -1, max(there, default=-1))


class Ribbon(Widget):
    """Two cells wide: where you are, and what stands there."""

    DEFAULT_CSS = "Ribbon { width: 2; height: 1fr; }"

    class Chosen(Message):
        """A place was clicked: a line of the layout."""

        def __init__(self, line: int) -> None:
            super().__init__()
            self.line = line

    def __init__(self) -> None:
        super().__init__()
        self._layout_shown: Layout | None = None
        self._conflicts: frozenset[int] = frozenset()
        self._palette: Palette = DARK
        self._window = (0, 0)
        self._cells: list[int] = []

    def show(self, layout: Layout, conflicts: Iterable[int], palette: Palette) -> None:
        self._layout_shown, self._conflicts, self._palette = layout, frozenset(conflicts), palette
        self._cells = []
        self.refresh()

    def place(self, top: int, lines: int) -> None:
        """Says which lines of the layout are on the screen."""
        if self._window != (top, lines):
            self._window = (top, lines)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        layout, height = self._layout_shown, self.size.height
        ground = self._palette.style("ground")
        if layout is None:
            return Strip.blank(self.size.width, ground)
        if len(self._cells) != height:
            self._cells = strengths(layout, height, self._conflicts)
        scale = max(layout.height, height)
        top, lines = self._window
        last = min(top + lines, layout.height)
        is_here = top * height // scale <= y < -(-last * height // scale)
        rail = Segment("│", ground + self._palette.style("accent")) if is_here else Segment(" ", ground)
        look, role = _LOOKS[self._cells[y]] if self._cells[y] >= 0 else (" ", "line")
        return Strip([rail, Segment(look, ground + self._palette.style(role))])

    def on_click(self, event: events.Click) -> None:
        if self._layout_shown is not None:
            event.stop()
            scale = max(self._layout_shown.height, self.size.height)
            self.post_message(self.Chosen(event.y * scale // self.size.height))
