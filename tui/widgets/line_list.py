"""A virtual list: it knows how tall each item is and paints only those in the window."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.theme import DARK, Palette


class LineList(Widget, can_focus=True):
    """Items of one or more lines with a cursor. What an item looks like is the subclass's business."""

    DEFAULT_CSS = "LineList { width: 1fr; height: 1fr; }"

    class Moved(Message):
        """The cursor stands on another item."""

        def __init__(self, items: LineList) -> None:
            super().__init__()
            self.items = items

        @property
        def control(self) -> LineList:
            return self.items

    class Picked(Message):
        """An item was opened: Enter, or a click on the one where the cursor stands."""

        def __init__(self, items: LineList) -> None:
            super().__init__()
            self.items = items

        @property
        def control(self) -> LineList:
            return self.items

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.palette: Palette = DARK
        self.cursor = 0
        self.top = 0
        """The first line shown."""
        self._tops: Sequence[int] = array("l", [0])
        self._measured_for = Size(0, 0)

    def paint(self, index: int, number: int, width: int, is_here: bool) -> Strip:
        """Line `number` of item `index`."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        return len(self._tops) - 1

    def set_heights(self, heights: Iterable[int], *, cursor: int = 0) -> None:
        """Takes new items, known by their heights in lines."""
        tops, top = array("l", [0]), 0
        for height in heights:
            top += height
            tops.append(top)
        self._set_tops(tops, cursor)

    def set_lines(self, count: int, *, cursor: int = 0) -> None:
        """Takes so many items of one line, at no cost: 100,000 heights take 15 ms."""
        self._set_tops(range(count + 1), cursor)

    def _set_tops(self, tops: Sequence[int], cursor: int) -> None:
        self._tops = tops
        self._measured_for = self.size  # nothing, while the list is hidden: it is measured again when it comes to light
        self.cursor = max(0, min(cursor, self.count - 1))
        self._show_cursor()
        self.refresh(layout=self.styles.height is not None and self.styles.height.is_auto)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As tall as all items together, where the height is left to the list."""
        return self._tops[-1]

    def move(self, by: int) -> None:
        self.stand_on(self.cursor + by)

    def page(self, by: int) -> None:
        line = self._tops[self.cursor] + by * max(1, self.size.height - 1)
        self.stand_on(self._item_at(line) if by > 0 else min(self._item_at(line), self.cursor - 1))

    def edge(self, last: bool) -> None:
        self.stand_on(self.count - 1 if last else 0)

    def stand_on(self, index: int) -> None:
        """Moves the cursor, and the window no further than it has to."""
        index = max(0, min(index, self.count - 1))
        if index != self.cursor:
            self.cursor = index
            self._show_cursor()
            self.refresh()
            self.post_message(self.Moved(self))

    def reveal(self, last: int) -> None:
        """Brings the items from the cursor to this one into the window, as many as there is room for."""
        end = self._tops[min(last + 1, self.count)]
        self.top = max(self.top, min(self._tops[self.cursor], end - max(1, self.size.height)))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        line = self.top + y
        if line >= self._tops[-1]:
            return Strip.blank(self.size.width, self.palette.style("ground"))
        index = self._item_at(line)
        return self.paint(index, line - self._tops[index], self.size.width, index == self.cursor)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Measures before it paints: a list that comes to light gets its size without a resize event."""
        if self.size != self._measured_for:
            self._measured_for = self.size
            self.measure()
            self._show_cursor()
        return super().render_lines(crop)

    def measure(self) -> None:
        """The list has another size: for lists whose items change their heights with it."""

    def on_click(self, event: events.Click) -> None:
        event.stop()
        line = self.top + event.y
        if line >= self._tops[-1]:
            return
        index = self._item_at(line)
        if index == self.cursor:
            self.post_message(self.Picked(self))
        else:
            self.stand_on(index)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(-3)

    def _scroll(self, by: int) -> None:
        self.top = max(0, min(self.top + by, self._tops[-1] - self.size.height))
        self.refresh()

    def _item_at(self, line: int) -> int:
        return max(0, min(self.count - 1, bisect_right(self._tops, line) - 1))

    def _show_cursor(self) -> None:
        height = max(1, self.size.height)
        first, last = self._tops[self.cursor], self._tops[min(self.cursor + 1, self.count)]
        if last > self.top + height:
            self.top = last - height
        # No empty lines below the last item: a list may have been filled before it had a size.
        self.top = max(0, min(self.top, first, max(0, self._tops[-1] - height)))
