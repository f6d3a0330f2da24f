"""One column of text. It shows a window of a layout; where that window stands is told to it."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.paint import Painter

COPY_LIMIT = 200_000
"""Characters: terminals refuse more than that through the clipboard sequence."""


class Pane(Widget, can_focus=True):
    """A column. `top` is the first line shown, `cursor` the row where the reader is."""

    ALLOW_SELECT = True
    DEFAULT_CSS = "Pane { width: 1fr; height: 1fr; }"

    class Scrolled(Message):
        """The wheel turned over the pane: so many lines, down is positive."""

        def __init__(self, pane: Pane, lines: int) -> None:
            super().__init__()
            self.pane, self.lines = pane, lines

    class Pointed(Message):
        """A row was clicked."""

        def __init__(self, pane: Pane, row: int, char: int) -> None:
            super().__init__()
            self.pane, self.row, self.char = pane, row, char

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.painter: Painter | None = None
        self.top = 0
        self.cursor = 0
        self.message = ""
        """Shown while there is nothing to show."""
        self._strips: LRUCache[tuple[int, int, bool], Strip] = LRUCache(512)

    def show(self, painter: Painter) -> None:
        self.painter = painter
        self._strips.clear()
        self.refresh()

    def place(self, top: int, cursor: int) -> None:
        """Shows the layout from line `top`, with the reader at row `cursor`."""
        if (top, cursor) != (self.top, self.cursor):
            self.top, self.cursor = top, cursor
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if self.painter is None:
            text = self.message.center(width) if y == self.size.height // 3 else ""
            return Strip.blank(width, self.rich_style) if not text else _words(text, width, self.rich_style)
        at = self.top + y
        selection = self.text_selection
        line = self.painter.layout.line(at, self.painter.column)
        if selection is not None and line is not None:
            return self.painter.strip(at, width, here=self.cursor, selected=selection.get_span(line.row))
        key = (at, width, line is not None and line.row == self.cursor)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self.painter.strip(at, width, here=self.cursor)
        return strip

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words of this column: whole rows apart from the first and the last."""
        if self.painter is None:
            return None
        layout, column = self.painter.layout, self.painter.column
        first = selection.start.y if selection.start else 0
        last = selection.end.y if selection.end else len(layout.rows) - 1
        parts: list[str] = []
        taken = 0
        for row in range(max(0, first), min(last, len(layout.rows) - 1) + 1):
            start, end = selection.get_span(row) or (0, -1)
            text = layout.text(row, column)
            part = text[max(0, start) : end if end >= 0 else len(text)].rstrip()
            if part:
                parts.append(part)
                taken += len(part)
            if taken > COPY_LIMIT:
                self.notify(f"Copied the first {COPY_LIMIT:,} characters", severity="warning")
                break
        return "\n".join(parts)[:COPY_LIMIT], "\n"

    def on_click(self, event: events.Click) -> None:
        if self.painter is None:
            return
        line = self.painter.layout.line(self.top + event.y, self.painter.column)
        if line is not None and line.number >= 0:
            event.stop()
            self.post_message(self.Pointed(self, line.row, line.start + max(0, event.x - self.painter.gutter)))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.post_message(self.Scrolled(self, 3))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.post_message(self.Scrolled(self, -3))

    def text_select_all(self) -> None:
        """A double click takes the row that was hit, not the whole article."""
        painter = self.painter
        if painter is None:
            return
        text = painter.layout.text(self.cursor, painter.column)
        self.screen.selections = {self: Selection(Offset(0, self.cursor), Offset(len(text), self.cursor))}


def _words(text: str, width: int, style: Style) -> Strip:
    return Strip([Segment(text, style)]).adjust_cell_length(width, style)
