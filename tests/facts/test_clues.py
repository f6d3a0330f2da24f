"""Clues decide what is tried, never what is found."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.facts import ages
from tui.facts.clues import NUMBER, Clued, lines, words
from tui.facts.dates.calendar import CALENDAR
from tui.facts.dates.clocks import CLOCKS
from tui.facts.dates.relative import RELATIVE

PATTERNS = [*(pattern for pattern, _ in (*CALENDAR, *RELATIVE, *CLOCKS)), *ages._PATTERNS]
PIECES = st.sampled_from(
    """September|Sept.|7|7th| the |,| |2012|1998|-|–|/|:|15:30|0930 GMT|5 p.m.|11am|noon|eight o'clock|Friday|
evening| last | this |week|a year|three| ago|days | after| before|early |mid-|late |end of |May|in |from | to |
between | and |Q3|third quarter|'80s|1980s|19th|century|Christmas|New Year's Eve|spring|of |yesterday|'s|small hours|
aged |42|-year-old|turned |in his |twenties|birthday| is |, 45,|years old|ten|yo|AGO|YEARS|NOON|CENTURY|Ten|Old|é|_|x|
\u2028""".replace("\n", "").split("|")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_match_is_lost(text: str) -> None:
    line = next(iter(lines(text)), None)
    for pattern in PATTERNS:
        flags = re.IGNORECASE if pattern.any_case else 0
        wanted = [match.span() for match in re.compile(pattern.expression, flags).finditer(text)]
        assert wanted == ([match.span() for match in pattern.finditer(text, line)] if line else [])


def test_lines_know_their_place_and_their_words() -> None:
    found = list(lines("On Friday, 7\n\n…\nborn 31122012: so"))
    assert [line[:2] for line in found] == [(0, 12), (16, 33)]
    assert found[0].clues == {"On", "on", "Friday", "friday", "0"}
    assert found[1].clues == {"born", "0000", ":", "so"}


@pytest.mark.parametrize(("text", "spans"), [("12 or 3", [(0, 2)]), ("twelve or 3", []), ("12 and 3", [])])
def test_each_set_of_clues_has_to_be_met(text: str, spans: list[tuple[int, int]]) -> None:
    pattern = Clued(r"[0-9]{2}", (NUMBER, words("or nor")))
    assert [match.span() for line in lines(text) for match in pattern.finditer(text, line)] == spans
