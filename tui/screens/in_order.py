"""Keys are served in the order in which they are typed, however fast: none overtakes another or falls into a widget
that the one before it has just left.

Textual hands a key to the focused widget and runs its action when the key has bubbled back up, by which time the next
one is under way: of `/evening Enter c` typed at once the `e` met the list and the `c` the filter. Here an action is run
before the next key is looked at, and keys that want what is still being looked for wait for it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress

from textual import events
from textual.app import App
from textual.widgets import Input

from tui.screens.base import Place
from tui.widgets.prompt import Field

MOUNTED_WITHIN = 2.0
"""Seconds that a key waits for a screen that was just opened; a screen that fails to open must not hold the keys."""
PASSING = frozenset({"close", "back", "help", "palette", "copy_or_quit", "app.interrupt"})
"""Actions that wait for nothing."""
MOST_WAITING = 50
"""Keys; a key held down while something takes long is not served for minutes after."""


class InOrder(App[None]):
    """An app that serves keys one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key] = deque(maxlen=MOST_WAITING)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded and not self._is_textuals():
            self.app_focus = True
            await self._take_key(event)
        elif isinstance(event, events.Paste) and isinstance(self.focused, Field):
            self.focused.write(event.text.partition("\n")[0])
        else:
            await super().on_event(event)

    def _is_textuals(self) -> bool:
        """A field that is no prompt of ours takes its keys as Textual gives them."""
        return isinstance(self.focused, Input) and not isinstance(self.focused, Field)

    async def _take_key(self, key: events.Key) -> None:
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self.screen._mounted_event.wait(), MOUNTED_WITHIN)
        if not self._must_wait():
            await self._serve_key(key)
        elif self._passes(key):
            self._waiting.clear()
            await self._serve_key(key)
        else:
            self._waiting.append(key)

    async def _serve_key(self, key: events.Key) -> None:
        if isinstance(self.focused, Field) and key.is_printable and key.character:
            self.focused.write(key.character)
        elif not await self._check_bindings(key.key, priority=True):
            await self._check_bindings(key.key)

    def _must_wait(self) -> bool:
        return isinstance(self.screen, Place) and self.screen.keys_wait and not isinstance(self.focused, Field)

    def _passes(self, key: events.Key) -> bool:
        bound = self.screen.active_bindings.get(key.key)
        return bound is not None and bound.binding.action in PASSING

    async def serve_waiting(self) -> None:
        """The keys that were typed while something was looked for."""
        while self._waiting and not self._must_wait():
            await self._serve_key(self._waiting.popleft())
