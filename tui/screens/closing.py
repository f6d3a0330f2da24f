"""A window closes once, however fast its keys come.

Textual's own `dismiss` (8.2) takes away whatever screen lies on top: the second of two quick `Esc` would take the one
below too, and leave the reader before an empty screen.
"""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType


class ClosesOnce(Screen[ScreenResultType]):
    """For every window, named behind `ModalScreen`: Textual takes styles from the class that is named first."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
