"""Selecting by mouse stays in its column; copying takes the words as they are shown."""

from __future__ import annotations

from textual.geometry import Offset
from textual.selection import Selection

from tests.screens.running import Running, comparing


async def test_a_selection_is_of_one_column_and_is_copied() -> None:
    async with comparing() as program:
        texts = program.texts
        row = next(n for n, r in enumerate(texts.rows) if r.a == (4,))
        program.app.screen.selections = {texts.panes[0]: Selection(Offset(0, row), Offset(21, row))}
        await program.pilot.pause()
        assert program.app.screen.get_selected_text() == "It was opened in 1968"
        await program.press("ctrl+c")
        assert program.app.clipboard == "It was opened in 1968"
        assert "Copied" in program.notices
        assert program.app.is_running


async def test_dragging_selects_words_of_the_row_under_the_mouse() -> None:
    async with comparing() as program:
        texts = program.texts
        layout = texts.layout_shown
        assert layout is not None
        row = next(n for n, r in enumerate(texts.rows) if r.a == (4,))
        y = layout.top(row) - texts.pane.top
        await program.pilot.mouse_down("#pane-a", offset=(5, y))
        await program.pilot.hover("#pane-a", offset=(11, y))
        await program.pilot.mouse_up("#pane-a", offset=(11, y))
        await program.pilot.pause()
        assert (program.app.screen.get_selected_text() or "").startswith("It was")


async def test_a_selection_over_rows_keeps_them_apart() -> None:
    async with comparing() as program:
        texts = program.texts
        first = next(n for n, r in enumerate(texts.rows) if r.a == (3,))
        program.app.screen.selections = {texts.panes[1]: Selection(Offset(11, first), Offset(10, first + 1))}
        assert program.app.screen.get_selected_text() == "found cracks in two of its piers.\nThe bridge"


async def test_a_double_click_takes_the_row() -> None:
    async with comparing() as program:
        texts = program.texts
        texts.stand_on(next(n for n, r in enumerate(texts.rows) if r.a == (4,)))
        texts.panes[0].text_select_all()
        await program.pilot.pause()
        assert program.app.screen.get_selected_text() == "It was opened in 1968 and carries 9,000 cars a day."


def _line_of(program: Running, sentence: int) -> int:
    """The line of the window at which a sentence of A begins."""
    texts = program.texts
    layout = texts.layout_shown
    assert layout is not None
    row = next(n for n, r in enumerate(texts.rows) if r.a == (sentence,))
    return layout.top(row) - texts.pane.top


async def _drag(program: Running, *stops: tuple[str, int, int]) -> None:
    """Presses the mouse at the first stop, takes it over the others and lets go at the last."""
    (pane, x, y), *others = stops
    await program.pilot.mouse_down(f"#{pane}", offset=(x, y))
    for pane, x, y in others:
        await program.pilot.hover(f"#{pane}", offset=(x, y))
    await program.pilot.mouse_up(f"#{pane}", offset=(x, y))
    await program.pilot.pause()


async def test_a_drag_that_ends_over_the_other_column_stays_in_its_own() -> None:
    async with comparing(size=(140, 40)) as program:
        y = _line_of(program, 4)
        await _drag(program, ("pane-a", 8, y), ("pane-b", 2, y), ("pane-b", 20, y))
        assert list(program.app.screen.selections) == [program.texts.panes[0]]
        assert "opened in 1968" in (program.app.screen.get_selected_text() or "")


async def test_a_drag_that_begins_beside_the_words_takes_them_from_their_edge() -> None:
    async with comparing(size=(140, 40)) as program:
        y = _line_of(program, 4)
        await _drag(program, ("pane-a", 0, y), ("pane-a", 12, y))
        assert (program.app.screen.get_selected_text() or "").startswith("It was")


async def test_a_drag_over_the_ribbon_selects_nothing() -> None:
    async with comparing(size=(140, 40)) as program:
        await _drag(program, ("facts", 4, 3), ("pane-b", 20, 8), ("pane-a", 20, 8))
        assert not program.app.screen.get_selected_text()


async def test_copying_takes_what_is_selected_in_view_with_its_source() -> None:
    async with comparing() as program:
        texts = program.texts
        row = next(n for n, r in enumerate(texts.rows) if r.a == (4,))
        program.app.screen.selections = {texts.panes[0]: Selection(Offset(0, row), Offset(21, row))}
        await program.press("y")
        assert program.app.clipboard == "It was opened in 1968 (Sill Gazette, 13 May 2024)"
        program.app.screen.clear_selection()
        await program.press("y")
        assert "It was opened in 1968 (" not in program.app.clipboard


async def test_in_one_column_words_of_both_are_copied_without_a_source() -> None:
    async with comparing(size=(80, 40)) as program:
        texts = program.texts
        program.app.screen.selections = {texts.panes[0]: Selection(Offset(0, 0), Offset(3, len(texts.rows) - 1))}
        await program.press("y")
        assert "Old bridge closes" in program.app.clipboard
        assert "Herald" not in program.app.clipboard


async def test_a_selection_over_rows_leaves_out_what_only_points_elsewhere() -> None:
    async with comparing(size=(140, 40)) as program:
        texts = program.texts
        last = len(texts.rows) - 1
        assert any(row.kind == "reference" for row in texts.rows)
        program.app.screen.selections = {texts.panes[0]: Selection(Offset(0, 0), Offset(500, last))}
        words = (program.app.screen.get_selected_text() or "").splitlines()
        assert "The council meets on Thursday." in words
        assert not [line for line in words if line.startswith(("see ", "↑", "↓"))]
