"""Selecting by mouse stays in its column; copying takes the words as they are shown."""

from __future__ import annotations

from textual.geometry import Offset
from textual.selection import Selection

from tests.screens.running import comparing


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
