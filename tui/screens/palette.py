"""The command palette: every action that holds here, by name, and the themes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from inspect import unwrap

from textual import work
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from tui.actions import actions_in
from tui.screens.base import Place
from tui.screens.closing import ClosesOnce
from tui.theme import PALETTES

KEYS = 11
"""Cells for the keys of an action, before what it does: one line each, so that a low window shows some."""
LOW_BELOW = 20
"""Lines of a window in which the palette takes all there are."""


class Actions(Provider):
    """What can be done on the screen that the palette was opened over."""

    def _offers(self) -> Iterator[tuple[str, str, IgnoreReturnCallbackType]]:
        """Each action with its keys and what it does."""
        if isinstance(self.screen, Place):
            for action in actions_in(self.screen.WHERE):
                if action.name != "palette":
                    run = partial(self.screen.run_action, action.name)
                    yield action.help, action.all_keys, run
        for palette in PALETTES.values():
            yield f"Theme: {palette.title}", "", partial(setattr, self.app, "theme", palette.name)

    async def discover(self) -> Hits:
        for name, keys, run in self._offers():
            yield DiscoveryHit(_line(keys, Content(name)), run, text=name)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, keys, run in self._offers():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, _line(keys, matcher.highlight(name)), run, text=name)


def _line(keys: str, name: Content) -> Content:
    return Content.assemble(f"{keys:<{KEYS}}", name)


class Palette(CommandPalette, ClosesOnce[None]):
    """Textual's own, which fails (8.2) where a key comes before its list is there or measured: nothing happens then."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW_BELOW, "-tall")]  # noqa: RUF012 - Textual's own form
    DEFAULT_CSS = """
    Palette.-low > Vertical { margin-top: 0; }
    Palette.-low #--input Label { margin-top: 0; }
    Palette.-low CommandInput, Palette.-low CommandInput:focus { border: none; height: 1; }
    Palette CommandList { text-wrap: nowrap; text-overflow: ellipsis; }
    Palette.-low CommandList { border-top: none; max-height: 100vh; }
    Palette.-low #--results { max-height: 100%; }
    """

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """On a busy machine a key may be served before anything of the window is there: only `Esc` means something."""
        is_ready = action == "escape" or bool(self.query(CommandList))
        return is_ready and super().check_action(action, parameters)

    @work(exclusive=True, group="--textual-command-palette-gather-commands")
    async def _gather_commands(self, search_value: str) -> None:
        if self.query(CommandList):
            await unwrap(CommandPalette._gather_commands)(self, search_value)

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)
