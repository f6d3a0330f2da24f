"""Which sentence stands beside which: the first of three steps (plan, measure, paint). It knows no width."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile, zip_longest

from tui.article import Article
from tui.comparison import Comparison
from tui.rows.row import Kind, Row, Side, other


def plan(comparison: Comparison, lead: Side = "a") -> list[Row]:
    """The rows in the order of one article. Every sentence of both stands in exactly one row.

    What the other article tells elsewhere is brought beside its partner; at its own place a `reference` is left.
    """
    planner = _Planner(comparison, lead)
    return list(_with_paragraphs(_furniture_level(planner.rows()), comparison, lead))


def plan_own(comparison: Comparison, side: Side) -> list[Row]:
    """One article in its own order, one row a sentence."""
    planner = _Planner(comparison, side)
    rows = (planner.own_row(i) for i in range(len(planner.leading.sentences)))
    return list(_with_paragraphs(rows, comparison, side))


class _Planner:
    def __init__(self, comparison: Comparison, lead: Side) -> None:
        self.lead, self.follow = lead, other(lead)
        self.leading: Article = getattr(comparison, lead)
        self.following: Article = getattr(comparison, self.follow)
        self.links = comparison.alignment.links
        self.order_counts = comparison.mode == "revision"
        self.home: dict[Side, dict[int, int]] = {"a": {}, "b": {}}
        """Sentence → the link that shows it."""
        self.further: dict[Side, dict[int, int]] = {"a": {}, "b": {}}
        """Sentence → a link in which it stands as a reference only."""
        for n, link in enumerate(self.links):
            table = self.home if link.primary else self.further
            for i in link.a:
                table["a"].setdefault(i, n)
            for j in link.b:
                table["b"].setdefault(j, n)

    def rows(self) -> Iterator[Row]:
        led, place = self._led()
        inserted = self._inserted(place)
        anchored = (place[n] for n, link in enumerate(self.links) if n in place and not link.moved)
        first = min(anchored, default=len(led))
        opening = inserted[-1]
        furniture = list(takewhile(lambda row: row.kind == "furniture", opening))
        yield from furniture
        yield from led[:first]
        yield from opening[len(furniture) :]
        for n in range(first, len(led)):
            yield led[n]
            if n in inserted:
                yield from inserted[n]

    def own_row(self, i: int) -> Row:
        """The row of one sentence where it stands without its partner."""
        n = self.home[self.lead].get(i)
        if n is None:
            return self._lone(self.lead, i)
        kind: Kind = "same" if self.links[n].kind == "same" else "reworded"
        row = self._row(kind, self.lead, (i,), link=n, moved=self.links[n].moved)
        return row._replace(order_counts=self.order_counts)

    def _led(self) -> tuple[list[Row], dict[int, int]]:
        """The rows of the leading article, and link → its row."""
        rows: list[Row] = []
        place: dict[int, int] = {}
        home, links, order_counts = self.home[self.lead], self.links, self.order_counts
        for i in range(len(self.leading.sentences)):
            n = home.get(i)
            if n is None:
                rows.append(self._lone(self.lead, i))
            elif n not in place:
                place[n] = len(rows)
                link = links[n]
                kind: Kind = "same" if link.kind == "same" else "reworded"
                rows.append(Row(kind, link.a, link.b, n, link.moved, order_counts))
        return rows, place

    def _inserted(self, place: dict[int, int]) -> dict[int, list[Row]]:
        """What the following article adds behind each led row (-1: before the first)."""
        inserted: dict[int, list[Row]] = defaultdict(list)
        referred: set[int] = set()
        anchor = -1
        for j in range(len(self.following.sentences)):
            n = self.home[self.follow].get(j)
            if n is None:
                inserted[anchor].append(self._lone(self.follow, j))
            elif not self.links[n].moved:
                anchor = max(anchor, place[n])
            elif n not in referred:
                referred.add(n)
                sentences = self.links[n].a if self.follow == "a" else self.links[n].b
                inserted[anchor].append(self._row("reference", self.follow, sentences, link=n, moved=True))
        return inserted

    def _lone(self, side: Side, index: int) -> Row:
        article = self.leading if side == self.lead else self.following
        if article.sentences[index].is_furniture:
            return self._row("furniture", side, (index,))
        n = self.further[side].get(index)
        if n is not None:
            return self._row("reworded", side, (index,), link=n)
        return self._row("only-a" if side == "a" else "only-b", side, (index,))

    @staticmethod
    def _row(
        kind: Kind, side: Side, sentences: tuple[int, ...], *, link: int | None = None, moved: bool = False
    ) -> Row:
        a, b = (sentences, ()) if side == "a" else ((), sentences)
        return Row(kind, a, b, link, moved)


def _furniture_level(rows: Iterable[Row]) -> Iterator[Row]:
    """Puts furniture of A beside furniture of B where nothing stands between them."""
    for is_furniture, run in groupby(rows, lambda row: row.kind == "furniture"):
        if not is_furniture:
            yield from run
            continue
        pieces = list(run)
        a, b = [p.a for p in pieces if p.a], [p.b for p in pieces if p.b]
        for left, right in zip_longest(a, b, fillvalue=()):
            yield Row("furniture", left, right)


def _at_paragraph(row: Row) -> Row:
    return Row(row.kind, row.a, row.b, row.link, row.moved, row.order_counts, True)


def _with_paragraphs(rows: Iterable[Row], comparison: Comparison, lead: Side) -> Iterator[Row]:
    """Marks the rows at which a paragraph of the leading article begins, or of the other where that is silent."""
    leading: Article = getattr(comparison, lead)
    following: Article = getattr(comparison, other(lead))
    last_leading = last_following = -1
    first = True
    for row in rows:
        led, followed = (row.a, row.b) if lead == "a" else (row.b, row.a)
        if led:
            starts = leading.sentences[led[0]].paragraph != last_leading
        else:
            starts = following.sentences[followed[0]].paragraph != last_following
        if row.kind != "reference":
            if led:
                last_leading = leading.sentences[led[-1]].paragraph
            if followed:
                last_following = following.sentences[followed[-1]].paragraph
        yield _at_paragraph(row) if starts and not first else row
        first = False
