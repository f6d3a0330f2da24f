"""The pure parts beside the widgets: bars, names, the entries of the facts panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.screens.story import article, bridge, fact, gazette, herald
from tui.article import Pair
from tui.reports.naming import day, outlet
from tui.theme import DARK
from tui.verdicts import ComparedFact
from tui.widgets.article_list import likeness_bar
from tui.widgets.bar import Part, fitting, line_of
from tui.widgets.fact_entries import Entries, Entry, FactFilter, in_one_line, subject, summary, told, told_apart
from tui.widgets.paint import fit
from tui.widgets.ribbon import strengths


@given(st.text(max_size=40), st.integers(1, 30))
def test_fitted_words_fill_exactly_their_cells(text: str, width: int) -> None:
    from tui.safe import safe_line

    fitted = fit(safe_line(text), width)
    assert cell_len(fitted) == width


def test_what_has_no_room_goes_least_important_first() -> None:
    left = [Part("always", rank=0), Part("seldom", rank=5)]
    right = [Part("sometimes", rank=2)]
    assert fitting(left, right, 60) == (left, right)
    assert fitting(left, right, 20) == (left[:1], right)
    assert fitting(left, right, 10) == (left[:1], [])


@given(st.integers(4, 120))
def test_a_bar_is_as_wide_as_its_window(width: int) -> None:
    left = [Part("A 1/9"), Part("difference 3 of 4", rank=2)]
    left, right = fitting(left, [Part("next", rank=1, key="J")], width - 2)
    assert line_of(left, right, width, DARK).cell_length == width


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2023-09-15", "15 Sep 2023"),
        ("2023-09", "Sep 2023"),
        ("2023", "2023"),
        (None, ""),
        ("2023-13-01", "2023-13-01"),
        ("../2013-09", "../2013-09"),
    ],
)
def test_days(published: str | None, shown: str) -> None:
    assert day(published) == shown


def test_an_article_is_named_by_outlet_file_or_first_words() -> None:
    assert outlet(gazette()) == "Sill Gazette"
    assert outlet(herald()) == "herald"
    assert outlet(article("It rains.")) == "(It rains.)"
    assert "\x1b" not in outlet(replace(gazette(), source="Gaz\x1b[31m"))


@pytest.mark.parametrize(("share", "bar"), [(0, "▁▁▁▁▁"), (0.5, "▆▆▁▁▁"), (1, "▆▆▆▆▆")])
def test_likeness_as_a_bar(share: float, bar: str) -> None:
    assert likeness_bar(share) == bar


def entries(facts: Sequence[ComparedFact], **asked: Any) -> list[Entry]:
    return Entries(bridge().articles, facts, **asked).listed()


def test_facts_are_listed_gravest_first_and_told_by_one_only_in_groups() -> None:
    facts = bridge().facts or ()
    listed = entries(facts)
    assert [e.verdict for e in listed] == ["conflict", "altered", "agree", "agree", "only-a", "only-b"]
    assert [e.words for e in listed if e.fact is None] == ["2 facts told by A only · 1 lede", "1 fact told by B only"]


def test_what_one_side_alone_tells_goes_by_prominence() -> None:
    a, b = gazette(), herald()
    words = ["Mara Lindqvist", "Thursday", "Monday", "ten bridges", "Old bridge"]
    facts = [fact(a, b, "work", said, "only-a", (said, "")) for said in words]
    opened = entries(facts, turned=frozenset({"only-a"}))
    assert [e.words or facts[e.fact or 0].about for e in opened] == [
        "5 facts told by A only",
        "in the headline", "Old bridge",
        "in the lede", "Monday",
        "further down", "Thursday",
        "beside the story", "Mara Lindqvist", "ten bridges",
    ]  # fmt: skip


def test_sentences_that_one_side_alone_tells_go_by_prominence_behind_its_facts() -> None:
    alone = Pair([0, 5, 2], [3])
    closed = entries((), alone=alone)
    assert [e.words for e in closed] == ["3 sentences in A only · 1 headline · 1 lede", "1 sentence in B only"]
    opened = entries((), alone=alone, turned=frozenset({"alone-a"}))
    assert [e.words or e.sentence for e in opened] == [
        "3 sentences in A only", "in the headline", ("a", 0), "in the lede", ("a", 2), "further down", ("a", 5),
        "1 sentence in B only",
    ]  # fmt: skip
    only_b = entries((), alone=alone, shown=FactFilter(verdicts=frozenset({"only-b"})))
    assert [e.sentence for e in only_b] == [None, None, ("b", 3)]
    assert entries((), alone=alone, shown=FactFilter(types=frozenset({"date"}))) == []


def test_names_that_agree_stand_behind_one_line() -> None:
    a, b = gazette(), herald()
    facts = [
        fact(a, b, "place", "Sill", "agree", ("Sill", "Sill")),
        fact(a, b, "quantity", "cars a day", "agree", ("9,000 cars", "9,000 cars")),
        fact(a, b, "person", "Jonas Ek", "agree", ("Jonas Ek", "Jonas Ek")),
    ]
    assert [e.fact for e in entries(facts)] == [1, 0, 2]
    third = fact(a, b, "organisation", "city engineer", "agree", ("city engineer", "city engineer"))
    listed = entries([*facts, third])
    assert [(e.fact, e.words) for e in listed] == [(1, ""), (None, "3 names: Sill, Jonas Ek, city engineer")]
    opened = entries([*facts, third], turned=frozenset({"names"}))
    assert [e.fact for e in opened] == [1, None, 0, 2, 3]


def test_facts_are_filtered_and_dismissed_ones_are_left_out() -> None:
    facts = bridge().facts or ()
    dates = entries(facts, shown=FactFilter(types=frozenset({"date"})))
    assert [(e.verdict, e.fact is None) for e in dates] == [
        ("conflict", False), ("only-a", True), ("only-a", True), ("only-a", False), ("only-a", True), ("only-a", False),
    ]  # fmt: skip
    assert entries(facts, is_dismissed=lambda n: n == 0)[0].verdict == "altered"
    shown = entries(facts, shown=FactFilter(dismissed=True), is_dismissed=lambda n: n == 0)
    assert shown[0].verdict == "conflict"


def test_a_fact_in_words() -> None:
    conflict = (bridge().facts or ())[0]
    assert (subject(conflict), told(conflict, "a"), told(conflict, "b")) == ("the bridge opened", "1968", "1971")
    inferred = replace(conflict.mentions.b[0], value="1971-05", inferred=True)
    changed = replace(conflict, mentions=conflict.mentions._replace(b=(inferred,)))
    assert told(changed, "b") == "1971 (≈ May 1971)"


def test_quotations_that_differ_are_shown_from_where_they_do() -> None:
    a, b = article('"The bridge was safe on those days"'), article('"The bridge was safe on all days," said Ek.')
    told_by = ("The bridge was safe on those days", "The bridge was safe on all days,")
    altered = fact(a, b, "quote", "", "altered", told_by)
    assert (told_apart(altered, "a", 20), told_apart(altered, "b", 20)) == (
        "… safe on those days",
        "… safe on all days,",
    )
    assert (told_apart(altered, "a", 40), told_apart(altered, "b", 40)) == told_by
    assert told_apart(replace(altered, verdict="agree"), "a", 20) == told_by[0]


@pytest.mark.parametrize(("dismissed", "words"), [(frozenset(), "1 conflict"), (frozenset({0}), "no conflict")])
def test_the_number_of_conflicts(dismissed: frozenset[int], words: str) -> None:
    assert summary(bridge().facts or (), dismissed) == words


def test_the_ribbon_shows_the_strongest_thing_of_each_stretch() -> None:
    from tui.rows import View, beside

    layout = beside(bridge()).arrange(View(), 120, 40).layouts[0]
    conflict = next(n for n, row in enumerate(layout.rows) if row.a == (4,))
    cells = strengths(layout, 8, [conflict])
    assert len(cells) == 8
    assert max(cells) == 6
    assert strengths(layout, layout.height + 10, [])[-1] == -1


def test_words_that_somebody_said_begin_with_who_said_them() -> None:
    a, b = gazette(), herald()
    quote = fact(a, b, "quote", "in danger", "only-a", ("Nobody is in danger,", ""))
    assert in_one_line(quote) == "Nobody is in danger,"
    assert in_one_line(replace(quote, speaker=Pair(("Jonas Ek",), ()))) == "Jonas Ek: Nobody is in danger,"
    assert in_one_line(fact(a, b, "quantity", "cars a day", "only-a", ("9,000 cars", ""))) == "9,000 cars · cars a day"
    assert in_one_line(fact(a, b, "person", "Jonas Ek", "only-a", ("Jonas Ek", ""))) == "Jonas Ek"
