"""The columns, the divider and the ribbon: what they show, and where the reader is in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.article import Pair, Span
from tui.rows import SIDES, Arrangement, Layout, Mark, Marks, Row, Shown, Side, View, other
from tui.theme import DARK, Palette
from tui.widgets.paint import Painter
from tui.widgets.pane import Pane
from tui.widgets.ribbon import Ribbon

COLUMN: dict[Side, int] = {"a": 0, "b": 1}


class Divider(Widget):
    """The line between the columns; broken while they scroll apart."""

    DEFAULT_CSS = "Divider { width: 1; height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.palette: Palette = DARK
        self.is_synced = True

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        sign = "│" if self.is_synced else "┊"
        return Strip([Segment(sign, self.palette.style("ground") + self.palette.style("line"))])


class Columns(Horizontal):
    """Two columns on one layout, or on two, or one column; where it stands is set in one place."""

    BLANK = True  # its children cover it
    DEFAULT_CSS = (
        "Columns { width: 1fr; height: 1fr; } Columns.-unified Divider, Columns.-unified #pane-b { display: none; }"
    )

    class Moved(Message):
        """The reader stands elsewhere."""

    def __init__(self, view: View | None = None) -> None:
        super().__init__(id="texts")
        self.panes = (Pane(id="pane-a"), Pane(id="pane-b"))
        self.divider, self.ribbon = Divider(), Ribbon()
        self.shown: Shown | None = None
        self.view = view or View()
        self.synced = True
        self.palette: Palette = DARK
        self.arrangement: Arrangement | None = None
        self._marks = Pair(Marks(), Marks())
        self._grave: tuple[tuple[Side, int], ...] = ()
        self._active = 0
        self._arranged_for: tuple[int, int] = (0, 0)
        self._begin_at: tuple[Side, int] | None = None
        """Where to stand once there is a size."""

    def compose(self) -> ComposeResult:
        yield self.panes[0]
        yield self.divider
        yield self.panes[1]
        yield self.ribbon

    # What is shown

    def show(self, shown: Shown, *, keep: tuple[Side, int] | None = None) -> None:
        """Shows other articles. `keep` names a sentence to stay at; without it reading begins at the top."""
        offset = self._height // 3 if self.shown is None else self._cursor_line()
        self.shown = shown
        self._arrange()
        if not self._arranged_for[0]:
            self._begin_at = keep
        elif keep is None:
            self._stand(0, 0)
        else:
            self._stand_at(keep, offset)

    def prepare(self, shown: Shown) -> None:
        """In a thread: lays out what `show` is to show, which takes a second for a million words."""
        if self.size.width > 2:
            shown.arrange(self.view, self.size.width - 2, self.size.height)

    def look(self, view: View) -> None:
        """Shows the same another way, at the same place."""
        row, offset = self.row, self._cursor_line()
        self.view = view
        self._arrange()
        self._turn_to(row)
        found = self._find(row) if row else None
        layout = self.layout_shown
        if found is not None and layout is not None:
            self._stand(found, layout.top(found) - offset)
        else:
            self._stand_at(row.key if row else ("a", 0), offset)

    def mark(self, layers: Mapping[Mark, Pair[list[Span]]]) -> None:
        """Sets marks over the words of both articles; other layers stay."""
        for mark, spans in layers.items():
            self._marks = Pair(self._marks.a.with_layer(mark, spans.a), self._marks.b.with_layer(mark, spans.b))
        self._paint()

    def point_out(self, sentences: tuple[tuple[Side, int], ...]) -> None:
        """Sentences with a conflict, for the ribbon."""
        self._grave = sentences
        self._paint()

    def paint_with(self, palette: Palette) -> None:
        self.palette = palette
        self._paint()

    def say(self, message: str) -> None:
        """Words in place of the texts while these are not there yet."""
        self.panes[0].message = message
        self.panes[0].refresh()

    def keep_step(self, synced: bool) -> None:
        """Lets the columns scroll in step or apart; together again, the other one comes to where the reader is."""
        self.synced = synced
        self._show_divider()
        if synced and self.arrangement:
            self._stand(self.pane.cursor, self.pane.top)

    # Where the reader is

    @property
    def pane(self) -> Pane:
        """The column that keys move."""
        return self.panes[self._active]

    @property
    def side(self) -> Side:
        """The article whose column is active. Unified: the article whose words the current row shows first."""
        row = self.row
        if self.arrangement and self.arrangement.shape == "unified" and row is not None:
            return "a" if row.a else "b"
        return "a" if self._active == 0 else "b"

    @property
    def rows(self) -> Sequence[Row]:
        return self.layout_shown.rows if self.layout_shown else ()

    def numbers(self, side: Side) -> Sequence[int]:
        """The number of each sentence of an article in its story."""
        return self.shown.articles[side].numbers if self.shown else ()

    @property
    def layout_shown(self) -> Layout | None:
        return self.arrangement.layout(self._active) if self.arrangement else None

    @property
    def row(self) -> Row | None:
        layout = self.layout_shown
        return layout.rows[self.pane.cursor] if layout and self.pane.cursor < len(layout.rows) else None

    @property
    def here(self) -> tuple[Side, int]:
        return self.row.key if self.row else ("a", 0)

    def sentence_of(self, side: Side) -> int | None:
        """The sentence of an article at which the reader is: in the current row, or the last one before it."""
        layout = self.arrangement.layout(COLUMN[side]) if self.arrangement else None
        if layout is None or not layout.rows:
            return None
        is_unified = self.arrangement is not None and self.arrangement.shape == "unified"
        cursor = self.pane.cursor if is_unified else self.panes[COLUMN[side]].cursor
        for index in range(min(cursor, len(layout.rows) - 1), -1, -1):
            row = layout.rows[index]
            sentences = [i for r in (row.hidden or (row,)) for i in r.of(side) if r.kind != "reference"]
            if sentences:
                return sentences[0]
        return 0

    def activate(self, column: int) -> None:
        """Gives the keys to a column (0: A, 1: B)."""
        if self.arrangement and self.arrangement.shape == "unified":
            column = 0
        self._active = column
        self.screen.set_focus(self.panes[column])
        self.ribbon_follow()

    def row_of(self, side: Side, sentence: int) -> int | None:
        if self.arrangement is None:
            return None
        places = self.arrangement.places_in(COLUMN[side] if self.arrangement.shape == "own" else self._active)
        return places.row_of(side, sentence)

    # Inside

    @property
    def _height(self) -> int:
        return max(1, self.size.height)

    def watch_virtual_size(self) -> None:
        """In the middle of a layout: `on_resize` would come after a paint of the columns as they were."""
        self.fit()

    def fit(self) -> None:
        """Lays out anew where the size is another; the same words stay at the top."""
        if self.shown is None or (self.size.width, self.size.height) == self._arranged_for:
            return
        here, (at_top, share) = self.row, self._top_place()
        self._arrange()
        self._turn_to(here)
        layout = self.layout_shown
        if layout is None:
            return
        if self._begin_at is not None:
            place, self._begin_at = self._begin_at, None
            self._stand_at(place, self._height // 3)
            return
        cursor = (self._find(here) if here else 0) or 0
        top = self.pane.top
        row = self._find(at_top) if at_top else None
        if row is not None:
            top = layout.top(row) + int(share * (layout.bottom(row) - layout.top(row)))
        height = self._height
        if not top <= layout.top(cursor) < top + height:
            cursor = layout.row_at(top)
        self._stand(cursor, top)

    def _top_place(self) -> tuple[Row | None, float]:
        """What stands in the first line: the row, and how far into it (0 to 1)."""
        layout = self.layout_shown
        if layout is None or not layout.rows:
            return None, 0
        row = layout.row_at(self.pane.top)
        tall = max(1, layout.bottom(row) - layout.top(row))
        return layout.rows[row], max(0, self.pane.top - layout.top(row)) / tall

    def _turn_to(self, row: Row | None) -> None:
        """Where each article has rows of its own, to the column that has this one."""
        if row and self.arrangement and self.arrangement.shape == "own" and not row.of(SIDES[self._active]):
            self._active = COLUMN[row.key[0]]

    def _find(self, row: Row) -> int | None:
        """Where a row of an earlier arrangement stands in the active column of this one; a reference where it is
        still one."""
        side, sentence = row.key
        if self.arrangement is None:
            return None
        if self.arrangement.shape == "own":
            own = row.of(SIDES[self._active])
            if not own:
                return None
            side, sentence = SIDES[self._active], own[0]
        places = self.arrangement.places_in(self._active)
        is_reference = row.kind in ("reference", "references")
        reference = places.reference_of(side, sentence) if is_reference else None
        return self.row_of(side, sentence) if reference is None else reference

    def _cursor_line(self) -> int:
        """How many lines below the top of the window the current row begins."""
        layout = self.layout_shown
        return layout.top(self.pane.cursor) - self.pane.top if layout and layout.rows else 0

    def _arrange(self) -> None:
        width, height = self.size.width - 2, self.size.height
        if self.shown is None or width < 1:
            return
        self._arranged_for = (self.size.width, self.size.height)
        self.arrangement = self.shown.arrange(self.view, width, height)
        unified = self.arrangement.shape == "unified"
        self.set_class(unified, "-unified")
        if unified:
            self._active = 0
        self._paint()

    def _paint(self) -> None:
        self.divider.palette = self.palette
        self.divider.refresh()
        arrangement = self.arrangement
        if arrangement is None:
            return
        for column, pane in enumerate(self.panes):
            pane.show(
                Painter(
                    arrangement.layout(column),
                    arrangement.column_in_layout(column),
                    self._marks,
                    self.palette,
                    arrangement.sign_width,
                    arrangement.arrow_width,
                    arrangement.number_width,
                )
            )
        self.ribbon_follow()

    def ribbon_follow(self) -> None:
        layout = self.layout_shown
        if layout is not None:
            rows = (self.row_of(side, sentence) for side, sentence in self._grave)
            self.ribbon.show(layout, (row for row in rows if row is not None), self.palette)

    def _bounded(self, layout: Layout, top: int) -> int:
        return max(0, min(top, layout.height - self._height))

    def _stand(self, cursor: int, top: int) -> None:
        """The one place where a position is set: of the active column, and of the other in step with it."""
        layout = self.layout_shown
        if layout is None or self.arrangement is None:
            return
        top = self._bounded(layout, top)
        self.pane.place(top, cursor)
        self.ribbon.place(top, self._height)
        peer = self.panes[1 - self._active]
        if self.synced and self.arrangement.shape == "beside":
            peer.place(top, cursor)
            self._show_divider()
        elif self.synced and self.arrangement.shape == "own":
            self._pull(peer, layout.top(cursor) - top)
        self.post_message(self.Moved())

    def _show_divider(self) -> None:
        """Broken while the columns do not show the same lines."""
        apart = self.arrangement is not None and self.arrangement.shape == "beside"
        apart = apart and self.panes[0].top != self.panes[1].top
        if self.divider.is_synced != (self.synced and not apart):
            self.divider.is_synced = self.synced and not apart
            self.divider.refresh()

    def _pull(self, peer: Pane, line: int) -> None:
        """Brings the partner of the current sentence level with it in the other column."""
        row, shown = self.row, self.shown
        if row is None or shown is None or self.arrangement is None or row.link is None:
            return
        column = 1 - self._active
        side: Side = "a" if column == 0 else "b"
        link = shown.links[row.link]
        there = self.arrangement.places_in(column).row_of(side, (link.a if side == "a" else link.b)[0])
        if there is not None:
            layout = self.arrangement.layout(column)
            peer.place(max(-line, min(layout.top(there) - line, layout.height - 1)), there)

    def _stand_at(self, place: tuple[Side, int], line: int) -> None:
        """To a sentence, `line` lines below the top of the window."""
        layout = self.layout_shown
        if layout is None:
            return
        side, sentence = place
        if self.arrangement and self.arrangement.shape == "own":
            self._active = COLUMN[side]
        row = self.row_of(side, sentence)
        if row is None:
            row = self.row_of(other(side), 0) or 0
        self._stand(row, layout.top(row) - line if layout.rows else 0)
