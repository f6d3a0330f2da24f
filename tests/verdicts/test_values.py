"""Verdicts on dates, quantities and ages: hard pairs as data, and what holds of any pair."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facts.articles import article_of
from tui.article import Article, Pair
from tui.comparing import IGNORABLE, Alignment, Link
from tui.facts import Fact, find_facts
from tui.facts.ages import find_ages
from tui.facts.dates import find_dates
from tui.facts.quantities import find_quantities
from tui.facts.subject import Words
from tui.verdicts.ages import weigh_ages
from tui.verdicts.amounts import relate as relate_quantities
from tui.verdicts.dates import relate as relate_dates
from tui.verdicts.dates import weigh_dates
from tui.verdicts.quantities import weigh_quantities
from tui.verdicts.table import table
from tui.verdicts.verdict import ComparedFact, Ground

HARD = json.loads((Path(__file__).parent / "cases" / "values.json").read_text("utf-8"))


def alignment_of(links: list[list[int]]) -> Alignment:
    made = tuple(Link((i,), (j,), "reworded", False, 0.5, True, ()) for i, j in links)
    return Alignment("tellings", made, (), (), dict.fromkeys(IGNORABLE, 0))


def facts_of(articles: list[Article]) -> list[list[Fact]]:
    words = [Words(article) for article in articles]
    found = []
    for article, content, dates in zip(articles, words, find_dates(articles, words), strict=True):
        taken = [(m.start, m.end) for fact in dates for m in fact.mentions]
        ages = find_ages(article, [], taken)
        taken += [(m.start, m.end) for fact in ages for m in fact.mentions]
        found.append([*dates, *ages, *find_quantities(article, content, taken)])
    return found


def weighed(a: Article, b: Article, links: list[list[int]]) -> list[ComparedFact]:
    ground = Ground(Pair(a, b), alignment_of(links))
    one, two = facts_of([a, b])
    return [
        fact
        for kind, weigh in (("date", weigh_dates), ("quantity", weigh_quantities), ("age", weigh_ages))
        for fact in weigh(ground, [f for f in one if f.type == kind], [f for f in two if f.type == kind])
    ]


def joined(facts: list[ComparedFact]) -> list[list[object]]:
    rows: list[list[object]] = [
        [f.type, f.verdict, [m.text for m in f.mentions.a], [m.text for m in f.mentions.b]]
        for f in facts
        if f.mentions.a and f.mentions.b
    ]
    return sorted(rows, key=str)


def sides(case: dict[str, Any]) -> tuple[Article, Article]:
    a = article_of(case["a"], published=case.get("published"))
    b = article_of(case["b"], published=case.get("published"))
    if "furniture" in case:
        roles = [replace(s, role="caption") if n in case["furniture"] else s for n, s in enumerate(b.sentences)]
        b = replace(b, sentences=tuple(roles))
    return a, b


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"]) for case in HARD])
def test_pairs(case: dict[str, Any]) -> None:
    a, b = sides(case)
    assert joined(weighed(a, b, case["links"])) == sorted(case["want"], key=str)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"]) for case in HARD])
def test_swapping_the_sides_swaps_every_verdict(case: dict[str, Any]) -> None:
    a, b = sides(case)
    there = weighed(a, b, case["links"])
    back = weighed(b, a, [[j, i] for i, j in case["links"]])
    other = {"only-a": "only-b", "only-b": "only-a"}
    mirrored = {(f.type, other.get(f.verdict, f.verdict), f.mentions.b, f.mentions.a, f.about) for f in back}
    assert {(f.type, f.verdict, f.mentions.a, f.mentions.b, f.about) for f in there} == mirrored


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"]) for case in HARD])
def test_a_paragraph_about_something_else_changes_no_verdict(case: dict[str, Any]) -> None:
    a, b = sides(case)
    longer = replace(article_of(case["a"] + "\nBakers sell rye loaves; grapes ripen.", published=case.get("published")))
    assert joined(weighed(longer, b, case["links"])) == joined(weighed(a, b, case["links"]))


def test_every_mention_is_in_one_compared_fact() -> None:
    for case in HARD:
        a, b = sides(case)
        facts = weighed(a, b, case["links"])
        for side, article in enumerate((a, b)):
            told = [m.span for f in facts for m in f.mentions[side]]
            assert sorted(told) == sorted(m.span for f in facts_of([a, b])[side] for m in f.mentions), article.text


def test_a_rule_reads_like_a_sentence() -> None:
    a, b = sides(HARD[0])
    (fact,) = weighed(a, b, [])
    assert fact.rule == '"2012" against "2009": two different years for the founding of Havn'


DATES = st.text(max_size=12) | st.sampled_from(
    """2012 2012-05 2012-05-03 XXXX-05 XXXX-05-03 ../2013-09 2000/2003 2017~ T17:00 Friday 2012-05-03T17:00
    today""".split()
)
NUMBERS = st.text(max_size=12) | st.sampled_from(
    "50 people|~50 people|>=4|40 m|131 ft|13625777 USD|13600000 USD|2/3 %|30 years to life".split("|")
)


@given(DATES, DATES)
@settings(max_examples=200, deadline=None)
def test_dates_relate_alike_from_both_sides(a: str, b: str) -> None:
    assert relate_dates(a, b) == relate_dates(b, a)
    assert relate_dates(a, a) == "agree"


@given(NUMBERS, NUMBERS)
@settings(max_examples=200, deadline=None)
def test_numbers_relate_alike_from_both_sides(a: str, b: str) -> None:
    assert relate_quantities(a, b) == relate_quantities(b, a)
    assert relate_quantities(a, a) == "agree"


def test_rows_do_not_hang_on_the_order_of_the_articles() -> None:
    texts = [HARD[0]["a"], HARD[0]["b"], HARD[1]["b"], "Lind founded the shelter Havn in 2009, she said."]
    articles = [article_of(text, published="2023-09-15") for text in texts]

    def rows(order: list[int]) -> set[object]:
        chosen = [articles[n] for n in order]
        return {
            (row.type, row.verdict, frozenset((order[n], c.values) for n, c in enumerate(row.cells) if c))
            for row in table(chosen, facts_of(chosen), lambda _a, _b: alignment_of([]))
        }

    assert rows([0, 1, 2, 3]) == rows([3, 1, 0, 2]) == rows([2, 3, 1, 0])
    founding = next(r for r in table(articles, facts_of(articles), lambda _a, _b: alignment_of([])) if r.type == "date")
    assert founding.verdict == "conflict"
    assert [cell and cell.values for cell in founding.cells] == [("2012",), ("2009",), ("../2013-09",), ("2009",)]
    assert founding.pairs[0, 1] == "conflict"
    assert founding.pairs[1, 3] == "agree"


def test_articles_of_one_day_share_the_row_of_their_date() -> None:
    dated = [article_of(line, published=day, role="date") for line, day in DATELINES]
    rows = [
        r for r in table(dated, facts_of(dated), lambda _a, _b: alignment_of([])) if r.about == "date of the article"
    ]
    assert sorted((r.verdict, [c and c.values for c in r.cells]) for r in rows) == [
        ("agree", [("2021-05-04",), None, ("2021-05-04",)]),
        ("only", [None, ("2021-05-05",), None]),
    ]


DATELINES = [("4 May 2021", "2021-05-04"), ("May 5, 2021", "2021-05-05"), ("Tuesday, 4 May 2021", "2021-05-04")]


@pytest.mark.timed
@pytest.mark.parametrize("piece", ["12 people. ", "May 4. ", "Berg, 47, came. ", "12. ", "About 7 of them, 1950. "])
def test_many_facts_take_bounded_time(piece: str) -> None:
    """Two texts of fifteen hundred numbers each: under eight seconds, most of it for the first few hundred pairs."""
    a, b = article_of(piece * 1500), article_of(piece.replace("2", "3") * 1500)
    begun = time.process_time()
    weighed(a, b, [[n, n] for n in range(50)])
    assert time.process_time() - begun < 8


def test_another_language_gets_numbers_without_words() -> None:
    text = "Der Bürgermeister der Stadt ist am 14. Mai mit 12 Leuten und für die 2019-02-28 nicht in das Haus gegangen."
    facts = find_facts([article_of(text)])[0]
    assert [m.text for f in facts if f.type == "date" for m in f.mentions] == ["2019-02-28"]


@pytest.mark.parametrize("digits", [300, 400, 5000])
def test_a_number_of_any_length_can_be_held_against_another(digits: int) -> None:
    """A reader may set such a value by hand."""
    long = f"{'9' * digits} people"
    assert relate_quantities(long, long) == "agree"
    for other in ("5 people", "30/50 people", ">=9 people", f"{'7' * digits} people"):
        assert relate_quantities(long, other) == relate_quantities(other, long)
