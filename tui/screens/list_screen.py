"""What the library shows: the list with its filter, order and stories, and a preview. What keys do to articles is not
said here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from tui.safe import safe_line
from tui.screens.base import Movable
from tui.screens.choice import Choice
from tui.screens.first_steps import first_steps, nothing_open
from tui.screens.followed_list import FollowedList
from tui.screens.listing import Listed, Wanted, listed
from tui.screens.preview import preview
from tui.screens.session import Session
from tui.widgets.article_list import ArticleList
from tui.widgets.bar import Bar, Part, Rule
from tui.widgets.line_list import LineList
from tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from tui.article import Article
    from tui.library import Query, Sort

BESIDE_FROM = 120
"""Cells of a window that has room for a preview beside the list; below that it stands under it."""
UNDER_FROM = 24
"""Lines of a window that has room for a preview under the list."""
SORTS: dict[str, str] = {
    "opened": "as they were opened",
    "date": "by date, newest first",
    "outlet": "by outlet",
    "title": "by title",
    "words": "by length",
    "likeness": "by likeness to A",
    "story": "by story",
}
"""The orders that `S` offers."""
SYNTAX = 'outlet: title: text: before: after: is:unread story: "a phrase" -not OR'


class ListScreen(FollowedList):
    """The list, and beside it how the article begins."""

    WHERE = "library"
    DEFAULT_CSS = """
    ListScreen {
        #articles { height: 1fr; }
        #preview {
            display: none; height: 1fr; width: 1fr; padding: 0 2; margin-top: 1;
            border-top: solid $line; overflow: hidden hidden;
        }
        #welcome { height: auto; padding: 1 1; }
        &.-preview #articles { height: auto; max-height: 50%; }
        &.-preview #preview { display: block; }
        &.-wide #articles { height: 1fr; max-height: 100%; }
        &.-wide #preview { width: 42%; margin: 0; border-top: none; border-left: solid $line; }
        &.-compact #welcome { padding: 0; }
    }
    """

    def __init__(self, session: Session, *, first_start: bool = False) -> None:
        super().__init__(session)
        self.shelf = session.shelf
        self.list = ArticleList(lambda numbers: self.shelf.lines(numbers), id="articles")
        self.title_bar, self.status, self.prompt = Bar(id="title"), Bar(id="status"), Prompt()
        self.rules = (Rule(id="rule-top"), Rule(id="rule-bottom"))
        self.preview = Static("", id="preview", markup=False)
        self.welcome = Static("", id="welcome", markup=False)
        self.first_start = first_start
        self.filter = ""
        self.query_: Query | None = None
        """The filter, parsed; `None` for an empty one."""
        self.sort: Sort = self.shelf.usual
        self.grouped = False
        self.sorted_by_likeness = True
        """Once an article is picked as A, until another order is asked for."""
        self.listed = Listed((), (), 0)
        self._stay: int | None = None
        self._near: int | None = None
        self._wanted: Wanted | None = None
        """What a worker looks for."""

    def compose(self) -> ComposeResult:
        yield self.title_bar
        yield self.rules[0]
        if self.first_start or not self.shelf.count:
            yield self.welcome
        with Container(id="body"):
            yield self.list
            yield self.preview
        yield self.rules[1]
        yield self.status
        yield self.prompt

    def on_mount(self) -> None:
        self.welcome.update(first_steps() if self.shelf.count else nothing_open())
        self.relist()
        self.paint()
        self.list.focus()
        if self.session.kept:
            self.shown_as_kept()
            self.tell_of_library()
        elif self.shelf.count:
            self.run_worker(self._read_marks, thread=True, group="marks")

    def show_changed(self, changed: Mapping[str, Article]) -> None:  # noqa: ARG002 - the list is short, and listed anew
        """Lists what is open now; numbers stay, and what came stands behind."""
        self.shelf = self.session.shelf
        self.list.likeness = None
        self.list.forget_widths()
        self.relist()
        self.run_worker(self._read_marks, thread=True, group="marks")

    def _read_marks(self) -> None:
        """In a thread, after the first paint: what is kept of articles that were opened by path."""
        from tui.library import LibraryError

        try:
            self.shown_as_kept()
            self.shelf.reread()
        except LibraryError:
            self.log("marks could not be read")
        self.app.call_from_thread(self._marks_are_read)

    def _marks_are_read(self) -> None:
        self.tell_of_library()
        self.list.refresh()

    @property
    def movable(self) -> Movable:
        return self.list

    def on_screen_resume(self) -> None:
        self.set_focus(self.list)

    @property
    def keys_wait(self) -> bool:
        return self._wanted is not None

    # What is listed

    def relist(self, *, stay: int | None = None, near: int | None = None) -> None:
        """Lists anew what the filter, the order and the stories ask for: at once where that is quick, else in a worker,
        one at a time, so that fast typing asks for the last word only. The cursor stays with its article, or with
        `stay`, which took its place; where that is not listed any more, at the line `near`."""
        self._stay, self._near = stay, near
        likeness = self.list.likeness if self.sorted_by_likeness else None
        wanted = Wanted(self.query_, self.sort, self.grouped, likeness)
        plain = wanted.query is None and wanted.sort == self.shelf.usual and not wanted.grouped
        if plain or self.shelf.is_quick(grouped=self.grouped):
            self._wanted = None
            self._show(listed(self.shelf, wanted))
            return
        busy, self._wanted = self._wanted is not None, wanted
        if not busy:
            self.run_worker(partial(self._find, wanted), thread=True, group="list")
        self._paint_bars()

    def _find(self, wanted: Wanted) -> None:
        """In a thread."""
        from tui.library import LibraryError

        try:
            found = listed(self.shelf, wanted)
        except LibraryError as error:
            self.app.call_from_thread(self._not_found, str(error))
        else:
            self.app.call_from_thread(self._take, wanted, found)

    def _take(self, wanted: Wanted, found: Listed) -> None:
        """From a thread. Where nothing is waited for any more, something else was found at once meanwhile."""
        asked, self._wanted = self._wanted, None
        if asked == wanted:
            self._show(found)
        elif asked is not None and self.is_attached:
            self.relist()

    def _show(self, found: Listed) -> None:
        self.listed = found
        stay = self.list.article if self._stay is None else self._stay
        self.list.show(found.items, found.headings, stay=stay, near=self._near)
        self._paint_bars()
        self.show_preview()
        self.serve_waiting()

    def _not_found(self, error: str) -> None:
        self._wanted = None
        self.serve_waiting()
        self.notify(safe_line(error), title="Library", severity="error", timeout=10, markup=False)

    # The filter

    async def action_filter(self) -> None:
        await self.prompt.ask("Filter", self._take_filter, self.filter, self._wrong)
        self._paint_bars()

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        if self.prompt.is_open:
            self._filter_by(event.text)

    def _take_filter(self, text: str) -> None:
        self._filter_by(text)
        self.close_prompt()

    def _filter_by(self, text: str) -> None:
        from tui.library import parse

        self.filter = text
        query = parse(text) if text.strip() else None
        if query != self.query_:
            self.query_ = query
            self.relist()
        self._paint_bars()

    def _wrong(self, text: str) -> Sequence[tuple[int, int]]:
        errors = self.query_.errors if self.query_ is not None and text == self.filter else ()
        return [(error.start, max(error.end, error.start + 1)) for error in errors]

    def close_prompt(self) -> None:
        self.prompt.close()
        self.set_focus(self.list)
        self._paint_bars()

    def clear_filter(self) -> bool:
        """Whether there was something to clear."""
        was = self.prompt.is_open or bool(self.filter)
        if was:
            self._filter_by("")
            self.close_prompt()
        return was

    # The order

    def action_sort(self) -> None:
        names = [name for name in SORTS if name != "opened" or self.shelf.usual == "opened"]
        names = [name for name in names if name != "likeness" or self.list.picks[0] is not None]
        now = self.order
        choices = [Choice(name, SORTS[name], name == now) for name in names]

        def take(taken: list[str] | None) -> None:
            if taken:
                self._sort_by(taken[0])

        self.let_choose("Sort", choices, take)

    @property
    def order(self) -> str:
        """A name of `SORTS`: the order that is shown."""
        if self.grouped:
            return "story"
        return "likeness" if self.sorted_by_likeness and self.list.likeness is not None else self.sort

    def _sort_by(self, name: str) -> None:
        self.grouped, self.sorted_by_likeness = name == "story", name == "likeness"
        for sort in ("opened", "date", "outlet", "title", "words"):
            if sort == name:
                self.sort = sort
        self.relist()

    def action_by_story(self) -> None:
        self.grouped = not self.grouped
        self.relist()

    # What is painted

    def paint(self) -> None:
        self.list.palette = self.palette
        self.list.refresh()
        for rule in self.rules:
            rule.show(self.palette)
        self._paint_bars()
        self.show_preview()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= BESIDE_FROM, "-wide")
        has_room = event.size.height >= UNDER_FROM or event.size.width >= BESIDE_FROM
        self.set_class(has_room and self.shelf.count > 0, "-preview")
        self.set_class(event.size.height < 16, "-compact")
        self.show_preview()

    def _paint_bars(self) -> None:
        self.title_bar.show(self._title_parts(), self._order_parts(), self.palette)
        errors = self.query_.errors if self.query_ else ()
        if self.prompt.is_open and errors:
            self.status.show([Part(f"character {errors[0].start + 1}: {errors[0].what}", "altered")], (), self.palette)
        elif self.prompt.is_open:
            self.status.show([Part(SYNTAX, "muted")], (), self.palette)
        else:
            self.status.show(self._key_parts(), (), self.palette)

    def _title_parts(self) -> list[Part]:
        count = self.shelf.count
        parts = [
            Part("Sidebyline", "title"),
            Part(f"{count:,} {'article' if count == 1 else 'articles'}", "muted", rank=6),
        ]
        if self.grouped and self._wanted is None:
            stories = sum(bool(heading.story) for heading in self.listed.headings)
            parts.append(Part(f"{stories:,} {'story' if stories == 1 else 'stories'}", "muted", rank=4))
        if self.list.tags:
            parts.append(Part(f"{len(self.list.tags):,} tagged", "accent", rank=2))
        for name, pick in zip("AB", self.list.picks, strict=True):
            if pick is not None:
                outlet = self.shelf.lines([pick])[pick].outlet
                parts.append(Part(f"{name} {outlet}", "a" if name == "A" else "b", rank=4))
        return parts

    def _order_parts(self) -> list[Part]:
        parts = []
        if self._wanted is not None:
            parts.append(Part("looking …", "accent"))
        elif self.filter:
            errors = " · not all understood" if self.query_ and self.query_.errors else ""
            words = f"filter: {safe_line(self.filter)} ({self.listed.count:,} shown{errors})"
            parts.append(Part(words, "accent", "screen.filter"))
        if self.order != self.shelf.usual:
            parts.append(Part(SORTS[self.order].partition(",")[0], "muted", "screen.sort", 6))
        return [*parts, Part("help", "muted", "screen.help", 1, "?")]

    def _key_parts(self) -> list[Part]:
        names = ["pick", "compare", "open", "filter", "by_story", "table", "sort", "tag"]
        keys = [key._replace(text="read") if key.action == "screen.open" else key for key in self.keys(names, ranks=2)]
        at_top = self is self.app.screen_stack[0]  # not how many there are: the one above may still be leaving
        leave = Part("quit" if at_top else "back", "muted", "screen.back", 1, "q")
        return [*(keys if self.shelf.count else []), leave]

    def show_preview(self) -> None:
        at = self.list.article
        if at is None or not self.has_class("-preview"):
            self.preview.update(Content(""))
        else:
            self.preview.update(preview(self.shelf.article(at), self.shelf.lines([at])[at]))

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        event.stop()
        self.show_preview()

    def on_line_list_picked(self, event: LineList.Picked) -> None:
        event.stop()
        self.run_worker(self.run_action("open"))
