"""A comparison that takes long can be stopped; what is typed meanwhile is served. And what revisions say in a line."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from threading import Event

import pytest

from tests.screens.running import Running, comparing, running
from tests.screens.story import article
from tui.article import Article, Pair
from tui.comparison import Comparison, with_facts
from tui.rows.prominence import prominence
from tui.screens import comparing as comparing_screen
from tui.screens.compare import CompareScreen
from tui.screens.options import CompareOptions
from tui.screens.reader import ReaderScreen
from tui.screens.session import Session


async def long_pair(program: Running, keys: str, monkeypatch: pytest.MonkeyPatch) -> Event:
    """The two articles side by side as if they were long: nothing is linked before the event is set."""
    go_on = Event()
    link = Session.link

    def slowly(given: Session, pair: Pair[Article], options: CompareOptions) -> Comparison:
        assert go_on.wait(60)
        return link(given, pair, options)

    monkeypatch.setattr(comparing_screen, "AT_ONCE", 0)
    monkeypatch.setattr(Session, "link", slowly)
    await program.pilot.press(*keys.split())
    return go_on


async def until_linked(program: Running) -> None:
    async with asyncio.timeout(60):
        while program.compare.comparison is None or program.compare.comparison.facts is None:
            await program.pilot.pause(0.01)


TWO = (article("The keel was laid.|A heron came by."), article("A heron came by.|The mast was set."))


async def test_escape_stops_it_and_enter_compares_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(given=Session(TWO)) as program:
        go_on = await long_pair(program, "x j c", monkeypatch)
        assert "Esc stops it" in program.screen_text
        await program.pilot.press("escape")
        assert "Comparing was stopped" in program.screen_text
        assert program.compare.comparison is None
        await program.pilot.press("enter")
        go_on.set()
        await until_linked(program)
        assert "A heron came by" in program.screen_text


async def test_keys_typed_meanwhile_are_served(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(given=Session(TWO)) as program:
        go_on = await long_pair(program, "x j c 2", monkeypatch)
        assert isinstance(program.app.screen, CompareScreen)
        assert not program.texts.has_class("-unified")
        go_on.set()
        await until_linked(program)
        assert program.texts.has_class("-unified")


async def test_stopping_another_comparison_keeps_the_one_on_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    async with comparing() as program:
        pair = program.compare.pair
        go_on = await long_pair(program, "X escape", monkeypatch)
        assert program.compare.pair == pair
        assert "opened in 1968" in program.screen_text
        go_on.set()
        await program.pilot.pause(0.1)
        assert program.compare.pair == pair


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """No facts are found before the event is set."""
    event = Event()

    def slowly(comparison: Comparison) -> Comparison:
        assert event.wait(60)
        return with_facts(comparison)

    monkeypatch.setattr(comparing_screen, "with_facts", slowly)
    yield event
    event.set()


FACTS = (
    article("The keel was laid in 1968.|A heron came by."),
    article("The keel was laid in 1971.|The mast was set."),
)


@pytest.mark.parametrize("is_done", [False, True])
@pytest.mark.parametrize("key", ["greater_than_sign", "tab enter"])
async def test_escape_stops_the_search_for_facts_and_a_key_goes_on(go_on: Event, key: str, is_done: bool) -> None:
    async with running(given=Session(FACTS)) as program:
        await program.pilot.press(*"xjc")
        await until_told(program, "Esc stops it")
        await program.pilot.press("escape")
        assert "facts: stopped" in program.screen_text
        assert "> goes on" in program.screen_text
        if is_done:
            go_on.set()
            await program.settled()
            assert "facts: stopped" in program.screen_text
            assert program.compare.facts == ()
        await program.pilot.press("j", *key.split())
        if not is_done:
            await program.pilot.pause()
            assert "looking for facts …" in program.screen_text
        go_on.set()
        await until_linked(program)
        assert program.compare.facts
        assert "stopped" not in program.screen_text


async def test_escape_closes_what_lies_on_top_before_it_stops_the_search_for_facts(go_on: Event) -> None:
    async with running(given=Session(FACTS)) as program:
        await program.pilot.press(*"xjc", "slash", *"keel", "enter")
        await until_told(program, "looking for facts …")
        await program.pilot.press("escape")
        assert program.compare.wanted == ""
        assert program.compare.is_looking
        await program.pilot.press("escape")
        assert not program.compare.is_looking
        go_on.set()


async def until_told(program: Running, words: str) -> None:
    async with asyncio.timeout(60):
        while words not in program.screen_text:
            await program.pilot.pause(0.01)


async def test_the_advisory_of_two_revisions_is_shown_and_copied() -> None:
    earlier = article("The keel was laid in 1968.|A heron came by.|The mast was set.|Sails came later.")
    later = article("The keel was laid in 1971.|A heron came by.|The mast was set.|Sails came later.")
    options = CompareOptions(mode="revision")
    async with running(given=Session((earlier, later), options)) as program:
        await program.press("x j c")
        assert program.compare.advisory
        assert program.compare.advisory[:20] in program.screen_text
        await program.press("Y")
        assert program.app.clipboard == program.compare.advisory


async def test_two_tellings_have_no_advisory() -> None:
    async with comparing() as program:
        await program.press("Y")
        assert program.compare.advisory == ""
        assert any("two revisions" in notice for notice in program.notices)


async def test_what_one_tells_alone_is_named_with_its_place() -> None:
    async with comparing() as program:
        await program.press("g p")
        assert "only A: headline" in program.compare.status.text


def test_prominence() -> None:
    told = article("@caption A picture.\n@title A heron nests\n\nIt came.|It saw.\n\nIt left.")
    places = [prominence(told, n) for n in range(len(told.sentences))]
    assert places == ["caption", "headline", "lede", "lede", "further down"]


@pytest.mark.parametrize("name", ["compare", "reader"])
async def test_the_program_may_be_left_while_a_screen_comes_up(name: str) -> None:
    async with running() as program:
        given = program.app.session
        a, b, *_ = given.articles
        program.app.push_screen(CompareScreen(given, Pair(a, b)) if name == "compare" else ReaderScreen(given, a))
        program.app.exit()
