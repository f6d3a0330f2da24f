"""Normalised values are shown as a reader writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.facts import FactType
from tui.reports.values import in_words

DATES = {
    "2024-06-05": "5 Jun 2024",
    "2024-06": "Jun 2024",
    "2025": "2025",
    "2020~": "about 2020",
    "XXXX-09-07": "7 Sep",
    "XXXX-09": "Sep",
    "2017-36": "Oct–Dec 2017",
    "2017-22": "summer 2017",
    "2017-12-18/2017-12-24": "18–24 Dec 2017",
    "2017-12-28/2018-01-03": "28 Dec 2017 – 3 Jan 2018",
    "2017-11-28/2017-12-03": "28 Nov – 3 Dec 2017",
    "2025-01/2025-04": "Jan–Apr 2025",
    "2000/2003": "2000–2003",
    "../2013-09": "until Sep 2013",
    "2013-09/..": "from Sep 2013 on",
    "T00:00~": "about 00:00",
    "T04:15Z": "04:15 UTC",
    "T04:15+03:00": "04:15 UTC+03:00",
    "Sunday T12:10": "Sunday 12:10",
    "2011-10-24T16:48": "24 Oct 2011, 16:48",
    "2011-10-24T13:41~": "24 Oct 2011, about 13:41",
    "2011-10-24T00:00/2011-10-24T06:00": "24 Oct 2011, 00:00–06:00",
    "a day after": "a day after",
    "a day/": "a day –",
    "2011-99": "2011-99",
}
AMOUNTS = {
    "50 people": "50 people",
    ">=279 people": "at least 279 people",
    ">1300": "more than 1,300",
    "~8 days": "about 8 days",
    "~<50 people": "nearly 50 people",
    "<=2000000000 USD": "at most 2 billion USD",
    "1234567 USD": "1,234,567 USD",
    "2070000000 USD": "2.07 billion USD",
    "30/50 years": "30–50 years",
    "~66.7 %": "about 66.7%",
    "30 years to life": "30 years to life",
    "3-2": "3-2",
}


@pytest.mark.parametrize(("value", "words"), DATES.items())
def test_a_date(value: str, words: str) -> None:
    assert in_words("date", value) == words


@pytest.mark.parametrize(("value", "words"), AMOUNTS.items())
def test_an_amount(value: str, words: str) -> None:
    assert in_words("quantity", value) == words


@pytest.mark.parametrize("zeros", [330, 5000])
def test_a_number_of_any_length_is_shown(zeros: int) -> None:
    for value in (f"1{'0' * zeros} people", f"5/1{'0' * zeros}"):
        assert in_words("quantity", value) == value


def test_a_name_is_left_as_it_is() -> None:
    assert in_words("person", "2017-36") == "2017-36"


@given(
    of=st.sampled_from(["date", "quantity", "age", "quote"]),
    value=st.text(alphabet="0123456789-/~<>=TXZ.+: ab\x1b", min_size=1),
)
def test_anything_passes_and_is_safe(of: FactType, value: str) -> None:
    assert "\x1b" not in in_words(of, value)
