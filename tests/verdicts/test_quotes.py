"""Verdicts on quotes: hard cases as data; the mirror; what is a copy and what is not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article import Article, Pair, Sentence, Span
from tui.comparing import Alignment, Edit, Link
from tui.facts import Fact, Mention
from tui.facts.quotes import find_quotes
from tui.verdicts.quotes import weigh_quotes
from tui.verdicts.verdict import ComparedFact, Ground

HARD = json.loads((Path(__file__).parent / "cases" / "quotes.json").read_text("utf-8"))
PEOPLE = {"Ada Lund": "Lund", "Peter Moe": "Moe"}


def article_of(text: str) -> Article:
    lines = [m for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    sentences = tuple(Sentence(m.start(), m.end(), n, "body") for n, m in enumerate(lines))
    return Article(text, sentences, sha256="")


def facts_of(article: Article) -> list[Fact]:
    names = []
    for name, last in PEOPLE.items():
        found = [Mention(m.start(), m.end(), m.group(), name) for m in re.finditer(rf"\b{last}\b", article.text)]
        if found:
            names.append(Fact("person", name, tuple(found)))
    return find_quotes(article, names)


def ground_of(a: Article, b: Article, *, copied: bool = False) -> Ground:
    """All first sentences linked; with `copied`, as one run of equal words."""
    links: tuple[Link, ...] = ()
    if copied:
        edit = Edit("equal", Span(0, len(a.text)), Span(0, len(b.text)))
        links = (Link((0,), (0,), "same", False, 1.0, True, (edit,)),)
    return Ground(Pair(a, b), Alignment("tellings", links, (), (), {}))


def weighed(text_a: str, text_b: str, *, copied: bool = False) -> list[ComparedFact]:
    a, b = article_of(text_a), article_of(text_b)
    return weigh_quotes(ground_of(a, b, copied=copied), facts_of(a), facts_of(b))


@pytest.mark.parametrize("case", HARD, ids=[case["why"] for case in HARD])
def test_hard_case(case: dict[str, Any]) -> None:
    facts = [fact for fact in weighed(case["a"], case["b"]) if fact.type == "quote"]
    assert sorted(fact.verdict for fact in facts) == sorted(case["verdicts"]), [fact.rule for fact in facts]
    if "speakers_differ" in case:
        assert [fact.speakers_differ for fact in facts] == [case["speakers_differ"]]


@pytest.mark.parametrize("case", HARD, ids=[case["why"] for case in HARD])
def test_hard_case_mirrors(case: dict[str, Any]) -> None:
    assert mirrored(weighed(case["a"], case["b"])) == shape(weighed(case["b"], case["a"]))


def shape(facts: list[ComparedFact]) -> list[tuple[object, ...]]:
    rows = [
        (f.type, f.about, f.verdict, f.same_copy, f.speakers_differ, tuple(f.mentions), tuple(f.speaker), tuple(f.verb))
        for f in facts
    ]
    return sorted(rows, key=repr)


def mirrored(facts: list[ComparedFact]) -> list[tuple[object, ...]]:
    turned = {"only-a": "only-b", "only-b": "only-a"}
    rows = [
        (
            f.type,
            f.about,
            turned.get(f.verdict, f.verdict),
            f.same_copy,
            f.speakers_differ,
            tuple(f.mentions.swapped()),
            tuple(f.speaker.swapped()),
            tuple(f.verb.swapped()),
        )
        for f in facts
    ]
    return sorted(rows, key=repr)


WORDS = st.sampled_from("we lost the old barn and cows river took it not again will … [be] (sic) build".split())
QUOTED = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), max_size=5)
VERBS = st.sampled_from(["Lund said", "Moe said", "he added", "nobody knew"])
TOLD = st.tuples(QUOTED, VERBS).map(lambda t: "\n".join(f'"{words.capitalize()}," {t[1]}.' for words in t[0]))


@settings(deadline=None, max_examples=150)
@given(TOLD, TOLD)
def test_swapping_the_sides_swaps_the_verdicts(text_a: str, text_b: str) -> None:
    assert mirrored(weighed(text_a, text_b)) == shape(weighed(text_b, text_a))


@settings(deadline=None, max_examples=100)
@given(TOLD.filter(lambda text: "…" not in text and all(len(line.split()) > 5 for line in text.splitlines())))
def test_every_quote_agrees_with_itself(text: str) -> None:
    assert {fact.verdict for fact in weighed(text, text)} <= {"agree"}


@settings(deadline=None, max_examples=100)
@given(TOLD, TOLD)
def test_every_mention_is_told_and_every_verdict_has_its_rule(text_a: str, text_b: str) -> None:
    facts = weighed(text_a, text_b)
    for side, text in enumerate((text_a, text_b)):
        wanted = {m for f in facts_of(article_of(text)) for m in f.mentions}
        assert {m for f in facts for m in f.mentions[side]} == wanted
    assert all(fact.rule for fact in facts)


def test_the_rule_names_what_was_left_out() -> None:
    [fact] = weighed('"We lost the barn and kept the cows," Lund said.', '"We lost the barn," Lund said.')
    assert "left out: “and kept the cows”" in fact.rule


def test_the_rule_names_the_altered_words() -> None:
    a, b = '"We meant it for the judge to read," Lund said.', '"We wrote it for the judge to read," Lund said.'
    [fact] = weighed(a, b)
    assert "“meant” against “wrote”" in fact.rule


def test_words_of_a_speaker_are_a_copy_only_with_the_prose_around_them() -> None:
    text = '"We lost the barn and kept the cows," Lund said by the river at dawn.'
    [copied] = weighed(text, text, copied=True)
    [heard] = weighed(text, '"We lost the barn and kept the cows," a tired Lund told us.')
    assert copied.same_copy
    assert not heard.same_copy


def test_statements_meet_only_in_linked_sentences() -> None:
    text_a = "Lund said the dam would be rebuilt by spring."
    text_b = "Lund said the broken dam would be rebuilt by next spring."
    apart = weighed(text_a, text_b)
    assert sorted(fact.verdict for fact in apart) == ["only-a", "only-b"]
    [together] = weighed(text_a, text_b, copied=True)
    assert (together.type, together.verdict) == ("statement", "compatible")
