"""A share that stalls, and files that turn into something else: the program lives, says so, and is left by its keys.

What blocks here is the question to the file system itself, in a thread of the program, as a network share that is gone
blocks it: no signal and no time limit ends it.
"""

from __future__ import annotations

import os
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screens.running import settled
from tests.screens.test_terminal import DEADLINE, PseudoTerminal
from tui.app import SidebylineApp
from tui.reading import ReadingError, files, read, read_all
from tui.reading.watching import Watched
from tui.screens.compare import CompareScreen

STALLED = """
import sys, time
from tui import app
from tui.library import Library
from tui.reading import read_all
from tui.reading.watching import Watched

stalls = lambda *_: time.sleep(10_000)
articles, problems = read_all(sys.argv[2:])
watched = Watched(sys.argv[2:])
if sys.argv[1] == "files":
    app.LOOKED_EVERY = 0.05
    Watched.changed = stalls
if sys.argv[1] == "linking":
    from tui.screens import comparing
    from tui.screens.session import Session
    comparing.AT_ONCE = 0
    Session.link = stalls
if sys.argv[1] == "library":
    Library.open_or_in_memory = stalls
sys.exit(app.run(articles, problems=problems, watched=watched))
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "morning.txt").write_text("The mayor opened the harbour bridge in 2009. About 300 people came.\n")
    (tmp_path / "evening.txt").write_text("The mayor opened the harbour bridge in 2012. Nobody sang.\n")
    return tmp_path


@pytest.mark.parametrize(("what", "keys", "status"), [("files", "q", 0), ("linking", "\x03", 130), ("library", "q", 0)])
def test_what_stalls_keeps_neither_keys_nor_the_process(texts: Path, what: str, keys: str, status: int) -> None:
    program = PseudoTerminal(what, str(texts / "morning.txt"), str(texts / "evening.txt"), start=STALLED)
    try:
        program.read(b"harbour")
        program.press("?")
        program.read(b"Next, previous difference")
        program.press("q")
        program.read(b"harbour")
        program.press(keys)
        if keys == "q":
            program.read(b"2 articles")
            program.press("q")
        program.read(b"\x1b[?1049l")
        assert program.process.wait(DEADLINE) == status
        assert termios.tcgetattr(program.slave) == program.before
        assert b"Traceback" not in program.written
    finally:
        program.close()


def gone(file: Path) -> None:
    file.unlink()


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def a_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def a_loop(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.name)


def bytes_of_a_picture(file: Path) -> None:
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)


def far_too_large(file: Path) -> None:
    os.truncate(file, 200 << 20)


TURNS = (gone, a_folder, a_pipe, a_loop, bytes_of_a_picture, far_too_large)


@pytest.mark.parametrize("turn", TURNS)
def test_what_is_no_file_any_more_is_one_line_and_is_not_waited_for(texts: Path, turn: Callable[[Path], None]) -> None:
    turn(texts / "morning.txt")
    with pytest.raises(ReadingError) as told:
        read(texts / "morning.txt")
    assert str(told.value).startswith(f"{texts / 'morning.txt'}: ")
    assert "\n" not in str(told.value)


def test_what_took_its_place_after_it_was_looked_at_is_not_waited_for(
    texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_held_to_files", once_swapped(files._held_to_files, texts / "morning.txt"))
    with pytest.raises(ReadingError, match="not an ordinary file"):
        read(texts / "morning.txt")


def once_swapped(asked: Callable[[os.stat_result, str], None], file: Path) -> Callable[[os.stat_result, str], None]:
    """The same question; when it was answered for the first time, the file is a pipe."""

    def asking(about: os.stat_result, name: str) -> None:
        asked(about, name)
        if file.is_file():
            a_pipe(file)

    return asking


@pytest.mark.parametrize(("turn", "screen"), list(zip(TURNS, ("compare", "reader", "table") * 2, strict=True)))
async def test_a_screen_stays_when_its_files_turn_into_something_else(
    texts: Path, monkeypatch: pytest.MonkeyPatch, turn: Callable[[Path], None], screen: str
) -> None:
    monkeypatch.setattr("tui.app.LOOKED_EVERY", 3600.0)
    paths = [str(texts / "morning.txt"), str(texts / "evening.txt")]
    app = SidebylineApp(read_all(paths)[0], open_pair=False, watched=Watched(paths))
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settled(app, pilot)
        await pilot.press(*{"compare": "xjc", "reader": ["enter"], "table": "m"}[screen])
        await settled(app, pilot)
        shown, articles = app.screen, app.session.articles
        for name in ("morning.txt", "evening.txt"):
            turn(texts / name)
        for _ in range(2):
            app._look()
            await settled(app, pilot)
        await pilot.press("j", "k")
        assert app.screen is shown
        assert app.session.articles == articles
        assert all(notice.message.count("\n") == 0 for notice in app._notifications)
        await pilot.press("q")
        assert app.screen is not shown
        await pilot.press("x", "j", "c")
        await settled(app, pilot)
        assert isinstance(app.screen, CompareScreen)
