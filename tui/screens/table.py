"""The facts table: what each of some articles says of each thing, conflicts first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual.app import ComposeResult

from tui.actions import bindings
from tui.article import Article, Pair
from tui.comparison import facts_table
from tui.corrections import Correction, corrected_article
from tui.reports.naming import outlet
from tui.reports.words import count as counted
from tui.safe import safe_line
from tui.screens import status
from tui.screens.base import Movable
from tui.screens.choice import Choice
from tui.screens.following import FollowingScreen
from tui.screens.likeness import shared_by_all
from tui.screens.session import Session
from tui.verdicts import GRAVITY
from tui.verdicts.table import ROW_GRAVITY, Row
from tui.widgets.bar import Bar, Part, Rule
from tui.widgets.fact_entries import TYPES
from tui.widgets.fact_table import NAMES, SIGNS, FactTable, Fold, Line, said, subject
from tui.widgets.heat_map import HeatMap
from tui.widgets.line_list import LineList
from tui.widgets.table_heads import TableHeads

ORDERS = ("conflicts first", "by type", "as it is told")
"""How rows can be sorted; the last one goes by the article under the cursor."""


class TableScreen(FollowingScreen):
    """Some articles against each other."""

    WHERE = "table"
    BINDINGS = bindings("table")

    def __init__(self, session: Session, articles: Sequence[Article] | None = None) -> None:
        """`articles`: those to hold against each other; by default all that were opened."""
        super().__init__(session)
        self.articles = session.articles if articles is None else articles
        self.title_bar, self.status = Bar(id="title"), Bar(id="status")
        self.rules = (Rule(id="rule-top"), Rule(id="rule-bottom"))
        self.table = FactTable()
        self.heads = TableHeads(self.table)
        self.right = self.articles
        """The same with the dates and outlets that the reader set."""
        self.rows: Sequence[Row] | None = None
        self._found_with: tuple[Correction, ...] | None = None
        """What the reader had set right when the rows were found."""
        self.wanted: frozenset[str] = frozenset()
        """Verdicts and types to show; empty: all."""
        self.order = ORDERS[0]
        self.folded = False
        """Whether the rows stand behind their types."""
        self.opened: frozenset[str] = frozenset()
        """Types that are open though the table is folded."""
        self.heat_map = HeatMap()
        self.wants_heat_map: bool | None = None
        """Whether the likeness is shown; `None`: where there is room."""

    def compose(self) -> ComposeResult:
        yield self.title_bar
        yield self.heads
        yield self.rules[0]
        yield self.table
        yield self.heat_map
        yield self.rules[1]
        yield self.status

    def on_mount(self) -> None:
        self.table.articles = self.right
        self._make_room()
        self.paint()
        self.table.focus()
        self._look_for_rows()

    @property
    def keys_wait(self) -> bool:
        return self.rows is None

    def on_screen_resume(self) -> None:
        """What was set right on another screen meanwhile holds here too."""
        if self.rows is not None:
            self._look_for_rows()

    def take_changes(self) -> None:
        """In a thread: only what was set right changes a row."""
        if self.rows is None:
            self.follow_later()
        elif self.session.corrections_of(self.articles) != self._found_with:
            self.session.take_corrections()
            self._find()

    def show_changed(self, changed: Mapping[str, Article]) -> None:
        """The articles as their files hold them now."""
        articles = [changed.get(article.path or "", article) for article in self.articles]
        if articles != list(self.articles):
            self.articles, self._found_with = articles, None
            self._look_for_rows()

    def _look_for_rows(self) -> None:
        self.run_worker(self._find, thread=True, exclusive=True, group="table")

    def _find(self) -> None:
        """In a thread: every article against every other that tells the same event, where that is not known yet."""
        from tui.library import by_story  # 50 ms of SQLite and stories: only for this screen

        articles = self.articles
        try:
            corrections = self.session.corrections_of(articles)
            if corrections == self._found_with:
                return
            right = [corrected_article(article, corrections) for article in articles]
            self.app.call_from_thread(self.heat_map.show, [outlet(a) for a in right], shared_by_all(right))
            rows = facts_table(right, stories=by_story(right), corrections=corrections).rows if right else ()
        except Exception as error:  # whatever goes wrong in an engine, the reader keeps the program
            self.app.call_from_thread(self._not_found, error)
        else:
            self.app.call_from_thread(self._take, articles, right, rows, corrections)

    def _not_found(self, error: Exception) -> None:
        self.rows = self.rows or ()
        self.failed("The facts of these articles could not be compared", error)
        self.serve_waiting()

    def _take(
        self, of: Sequence[Article], right: Sequence[Article], rows: Sequence[Row], corrections: tuple[Correction, ...]
    ) -> None:
        """Stays at the row, as far as it is still told. What was found of files that have changed since is dropped."""
        if self.is_attached and of is self.articles:
            here = self.table.line
            picked = self.table.picked
            chosen = None if picked is None else self.table.rows[picked[0]]
            self.rows, self.right, self._found_with = rows, right, corrections
            self._list()
            if here is not None:
                at = self._line_of(here)
                self.table.stand_on(self.table.cursor if at is None else at)
            at = None if chosen is None else self._line_of(chosen)
            self.table.picked = None if picked is None or at is None else (at, picked[1])
            self.serve_waiting()

    def _line_of(self, before: Line) -> int | None:
        """Where a line stands now, by what it is about."""
        name = (before.type, None if isinstance(before, Fold) else before.about)
        lines = ((line.type, None if isinstance(line, Fold) else line.about) for line in self.table.rows)
        return next((n for n, line in enumerate(lines) if line == name), None)

    def _list(self) -> None:
        verdicts, types = self.wanted & set(NAMES), self.wanted & set(TYPES)
        rows = [
            row
            for row in self.rows or ()
            if (not verdicts or row.verdict in verdicts) and (not types or row.type in types)
        ]
        rows.sort(key=self._rank)
        here = self.table.line
        self.table.show(self.right, self._behind_types(rows) if self.folded else rows)
        self.table.stand_on(next((n for n, line in enumerate(self.table.rows) if line is here), self.table.cursor))
        self.paint()

    def _behind_types(self, rows: Sequence[Row]) -> list[Line]:
        """The types, the one with the gravest row first, and the rows of those that are open."""
        kinds = {kind: [row for row in rows if row.type == kind] for kind in TYPES}
        folds = []
        for kind, members in kinds.items():
            if members:
                gravest = min((row.verdict for row in members), key=lambda v: ROW_GRAVITY.index(v or "only"))
                folds.append(Fold(kind, len(members), gravest, kind in self.opened))
        folds.sort(key=lambda fold: ROW_GRAVITY.index(fold.verdict or "only"))
        return [line for fold in folds for line in (fold, *(kinds[fold.type] if fold.is_open else ()))]

    def action_fold_types(self) -> None:
        """Stays at the row, or at the type that it stands behind."""
        line, self.folded, self.opened = self.table.line, not self.folded, frozenset()
        self._list()
        if line is not None:
            kind = line.type
            at = (n for n, other in enumerate(self.table.rows) if other is line or (self.folded and other.type == kind))
            first = (n for n, other in enumerate(self.table.rows) if other.type == kind)
            self.table.stand_on(next(at, next(first, 0)))

    def action_likeness(self) -> None:
        self.wants_heat_map = not self.heat_map.display
        self._make_room()

    def on_resize(self) -> None:
        self._make_room()

    def _make_room(self) -> None:
        """The likeness stands under the table where that leaves two thirds of the window, or where it is asked for."""
        height, count = self.app.size.height, len(self.articles)
        fits = count > 2 and (count + 2) * 3 <= height
        self.heat_map.display = fits if self.wants_heat_map is None else self.wants_heat_map
        self.heat_map.styles.height = min(count + 2, max(3, height // 2))

    def _rank(self, row: Row) -> tuple[int, int]:
        """Rows come gravest first, and sorting keeps that order among equals."""
        if self.order == "by type":
            return TYPES.index(row.type), 0
        if self.order == "as it is told":
            cell = row.cells[self.table.column]
            return 0, cell.mentions[0].start if cell else len(self.articles[self.table.column].text)
        return 0, 0

    def action_sort_rows(self) -> None:
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self._list()

    @property
    def movable(self) -> Movable:
        return self.table

    def paint(self) -> None:
        palette, articles = self.palette, self.right
        self.table.palette = palette
        self.table.refresh()
        self.heads.refresh()
        for rule in self.rules:
            rule.show(palette)
        self.heat_map.palette = palette
        self.heat_map.refresh()
        count = sum(line.count if isinstance(line, Fold) else not self.folded for line in self.table.rows)
        found = "comparing all of them …" if self.rows is None else counted(count, "fact")
        story = status.story(articles, articles[0], self.app.size.width // 3) if articles else ""
        left = [Part(story or "Facts", "title"), Part(f"{found} · {counted(len(articles), 'article')}", "muted")]
        filtered = Part("filtered" if self.wanted else "", "accent", "screen.filter_facts", 2)
        order = Part(self.order, "muted", "screen.sort_rows", 2)
        self.title_bar.show(left, [filtered, order, *self.keys(["help"])], palette)
        reads, *others = self.keys(["open", "compare_here", "pick", "filter_facts", "fold_types", "back"])
        keys = [reads._replace(text="read"), *others]
        self.status.show(self._cell_parts(), keys, palette)

    def _cell_parts(self) -> list[Part]:
        """The cell under the cursor in full, since its column may be narrow."""
        row = self.table.row
        if row is None or not self.articles:
            return []
        article, cell = self.right[self.table.column], row.cells[self.table.column]
        parts = [Part(f"{outlet(article)}: {said(row.type, cell) if cell else 'does not tell it'}", "text")]
        if cell is not None and cell.speaker:
            parts.insert(0, Part(safe_line(", ".join(cell.speaker)), "accent", rank=9))
        return parts

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        event.stop()
        self.paint()

    def on_line_list_picked(self, event: LineList.Picked) -> None:
        event.stop()
        self.action_open()

    def on_fact_table_turned(self) -> None:
        self.paint()

    def on_table_heads_opened(self, event: TableHeads.Opened) -> None:
        event.stop()
        self._read(self.table.column, None)

    def on_heat_map_chosen(self, event: HeatMap.Chosen) -> None:
        from tui.screens.compare import CompareScreen

        event.stop()
        pair = Pair(self.articles[event.row], self.articles[event.column])
        self.app.push_screen(CompareScreen(self.session, pair))

    def action_next_cell(self) -> None:
        self.table.turn(1)

    def action_previous_cell(self) -> None:
        self.table.turn(-1)

    def action_pick(self) -> None:
        here = (self.table.cursor, self.table.column)
        row = self.table.row
        if row is None or row.cells[self.table.column] is None:
            self.notify("This article does not tell it", timeout=3)
            return
        self.table.picked = None if self.table.picked == here else here
        self.table.refresh()

    def action_open(self) -> None:
        """Reads the place; with another cell of the row picked, compares the two articles there."""
        line, row, column = self.table.line, self.table.row, self.table.column
        if isinstance(line, Fold):
            self.opened ^= {line.type}
            self._list()
        if row is None:
            return
        cell = row.cells[column]
        picked = self.table.picked
        if picked is not None and picked[0] == self.table.cursor and picked[1] != column:
            self.table.picked = None
            self._compare(row, picked[1], column)
        elif cell is not None:
            self._read(column, cell.mentions[0].start)
        else:
            self.notify(
                f"{outlet(self.articles[column])} does not tell it: {safe_line(subject(row))}", timeout=3, markup=False
            )

    def _read(self, column: int, at: int | None) -> None:
        from tui.screens.reader import ReaderScreen

        self.app.push_screen(ReaderScreen(self.session, self.articles[column], at=at))

    def action_compare_here(self) -> None:
        """This article with the one that tells it most otherwise; where it is silent, the two that differ most."""
        row, column = self.table.row, self.table.column
        if row is None or not row.pairs:
            self.notify("One article alone tells it", timeout=3)
            return
        pairs = sorted(row.pairs, key=lambda pair: (column not in pair, GRAVITY.index(row.pairs[pair]), pair))
        i, j = pairs[0]
        if row.cells[column] is not None and j == column:
            i, j = j, i
        self._compare(row, i, j)

    def _compare(self, row: Row, i: int, j: int) -> None:
        """Two articles side by side, where the first one tells it; the fact is chosen as soon as it is found."""
        from tui.screens.compare import CompareScreen

        a, told = self.articles[i], row.cells[i]
        at = a.sentence_at(told.mentions[0].start) if told else 0
        screen = CompareScreen(self.session, Pair(a, self.articles[j]), at=("a", at))
        said = Pair(*({m.span for m in cell.mentions} if cell else set() for cell in (told, row.cells[j])))
        screen.facts_asked_for = partial(screen.choose_told, row.type, said)
        self.app.push_screen(screen)

    def action_filter_facts(self) -> None:
        verdicts = [Choice(v, f"{SIGNS[v]} {name}", v in self.wanted) for v, name in NAMES.items()]
        types = [Choice(t, f"  {t}", t in self.wanted) for t in TYPES]

        def take(names: list[str] | None) -> None:
            if names is not None:
                self.wanted = frozenset(names)
                self._list()

        self.let_choose("Only these (none ticked: all)", [*verdicts, *types], take, several=True)
