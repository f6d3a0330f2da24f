"""Quotes: hard cases as data, and what holds of any text."""

from __future__ import annotations

import json
import re
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article import Article, Role, Sentence
from tui.facts.fact import Fact, FactType, Mention
from tui.facts.quotes import find_quotes, quoted_spans

CASES = Path(__file__).parent / "cases" / "quotes"
HARD = [case for path in sorted(CASES.glob("*.json")) for case in json.loads(path.read_text("utf-8"))]
MANY = 10_000

# Words, marks and attributions that make and break quotations.
PIECES = st.sampled_from(
    """“|”|"|'|‘|’|''|" "| |, |. |\n|he said|Lund|the couple said|don't|: |…|(sic)|[be]|'70s|said |according to |A
|we went home|and|?|—|\u200b|🚨""".split("|")
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


def article_of(text: str, role: Role = "body") -> Article:
    """An article whose paragraphs are lines, one sentence each."""
    lines = [m for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    sentences = tuple(Sentence(m.start(), m.end(), n, role) for n, m in enumerate(lines))
    return Article(text, sentences, sha256="")


def names_of(text: str, case: dict[str, Any]) -> list[Fact]:
    """The names of a case: people by full name and last name, all else by the full name."""
    kinds: dict[str, FactType] = {"people": "person", "organisations": "organisation", "works": "work"}
    facts = []
    for key, kind in kinds.items():
        for name in case.get(key, []):
            forms = rf"{re.escape(name)}|{re.escape(name.split()[-1])}" if kind == "person" else re.escape(name)
            found = [Mention(m.start(), m.end(), m.group(), name) for m in re.finditer(rf"\b(?:{forms})\b", text)]
            if found:
                facts.append(Fact(kind, name, tuple(found)))
    return facts


def told(facts: list[Fact], kind: FactType) -> list[list[object]]:
    """Words, speakers and verb of each mention of a type, in text order."""
    found: list[tuple[int, list[object]]] = [
        (m.start, [m.text, list(f.speaker), f.verb]) for f in facts if f.type == kind for m in f.mentions
    ]
    return [row for _, row in sorted(found, key=lambda row: row[0])]


@pytest.mark.parametrize("case", HARD, ids=[case["why"] for case in HARD])
def test_hard_case(case: dict[str, Any]) -> None:
    facts = find_quotes(article_of(case["text"]), names_of(case["text"], case))
    assert told(facts, "quote") == case["quotes"]
    if "statements" in case:
        assert told(facts, "statement") == case["statements"]


def test_there_are_enough_hard_cases() -> None:
    assert len(HARD) >= 40
    assert len({case["why"] for case in HARD}) == len(HARD)


@pytest.mark.parametrize("role", ["promo", "byline", "date"])
def test_furniture_that_is_no_caption_quotes_nobody(role: Role) -> None:
    assert find_quotes(article_of('"Read all of it today," our editor said.\n', role), []) == []


def test_a_caption_may_quote() -> None:
    assert len(find_quotes(article_of('"We lost the barn," Lund said.\n', "caption"), [])) == 1


def test_words_quoted_twice_are_one_fact() -> None:
    [fact] = find_quotes(article_of('"Massive damage"\nLund said there was "massive damage" to the dam.\n'), [])
    assert [mention.text for mention in fact.mentions] == ["Massive damage", "massive damage"]
    assert fact.speaker == ("Lund",)


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_any_text_passes_and_spans_point_at_it(text: str) -> None:
    for fact in find_quotes(article_of(text), []):
        assert fact.mentions
        for mention in fact.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.text
    spans = quoted_spans(text)
    assert spans == sorted(spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


def curled(text: str) -> str:
    """The same text with curly marks, as a typesetter sets them."""
    text = re.sub(r'(^|[\s(\[—–])"', r"\1“", text, flags=re.MULTILINE).replace('"', "”")
    return re.sub(r"(^|[\s(\[—–“])'", r"\1‘", text, flags=re.MULTILINE).replace("'", "’")


PLAIN = [case for case in HARD if not re.search("[“”‘’„«»]|''", case["text"]) and "6'2\"" not in case["text"]]


@pytest.mark.parametrize("case", PLAIN, ids=[case["why"] for case in PLAIN])
def test_curly_marks_change_neither_values_nor_speakers(case: dict[str, Any]) -> None:
    straight, curly = case["text"], curled(case["text"])
    first, second = (find_quotes(article_of(t), names_of(t, case)) for t in (straight, curly))
    assert [(f.type, f.mentions[0].value, f.speaker, f.verb) for f in first] == [
        (f.type, f.mentions[0].value, f.speaker, f.verb) for f in second
    ]


@pytest.mark.timed
@pytest.mark.parametrize(
    "piece",
    ['"a b ', "“a b ", "'a b ", 'b," he said ', '"', '"....', 'he said "x," ', '"Oh no she did\n', "said ", "\"'a "],
)
def test_time_is_linear_in_quotations_that_never_close(piece: str) -> None:
    """Twice the text may cost four times, for busy machines; where time is quadratic, this many take minutes."""

    def cost(times: int) -> float:
        article = article_of(piece * times)
        start = time.process_time()
        find_quotes(article, [])
        return time.process_time() - start

    cost(100)
    assert cost(MANY) < max(4 * cost(MANY // 2), 0.2)
