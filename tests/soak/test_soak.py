"""Two thousand random keys on the real program; `make soak` presses a hundred times as many."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from textual.screen import ModalScreen

from tests.screens.running import running
from tests.soak.__main__ import articles
from tests.soak.walking import walk
from tui.screens.closing import ClosesOnce
from tui.screens.library import LibraryScreen
from tui.screens.palette import Palette


@pytest.mark.parametrize("seed", [7, 8])
async def test_random_keys_break_nothing_and_every_state_is_left(seed: int, tmp_path: Path) -> None:
    made = await walk(articles(tmp_path), tmp_path / "home", seed, 1000)
    assert len(made.pressed) >= 1000
    assert len(made.screens) > 3


async def test_a_window_closes_once_however_fast_its_keys_come() -> None:
    """Two Esc at once left an empty screen, without a key to leave it."""
    async with running() as program:
        for opens in ("ctrl+p", "question_mark"):
            await program.pilot.press(opens)
            window = program.app.screen
            assert isinstance(window, ModalScreen)
            assert isinstance(window, ClosesOnce)
            window.dismiss()
            window.dismiss()
            await program.pilot.pause()
            assert isinstance(program.app.screen, LibraryScreen)


async def test_a_window_key_in_a_new_palette_breaks_nothing() -> None:
    """Textual's list of commands has no lines before it was painted."""
    async with running() as program:
        program.app.action_command_palette()
        await program.pilot.press("pageup", "pagedown", "escape")
        assert isinstance(program.app.screen, LibraryScreen)


async def test_before_its_list_is_there_the_palette_knows_only_esc() -> None:
    async with running() as program:
        with (
            patch.object(Palette, "compose", lambda _self: iter(())),
            patch.object(Palette, "_on_mount", lambda *_: None),
        ):
            program.app.action_command_palette()
            await program.pilot.press("pageup", "shift+end", "down", "up")
            assert isinstance(program.app.screen, Palette)
            await program.pilot.press("escape")
        assert isinstance(program.app.screen, LibraryScreen)


def test_every_window_closes_once() -> None:
    windows = [c for c in ModalScreen.__subclasses__() if c.__module__.startswith("tui.")]
    assert windows
    assert all(issubclass(window, ClosesOnce) for window in windows)


async def test_the_palette_opens_again_while_it_is_still_closing() -> None:
    async with running() as program:
        await program.pilot.press("ctrl+p")
        program.app.screen.dismiss()
        program.app.action_command_palette()
        await program.pilot.pause()
        await program.pilot.press("escape")
        assert isinstance(program.app.screen, LibraryScreen)
