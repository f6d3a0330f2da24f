"""Texts that are too large, or too dense, to be worked through: they are answered, and what was left out is said."""

from __future__ import annotations

import time

import pytest

from tests.facts.articles import article_of
from tui.article import Article, Sentence
from tui.comparison import compare, facts_table, link, with_facts
from tui.facts import budget, find_facts, limits_of
from tui.facts.budget import LISTED, MANY, PHRASED, READ, read_part

CALM = "On Friday 12 people died in the blast, Nora Bell said. "
ENDLESS = {
    "numbers with commas": "1,",
    "numbers with blanks": "1 ",
    "dates in one sentence": "and on 12 May 1987, ",
    "weekdays in one sentence": "and then on Friday the 9th ",
    "ranges that never end": "from May to ",
    "quotes that never close": '"Well then we go ',
    "one-word sentences": "Word. ",
    "names in one sentence": "Nora Bell, Ola Berg and ",
    "one name again and again": "Then Nora Bell met Bell. ",
    "quotations": '"We go now," said Nora Bell. ',
    "roles": "Nora Bell, chairman of the board, ",
    "titles of works": 'the film "The Red House", ',
    "ages": "Nora Bell, 43, a boy, ",
    "equal facts": "On Friday 12 people died in the blast. ",
    "sums": "and $12 million of profit, ",
}


def one_sentence(text: str) -> Article:
    return Article(text, (Sentence(0, len(text), 0, "body"),), sha256="")


@pytest.mark.parametrize("piece", ENDLESS.values(), ids=ENDLESS.keys())
def test_an_endless_sentence_is_answered(piece: str) -> None:
    text = piece * (2000 // len(piece))
    a, b = one_sentence(text), one_sentence("Well, " + text)
    for fact in compare(a, b).facts or ():
        assert all(a.text[m.start : m.end] == m.text for m in fact.mentions.a)
        assert all(b.text[m.start : m.end] == m.text for m in fact.mentions.b)


def test_an_article_of_news_has_no_limits() -> None:
    article = article_of(CALM * 100)
    assert limits_of(article, find_facts([article])[0], "A") == ()
    assert compare(article, article).limits == ()


def test_beyond_what_is_read_nothing_is_found_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "READ", 3000)
    article = article_of("Ola Berg left on Monday.\n" + "The rain went on and on there. " * 100 + CALM)
    facts = find_facts([article])[0]
    assert {m.text for fact in facts for m in fact.mentions} == {"Ola Berg", "Monday"}
    assert any("first 3,000 characters" in said for said in limits_of(article, facts, "A"))


def test_one_line_that_never_ends_is_read_from_its_beginning() -> None:
    article = one_sentence("Nora Bell left on Monday " + "and sang " * READ)
    kept = read_part(article)
    assert kept.text == article.text[: len(kept.text)]
    assert READ - 20 < len(kept.text) <= READ
    assert kept.sentences[0].end == len(kept.text)


def test_many_numbers_of_a_sentence_are_facts_without_a_title() -> None:
    article = one_sentence("They saw " + ", ".join(f"{n + 2} dogs" for n in range(PHRASED + 5)))
    numbers = [fact for fact in find_facts([article])[0] if fact.type == "quantity"]
    assert [fact.about == MANY for fact in numbers] == [False] * PHRASED + [True] * 5
    assert any("have no title" in said for said in limits_of(article, numbers, "A"))


def test_only_the_first_of_very_many_numbers_are_listed() -> None:
    article = one_sentence("1," * (LISTED + 50))
    numbers = [fact for fact in find_facts([article])[0] if fact.type == "quantity"]
    assert len(numbers) == LISTED
    table = facts_table([article])
    assert any(said.startswith("Article 1 tells so many numbers") for said in table.limits)
    assert table.to_json()["limits"] == list(table.limits)


def test_what_was_not_weighed_is_said_for_its_side() -> None:
    many, few = article_of("Then 7 cows came. " * 250), article_of("Then 7 cows came.")
    assert [s[:2] for s in compare(many, few).limits] == ["A "]
    assert [s[:2] for s in compare(few, many).limits] == ["B "]


@pytest.mark.timed
@pytest.mark.parametrize("piece", ENDLESS.values(), ids=ENDLESS.keys())
def test_the_cost_of_facts_and_verdicts_grows_with_the_text_and_not_faster(piece: str) -> None:
    """Four times the text takes at most ten times the time, or less than a quarter of a second."""

    def seconds(times: int) -> float:
        a, b = one_sentence(piece * times), one_sentence("Well, " + piece * times)
        linked = link(a, b)
        begun = time.process_time()
        with_facts(linked)
        return time.process_time() - begun

    seconds(10)
    few = seconds(300)
    assert seconds(1200) < max(0.25, 10 * few)
