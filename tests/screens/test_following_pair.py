"""An open comparison and a facts table follow what another running copy makes of the same texts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.screens.running import Running, running
from tests.screens.story import article
from tui.facts import Mention
from tui.library import ArticleSet, FactMark, FactSet, FactState, Library, LinkSet, keyed, normalised, standing
from tui.screens.compare import CompareScreen
from tui.screens.following import FollowingScreen
from tui.screens.session import Session
from tui.screens.table import TableScreen
from tui.screens.window import WriteWindow

A = article(
    "The old lighthouse at Corrie Point was built in 1968.|Nine boats came in on Monday.|Moira Tennant keeps the lamp.",
    path="a.txt",
    published="2024-05-14",
)
B = article(
    "The lighthouse at Corrie Point was built in 1971.|Seven boats came in on Monday.|Moira Tennant trims the lamp.",
    path="b.txt",
    published="2024-05-15",
)


@pytest.fixture(autouse=True)
def _by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.following.FOLLOWED_EVERY", 3600.0)


@asynccontextmanager
async def reading(folder: Path, keys: str) -> AsyncIterator[tuple[Running, Library]]:
    """The program after these keys, and the same library as another copy has it."""
    given, ours = Session((A, B)), Library.open(folder)
    given.open_library = lambda: ours
    with Library.open(folder) as other:
        async with running((140, 40), given=given) as program:
            await program.press(keys)
            yield program, other
    ours.close()


async def follow(program: Running) -> None:
    """Looks as the clock would have it look; twice, since one look may have been under way."""
    for _ in range(2):
        for screen in program.app.screen_stack:
            if isinstance(screen, FollowingScreen):
                screen.follow()
        await program.settled()


def judge(program: Running, other: Library, index: int, state: FactState) -> None:
    comparison = program.compare.comparison
    assert comparison is not None
    other.facts.set_state([keyed(comparison, program.compare.facts[index])], state)


def wrong(words: str) -> FactSet:
    at = A.text.index(words)
    return FactSet(standing(A, Mention(at, at + len(words), words, words)), "date", wrong=True)


async def test_marks_of_another_copy_show_up_and_the_reader_stays(tmp_path: Path) -> None:
    async with reading(tmp_path, "x j c l l") as (program, other):
        screen = program.compare
        here, line, row = screen.panel.fact, screen.texts.here, screen.texts.pane.cursor
        assert here is not None
        after = next(n for n in range(len(screen.facts)) if n != here)
        judge(program, other, after, "dismissed")
        await follow(program)
        assert screen.judgement(after) == FactMark("dismissed")
        assert after in screen.dismissed
        assert (screen.panel.fact, screen.texts.here, screen.texts.pane.cursor) == (here, line, row)
        assert screen.texts_show_fact
        await program.press("a")
        assert other.facts.of([screen.triage.facts[here].key])  # type: ignore[union-attr]


async def test_a_fact_dismissed_elsewhere_is_not_taken_for_the_next_one(tmp_path: Path) -> None:
    async with reading(tmp_path, "x j c l") as (program, other):
        screen = program.compare
        here = screen.panel.fact
        assert here is not None
        judge(program, other, here, "dismissed")
        await follow(program)
        assert screen.panel.fact != here
        assert not screen.texts_show_fact
        assert screen.judgement(screen.panel.fact or 0).state == "unseen"


async def test_what_another_copy_sets_right_is_shown_and_the_reader_stays(tmp_path: Path) -> None:
    async with reading(tmp_path, "x j c j / l a m p enter G") as (program, other):
        screen = program.compare
        before, found, line = screen.comparison, screen.found_at, screen.texts.here
        assert any("1968" in m.text for f in screen.facts for m in f.mentions.a)
        other.corrections.make_all([wrong("1968"), ArticleSet(A.id, "source", "Corrie Courier")], "set right")
        await follow(program)
        assert screen.comparison is not before
        assert not any("1968" in m.text for f in screen.facts for m in f.mentions.a)
        assert "Corrie Courier" in program.screen_text
        assert (screen.found_at, screen.texts.here) == (found, line)
        other.undo()
        await follow(program)
        assert any("1968" in m.text for f in screen.facts for m in f.mentions.a)
        assert screen.texts.here == line


async def test_links_of_another_copy_are_laid_out_and_a_link_half_made_goes_on(tmp_path: Path) -> None:
    async with reading(tmp_path, "x j c g L j enter") as (program, other):
        screen = program.compare
        begun, line = screen.linking, screen.texts.here
        assert begun is not None
        made = LinkSet(normalised(A.text_of(2)), normalised(B.text_of(1)), linked=True)
        other.corrections.make(made)
        await follow(program)
        assert screen.comparison is not None
        assert any(2 in link.a and 1 in link.b for link in screen.comparison.alignment.links)
        assert (screen.linking, screen.texts.here) == (begun, line)


async def test_a_note_being_written_is_not_disturbed(tmp_path: Path) -> None:
    async with reading(tmp_path, "x j c l e") as (program, other):
        window = program.app.screen
        assert isinstance(window, WriteWindow)
        screen = program.app.screen_stack[-2]
        assert isinstance(screen, CompareScreen)
        assert screen.triage is not None
        assert screen.panel.fact is not None
        key = screen.triage.facts[screen.panel.fact].key
        await program.type("ask")
        other.corrections.make(wrong("1968"))
        await follow(program)
        assert program.app.screen is window
        await program.press("enter")
        assert program.compare is screen
        assert other.facts.of([key])[key].note == "ask"
        await follow(program)
        assert not any("1968" in m.text for f in program.compare.facts for m in f.mentions.a)


async def test_the_table_follows_and_stays_at_its_row(tmp_path: Path) -> None:
    async with reading(tmp_path, "m j j l x") as (program, other):
        screen = program.app.screen
        assert isinstance(screen, TableScreen)
        row, column = screen.table.row, screen.table.column
        assert row is not None
        assert screen.table.picked is not None
        other.corrections.make(ArticleSet(A.id, "source", "Corrie Courier"))
        await follow(program)
        assert "Corrie Courier" in program.screen_text
        assert screen.table.row is not None
        assert (screen.table.row.about, screen.table.column) == (row.about, column)
        assert screen.table.picked == (screen.table.cursor, column)


async def test_what_nobody_touched_is_not_looked_at(tmp_path: Path) -> None:
    async with reading(tmp_path, "x j c") as (program, _):
        await follow(program)
        asked = []
        program.compare.take_changes = lambda: asked.append(1)  # type: ignore[method-assign]
        await follow(program)
        assert asked == []
