"""The pure parts beside the widgets: bars, names, the entries of the facts panel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.screens.story import article, bridge, gazette, herald
from tui.reports.naming import day, outlet
from tui.theme import DARK
from tui.verdicts import Verdict
from tui.widgets.article_list import likeness_bar
from tui.widgets.bar import Part, fitting, line_of
from tui.widgets.fact_entries import Entries, FactFilter, subject, summary, told
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


def test_facts_are_listed_gravest_first_and_told_by_one_only_in_groups() -> None:
    facts = bridge().facts or ()
    entries = Entries(facts).listed()
    assert [e.verdict for e in entries] == ["conflict", "altered", "agree", "agree", "only-a", "only-b"]
    assert [e.count for e in entries if e.fact is None] == [2, 1]
    only_a: frozenset[Verdict] = frozenset({"only-a"})
    opened = Entries(facts, opened=only_a).listed()
    assert [facts[e.fact].about for e in opened if e.fact is not None and e.verdict == "only-a"] == [
        "closed to lorries",
        "the council meets",
    ]


def test_facts_are_filtered_and_dismissed_ones_are_left_out() -> None:
    facts = bridge().facts or ()
    dates = Entries(facts, FactFilter(types=frozenset({"date"}))).listed()
    assert [e.verdict for e in dates] == ["conflict", "only-a"]
    without = Entries(facts, is_dismissed=lambda n: n == 0).listed()
    assert without[0].verdict == "altered"
    shown = Entries(facts, FactFilter(dismissed=True), is_dismissed=lambda n: n == 0).listed()
    assert shown[0].verdict == "conflict"


def test_a_fact_in_words() -> None:
    conflict = (bridge().facts or ())[0]
    assert (subject(conflict), told(conflict, "a"), told(conflict, "b")) == ("the bridge opened", "1968", "1971")
    inferred = replace(conflict.mentions.b[0], value="1971-05", inferred=True)
    changed = replace(conflict, mentions=conflict.mentions._replace(b=(inferred,)))
    assert told(changed, "b") == "1971 (≈ 1971-05)"


@pytest.mark.parametrize(("dismissed", "words"), [(frozenset(), "1 conflict"), (frozenset({0}), "no conflict")])
def test_the_number_of_conflicts(dismissed: frozenset[int], words: str) -> None:
    assert summary(bridge().facts or (), dismissed) == words


def test_the_ribbon_shows_the_strongest_thing_of_each_stretch() -> None:
    from tui.rows import View, arrange

    layout = arrange(bridge(), View(), 120, 40).layouts[0]
    conflict = next(n for n, row in enumerate(layout.rows) if row.a == (4,))
    cells = strengths(layout, 8, [conflict])
    assert len(cells) == 8
    assert max(cells) == 6
    assert strengths(layout, layout.height + 10, [])[-1] == -1
