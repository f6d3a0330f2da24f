"""Texts made up word by word, edited and shuffled, and what a diff of them has to hold."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from functools import cache

from rapidfuzz.distance import LCSseq

from tui.comparing import WordDiff

MANY = int(os.environ.get("SIDEBYLINE_EXAMPLES", "1000"))
"""Examples of the main properties; more by hand."""


@cache
def _vocabulary(size: int) -> tuple[list[str], list[float]]:
    """Words as frequent as Zipf says."""
    return [f"word{n}" for n in range(size)], [1 / (n + 1) for n in range(size)]


def prose(length: int, rng: random.Random, vocabulary: int = 8000) -> list[str]:
    words, weights = _vocabulary(vocabulary)
    return rng.choices(words, weights, k=length)


def edited(words: Sequence[str], share: float, rng: random.Random) -> list[str]:
    """The text with this share of its words deleted, replaced, or followed by a new one."""
    fresh = prose(500, rng)
    after: list[str] = []
    for word in words:
        kind = rng.randrange(3) if rng.random() < share else -1
        after += [word] if kind in (-1, 2) else []
        after += [rng.choice(fresh)] if kind > 0 else []
    return after


def shuffled(words: Sequence[str], rng: random.Random, paragraph: int = 100) -> list[str]:
    parts = [words[n : n + paragraph] for n in range(0, len(words), paragraph)]
    rng.shuffle(parts)
    return [word for part in parts for word in part]


def checked(diff: WordDiff, a: Sequence[str], b: Sequence[str]) -> int:
    """The number of words deleted or inserted; fails where the edits do not lead from A to B without gaps."""
    at_a = at_b = count = 0
    before = ""
    for op, a0, a1, b0, b1 in diff.edits:
        assert (a0, b0) == (at_a, at_b)
        assert not (op == "delete" and before == "insert")
        if op == "equal":
            assert list(a[a0:a1]) == list(b[b0:b1])
            assert a1 > a0
        else:
            assert (a1 > a0, b1 > b0) == (op == "delete", op == "insert")
            count += a1 - a0 + b1 - b0
        at_a, at_b, before = a1, b1, op
    assert (at_a, at_b) == (len(a), len(b))
    return count


def after_moves(diff: WordDiff, a: Sequence[str], b: Sequence[str]) -> int:
    """The words edited outside the moved blocks and inside them; fails where a move is not where it has to be."""
    moved_a, moved_b = bytearray(len(a)), bytearray(len(b))
    count = 0
    for a0, a1, b0, b1 in diff.moves:
        assert not any(moved_a[a0:a1])
        assert not any(moved_b[b0:b1])
        moved_a[a0:a1], moved_b[b0:b1] = b"\1" * (a1 - a0), b"\1" * (b1 - b0)
        count += a1 - a0 + b1 - b0 - 2 * LCSseq.similarity(a[a0:a1], b[b0:b1])
    for op, a0, a1, b0, b1 in diff.edits:
        if op == "equal":
            assert not any(moved_a[a0:a1])
            assert not any(moved_b[b0:b1])
        count += 0 if op == "equal" else moved_a[a0:a1].count(0) + moved_b[b0:b1].count(0)
    return count
