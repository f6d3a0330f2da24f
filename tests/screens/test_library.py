"""The library, the reader, the facts table, and what all screens share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.screens.running import Running, running, settled
from tests.screens.story import article, bridge, chronicle, gazette, herald, session
from tui.actions import actions_in
from tui.app import SidebylineApp
from tui.article import Article, Pair
from tui.comparison import FactsTable
from tui.facts import Fact, Mention
from tui.screens import reader, table
from tui.screens.compare import CompareScreen
from tui.screens.palette import KEYS
from tui.screens.reader import ReaderScreen
from tui.screens.table import TableScreen
from tui.screens.window import ChoiceWindow
from tui.theme import LIGHT, NO_COLOUR
from tui.verdicts.table import Cell, Row
from tui.widgets.fact_list import FactList


async def test_picking_a_then_b_then_unpicking() -> None:
    async with running() as program:
        screen = program.library
        await program.press("x")
        assert screen.picks == (0, None)
        assert screen.list.order[0] == 0
        await program.press("j x")
        assert screen.picks[1] is not None
        await program.press("x")
        assert screen.picks == (0, None)
        await program.press("k x")
        assert screen.picks == (None, None)
        assert screen.list.likeness is None


async def test_comparing_two_picks_or_one_and_this() -> None:
    async with running() as program:
        await program.press("c")
        assert any("Pick an article" in notice for notice in program.notices)
        await program.press("x j c")
        assert isinstance(program.app.screen, CompareScreen)
        assert program.compare.pair.a.source == "Sill Gazette"
        await program.press("q g j j x g c")
        assert isinstance(program.app.screen, CompareScreen)
        assert program.compare.pair.a.source == "Sill Gazette"


async def test_moving_the_cursor_changes_nothing_but_the_preview() -> None:
    async with running() as program:
        screen = program.library
        before = (screen.picks, list(screen.list.order))
        await program.press("j j k G g space b down up end home")
        assert (screen.picks, screen.list.order) == before


async def test_filtering_as_one_types_and_clearing() -> None:
    async with running() as program:
        screen = program.library
        await program.press("/")
        await program.type("chron")
        assert [program.app.session.articles[n].source for n in screen.list.order] == ["Evening Chronicle"]
        await program.press("enter")
        assert screen.focused is screen.list
        await program.press("escape")
        assert len(screen.list.order) == 3


async def test_reading_and_comparing_from_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(articles: Sequence[Article]) -> list[tuple[Fact, ...]]:
        at = articles[0].text.index("Jonas Ek")
        first = Fact("date", "opened", (Mention(170, 174, "1968", "1968"),))
        return [(Fact("person", "Jonas Ek", (Mention(at, at + 8, "Jonas Ek", "Jonas Ek"),)), first)]

    monkeypatch.setattr(reader, "find_facts", found)
    async with running() as program:
        await program.press("enter")
        screen = program.app.screen
        assert isinstance(screen, ReaderScreen)
        await program.press("l")
        assert screen.chosen
        await program.press("l h tab")
        assert isinstance(program.app.focused, FactList)
        await program.press("tab shift+tab tab")
        assert not screen.list.has_focus
        await program.press("/")
        await program.type("bridge")
        await program.press("enter n N")
        assert screen.found_words().startswith("/bridge ")
        await program.press("escape y C")
        assert "Sill Gazette" in program.app.clipboard
        assert isinstance(program.app.screen, ChoiceWindow)
        await program.press("enter")
        assert isinstance(program.app.screen, CompareScreen)
        await program.press("q q")
        assert program.library


ROWS = (
    Row(
        "date",
        "the bridge opened",
        "conflict",
        {(0, 1): "conflict"},
        (Cell((Mention(170, 174, "1968", "1968"),)), Cell((Mention(170, 174, "1971", "1971"),)), None),
    ),
    Row("person", "Jonas Ek", "agree", {}, (Cell((Mention(0, 3, "Jonas Ek", "Jonas Ek"),)), None, None)),
)


async def test_the_facts_table_reads_and_compares(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "facts_table", lambda articles, **_: FactsTable(tuple(articles), ROWS))
    async with running() as program:
        await program.press("m")
        screen = program.app.screen
        assert isinstance(screen, TableScreen)
        assert "1968" in program.screen_text
        await program.press("enter")
        assert isinstance(program.app.screen, ReaderScreen)
        await program.press("q x l enter")
        assert isinstance(program.app.screen, CompareScreen)
        assert program.compare.pair.b.path == "texts/herald.txt"
        await program.press("q c")
        assert isinstance(program.app.screen, CompareScreen)
        assert program.compare.pair.a.path == "texts/herald.txt"
        assert program.texts.row is not None
        assert program.texts.row.is_difference
        await program.press("q right enter")
        assert any("does not tell it" in notice for notice in program.notices)
        await program.press("left h F space enter")
        assert [row.verdict for row in screen.table.rows] == ["conflict"]


async def test_two_articles_open_side_by_side_at_once() -> None:
    comparison = bridge()
    app = SidebylineApp([comparison.a, comparison.b])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        await settled(app, pilot)
        assert app.screen.comparison is not None
        assert app.screen.comparison.facts is not None
        await pilot.press("q")
        await pilot.press("q")
    assert app.return_code == 0


async def test_a_pair_can_be_named() -> None:
    given = session(bridge())
    app = SidebylineApp(given.articles, pair=Pair(given.articles[1], given.articles[0]))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.pair.a is given.articles[1]


async def test_a_first_start_says_what_to_press() -> None:
    async with running(first_start=True) as program:
        assert "x  picks an article as A, on another one as B" in program.screen_text


async def test_the_list_says_that_q_quits_after_one_has_been_elsewhere() -> None:
    async with running() as program:
        await program.press("x j c")
        program.app.theme = LIGHT.name  # every screen is painted anew, those below as well
        await program.press("q")
        assert "q quit" in program.library.status.text


async def test_compare_on_a_itself_takes_the_likest() -> None:
    async with running() as program:
        await program.press("x c")
        likeness = program.app.session.shelf.likeness(0)
        articles = program.app.session.articles
        assert program.compare.pair.a is articles[0]
        assert program.compare.pair.b is articles[max((1, 2), key=likeness.__getitem__)]


async def test_alone_in_the_list_a_has_nothing_to_be_compared_with() -> None:
    async with running() as program:
        await program.press("x /")
        await program.type("outlet:gazette")
        await program.press("enter c")
        assert program.notices == ["A is picked: go to another article"]


async def test_the_heading_over_the_first_article_of_a_story_is_seen() -> None:
    async with running((80, 5)) as program:
        await program.press("t")
        screen = program.library
        assert screen.list.size.height < len(screen.list.items)
        assert (screen.list.cursor, screen.list.top) == (1, 0)
        await program.press("G")
        assert screen.list.top > 0
        screen.list.stand_on(1)
        assert screen.list.top == 0


async def test_help_says_what_the_signs_of_articles_mean() -> None:
    async with running((140, 60)) as program:
        await program.press("d f ?")
        for line in ("★ + x  flagged, done, dismissed", "( )      no headline: the first words"):
            assert " ".join(line.split()) in " ".join(program.screen_text.split())


async def test_problems_are_notices() -> None:
    async with running(problems=["texts/x.bin: not a text [b]really[/b]; name another file"]) as program:
        assert program.notices == ["texts/x.bin: not a text [b]really[/b]; name another file"]


async def test_no_article_at_all() -> None:
    async with running(given=session()) as program:
        assert "No article is open" in program.screen_text
        await program.press("x c enter j G / escape m q")
        assert program.library


async def test_a_theme_is_chosen_in_the_palette_and_everything_is_painted_anew() -> None:
    async with running() as program:
        await program.press("ctrl+p")
        await program.type("theme light")
        await program.press("enter")
        assert program.app.theme == LIGHT.name
        assert program.library.list.palette is LIGHT


@pytest.mark.parametrize(("size", "least"), [((40, 12), 9), ((40, 8), 5), ((80, 24), 14)])
async def test_the_palette_has_a_line_for_each_action_and_fills_the_window(size: tuple[int, int], least: int) -> None:
    async with running(size) as program:
        await program.press("ctrl+p")
        lines = program.screen_text.splitlines()
        beginnings = [f"{action.all_keys:<{KEYS}}{action.help[:20]}" for action in actions_in("library")]
        assert sum(any(beginning in line for beginning in beginnings) for line in lines) >= least


async def test_an_action_is_run_from_the_palette() -> None:
    async with running() as program:
        await program.press("ctrl+p")
        await program.type("pick as")
        await program.press("enter")
        assert program.library.picks == (0, None)


@pytest.mark.parametrize(("value", "is_colourless"), [("1", True), ("", False), (None, False)])
def test_no_color_counts_when_it_is_not_empty(
    value: str | None, is_colourless: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if value is not None:
        monkeypatch.setenv("NO_COLOR", value)
    app = SidebylineApp([], theme="light")
    assert (app.theme == NO_COLOUR.name) is is_colourless


async def test_ctrl_c_quits_with_130() -> None:
    async with running() as program:
        await program.press("ctrl+c")
        app = program.app
    assert app.return_code == 130


async def test_q_leaves_from_the_top() -> None:
    async with running() as program:
        await program.press("q")
        app = program.app
    assert app.return_code == 0


def marked(program: Running) -> dict[str, str]:
    """The marks in the list, by article."""
    shelf = program.library.shelf
    lines = shelf.lines(program.library.list.order).values()
    return {line.id: line.state for line in lines if line.state != "unread"}


async def test_articles_are_marked_undone_and_kept() -> None:
    given = session(bridge(), more=(chronicle(),))
    async with running(given=given) as program:
        ids = [article.id for article in given.articles]
        await program.press("j k")
        assert marked(program) == {}
        for key, state in (("r", "read"), ("f", "flagged"), ("d", "done"), ("D", "dismissed")):
            await program.press(key)
            assert marked(program) == {ids[0]: state}
        await program.press("D")
        assert marked(program) == {}
        await program.press("u u")
        assert marked(program) == {ids[0]: "done"}
        await program.press("ctrl+r")
        assert marked(program) == {ids[0]: "dismissed"}
        await program.press("ctrl+r ctrl+r")
        assert "Nothing to redo" in program.notices
        await program.press("f")
    async with running(given=given) as program:
        assert marked(program) == {ids[0]: "flagged"}
        assert "★" in program.screen_text


async def test_the_filter_speaks_the_query_language_and_shows_what_it_does_not_understand() -> None:
    async with running() as program:
        screen = program.library
        await program.press("/")
        await program.type("heron outlet:")
        await program.settled()
        assert [program.app.session.articles[n].source for n in screen.list.order] == ["Evening Chronicle"]
        assert "character 7: nothing behind outlet:" in program.screen_text
        assert screen._wrong("heron outlet:") == [(6, 13)]
        await program.press("escape /")
        await program.type("-heron is:unread after:2024-05-13 before:2024-05-14")
        await program.settled()
        assert [program.app.session.articles[n].source for n in screen.list.order] == ["Sill Gazette"]
        await program.press("escape /")
        await program.type('"')
        await program.settled()
        assert len(screen.list.order) == 3


async def test_marks_are_found_by_the_filter_as_soon_as_they_are_set() -> None:
    async with running() as program:
        screen = program.library
        await program.press("/")
        await program.type("is:flagged")
        await program.press("enter")
        assert screen.list.order == []
        await program.press("escape f /")
        await program.type("is:flagged")
        await program.press("enter")
        assert screen.list.order == [0]


async def test_sorting() -> None:
    async with running() as program:
        screen = program.library
        assert screen.order == "opened"
        for name, first in (("outlet", "Evening Chronicle"), ("date", "Evening Chronicle"), ("words", "Sill Gazette")):
            await program.press("S")
            window = program.app.screen
            assert isinstance(window, ChoiceWindow)
            names = [choice.name for choice in window.list.choices]
            assert "likeness" not in names
            window.list.stand_on(names.index(name))
            await program.press("enter")
            assert screen.order == name
            assert program.app.session.articles[screen.list.order[0]].source == first
        await program.press("x")
        assert screen.order == "likeness"
        assert screen.list.picks[0] == screen.list.order[0]


async def test_stories_with_headings_and_later_reports() -> None:
    async with running() as program:
        screen = program.library
        await program.press("t")
        assert screen.order == "story"
        assert [heading.count for heading in screen.list.headings]
        assert sum(heading.count for heading in screen.list.headings) == 3
        homes = {group.id for group in screen.shelf.groups()}
        await program.press("V T")
        if len(homes) > 1:
            window = program.app.screen
            assert isinstance(window, ChoiceWindow)
            window.list.stand_on(next(n for n, c in enumerate(window.list.choices) if c.name == "join"))
            await program.press("enter")
        else:
            await program.press("escape")
        assert [heading.count for heading in screen.list.headings] == [3]
        assert "later" in program.screen_text
        await program.press("T enter")
        await program.type("closed")
        await program.press("enter")
        assert screen.list.headings[0].name == "closed"
        await program.press("escape")
        screen.list.stand_on(3)
        await program.press("T")
        window = program.app.screen
        assert isinstance(window, ChoiceWindow)
        window.list.stand_on(next(n for n, c in enumerate(window.list.choices) if c.name == "split"))
        await program.press("enter")
        assert [heading.count for heading in screen.list.headings] == [2, 1]
        await program.press("u u")
        assert [heading.count for heading in screen.list.headings] == [3]
        assert screen.list.headings[0].name != "closed"
        await program.press("t")
        assert not screen.list.headings


async def test_marks_hold_for_what_is_tagged_and_are_one_act() -> None:
    async with running() as program:
        screen = program.library
        await program.press("v")
        assert screen.list.tags == {0}
        assert screen.list.cursor == 1
        await program.press("v k v")
        assert screen.list.tags == {0}
        await program.press("V")
        assert screen.list.tags == {0, 1, 2}
        assert "3 tagged" in program.screen_text
        await program.press("d")
        assert set(marked(program).values()) == {"done"}
        assert len(marked(program)) == 3
        assert any("Done 3 articles" in notice for notice in program.notices)
        await program.press("d")
        assert marked(program) == {}
        await program.press("u")
        assert len(marked(program)) == 3
        await program.press("u V")
        assert marked(program) == {}
        assert screen.list.tags == set()
        await program.press("v escape")
        assert screen.list.tags == set()


async def test_the_facts_of_what_is_tagged() -> None:
    async with running() as program:
        await program.press("v v m")
        screen = program.app.screen
        assert isinstance(screen, TableScreen)
        assert [a.source for a in screen.articles] == ["Sill Gazette", None]


async def test_the_library_itself_is_listed_and_its_versions_compared(tmp_path: Path) -> None:
    from tui.library import Library

    library = Library.open(tmp_path)
    first = replace(gazette(), path="mill.txt")
    library.articles.add([first, chronicle()])
    library.articles.add([replace(herald(), path="mill.txt")])
    app = SidebylineApp([], open_library=lambda: library, kept=True)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        program = Running(app, pilot)
        await program.press("j k")
        assert program.library.shelf.count == 2
        assert "2 versions" in program.screen_text
        await program.press("/")
        await program.type("bridge outlet:chronicle")
        await program.press("enter")
        assert len(program.library.list.order) == 1
        await program.press("f w")
        assert any("one version" in notice for notice in program.notices)
        assert set(marked(program).values()) == {"flagged"}
        await program.press("escape")
        at = next(n for n in program.library.list.order if program.library.shelf.lines([n])[n].versions == 2)
        program.library.list.stand_on(program.library.list.items.index(at))
        await program.press("w")
        assert program.compare.pair.a.id == first.id
        assert program.compare.pair.b.id == herald().id
        await program.press("q t x")
        assert program.library.list.likeness is not None
    library.close()


async def test_partners_and_the_heading_are_of_the_story_alone() -> None:
    bread = article("Bread prices rose by a tenth in Lower Quill.|Bakers blame drought in Ostermark.", source="Weekly")
    twin = article(
        "The price of bread rose by a tenth in Lower Quill.|Bakers blame Ostermark's drought.", source="Daily"
    )
    given = session(bridge(), more=(bread, twin))
    async with running((140, 30), given=given) as program:
        await program.press("G x j c")
        assert isinstance(program.app.screen, CompareScreen)
        told = [a.source for a in given.story(twin)]
        assert sorted(filter(None, told)) == ["Daily", "Weekly"]
        assert "2 articles" in program.screen_text
        await program.press(".")
        assert any("no other article of this story" in notice for notice in program.notices)


@pytest.mark.parametrize(("written", "taken"), [("1 February 2008", "2008-02-01"), ("31/1/2008", "2008-01-31")])
async def test_a_date_is_taken_as_newspapers_write_it(written: str, taken: str) -> None:
    async with running() as program:
        await program.press("j W enter")
        assert "15 September 2023" in program.screen_text, "the form is said before one writes"
        await program.type(written)
        await program.press("enter")
        assert program.library.shelf.lines([1])[1].published == taken


async def test_what_is_no_date_stays_to_be_mended() -> None:
    async with running() as program:
        await program.press("j W enter")
        await program.type("1/2/2008")
        await program.press("enter")
        assert "Not one date" in program.screen_text
        await program.type(" f")  # no key of the list's while the window is open
        await program.press("backspace backspace")
        await program.press("left left left left left backspace")
        await program.type("Feb ")
        assert "1/Feb /2008" in program.screen_text
        await program.press("escape")
        line = program.library.shelf.lines([1])[1]
        assert (line.published, line.state) == (None, "unread")


async def test_the_date_of_an_article_is_set_right_in_the_list() -> None:
    async with running() as program:
        await program.press("j W enter")
        await program.type("2024-05-12")
        await program.press("enter")
        shelf = program.library.shelf
        assert shelf.lines([1])[1].published == "2024-05-12"
        assert "12 May" in program.screen_text
        assert "herald, 12 May 2024" in program.screen_text
        await program.press("W j enter")
        await program.type("Sill Herald")
        await program.press("enter")
        assert shelf.lines([1])[1].outlet == "Sill Herald"
        await program.press("u u")
        assert (shelf.lines([1])[1].published, shelf.lines([1])[1].outlet) == (None, "herald")


async def test_picking_a_story_says_what_can_be_picked() -> None:
    async with running() as program:
        await program.press("t g")
        assert program.library.list.article is None
        await program.press("x")
        assert program.library.picks == (None, None)
        assert any("x picks an article" in notice for notice in program.notices)
