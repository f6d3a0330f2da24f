"""Files that are watched: a change on the disk comes to the screen, and the reader stays where they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.screens.running import settled
from tui.app import SidebylineApp
from tui.corrections import ArticleSet
from tui.reading import read_all
from tui.reading.plain import read_plain
from tui.reading.watching import Watched
from tui.screens.compare import CompareScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.screens.rereading import carried
from tui.screens.table import TableScreen

PARAGRAPHS = [f"Sentence number {n} tells of {word} in Aldwick." for n, word in enumerate(
    "boats ducks mills hens ropes lamps nails bells carts doors eaves forks".split())]  # fmt: skip


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr("tui.app.LOOKED_EVERY", 3600.0)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("\n\n".join(PARAGRAPHS))
    return [str(tmp_path / name) for name in ("a.txt", "b.txt")]


def program(files: list[str], *, open_pair: bool = True) -> SidebylineApp:
    articles, _ = read_all(files)
    return SidebylineApp(articles, open_pair=open_pair, watched=Watched(files))


async def look(app: SidebylineApp, pilot: Pilot[None]) -> None:
    for _ in range(2):
        app._look()
        await settled(app, pilot)
    await settled(app, pilot)


async def test_the_open_comparison_is_aligned_again_and_keeps_its_place(files: list[str]) -> None:
    app = program(files)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(app, pilot)
        await pilot.press(*"jjjjjjj")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        side, at = screen.texts.here
        told = getattr(screen.pair, side).text_of(at)
        Path(files[0]).write_text("\n\n".join(["A new beginning.", "And another.", *PARAGRAPHS]))
        await look(app, pilot)
        side, at = screen.texts.here
        assert getattr(screen.pair, side).text_of(at) == told
        assert screen.pair.a.text.startswith("A new beginning")
        assert screen.comparison is not None
        assert screen.comparison.a is screen.pair.a
        assert app.session.articles[0] is screen.pair.a


async def test_a_file_that_cannot_be_read_any_more_is_told_and_its_article_stays(files: list[str]) -> None:
    app = program(files)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settled(app, pilot)
        Path(files[0]).write_text("")
        await look(app, pilot)
        assert any("empty" in notice.message for notice in app._notifications)
        assert app.session.articles[0].text.startswith(PARAGRAPHS[0])


async def test_the_reader_shows_what_the_file_holds_now(files: list[str]) -> None:
    app = program(files, open_pair=False)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = ReaderScreen(app.session, app.session.articles[0])
        await app.push_screen(screen)
        await settled(app, pilot)
        await pilot.press(*"jjjj")
        Path(files[0]).write_text("\n\n".join([*PARAGRAPHS[:2], "It was in May 2012.", *PARAGRAPHS[2:]]))
        await look(app, pilot)
        assert screen.article.text_of(screen.texts.here[1]) == PARAGRAPHS[4]
        assert any("2012" in fact.mentions[0].text for fact in screen.list.facts)


async def test_the_list_shows_what_files_hold_now(files: list[str]) -> None:
    app = program(files, open_pair=False)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(app, pilot)
        Path(files[1]).write_text("A new headline\n\n" + "\n\n".join(PARAGRAPHS))
        await look(app, pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert "A new headline" in "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_the_facts_table_shows_what_files_hold_now(files: list[str]) -> None:
    Path(files[0]).write_text("The mill opened in 1950. The bridge opened in 1960.")
    app = program(files, open_pair=False)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = TableScreen(app.session)
        await app.push_screen(screen)
        await settled(app, pilot)
        told = [row.about for row in screen.rows or () if row.type == "date"]
        assert len(told) == 2
        at = next(n for n, row in enumerate(screen.table.rows) if "bridge" in getattr(row, "about", ""))
        screen.table.stand_on(at)
        Path(files[0]).write_text("The inn opened in 1940. The mill opened in 1950. The bridge opened in 1960.")
        await look(app, pilot)
        assert len([row for row in screen.rows or () if row.type == "date"]) == 3
        assert screen.table.row is not None
        assert "bridge" in screen.table.row.about


async def test_the_facts_table_shows_what_was_set_right_elsewhere(files: list[str]) -> None:
    app = program(files, open_pair=False)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = TableScreen(app.session)
        await app.push_screen(screen)
        await settled(app, pilot)
        await app.push_screen(ReaderScreen(app.session, screen.articles[0]))
        app.session.library.corrections.make(ArticleSet(screen.articles[0].id, "source", "Aldwick Echo"))
        await pilot.press("q")
        await settled(app, pilot)
        assert "Aldwick Echo" in "\n".join(strip.text for strip in app.screen._compositor.render_strips())


@pytest.mark.parametrize(
    ("after", "sentence", "stands"),
    [
        ("One. Two. Three.", 1, "Two."),
        ("New. One. Two. Three.", 1, "Two."),
        ("One. Twice. Three.", 1, "Twice."),
        ("Two. One. Two. Three.", 1, "Two."),
        ("Three.", 1, "Three."),
        ("One.", 2, "One."),
        ("Else.", 0, "Else."),
    ],
)
def test_a_place_is_carried_by_its_words(after: str, sentence: int, stands: str) -> None:
    before = read_plain("One. Two. Three.", path=None, sha256="")
    there = read_plain(after, path=None, sha256="")
    assert there.text_of(carried(before, there, sentence)) == stands
    assert carried(before, read_plain("", path=None, sha256=""), 2) == 0
