"""Names: hard cases as data, and what holds of any text."""

from __future__ import annotations

import json
import random
import re
import time
from itertools import pairwise, permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article import Article, Sentence
from tui.facts.names import find_names

CASES = Path(__file__).parent / "cases" / "names"
HARD = [case for path in sorted(CASES.glob("*.json")) for case in json.loads(path.read_text("utf-8"))]

PIECES = st.sampled_from(
    """Ashton Kutcher|Kutcher|Mr. |Dr. |Thorn| said |, |. |\n|“|”|"|'|’s |‘|the |The |, an organization |Time|magazine|-
|—|New York|U.S.|wife |as chairman of the board|, who
|@|https://t.co/Ab|'70s Show|FOX NEWS|and |of |St. |😀|\u200b|İ|ß|ǅ|"""
    "\x00|\ud800|́|1998|Zoo|show |*|_|sign up for |Newsletter".split("|")
)
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)


def article_of(text: str) -> Article:
    """An article with a sentence for each stretch up to a full stop or a line's end."""
    found = [m for m in re.finditer(r"[^\n]+?(?:(?<=[a-z0-9])\.[\"”’]?(?=\s)|(?=\n)|\Z)", text) if m.group().strip()]
    spans = [(m.start() + len(m.group()) - len(m.group().lstrip()), m.end()) for m in found]
    sentences = [
        Sentence(start, start + len(text[start:end].rstrip()), n, "body") for n, (start, end) in enumerate(spans)
    ]
    return Article(text, tuple(sentences), sha256="")


@pytest.mark.parametrize("case", HARD, ids=[case["why"] for case in HARD])
def test_hard_case(case: dict[str, Any]) -> None:
    facts = find_names([article_of(text) for text in (case["text"], *case.get("with", []))])[0]
    told = sorted([fact.type, fact.about, [m.text for m in fact.mentions]] for fact in facts)
    assert told == sorted(case["names"])
    for name, roles in case.get("roles", {}).items():
        assert [[m.text for m in fact.roles] for fact in facts if fact.about == name] == [roles]


def test_there_are_enough_hard_cases() -> None:
    assert len(HARD) >= 35


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_mentions_stand_where_they_say(text: str) -> None:
    article = article_of(text)
    for fact in find_names([article])[0]:
        assert fact.mentions
        assert fact.subject == frozenset(fact.about.casefold().split())
        assert list(fact.mentions) == sorted(fact.mentions, key=lambda m: m.span)
        assert {m.value for m in fact.mentions} == {fact.about}
        for mention in (*fact.mentions, *fact.roles):
            assert text[mention.start : mention.end] == mention.text
            assert mention.text.strip() == mention.text != ""


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_no_place_has_two_names(text: str) -> None:
    spans = sorted(m.span for fact in find_names([article_of(text)])[0] for m in fact.mentions)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=3))
def test_the_order_of_articles_changes_nothing(texts: list[str]) -> None:
    articles = [article_of(text) for text in texts]
    usual = find_names(articles)
    for order in permutations(range(len(articles))):
        turned = find_names([articles[i] for i in order])
        assert [set(turned[order.index(i)]) for i in range(len(articles))] == [set(facts) for facts in usual]


def test_straight_and_curly_marks_give_the_same() -> None:
    straight = "Owen Pike's wife, Nora Bell, starred in \"Those '80s Kids.\" O'Hara's show 'The Barn' flopped.\n"
    curly = "Owen Pike’s wife, Nora Bell, starred in “Those ’80s Kids.” O’Hara’s show ‘The Barn’ flopped.\n"
    told = [
        [(fact.type, fact.about, [m.span for m in fact.mentions]) for fact in find_names([article_of(text)])[0]]
        for text in (straight, curly)
    ]
    assert told[0] == told[1]
    assert len(told[0]) == 5


@pytest.mark.timed
@pytest.mark.parametrize(
    "piece",
    [
        "Anna Bell, ",
        "'",
        '"A B ',
        "Mr. ",
        "a.b.",
        "A-",
        "the chairman of the ",
        "City of ",
        "St. ",
        "X" * 50 + " ",
        "İ",
        "A’s",
    ],
)
def test_time_grows_with_length(piece: str) -> None:
    def cost(length: int) -> float:
        article = article_of((piece * length)[:length] + "\n")
        start = time.process_time()
        find_names([article])
        return time.process_time() - start

    find_names([article_of("Nora Bell left.\n")])  # the model is read once
    assert cost(20_000) < 9 * cost(5_000) + 0.2


@pytest.mark.timed
def test_many_names_stay_affordable() -> None:
    chance = random.Random(7)
    letters = "abcdefghijklmnop"
    names = ["".join(chance.choices(letters, k=7)).title() for _ in range(800)]
    text = ". ".join(f"{a} {b} said it" for a, b in zip(names, reversed(names), strict=True)) + ".\n"
    start = time.process_time()
    find_names([article_of(text)])
    assert time.process_time() - start < 5.0
