"""The list of articles: picks, marks, outlet, date, title, words, and how like A each one is; stories as headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from tui.frozen import dataclass
from tui.reports.naming import day
from tui.theme import Role
from tui.widgets.line_list import LineList
from tui.widgets.paint import BAR, fit

MARKS: dict[str, str] = {"unread": "●", "read": "○", "flagged": "★", "done": "+", "dismissed": "x"}
TAG = "■"
NARROW_BELOW = 60
"""Cells below which only picks, outlet and title have room."""
WHOLE_FROM = 90
"""Cells from which a date has its year, and the length room beside the likeness."""
BAR_CELLS = 5
_LIKENESS = BAR_CELLS + 9
_SAMPLED = 200
"""Articles whose names decide how wide their column is."""


class Line(NamedTuple):
    """What the list says of an article. Its texts are safe already."""

    id: str
    outlet: str
    published: str | None
    opening: str
    words: int
    state: str = "unread"
    versions: int = 1


@dataclass(frozen=True, slots=True)
class Heading:
    """The line over the articles of a story. Its texts are safe already."""

    story: str
    """Its id; empty over the articles that are alone."""
    name: str
    count: int
    first: str | None
    """The day of its first report: what was published after it is a later report."""


Lines = Callable[[Iterable[int]], Mapping[int, Line]]


class ArticleList(LineList):
    """One line an article. Articles are known by numbers; what they say is asked for when they come into the window."""

    def __init__(self, lines: Lines, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines = lines
        self.items: Sequence[int] = ()
        """Numbers of articles, and `~n` for the n-th heading."""
        self.headings: Sequence[Heading] = ()
        self.picks: tuple[int | None, int | None] = (None, None)
        self.tags: set[int] = set()
        self.likeness: Mapping[int, float] | None = None
        self._outlets: int | None = None

    def show(
        self,
        items: Sequence[int],
        headings: Sequence[Heading] = (),
        *,
        stay: int | None = None,
        near: int | None = None,
    ) -> None:
        """Lists articles; `stay` is the number of the one that keeps the cursor, which else goes to the line `near`, or
        to the first article."""
        line = self.cursor - self.top
        self.items, self.headings = items, headings
        if self._outlets is None and items:
            sampled = [number for number in items[:_SAMPLED] if number >= 0]
            widths = [cell_len(line.outlet) for line in map(self._lines(sampled).__getitem__, sampled)]
            self._outlets = min(24, max(widths, default=16))
        cursor = near if near is not None else 1 if headings else 0
        if stay is not None:
            with suppress(ValueError):
                cursor = items.index(stay)
                self.top = max(0, cursor - line)  # where the eye is
        self.set_lines(len(items), cursor=cursor)

    def forget_widths(self) -> None:
        """Other articles may have come: how wide their column is, is measured anew. While one types it stands still."""
        self._outlets = None

    @property
    def order(self) -> list[int]:
        """The articles listed, without the headings."""
        return [number for number in self.items if number >= 0]

    @property
    def article(self) -> int | None:
        """Number of the article under the cursor; `None` on a heading."""
        return self.items[self.cursor] if self.cursor < len(self.items) and self.items[self.cursor] >= 0 else None

    @property
    def heading(self) -> Heading | None:
        """That of the story in which the cursor stands."""
        for at in range(min(self.cursor, len(self.items) - 1), -1, -1):
            if self.items[at] < 0:
                return self.headings[~self.items[at]]
        return None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Asks for the articles in the window at once."""
        self._lines([number for number in self.items[self.top : self.top + self.size.height] if number >= 0])
        return super().render_lines(crop)

    def _show_cursor(self) -> None:
        """With the heading over the first article of a story, where there is room for both."""
        super()._show_cursor()
        above = self.cursor - 1
        if self.top == self.cursor > 0 and self.size.height > 1 and above < len(self.items) and self.items[above] < 0:
            self.top = above

    def paint(self, index: int, number: int, width: int, is_here: bool) -> Strip:  # noqa: ARG002
        at = self.items[index]
        ground = self.palette.style("ground")
        if is_here:
            ground += self.palette.style("here")
        segments = [Segment(BAR if is_here else " ", ground + self.palette.style("accent"))]
        columns = self._columns(at, self._first(index), width - 1) if at >= 0 else self._heading(~at, width - 1)
        segments += [Segment(text, ground + self.palette.style(role)) for text, role in columns]
        return Strip(segments).adjust_cell_length(width, ground)

    def _first(self, index: int) -> str | None:
        """The first day of the story that an item stands in."""
        if not self.headings:
            return None
        while index > 0 and self.items[index] >= 0:
            index -= 1
        return self.headings[~self.items[index]].first if self.items[index] < 0 else None

    def _heading(self, at: int, width: int) -> list[tuple[str, Role]]:
        heading = self.headings[at]
        count = f"  {heading.count:,} {'article' if heading.count == 1 else 'articles'} "
        return [(" " + fit(heading.name, width - len(count) - 1), "title"), (count, "muted")]

    def _columns(self, at: int, first: str | None, width: int) -> list[tuple[str, Role]]:
        line = self._lines([at])[at]
        pick: Role = "a" if at == self.picks[0] else "b" if at == self.picks[1] else "text"
        letter = "A" if pick == "a" else "B" if pick == "b" else " "
        outlets = min(self._outlets or 16, max(12, width // 4))
        columns: list[tuple[str, Role]] = [
            (TAG if at in self.tags else " ", "accent"),
            (f"{letter} ", pick),
            (f"{MARKS[line.state]} ", "muted"),
            (fit(line.outlet, outlets) + "  ", pick),
        ]
        tail: list[tuple[str, Role]] = []
        days = 11 if width >= WHOLE_FROM else 6 if width >= NARROW_BELOW else 0
        if days:
            columns.append((fit(day(line.published, year=days > 6), days) + "  ", "muted"))
        if width >= WHOLE_FROM or (days and self.likeness is None):
            tail.append((f"  {line.words:>6,}", "muted"))
        if self.likeness is not None and width >= 50:
            tail.append((f"  {self._likeness(at):<{_LIKENESS - 3}} ", "muted"))
        told = [f"{line.versions} versions"] if line.versions > 1 else []
        told += ["later"] if first and line.published and line.published[: len(first)] > first else []
        if told and width >= 50:
            tail.insert(0, ("  " + ", ".join(told), "accent"))
        taken = sum(cell_len(text) for text, _ in (*columns, *tail))
        return [*columns, (fit(line.opening, max(4, width - taken - (0 if tail else 1))), "text"), *tail]

    def _likeness(self, at: int) -> str:
        share = (self.likeness or {}).get(at)
        return "" if share is None or at == self.picks[0] else f"{likeness_bar(share)} {round(share * 100):>3} %"


def likeness_bar(share: float) -> str:
    """`▆▆▆▁▁`: how much is shared, to be read at a glance."""
    full = round(share * BAR_CELLS)
    return "▆" * full + "▁" * (BAR_CELLS - full)
