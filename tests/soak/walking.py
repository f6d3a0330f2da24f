"""Random keys on the real program, without a terminal: what a cat on the keyboard does in two hours.

A walk presses what a seed chooses – keys of the screen it is on, words into prompts, clicks, other window sizes – and
goes home every so often, by `Esc` and `q` alone. A state that these do not leave is a find, as is any exception.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from textual import events
from textual.app import App
from textual.pilot import OutOfBounds, Pilot

from tests.screens.running import settled
from tui.app import SidebylineApp
from tui.article import Article, Pair
from tui.library import Library
from tui.screens.compare import CompareScreen
from tui.screens.library import LibraryScreen

SIZES = ((80, 24), (120, 30), (150, 30), (60, 16), (40, 12), (100, 30), (24, 8))
ROUND = 200
"""Keys after which a walk goes home."""
WAY_HOME = 24
"""Presses that have to lead home from anywhere: a window over a prompt over a screen, eight deep."""
LEAVING = frozenset({"ctrl+c", "ctrl+q", "ctrl+z", "ctrl+d"})
"""They end or stop the program, which is their work; the way out by `q` is tried at the end of each walk."""
ANYTHING = (
    "escape", "enter", "tab", "shift+tab", "space", "backspace", "delete", "up", "down", "left", "right", "home", "end",
    "pageup", "pagedown", "f1", "f5", "ctrl+a", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+v", "ctrl+x", "ctrl+p",
    *"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    "slash", "question_mark", "full_stop", "comma", "apostrophe", "less_than_sign", "greater_than_sign", "colon",
    "quotation_mark", "minus", "left_square_bracket", "right_square_bracket", "left_parenthesis", "right_parenthesis",
)  # fmt: skip
TYPED = ("the", "board", "(", "[red]", "after:2023", '"', "is:unread -x OR", "\u202e\u200b", "x" * 40)


class Stuck(AssertionError):
    """`Esc` and `q` did not lead home."""


class Walk:
    """One run of the program."""

    def __init__(self, app: SidebylineApp, pilot: Pilot[None], rng: random.Random, *, patient: bool) -> None:
        self.app, self.pilot, self.rng, self.patient = app, pilot, rng, patient
        self.pressed: list[str] = []
        """Everything, for whoever has to walk it again."""
        self.screens: set[str] = set()

    async def go(self, keys: int) -> None:
        """Presses so many keys, and leaves the program by `q`."""
        while len(self.pressed) < keys and self.app.is_running:
            end = len(self.pressed) + ROUND
            while len(self.pressed) < end and not self.app._exit:
                await self._step()
            await self.home()
        for _ in range(3):
            if self.app.is_running and not self.app._exit:
                await self.pilot.press("q")
        if not self.app._exit:
            raise Stuck(f"q at home does not quit; last keys {self.pressed[-80:]}")

    async def home(self) -> None:
        for turn in range(WAY_HOME):
            if self.app._exit:
                return
            if isinstance(self.app.screen, LibraryScreen) and not self.app.screen.prompt.is_open:
                return
            await self._press("escape" if turn % 2 == 0 else "q")
        raise Stuck(f"{self.app.screen!r} is not left; last keys {self.pressed[-80:]}")

    async def _step(self) -> None:
        choice = self.rng.random()
        if choice < 0.01:
            await self.pilot.resize_terminal(*self.rng.choice(SIZES))
        elif choice < 0.03:
            await self._click()
        elif choice < 0.05:
            for char in self.rng.choice(TYPED):
                await self._press("space" if char == " " else char)
        elif choice < 0.15:
            await self._press(self.rng.choice(ANYTHING))
        elif self.patient or choice < 0.25:
            await self._press(self.rng.choice(self._keys_here()))
        else:
            await self._hammer()

    async def _hammer(self) -> None:
        """Keys faster than the screen is painted, as they come over a slow line. `q` is pressed alone only."""
        keys = [key for key in self._keys_here() if key not in LEAVING and key != "q"]
        burst = self.rng.choices(keys, k=self.rng.randrange(10, 60))
        self.pressed += burst
        hammer(self.app, burst)
        await self.pilot.pause()

    def _keys_here(self) -> Sequence[str]:
        """The keys that the screen binds, in a fixed order."""
        return sorted(key for key, active in self.app.screen.active_bindings.items() if active.enabled) or ANYTHING

    async def _press(self, key: str) -> None:
        at_home = isinstance(self.app.screen, LibraryScreen) and not self.app.screen.prompt.is_open
        if self.app._exit or key in LEAVING or (key == "q" and at_home):
            return
        self.pressed.append(key)
        self.screens.add(type(self.app.screen).__name__)
        await self.pilot.press(key)
        if self.patient:
            await settled(self.app, self.pilot)

    async def _click(self) -> None:
        width, height = self.app.size
        at = self.rng.randrange(max(1, width)), self.rng.randrange(max(1, height))
        self.pressed.append(f"click {at}")
        with suppress(OutOfBounds):
            await self.pilot.click(offset=at, times=self.rng.choice((1, 1, 2, 3)))


def hammer(app: App[None], keys: Sequence[str]) -> None:
    """Puts keys before the program all at once."""
    for key in keys:
        event = events.Key(key, key if len(key) == 1 else None)
        event.set_sender(app)
        app.post_message(event)


async def walk(articles: Sequence[Article], folder: Path, seed: int, keys: int, *, patient: bool = False) -> Walk:
    """One walk over a library of its own. Raises what the program raises, and `Stuck`."""
    rng = random.Random(seed)
    app = SidebylineApp(articles, open_pair=False, open_library=lambda: Library.open(folder))
    failed: list[BaseException] = []
    original = CompareScreen._failed

    def told(screen: CompareScreen, pair: Pair[Article], error: Exception) -> None:
        failed.append(error)
        original(screen, pair, error)

    CompareScreen._failed = told  # type: ignore[method-assign, assignment]
    try:
        async with app.run_test(size=rng.choice(SIZES)) as pilot:
            made = Walk(app, pilot, rng, patient=patient)
            await made.go(keys)
            if failed:
                raise failed[0]
    finally:
        CompareScreen._failed = original  # type: ignore[method-assign]
        app.session.close()
        gc.collect()
    return made
