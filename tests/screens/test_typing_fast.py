"""Keys typed faster than the screen follows are served in order, each where the one before it led."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from threading import Event

import pytest
from textual import events

from tests.screens.running import NAMED, Running, comparing, running
from tests.screens.test_library import ROWS
from tui.article import Article, Pair
from tui.comparison import FactsTable
from tui.screens import list_screen, table
from tui.screens.compare import CompareScreen
from tui.screens.listing import Listed, Wanted, listed
from tui.screens.session import Session
from tui.screens.shelf import Shelf
from tui.screens.table import TableScreen


async def at_once(program: Running, keys: str) -> None:
    """All keys before the program can look at the first one, as a paste or a fast hand gives them."""
    for key in keys.split():
        character = " " if key == "space" else key if len(key) == 1 else None
        event = events.Key(NAMED.get(key, key), character)
        event.set_sender(program.app)
        program.app._driver.send_message(event)  # type: ignore[union-attr]
    for _ in range(5):
        await program.pilot.pause()
        await program.settled()


async def test_filter_and_compare_in_one_go() -> None:
    async with running() as program:
        await at_once(program, "x / h e r a l d enter c")
        assert isinstance(program.app.screen, CompareScreen)
        assert program.compare.pair.a.source == "Sill Gazette"
        assert program.compare.pair.b.path == "texts/herald.txt"


async def test_letters_that_are_keys_are_words_in_the_filter() -> None:
    async with running() as program:
        await at_once(program, "/ d v x c q enter")
        assert program.library.filter == "dvxcq"
        assert program.library.picks == (None, None)


async def test_search_and_the_next_place_in_one_go() -> None:
    async with running() as program:
        await at_once(program, "x j")
        program.library.list.stand_on(program.library.list.order.index(1))
        await at_once(program, "c / b r i d g e enter n J")
        assert isinstance(program.app.screen, CompareScreen)
        assert program.compare.wanted == "bridge"


async def test_a_key_that_comes_before_the_facts_table_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """`c` compares what the table will show; it does not say that there is nothing to compare."""
    go_on = Event()

    def slowly(articles: Sequence[Article], **_: object) -> FactsTable:
        assert go_on.wait(60)
        return FactsTable(tuple(articles), ROWS)

    monkeypatch.setattr(table, "facts_table", slowly)
    async with running() as program:
        await program.pilot.press("m", "c")
        assert isinstance(program.app.screen, TableScreen)
        go_on.set()
        async with asyncio.timeout(60):
            while not isinstance(program.app.screen, CompareScreen):
                await program.pilot.pause(0.01)
        assert program.notices == []


async def test_keys_after_the_next_partner_are_for_the_new_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()
    partner = Session.partner

    def slowly(given: Session, pair: Pair[Article], by: int) -> Article | None:
        assert go_on.wait(60)
        return partner(given, pair, by)

    async with comparing() as program:
        before, beside = program.compare.pair.b, program.texts.view.look
        monkeypatch.setattr(Session, "partner", slowly)
        await program.pilot.press("full_stop", "2")
        assert program.texts.view.look == beside
        go_on.set()
        async with asyncio.timeout(60):
            while program.texts.view.look == beside:
                await program.pilot.pause(0.01)
        assert program.compare.pair.b is not before


async def type_into_a_slow_library(program: Running, keys: str, monkeypatch: pytest.MonkeyPatch) -> Event:
    """As in one whose filter takes a worker; it finds nothing before the event is set."""
    go_on = Event()

    def slowly(shelf: Shelf, wanted: Wanted) -> Listed:
        assert wanted.query is None or go_on.wait(60)
        return listed(shelf, wanted)

    monkeypatch.setattr(list_screen, "listed", slowly)
    monkeypatch.setattr(type(program.library.shelf), "is_quick", lambda *_, **__: False)
    for key in keys.split():
        await program.pilot.press(NAMED.get(key, key))
    return go_on


async def test_keys_after_the_filter_wait_for_what_it_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """`c` compares what is found, not what was listed before."""
    async with running() as program:
        screen = program.library
        await program.press("x")
        go_on = await type_into_a_slow_library(program, "/ h e r a l d enter c", monkeypatch)
        assert program.app.screen is screen
        go_on.set()
        async with asyncio.timeout(60):
            while program.app.screen is screen:
                await program.pilot.pause(0.01)
        assert program.compare.pair.b.path == "texts/herald.txt"


async def test_escape_does_not_wait_and_takes_back_what_does(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as program:
        go_on = await type_into_a_slow_library(program, "/ h e r enter x escape", monkeypatch)
        assert program.library.filter == ""
        go_on.set()
        await program.settled()
        assert program.library.picks == (None, None)


async def test_keys_pressed_at_once_leave_one_hint() -> None:
    async with running() as program:
        await program.press("x j c")
        await at_once(program, "u u u")
        assert program.notices == ["Nothing to undo"]


async def test_what_is_found_late_does_not_replace_what_was_found_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first letter takes a worker, which makes the index; the others find at once, and before it."""
    async with running() as program:
        screen = program.library
        go_on = await type_into_a_slow_library(program, "/ z", monkeypatch)
        monkeypatch.setattr(list_screen, "listed", listed)
        monkeypatch.setattr(type(screen.shelf), "is_quick", lambda *_, **__: True)
        await program.pilot.press("backspace", *"herald", "enter")
        assert screen.listed.count == 1
        go_on.set()
        await program.settled()
        assert (screen.filter, screen.listed.count) == ("herald", 1)
