"""A real disk that is too small, full, or read-only: one line each time, what can be read is read, nothing is damaged.

The disk is a file system of one megabyte in memory, mounted for one process and those that it starts.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

NAMESPACE = ("unshare", "--user", "--map-root-user", "--mount")
PROGRAM = Path(sys.executable).with_name("sidebyline")
AROUND = f"""
set -u
mount -t tmpfs -o size=1m tmpfs "$1"
export SIDEBYLINE_HOME="$1/home"
program() {{ "{PROGRAM}" "$@" 2>&1; echo "status $?"; }}
fill() {{ dd if=/dev/zero of="$SIDEBYLINE_HOME/../filler" bs=1k 2>/dev/null; }}
"""


@cache
def can_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run([*NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False)
    return tried.returncode == 0


pytestmark = pytest.mark.skipif(not can_mount(), reason="no file system can be mounted here")


def on_a_small_disk(folder: Path, *steps: str) -> list[str]:
    """What the program said in these steps of a shell, status lines in between. `$1` is the disk, `$2` the folder."""
    disk = folder / "disk"
    disk.mkdir()
    (folder / "one.txt").write_text("The board met on Monday. Three of its members left the hall.\n")
    records = (json.dumps({"title": f"Ward {n}", "text": f"Ward {n} met on Monday. " * 60}) for n in range(1500))
    (folder / "many.jsonl").write_text("\n".join(records) + "\n")
    script = "\n".join((AROUND, *steps))
    done = subprocess.run(
        [*NAMESPACE, "sh", "-c", script, "sh", str(disk), str(folder)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert "Traceback" not in done.stdout
    return done.stdout.splitlines()


def test_a_disk_that_fills_while_articles_are_added(tmp_path: Path) -> None:
    said = on_a_small_disk(
        tmp_path,
        'program add "$2/one.txt"',
        'program add "$2/many.jsonl"',
        "program list outlet:-",
        'program list "board"',
    )
    assert said[:2] == ["1 new, 0 new versions, 0 known", "status 0"]
    assert said[2].endswith("library.db: the disk is full; make room; what was kept before is unharmed")
    assert said[3] == "status 2"
    assert "(The board met on Monday.)" in said[-2]
    assert said[-1] == "status 0"


def test_on_a_full_disk_the_library_is_read_and_exported(tmp_path: Path) -> None:
    said = on_a_small_disk(
        tmp_path,
        'program add "$2/one.txt"',
        "fill",
        "program list",
        'program export -o "$2/out.jsonl"',
        'program export -o "$1/out.jsonl"',
        'ls -A "$1"',
        'program add "$2/one.txt"',
        'rm "$1/filler"; program add "$2/one.txt"',
    )
    full = "the disk is full; make room; what was kept before is unharmed"
    assert said[2].endswith(f"{full} (what is done now will not be kept)")
    assert "(The board met on Monday.)" in said[3]
    assert said[4] == "status 0"
    assert said[6] == "status 0"
    assert "The board met" in (tmp_path / "out.jsonl").read_text()
    assert "no space left on device" in said[8]
    assert said[9:12] == ["status 2", "filler", "home"]
    assert said[12].endswith(full)
    assert said[14:] == ["0 new, 0 new versions, 1 known", "status 0"]


def test_a_read_only_library_is_read_and_says_what_it_cannot_keep(tmp_path: Path) -> None:
    said = on_a_small_disk(
        tmp_path,
        'program add "$2/one.txt"',
        'mount -o remount,ro "$1"',
        "program list",
        'program add "$2/one.txt"',
        'export SIDEBYLINE_HOME="$1/nothing"',
        'program add "$2/one.txt"',
        'program compare "$2/one.txt" "$2/one.txt" --no-text',
    )
    assert said[2].endswith(
        "read-only file system; check the folder and its permissions (what is done now will not be kept)"
    )
    assert "(The board met on Monday.)" in said[3]
    assert said[5].endswith("home: read-only file system; check the folder and its permissions")
    assert said[7].endswith("nothing: read-only file system; check the folder and its permissions")
    assert said[-1] == "status 0"


READ = """
import sys
from tui.library import KeyedFact, Library
with Library.open_to_read() as library:
    print(sorted((key, mark.state) for key, mark in library.facts.of(["kept", "last"]).items()))
"""
KILLED = """
import os, signal
from tui.library import KeyedFact, Library
library = Library.open()
library.facts.set_state([KeyedFact("kept", {})], "flagged")
library.facts.set_state([KeyedFact("last", {})], "accepted")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("then", ["fill", 'mount -o remount,ro "$1"'])
def test_what_a_killed_program_had_kept_is_read_as_well(tmp_path: Path, then: str) -> None:
    """It still lies in the log beside the library."""
    (tmp_path / "killed.py").write_text(KILLED)
    (tmp_path / "read.py").write_text(READ)
    said = on_a_small_disk(
        tmp_path,
        f'"{sys.executable}" "$2/killed.py" 2>/dev/null || rm -f "$SIDEBYLINE_HOME/library.db-shm"',
        then,
        f'"{sys.executable}" "$2/read.py"',
    )
    assert said[-1] == "[('kept', 'flagged'), ('last', 'accepted')]"
