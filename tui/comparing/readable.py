"""An exact diff → one that a person can read: fewer, larger changes, edges where a reader would put them.

A block is a run of words equal on both sides, `(a, b, length)`; what lies between two blocks is a
change. Blocks are dropped or shifted here, never invented, so what is left equal is equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise

from tui.comparing.passage import Passage

Block = tuple[int, int, int]

COPIED = 5
"""Words in a row that nobody writes twice by chance: a block this long is always kept."""
_CONFETTI = 1.6
"""A block worth less than this many times the smaller change beside it goes: with 1.0 the real pairs have 1.59
changes a link, with 1.6 they have 1.48, with 1.9 copied words begin to get lost."""
_LEAST_KEPT = 0.3
"""Below this share of the shorter passage the few equal words are chance, and one replacement reads better."""


def made_readable(blocks: Sequence[Block], a: Passage, b: Passage) -> list[Block]:
    """The blocks of two linked passages worth showing as equal, with their edges on borders of clauses."""
    kept = cleaned(blocks, a, b)
    shorter = min(sum(a.worths), sum(b.worths))
    worth = sum(sum(a.worths[i : i + n]) for i, _, n in kept)
    if worth < _LEAST_KEPT * shorter and all(n < COPIED for _, _, n in kept):
        return []
    return kept


def cleaned(blocks: Sequence[Block], a: Passage, b: Passage) -> list[Block]:
    """`made_readable` for whole texts: without the rule that so little in common is none."""
    return _without_hollow(_without_islands(_slid(blocks, a, b), a, b), a, b)


def _hollow(side: Passage, start: int, end: int) -> bool:
    """Nothing but stop words and punctuation."""
    return max(side.worths[start:end]) < 1


def _slid(blocks: Sequence[Block], a: Passage, b: Passage) -> list[Block]:
    """Shifts each pure insertion or deletion along the words it repeats, to the best border."""
    slid = list(blocks)
    for n in range(len(slid) - 1):
        (i, j, size), (next_i, next_j, next_size) = slid[n], slid[n + 1]
        if next_i == i + size:
            shift = _best_shift(b, j + size, next_j, size, next_size)
        elif next_j == j + size:
            shift = _best_shift(a, i + size, next_i, size, next_size)
        else:
            continue
        slid[n] = (i, j, size + shift)
        slid[n + 1] = (next_i + shift, next_j + shift, next_size - shift)
    return [block for block in slid if block[2]]


def _best_shift(side: Passage, start: int, end: int, left: int, right: int) -> int:
    """How far the stretch [start, end) is best moved: negative to the left, 0 where it lies well."""
    keys = side.keys
    shifts = [0]
    while -shifts[-1] < left and keys[start + shifts[-1] - 1] == keys[end + shifts[-1] - 1]:
        shifts.append(shifts[-1] - 1)
    forward = 0
    while forward < right and keys[start + forward] == keys[end + forward]:
        forward += 1
        shifts.append(forward)
    return max(shifts, key=lambda s: (_border(side, start + s) + _border(side, end + s), -abs(s), s))


def _border(side: Passage, n: int) -> int:
    """How good a place before word `n` is to begin or end a change."""
    if n == 0 or n >= len(side.words) or side.sentences[n] != side.sentences[n - 1]:
        return 4
    before = side.words[n - 1].text
    if before in ".!?;:\u2014":
        return 3
    if before in ",)":
        return 2
    return 1 if not side.is_mark(n) else 0


def _without_islands(blocks: list[Block], a: Passage, b: Passage) -> list[Block]:
    """Drops, smallest first, the blocks that are worth less than the changes on both sides of them."""
    worths = [sum(a.worths[i : i + size]) for i, _, size in blocks]
    short = {n for n, (i, _, size) in enumerate(blocks) if not _copied(a, i, i + size)}
    chain = _Chain(blocks, (len(a.words), len(b.words)))
    weak = [(worths[n], n) for n in sorted(short) if worths[n] < chain.dispensable(n)]
    heapify(weak)
    while weak:
        least, gone = weak[0][0], set[int]()
        while weak and weak[0][0] == least:  # all that are worth the same go at once: so the mirror gives the same
            n = heappop(weak)[1]
            if n in short and least < chain.dispensable(n):
                short.discard(n)
                gone.add(n)
        for n in sorted(chain.drop(gone) & short):
            heappush(weak, (worths[n], n))
    return chain.left()


class _Chain:
    """Blocks in order, as a list that others can be taken out of."""

    def __init__(self, blocks: Sequence[Block], ends: tuple[int, int]) -> None:
        count = len(blocks)
        self._blocks: list[Block] = [*blocks, (ends[0], ends[1], 0), (0, 0, 0)]
        """With what stands behind the last block, and before the first: -1."""
        self._before = [*range(-1, count), -2]
        self._after = [*range(1, count + 1), -1, 0]
        self._end = count

    def dispensable(self, n: int) -> float:
        """What a block has to be worth to stay: set by the smaller of the changes before and after it, in words.

        Nothing where it begins or ends both passages; less where one of the changes is the first or the last of
        all, as a name that stays between two small changes tells the reader where they are.
        """
        before, after = self._before[n], self._after[n]
        (bi, bj, bs), (i, j, size), (ni, nj, _) = self._blocks[before], self._blocks[n], self._blocks[after]
        least: float = min(max(i - bi - bs, j - bj - bs), max(ni - i - size, nj - j - size))
        return least if before == -1 or after == self._end else _CONFETTI * least

    def drop(self, some: set[int]) -> set[int]:
        """Takes blocks out; the blocks beside them that stay."""
        for n in some:
            before, after = self._before[n], self._after[n]
            self._after[before], self._before[after] = after, before
        return {beside for n in some for beside in (self._before[n], self._after[n])} - some - {-1, self._end}

    def left(self) -> list[Block]:
        kept, n = [], self._after[-1]
        while n != self._end:
            kept.append(self._blocks[n])
            n = self._after[n]
        return kept


def _copied(side: Passage, start: int, end: int) -> bool:
    return end - start >= COPIED and sum(worth > 0 for worth in side.worths[start:end]) >= COPIED


def _without_hollow(blocks: list[Block], a: Passage, b: Passage) -> list[Block]:
    """Drops blocks of stop words and punctuation that touch a change, sentence by sentence."""
    pieces = [piece for block in blocks for piece in _by_sentence(block, a, b)]
    forward = _without_hollow_after(pieces, a, (0, 0))
    ends = (len(a.words), len(b.words))
    turned = [(ends[0] - i - n, ends[1] - j - n, n) for i, j, n in reversed(forward)]
    return [
        (ends[0] - i - n, ends[1] - j - n, n)
        for i, j, n in reversed(_without_hollow_after(turned, a, (0, 0), turned=True))
    ]


def _without_hollow_after(
    pieces: Sequence[Block], a: Passage, place: tuple[int, int], *, turned: bool = False
) -> list[Block]:
    """Without the hollow pieces that a change comes right before; `turned` counts words from the end."""
    kept = []
    for i, j, size in pieces:
        start = len(a.words) - i - size if turned else i
        if (i, j) != place and _hollow(a, start, start + size):
            continue
        kept.append((i, j, size))
        place = (i + size, j + size)
    return kept


def _by_sentence(block: Block, a: Passage, b: Passage) -> list[Block]:
    """The block cut wherever a sentence ends on either side."""
    i, j, size = block
    if a.sentences[i] == a.sentences[i + size - 1] and b.sentences[j] == b.sentences[j + size - 1]:
        return [block]
    cuts = [0, *(n + 1 for n in range(size - 1) if a.ends_sentence(i + n) or b.ends_sentence(j + n)), size]
    return [(i + s, j + s, e - s) for s, e in pairwise(cuts)]
