"""Dates, quantities and ages: hard cases as data, and what holds of any text."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facts.articles import article_of
from tui.article import Article, Sentence
from tui.facts.ages import find_ages
from tui.facts.dates import find_dates
from tui.facts.dates.edtf import stretch
from tui.facts.fact import Fact
from tui.facts.quantities import find_quantities
from tui.facts.quantities.value import parse
from tui.facts.subject import Words, flat

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    data = json.loads((CASES / name).read_text("utf-8"))
    return [pytest.param(case, id=case["why"]) for case in data]


def values_of(article: Article) -> list[Fact]:
    """Dates, ages and quantities as `find_facts` finds them, without names."""
    words = Words(article)
    dates = find_dates([article], [words])[0]
    taken = [(m.start, m.end) for fact in dates for m in fact.mentions]
    ages = find_ages(article, [], taken)
    taken += [(m.start, m.end) for fact in ages for m in fact.mentions]
    return [*dates, *ages, *find_quantities(article, words, taken)]


def told(facts: list[Fact], kind: str) -> list[list[str]]:
    return [[m.text, m.value] for f in facts if f.type == kind for m in f.mentions]


@pytest.mark.parametrize("case", cases("dates.json"))
def test_dates(case: dict[str, Any]) -> None:
    assert told(values_of(article_of(case["text"], published=case.get("published"))), "date") == case["want"]


@pytest.mark.parametrize("case", cases("quantities.json"))
def test_quantities(case: dict[str, Any]) -> None:
    assert told(values_of(article_of(case["text"])), "quantity") == case["want"]


@pytest.mark.parametrize("case", cases("ages.json"))
def test_ages(case: dict[str, Any]) -> None:
    facts = [fact for fact in values_of(article_of(case["text"])) if fact.type == "age"]
    assert [[f.mentions[0].text, f.mentions[0].value, f.about] for f in facts] == case["want"]


def test_a_companion_tells_the_day_of_writing() -> None:
    """What rests on another article's date is marked."""
    dated = article_of("The mayor quit on Friday.", published="2023-09-15")
    undated = article_of("The mayor left office Friday, and the hall closed in 2012.")
    dates = find_dates([undated, dated], [Words(undated), Words(dated)])
    assert [(f.mentions[0].value, f.mentions[0].inferred) for f in dates[0]] == [("2023-09-15", True), ("2012", False)]
    assert [(f.mentions[0].value, f.mentions[0].inferred) for f in dates[1]] == [("2023-09-15", False)]


def test_an_article_s_own_full_date_tells_the_day_of_writing() -> None:
    article = article_of("The bank said Friday, Dec. 29, 2017, that it lost. It filed on Thursday.")
    mentions = [f.mentions[0] for f in find_dates([article], [Words(article)])[0]]
    assert [(m.value, m.inferred) for m in mentions] == [("2017-12-29", False), ("2017-12-28", True)]


PIECES = st.sampled_from(
    """12|1,200|$|£|3.5|%|percent|two|hundred|and|a|million|years|-|to|life|old|, |. |\n|\r| |  |May|Friday|7|2012|'90s
p.m.|at|on|noon|last|week|ago|people|dozens|of|nearly|(|)|“|”|’|Kutcher|aged|turned|/|:|–|٣|²|\u200b|🚨|İ|ß""".split(
        "|"
    )
)
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)


@given(TEXTS, st.sampled_from([None, "2023-09-15", "2023", "nonsense"]))
@settings(max_examples=400, deadline=None)
def test_any_text_passes_and_every_mention_is_where_it_says(text: str, published: str | None) -> None:
    article = article_of(text, published=published)
    facts = values_of(article)
    spans = sorted(m.span for f in facts for m in f.mentions)
    for fact in facts:
        assert fact.mentions
        assert fact.about.strip()
        for mention in fact.mentions:
            assert text[mention.start : mention.end] == mention.text
            assert mention.text.strip()
            assert mention.value
    assert all(one[1] <= two[0] for one, two in pairwise(spans)), "mentions overlap"


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_shape_of_quotation_marks_changes_no_value(text: str) -> None:
    straight = text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    curly = straight.replace("'", "’").replace('"', "”")
    assert [f.mentions[0].value for f in values_of(article_of(straight))] == [
        f.mentions[0].value.replace("’", "'").replace("”", '"') for f in values_of(article_of(curly))
    ]


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_flat_text_keeps_every_offset(text: str) -> None:
    article = article_of(text)
    assert len(flat(article)) == len(text)


@pytest.mark.parametrize(
    "value",
    ["2012", "2012-05", "2012-05-03", "2012-05-03T17:00", "2012-22", "2012-36", "../2013-09", "2000/2003", "2017~"],
)
def test_values_of_dates_can_be_read_back(value: str) -> None:
    assert stretch(value) is not None


@pytest.mark.parametrize(
    "value", ["50 people", "~50", ">=4 civilians", "1200000 USD", "30/50 years", "~66.7 %", "0.5 mi"]
)
def test_values_of_quantities_can_be_read_back(value: str) -> None:
    amount = parse(value)
    assert amount is not None
    assert str(amount) == value


HOSTILE = [
    "1,",
    "1 ",
    "two ",
    "two-",
    "twenty-",
    "a ",
    "more than ",
    "in ",
    "May ",
    "12:",
    "$",
    "1-",
    "the ",
    "of ",
    "A",
    "Aa ",
    "Friday ",
    "early ",
    "Friday, ",
    "hundred and ",
    "(",
    ", 4",
    "2012 to ",
    "year-old ",
    "who ",
    "a couple of ",
    "1.",
    "@x",
]


@pytest.mark.timed
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    """Eight times the text may take at most 24 times the time, or less than a quarter of a second at all."""

    def seconds(times: int) -> float:
        text = piece * times
        article = Article(text, (Sentence(0, len(text), 0, "body"),), sha256="")
        begun = time.process_time()
        values_of(article)
        return time.process_time() - begun

    few = seconds(400)
    many = seconds(3200)
    assert many < max(24 * few, 0.25)
