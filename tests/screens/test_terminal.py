"""The whole program in a real terminal: in tmux, and in a bare pseudo-terminal."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
import uuid
from collections.abc import Callable, Iterator
from fcntl import ioctl
from pathlib import Path

import pytest

from tests.screens.test_hostile import EVIL
from tui.screens.terminal import Output

DEADLINE = 60.0
"""Seconds until a wait gives up; a busy machine needs more than a free one, and a test ends when it sees its words."""
START = """
import sys
from tui.app import run
from tui.reading import read_all

articles, problems = read_all(sys.argv[1:])
sys.exit(run(articles, problems=problems))
"""
SURROUNDINGS = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8",
               "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}  # fmt: skip
ROOT = Path(__file__).parents[2]
SEALED = ROOT / "tests" / "sealed"


def environment() -> dict[str, str]:
    """What the program is started in: nothing of the person who runs the tests, a library of the test's own, and no
    way to the internet (`tests/sealed`)."""
    return SURROUNDINGS | {"SIDEBYLINE_HOME": os.environ["SIDEBYLINE_HOME"], "PYTHONPATH": str(SEALED)}


MAYOR_A = "The mayor opened the new harbour bridge in 2009. About 300 people came to the quay.\n"
MAYOR_B = "The mayor opened the new harbour bridge in 2012. Nobody sang.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "morning.txt").write_text(MAYOR_A, "utf-8")
    (tmp_path / "evening.txt").write_text(MAYOR_B, "utf-8")
    return tmp_path


class Tmux:
    """A tmux server of our own with one window."""

    def __init__(self, folder: Path) -> None:
        self.name = f"sidebyline-{uuid.uuid4().hex[:8]}"
        self.folder = folder

    def run(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", self.name, "-f", "/dev/null", *arguments],
            capture_output=True, text=True, env=environment(), cwd=ROOT, check=False, timeout=DEADLINE,
        )  # fmt: skip
        return done.stdout

    def start(self, *paths: str, size: tuple[int, int] = (80, 24)) -> None:
        self.run("new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), "sh")
        self.run("set-option", "-g", "default-terminal", "tmux-256color")
        program = self.folder / "start.py"
        program.write_text(START, "utf-8")
        files = " ".join(f"'{path}'" for path in paths)
        self.keys(f"PS1='> '; clear; {sys.executable} {program} {files}; echo status $?", "Enter")

    def keys(self, *keys: str) -> None:
        self.run("send-keys", *keys)

    def click(self, x: int, y: int) -> None:
        """On a cell, counted from 0, as a terminal with a mouse reports it."""
        self.run("send-keys", "-l", f"\x1b[<0;{x + 1};{y + 1}M\x1b[<0;{x + 1};{y + 1}m")

    def screen(self) -> str:
        return self.run("capture-pane", "-p")

    def wait(self, seen: Callable[[str], bool]) -> str:
        """The screen once it shows what is waited for."""
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            screen = self.screen()
            if seen(screen):
                return screen
            time.sleep(0.1)
        pytest.fail(f"not seen within {DEADLINE:.0f} s; the screen shows:\n{self.screen()}")

    def pid(self) -> int:
        """Of the program that runs in the window's shell."""
        shell = self.run("list-panes", "-F", "#{pane_pid}").split()[0]
        children = Path(f"/proc/{shell}/task/{shell}/children").read_text("ascii").split()
        return int(children[0])


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    made = Tmux(tmp_path)
    yield made
    made.run("kill-server")


def test_picking_and_comparing_by_keys(tmux: Tmux, texts: Path) -> None:
    (texts / "third.txt").write_text("A heron nests on the quay.\n", "utf-8")
    tmux.start(*(str(texts / name) for name in ("morning.txt", "evening.txt", "third.txt")))
    tmux.wait(lambda s: "3 articles" in s)
    tmux.keys("x")
    tmux.wait(lambda s: "A morning" in s)
    tmux.keys("g", "/")
    tmux.wait(lambda s: "Filter" in s)
    tmux.keys("evening", "Enter")
    tmux.wait(lambda s: "1 shown" in s)
    tmux.keys("c")
    screen = tmux.wait(lambda s: "B evening" in s and "harbour" in s and "of " in s.splitlines()[-1])
    assert "2009" in screen
    assert "2012" in screen
    tmux.keys("q")
    tmux.wait(lambda s: "3 articles" in s)


def test_resizing_turns_columns_into_one(tmux: Tmux, texts: Path) -> None:
    tmux.start(str(texts / "morning.txt"), str(texts / "evening.txt"), size=(140, 40))
    tmux.wait(lambda s: "FACTS" in s and "harbour" in s)
    tmux.run("resize-window", "-x", "80", "-y", "24")
    tmux.wait(lambda s: "FACTS" not in s and "A morning" in s and "harbour" in s)
    tmux.run("resize-window", "-x", "40", "-y", "12")
    tmux.wait(lambda s: "A morning" in s and max(map(len, s.splitlines())) <= 40)


def test_reading_by_mouse(tmux: Tmux, texts: Path) -> None:
    """A click on a key of the footer does what the key does."""
    tmux.start(str(texts / "morning.txt"), str(texts / "evening.txt"))
    screen = tmux.wait(lambda s: "harbour" in s and "Tab facts" in s)
    lines = screen.splitlines()
    line = next(n for n, words in enumerate(lines) if "Tab facts" in words)
    tmux.click(lines[line].index("Tab facts") + 1, line)
    tmux.wait(lambda s: "FACTS" in s)
    line, words = next((n, words) for n, words in enumerate(tmux.screen().splitlines()) if "q back" in words)
    tmux.click(words.index("q back"), line)
    tmux.wait(lambda s: "2 articles" in s)


def test_resizing_while_scrolling_loses_nothing(tmux: Tmux, texts: Path) -> None:
    (texts / "long.txt").write_text("\n\n".join(f"Ship {n} left the harbour." for n in range(200)), "utf-8")
    tmux.start(str(texts / "morning.txt"), str(texts / "long.txt"), size=(140, 40))
    tmux.wait(lambda s: "FACTS" in s and "harbour" in s)
    for width, height in ((80, 24), (40, 12), (100, 30)):
        tmux.keys(*("j",) * 10)
        tmux.run("resize-window", "-x", str(width), "-y", str(height))
        tmux.keys(*("Space",) * 3)
    tmux.keys("G")
    tmux.wait(lambda s: "Ship 199" in s and max(map(len, s.splitlines())) <= 100)


def test_quitting_leaves_the_terminal_clean(tmux: Tmux, texts: Path) -> None:
    tmux.start(str(texts / "morning.txt"), str(texts / "evening.txt"))
    tmux.wait(lambda s: "harbour" in s)
    assert tmux.run("display-message", "-p", "#{alternate_on}").strip() == "1"
    tmux.keys("q")
    tmux.wait(lambda s: "2 articles" in s)
    tmux.keys("q")
    tmux.wait(lambda s: "status 0" in s)
    assert tmux.run("display-message", "-p", "#{alternate_on} #{mouse_any_flag} #{cursor_flag}").strip() == "0 0 1"


def test_an_article_writes_nothing_but_its_words(tmux: Tmux, texts: Path) -> None:
    (texts / "evil.txt").write_text(EVIL.replace("\x00", "").replace("|", " ") + " 2012.\n", "utf-8")
    tmux.start(str(texts / "evil.txt"), str(texts / "evening.txt"))
    tmux.run("set-option", "-g", "set-clipboard", "on")
    screen = tmux.wait(lambda s: "Start" in s and "evil" in s)
    assert "␛]52;c;" in screen
    assert "owned" not in tmux.run("display-message", "-p", "#{pane_title}")
    assert tmux.run("show-buffer") == ""


def test_sigterm_leaves_the_terminal_clean(tmux: Tmux, texts: Path) -> None:
    tmux.start(str(texts / "morning.txt"), str(texts / "evening.txt"))
    tmux.wait(lambda s: "harbour" in s)
    os.kill(tmux.pid(), signal.SIGTERM)
    tmux.wait(lambda s: "status 143" in s)
    assert tmux.run("display-message", "-p", "#{alternate_on} #{mouse_any_flag} #{cursor_flag}").strip() == "0 0 1"


class PseudoTerminal:
    """The program in a pseudo-terminal, without any terminal program round it."""

    def __init__(self, *arguments: str, size: tuple[int, int] = (100, 30), start: str = START) -> None:
        self.master, slave = pty.openpty()
        ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.before = termios.tcgetattr(slave)
        self.slave, self.open = slave, {self.master, slave}
        self.process = subprocess.Popen(
            [sys.executable, "-c", start, *arguments],
            stdin=slave, stdout=slave, stderr=slave, env=environment(), cwd=ROOT, start_new_session=True,
        )  # fmt: skip
        self.written = b""

    def read(self, until: bytes) -> None:
        """Reads on until the program has written these bytes."""
        end, begin = time.monotonic() + DEADLINE, len(self.written)
        while time.monotonic() < end:
            if select.select([self.master], [], [], 0.1)[0]:
                with contextlib.suppress(OSError):
                    self.written += os.read(self.master, 65536)
            if until in self.written[begin:]:
                return
        pytest.fail(f"{until!r} not written within {DEADLINE:.0f} s: {self.written[-2000:]!r}")

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(DEADLINE)
        self.go_away()

    def go_away(self) -> None:
        """As a window that is closed, without a signal to a program that it is not the controlling terminal of."""
        for end in {self.master, self.slave} & self.open:
            os.close(end)
        self.open.clear()


@pytest.fixture
def terminal(texts: Path) -> Iterator[PseudoTerminal]:
    made = PseudoTerminal(str(texts / "morning.txt"), str(texts / "evening.txt"))
    yield made
    made.close()


def test_the_whole_job_in_a_pseudo_terminal(terminal: PseudoTerminal) -> None:
    """From the texts to a difference, help, the facts, and out again."""
    terminal.read(b"harbour")
    terminal.read(b"facts")
    terminal.press("J")
    terminal.read(b"2 of ")
    terminal.press("?")
    terminal.read(b"Next, previous difference")
    terminal.press("q")
    terminal.read(b"harbour")
    terminal.press("\t")
    terminal.read(b"FACTS")
    terminal.press("\t")
    terminal.press("q")
    terminal.read(b"2 articles")
    terminal.press("q")
    terminal.read(b"\x1b[?1049l")
    assert terminal.process.wait(DEADLINE) == 0
    assert termios.tcgetattr(terminal.slave) == terminal.before
    assert b"\x1b[?25h" in terminal.written


def test_ctrl_c_ends_with_130(terminal: PseudoTerminal) -> None:
    terminal.read(b"harbour")
    terminal.press("\x03")
    terminal.read(b"\x1b[?1049l")
    assert terminal.process.wait(DEADLINE) == 130


@pytest.mark.parametrize("keys", ["", "JKXX" * 30], ids=["at rest", "while it paints"])
def test_a_terminal_that_goes_away_ends_the_program(terminal: PseudoTerminal, keys: str) -> None:
    terminal.read(b"harbour")
    terminal.press(keys)
    terminal.go_away()
    assert terminal.process.wait(DEADLINE) == 129


class Lost(io.StringIO):
    tried = 0

    def write(self, _text: str) -> int:
        self.tried += 1
        raise OSError(errno.EIO, "Input/output error")


def test_what_follows_a_failed_write_is_dropped_and_the_program_hears_of_it_once() -> None:
    heard: list[int] = []
    before = signal.signal(signal.SIGHUP, lambda number, _frame: heard.append(number))
    lost = Lost()
    try:
        output = Output(lost)
        for _ in range(100):
            output.write("x")
            output.flush()
    finally:
        signal.signal(signal.SIGHUP, before)
    assert (heard, lost.tried) == ([signal.SIGHUP], 1)
