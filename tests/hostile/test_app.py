"""Every hostile article in the app: listed, read, compared, in the table. It answers, and shows stand-ins only.

What is looked at are the segments that Textual would write: the program's own walls are in front of them. With
the first wall taken away (`safe`), the second, the filter of lines, has to hold alone.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.color import Color

from tests.hostile.corpus import cases
from tests.hostile.streams import FORBIDDEN
from tests.screens.running import Running, running
from tui.app import SafeLines
from tui.article import Article
from tui.reading import ReadingError, read
from tui.safe import unsafe_code_points
from tui.screens.options import CompareOptions
from tui.screens.session import Session

CHUNKS = 4
LARGE = frozenset({"no-blank", "deep-json", "endless-thousands", "endless-number"})
"""Too much work for a screen of a test; the commands have them."""
FIRST_WALL = ("safe", "safe_line", "shown")


def articles(folder: Path, chunk: int) -> list[Article]:
    """The articles of every fourth case, with titles and paths that are attacks as well."""
    found: list[Article] = []
    for case in cases()[chunk::CHUNKS]:
        try:
            found += [] if case.name in LARGE else read(case.write(folder))[:1]
        except (ReadingError, RecursionError):
            continue
    return found


def leaks(program: Running) -> list[str]:
    """The segments on the screen that hold a control or a hidden character."""
    strips = program.app.screen._compositor.render_strips()
    return [ascii(s.text) for strip in strips for s in strip if not s.control and FORBIDDEN.search(s.text)]


async def goes_through(given: Sequence[Article]) -> list[str]:
    """Each article listed with its preview, then compared with the first or read, in turn; what leaked.

    `SIDEBYLINE_HOSTILE=all` does both with each.
    """
    ways = (("j", "c", "q"), ("j", "enter", "q"), ("j", "c", "tab", "q", "q"))
    whole = ("j", "c", "tab", "q", "q", "enter", "q")
    found: list[str] = []
    async with running((120, 30), given=Session(list(given), CompareOptions())) as program:
        home = program.app.screen
        await program.press("x")
        for number in range(1, len(given)):
            for keys in whole if os.environ.get("SIDEBYLINE_HOSTILE") == "all" else ways[number % 3]:
                await program.press(keys)
                found += leaks(program)
            while program.app.screen is not home:
                await program.press("q")
    return found


@pytest.mark.parametrize("chunk", range(CHUNKS))
async def test_every_screen_shows_stand_ins(chunk: int, tmp_path: Path) -> None:
    given = articles(tmp_path, chunk)
    assert len(given) > 10
    assert await goes_through(given) == []


async def test_the_second_wall_holds_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, module in list(sys.modules.items()):
        if re.match(r"tui\.(?:rows|screens|widgets)\b", name):
            for wall in FIRST_WALL:
                if hasattr(module, wall):
                    monkeypatch.setattr(module, wall, lambda text, **_: text)
    chosen = ("clipboard", "eight-bit", "bidi-override", "tags", "markup")
    given = [read(case.write(tmp_path))[0] for case in cases() if case.name in chosen]
    assert len(given) == len(chosen)
    assert await goes_through(given) == []


HIDDEN = [chr(code) for code in unsafe_code_points() if chr(code).isprintable()]


def test_the_second_wall_knows_what_the_first_knows() -> None:
    """Hidden characters that are letters or marks: fillers, joiners, variation selectors."""
    assert {unicodedata.category(char) for char in HIDDEN} == {"Lo", "Mn", "So"}
    line = SafeLines().apply([Segment("".join(HIDDEN))], Color.parse("black"))
    assert not set(line[0].text) & set(HIDDEN)
