"""Small windows over a screen: a text to read, a choice to make, a line to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, ScreenResultType
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.actions import Where, defaults_in
from tui.screens.choice import Choice
from tui.screens.closing import ClosesOnce
from tui.theme import PALETTES, Palette
from tui.widgets.line_list import LineList
from tui.widgets.paint import BAR, fit

NARROW_BELOW = 64
"""Cells of a window in which a line of keys has to be short."""
_CLOSE: list[BindingType] = [("escape,q", "dismiss_window", "Close")]


class Window(ModalScreen[ScreenResultType], ClosesOnce[ScreenResultType]):
    """What all of them look like, and that a click beside them closes them."""

    CLOSES_BESIDE: ClassVar[bool] = True

    DEFAULT_CSS = """
    Window {
        align: center middle;
        .frame {
            width: 84; max-width: 96%; height: auto; max-height: 100%;
            background: $background; border: round $line; padding: 0 2;
        }
        VerticalScroll {
            height: auto; scrollbar-size-vertical: 1; background: $background;
            scrollbar-color: $line; scrollbar-color-hover: $muted; scrollbar-color-active: $accent;
            scrollbar-background: $background; scrollbar-background-hover: $background;
            scrollbar-background-active: $background;
        }
        Horizontal { height: auto; }
        Horizontal Static { width: 1fr; }
        .heading { height: 2; }
        .foot { height: 2; padding-top: 1; color: $muted; }
        Input, Input:focus { border: none; height: 1; padding: 0; background: $surface; }
        &.help .frame { width: 116; }
    }
    """

    def on_click(self, event: events.Click) -> None:
        """Beside the frame it closes what has nothing in it to lose."""
        if event.widget is self and self.CLOSES_BESIDE:
            event.stop()
            self.dismiss(None)


def walking(where: Where, names: Sequence[str]) -> list[BindingType]:
    """Keys of the screen below that hold in the window too, which does them with `action_walk`."""
    return [
        Binding(",".join(a.keys), f"walk({a.name!r})", a.help, show=False, id=f"{where}.{a.name}")
        for a in defaults_in(where)
        if a.name in names
    ]


class TextWindow(Window[None]):
    """A text to read. Outside text in its title and body has to be safe already."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_CLOSE,
        ("enter", "dismiss_window", "Close"),
        ("j,down", "scroll(1)", "Down"),
        ("k,up", "scroll(-1)", "Up"),
        ("space,pagedown", "page(1)", "A window further"),
        ("b,pageup", "page(-1)", "A window back"),
        ("g,home", "edge(False)", "To the beginning"),
        ("G,end", "edge(True)", "To the end"),
        ("ctrl+c", "app.interrupt", "Quit"),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._heading = title

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame"):
            yield Static(Content.styled(self._heading, "bold $accent"), classes="heading")
            with VerticalScroll(can_focus=False):
                yield from self.contents()
            yield Static(Content.styled(self.foot(self.app.size.width < NARROW_BELOW), "$muted"), classes="foot")

    def contents(self) -> Iterable[Widget]:
        """What can be scrolled."""
        yield Static(self.body(self._room), classes="words")

    @property
    def _room(self) -> int:
        return min(84, self.app.size.width * 96 // 100) - 8

    def foot(self, is_narrow: bool) -> str:  # noqa: ARG002 – other windows have more keys
        """The keys that the window has for itself."""
        return "Esc closes"

    def renew(self, title: str) -> None:
        """Shows another text in its place, from its beginning."""
        self.query_one(".heading", Static).update(Content.styled(title, "bold $accent"))
        self.query_one(".words", Static).update(self.body(self._room))
        self.action_edge(False)

    def body(self, width: int) -> Content:
        """The text, for a window with `width` cells for it."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).styles.max_height = max(3, self.app.size.height - 6)

    def on_resize(self, event: events.Resize) -> None:
        self.query_one(VerticalScroll).styles.max_height = max(3, event.size.height - 6)

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=by * max(1, scroll.size.height - 1), animate=False)

    def action_edge(self, last: bool) -> None:
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_to(y=scroll.max_scroll_y if last else 0, animate=False)

    def action_dismiss_window(self) -> None:
        self.dismiss(None)


class _ChoiceList(LineList):
    """Choices; an arrow at the edge says that there are more."""

    def __init__(self, choices: Sequence[Choice], several: bool) -> None:
        super().__init__()
        self.choices, self._several = list(choices), several

    def paint(self, index: int, number: int, width: int, is_here: bool) -> Strip:  # noqa: ARG002
        choice = self.choices[index]
        box = ("[x] " if choice.chosen else "[ ] ") if self._several else ("● " if choice.chosen else "  ")
        ground = self.palette.style("ground") + self.palette.style("here")
        bar = Segment(BAR if is_here else " ", ground + self.palette.style("accent"))
        words = ground + self.palette.style("strong" if is_here else "text")
        label = Segment(" " + box + fit(choice.label, width - len(box) - 4), words)
        return Strip([bar, label, Segment(f" {self._more(index)}", ground)]).adjust_cell_length(width, ground)

    def _more(self, index: int) -> str:
        if index == self.top + self.size.height - 1 and index + 1 < len(self.choices):
            return "↓"
        return "↑" if index == self.top > 0 else " "


class ChoiceWindow(Window[list[str] | None]):
    """One choice (Enter takes it) or several (Space ticks, Enter takes what is ticked, and where
    Space was not used the line under the cursor too). `None` when closed by Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_CLOSE,
        ("j,down", "move(1)", "Down"),
        ("k,up", "move(-1)", "Up"),
        ("space,x", "tick", "Tick"),
        ("enter", "take", "Take"),
        ("ctrl+c", "app.interrupt", "Quit"),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], *, several: bool = False) -> None:
        super().__init__()
        self._heading, self._several = title, several
        self.list = _ChoiceList(choices, several)
        self._was_ticked = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame"):
            yield Static(Content.styled(self._heading, "bold $accent"), classes="heading")
            yield self.list
            foot = "Enter takes   Esc leaves it"
            if self._several:
                narrow = self.app.size.width < NARROW_BELOW
                foot = (
                    "Enter takes  Space ticks  Esc" if narrow else "Enter takes   Space ticks several   Esc leaves it"
                )
            yield Static(Content.styled(foot, "$muted"), classes="foot")

    def on_mount(self) -> None:
        self.list.palette = palette_of(self)
        self.list.styles.height = min(len(self.list.choices), max(3, self.app.size.height - 8))
        chosen = next((n for n, c in enumerate(self.list.choices) if c.chosen), 0)
        self.list.set_heights([1] * len(self.list.choices), cursor=0 if self._several else chosen)
        self.list.focus()

    def action_move(self, by: int) -> None:
        self.list.move(by)

    def action_tick(self) -> None:
        if not self._several:
            return self.action_take()
        self._was_ticked = True
        choice = self.list.choices[self.list.cursor]
        self.list.choices[self.list.cursor] = choice._replace(chosen=not choice.chosen)
        self.list.refresh()
        return None

    def action_take(self) -> None:
        if self._several:
            if not self._was_ticked:
                self.action_tick()
            self.dismiss([c.name for c in self.list.choices if c.chosen])
        else:
            self.dismiss([self.list.choices[self.list.cursor].name])

    def on_line_list_picked(self) -> None:
        self.action_tick()

    def action_dismiss_window(self) -> None:
        self.dismiss(None)


class WriteWindow(Window[str | None]):
    """A line to write. `None` when closed by Esc. What cannot be taken stays, with a word on it."""

    CLOSES_BESIDE = False

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss_window", "Close"), ("ctrl+c", "app.interrupt", "Quit")]

    def __init__(self, title: str, text: str = "", check: Callable[[str], str] = lambda _: "", form: str = "") -> None:
        """`check` says why a text cannot be taken, nothing where it can; `form` what to write, from the start."""
        super().__init__()
        self._heading, self._text, self._check = title, text, check
        self.word = Static(Content.styled(form, "$muted"))

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame"):
            yield Static(Content.styled(self._heading, "bold $accent"), classes="heading")
            self.word.display = bool(self.word.content)
            yield self.word
            field = Input(self._text, compact=True)
            field.cursor_blink = False
            yield field
            yield Static(Content.styled("Enter keeps   Esc leaves it", "$muted"), classes="foot")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if why := self._check(event.value):
            self.word.display = True
            self.word.update(Content.styled(why, "bold $warning"))
        else:
            self.dismiss(event.value)

    def action_dismiss_window(self) -> None:
        self.dismiss(None)


def palette_of(screen: ModalScreen[list[str] | None]) -> Palette:
    return PALETTES.get(screen.app.theme, next(iter(PALETTES.values())))
