"""Two lists of words → the smallest edits between them, with moved blocks, at any size.

Short lists are compared exactly: a longest common subsequence, bit-parallel (Hyyrö, "Bit-parallel LCS-length
computation revisited", 2004, as rapidfuzz has it). That needs n·m/8 bytes, so long ones are cut first at
anchors (`tui.comparing.anchors`): runs that stand once on each side. The heaviest chain of them in a common
order stays, the others are moves, and the gaps between are compared alone. Where a gap offers no anchor and is
too large to be compared, it is cut into stretches of equal share, and the result says that it is coarse.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from typing import Literal

from rapidfuzz.distance import LCSseq

from tui.comparing.anchors import Block, anchored
from tui.comparing.moves import Moved, found_moves
from tui.frozen import dataclass

WordEdit = tuple[Literal["equal", "delete", "insert"], int, int, int, int]

_EXACT = 1_000_000
"""Cells (words times words) up to which a comparison is exact: some 0.2 ms."""
_AFFORDABLE = 16_000_000
"""The same where no anchor helps: 2 MB, some 2 ms."""
_STRETCH = 2_000
"""Words of a coarse stretch."""
_SHINGLES = (5, 3, 2)
"""Words that make an anchor, one length after the other."""


@dataclass(frozen=True)
class WordDiff:
    """What leads from `a` to `b`; all numbers are indices of words, ends exclusive."""

    edits: list[WordEdit]
    """`(op, a_start, a_end, b_start, b_end)`, in order, without gaps, a delete before its insert."""
    moves: list[Moved]
    """`(a_start, a_end, b_start, b_end)` of blocks that stand elsewhere in B, word for word or nearly; each
    lies inside a delete and inside an insert."""
    coarse: bool = False
    """Whether some stretch was too large to be compared as a whole: there the edits are right, not smallest."""

    @property
    def blocks(self) -> list[Block]:
        """The equal runs, `(a_start, b_start, length)`."""
        return [(a, b, end - a) for op, a, end, b, _ in self.edits if op == "equal"]


def diff_words(a: Sequence[str], b: Sequence[str]) -> WordDiff:
    """The edits between two lists of words, as small as they get, and the blocks that moved."""
    left, right = _numbered(a, b)
    if right is None:
        return WordDiff(list(_as_edits([], len(a), len(b))), [])
    return _diff_numbers(left, right)


def _numbered(a: Sequence[str], b: Sequence[str]) -> tuple[list[int], list[int] | None]:
    """Both lists with one number for each word that differs from the others; `None` where B has no word of A."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    left = list(map(numbers.__getitem__, a))
    return left, None if numbers.keys().isdisjoint(b) else list(map(numbers.__getitem__, b))


def common_blocks(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """The equal runs of two short lists in one order, exactly; of long ones as `diff_words` finds them."""
    if len(a) * len(b) > _EXACT:
        return diff_words(a, b).blocks
    left, right = _numbered(a, b)
    return list(_exact(left, right, 0, len(left), 0, len(right))) if right else []


def _diff_numbers(a: list[int], b: list[int]) -> WordDiff:
    start, end_a, end_b = _without_ends(a, b)
    coarse: list[bool] = []
    moves: list[Moved] = []
    head, tail = (0, 0, start), (end_a, end_b, len(a) - end_a)
    blocks: list[Block] = [head]
    area = (start, end_a, start, end_b)
    if not set(a[start:end_a]).isdisjoint(b[start:end_b]):
        chain, others = anchored(a, b, area, _SHINGLES[0])
        moves, taken_a, taken_b = found_moves(a, b, [head, *chain, tail], others)
        blocks += _filled(a, b, area, chain, 1, (taken_a, taken_b), coarse)
    blocks.append(tail)
    return WordDiff(list(_as_edits(blocks, len(a), len(b))), moves, bool(coarse))


def _without_ends(a: list[int], b: list[int]) -> tuple[int, int, int]:
    """Where the first difference is, and the ends of both sides without what they end in alike."""
    shorter = min(len(a), len(b))
    start = _common(a, b, shorter)
    tail = _common(a[start:][::-1], b[start:][::-1], shorter - start)
    return start, len(a) - tail, len(b) - tail


def _common(a: list[int], b: list[int], most: int) -> int:
    """How many words two lists begin with alike."""
    if a[:most] == b[:most]:
        return most
    return next(n for n in range(most) if a[n] != b[n])


def _exact(a: list[int], b: list[int], a0: int, a1: int, b0: int, b1: int) -> Iterator[Block]:
    if a1 - a0 == b1 - b0 == 1:
        if a[a0] == b[b0]:
            yield a0, b0, 1
        return
    if a0 == a1 or b0 == b1:
        return
    for op in LCSseq.opcodes(a[a0:a1], b[b0:b1]):
        if op.tag == "equal":
            yield a0 + op.src_start, b0 + op.dest_start, op.src_end - op.src_start


Area = tuple[int, int, int, int]
Taken = tuple[bytearray, bytearray]
"""For each word of a side whether it moved; empty where nothing did."""


def _filled(
    a: list[int], b: list[int], area: Area, chain: Sequence[Block], level: int, taken: Taken, coarse: list[bool]
) -> Iterator[Block]:
    """The chain with the equal runs of the gaps between its blocks."""
    at_a, end_a, at_b, end_b = area
    for i, j, size in [*chain, (end_a, end_b, 0)]:
        if i > at_a and j > at_b:
            yield from _gap(a, b, (at_a, i, at_b, j), level, taken, coarse)
        if size:
            yield i, j, size
        at_a, at_b = i + size, j + size


def _gap(a: list[int], b: list[int], area: Area, level: int, taken: Taken, coarse: list[bool]) -> Iterator[Block]:
    a0, a1, b0, b1 = area
    if any(taken[0][a0:a1]) or any(taken[1][b0:b1]):
        yield from _around_moves(a, b, area, level, taken, coarse)
    elif (a1 - a0) * (b1 - b0) <= _EXACT:
        yield from _exact(a, b, a0, a1, b0, b1)
    elif level < len(_SHINGLES) and (chain := anchored(a, b, area, _SHINGLES[level])[0]):
        yield from _filled(a, b, area, chain, level + 1, taken, coarse)
    elif (a1 - a0) * (b1 - b0) <= _AFFORDABLE:
        yield from _exact(a, b, a0, a1, b0, b1)
    else:
        coarse.append(True)
        parts = max(a1 - a0, b1 - b0) // _STRETCH + 1
        cuts = [(a0 + (a1 - a0) * n // parts, b0 + (b1 - b0) * n // parts) for n in range(parts + 1)]
        for (s, t), (e, f) in pairwise(cuts):
            yield from _exact(a, b, s, e, t, f)


def _around_moves(
    a: list[int], b: list[int], area: Area, level: int, taken: Taken, coarse: list[bool]
) -> Iterator[Block]:
    """The equal runs of a gap without the words that moved into it or out of it."""
    a0, a1, b0, b1 = area
    left = [n for n in range(a0, a1) if not taken[0][n]]
    right = [n for n in range(b0, b1) if not taken[1][n]]
    few_a, few_b = [a[n] for n in left], [b[n] for n in right]
    none = (bytearray(), bytearray())
    for i, j, size in _gap(few_a, few_b, (0, len(left), 0, len(right)), level, none, coarse):
        start = 0
        for n in range(1, size + 1):
            whole = n < size and left[i + n] == left[i + n - 1] + 1 and right[j + n] == right[j + n - 1] + 1
            if not whole:
                yield left[i + start], right[j + start], n - start
                start = n


def _as_edits(blocks: Sequence[Block], length_a: int, length_b: int) -> Iterator[WordEdit]:
    """Equal runs → edits without gaps; runs that touch become one."""
    at_a = at_b = start_a = start_b = 0
    for i, j, size in [*blocks, (length_a, length_b, 0)]:
        if (i, j) != (at_a, at_b):
            if at_a > start_a:
                yield "equal", start_a, at_a, start_b, at_b
            if i > at_a:
                yield "delete", at_a, i, at_b, at_b
            if j > at_b:
                yield "insert", i, i, at_b, j
            start_a, start_b = i, j
        at_a, at_b = i + size, j + size
    if at_a > start_a:
        yield "equal", start_a, at_a, start_b, at_b
