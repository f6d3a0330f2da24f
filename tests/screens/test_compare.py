"""Every key of the compare screen that goes through the texts, by what it changes."""

from __future__ import annotations

from tests.screens.running import comparing, running
from tests.screens.story import article, crossed, fact, linked, session
from tui.article import Pair
from tui.screens.compare import CompareScreen
from tui.screens.help import HelpScreen
from tui.screens.table import TableScreen
from tui.screens.why import WhyScreen
from tui.screens.window import ChoiceWindow

CONFLICT, ALTERED = 0, 1


async def test_differences_are_walked_both_ways_and_counted() -> None:
    async with comparing() as program:
        texts = program.texts
        seen = []
        for _ in range(3):
            await program.press("J")
            assert texts.row is not None
            assert texts.row.is_difference
            seen.append(texts.pane.cursor)
        assert seen == sorted(set(seen))
        await program.press("K")
        assert texts.pane.cursor == seen[1]
        await program.press("]")
        assert texts.pane.cursor == seen[2]
        await program.press("[")
        assert texts.pane.cursor == seen[1]
        total = sum(row.is_difference for row in texts.rows)
        before = sum(row.is_difference for row in texts.rows[: seen[1] + 1])
        assert f"difference {before} of {total}" in program.compare.status.text
        await program.press("g K")
        assert "No earlier difference" in program.notices


async def test_a_conflict_is_shown_with_its_words_on_both_sides() -> None:
    async with comparing() as program:
        await program.press(">")
        assert program.compare.panel.fact == CONFLICT
        assert program.texts.row is not None
        assert (program.texts.row.a, program.texts.row.b) == ((4,), (3,))
        assert "1968" in program.screen_text
        assert "1971" in program.screen_text
        await program.press("<")
        assert program.compare.panel.fact == CONFLICT
        await program.press("} {")
        assert program.compare.panel.fact == CONFLICT


async def test_what_one_tells_alone_is_walked() -> None:
    async with comparing() as program:
        await program.press("p")
        first = program.texts.row
        assert first is not None
        assert first.kind in ("only-a", "only-b")
        await program.press("p")
        assert program.texts.row != first
        await program.press("P")
        assert program.texts.row == first


async def test_the_other_end_of_a_move_and_back() -> None:
    async with comparing() as program:
        texts = program.texts
        moved = next(n for n, row in enumerate(texts.rows) if row.moved and row.kind != "reference")
        texts.stand_on(moved)
        await program.press("'")
        assert texts.row is not None
        assert texts.row.kind == "reference"
        await program.press("'")
        assert texts.pane.cursor == moved
        await program.press("g '")
        assert "This sentence has no other place" in program.notices


async def test_ways_to_look() -> None:
    async with comparing() as program:
        texts = program.texts
        await program.press("2")
        assert texts.has_class("-unified")
        await program.press("1")
        assert not texts.has_class("-unified")
        await program.press("3")
        assert texts.view.look == "changes"
        assert any(row.kind == "fold" for row in texts.rows)
        await program.press("3")
        assert not any(row.kind == "fold" for row in texts.rows)


async def test_folding_and_opening_a_fold() -> None:
    a = article("Same one.|Same two.|Same three.\nBut this.")
    b = article("Same one.|Same two.|Same three.\nOr that.")
    comparison = linked(a, b, [((n,), (n,), False) for n in range(3)], [])
    async with running(given=session(comparison)) as program:
        await program.press("x j c z")
        texts = program.texts
        assert texts.rows[0].kind == "fold"
        assert "3 sentences the same" in program.screen_text
        await program.press("g enter")
        assert [row.kind for row in texts.rows[:3]] == ["same"] * 3
        await program.press("z z g")
        assert texts.rows[0].kind == "fold"


async def test_the_order_goes_round_and_the_place_stays() -> None:
    async with comparing() as program:
        texts = program.texts
        await program.press("G k k")
        here = texts.here
        await program.press("o")
        assert texts.view.order == "b"
        assert texts.here == here
        await program.press("o")
        assert texts.arrangement is not None
        assert texts.arrangement.shape == "own"
        await program.press("o")
        assert (texts.view.order, texts.here) == ("a", here)


async def test_in_its_own_order_the_partner_is_pulled_level() -> None:
    async with comparing((120, 14)) as program:
        texts = program.texts
        await program.press("o o")
        assert texts.arrangement is not None
        left, right = texts.panes
        texts.stand_on(6)
        assert right.cursor == 6
        levels = [texts.arrangement.layout(n).top(pane.cursor) - pane.top for n, pane in enumerate((left, right))]
        assert levels[0] == levels[1]


async def test_columns_scroll_apart_and_come_together() -> None:
    async with comparing((120, 12)) as program:
        texts = program.texts
        await program.press("s G")
        assert texts.panes[0].cursor != texts.panes[1].cursor
        assert "sync off" in program.compare.title_bar.text or program.compare.has_class("-compact")
        await program.press("tab")
        assert texts.pane is texts.panes[1]
        await program.press("j j s")
        assert texts.panes[0].cursor == texts.panes[1].cursor
        assert texts.panes[0].top == texts.panes[1].top


async def test_search_runs_through_both_sides() -> None:
    async with comparing() as program:
        screen = program.compare
        await program.press("/")
        await program.type("bridge")
        assert len(screen.found) == 8
        await program.press("enter n")
        assert screen.found_words() == "/bridge 2 of 8"
        assert "/bridge 2 of 8" in screen.status.text
        await program.press("N N")
        assert screen.found_words() == "/bridge 8 of 8"
        await program.press("escape")
        assert screen.found == []
        await program.press("n")
        assert any("Nothing is searched for" in notice for notice in program.notices)


async def test_swapping_keeps_the_place() -> None:
    async with comparing() as program:
        await program.press("> X")
        screen = program.compare
        assert screen.pair.a.path == "texts/herald.txt"
        assert program.texts.row is not None
        assert 4 in program.texts.row.b


async def test_partners_take_bs_place() -> None:
    async with comparing() as program:
        screen = program.compare
        await program.press(".")
        assert screen.pair.b.source == "Evening Chronicle"
        assert screen.pair.a.source == "Sill Gazette"
        await program.press(",")
        assert screen.pair.b.path == "texts/herald.txt"


def test_partners_come_likest_first() -> None:
    a = article("Lorries were turned away from the closed bridge over the Sill.")
    far = article("A heron has nested there.")
    near = article("Lorries were turned away from the bridge over the Sill.")
    middle = article("The closed bridge carries no lorries.")
    given = session(more=(a, far, near, middle))
    given._stories[a.id] = (a, middle, near, far)
    assert [given.partner(Pair(a, b), 1) for b in (near, middle, far)] == [middle, far, near]
    assert given.partner(Pair(a, near), -1) == far


async def test_folding_says_where_there_is_nothing_to_fold() -> None:
    async with comparing() as program:
        await program.press("z")
        assert program.notices == ["Nothing to fold: no long run of sentences is the same in both"]
        await program.press("z")
        assert len(program.notices) <= 1


async def test_ignoring_and_mode_compare_again() -> None:
    async with comparing() as program:
        await program.press("i")
        assert isinstance(program.app.screen, ChoiceWindow)
        await program.press("space enter")
        assert "case" in program.compare.options.ignore
        await program.press("M j j enter")
        assert program.compare.options.mode == "revision"
        assert program.compare.comparison is not None


async def test_copying_gives_the_source() -> None:
    async with comparing() as program:
        await program.press("g j y")
        assert "(Sill Gazette, 13 May 2024)" in program.app.clipboard or "(herald" in program.app.clipboard
        await program.press("tab y")
        assert "the bridge opened" in program.app.clipboard
        assert "1968 (Sill Gazette, 13 May 2024) | 1971 (herald)" in program.app.clipboard


async def test_moving_keys_move() -> None:
    async with comparing((100, 16)) as program:
        pane = program.texts.pane
        await program.press("j down")
        assert pane.cursor == 2
        await program.press("k up")
        assert pane.cursor == 0
        await program.press("space")
        assert pane.top > 0
        await program.press("b pagedown pageup")
        assert pane.top == 0
        await program.press("G")
        assert pane.cursor == len(program.texts.rows) - 1
        await program.press("home end g")
        assert (pane.cursor, pane.top) == (0, 0)


async def test_help_palette_table_and_back() -> None:
    async with comparing() as program:
        await program.press("?")
        assert isinstance(program.app.screen, HelpScreen)
        assert "Next, previous difference" in program.screen_text
        await program.press("escape ctrl+p")
        assert "Palette" in type(program.app.screen).__name__
        await program.press("escape m")
        assert isinstance(program.app.screen, TableScreen)
        await program.press("q")
        assert isinstance(program.app.screen, CompareScreen)
        await program.press("q")
        assert program.library


async def test_resizing_keeps_the_sentence_at_the_top() -> None:
    async with comparing((120, 14)) as program:
        texts = program.texts
        await program.press("space")
        assert texts.layout_shown is not None
        top = texts.rows[texts.layout_shown.row_at(texts.pane.top)].key
        await program.pilot.resize_terminal(100, 14)
        await program.pilot.pause()
        assert texts.rows[texts.layout_shown.row_at(texts.pane.top)].key == top
        await program.pilot.resize_terminal(76, 14)
        await program.pilot.pause()
        assert texts.arrangement is not None
        assert texts.arrangement.shape == "unified"


async def test_both_columns_stand_level_at_every_width() -> None:
    for width in (92, 120, 160):
        async with comparing((width, 30)) as program:
            left, right = program.texts.panes
            await program.press("J J space")
            assert (left.top, left.cursor) == (right.top, right.cursor)


async def test_an_engine_that_fails_is_a_notice() -> None:
    async with comparing() as program:
        screen = program.compare
        screen._failed(screen.pair, ValueError("x" * 10 + "\x1b[31m"))
        await program.pilot.pause()
        assert any("could not be found" in notice and "\x1b" not in notice for notice in program.notices)


async def test_the_mouse_scrolls_points_and_chooses() -> None:
    async with comparing((120, 16)) as program:
        pane = program.texts.panes[0]
        await program.pilot.click("#pane-a", offset=(10, 3))
        clicked = pane.cursor
        assert clicked == program.texts.layout_shown.row_at(3)  # type: ignore[union-attr]
        pane.post_message(pane.Scrolled(pane, 3))
        await program.pilot.pause()
        assert pane.top == 3
        await program.pilot.click("Ribbon", offset=(1, 9))
        await program.pilot.pause()
        assert pane.cursor > clicked
        await program.press("tab")
        await program.pilot.click("#facts", offset=(5, 1))
        await program.pilot.pause()
        assert program.compare.panel.fact == ALTERED
        await program.pilot.click("#facts", offset=(5, 1))
        await program.pilot.pause()
        assert isinstance(program.app.screen, WhyScreen)


async def test_words_far_apart_are_set_level_until_the_next_move() -> None:
    a = article("It opened in 1968.\n" + "\n".join(f"A tells {n} things." for n in range(30)))
    b = article("\n".join(f"B tells {n} things." for n in range(30)) + "\nIt opened in 1971.")
    told = fact(a, b, "date", "it opened", "conflict", ("1968", "1971"))
    async with running((120, 20), given=session(linked(a, b, [], [told]))) as program:
        await program.press("x j c >")
        left, right = program.texts.panes
        layout = program.texts.layout_shown
        assert layout is not None
        assert layout.top(left.cursor) - left.top == layout.top(right.cursor) - right.top
        assert "1968" in program.screen_text
        assert "1971" in program.screen_text
        assert "┊" in program.screen_text
        assert "B 31/31" in program.compare.status.text
        await program.press("j")
        assert left.top == right.top
        assert "┊" not in program.screen_text


async def test_in_one_column_the_other_side_of_a_conflict_is_a_key_away() -> None:
    a = article("It opened in 1968.\n" + "\n".join(f"A tells {n} things." for n in range(30)), source="Gazette")
    b = article("\n".join(f"B tells {n} things." for n in range(30)) + "\nIt opened in 1971.", source="Herald")
    told = fact(a, b, "date", "it opened", "conflict", ("1968", "1971"))
    async with running((80, 24), given=session(linked(a, b, [], [told]))) as program:
        await program.press("x j c >")
        for key, here, there in (("'", "1968", "1971"), ("'", "1971", "1968")):
            assert f"opened in {here}" in program.screen_text
            assert f"opened in {there}" not in program.screen_text
            assert "≠ A 1968 · B 1971" in program.compare.status.text
            assert "Enter why" in program.compare.status.text
            await program.press(key)


async def test_a_run_of_references_is_one_line_that_opens_and_jumps() -> None:
    given = session(crossed())
    async with running((140, 40), given=given) as program:
        await program.press("x j c")
        run = next(n for n, row in enumerate(program.texts.rows) if row.kind == "references")
        assert "2 of B shown elsewhere" in program.screen_text
        program.texts.stand_on(run)
        await program.press("'")
        assert program.texts.row is not None
        assert (program.texts.row.a, program.texts.row.b) == ((0,), (2,))
        program.texts.stand_on(run)
        await program.press("enter")
        assert [row.kind for row in program.texts.rows].count("reference") == 2
        await program.press("z z")
        assert [row.kind for row in program.texts.rows].count("references") == 1


async def test_an_order_of_its_own_stays_with_a_sentence_that_only_b_tells() -> None:
    async with comparing((120, 30)) as program:
        await program.press("o g")
        assert program.texts.here[0] == "b"
        await program.press("o")
        assert program.texts.view.order == "own"
        assert program.texts.row is not None
        assert program.texts.side == "b"


async def test_a_hint_goes_with_the_pair_and_the_screen_it_was_said_of() -> None:
    async with comparing() as program:
        await program.press("tab d escape >")
        assert any("No conflict between these two" in notice for notice in program.notices)
        await program.press(".")
        assert program.notices == []
        await program.press("Y")
        assert program.notices
        await program.press("?")
        assert program.notices == []
        await program.press("escape Y q")
        assert program.notices == []


async def test_the_end_of_a_long_window_is_one_key_away() -> None:
    async with comparing((80, 24)) as program:
        await program.press("?")
        assert "set right by you" not in program.screen_text
        await program.press("G")
        assert "set right by you" in program.screen_text
        await program.press("g")
        assert "Next, previous difference" in program.screen_text


async def test_another_partner_is_shown_from_its_first_words_to_whoever_has_not_read_on() -> None:
    async with comparing((80, 12)) as program:
        await program.press(".")
        assert program.texts.pane.top == 0
        await program.press(",")
        assert program.texts.pane.top == 0, "the Herald has a caption before the Gazette's headline"


async def test_in_one_column_the_order_is_of_one_of_the_two() -> None:
    async with comparing((80, 24)) as program:
        for order in ("b", "a"):
            await program.press("o")
            assert program.texts.view.order == order
