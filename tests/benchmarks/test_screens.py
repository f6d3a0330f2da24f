"""What it costs until something can be read, beside a trivial Textual program, in CPU time of whole processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.cpu import ROOT, seconds_in_terminal

RUNS = 15
PAIR = [str(path) for path in sorted((ROOT / "seeds").glob("*.txt"))[:2]]
UNTIL = """
import os, re, textual.drivers.linux_driver as driver

def until(is_there):
    write = driver.LinuxDriver.write
    def watched(self, data):
        if is_there(re.sub(r"\\x1b\\[[0-9;?]*[a-zA-Z]", "", data)):
            os._exit(7)
        write(self, data)
    driver.LinuxDriver.write = watched
"""
"""Ends the process when the first frame that shows it goes to the terminal."""
TRIVIAL = f"""
{UNTIL}
from textual.app import App
from textual.widgets import Static

class Trivial(App):
    def compose(self):
        yield Static("Hello")

until(lambda frame: "Hello" in frame)
Trivial().run()
"""
LINKED = f"""
{UNTIL}
from tui.cli import main

until(lambda frame: "Kutcher" in frame and " ~ " in frame)
main()
"""


def test_both_texts_on_the_screen_linked(tmp_path: Path) -> None:
    """The whole of `sidebyline A B` in a terminal: its start, reading, linking, the first paint; facts may follow."""
    home = {"SIDEBYLINE_HOME": str(tmp_path)}
    times = [
        (seconds_in_terminal(["-c", LINKED, *PAIR], home), seconds_in_terminal(["-c", TRIVIAL], home))
        for _ in range(RUNS)
    ]
    ratio = min(ours for ours, _ in times) / min(trivial for _, trivial in times)
    print(f"\nboth texts linked: {ratio:.2f} x a trivial program's first frame (at most 1.6)")
    assert ratio <= 1.6


@pytest.mark.parametrize("loaded", ["tui.facts.names", "tui.verdicts.table", "tui.library", "sqlite3", "nupunkt"])
def test_what_is_needed_later_is_loaded_later(loaded: str) -> None:
    """Importing the program loads no engine of facts, no database and no reader of files."""
    code = f"import sys, tui.app; sys.exit(any(name.startswith({loaded!r}) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
