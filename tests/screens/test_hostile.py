"""Hostile articles: nothing of them reaches the terminal as a command, whatever screen shows them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.screens.running import running
from tests.screens.story import article, fact, linked, session
from tui.app import SafeLines, SidebylineApp
from tui.article import Article
from tui.comparison import Comparison

EVIL = (
    "Start \x1b]52;c;aGVsbG8=\x07 and \x1b[2J\x9b31m and \u202eevil\u202c and \u200bzero and \x00nul.|"
    "[@click=app.quit]Press[/] [bold]me[/bold] [/nonsense] \\[ and \x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\."
)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f]")


def evil(name: str) -> Article:
    made = article(EVIL + "\nA plain sentence about " + name + ".", source=f"Out\x1b[31mlet [b]{name}[/b]")
    return replace(made, title=f"Title \x1b]0;owned\x07 {name}", path=f"dir/\x1b[0m{name}.txt", byline=("By \x9b",))


def pair() -> Comparison:
    a, b = evil("one"), evil("two")
    told = fact(a, b, "date", "about\x1b[31m [red]it[/red]", "conflict", ("\u202eevil", "\u200bzero"))
    told = replace(told, rule="rule\x1b[0m [/]", speaker=told.speaker._replace(a=("Mr \x07",)))
    return linked(a, b, [((0,), (0,), False), ((1,), (1,), True)], [told])


KEYS = [
    "", "x", "enter l tab", "x j c", "x j c >", "x j c tab enter", "x j c 2 3 z", "x j c F", "x j c e", "m l",
    "enter C", "/ x", "x j c / e v i l enter", "x j c tab e escape y",
]  # fmt: skip


@pytest.mark.parametrize("keys", KEYS, ids=lambda keys: keys.replace(" ", "") or "library")
async def test_no_screen_shows_a_control_character(keys: str) -> None:
    async with running((120, 30), given=session(pair())) as program:
        if keys:
            await program.press(keys)
        raw = [segment for strip in program.app.screen._compositor.render_strips() for segment in strip]
        assert not [s.text for s in raw if not s.control and FORBIDDEN.search(s.text)]


async def test_what_is_copied_holds_no_control_character() -> None:
    async with running((120, 30), given=session(pair())) as program:
        await program.press("x j c g y")
        assert program.app.clipboard.startswith("Start ␛]52;c;")
        assert not FORBIDDEN.search(program.app.clipboard)
        await program.press("tab y")
        assert "conflict" in program.app.clipboard
        assert not FORBIDDEN.search(program.app.clipboard)


def test_the_second_wall_lets_no_control_through() -> None:
    from rich.segment import Segment
    from textual.color import Color

    line = [Segment("fine"), Segment("bad\x1b[31m\u202e")]
    cleaned = SafeLines().apply(line, Color.parse("black"))
    assert [s.text for s in cleaned] == ["fine", "bad␛[31m�"]
    assert len(cleaned[1].text) == len(line[1].text)


async def test_a_crash_prints_no_local_variables(capsys: pytest.CaptureFixture[str]) -> None:
    app = SidebylineApp([evil("one")])

    def fail() -> None:
        own = EVIL[:5] * 2
        raise ValueError(len(own))

    async def crash() -> None:
        async with app.run_test() as pilot:
            app.call_later(fail)
            await pilot.pause()

    with pytest.raises(ValueError, match="10"):
        await crash()
    printed = capsys.readouterr().err
    assert "ValueError: 10" in printed
    assert "StartStart" not in printed
