"""File names and arguments that are attacks themselves, and what the program says about them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.streams import run

EVIL = "\x1b]0;owned\x07\u202e\u200b\x9b31m\nsecond [red]\udcff\x85\u2028[/]"
NAMES = [
    b"esc\x1b]0;owned\x07.txt",
    b"two\nlines\r.txt",
    "bidi\u202e\u2066\u200b.txt".encode(),
    b"broken\xff\xfe\x9b.txt",
    b"[red]markup[nonsense] [@click=app.quit].txt",
    b"=formula.txt",
    b"colon:name#3.txt",
    b"--json",
]


@pytest.mark.parametrize("name", NAMES, ids=[ascii(name)[2:12] for name in NAMES])
def test_a_file_name_is_shown_with_stand_ins(name: bytes, tmp_path: Path, neighbour: Path, capfdbinary: Any) -> None:
    path = os.fsdecode(os.path.join(os.fsencode(tmp_path), name))  # noqa: PTH118 - bytes, which no Path takes
    Path(path).write_text("Ann Roe spoke to 300 people in 2012.\n", "utf-8")
    for command in (
        ("compare", path, str(neighbour)),
        ("compare", path, str(neighbour), "--json", "--no-text"),
        ("facts", path, str(neighbour), "--csv"),
        ("facts", str(neighbour), path),
        ("text", path + "#9"),
    ):
        outcome = run(capfdbinary, *command)
        assert outcome.forbidden() is None
        assert outcome.status == (2 if command[0] == "text" else int(command[0] == "compare"))


ARGUMENTS = [
    ("text", EVIL),
    ("text", "HEAD:" + EVIL),
    ("text", EVIL + ":HEAD"),
    ("text", "\x00"),
    ("text", "a" * 5000),
    ("text", "/dev/zero"),
    ("text", "--" + EVIL),
    ("text",),
    ("compare", EVIL, "-"),
    ("compare", "a", "b", "--mode", EVIL),
    ("compare", "a", "b", "--ignore", EVIL),
    ("compare", "a", "b", "--width", EVIL),
    ("compare", "a", "b", "c" + EVIL),
    ("facts", EVIL),
    ("screenshot", EVIL),
    ("screenshot", "library", "--size", EVIL),
    ("screenshot", "library", "--theme", EVIL),
    ("screenshot", "help", "--output", "/nowhere/" + EVIL.replace("\n", "")),
    (EVIL,),
]


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=lambda arguments: " ".join(map(ascii, arguments))[:30])
def test_trouble_is_one_safe_line(arguments: tuple[str, ...], capfdbinary: Any) -> None:
    outcome = run(capfdbinary, *arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert outcome.forbidden() is None


def test_a_size_of_five_thousand_digits_is_trouble(capfdbinary: Any) -> None:
    assert run(capfdbinary, "screenshot", "help", "--size", "1" * 5000 + "x40").status == 2


def test_an_empty_path_is_no_folder(capfdbinary: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "private.txt").write_text("Ann Roe spoke.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(capfdbinary, "facts", "").status == 2


def test_what_was_read_of_a_broken_file_is_printed(capfdbinary: Any, tmp_path: Path) -> None:
    (tmp_path / "some.jsonl").write_text('{bad\n{"text": "Ann Roe spoke to 300 people in 2012."}\n', "utf-8")
    outcome = run(capfdbinary, "facts", str(tmp_path / "some.jsonl"))
    assert "the rest was read" in outcome.err
    assert "300 people" in outcome.out


def test_a_text_in_brackets_is_not_passed_over(capfdbinary: Any, tmp_path: Path) -> None:
    """tui/reading/formats.py, read_source: the text is read when it is named, and not seen in its folder."""
    (tmp_path / "bracket.txt").write_text("[UPDATED] Ann Roe spoke to 300 people in 2012.\n", "utf-8")
    (tmp_path / "other.txt").write_text("Ann Roe spoke to 300 people in 2012.\n", "utf-8")
    assert run(capfdbinary, "text", str(tmp_path / "bracket.txt")).status == 0
    assert "bracket.txt" in run(capfdbinary, "facts", str(tmp_path), "--json").out


_COUNTING = """
import socket, sys
opened = []
class Counted(socket.socket):
    def __init__(self, family=-1, *rest, **named):
        opened.append(family)
        super().__init__(family, *rest, **named)
socket.socket = Counted
from tui.reading import read
read(sys.argv[1])
sys.exit(any(family in (-1, socket.AF_INET, socket.AF_INET6) for family in opened))
"""


def test_reading_a_page_opens_no_socket(tmp_path: Path) -> None:
    """In a process of its own: the socket is opened when the reader of pages is imported."""
    page = tmp_path / "page.html"
    page.write_text("<html><article><p>Ann Roe spoke to 300 people in 2012.</p></article></html>", "utf-8")
    assert subprocess.run([sys.executable, "-c", _COUNTING, str(page)], check=False, timeout=60).returncode == 0
