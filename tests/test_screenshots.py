"""The pictures in screenshots/ are the real app's: drawing them again changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli import sidebyline

FOLDER = Path(__file__).parents[1] / "screenshots"
PICTURES = [
    ("library", "120x40", "library.svg"),
    ("compare", "120x40", "compare.svg"),
    ("facts", "120x40", "facts.svg"),
    ("why", "120x40", "why.svg"),
    ("table", "120x40", "table.svg"),
    ("reader", "120x40", "reader.svg"),
    ("help", "120x40", "help.svg"),
    ("compare", "80x24", "compare-80x24.svg"),
]


@pytest.mark.parametrize(("name", "size", "file"), PICTURES, ids=lambda value: str(value))
def test_drawing_a_picture_again_changes_nothing(name: str, size: str, file: str) -> None:
    drawn = sidebyline("screenshot", name, "--size", size)
    assert drawn.returncode == 0, drawn.stderr
    assert drawn.stdout == (FOLDER / file).read_text("utf-8"), "make screenshots draws it anew"


def test_the_pictures_load_nothing_from_elsewhere() -> None:
    for path in FOLDER.glob("*.svg"):
        assert "@font-face" not in path.read_text("utf-8")
