"""What the reader sees of a verdict: what it is about, why it stands, and whether both sides are one copy."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.facts.articles import article_of
from tests.verdicts.test_values import facts_of, weighed
from tui import compare
from tui.article import Article
from tui.verdicts import ComparedFact
from tui.verdicts.table import table

TITLES = json.loads((Path(__file__).parent / "cases" / "titles.json").read_text("utf-8"))
EARLY, LATE = "2024-03-04", "2024-03-06"


def shared(a: Article, b: Article) -> list[ComparedFact]:
    return [fact for fact in weighed(a, b, [[0, 0]]) if all(fact.mentions)]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"]) for case in TITLES])
def test_a_title_says_what_both_sides_tell_of(case: dict[str, Any]) -> None:
    (fact,) = shared(article_of(case["a"]), article_of(case["b"]))
    assert [fact.about, fact.rule] == [case["about"], case["rule"]]


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        pytest.param(EARLY, LATE, "compatible", id="the later report counts more"),
        pytest.param(LATE, EARLY, "conflict", id="the later report counts fewer"),
        pytest.param(EARLY, EARLY, "conflict", id="reports of one day"),
        pytest.param(None, LATE, "conflict", id="a report of no known day"),
        pytest.param("2024", LATE, "conflict", id="a report of no known day in its year"),
    ],
)
def test_a_count_that_grows_is_news(first: str | None, second: str, verdict: str) -> None:
    a = article_of("The fire killed 30 people in Vik.", published=first)
    b = article_of("In Vik 41 people were killed by the fire.", published=second)
    (fact,) = shared(a, b)
    assert fact.verdict == verdict
    if verdict == "compatible":
        assert fact.rule == f'"30 people" on {EARLY}, "41 people" on {LATE}: the later report counts more of them'


def test_a_count_that_does_not_grow_conflicts_on_any_day() -> None:
    a = article_of("The choir has 12 members in Vik.", published=EARLY)
    b = article_of("The choir in Vik has 15 members.", published=LATE)
    (fact,) = shared(a, b)
    assert fact.verdict == "conflict"


COPIED = "In May, Berg was found guilty of two counts of fraud; last week the court gave him a term of nine years."


def same_copies(a: str, b: str) -> set[str]:
    facts = compare(article_of(a), article_of(b)).facts or ()
    return {m.text for fact in facts if fact.same_copy for m in fact.mentions.a}


def test_a_copied_sentence_is_no_corroboration() -> None:
    assert {"two counts", "nine years"} <= same_copies(f"{COPIED} He said nothing.", f"Vik waited. {COPIED}")


def test_a_formula_is_no_copy() -> None:
    one = "The court in Vik has given Berg nine years in prison for fraud."
    two = "Berg was told on a grey morning: nine years in prison for fraud, and no appeal."
    assert same_copies(one, two) == set()


def test_words_that_both_heard_are_no_copy() -> None:
    said = '"I am proud of what all of us have built together here in the past decade,"'
    assert (
        same_copies(f"{said} Lind wrote in a letter.", f"Reached at home, she read it out: {said} and hung up.")
        == set()
    )


def test_a_row_is_about_what_most_pairs_say() -> None:
    texts = ["Lind founded Havn in 2012.", "Havn was founded in 2009 by Lind.", "Lind founded Havn in 2009."]
    articles = [article_of(text) for text in texts]
    rows = [row for row in table(articles, facts_of(articles)) if row.type == "date"]
    assert [row.about for row in rows if row.verdict == "conflict"] == ["Havn founded"]


def test_a_name_written_differently_is_shown_on_both_sides() -> None:
    a = article_of("Police arrested Jermane Tollan on Friday. Tollan said nothing.")
    b = article_of("Police arrested Jerrmane Tollan on Friday. Tollan said nothing.")
    rules = [f.rule for f in compare(a, b).facts or () if f.type == "person" and all(f.mentions)]
    assert rules == ['A writes "Jermane Tollan", B "Jerrmane Tollan": one name']


def test_the_language_of_an_article_is_told() -> None:
    english = article_of("The mayor said that she had been at home with her son and that it was late.")
    german = article_of("Der Bürgermeister sagte, dass er mit dem Sohn zu Hause war und es spät ist, das ist alles.")
    document = compare(english, german).to_json()
    assert [document[side]["language"] for side in ("a", "b")] == ["en", "de"]  # type: ignore[index]
    assert compare(replace(english, text="12", sentences=()), english).to_json()["a"]["language"] is None  # type: ignore[index]
