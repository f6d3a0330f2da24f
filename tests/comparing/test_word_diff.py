from __future__ import annotations

import random

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from tests.comparing.generated import MANY, after_moves, checked, edited, prose, shuffled
from tui.comparing import diff_words

_FEW = st.lists(st.sampled_from("abc"), max_size=30)
_TEXT = st.lists(st.sampled_from([f"w{n}" for n in range(60)]), max_size=200)


_ANY = st.lists(st.text(max_size=4), max_size=30)


@given(_FEW | _ANY, _FEW | _ANY)
@settings(max_examples=MANY, deadline=None)
def test_edits_lead_from_a_to_b(a: list[str], b: list[str]) -> None:
    checked(diff_words(a, b), a, b)


_MONOTONOUS = st.lists(st.sampled_from(["w0"] * 9 + ["w1"]), min_size=20, max_size=80)


@given(_TEXT | _MONOTONOUS, st.randoms(use_true_random=False))
@settings(max_examples=MANY, deadline=None)
@example(["w0"] * 3 + ["w1"] + ["w0"] * 15 + ["w1"] + ["w0"] * 7 + ["w1"], random.Random(2))
@example(["w0"] * 17 + ["w1", "w0", "w1"] + ["w0"] * 6 + ["w1"], random.Random(1))
def test_a_shuffled_text_is_put_together_again(a: list[str], rng: random.Random) -> None:
    parts = [a[n : n + 20] for n in range(0, len(a), 20)]
    rng.shuffle(parts)
    b = [word for part in parts for word in part]
    diff = diff_words(a, b)
    checked(diff, a, b)
    after_moves(diff, a, b)


@given(_FEW | _TEXT)
@settings(max_examples=MANY, deadline=None)
def test_the_same_has_no_edits(a: list[str]) -> None:
    assert all(edit[0] == "equal" for edit in diff_words(a, list(a)).edits)


def test_edits_are_as_few_as_exact_ones() -> None:
    rng = random.Random(4)
    for share, most in ((0.01, 1.01), (0.1, 1.01), (0.5, 1.05)):
        a = prose(6000, rng)
        b = edited(a, share, rng)
        best = len(a) + len(b) - 2 * LCSseq.similarity(a, b)
        assert checked(diff_words(a, b), a, b) <= most * best


def test_shuffled_paragraphs_are_moves() -> None:
    rng = random.Random(5)
    a = prose(20_000, rng)
    b = shuffled(a, rng)
    diff = diff_words(a, b)
    checked(diff, a, b)
    assert len(diff.moves) > 100
    assert after_moves(diff, a, b) <= 0.005 * len(a)


def test_a_moved_block_may_be_edited() -> None:
    rng = random.Random(6)
    a = prose(400, rng)
    block = a[50:150]
    b = [*a[:50], *a[150:], *block[:40], "altered", *block[41:]]
    diff = diff_words(a, b)
    assert len(diff.moves) == 1
    assert after_moves(diff, a, b) <= 4


def test_what_offers_no_anchor_ends_all_the_same_and_says_so() -> None:
    rng = random.Random(7)
    a, b = rng.choices("ab", k=40_000), rng.choices("ab", k=40_000)
    diff = diff_words(a, b)
    assert diff.coarse
    checked(diff, a, b)
