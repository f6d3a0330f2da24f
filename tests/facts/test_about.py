"""What a fact is about: short phrases of the article's own words, as data and as promises."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facts.articles import article_of
from tests.facts.test_values import PIECES, values_of
from tui.facts import Fact
from tui.facts.kinds import STOP
from tui.facts.phrases import about, about_counted

HARD = json.loads((Path(__file__).parent / "cases" / "about.json").read_text("utf-8"))
_TELLING = frozenset("said came took made went well".split())
"""Stop words of comparing that say something in a phrase: "the coach said", "a well"."""
_NEVER = STOP - _TELLING


def titled(text: str) -> list[Fact]:
    facts = [fact for fact in values_of(article_of(text)) if fact.type in ("date", "quantity")]
    return sorted(facts, key=lambda fact: fact.mentions[0].start)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"]) for case in HARD])
def test_phrases(case: dict[str, Any]) -> None:
    assert [[f.mentions[0].text, f.about] for f in titled(case["text"])] == case["want"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"]) for case in HARD])
def test_a_phrase_is_short_whole_and_not_the_mention(case: dict[str, Any]) -> None:
    for fact in titled(case["text"]):
        words = fact.about.split()
        assert 2 <= len(words) <= 6, fact.about
        assert words[-1].lower() not in _NEVER
        assert words[0].lower() not in _NEVER - {"the"}
        assert fact.about[-1].isalnum()
        assert words[0].lower() != "the" or len(words) == 2, "only of one noun: the crash"
        assert fact.mentions[0].text.lower() not in fact.about.lower()


def test_the_shape_of_quotation_marks_changes_no_phrase() -> None:
    for case in HARD:
        curly = case["text"].replace("'", "’").replace('"', "”")
        assert [f.about for f in titled(curly)] == [f.about for f in titled(case["text"])]


def test_a_dateline_says_so() -> None:
    article = article_of("4 May 2012", role="date")
    assert about(article, 0, 10) == "date of the article"


@given(st.lists(PIECES, max_size=20).map(" ".join), st.integers(0, 30), st.integers(1, 12))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_phrase(text: str, start: int, length: int) -> None:
    article = article_of(text)
    start = min(start, len(text))
    end = min(len(text), start + length)
    for phrase in (about(article, start, end), about_counted(article, start, end, ("people",))):
        assert phrase.strip()
        assert "\n" not in phrase
        assert len(phrase.split()) <= 8
