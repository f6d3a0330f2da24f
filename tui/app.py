"""The terminal program: themes, safety, and the first screen. What the screens do is theirs."""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
import signal
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

import rich
from rich.console import ConsoleDimensions
from rich.segment import Segment, Segments
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.filter import LineFilter, NoColor
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen

from tui.actions import use
from tui.article import Article, Pair
from tui.comparing import DEFAULT_IGNORE, Ignorable
from tui.rows import View
from tui.safe import safe
from tui.screens.base import Place
from tui.screens.in_order import InOrder
from tui.screens.options import CompareOptions
from tui.screens.palette import Actions, Palette
from tui.screens.session import Session, in_memory, on_disk
from tui.screens.unawaited import Unawaited
from tui.theme import DARK, NO_COLOUR, PALETTES, SHORT_NAMES

if TYPE_CHECKING:
    from textual.driver import Driver

    from tui.library import Library
    from tui.own_keys import OwnKeys
    from tui.reading.watching import Changed, Watched

__all__ = ["CompareOptions", "SidebylineApp", "run"]

LOOKED_EVERY = 0.4
"""Seconds: what was saved is shown within one, since it has to have come to rest for a look."""

THERE_EVERY = 1.0
"""Seconds, between looks whether the terminal is still there, for the rare one that goes without a hang-up."""


LARGEST_WINDOW = 2000
"""Columns and lines that the environment may ask for."""


class SafeLines(LineFilter):
    """The second wall: whatever a widget lets through, no control character leaves the program as text."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [segment if segment.control else Segment(safe(segment.text), segment.style) for segment in segments]


class SidebylineApp(InOrder):
    """Two tellings of one story, side by side."""

    TITLE = "Sidebyline"
    CSS_PATH = "app.tcss"
    COMMANDS = {Actions}  # noqa: RUF012 - Textual's own form
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "interrupt", show=False, system=True)]

    def __init__(
        self,
        articles: Sequence[Article],
        *,
        pair: Pair[Article] | None = None,
        problems: Sequence[str] = (),
        first_start: bool = False,
        options: CompareOptions | None = None,
        view: View | None = None,
        theme: str | None = None,
        open_pair: bool = True,
        open_library: Callable[[], Library] = in_memory,
        kept: bool = False,
        keys: OwnKeys | None = None,
        watched: Watched | None = None,
    ) -> None:
        """Two articles open side by side at once unless `open_pair` says no, and so does `pair`. `problems` are
        shown as notices; triage is kept in what `open_library` opens, and with `kept` its articles are what is read.
        `theme` is a name of `SHORT_NAMES`; with `NO_COLOR` set there is no colour whatever it says.
        """
        self._colourless = bool(os.environ.pop("NO_COLOR", "")) or theme == "none"
        super().__init__()
        self._keys = keys
        use(keys.table if keys else {})
        self._safe_lines, self._no_colour = SafeLines(), NoColor()
        for palette in PALETTES.values():
            self.register_theme(palette.theme())
        self._begin_in(NO_COLOUR.name if self._colourless else SHORT_NAMES.get(theme or "dark", DARK.name))
        self.session = Session(articles, options, view, open_library, kept)
        if pair is None and open_pair and len(articles) == 2:
            pair = Pair(articles[0], articles[1])
        self.pair, self.problems, self._first_start = pair, problems, first_start
        self._watched, self._is_looking = watched, False

    def _begin_in(self, theme: str) -> None:
        """Sets the theme. Colours of ours go in before the style sheet is first read: set later it is read twice,
        12 ms of the start; only the terminal's own need what Textual does when a theme changes."""
        if PALETTES[theme].background is None:
            self.theme = theme
            return
        self.set_reactive(SidebylineApp.theme, theme)
        dark = PALETTES[theme].dark
        self.update_classes({f"-theme-{theme}": True, "-dark-mode": dark, "-light-mode": not dark}, update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """A pair at once, or the library. What is not shown is not loaded. Pushed upon Textual's empty screen, it
        would be painted twice, the first time while nothing reaches the terminal: 20 ms of the start."""
        screen = self._library(first_start=self._first_start) if self.pair is None else self._compared(self.pair)
        screen._push_result_callback(screen, None)  # as pushing does: without it no other one can take its place
        return screen

    def _compared(self, pair: Pair[Article]) -> Screen[None]:
        from tui.screens.compare import CompareScreen

        return CompareScreen(self.session, pair)

    def _library(self, *, first_start: bool = False) -> Screen[None]:
        from tui.screens.library import LibraryScreen

        return LibraryScreen(self.session, first_start=first_start)

    heeds_signals = False
    """Whether a hang-up or SIGTERM ends the program cleanly, and no thread is waited for at its end: only where it has
    the process to itself."""

    async def on_mount(self) -> None:
        if self._keys is not None and self._keys.table:
            self.set_keymap(self._keys.keymap)
        if self.heeds_signals:
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                # Through the loop: a plain handler would not wake it from its wait for a key.
                loop.add_signal_handler(number, self.exit, None, 128 + number)
            loop.set_default_executor(Unawaited())
            self.set_interval(THERE_EVERY, self._end_without_terminal)
        self._tell(self.problems)
        if self._watched is not None:
            self.set_interval(LOOKED_EVERY, self._look)

    def get_driver_class(self) -> type[Driver]:
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from tui.screens.terminal import Terminal

        return Terminal

    def _end_without_terminal(self) -> None:
        if getattr(self._driver, "is_gone", False):
            self.exit(None, 128 + signal.SIGHUP)

    def _tell(self, problems: Sequence[str]) -> None:
        for problem in problems:
            self.notify(problem, title="Not read", severity="warning", timeout=10, markup=False)

    def _look(self) -> None:
        """Whether a file that is watched has changed; a look that takes long is not doubled."""
        if not self._is_looking:
            self._is_looking = True
            self.run_worker(self._look_at_files, thread=True, group="watched")

    def _look_at_files(self) -> None:
        """In a thread."""
        try:
            if self._watched is not None and (changed := self._watched.changed()):
                self.call_from_thread(self._take, changed)
        finally:
            self._is_looking = False

    def _take(self, changed: Changed) -> None:
        articles = {article.path: article for article in changed.articles if article.path}
        self.session.take(articles)
        for screen in self.screen_stack:
            if isinstance(screen, Place):
                screen.show_changed(articles)
        self._tell(changed.problems)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002 – Textual's own signature; a notice is never parsed
    ) -> None:
        """No words are parsed as markup."""
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    def _on_notify(self, event: Notify) -> None:
        """A hint takes the place of the one before it: piled up they cover the text. Here and not where it is asked
        for: two keys pressed at once ask for two before the first one is there."""
        if event.notification.severity == "information":
            self.drop_hints()

    def drop_hints(self) -> None:
        """Takes the hints away: what they were said of is no longer on the screen. Warnings and errors stay."""
        for notice in list(self._notifications):
            if notice.severity == "information":
                self._unnotify(notice, refresh=False)
        self._refresh_notifications()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, the wall, and no colour where none is wanted."""
        filters = [*super().get_line_filters(), self._safe_lines]
        return [*filters, self._no_colour] if self._colourless or self.theme == NO_COLOUR.name else filters

    def _fatal_error(self) -> None:
        """Textual's own would print every local variable: the texts that may not leave the machine."""
        from rich.traceback import Traceback

        self.bell()
        traceback = Traceback(show_locals=False, width=None, suppress=[rich])
        self._exit_renderables.append(Segments(self.console.render(traceback, self.console.options)))
        self._close_messages_no_wait()

    def leave(self) -> None:
        """Back from a screen: to the one below; from a pair that was opened at once to the library; else out."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif isinstance(self.screen, Place) and self.screen.WHERE == "library":
            self.exit()
        else:
            self.switch_screen(self._library())

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())  # no id: two quick Ctrl-P come while the one before is still leaving

    def action_interrupt(self) -> None:
        self.exit(return_code=130)


def _agree_on_size(app: SidebylineApp) -> None:
    """Where a terminal does not tell its size, or is a dumb one, Textual takes 24 lines and Rich 25, and the screen is
    painted for the one and for the other without end. Sizes in the environment that no window has are not believed.
    """
    for name in ("COLUMNS", "LINES"):
        told = os.environ.get(name, "")
        if not (told.isascii() and told.isdecimal() and len(told) <= 4 and 0 < int(told) <= LARGEST_WINDOW):
            os.environ.pop(name, None)
    app.console.size = ConsoleDimensions(*shutil.get_terminal_size())


def run(
    articles: Sequence[Article],
    *,
    pair: Pair[Article] | None = None,
    problems: Sequence[str] = (),
    first_start: bool = False,
    mode: Literal["auto", "tellings", "revision"] = "auto",
    ignore: frozenset[Ignorable] = DEFAULT_IGNORE,
    context: Sequence[Article] = (),
    view: View | None = None,
    theme: str | None = None,
    library: Library | None = None,
    keys: OwnKeys | None = None,
    watched: Watched | None = None,
) -> int:
    """Runs the program in this terminal and returns its exit status. A hang-up or SIGTERM ends it cleanly.

    With a `library` its articles are what is read. Files that are `watched` are read again when they change.
    """
    gc.freeze()  # What is loaded by now stays; to walk through it costs 10 ms before the first paint.
    options = CompareOptions(mode, ignore, tuple(context))
    app = SidebylineApp(
        articles,
        pair=pair,
        problems=problems,
        first_start=first_start,
        options=options,
        view=view,
        theme=theme,
        open_library=on_disk if library is None else lambda: library,
        kept=library is not None,
        keys=keys,
        watched=watched,
    )
    app.heeds_signals = True
    _agree_on_size(app)
    app.run()
    app.session.close()
    return app.return_code or 0
