"""Two texts on the screen: moving through differences, ways to look, searching. Of facts it knows nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual.geometry import Offset
from textual.widget import Widget

from tui.article import Article, Pair, Span
from tui.comparison import Comparison
from tui.reports.naming import day, outlet
from tui.rows import SIDES, Order, Row, Side
from tui.rows.row import ONLY_HERE
from tui.safe import safe_line
from tui.screens.base import Movable, Place
from tui.screens.finding import Found, find
from tui.screens.session import Session
from tui.widgets.pane import Pane
from tui.widgets.prompt import Prompt
from tui.widgets.texts import Texts

_ORDERS: tuple[Order, ...] = ("a", "b", "own")
_ORDER_NAMES: dict[Order, str] = {"a": "in A's order", "b": "in B's order", "own": "each in its own order"}
ORDER_HEADS: dict[Order, str] = {"a": "by A", "b": "by B", "own": "each its own"}
"""For a head, where room is short."""


class TextsScreen(Place):
    """The half of the compare screen that is about the texts."""

    def __init__(self, session: Session, pair: Pair[Article]) -> None:
        super().__init__(session)
        self.pair = pair
        self.texts = Texts(session.view)
        self.prompt = Prompt()
        self.comparison: Comparison | None = None
        self.wanted = ""
        self.found: list[Found] = []
        self.found_at: Found | None = None

    @property
    def movable(self) -> Movable:
        return self.texts

    def paint_status(self) -> None:
        """The heads and the status line, after anything changed."""
        raise NotImplementedError

    # Differences

    def action_next_difference(self) -> None:
        self._step(lambda row: row.is_difference, 1, "difference")

    def action_previous_difference(self) -> None:
        self._step(lambda row: row.is_difference, -1, "difference")

    def action_next_only(self) -> None:
        self._step(lambda row: row.kind in ONLY_HERE, 1, "sentence told by one only")

    def action_previous_only(self) -> None:
        self._step(lambda row: row.kind in ONLY_HERE, -1, "sentence told by one only")

    def _step(self, test: Callable[[Row], bool], by: int, name: str) -> None:
        if not self.texts.step(test, by):
            self.hint(f"No {'further' if by > 0 else 'earlier'} {name}")

    def action_other_end(self) -> None:
        if not self.texts.other_end():
            self.hint("This sentence has no other place")

    # Ways to look

    def action_look_beside(self) -> None:
        self.texts.look(replace(self.texts.view, look="beside"))
        self.paint_status()

    def action_look_unified(self) -> None:
        self.texts.look(replace(self.texts.view, look="unified"))
        self.paint_status()

    def action_look_changes(self) -> None:
        is_on = self.texts.view.look == "changes"
        self.texts.look(replace(self.texts.view, look="auto" if is_on else "changes", opened=frozenset()))
        self.paint_status()

    def action_fold(self) -> None:
        view = self.texts.view
        if view.look == "changes":
            return self.hint("Changes only hides all that is the same; 3 shows everything again")
        self.texts.look(replace(view, folded=not view.folded, opened=frozenset()))
        if not view.folded and not any(row.kind == "fold" for row in self.texts.rows):
            return self.hint("Nothing to fold: no long run of sentences is the same in both")
        return self.paint_status()

    def action_order(self) -> None:
        """In one column nothing can be in two orders: there it is A's or B's."""
        arrangement = self.texts.arrangement
        one_column = arrangement is not None and arrangement.shape == "unified"
        orders = _ORDERS[:2] if one_column else _ORDERS
        here = self.texts.view.order
        order = orders[(orders.index(here) + 1) % len(orders)] if here in orders else orders[1]
        self.texts.look(replace(self.texts.view, order=order))
        self.hint(f"Rows {_ORDER_NAMES[order]}")

    def action_sync(self) -> None:
        self.texts.keep_step(not self.texts.synced)
        self.paint_status()

    def open_row(self) -> bool:
        """Enter on the texts: opens a fold, follows a reference."""
        row = self.texts.row
        if row is None:
            return False
        if row.kind in ("fold", "references"):
            self.texts.open_fold(self.texts.pane.cursor)
            return True
        return row.kind == "reference" and self.texts.other_end()

    # Searching

    async def action_search(self) -> None:
        await self.prompt.ask("/", self._take_search, self.wanted)

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        if self.prompt.is_open:
            self.search(event.text)

    def _take_search(self, text: str) -> None:
        self.search(text)
        self.texts.activate(0 if self.texts.side == "a" else 1)
        if self.wanted and not self.found:
            self.hint(f"Not found: {safe_line(self.wanted)}")

    def search(self, query: str) -> None:
        """Marks every place and goes to the first one from here on."""
        self.wanted = query
        self.found = self._in_row_order(find(query, self.pair))
        self.found_at = None
        here = self.texts.pane.cursor
        first = next((f for f in self.found if (self._row(f) or 0) >= here), self.found[0] if self.found else None)
        self._show_found(first)

    def find_again(self) -> None:
        """Marks every place in texts that are laid out anew, and goes nowhere."""
        self.found = self._in_row_order(find(self.wanted, self.pair))
        self._mark_found()

    def action_next_found(self) -> None:
        self._find_on(1)

    def action_previous_found(self) -> None:
        self._find_on(-1)

    def _find_on(self, by: int) -> None:
        if not self.found:
            self.hint("Nothing is searched for: / searches" if not self.wanted else "Not found")
            return
        at = self.found.index(self.found_at) if self.found_at in self.found else -1
        self._show_found(self.found[(at + by) % len(self.found)])

    def _show_found(self, found: Found | None) -> None:
        self.found_at = found
        self._mark_found()
        if found is not None:
            self.texts.go_to(found.side, found.start)
        self.paint_status()

    def _mark_found(self) -> None:
        found = self.found_at
        here = Pair(*([found.span] if found and found.side == side else [] for side in ("a", "b")))
        spans: Pair[list[Span]] = Pair(*([f.span for f in self.found if f.side == side] for side in ("a", "b")))
        self.texts.mark({"found": spans, "found-here": here})

    def clear_search(self) -> bool:
        was = bool(self.wanted)
        self.search("")
        return was

    def found_words(self) -> str:
        """`3 of 12`, nothing while nothing is searched for."""
        if not self.wanted:
            return ""
        if self.found_at is None:
            return f"/{safe_line(self.wanted)} not found"
        return f"/{safe_line(self.wanted)} {self.found.index(self.found_at) + 1} of {len(self.found)}"

    def _in_row_order(self, found: list[Found]) -> list[Found]:
        return sorted(found, key=lambda f: (self._row(f) or 0, f.side, f.start))

    def _row(self, found: Found) -> int | None:
        article = self.pair.a if found.side == "a" else self.pair.b
        return self.texts.row_of(found.side, article.sentence_at(found.start)) if article.sentences else None

    # Selecting and copying

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What a mouse that selects is over. A selection stays in the column where it began, and follows the mouse
        beside it; nothing but columns has words to select."""
        widget, _ = super().get_widget_and_offset_at(x, y)
        begun = self._select_state.start.content_widget if self._selecting and self._select_state else None
        pane = begun if isinstance(begun, Pane) else widget
        if not isinstance(pane, Pane):
            return None, None
        word = pane.word_at(x - pane.region.x, y - pane.region.y)
        return (None, None) if word is None else (pane, word)

    def action_copy(self) -> None:
        """The words that are selected in view, else the current sentence of the active side, else that of the other;
        with the source."""
        selected = next((pane for pane in self.texts.panes if pane.shows_selection), None)
        if selected is not None and (words := self.get_selected_text()):
            return self._copy_selected(selected, words)
        return self._copy_sentence()

    def _copy_selected(self, pane: Pane, words: str) -> None:
        """With the source. In one column words may be of both articles, and then say nothing of whose they are."""
        shown, sides = self.texts.shown, {SIDES[self.texts.panes.index(pane)]}
        if self.texts.has_class("-unified"):
            sides = {side for row in pane.rows_selected for side in SIDES if row.of(side)}
        if shown is None or len(sides) != 1:
            self.app.copy_to_clipboard(words)
            return self.hint("Copied what is selected")
        article = shown.articles[sides.pop()]
        self.app.copy_to_clipboard(f"{words} ({source_of(article)})")
        return self.hint(f"Copied what is selected, from {outlet(article)}")

    def _copy_sentence(self) -> None:
        row, shown = self.texts.row, self.texts.shown
        if row is None or shown is None or row.hidden:
            return
        side: Side = self.texts.side if row.of(self.texts.side) else ("a" if row.a else "b")
        article = shown.articles[side]  # not the pair's: a new partner may still be on its way to the screen
        words = " ".join(safe_line(article.text_of(i)) for i in row.of(side))
        self.app.copy_to_clipboard(f"{words} ({source_of(article)})")
        self.hint(f"Copied from {outlet(article)}")

    def hint(self, words: str) -> None:
        """A short word on what a key did, or why it did nothing."""
        self.notify(words, timeout=3, markup=False)
        self.paint_status()


def source_of(article: Article) -> str:
    """`National daily, 15 Sep 2023`."""
    return ", ".join(part for part in (outlet(article), day(article.published)) if part)
