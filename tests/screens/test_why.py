"""What the window says of why a verdict stands."""

from __future__ import annotations

from dataclasses import replace

from tests.screens.story import article, bridge, fact
from tui.article import Pair
from tui.screens.why import why_text
from tui.verdicts import ComparedFact


def _opened(**changes: object) -> ComparedFact:
    fact = (bridge().facts or ())[0]
    first = fact.mentions.a[0]
    return replace(fact, mentions=Pair((first, replace(first, **changes)), fact.mentions.b))  # type: ignore[arg-type]


def test_values_are_in_words() -> None:
    said = why_text(bridge(), _opened(value="1968-05-02/1968-05-09")).plain
    assert "2–9 May 1968" in said
    assert "1968-05" not in said


def test_a_value_that_the_side_states_itself_is_not_told_a_second_time_as_inferred() -> None:
    said = why_text(bridge(), _opened(inferred=True)).plain
    assert "inferred" not in said
    assert "1968 (inferred)" in why_text(bridge(), replace(_opened(inferred=True), mentions=Pair(
        (replace(_opened().mentions.a[0], inferred=True),), _opened().mentions.b))).plain  # fmt: skip


def test_a_number_alone_is_left_out_beside_the_number_of_something() -> None:
    fact = replace(_opened(), type="quantity")
    first = fact.mentions.a[0]
    both = (replace(first, value=">=279"), replace(first, value=">=279 people"))
    said = why_text(bridge(), replace(fact, mentions=Pair(both, ()))).plain
    assert said.count("at least 279") == 1


A = article('He said: "The bridge was safe on all of those days."')
B = article('"The bridge was never safe on all of those days," he said.')


def _quoted() -> ComparedFact:
    told = ("The bridge was safe on all of those days", "The bridge was never safe on all of those days")
    return fact(A, B, "quote", "", "altered", told)


def test_of_a_quotation_with_other_words_only_these_are_marked() -> None:
    text = why_text(replace(bridge(), a=A, b=B, facts=None), _quoted())
    marked = [text.plain[span.start : span.end] for span in text.spans if "reverse" in str(span.style)]
    assert marked == ["never"]
