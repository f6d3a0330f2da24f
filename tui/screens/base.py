"""What all screens share: the keys that hold everywhere, and the palette of the theme."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from textual.screen import Screen

from tui.actions import Action, Where, named
from tui.article import Article
from tui.safe import safe_line
from tui.screens.session import Session
from tui.theme import PALETTES, Palette
from tui.widgets.bar import Part

if TYPE_CHECKING:
    from textual.worker import Worker, WorkType

    from tui.library import LibraryError
    from tui.screens.choice import Choice


class Movable(Protocol):
    """What the moving keys move."""

    def move(self, by: int) -> None: ...
    def page(self, by: int) -> None: ...
    def edge(self, last: bool) -> None: ...


class Place(Screen[None]):
    """A screen of the program. Subclasses say what moves, what Enter opens and what Esc closes."""

    WHERE: ClassVar[Where]
    AUTO_FOCUS = None

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    @property
    def palette(self) -> Palette:
        return PALETTES.get(self.app.theme, next(iter(PALETTES.values())))

    @property
    def movable(self) -> Movable:
        raise NotImplementedError

    def run_worker(self, work: WorkType[Any], *arguments: Any, **options: Any) -> Worker[Any]:
        """Without a description Textual writes one: `repr` of the work, and so of the texts that it is about."""
        options.setdefault("description", options.get("group", "work"))
        return super().run_worker(work, *arguments, **options)

    @property
    def keys_wait(self) -> bool:
        """Whether what keys act on is still being looked for; once it is there, `serve_waiting` is to be called."""
        return False

    def serve_waiting(self) -> None:
        self.app.call_later(self.app.serve_waiting)  # type: ignore[attr-defined]

    def paint(self) -> None:
        """Shows everything again in the palette that holds now."""
        raise NotImplementedError

    def show_changed(self, changed: Mapping[str, Article]) -> None:
        """Shows anew what it shows of files that changed: `changed` has their articles by path."""

    def on_screen_suspend(self) -> None:
        """Another screen, or a window: a hint said of this one would lie over it."""
        self.drop_hints()

    def drop_hints(self) -> None:
        self.app.drop_hints()  # type: ignore[attr-defined]

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, lambda _: self.paint())

    def keys(self, names: Sequence[str], *, ranks: int = 1) -> list[Part]:
        """Parts of a bar that name keys; the first ones are the last to go when room is short."""
        return [self._key(action, rank) for rank, action in enumerate(named(names, self.WHERE), start=ranks)]

    @staticmethod
    def _key(action: Action, rank: int) -> Part:
        return Part(action.short or action.help.lower(), "muted", f"screen.{action.name}", rank, action.key)

    def kept(self, act: Callable[[], object]) -> bool:
        """Whether an act on the library went through; if not, the reader is told why and nothing has changed."""
        from tui.library import LibraryError

        try:
            act()
        except LibraryError as error:
            self.not_kept(error)
            return False
        return True

    def not_kept(self, error: LibraryError) -> None:
        self.notify(safe_line(str(error)), title="Not kept", severity="error", timeout=10, markup=False)

    def failed(self, what: str, error: Exception) -> None:
        """Says that something could not be done, and why; what was on the screen stays."""
        if self.is_attached:
            self.notify(f"{what} ({safe_line(repr(error))})", severity="error", timeout=15, markup=False)

    def tell_of_library(self) -> None:
        """Says once what the reader has to know of the library."""
        if notice := self.session.take_notice():
            self.notify(safe_line(notice), title="Library", severity="warning", timeout=10, markup=False)

    def let_choose(
        self, title: str, choices: Sequence[Choice], take: Callable[[list[str] | None], None], *, several: bool = False
    ) -> None:
        """Opens a window of choices; `take` gets the names of those taken, `None` where it is left by Esc."""
        from tui.screens.window import ChoiceWindow

        self.app.push_screen(ChoiceWindow(title, choices, several=several), take)

    def let_write(
        self,
        title: str,
        text: str,
        take: Callable[[str | None], None],
        *,
        check: Callable[[str], str] = lambda _: "",
        form: str = "",
    ) -> None:
        """Opens a window with a line to write, which begins as `text`; `take` gets it, `None` where it is left. `check`
        says why a text cannot be taken, `form` what is to be written."""
        from tui.screens.window import WriteWindow

        self.app.push_screen(WriteWindow(title, text, check, form), take)

    def action_close(self) -> None:
        """Esc: screens that have something on top override it."""

    def action_down(self) -> None:
        self.movable.move(1)

    def action_up(self) -> None:
        self.movable.move(-1)

    def action_page_down(self) -> None:
        self.movable.page(1)

    def action_page_up(self) -> None:
        self.movable.page(-1)

    def action_first(self) -> None:
        self.movable.edge(False)

    def action_last(self) -> None:
        self.movable.edge(True)

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.WHERE))

    def action_table(self) -> None:
        from tui.screens.table import TableScreen

        self.app.push_screen(TableScreen(self.session))

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_back(self) -> None:
        self.app.call_later(self.app.leave)  # type: ignore[attr-defined]

    def action_copy_or_quit(self) -> None:
        """Ctrl-C: what is selected goes to the clipboard; with nothing selected the program ends, with status 130."""
        if self.get_selected_text():
            self.action_copy_text()
            self.notify("Copied", timeout=2)
        else:
            self.app.exit(return_code=130)
