"""Triage and searching, without a screen."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.screens.story import article, bridge, fact, linked
from tui.article import Pair
from tui.screens.finding import find
from tui.screens.session import Session
from tui.screens.triage import Judgement, Triage, fact_key
from tui.verdicts import ComparedFact

ACTS = st.lists(
    st.tuples(st.sampled_from("xyz"), st.sampled_from(["accepted", "flagged", "dismissed", "note one", "note two"])),
    max_size=12,
)


def act(triage: Triage, key: str, what: str) -> None:
    if what.startswith("note "):
        triage.set_note(key, what.removeprefix("note "))
    elif what in ("accepted", "flagged", "dismissed"):
        triage.set_state(key, what)  # type: ignore[arg-type]


@given(ACTS)
def test_undoing_everything_and_redoing_it_comes_back_to_the_same(acts: list[tuple[str, str]]) -> None:
    triage = Triage()
    for key, what in acts:
        act(triage, key, what)
    after = {key: triage.of(key) for key in "xyz"}
    while triage.undo() is not None:
        pass
    assert all(triage.of(key) == Judgement() for key in "xyz")
    while triage.redo() is not None:
        pass
    assert {key: triage.of(key) for key in "xyz"} == after


def test_the_same_state_again_takes_it_back() -> None:
    triage = Triage()
    triage.set_state("x", "accepted")
    triage.set_state("x", "accepted")
    assert triage.of("x").state == "seen"


def test_choosing_a_fact_is_no_act() -> None:
    triage = Triage()
    triage.see("x")
    assert triage.of("x").state == "seen"
    assert triage.undo() is None


def mirrored(told: ComparedFact) -> ComparedFact:
    return replace(told, mentions=told.mentions.swapped(), speaker=told.speaker.swapped())


def test_a_fact_keeps_its_key_when_sides_are_swapped_and_other_things_change() -> None:
    comparison = bridge()
    keys = [fact_key(comparison, told) for told in comparison.facts or ()]
    assert len(set(keys)) == len(keys)
    swapped = replace(comparison, a=comparison.b, b=comparison.a)
    assert [fact_key(swapped, mirrored(told)) for told in comparison.facts or ()] == keys


def test_a_fact_loses_its_key_when_its_passage_changes() -> None:
    before, after = article("It opened in 1968."), article("It closed in 1968.")
    further = article("Something new.\nIt opened in 1968.")
    b = article("It opened in 1971.")
    keys = []
    for a in (before, after, further):
        told = fact(a, b, "date", "opened", "conflict", ("1968", "1971"))
        keys.append(fact_key(linked(a, b, [], [told]), told))
    assert keys[0] != keys[1]
    assert keys[0] == keys[2]


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
