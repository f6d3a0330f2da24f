"""The facts table: folded by type, with what comes of one text marked, and how like each other its articles are."""

from __future__ import annotations

import asyncio

import pytest

from tests.screens.running import Running, running
from tests.screens.story import article, bridge
from tui.cli.opening import read_paths
from tui.comparison import FactsTable
from tui.facts import FactType, Mention
from tui.screens import table
from tui.screens.compare import CompareScreen
from tui.screens.likeness import shared_by_all, shared_words
from tui.screens.reader import ReaderScreen
from tui.screens.session import Session
from tui.screens.table import TableScreen
from tui.verdicts.table import Cell, Row, RowVerdict
from tui.widgets.fact_table import Fold, column_width
from tui.widgets.heat_map import SHADES, shaded


def row(kind: FactType, about: str, verdict: RowVerdict, *, same_copy: bool = False) -> Row:
    told = Cell((Mention(0, 3, about, about),))
    return Row(kind, about, verdict, {}, (told, told, None), same_copy)


ROWS = (
    row("date", "opened", "conflict"),
    row("person", "Ek", "agree"),
    row("date", "closed", "agree", same_copy=True),
    row("person", "Lind", "only"),
)


async def opened(program: Running, monkeypatch: pytest.MonkeyPatch) -> TableScreen:
    monkeypatch.setattr(table, "facts_table", lambda articles, **_: FactsTable(tuple(articles), ROWS))
    await program.press("m")
    assert isinstance(program.app.screen, TableScreen)
    return program.app.screen


async def test_rows_fold_behind_their_types_and_open_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as program:
        screen = await opened(program, monkeypatch)
        await program.press("j z")
        assert screen.table.rows == [Fold("date", 2, "conflict", False), Fold("person", 2, "agree", False)]
        assert screen.table.line == Fold("person", 2, "agree", False)
        assert "4 facts" in program.screen_text
        await program.press("enter")
        assert [line.about for line in screen.table.rows if isinstance(line, Row)] == ["Ek", "Lind"]
        assert "4 facts" in program.screen_text
        await program.press("j")
        here = screen.table.row
        await program.press("z")
        assert screen.table.row == here
        assert list(screen.table.rows) == list(ROWS)


async def test_a_fold_is_no_fact_to_pick_or_to_compare(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as program:
        screen = await opened(program, monkeypatch)
        await program.press("z x c l h S F escape")
        assert screen.table.picked is None
        assert program.app.screen is screen


async def test_comparing_goes_to_the_fact_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = bridge()
    told = next(fact for fact in comparison.facts or () if fact.type == "quote")
    rows = (Row("quote", told.about, "altered", {(0, 1): "altered"}, (*map(Cell, told.mentions), None)),)
    monkeypatch.setattr(table, "facts_table", lambda articles, **_: FactsTable(tuple(articles), rows))
    async with running() as program:
        await program.press("m c")
        assert program.compare.pair == comparison.articles
        chosen = program.compare.panel.fact
        assert chosen is not None
        assert program.compare.facts[chosen] == told
        assert program.compare.texts_show_fact


async def test_four_keys_lead_from_the_first_start_to_both_sides_of_a_conflict() -> None:
    """Those that the tour of the README names, typed without a pause."""
    async with running((80, 24), given=Session(read_paths(())[0]), first_start=True) as program:
        await program.pilot.press(*"mllc")
        async with asyncio.timeout(60):
            while not (isinstance(program.app.screen, CompareScreen) and program.compare.texts_show_fact):
                await program.pilot.pause(0.05)
        await program.settled()
        assert "cofounded Thorn in 2009" in program.screen_text
        assert "founded ‘Thorn’ in 2012" in program.screen_text


async def test_the_heads_say_how_many_articles_have_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running((40, 12)) as program:
        screen = await opened(program, monkeypatch)
        heads = [screen.table.heads(40).text[:15].strip()]
        for _ in screen.table.articles[1:]:
            await program.press("l")
            heads.append(screen.table.heads(40).text[:15].strip())
        assert heads[0] == "1 more ›"
        assert heads[-1] == "‹ 1 more"
    async with running((120, 40)) as program:
        screen = await opened(program, monkeypatch)
        assert not screen.table.heads(120).text[:36].strip()


async def test_what_comes_of_one_text_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as program:
        await opened(program, monkeypatch)
        marked = [line for line in program.screen_text.splitlines() if "©" in line]
        assert len(marked) == 1
        assert "closed" in marked[0]


async def test_the_likeness_of_every_two_stands_below_where_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running((120, 40)) as program:
        screen = await opened(program, monkeypatch)
        share = shared_by_all(screen.articles)[0][1]
        assert f" {share * 100:.0f} " in program.screen_text
        assert "1 Sill Gazette" in program.screen_text
        await program.press("L")
        assert "SHARED" not in program.screen_text
    async with running((80, 12)) as program:
        await opened(program, monkeypatch)
        assert "SHARED" not in program.screen_text
        await program.press("L")
        assert "SHARED" in program.screen_text


def test_likeness_is_the_same_both_ways_and_as_in_the_list() -> None:
    articles = [article("The keel was laid early."), article("A keel laid early leaks."), article("Sails.")]
    shares = shared_by_all(articles)
    assert [list(row) for row in zip(*shares, strict=True)] == shares
    for number, own in enumerate(shares):
        assert dict(enumerate(own)) == shared_words(number, dict(enumerate(articles)))


def test_shades_grow_with_the_share() -> None:
    assert [shaded(share, 1) for share in (0, 0.2, 0.45, 0.7, 0.99, 1)] == [*SHADES, SHADES[-1]]
    assert [shaded(share, 4) for share in (0, 0.27, 0.37, 0.58, 1)] == ["    ", "░░░░", "▒▒░░", "▓▒▒▒", "████"]
    dark = [sum(map(SHADES.index, shaded(n / 100, 4))) for n in range(101)]
    assert dark == sorted(dark)
    assert len(set(dark)) == 17


async def test_sorting_stays_at_the_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as program:
        screen = await opened(program, monkeypatch)
        await program.press("j")
        assert screen.table.row == ROWS[1]
        await program.press("S")
        assert screen.order == "by type"
        assert screen.table.row == ROWS[1]
        assert screen.table.cursor == 0


async def test_a_click_on_a_head_goes_to_its_column_and_a_second_one_reads_the_article(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with running() as program:
        screen = await opened(program, monkeypatch)
        first, each = column_width(screen.table.size.width, len(screen.articles))
        for _ in range(2):
            assert isinstance(program.app.screen, TableScreen)
            await program.pilot.click("TableHeads", offset=(first + 2 + each, 0))
            await program.settled()
        assert screen.table.column == 1
        assert isinstance(program.app.screen, ReaderScreen)
        assert program.app.screen.article == screen.articles[1]


async def test_a_click_on_a_number_of_the_heat_map_compares_the_two(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as program:
        screen = await opened(program, monkeypatch)
        assert screen.heat_map.display
        first, each = column_width(screen.table.size.width, len(screen.articles))
        await program.pilot.click("HeatMap", offset=(first + 2, 2))  # an article with itself
        assert program.app.screen is screen
        await program.pilot.click("HeatMap", offset=(first + 2 + 2 * each, 3))
        await program.settled()
        assert program.compare.pair == (screen.articles[1], screen.articles[2])
