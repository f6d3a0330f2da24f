"""A line to type into, at the bottom of a screen: search, filter, a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.highlighter import Highlighter
from rich.text import Text
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


class Field(Input):
    """Takes what is typed at once, so that Enter meets all of it."""

    def __init__(self, prompt: Prompt, highlighter: Highlighter) -> None:
        super().__init__(compact=True, highlighter=highlighter)
        self._prompt = prompt
        self.cursor_blink = False

    def write(self, text: str) -> None:
        self.replace(text, *self.selection)

    async def action_submit(self) -> None:
        self._prompt.submit(self.value)


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

    def __init__(self) -> None:
        super().__init__()
        self._marks = _AtItsPlace()
        self._label: Static | None = None
        self._field: Field | None = None
        self._taken: Callable[[str], None] = lambda _: None

    @property
    def is_open(self) -> bool:
        return self.has_class("-open")

    async def ask(self, label: str, taken: Callable[[str], None], text: str = "", wrong: Wrong = lambda _: ()) -> None:
        """Opens, with some words already there; Enter gives them to `taken`; `wrong` tells which of them to mark."""
        self._marks.wrong, self._taken = wrong, taken
        static, field = await self._parts()
        static.update(label)
        with field.prevent(Input.Changed):
            field.value = text
        field.cursor_position = len(text)
        self.add_class("-open")
        self.screen.set_focus(field)

    async def _parts(self) -> tuple[Static, Field]:
        """Made when it is first asked for: a field and its style sheet cost 5 ms of the start."""
        if self._label is None or self._field is None:
            self._label, self._field = Static("", markup=False), Field(self, self._marks)
            await self.mount(self._label, self._field)
        return self._label, self._field

    def close(self) -> None:
        self.remove_class("-open")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_open:
            self.post_message(self.Changed(event.value))

    def submit(self, text: str) -> None:
        """Enter: closed before the next key is looked at."""
        self.close()
        self._taken(text)
