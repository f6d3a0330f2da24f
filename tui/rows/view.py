"""How the reader wants to look at a comparison, and the layouts that come of it at a width."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from itertools import groupby
from typing import Literal, NamedTuple

from tui.article import Article
from tui.comparing import Link
from tui.comparison import Comparison
from tui.frozen import dataclass
from tui.rows.cells import Cells, Places
from tui.rows.compose import Composer
from tui.rows.fold import fold, gather
from tui.rows.layout import Layout
from tui.rows.plan import plan, plan_own
from tui.rows.row import SIDES, Cell, Kind, Order, Piece, Row, Side, Texts
from tui.safe import safe

Look = Literal["auto", "beside", "unified", "changes"]
"""What was asked for; `auto` and `changes` go by the width."""
Shape = Literal["beside", "own", "unified"]
"""What is shown: two columns on one layout, two columns on two layouts, one column."""

BESIDE_FROM = 90
"""Cells: below this two columns hold less than six words a line."""
WIDEST = 96
"""Cells of text in a line, however wide the window: longer lines are hard to read on from."""
FACTS_FROM = 140
"""Cells of a window from which the facts have their own place beside the texts."""
COMPACT = 16
"""Lines below which an article that stands alone closes up its paragraphs."""
NUMBERS_FROM = 40
"""Cells of a column from which its sentences have their numbers beside them."""
GAPS_FROM = 30
"""Lines of a window from which paragraphs stand apart."""


@dataclass(frozen=True, slots=True)
class View:
    """What the reader chose."""

    order: Order = "a"
    look: Look = "auto"
    folded: bool = False
    opened: frozenset[tuple[Side, int]] = frozenset()
    """Keys of the folds that were opened by hand."""
    beside_from: int = BESIDE_FROM
    widest: int = WIDEST
    facts_from: int = FACTS_FROM


def shape_of(view: View, width: int) -> Shape:
    """What a view comes to in a window of so many cells."""
    if view.look == "unified" or (view.look != "beside" and width < view.beside_from):
        return "unified"
    return "own" if view.order == "own" else "beside"


@dataclass(frozen=True)
class Arrangement:
    """Layouts for the columns of a screen."""

    shape: Shape
    layouts: tuple[Layout, ...]
    """One for every layout there is: two columns share the first unless the shape is `own`."""
    sign_width: int
    arrow_width: int
    number_width: int = 0

    def layout(self, column: int) -> Layout:
        return self.layouts[min(column, len(self.layouts) - 1)]

    def column_in_layout(self, column: int) -> int:
        """Which column of its layout a column of the screen shows."""
        return column if self.shape == "beside" else 0

    def places_in(self, column: int) -> Places:
        return self.layout(column).cells.places


@dataclass(frozen=True)
class Shown:
    """What a screen of texts shows, and how it is laid out."""

    articles: dict[Side, Article]
    links: tuple[Link, ...]
    arrange: Callable[[View, int, int], Arrangement]
    """View, width, height → layouts."""


def beside(comparison: Comparison) -> Shown:
    """Two articles beside each other. What is the same at another width or height is kept."""
    articles: dict[Side, Article] = {"a": comparison.a, "b": comparison.b}
    composer, texts = Composer(comparison), shown_texts(comparison.a, comparison.b)
    planned = lru_cache(maxsize=4)(partial(_plan, composer))
    filled = lru_cache(maxsize=2)(partial(_fill, composer, texts, planned))
    arranged = lru_cache(maxsize=2)(partial(_arrange, composer, filled))

    def arrange_once(view: View, width: int, height: int) -> Arrangement:
        """All that the height decides is whether there are gaps."""
        return arranged(view, width, height >= GAPS_FROM)

    return Shown(articles, comparison.alignment.links, arrange_once)


def alone(article: Article) -> Shown:
    """One article by itself, with the numbers of its paragraphs."""
    return Shown({"a": article}, (), partial(arrange_alone, article))


def arrange_alone(article: Article, view: View, width: int, height: int) -> Arrangement:
    """One row a paragraph (and role inside it)."""
    rows: list[Row] = []
    for (_, is_furniture), members in groupby(
        range(len(article.sentences)), lambda i: (article.sentences[i].paragraph, article.sentences[i].is_furniture)
    ):
        kind: Kind = "furniture" if is_furniture else "plain"
        rows.append(Row(kind, tuple(members), starts_paragraph=bool(rows)))
    numbers = iter(range(1, len(rows) + 1))
    signs = {row.a[0]: str(next(numbers)) if row.kind == "plain" else "" for row in rows}
    sign_width = len(str(len(rows)))

    def compose(row: Row) -> tuple[Cell | None]:
        first, last = article.sentences[row.a[0]], article.sentences[row.a[-1]]
        return (Cell((Piece("a", first.start, last.end),), signs[row.a[0]].rjust(sign_width)),)

    text_width = min(view.widest, width - gutter(sign_width) - margin(0))
    cells = Cells(rows, compose, {"a": shown(article.text), "b": ""})
    return Arrangement("unified", (Layout(cells, text_width, gaps=height >= COMPACT),), sign_width, 0)


class Planned(NamedTuple):
    """The rows of every layout there is, before anything is folded."""

    rows: list[list[Row]]
    arrow_width: int
    """Cells of the widest arrow; 0 where there is none."""


class Filled(NamedTuple):
    """The same, folded as the view wants it, with what stands in the rows."""

    cells: list[Cells]
    arrow_width: int


def _plan(composer: Composer, shape: Shape, order: Order) -> Planned:
    comparison = composer.comparison
    if shape == "own":
        rows = [plan_own(comparison, side) for side in SIDES]
    else:
        rows = [plan(comparison, "b" if order == "b" else "a")]
    if shape == "unified":
        rows = [composer.stacked(rows[0])]
    return Planned(rows, composer.arrow_width(rows[0]))


def _fill(
    composer: Composer, texts: Texts, planned: Callable[[Shape, Order], Planned], shape: Shape, view: View
) -> Filled:
    rows, arrow_width = planned(shape, view.order)
    if view.folded or view.look == "changes":
        rows = [fold(some, opened=view.opened, changes_only=view.look == "changes") for some in rows]
    if shape != "own":
        rows = [gather(some, opened=view.opened) for some in rows]
    compose = {"beside": composer.beside, "own": composer.own, "unified": composer.unified}[shape]
    whole = composer.whole(texts) if shape == "beside" else None
    return Filled([Cells(some, compose, texts, whole) for some in rows], arrow_width)


def _arrange(
    composer: Composer, filled: Callable[[Shape, View], Filled], view: View, width: int, gaps: bool
) -> Arrangement:
    """Measures for a window of so many cells."""
    shape = shape_of(view, width)
    cells, arrow_width = filled(shape, view)
    sign_width = 2 if shape == "unified" else 1
    room = width if shape == "unified" else (width - 1) // 2
    number_width = composer.number_width if room >= NUMBERS_FROM else 0
    text_width = min(view.widest, room - gutter(sign_width, number_width) - margin(arrow_width))
    layouts = tuple(Layout(some, text_width, gaps=gaps) for some in cells)
    return Arrangement(shape, layouts, sign_width, arrow_width, number_width)


def gutter(sign_width: int, number_width: int = 0) -> int:
    """Cells left of the text: the bar of where you are, the sentence's number, the sign, a space."""
    return 2 + sign_width + (number_width + 1 if number_width else 0)


def margin(arrow_width: int) -> int:
    """Cells right of the text: a space, and the widest arrow."""
    return 1 + (arrow_width + 1 if arrow_width else 0)


def shown_texts(a: Article, b: Article) -> Texts:
    """Both texts as a terminal may see them: one character for one, line breaks and tabs as spaces."""
    return {"a": shown(a.text), "b": shown(b.text)}


def shown(text: str) -> str:
    return safe(text.replace("\n", " ").replace("\t", " "))
