"""An act on many articles shows how far it is, stops at Esc without a trace, and leaves the keys free."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from threading import Event

import pytest

from tests.screens.running import Running, running
from tests.screens.story import article
from tui.library import Act, ArticleState, Going
from tui.library.article_triage import ArticleTriage
from tui.library.journal import Journal
from tui.screens.acting import ActingScreen
from tui.screens.session import Session

MANY = tuple(article(f"Report {n} of the harbour.|Boat {n} came in.", path=f"{n}.txt") for n in range(4))


@asynccontextmanager
async def slow(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Running, Event]]:
    """Four articles as if they were a hundred thousand: an act on them stands at a quarter before the event is set."""
    go_on = Event()
    monkeypatch.setattr("tui.screens.acting.AT_ONCE", 1)
    set_state, undo = ArticleTriage.set_state, Journal.undo

    def held(going: Going) -> Going:
        def wait(share: float) -> bool:
            if share == 0.0:
                going(0.25)
                assert go_on.wait(60)
            return going(share)

        return wait

    def mark(triage: ArticleTriage, ids: Sequence[str], state: ArticleState, going: Going) -> Act | None:
        return set_state(triage, ids, state, held(going))

    monkeypatch.setattr(ArticleTriage, "set_state", mark)
    monkeypatch.setattr(Journal, "undo", lambda journal, kinds, going: undo(journal, kinds, held(going)))
    async with running(given=Session(MANY)) as program:
        try:
            yield program, go_on
        finally:
            go_on.set()


async def until(program: Running, words: str) -> None:
    async with asyncio.timeout(60):
        while words not in program.screen_text:
            await program.pilot.pause(0.01)


def acting(program: Running) -> ActingScreen:
    assert isinstance(program.app.screen, ActingScreen)
    return program.app.screen


def states(program: Running) -> list[str]:
    shelf = acting(program).shelf
    return [shelf.lines([n])[n].state for n in range(len(MANY))]


async def test_marking_shows_how_far_it_is_and_the_keys_are_free(monkeypatch: pytest.MonkeyPatch) -> None:
    async with slow(monkeypatch) as (program, go_on):
        await program.pilot.press("V", "f")
        await until(program, "Marking 4 articles: 25%")
        assert "Esc stops it" in program.screen_text
        await program.pilot.press("j", "j")
        assert acting(program).list.cursor == 2
        await program.pilot.press("d", "u")
        assert "Marking 4 articles: Esc stops it" in program.notices
        go_on.set()
        await program.settled()
        assert states(program) == ["flagged"] * 4
        assert "Flagged 4 articles: u undoes" in program.notices
        assert "Esc stops it" not in program.screen_text.splitlines()[-1]


async def test_escape_stops_marking_and_nothing_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    async with slow(monkeypatch) as (program, go_on):
        await program.pilot.press("V", "f")
        await until(program, "25%")
        await program.pilot.press("escape")
        await until(program, "stopping")
        go_on.set()
        await program.settled()
        assert "Stopped: no article was marked" in program.notices
        assert states(program) == ["unread"] * 4
        assert len(acting(program).list.tags) == 4
        assert program.app.session.library.undo_size() == 0


async def test_undoing_many_marks_can_be_stopped_too(monkeypatch: pytest.MonkeyPatch) -> None:
    async with slow(monkeypatch) as (program, go_on):
        go_on.set()
        await program.press("V f")
        go_on.clear()
        await program.pilot.press("u")
        await until(program, "Undoing 4 marks: 25%")
        await program.pilot.press("escape")
        go_on.set()
        await program.settled()
        assert "Stopped: nothing was undone" in program.notices
        assert states(program) == ["flagged"] * 4
        await program.press("u")
        assert states(program) == ["unread"] * 4
        assert "Undone: flagged 4 articles" in program.notices
