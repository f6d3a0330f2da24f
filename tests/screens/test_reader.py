"""One article with its facts: what is said of each in full, and coming to it from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.screens.running import Running, running
from tui.article import Article
from tui.facts import Fact, Mention
from tui.screens import reader
from tui.screens.reader import ReaderScreen
from tui.screens.telling import TellingScreen, telling_text
from tui.screens.window import ChoiceWindow, WriteWindow


def _mentions(article: Article, words: str, value: str) -> tuple[Mention, ...]:
    starts = [n for n in range(len(article.text)) if article.text.startswith(words, n)]
    return tuple(Mention(at, at + len(words), words, value) for at in starts)


def _facts(articles: Sequence[Article]) -> list[tuple[Fact, ...]]:
    here = articles[0]
    said = Fact("quote", "", _mentions(here, "Nobody is in danger", "nobody is in danger"), speaker=("Jonas Ek",))
    return [(Fact("date", "opened", _mentions(here, "1968", "1968-05")), said,
             Fact("place", "", _mentions(here, "bridge", "bridge")))]  # fmt: skip


async def _read(program: Running, monkeypatch: pytest.MonkeyPatch, at: int | None = None) -> ReaderScreen:
    monkeypatch.setattr(reader, "find_facts", _facts)
    gazette = program.library.session.articles[0]
    program.app.push_screen(ReaderScreen(program.app.session, gazette, at=at))
    await program.settled()
    assert isinstance(program.app.screen, ReaderScreen)
    return program.app.screen


async def test_enter_on_a_fact_says_it_in_full_and_l_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as program:
        screen = await _read(program, monkeypatch)
        await program.press("l tab enter")
        assert isinstance(program.app.screen, TellingScreen)
        assert "place · 1 of 3" in program.screen_text
        await program.press("l")
        assert "date · 2 of 3" in program.screen_text
        assert "May 1968" in program.screen_text
        await program.press("escape")
        assert screen.list.cursor == 1
        assert "FACTS" in program.screen_text
        assert "2 of 3" in program.screen_text


async def test_the_status_line_names_the_chosen_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as program:
        await _read(program, monkeypatch)
        assert "1968 · opened" not in program.screen_text.splitlines()[-1]
        await program.press("l l")
        assert "1968 · opened" in program.screen_text.splitlines()[-1]


async def test_who_comes_for_a_fact_finds_it_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as program:
        gazette = program.library.session.articles[0]
        screen = await _read(program, monkeypatch, gazette.text.index("Nobody is in danger"))
        assert screen.chosen
        assert screen.list.facts[screen.list.cursor].type == "quote"


def test_the_window_tells_every_place_and_who_says_it() -> None:
    from tests.screens.story import gazette

    article = gazette()
    (_, said, bridge) = _facts([article])[0]
    text = telling_text(article, bridge)
    assert text.plain.count("bridge") == 1 + len(bridge.mentions)
    marked = [text.plain[s.start : s.end] for s in text.spans if "reverse" in str(s.style)]
    assert marked == ["bridge"] * len(bridge.mentions)
    assert "by    Jonas Ek" in telling_text(article, said).plain
    assert "by " not in telling_text(article, replace(said, speaker=())).plain.splitlines()[2]


async def test_those_to_compare_with_come_with_how_much_they_share(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as program:
        await _read(program, monkeypatch)
        await program.press("C")
        assert isinstance(program.app.screen, ChoiceWindow)
        labels = [choice.label for choice in program.app.screen.list.choices]
        assert len(labels) == 2
        assert all(label.lstrip().partition("%")[0].isdigit() for label in labels)
        await program.press("enter")
        assert program.compare.pair.b.path == "texts/herald.txt"


async def test_a_click_beside_a_window_closes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as program:
        screen = await _read(program, monkeypatch)
        for keys in ("?", "C", "tab enter"):
            await program.press(keys)
            assert program.app.screen is not screen
            await program.pilot.click(".frame", offset=(2, 1))
            await program.settled()
            assert program.app.screen is not screen
            await program.pilot.click(offset=(0, 1))
            await program.settled()
            assert program.app.screen is screen
        program.app.push_screen(WriteWindow("A line"))
        await program.settled()
        await program.pilot.click(offset=(0, 1))
        await program.settled()
        assert isinstance(program.app.screen, WriteWindow)
