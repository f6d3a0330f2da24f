"""Every key of the table of actions does what stands beside it, in every place. What that is, is tested with the
screens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.screens.running import running
from tests.screens.story import article, linked, session
from tui.actions import Where, actions_in
from tui.screens.lookalikes import LookalikesScreen

WAY: dict[Where, str] = {"library": "", "reader": "enter", "table": "m", "compare": "x j c"}


@pytest.mark.parametrize("where", WAY)
async def test_every_key_does_what_stands_beside_it(where: Where) -> None:
    done: list[str] = []

    def notes(name: str) -> Callable[[], None]:
        return lambda: done.append(name)

    async with running() as program:
        await program.press(WAY[where])
        wanted = [(key, action.name) for action in actions_in(where) for key in action.keys]
        for _, name in wanted:
            setattr(program.app.screen, f"action_{name}", notes(name))
        # Textual's own binding, which holds before that of a screen.
        program.app.action_command_palette = notes("palette")  # type: ignore[method-assign]
        await program.pilot.press(*(key for key, _ in wanted))
        assert done == [name for _, name in wanted]


async def test_words_that_only_look_the_same_are_shown() -> None:
    a, b = article("The bank is closed."), article("The b\u0430nk is closed.")
    given = session(linked(a, b, [((0,), (0,), False)], []))
    async with running(given=given) as program:
        await program.press("x j c U")
        assert isinstance(program.app.screen, LookalikesScreen)
        assert "U+0430" in program.screen_text
