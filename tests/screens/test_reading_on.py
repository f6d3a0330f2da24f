"""What a reader meets first: numbers to look up, why with one key, one hint at a time, faults that cost no work."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.screens.running import comparing, running
from tests.screens.story import bridge
from tui.article import Article, Pair
from tui.comparison import FactsTable
from tui.facts import Mention
from tui.rows import FACT_MARKS, Composer, headline_marks, plan
from tui.screens import reader, table
from tui.screens.reader import ReaderScreen
from tui.screens.table import TableScreen
from tui.screens.why import WhyScreen
from tui.verdicts.table import Cell, Row


async def test_a_sentence_has_the_number_that_arrows_and_references_name() -> None:
    async with comparing() as program:
        moved = next(n for n, row in enumerate(program.texts.rows) if row.moved and row.kind != "reference")
        layout = program.texts.layout_shown
        assert layout is not None
        line_a = layout.line(layout.top(moved), 0)
        line_b = layout.line(layout.top(moved), 1)
        assert line_a is not None
        assert line_b is not None
        assert line_a.cell is not None
        assert line_b.cell is not None
        assert line_a.cell.arrow.lstrip("↑↓") == line_b.cell.number
        assert line_b.cell.arrow.lstrip("↑↓") == line_a.cell.number
        assert f" {line_a.cell.number} = " in program.screen_text


async def test_a_narrow_window_spends_no_cells_on_numbers() -> None:
    async with comparing((36, 12)) as program:
        assert program.texts.arrangement is not None
        assert program.texts.arrangement.number_width == 0


async def test_enter_on_the_text_says_why_of_the_fact_there() -> None:
    async with comparing() as program:
        program.texts.stand_on(next(n for n, r in enumerate(program.texts.rows) if r.a == (4,)))
        await program.press("enter")
        assert isinstance(program.app.screen, WhyScreen)
        assert "1968 against 1971" in program.screen_text


async def test_a_fact_that_was_left_is_named_no_longer() -> None:
    async with comparing() as program:
        await program.press(">")
        assert "1968" in program.compare.status.text
        await program.press("G")
        assert "1968" not in program.compare.status.text
        assert not program.compare.texts_show_fact


async def test_one_hint_takes_the_place_of_another() -> None:
    async with comparing() as program:
        await program.press("g K K P")
        assert program.notices == ["No earlier sentence told by one only"]


async def test_folding_in_changes_only_says_why_nothing_happens() -> None:
    async with comparing() as program:
        await program.press("3 z")
        assert program.notices[-1].startswith("Changes only hides all that is the same")


@pytest.mark.parametrize("size", [(100, 24), (120, 40)])
async def test_mode_conflicts_and_order_stand_in_the_head(size: tuple[int, int]) -> None:
    async with comparing(size) as program:
        await program.press("o")
        screen = program.compare
        head = screen.heads.text if screen.has_class("-compact") else screen.title_bar.text
        assert "1 conflict" in head
        assert "tellings" in head
        assert "by B" in head


async def test_enter_in_a_choice_takes_the_line_under_the_cursor() -> None:
    async with comparing() as program:
        await program.press("F j enter")
        assert program.compare.panel.shown.verdicts == {"altered"}


def test_furniture_of_two_articles_stands_apart_in_one_column() -> None:
    comparison = bridge()
    composer = Composer(comparison)
    rows = composer.stacked(plan(comparison))
    assert not any(row.kind == "furniture" and row.a and row.b for row in rows)
    signs = {cell.sign for row in rows if row.kind == "furniture" for cell in composer.unified(row) if cell}
    assert signs <= {"A", "B"}


def test_headlines_are_marked() -> None:
    comparison = bridge()
    (headline,) = headline_marks(comparison.articles).a
    assert comparison.a.text[headline.start : headline.end] == "Old bridge closes after inspection"


def _broken(*_: object, **__: object) -> Sequence[object]:
    raise ZeroDivisionError("a fault of an engine")


async def test_a_fault_behind_the_facts_table_is_one_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "facts_table", _broken)
    async with running() as program:
        await program.press("m")
        assert isinstance(program.app.screen, TableScreen)
        assert [n for n in program.notices if "could not be compared" in n and "ZeroDivisionError" in n]
        await program.press("q")
        assert program.library


async def test_a_fault_behind_the_reader_is_one_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "find_facts", _broken)
    async with running() as program:
        await program.press("enter")
        assert isinstance(program.app.screen, ReaderScreen)
        assert [n for n in program.notices if "could not be found" in n]


def test_every_kind_of_fact_but_a_statement_has_its_colour() -> None:
    from tui.widgets.fact_entries import TYPES

    assert set(TYPES) - set(FACT_MARKS) == {"statement"}


async def test_the_story_settles_dates_in_the_program_too(monkeypatch: pytest.MonkeyPatch) -> None:
    async with comparing() as program:
        session = program.app.session
        first, second, third = session.articles[:3]
        monkeypatch.setattr(type(session), "find_story", lambda _self, _article: (first, second, third))
        assert session.told_beside(Pair[Article](first, second)) == (third,)
        monkeypatch.setattr(type(session), "find_story", lambda _self, _article: (first, third))
        assert session.told_beside(Pair[Article](first, second)) == ()


async def test_rows_of_the_facts_table_are_sorted(monkeypatch: pytest.MonkeyPatch) -> None:
    def cell(at: int) -> Cell:
        return Cell((Mention(at, at + 1, "x", "x"),))

    rows = (
        Row("quote", "a quote", "conflict", {(0, 1): "conflict"}, (cell(30), cell(5), None)),
        Row("person", "somebody", "agree", {(0, 1): "agree"}, (cell(20), cell(9), None)),
        Row("date", "a day", "only", {}, (cell(10), None, None)),
    )
    monkeypatch.setattr(table, "facts_table", lambda articles, **_: FactsTable(tuple(articles), rows))
    async with running() as program:
        await program.press("m")
        screen = program.app.screen
        assert isinstance(screen, TableScreen)
        orders = []
        for _ in range(4):
            orders.append((screen.order, [row.about for row in screen.table.rows if isinstance(row, Row)]))
            await program.press("S")
        assert orders == [
            ("conflicts first", ["a quote", "somebody", "a day"]),
            ("by type", ["somebody", "a day", "a quote"]),
            ("as it is told", ["a day", "somebody", "a quote"]),
            ("conflicts first", ["a quote", "somebody", "a day"]),
        ]
