"""One column of text. It shows a window of a layout; where that window stands is told to it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from tui.rows import Kind, Row
from tui.widgets.paint import Painter

COPY_LIMIT = 200_000
"""Characters: terminals refuse more than that through the clipboard sequence."""
_POINTERS: frozenset[Kind] = frozenset({"reference", "references", "fold"})
"""Rows with words of the program's: a selection that goes beyond them copies the articles' words alone."""


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
        first, last = self._rows_of(selection)
        parts: list[str] = []
        taken = 0
        for row in range(first, last + 1):
            if first < last and layout.rows[row].kind in _POINTERS:
                continue
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

    def _rows_of(self, selection: Selection) -> tuple[int, int]:
        """The first and the last row of a selection."""
        count = len(self.painter.layout.rows) if self.painter else 0
        first = selection.start.y if selection.start else 0
        last = selection.end.y if selection.end else count - 1
        return max(0, first), min(last, count - 1)

    @property
    def rows_selected(self) -> Sequence[Row]:
        selection = self.text_selection
        if selection is None or self.painter is None:
            return ()
        first, last = self._rows_of(selection)
        return self.painter.layout.rows[first : last + 1]

    @property
    def shows_selection(self) -> bool:
        """Whether words that the mouse selected stand in the window."""
        selection = self.text_selection
        if selection is None or self.painter is None or not self.painter.layout.rows:
            return False
        first, last = self._rows_of(selection)
        layout = self.painter.layout
        return layout.top(first) < self.top + self.size.height and layout.bottom(last) > self.top

    def word_at(self, x: int, y: int) -> Offset | None:
        """The character (x) and the row (y) nearest to a cell of the pane, which may lie outside of it: in its line,
        else at the end of the words above, else at the first words below. `None` where no words are shown."""
        painter = self.painter
        if painter is None:
            return None
        top, height = self.top, self.size.height
        y = max(0, min(y, height - 1))
        for at in (*range(y, -1, -1), *range(y + 1, height)):
            line = painter.layout.line(top + at, painter.column)
            if line is None or line.cell is None or line.end <= line.start:
                continue
            if at != y:
                return Offset(line.end - 1 if at < y else line.start, line.row)
            text = painter.layout.text(line.row, painter.column)[line.start : line.end]
            return Offset(line.start + _char_at(text, x - painter.gutter), line.row)
        return None

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


def _char_at(text: str, cell: int) -> int:
    """The character that stands at a cell; the first or the last one beside them."""
    if text.isascii():
        return max(0, min(cell, len(text) - 1))
    taken = 0
    for n, char in enumerate(text):
        taken += cell_len(char)
        if taken > cell:
            return n
    return len(text) - 1


def _words(text: str, width: int, style: Style) -> Strip:
    return Strip([Segment(text, style)]).adjust_cell_length(width, style)
