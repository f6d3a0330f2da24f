"""The list of articles: picks, outlet, date, title, words, and how like A each one is."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from tui.article import Article
from tui.reports.naming import day, opening, outlet
from tui.theme import Role
from tui.widgets.line_list import LineList
from tui.widgets.paint import BAR, fit
from tui.widgets.shelf import BAR_CELLS, likeness_bar

MARKS: dict[str, str] = {"unread": "●", "read": "○", "flagged": "★", "done": "+", "dismissed": "x"}
NARROW_BELOW = 70
"""Cells below which only picks, outlet and title have room."""


class ArticleList(LineList):
    """One line an article."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.articles: Sequence[Article] = ()
        self.order: list[int] = []
        """Indices of the articles listed."""
        self.picks: tuple[int | None, int | None] = (None, None)
        self.states: dict[str, str] = {}
        """Article id → state of triage; one that is not named is unread."""
        self.likeness: Sequence[float] | None = None
        self._outlets = 16

    def show(self, articles: Sequence[Article], order: list[int], *, stay: int | None) -> None:
        """Lists articles; `stay` is the index of the article that keeps the cursor."""
        if articles is not self.articles:
            self._outlets = min(24, max((len(outlet(a)) for a in articles[:200]), default=16))
        self.articles, self.order = articles, order
        cursor = order.index(stay) if stay is not None and stay in order else 0
        self.set_heights((1 for _ in order), cursor=cursor)

    @property
    def article(self) -> int | None:
        """Index of the article under the cursor."""
        return self.order[self.cursor] if self.order else None

    def paint(self, index: int, number: int, width: int, is_here: bool) -> Strip:  # noqa: ARG002
        at = self.order[index]
        article = self.articles[at]
        ground = self.palette.style("ground")
        if is_here:
            ground += self.palette.style("here")
        bar = Segment(BAR if is_here else " ", ground + self.palette.style("accent"))
        segments = [bar]
        for text, role in self._columns(at, article, width - 1):
            segments.append(Segment(text, ground + self.palette.style(role)))
        return Strip(segments).adjust_cell_length(width, ground)

    def _columns(self, at: int, article: Article, width: int) -> list[tuple[str, Role]]:
        a, b = self.picks
        pick, role = ("A", "a") if at == a else ("B", "b") if at == b else (" ", "text")
        picked: Role = "a" if at == a else "b" if at == b else "text"
        outlet_width = min(self._outlets, max(10, width // 3))
        columns: list[tuple[str, Role]] = [
            (f" {pick} ", "a" if role == "a" else "b"),
            (f"{MARKS[self.states.get(article.id, 'unread')]} ", "muted"),
        ]
        columns.append((fit(outlet(article), outlet_width) + "  ", picked))
        taken = 5 + outlet_width + 2
        tail: list[tuple[str, Role]] = []
        if width >= NARROW_BELOW:
            columns.append((fit(day(article.published), 11) + "  ", "muted"))
            tail.append((f"  {article.words:>6,}", "muted"))
            taken += 13 + 8
        if self.likeness is not None and width >= 50:
            share = self.likeness[at]
            words = "" if at == a else f"{likeness_bar(share)} {round(share * 100):>3} %"
            tail.append(("  " + words.ljust(BAR_CELLS + 6) + " ", "muted"))
            taken += BAR_CELLS + 9
        title = fit(opening(article), max(4, width - taken - 1))
        return [*columns, (title, "text"), *tail]
