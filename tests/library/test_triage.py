"""Marks, notes, undo and redo, over restarts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.telling import HARBOUR, LIGHTHOUSE, article
from tui.article import Pair
from tui.comparison import Comparison
from tui.library import (
    ARTICLE_STATES,
    FACT_STATES,
    ArticleMark,
    FactMark,
    FactState,
    KeyedFact,
    Library,
    Stopped,
    keyed,
)


def some(name: str) -> KeyedFact:
    return KeyedFact(name, {"type": "date", "about": name})


def test_a_mark_outlives_the_program(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.facts.see([some("x"), some("y")])
        library.facts.set_state([some("x")], "flagged")
        library.facts.set_note(some("x"), "asked the paper")
    with Library.open(tmp_path) as library:
        assert library.facts.of(["x", "y", "z"]) == {"x": FactMark("flagged", "asked the paper"), "y": FactMark("seen")}


def test_undo_and_redo_outlive_the_program(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.facts.set_state([some("x")], "accepted")
        library.facts.set_state([some("x"), some("y")], "dismissed")
    with Library.open(tmp_path) as library:
        act = library.undo()
        assert act is not None
        assert (act.what, set(act.keys)) == ("dismissed 2 facts", {"x", "y"})
        assert library.facts.of(["x", "y"]) == {"x": FactMark("accepted")}
    with Library.open(tmp_path) as library:
        assert library.redo() is not None
        assert library.facts.of(["x", "y"]) == {"x": FactMark("dismissed"), "y": FactMark("dismissed")}
        assert library.redo() is None
        assert library.undo() is not None
        assert library.undo() is not None
        assert library.undo() is None
        assert library.facts.of(["x", "y"]) == {}


def test_a_new_act_ends_what_could_be_redone() -> None:
    library = Library.in_memory()
    library.facts.set_state([some("x")], "accepted")
    library.undo()
    library.facts.set_state([some("y")], "flagged")
    assert library.redo() is None


def test_what_changes_nothing_is_no_act() -> None:
    library = Library.in_memory()
    assert library.facts.set_state([some("x")], "flagged") is not None
    assert library.facts.set_state([some("x")], "flagged") is None
    assert library.facts.set_note(some("x"), "") is None
    assert library.triage.set_state(["p"], "unread") is None


def test_seeing_is_no_act_and_takes_no_mark_away() -> None:
    library = Library.in_memory()
    library.facts.set_state([some("x")], "flagged")
    library.facts.see([some("x"), some("y")])
    assert library.facts.of(["x", "y"]) == {"x": FactMark("flagged"), "y": FactMark("seen")}
    act = library.undo()
    assert act is not None
    assert act.keys == ("x",)
    assert library.undo() is None


def test_what_changes_nothing_wakes_no_other_copy() -> None:
    library = Library.in_memory()
    library.facts.see([some("x")])
    before = library.changes()
    library.facts.see([some("x")])
    library.facts.set_state([some("x")], "seen")
    library.undo()
    assert library.changes() == before


def test_undo_of_one_kind_leaves_the_other() -> None:
    library = Library.in_memory()
    library.facts.set_state([some("x")], "flagged")
    library.triage.set_state(["p", "q"], "done")
    assert library.undo(["fact"]) is not None
    assert library.facts.of(["x"]) == {}
    assert library.triage.of(["p", "q"]) == {"p": ArticleMark("done"), "q": ArticleMark("done")}
    assert library.redo(["article"]) is None
    assert library.redo(["fact"]) is not None


def test_two_running_copies_take_back_only_their_own(tmp_path: Path) -> None:
    with Library.open(tmp_path) as one, Library.open(tmp_path) as other:
        one.facts.set_state([some("x"), some("y")], "flagged")
        other.facts.set_state([some("x")], "accepted")
        assert one.undo() is not None
        assert one.facts.of(["x", "y"]) == {"x": FactMark("accepted")}
        assert one.undo() is None
        assert other.undo() is not None
        assert other.undo() is None


def test_picks_are_kept(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        assert library.triage.picks() == Pair(None, None)
        library.triage.pick(Pair("p", "q"))
    with Library.open(tmp_path) as library:
        assert library.triage.picks() == Pair("p", "q")
        library.triage.pick(Pair("p", None))
        assert library.triage.picks() == Pair("p", None)


def test_any_note_is_kept(tmp_path: Path) -> None:
    note = "zero \0, lone \ud800, right-to-left \u202e, ' OR 1=1 --"
    with Library.open(tmp_path) as library:
        library.facts.set_note(some("x"), note)
        library.triage.set_note("p", note)
    with Library.open(tmp_path) as library:
        assert library.facts.of(["x"])["x"].note == note
        assert library.triage.of(["p"])["p"].note == note


def test_facts_of_a_comparison_are_found_again_with_sides_swapped() -> None:
    a, b = article(LIGHTHOUSE), article(HARBOUR)
    from tui.comparison import compare

    one, other = compare(a, b), compare(b, a)
    library = Library.in_memory()
    library.facts.set_state(_all(one), "accepted")
    marks = library.facts.of(fact.key for fact in _all(other))
    assert len(marks) == len(other.facts or ()) > 0


def _all(comparison: Comparison) -> list[KeyedFact]:
    return [keyed(comparison, fact) for fact in comparison.facts or ()]


KEYS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True)
STEP = st.one_of(
    st.tuples(st.just("fact"), KEYS, st.sampled_from(FACT_STATES)),
    st.tuples(st.just("article"), KEYS, st.sampled_from(ARTICLE_STATES)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(STEP, max_size=12), st.integers(0, 12))
def test_undoing_leads_back_through_every_state(steps: list[tuple[str, list[str], Any]], back: int) -> None:
    library = Library.in_memory()
    states = [_state(library)]
    for kind, keys, state in steps:
        if kind == "fact":
            act = library.facts.set_state([some(key) for key in keys], state)
        else:
            act = library.triage.set_state(keys, state)
        if act:
            states.append(_state(library))
    for before in reversed(states[:-1][-back:] if back else []):
        assert library.undo() is not None
        assert _state(library) == before
    while library.redo():
        pass
    assert _state(library) == states[-1]
    library.close()


def _state(library: Library) -> tuple[dict[str, FactMark], dict[str, ArticleMark]]:
    return library.facts.of("abcd"), library.triage.of("abcd")


def test_many_articles_in_one_act() -> None:
    library = Library.in_memory()
    ids = [f"{n:064x}" for n in range(2000)]
    act = library.triage.set_state(ids, "dismissed")
    assert act is not None
    assert act.what == "dismissed 2,000 articles"
    assert len(library.triage.of(ids)) == 2000
    assert library.undo() is not None
    assert library.triage.of(ids) == {}


@pytest.mark.parametrize("state", FACT_STATES)
def test_unseen_without_a_note_leaves_nothing(state: FactState) -> None:
    library = Library.in_memory()
    library.facts.set_state([some("x")], state)
    library.facts.set_state([some("x")], "unseen")
    assert library.facts.of(["x"]) == {}


@pytest.mark.parametrize("at", [0.0, 0.5, 0.75])
def test_a_long_act_that_is_stopped_has_changed_nothing(at: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.library.going.STEP", 1)
    ids = [f"article {n}" for n in range(4)]
    with Library.in_memory() as library:
        library.triage.set_state(ids[:1], "read")
        for act in (library.triage.set_state, lambda _ids, _state, going: library.undo(["article"], going)):
            shares: list[float] = []

            def going(share: float, shares: list[float] = shares) -> bool:
                shares.append(share)
                return share < at

            before, changes = library.triage.of(ids), library.changes()
            with pytest.raises(Stopped):
                act(ids, "flagged", going)
            assert shares[-1] >= at
            assert (library.triage.of(ids), library.changes()) == (before, changes)
            act(ids, "flagged", lambda _share: True)
            assert library.triage.of(ids) != before
        assert library.undo_size(redo=True) == 4
        assert library.undo_size() == 1
