"""A line to type into, at the bottom of a screen: search, filter, a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.highlighter import Highlighter
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

Wrong = Callable[[str], Sequence[tuple[int, int]]]
"""The words → the characters of them that are not understood, start and end."""


class _AtItsPlace(Highlighter):
    """Marks what is not understood, with an attribute, so that it is seen without colour too."""

    def __init__(self) -> None:
        self.wrong: Wrong = lambda _: ()

    def highlight(self, text: Text) -> None:
        for start, end in self.wrong(text.plain):
            text.stylize("underline reverse", start, end)


class Prompt(Horizontal):
    """Hidden until asked for."""

    DEFAULT_CSS = """
    Prompt { height: 1; display: none; }
    Prompt.-open { display: block; }
    Prompt Static { width: auto; padding: 0 1; color: $accent; text-style: bold; }
    Prompt Input, Prompt Input:focus { border: none; height: 1; padding: 0; background: transparent; width: 1fr; }
    """

    class Changed(Message):
        """The words as they are typed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def compose(self) -> ComposeResult:
        yield Static("", markup=False)
        self._marks = _AtItsPlace()
        field = Input(compact=True, highlighter=self._marks)
        field.cursor_blink = False
        yield field

    @property
    def is_open(self) -> bool:
        return self.has_class("-open")

    def ask(self, label: str, text: str = "", wrong: Wrong = lambda _: ()) -> None:
        """Opens, with some words already there; `wrong` tells which of them to mark."""
        self._marks.wrong = wrong
        self.query_one(Static).update(label)
        field = self.query_one(Input)
        with field.prevent(Input.Changed):
            field.value = text
        field.cursor_position = len(text)
        self.add_class("-open")
        field.focus()

    def close(self) -> None:
        self.remove_class("-open")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_open:
            self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Submitted(event.value))
