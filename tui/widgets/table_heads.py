"""The names over the columns of the facts table."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.fact_table import FactTable


class TableHeads(Widget):
    """The names over the columns. A click goes to a column, a second one reads its article."""

    class Opened(Message):
        """The head of the column under the cursor was clicked."""

    DEFAULT_CSS = "TableHeads { height: 1; }"

    def __init__(self, of: FactTable) -> None:
        super().__init__()
        self._table = of

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        return self._table.heads(self.size.width)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        column = self._table.column_at(event.x)
        if column is None:
            return
        if column == self._table.column:
            self.post_message(self.Opened())
        else:
            self._table.turn(column - self._table.column)
