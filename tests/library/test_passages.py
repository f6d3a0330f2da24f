"""A tick belongs to the passages that its fact rests on."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.telling import HARBOUR, LIGHTHOUSE, article, fact
from tui.article import Article, Pair, Sentence
from tui.facts import Mention
from tui.library import fact_key, normalised
from tui.verdicts import ComparedFact

PAIR = Pair(article(LIGHTHOUSE), article(HARBOUR))
KEY = fact_key(PAIR, fact(PAIR, "1998", "1997"))


def test_sides_may_be_swapped() -> None:
    assert fact_key(PAIR.swapped(), fact(PAIR.swapped(), "1997", "1998")) == KEY


def test_a_change_elsewhere_keeps_the_key() -> None:
    changed = Pair(article("A storm had passed.\n" + LIGHTHOUSE.replace("Nine boats", "Ten boats")), PAIR.b)
    assert fact_key(changed, fact(changed, "1998", "1997")) == KEY


def test_a_change_in_the_passage_is_another_fact() -> None:
    changed = Pair(article(LIGHTHOUSE.replace("as well", "too")), PAIR.b)
    assert fact_key(changed, fact(changed, "1998", "1997")) != KEY


def test_line_ends_and_the_shape_of_quotation_marks_count_for_nothing() -> None:
    straight, curly = 'She said "it failed in 1998" on Monday.', "She said “it failed  in 1998”  on Monday."
    keys = [fact_key(pair, fact(pair, "1998", None)) for pair in (Pair(article(t), PAIR.b) for t in (straight, curly))]
    assert keys[0] == keys[1]


def test_two_figures_of_one_sentence_are_two_facts() -> None:
    pair = Pair(article("Two people fell and two swam ashore."), PAIR.b)
    first, second = fact(pair, "Two", None, type="quantity"), fact(pair, "two", None, type="quantity")
    assert fact_key(pair, first) != fact_key(pair, second)


def test_type_counts() -> None:
    assert fact_key(PAIR, fact(PAIR, "1998", "1997", type="quantity")) != KEY


def test_verdict_and_name_of_the_fact_do_not_count() -> None:
    assert fact_key(PAIR, fact(PAIR, "1998", "1997", verdict="compatible")) == KEY


def test_another_caption_changes_nothing() -> None:
    caption = "Photo: Corrie Point in 1998. Jane Doe/Getty Images\n"
    plain = article("It went dark in 1998, the keeper said on the day.\n")
    with_caption = article("It went dark in 1998, the keeper said on the day.\n" + caption)
    assert any(sentence.is_furniture for sentence in with_caption.sentences)
    start = with_caption.text.rindex("1998")
    one = fact(Pair(plain, PAIR.b), "1998", None)
    both = fact(Pair(with_caption, PAIR.b), "1998", None)
    more = (*both.mentions.a, both.mentions.a[0].__class__(start, start + 4, "1998", "1998"))
    two = both.__class__(both.type, both.about, both.verdict, both.rule, Pair(more, ()))
    assert fact_key(Pair(with_caption, PAIR.b), two) == fact_key(Pair(plain, PAIR.b), one)


@pytest.mark.timed
def test_an_endless_sentence_costs_no_more_than_its_mentions() -> None:
    text = "In " + "and then 1998 came, " * 20_000 + "as they say."
    a = Article(text, (Sentence(0, len(text), 0, "body"),), "0" * 64)
    mentions = tuple(Mention(n, n + 4, "1998", "1998") for n in range(12, 12 + 20 * 2000, 20))
    long = ComparedFact("date", "it came", "only-a", "written for a test", Pair(mentions, ()))
    start = time.process_time()
    fact_key(Pair(a, PAIR.b), long)
    assert time.process_time() - start < 2


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)
