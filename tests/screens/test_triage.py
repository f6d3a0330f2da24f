"""Triage as it is kept in the library, over restarts; searching and partners, without a screen."""

from __future__ import annotations

import pytest

from tests.screens.running import Running, running
from tests.screens.story import article, bridge, chronicle, fact, linked, mirrored, session
from tui.article import Pair
from tui.library import Library, LibraryError
from tui.screens.finding import find
from tui.screens.session import Session, on_disk
from tui.screens.triage import Triage, mark_of
from tui.widgets.fact_entries import FactFilter

CONFLICT, ALTERED = 0, 1


def kept() -> Session:
    """A session on the library on disk, as `sidebyline A B` has one."""
    made = session(bridge(), more=(chronicle(),))
    made.open_library = on_disk
    return made


async def side_by_side(program: Running) -> None:
    await program.press("x j")
    program.library.list.stand_on(program.library.list.order.index(1))
    await program.press("c")


async def test_marks_and_notes_are_there_after_a_restart_and_can_still_be_undone() -> None:
    async with running(given=kept()) as program:
        await side_by_side(program)
        await program.press("tab d f e")
        await program.type("ask")
        await program.press("enter")
        assert "no conflict" in program.compare.title_bar.text
        seen = program.compare.seen
        program.app.session.close()
    async with running(given=kept()) as program:
        await side_by_side(program)
        screen = program.compare
        assert screen.judgement(CONFLICT).state == "dismissed"
        assert screen.judgement(ALTERED).state == "flagged"
        assert "no conflict" in screen.title_bar.text
        assert screen.seen == seen
        assert [screen.judgement(n).note for n in range(len(screen.facts))].count("ask") == 1
        await program.press("u u u")
        assert screen.judgement(CONFLICT).state == "seen"
        assert "1 conflict" in screen.title_bar.text


def test_marks_stay_when_the_sides_are_swapped() -> None:
    given = session(bridge())
    comparison = bridge()
    triage = Triage.of_facts(given.library, comparison)
    triage.set_state(CONFLICT, "flagged")
    turned = Triage.of_facts(given.library, mirrored(comparison))
    assert turned.of(CONFLICT).state == "flagged"
    assert turned.of(ALTERED).state == "unseen"


async def test_an_act_on_other_articles_is_undone_with_a_word() -> None:
    given = session(bridge())
    elsewhere = article("It opened in 1968."), article("It opened in 1971.")
    told = fact(*elsewhere, "date", "opened", "conflict", ("1968", "1971"))
    other = Triage.of_facts(given.library, linked(*elsewhere, [], [told]))
    other.set_state(0, "accepted")
    async with running(given=given) as program:
        await side_by_side(program)
        await program.press("u")
        assert any(notice.startswith("Undone: accepted a fact") for notice in program.notices)
    assert given.library.facts.of([other.facts[0].key]) == {}


async def test_a_library_that_cannot_be_opened_is_told_of_once() -> None:
    given = session(bridge())
    given.open_library = lambda: Library.in_memory("the library is damaged")
    async with running(given=given) as program:
        await side_by_side(program)
        await program.press("X")
        assert program.notices.count("the library is damaged") == 1
        await program.press("tab a")
        assert program.compare.judgement(CONFLICT).state == "accepted"


async def test_an_act_that_cannot_be_kept_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    given = session(bridge())

    def refuse(*_: object) -> None:
        raise LibraryError("library.db", "the disk is full", "make room")

    async with running(given=given) as program:
        await side_by_side(program)
        monkeypatch.setattr(given.library.facts, "set_state", refuse)
        await program.press("tab a")
        assert program.compare.judgement(CONFLICT).state == "seen"
        assert any("the disk is full" in notice for notice in program.notices)


def test_the_same_state_again_takes_it_back() -> None:
    triage = Triage.of_facts(Library.in_memory(), bridge())
    triage.set_state(CONFLICT, "accepted")
    triage.set_state(CONFLICT, "accepted")
    assert triage.of(CONFLICT).state == "seen"


def test_choosing_a_fact_is_no_act() -> None:
    triage = Triage.of_facts(Library.in_memory(), bridge())
    triage.see(CONFLICT)
    assert triage.of(CONFLICT).state == "seen"
    assert triage.undo() is None


def test_a_note_shows_beside_a_judgement_too() -> None:
    triage = Triage.of_facts(Library.in_memory(), bridge())
    triage.set_note(CONFLICT, "ask")
    assert mark_of(triage.of(CONFLICT)) == (" ", '"')
    triage.set_state(CONFLICT, "flagged")
    assert mark_of(triage.of(CONFLICT)) == ('"', "*")


async def test_how_many_facts_are_dismissed_stands_under_the_panel() -> None:
    async with running((80, 24), given=kept()) as program:
        await side_by_side(program)
        await program.press("tab")
        assert "dismissed" not in program.compare.panel_foot.text
        await program.press("d")
        assert "H 1 dismissed, hidden" in program.compare.panel_foot.text
        await program.press("H")
        assert "H 1 dismissed, shown" in program.compare.panel_foot.text


async def test_the_panel_says_what_it_is_filtered_by() -> None:
    async with running((80, 24), given=kept()) as program:
        await side_by_side(program)
        await program.press("tab")
        program.compare.panel.filter(FactFilter(frozenset({"agree", "conflict"}), frozenset({"date"})))
        program.compare.paint_status()
        assert "only ≠ = date" in program.compare.panel_head.text


def test_searching_takes_any_case_and_any_white_space() -> None:
    pair = Pair(article("The Old\nbridge. an OLD   bridge (old)."), article("No."))
    assert [pair.a.text[f.start : f.end] for f in find("old bridge", pair)] == ["Old\nbridge", "OLD   bridge"]
    assert find("  ", pair) == []
    assert [f.side for f in find("no", pair)] == ["b"]
    assert len(find("(old)", pair)) == 1


def test_partners_go_round_and_pass_over_a() -> None:
    one, two, three = (article(f"Text {n}.") for n in range(3))
    session = Session([one, two, three])
    assert session.partner(Pair(one, two), 1) is three
    assert session.partner(Pair(one, three), 1) is two
    assert session.partner(Pair(two, one), -1) is three
    assert Session([one, two]).partner(Pair(one, two), 1) is None
