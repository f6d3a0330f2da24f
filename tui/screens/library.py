"""The library: the articles that are open. Pick two, compare them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from tui.actions import bindings
from tui.article import Article, Pair
from tui.reports.naming import outlet
from tui.rows import shown
from tui.safe import safe_line
from tui.screens.base import Movable, Place
from tui.screens.session import Session
from tui.screens.texts import source_of
from tui.widgets.article_list import ArticleList
from tui.widgets.bar import Bar, Part, Rule
from tui.widgets.line_list import LineList
from tui.widgets.prompt import Prompt
from tui.widgets.shelf import Shelf

if TYPE_CHECKING:
    from tui.library import Act, ArticleState

FIRST_STEPS = (
    ("x", "picks the article under the cursor as A; on a second one it picks B"),
    ("c", "puts the two side by side, and finds what each one claims"),
    ("?", "lists the keys that hold here; q goes back"),
)
BESIDE_FROM = 150
"""Cells of a window that has room for a preview beside the list; below that it stands under it."""
UNDER_FROM = 24
"""Lines of a window that has room for a preview under the list."""
AT_ONCE = 50
"""Articles whose likeness is found without a worker, so that the list stands still before the next key."""
PREVIEW = 3000
"""Characters of an article in the preview."""


class LibraryScreen(Place):
    """The list, and beside it how the article begins."""

    WHERE = "library"
    BINDINGS = bindings("library")

    def __init__(self, session: Session, *, first_start: bool = False) -> None:
        super().__init__(session)
        self.shelf = Shelf(session.articles)
        self.list = ArticleList(id="articles")
        self.title_bar, self.status, self.prompt = Bar(id="title"), Bar(id="status"), Prompt()
        self.rules = (Rule(id="rule-top"), Rule(id="rule-bottom"))
        self.preview = Static("", id="preview", markup=False)
        self.welcome = Static("", id="welcome", markup=False)
        self.first_start = first_start
        self.picks: tuple[int | None, int | None] = (None, None)
        self.filter = ""

    def compose(self) -> ComposeResult:
        yield self.title_bar
        yield self.rules[0]
        if self.first_start or not self.session.articles:
            yield self.welcome
        with Container(id="body"):
            yield self.list
            yield self.preview
        yield self.rules[1]
        yield self.status
        yield self.prompt

    def on_mount(self) -> None:
        super().on_mount()
        self.welcome.update(first_steps() if self.session.articles else nothing_open())
        self._list()
        self.paint()
        self.list.focus()
        if self.session.articles:
            self.run_worker(self._read_states, thread=True, group="states")

    def _read_states(self) -> None:
        """In a thread, after the first paint: what is kept of these articles."""
        from tui.library import LibraryError

        try:
            kept = self.session.library.triage.of([article.id for article in self.session.articles])
        except LibraryError:
            kept = {}
        self.app.call_from_thread(self._take_states, {id: mark.state for id, mark in kept.items()})

    def _take_states(self, states: Mapping[str, str]) -> None:
        self.tell_of_library()
        self.list.states = dict(states)
        self.list.refresh()

    @property
    def movable(self) -> Movable:
        return self.list

    def paint(self) -> None:
        palette = self.palette
        self.list.palette = palette
        self.list.refresh()
        for rule in self.rules:
            rule.show(palette)
        self._paint_bars()
        self._show_preview()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= BESIDE_FROM, "-wide")
        has_room = event.size.height >= UNDER_FROM or event.size.width >= BESIDE_FROM
        self.set_class(has_room and bool(self.session.articles), "-preview")
        self.set_class(event.size.height < 16, "-compact")

    def on_screen_resume(self) -> None:
        self.list.focus()

    def _list(self) -> None:
        stay = self.list.article
        order = self.shelf.listed(self.filter, self.list.likeness)
        self.list.picks = self.picks
        self.list.show(self.session.articles, order, stay=stay)
        self._paint_bars()
        self._show_preview()

    def _paint_bars(self) -> None:
        count = len(self.session.articles)
        parts = [Part("Sidebyline", "title"), Part(f"{count:,} {'article' if count == 1 else 'articles'}", "muted")]
        for name, pick in zip("AB", self.picks, strict=True):
            if pick is not None:
                parts.append(Part(f"{name} {outlet(self.session.articles[pick])}", "a" if name == "A" else "b"))
        right = [Part("help", "muted", "screen.help", 1, "?")]
        if self.filter:
            right.insert(0, Part(f"filter: {safe_line(self.filter)} ({len(self.list.order):,} shown)", "accent"))
        self.title_bar.show(parts, right, self.palette)
        keys = self.keys(["pick", "compare", "open", "filter", "table"]) if count else []
        keys = [key._replace(text="read") if key.key == "Enter" else key for key in keys]
        leave = Part("quit" if len(self.app.screen_stack) <= 2 else "back", "muted", "screen.back", 1, "q")
        self.status.show([*keys, leave], (), self.palette)

    def _show_preview(self) -> None:
        at = self.list.article
        self.preview.update(Content("") if at is None else preview(self.session.articles[at]))

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._show_preview()

    def on_line_list_picked(self, event: LineList.Picked) -> None:
        event.stop()
        self.action_open()

    # What keys do

    def action_open(self) -> None:
        from tui.screens.reader import ReaderScreen

        if self.prompt.is_open:
            return
        if self.list.article is not None:
            self.app.push_screen(ReaderScreen(self.session, self.session.articles[self.list.article]))

    def action_pick(self) -> None:
        """As A, then as B; a third replaces B; again: unpick."""
        at = self.list.article
        if at is None:
            return
        a, b = self.picks
        before = a
        if at == a:
            a, b = b, None
        elif at == b:
            b = None
        elif a is None:
            a = at
        else:
            b = at
        self.picks = (a, b)
        if a != before:
            self._weigh(a)
        self._list()

    def _weigh(self, to: int | None) -> None:
        """Finds out how like A the others are: of a few at once, of many in a worker."""
        self.list.likeness = None
        if to is not None and len(self.session.articles) <= AT_ONCE:
            self.list.likeness = self.shelf.likeness(to)
        elif to is not None:
            self.run_worker(partial(self._find_likeness, to), thread=True, exclusive=True, group="likeness")

    def _find_likeness(self, to: int) -> None:
        likeness = self.shelf.likeness(to)
        self.app.call_from_thread(self._take_likeness, to, likeness)

    def _take_likeness(self, to: int, likeness: Sequence[float]) -> None:
        if self.picks[0] == to:
            self.list.likeness = likeness
            self._list()

    def action_mark_read(self) -> None:
        self._mark("read")

    def action_mark_flagged(self) -> None:
        self._mark("flagged")

    def action_mark_done(self) -> None:
        self._mark("done")

    def action_mark_dismissed(self) -> None:
        self._mark("dismissed")

    def _mark(self, state: ArticleState) -> None:
        """Marks the article under the cursor; the same mark again takes it back."""
        if self.list.article is None or self.prompt.is_open:
            return
        id = self.session.articles[self.list.article].id
        wanted: ArticleState = "unread" if self.list.states.get(id) == state else state
        if self.kept(lambda: self.session.library.triage.set_state([id], wanted)):
            self.kept(lambda: self._read_again([id]))

    def action_undo(self) -> None:
        self._step("undo", "Nothing to undo")

    def action_redo(self) -> None:
        self._step("redo", "Nothing to redo")

    def _step(self, way: Literal["undo", "redo"], nothing: str) -> None:
        acts: list[Act | None] = []
        kinds: tuple[Literal["article"]] = ("article",)
        library = self.session.library
        if not self.kept(lambda: acts.append((library.undo if way == "undo" else library.redo)(kinds))):
            return
        act = acts[0]
        if act is None:
            self.notify(nothing, timeout=3)
        else:
            self.kept(lambda: self._read_again(act.keys))

    def _read_again(self, ids: Sequence[str]) -> None:
        kept = self.session.library.triage.of(ids)
        for id in ids:
            self.list.states.pop(id, None)
            if id in kept:
                self.list.states[id] = kept[id].state
        self.list.refresh()

    def action_compare(self) -> None:
        """The two picks; with one pick, that one and the article under the cursor."""
        from tui.screens.compare import CompareScreen

        a, b = self.picks
        here = self.list.article
        if b is None and here != a:
            b = here
        if a is None or b is None:
            self.notify("Pick an article with x first, then go to another", timeout=3)
            return
        articles = self.session.articles
        self.app.push_screen(CompareScreen(self.session, Pair(articles[a], articles[b])))

    def action_filter(self) -> None:
        self.prompt.ask("Filter", self.filter)

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        self.filter = event.text
        self._list()

    def on_prompt_submitted(self, event: Prompt.Submitted) -> None:
        self.filter = event.text
        self._close_prompt()

    def action_close(self) -> None:
        if self.prompt.is_open or self.filter:
            self.filter = ""
            self._close_prompt()

    def _close_prompt(self) -> None:
        self.prompt.close()
        self.list.focus()
        self._list()


def first_steps() -> Content:
    """Three lines that say what to press."""
    lines = [Content.assemble(("  " + key, "bold $accent"), f"  {words}") for key, words in FIRST_STEPS]
    return Content("\n").join(lines)


def nothing_open() -> Content:
    return Content("  No article is open. Start with files or folders: sidebyline PATH …")


def preview(article: Article) -> Content:
    """Who tells it, and how it begins."""
    head = Content.assemble((source_of(article), "bold"), (f"   {article.words:,} words", "$muted"))
    parts = [head, Content("")]
    taken, paragraph = 0, -1
    words: list[Content] = []
    for sentence in article.sentences:
        if sentence.paragraph != paragraph and words:
            parts += [Content(" ").join(words), Content("")]
            words = []
        paragraph = sentence.paragraph
        text = shown(article.text[sentence.start : sentence.end])
        words.append(Content.styled(text, "$muted") if sentence.is_furniture else Content(text))
        taken += len(text)
        if taken > PREVIEW:
            break
    return Content("\n").join([*parts, Content(" ").join(words)])
