"""The inline tags of a wire format are facts without guessing."""

from __future__ import annotations

from dataclasses import replace

from tests.facts.articles import article_of
from tui.article import Article, Mark, MarkKind
from tui.facts import Fact, FactType, find_facts

TEXT = "Anna Roe of the Brightwater met Lake Ostrov on 3 May. She had come from Zelm the week before.\n"


def marked(*tags: tuple[str, MarkKind, str | None], text: str = TEXT) -> Article:
    marks = [Mark(text.index(words), text.index(words) + len(words), kind, value) for words, kind, value in tags]
    return replace(article_of(text, published="2023-05-10"), marks=tuple(marks))


def found(article: Article, *kinds: FactType) -> list[tuple[str, str, str]]:
    facts: list[Fact] = [fact for fact in find_facts([article])[0] if fact.type in kinds]
    return sorted((fact.type, m.text, m.value) for fact in facts for m in fact.mentions)


def test_a_tag_wins_over_a_guess_and_adds_what_was_not_found() -> None:
    tags: tuple[tuple[str, MarkKind, str | None], ...] = (
        ("Brightwater", "organisation", None), ("Lake Ostrov", "person", "person:1"), ("Zelm", "place", None),
    )  # fmt: skip
    names = found(marked(*tags), "person", "organisation", "place")
    assert ("organisation", "Brightwater", "Brightwater") in names
    assert ("person", "Lake Ostrov", "Lake Ostrov") in names
    assert ("place", "Zelm", "Zelm") in names
    assert {text for kind, text, _ in names if kind == "place"} == {"Zelm"}
    assert ("person", "Anna Roe", "Anna Roe") in names, "what is not tagged is found as before"


def test_tags_that_say_what_was_found_change_nothing() -> None:
    plain = find_facts([article_of(TEXT, published="2023-05-10")])
    assert find_facts([marked(("Anna Roe", "person", "jroe"), ("3 May", "date", "20230503"))]) == plain


def test_a_tagged_date_is_the_day_that_it_says() -> None:
    assert found(marked(("3 May", "date", "2021-05-03")), "date")[0] == ("date", "3 May", "2021-05-03")
    assert ("date", "She", "2023-05-01") in found(marked(("She", "date", "20230501T100000Z")), "date")
    assert found(marked(("3 May", "date", "in spring")), "date")[0] == ("date", "3 May", "2023-05-03")


def test_tags_behind_the_part_that_is_read_are_left_out() -> None:
    article = replace(
        article_of("Anna Roe left.\n"), marks=(Mark(900, 905, "person", None), Mark(900, 905, "date", "20230501"))
    )
    assert {fact.about for fact in find_facts([article])[0]} == {"Anna Roe"}
