"""Terminals that do not tell their size, or tell nonsense: the screen is painted once, and left by its keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.test_terminal import DEADLINE, START, PseudoTerminal

ODD = {
    "a dumb one": ((80, 24), {"TERM": "dumb"}),
    "none named": ((80, 24), {"TERM": ""}),
    "no size": ((0, 0), {}),
    "one cell": ((1, 1), {}),
    "a size beyond all windows": ((80, 24), {"COLUMNS": "100000", "LINES": "100000"}),
    "a size that is none": ((80, 24), {"COLUMNS": "-5", "LINES": "x"}),
}


@pytest.mark.parametrize("odd", ODD)
def test_the_screen_comes_to_rest_and_is_left(odd: str, tmp_path: Path) -> None:
    size, told = ODD[odd]
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"The mayor opened the harbour bridge. Nobody of {name} sang.\n")
    start = f"import os; os.environ.update({told!r})\n{START}"
    program = PseudoTerminal(str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), size=size, start=start)
    try:
        program.read(b"\x1b[1;1H")
        program.press("q")
        if size != (1, 1):
            program.read(b"2 articles")
        program.press("q")
        program.read(b"\x1b[?1049l")
        assert program.process.wait(DEADLINE) == 0
        assert b"Traceback" not in program.written
        assert len(program.written) < 300_000, "it is painted again and again"
    finally:
        program.close()
