"""The program on the small story, without a terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tests.screens.story import bridge, chronicle, session
from tui.app import SidebylineApp
from tui.screens.compare import CompareScreen
from tui.screens.library import LibraryScreen
from tui.screens.session import Session
from tui.widgets.texts import Texts

NAMED = {
    "]": "right_square_bracket", "[": "left_square_bracket", ">": "greater_than_sign", "<": "less_than_sign",
    ".": "full_stop", ",": "comma", "'": "apostrophe", "/": "slash", "?": "question_mark",
    "{": "left_curly_bracket", "}": "right_curly_bracket",
}  # fmt: skip

MOST_ROUNDS = 50
"""Of waiting; a test that needs more fails by what it sees."""


async def settled(app: SidebylineApp, pilot: Pilot[None]) -> None:
    """Waits for what was set off, on a busy machine too: a paint may start a worker, which asks for a paint; and a
    worker that another one took the place of is no failure."""
    for _ in range(MOST_ROUNDS):
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
        await pilot.pause()
        if not app.screen._callbacks and all(worker.is_finished for worker in app.workers):
            return


class Running:
    """The program while it runs: press keys, ask what is there."""

    def __init__(self, app: SidebylineApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, keys: str) -> None:
        """Keys apart by spaces, as a reader writes them; waits until what they set off is done."""
        for key in keys.split():
            await self.pilot.press(NAMED.get(key, key))
            await self.settled()

    async def settled(self) -> None:
        await settled(self.app, self.pilot)

    async def type(self, text: str) -> None:
        await self.pilot.press(*("space" if char == " " else char for char in text))
        await self.pilot.pause()

    @property
    def compare(self) -> CompareScreen:
        assert isinstance(self.app.screen, CompareScreen)
        return self.app.screen

    @property
    def library(self) -> LibraryScreen:
        assert isinstance(self.app.screen, LibraryScreen)
        return self.app.screen

    @property
    def texts(self) -> Texts:
        return self.app.screen.query_one(Texts)

    @property
    def screen_text(self) -> str:
        """What a reader sees, line by line."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    @property
    def notices(self) -> list[str]:
        return [notice.message for notice in self.app._notifications]


@asynccontextmanager
async def running(
    size: tuple[int, int] = (120, 40),
    *,
    given: Session | None = None,
    theme: str | None = None,
    first_start: bool = False,
    problems: Iterable[str] = (),
) -> AsyncIterator[Running]:
    """The library of the small story and one article more. The Gazette and the Herald are compared already."""
    given = given or session(bridge(), more=(chronicle(),))
    app = SidebylineApp(given.articles, theme=theme, open_pair=False, first_start=first_start, problems=tuple(problems))
    app.session = given
    async with app.run_test(size=size, notifications=True) as pilot:
        program = Running(app, pilot)
        await program.settled()
        yield program


@asynccontextmanager
async def comparing(size: tuple[int, int] = (120, 40), theme: str | None = None) -> AsyncIterator[Running]:
    """The Gazette beside the Herald."""
    async with running(size, theme=theme) as program:
        await program.press("x j")
        at = program.library.list.order.index(1)
        program.library.list.stand_on(at)
        await program.press("c")
        yield program
