"""Facts × articles: a row a fact, a column an article. It paints the window and knows where the cursor is."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.article import Article
from tui.facts import FactType
from tui.frozen import dataclass
from tui.reports.naming import outlet
from tui.reports.values import in_words
from tui.reports.words import ROW_SIGNS
from tui.safe import safe_line
from tui.theme import Role
from tui.verdicts.table import Cell, Row, RowVerdict
from tui.widgets.line_list import LineList
from tui.widgets.paint import BAR, fit

SIGNS: dict[RowVerdict | None, str] = {
    **ROW_SIGNS,
    "only": "·",
    None: " ",
}
NAMES: dict[RowVerdict, str] = {
    "conflict": "conflict", "altered": "altered", "cut": "cut", "compatible": "compatible", "agree": "agree",
    "only": "told by one only",
}  # fmt: skip
_ROLES: dict[RowVerdict | None, Role] = {
    "conflict": "altered", "altered": "altered", "cut": "strong", "compatible": "strong",
    "agree": "muted", "only": "muted", None: "text",
}  # fmt: skip
LEAST, MOST = 12, 40
"""Cells of an article's column."""


@dataclass(frozen=True, slots=True)
class Fold:
    """The line that the rows of one type stand behind or under."""

    type: FactType
    count: int
    verdict: RowVerdict | None
    """The gravest among them."""
    is_open: bool


Line = Row | Fold


def column_width(width: int, articles: int) -> tuple[int, int]:
    """Cells of the first column and of each article's, for a table so wide. What has no room is scrolled to."""
    first = max(14, min(44, width * 30 // 100))
    return first, max(LEAST, min(MOST, (width - first - 1) // max(1, articles)))


class FactTable(LineList):
    """The table. `column` is the article under the cursor."""

    class Turned(Message):
        """The cursor stands in another column."""

    def __init__(self) -> None:
        super().__init__(id="table")
        self.articles: Sequence[Article] = ()
        self.rows: Sequence[Line] = ()
        """What is listed, from the top."""
        self.column = 0
        self.first_column = 0
        """The first article shown."""
        self.picked: tuple[int, int] | None = None
        """Row and article of a cell that was picked."""

    def show(self, articles: Sequence[Article], rows: Sequence[Line]) -> None:
        self.articles, self.rows, self.picked = articles, rows, None
        self.set_heights((1 for _ in rows), cursor=self.cursor)

    @property
    def line(self) -> Line | None:
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def row(self) -> Row | None:
        return self.line if isinstance(self.line, Row) else None

    def turn(self, by: int) -> None:
        """To the next or previous article."""
        self.column = max(0, min(len(self.articles) - 1, self.column + by))
        self._keep_column_in_view()
        self.refresh()
        self.post_message(self.Turned())

    def columns_shown(self) -> range:
        first, each = column_width(self.size.width, len(self.articles))
        room = max(1, (self.size.width - first - 1) // each)
        return range(self.first_column, min(len(self.articles), self.first_column + room))

    def _keep_column_in_view(self) -> None:
        room = len(self.columns_shown())
        self.first_column = max(self.column - room + 1, min(self.first_column, self.column), 0)

    def _beyond(self) -> str:
        """How many articles have no room, left and right of those that are shown: `‹ 1  2 more ›`."""
        shown = self.columns_shown()
        left, right = shown.start, len(self.articles) - shown.stop
        words = [f"‹ {left}" if right else f"‹ {left} more"] if left else []
        return "  ".join([*words, *([f"{right} more ›"] if right else [])])

    def heads(self, width: int) -> Strip:
        """The line over the columns."""
        first, each = column_width(width, len(self.articles))
        ground = self.palette.style("ground")
        beyond = self._beyond()
        style = ground + self.palette.style("accent") if beyond else ground
        segments = [Segment(f"{beyond:>{first}} ", style)]
        for n in self.columns_shown():
            style = ground + self.palette.style("title" if n == self.column else "muted")
            segments.append(Segment(fit(outlet(self.articles[n]), each - 2) + "  ", style))
        return Strip(segments).adjust_cell_length(width, ground)

    def paint(self, index: int, number: int, width: int, is_here: bool) -> Strip:  # noqa: ARG002
        row = self.rows[index]
        ground = self.palette.style("ground")
        if is_here:
            ground += self.palette.style("here")
        bar = Segment(BAR if is_here else " ", ground + self.palette.style("accent"))
        sign = Segment(SIGNS[row.verdict] + " ", ground + self.palette.style(_ROLES[row.verdict]))
        if isinstance(row, Fold):
            words = f"{row.type} {'▾' if row.is_open else '▸'} {row.count}"
            heading = Segment(words, ground + self.palette.style("strong"))
            return Strip([bar, sign, heading]).adjust_cell_length(width, ground)
        first, each = column_width(width, len(self.articles))
        quiet = row.verdict in ("agree", "only")
        segments = [
            bar,
            sign,
            Segment(fit(subject(row), first - 5), ground + self.palette.style("muted" if quiet else "text")),
            Segment(" © " if row.same_copy else "   ", ground + self.palette.style("muted")),
        ]
        for n in self.columns_shown():
            style = ground + self.palette.style("muted" if quiet else "text")
            if self.picked == (index, n):
                style += self.palette.style("a") + self.palette.style("strong")
            if is_here and n == self.column:
                style += self.palette.style("selection")
            segments += [Segment(fit(said(row.type, row.cells[n]), each - 2), style), Segment("  ", ground)]
        return Strip(segments).adjust_cell_length(width, ground)

    def measure(self) -> None:
        self._keep_column_in_view()

    def on_click(self, event: events.Click) -> None:
        column = self.column_at(event.x)
        if column is not None and column != self.column:
            self.turn(column - self.column)

    def column_at(self, x: int) -> int | None:
        """The article whose column has a cell of the window; `None` left of them all."""
        first, each = column_width(self.size.width, len(self.articles))
        if x <= first or not self.articles:
            return None
        return min(len(self.articles) - 1, self.first_column + (x - first - 1) // each)


def subject(row: Row) -> str:
    """What the row is about; a quote by its own words."""
    if row.type in ("quote", "statement"):
        told = next(cell for cell in row.cells if cell is not None)
        return safe_line(told.mentions[0].text)
    return safe_line(row.about)


def said(of: FactType, cell: Cell | None) -> str:
    """What a cell shows: the article's words; a dot where it does not tell it."""
    if cell is None:
        return "·"
    mention = cell.mentions[0]
    words = safe_line(mention.text)
    return f"{words} (≈ {in_words(of, mention.value)})" if mention.inferred else words
