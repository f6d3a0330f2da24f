"""The list follows the library: what other processes do to it shows up, and the cursor stays with its article."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.screens.running import Running, running, settled
from tests.screens.story import article, bridge, chronicle, gazette, session
from tui.app import SidebylineApp
from tui.article import Article
from tui.library import ArticleSet, Library


def reports(count: int, first: int = 0) -> list[Article]:
    return [
        article(f"Report {n} of the harbour.|Boat {n} came in.", source=f"Outlet {n}", published="2024-05-01")
        for n in range(first, first + count)
    ]


@asynccontextmanager
async def listing(folder: Path) -> AsyncIterator[tuple[Running, Library]]:
    """The program on a library, and the same library as another process has it."""
    with Library.open(folder) as other:
        other.articles.add(reports(40))
        ours = Library.open(folder)
        app = SidebylineApp([], open_library=lambda: ours, kept=True)
        async with app.run_test(size=(120, 30)) as pilot:
            await settled(app, pilot)
            yield Running(app, pilot), other
        ours.close()


async def follow(program: Running) -> None:
    """Looks as the clock would have it look; twice, since one look may have been under way."""
    for _ in range(2):
        program.library.follow()
        await program.settled()


@pytest.fixture(autouse=True)
def _by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.following.FOLLOWED_EVERY", 3600.0)


def here(program: Running) -> tuple[str, int]:
    """The article under the cursor, and the line of the window where it stands."""
    items = program.library.list
    assert items.article is not None
    return program.library.shelf.lines([items.article])[items.article].outlet, items.cursor - items.top


async def test_what_another_process_adds_is_listed_and_the_cursor_stays(tmp_path: Path) -> None:
    async with listing(tmp_path) as (program, other):
        await program.press("space j")
        before = here(program)
        late = [replace(article, published="2024-06-01") for article in reports(7, 100)]
        other.articles.add([*late[:6], replace(late[6], source="A Longer Outlet")])
        await follow(program)
        assert program.library.listed.count == 47
        assert "47 articles" in program.screen_text
        assert here(program) == before
        assert program.library.list.order[0] == 47
        await program.press("g")
        assert "A Longer Outlet " in program.screen_text.splitlines()[2].partition("│")[0]


async def test_what_another_process_takes_out_goes_with_its_pick_and_tag(tmp_path: Path) -> None:
    async with listing(tmp_path) as (program, other):
        await program.press("j x v j v k k")
        screen = program.library
        gone, stays = sorted(screen.list.tags, reverse=True)
        other.articles.remove(other.articles.ids_of([gone, screen.list.order[0]]))
        await follow(program)
        assert (screen.list.picks, screen.list.tags) == ((None, None), {stays})
        assert screen.listed.count == 38
        assert screen.list.article in screen.list.order


async def test_before_it_is_noticed_what_is_gone_can_be_opened_without_harm(tmp_path: Path) -> None:
    async with listing(tmp_path) as (program, other):
        other.articles.remove(other.articles.ids_of(program.library.list.order))
        program.library.shelf.reread()
        await program.press("j")
        assert "no longer in the library" in program.screen_text
        await program.press("x j x f W escape")
        await follow(program)
        assert program.library.list.order == []


async def test_a_new_revision_takes_the_place_of_the_one_under_the_cursor(tmp_path: Path) -> None:
    async with listing(tmp_path) as (program, other):
        other.articles.add([replace(gazette(), path="bridge.txt")])
        await follow(program)
        await program.press("g x")
        other.articles.add([replace(chronicle(), path="bridge.txt", published="2024-05-13")])
        await follow(program)
        assert here(program)[0] == "Evening Chronicle"
        assert program.library.list.picks == (program.library.list.article, None)


async def test_marks_and_dates_of_another_copy_show_up(tmp_path: Path) -> None:
    async with listing(tmp_path) as (program, other):
        at = program.library.list.order[3]
        (id,) = other.articles.ids_of([at])
        other.triage.set_state([id], "flagged")
        other.corrections.make(ArticleSet(id, "published", "2030-01-01"))
        await follow(program)
        assert program.library.shelf.lines([at])[at].state == "flagged"
        assert program.library.list.order[0] == at


async def test_marks_on_articles_opened_by_path_follow_too(tmp_path: Path) -> None:
    ours, given = Library.open(tmp_path), session(bridge())
    given.open_library = lambda: ours
    async with running(given=given) as program:
        with Library.open(tmp_path) as other:
            other.triage.set_state([gazette().id], "done")
        await follow(program)
        assert program.library.shelf.lines([0])[0].state == "done"
    ours.close()


async def test_nothing_is_asked_of_a_library_that_nobody_touched(tmp_path: Path) -> None:
    async with listing(tmp_path) as (program, _):
        await follow(program)
        asked = []
        program.library._look = lambda: asked.append(1)  # type: ignore[method-assign]
        await follow(program)
        assert asked == []


async def test_the_readers_own_act_is_no_news(tmp_path: Path) -> None:
    async with listing(tmp_path) as (program, _):
        await follow(program)
        relisted = []
        program.library._follow = lambda here: relisted.append(here)  # type: ignore[method-assign]
        await program.press("f j d u")
        await follow(program)
        assert relisted == []
