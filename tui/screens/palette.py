"""The command palette: every action that holds here, by name, and the themes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from inspect import unwrap

from textual import work
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from tui.actions import actions_in
from tui.screens.base import Place
from tui.screens.closing import ClosesOnce
from tui.theme import PALETTES


class Actions(Provider):
    """What can be done on the screen that the palette was opened over."""

    def _offers(self) -> Iterator[tuple[str, str, IgnoreReturnCallbackType]]:
        if isinstance(self.screen, Place):
            for action in actions_in(self.screen.WHERE):
                if action.name != "palette":
                    run = partial(self.screen.run_action, action.name)
                    yield action.help, f"key {action.all_keys}", run
        for palette in PALETTES.values():
            yield f"Theme: {palette.title}", "", partial(setattr, self.app, "theme", palette.name)

    async def discover(self) -> Hits:
        for name, about, run in self._offers():
            yield DiscoveryHit(name, run, help=about)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, about, run in self._offers():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), run, help=about)


class Palette(CommandPalette, ClosesOnce[None]):
    """Textual's own, which fails (8.2) where a key comes before its list is there or measured: nothing happens then."""

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
