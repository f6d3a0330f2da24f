"""The texts of a comparison, and the ways through them.

It moves. Which difference is the fourth, what a fact says, which key does what: the screen's business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from textual.message import Message

from tui.rows import Row, Side
from tui.widgets.columns import COLUMN, Columns
from tui.widgets.pane import Pane
from tui.widgets.ribbon import Ribbon

_MENTIONS = 12
"""Mentions a side that are tried for the nearest two."""


class Texts(Columns):
    """Columns that a reader walks through."""

    class Opened(Message):
        """A row was clicked a second time, or Enter pressed on it."""

    def move(self, by: int) -> None:
        """To the next or previous row; a row taller than the window is scrolled through first."""
        layout = self.layout_shown
        if not layout or not layout.rows:
            return None
        cursor, top, height = self.pane.cursor, self.pane.top, self._height
        if by > 0 and layout.bottom(cursor) > top + height and layout.top(cursor) <= top:
            return self._stand(cursor, top + 1)
        if by < 0 and layout.top(cursor) < top:
            return self._stand(cursor, top - 1)
        return self.stand_on(cursor + by)

    def page(self, by: int) -> None:
        """A window further, less two lines to read on from."""
        layout = self.layout_shown
        if not layout or not layout.rows:
            return None
        step = max(1, self._height - 2) * by
        top = self._bounded(layout, self.pane.top + step)
        if top == self.pane.top:
            return self.stand_on(len(layout.rows) - 1 if by > 0 else 0)
        line = layout.top(self.pane.cursor) + step
        self._stand(layout.row_at(max(top, min(line, top + self._height - 1))), top)
        return None

    def edge(self, last: bool) -> None:
        """To the first or the last row."""
        layout = self.layout_shown
        if layout and layout.rows:
            self.stand_on(len(layout.rows) - 1 if last else 0)

    def stand_on(self, row: int) -> None:
        """To a row, scrolling no more than is needed."""
        layout = self.layout_shown
        if not layout or not layout.rows:
            return
        row = max(0, min(len(layout.rows) - 1, row))
        ahead = min(3, self._height // 4)
        top = self.pane.top
        first, last = layout.top(row), layout.bottom(row)
        if last + ahead > top + self._height:
            top = last + ahead - self._height
        top = min(top, max(0, first - ahead))
        self._stand(row, top)

    def bring(self, row: int) -> None:
        """To a row from afar: a third below the top, so that what leads to it is seen too."""
        layout = self.layout_shown
        if not layout or not layout.rows:
            return
        first, last = layout.top(row), layout.bottom(row)
        if self.pane.top <= first and last <= self.pane.top + self._height:
            self._stand(row, self.pane.top)
        else:
            self._stand(row, first - self._height // 3)

    def step(self, test: Callable[[Row], bool], by: int) -> bool:
        """To the next or previous row that passes; `False` where there is none."""
        layout = self.layout_shown
        if not layout:
            return False
        index = self.pane.cursor + by
        while 0 <= index < len(layout.rows):
            if test(layout.rows[index]):
                self.bring(index)
                return True
            index += by
        return False

    def go_to(self, side: Side, offset: int) -> bool:
        """To the words at an offset of an article; a fold over them is opened."""
        if self.shown is None or self.arrangement is None:
            return False
        article = self.shown.articles[side]
        sentence = article.sentence_at(offset)
        if self.arrangement.shape == "own":
            self._active = COLUMN[side]
        row = self.row_of(side, sentence)
        if row is not None and self.rows[row].kind == "fold":
            self.open_fold(row)
            row = self.row_of(side, sentence)
        if row is None:
            return False
        self.bring(row)
        return True

    def show_both(self, a: Sequence[int], b: Sequence[int]) -> None:
        """To words on both sides, given by the offsets of their mentions: to those two that stand nearest to each
        other. Where they do not fit into one window, the columns are set level for as long as nothing is moved."""
        if self.shown is None or self.arrangement is None:
            return
        if not a or not b:
            self.go_to("a" if a else "b", (a or b)[0])
            return
        article_a, article_b = self.shown.articles["a"], self.shown.articles["b"]
        near = min(
            ((i, j) for i in a[:_MENTIONS] for j in b[:_MENTIONS]),
            key=lambda pair: (
                abs(
                    (self._shared_row("a", article_a.sentence_at(pair[0])) or 0)
                    - (self._shared_row("b", article_b.sentence_at(pair[1])) or 0)
                ),
                pair,
            ),
        )
        self.go_to("a", near[0])
        if self.arrangement.shape == "beside":
            self._level(self._shared_row("b", article_b.sentence_at(near[1])))

    def _shared_row(self, side: Side, sentence: int) -> int | None:
        return self.arrangement.places_in(COLUMN[side]).row_of(side, sentence) if self.arrangement else None

    def _level(self, row: int | None) -> None:
        """Brings a row of column B into the window: where it is far from A's, the columns part until the next move,
        so that the two passages stand level."""
        layout = self.layout_shown
        if layout is None or row is None or self.pane.cursor == row:
            return
        pane, peer = self.panes
        if pane.top <= layout.top(row) and layout.bottom(row) <= pane.top + self._height:
            return
        self._active = 0
        self._stand(pane.cursor, layout.top(pane.cursor) - self._height // 3)
        peer.place(layout.top(row) - (layout.top(pane.cursor) - pane.top), row)
        self._show_divider()
        self.post_message(self.Moved())

    def open_fold(self, row: int) -> None:
        self.look(replace(self.view, opened=self.view.opened | {self.rows[row].key}))

    def other_end(self) -> bool:
        """From a moved sentence to its own place, from a reference to where it is shown."""
        row = self.row
        if row is None or self.arrangement is None or row.link is None or self.shown is None:
            return False
        places = self.arrangement.places_in(self._active)
        link = self.shown.links[row.link]
        ends: list[int | None] = []
        if row.kind == "reference" or not (row.a and row.b):
            ends = [places.row_of("a", link.a[0]), places.row_of("b", link.b[0])]
        elif row.moved:
            ends = [places.reference_of("b", link.b[0]), places.reference_of("a", link.a[0])]
        there = next((end for end in ends if end is not None and end != self.pane.cursor), None)
        if self.arrangement.shape == "own":
            self.activate(1 - self._active)
            return True
        if there is None:
            return False
        self.bring(there)
        return True

    # The mouse

    def on_pane_scrolled(self, event: Pane.Scrolled) -> None:
        """The wheel moves the window; the reader is carried along only at its edge."""
        event.stop()
        if not self.synced or (self.arrangement and self.arrangement.shape == "own"):
            self._active = self.panes.index(event.pane)
        layout = self.layout_shown
        if layout is None or not layout.rows:
            return
        top = self._bounded(layout, self.pane.top + event.lines)
        cursor = self.pane.cursor
        if layout.bottom(cursor) <= top:
            cursor = layout.row_at(top)
        elif layout.top(cursor) >= top + self._height:
            cursor = layout.row_at(top + self._height - 1)
        self._stand(cursor, top)

    def on_pane_pointed(self, event: Pane.Pointed) -> None:
        event.stop()
        self._active = self.panes.index(event.pane)
        again = event.row == self.pane.cursor
        self._stand(event.row, self.pane.top)
        if again:
            self.post_message(self.Opened())

    def on_ribbon_chosen(self, event: Ribbon.Chosen) -> None:
        event.stop()
        layout = self.layout_shown
        if layout is not None:
            self._stand(layout.row_at(event.line), event.line - self._height // 2)
