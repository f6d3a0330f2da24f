"""Pictures of the screens, drawn from the real program without a terminal: the same bytes on every machine."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Sequence

from tui.article import Article

_COMPARE = ("m", "l", "l", "c")
"""From the library to two articles that disagree, where there are such."""
SCREEN_KEYS: dict[str, tuple[str, ...]] = {
    "library": ("x", "j"),
    "compare": (*_COMPARE, "greater_than_sign"),
    "facts": (*_COMPARE, "tab", "greater_than_sign"),
    "why": (*_COMPARE, "tab", "greater_than_sign", "enter"),
    "table": ("m",),
    "reader": ("enter", "l"),
    "help": (*_COMPARE, "question_mark"),
}
"""What is pressed, from the library on, to come to each screen. Two articles are compared as they are given."""
SCREEN_NAMES = tuple(SCREEN_KEYS)
THEME_NAMES = ("dark", "light", "blue-orange", "terminal", "none")
_FONT_FACE = re.compile(r"@font-face\s*\{[^{}]*\}")
_UNIQUE = re.compile(r"terminal-\d+-")


def draw_screen(
    name: str,
    articles: Sequence[Article],
    size: tuple[int, int] = (120, 40),
    theme: str | None = None,
) -> str:
    """The screen as SVG, `size` in columns and rows. It names no font that would have to be fetched.

    Raises `KeyError` for a name that is not in `SCREEN_NAMES`.
    """
    return asyncio.run(_draw(SCREEN_KEYS[name], articles, size, theme))


async def _draw(keys: Sequence[str], articles: Sequence[Article], size: tuple[int, int], theme: str | None) -> str:
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    from tui.app import SidebylineApp

    compared = keys[: len(_COMPARE)] == _COMPARE and len(articles) == 2
    if compared:
        keys = keys[len(_COMPARE) :]
    app = SidebylineApp(articles, theme=theme, open_pair=compared)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
        picture = app.export_screenshot(title="Sidebyline")
    return _UNIQUE.sub("terminal-", _FONT_FACE.sub("", picture))
