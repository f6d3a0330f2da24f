"""The places at which two quotations differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article import Pair
from tui.verdicts.quotemarks import differences

CASES = [
    # A, B, what differs in A, in B, where each is read from
    ("They were meant for the judge alone", "They were written for the judge alone", ["meant"], ["written"], (0, 0)),
    (
        "We said to all of them that the bridge was safe",
        "We said to all of them that the bridge is safe",
        ["was"],
        ["is"],
        ("the bridge was safe", "the bridge is safe"),
    ),
    ("Oh the bridge was up", "the bridge was not up", ["Oh"], ["not"], ("bridge was up", "bridge was not up")),
    ("quite safe for now", "So far it is quite safe for now", [], ["So far it is"], (0, "it is quite safe for now")),
    ("it is quite safe", "it is quite safe for now", [], ["for now"], ("quite safe", "quite safe for now")),
    ("The colour is grey", "The color is gray", [], [], (0, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "in_a", "in_b", "begin"), CASES)
def test_what_differs_and_where_to_begin(
    a: str, b: str, in_a: list[str], in_b: list[str], begin: tuple[object, object]
) -> None:
    found = differences(a, b)
    assert [a[s.start : s.end] for s in found.words.a] == in_a
    assert [b[s.start : s.end] for s in found.words.b] == in_b
    first = found.first
    assert (a[first.a :] if first.a else 0, b[first.b :] if first.b else 0) == begin


QUOTE = st.lists(st.sampled_from("the bridge [was] safe … not (sic) colour color It's . . . 2".split()), max_size=12)


@given(QUOTE.map(" ".join), QUOTE.map(" ".join))
def test_swapping_the_texts_swaps_the_sides_and_places_lie_in_the_texts(a: str, b: str) -> None:
    found, turned = differences(a, b), differences(b, a)
    assert turned.words == Pair(found.words.b, found.words.a)
    assert turned.first == Pair(found.first.b, found.first.a)
    for text, spans, begin in zip((a, b), found.words, found.first, strict=True):
        assert 0 <= begin <= len(text)
        assert all(0 <= s.start <= s.end <= len(text) for s in spans)
