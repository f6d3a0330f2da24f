"""What stands over the columns: who tells it, when, how long. It stays in line with the panes below."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.theme import DARK, Palette
from tui.widgets.bar import Part, fitting, line_of

RIBBON = 2
"""Cells of the ribbon, right of the columns."""


class Heads(Widget):
    """One head over each column, or one line over a unified column."""

    DEFAULT_CSS = "Heads { height: 1; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Sequence[Part], ...] = ()
        self._right: Sequence[Part] = ()
        self._palette: Palette = DARK

    def show(self, parts: Sequence[Sequence[Part]], right: Sequence[Part], palette: Palette) -> None:
        """One sequence of parts a column. `right` stands at the end of the last one."""
        self._parts, self._right, self._palette = tuple(parts), right, palette
        self.refresh()

    @property
    def text(self) -> str:
        return self.render_line(0).text

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        width, ground = self.size.width, self._palette.style("ground")
        if len(self._parts) != 2:
            left, right = fitting(self._parts[0] if self._parts else (), self._right, width - 2)
            return line_of(left, right, width, self._palette)
        column = (width - RIBBON - 1) // 2
        strips: list[Strip] = []
        for n, parts in enumerate(self._parts):
            left, right = fitting(parts, self._right if n else (), column - 2)
            strips.append(line_of(left, right, column, self._palette))
            if n == 0:
                strips.append(Strip([Segment("│", ground + self._palette.style("line"))]))
        return Strip.join(strips).adjust_cell_length(width, ground)
