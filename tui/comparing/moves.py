"""Blocks of words that stand elsewhere in the other text."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from tui.comparing.anchors import Block

Moved = tuple[int, int, int, int]
"""`(a_start, a_end, b_start, b_end)`, indices of words."""

_LEAST = 8
"""Words that a move has: shorter runs return by chance."""
_BREAK = 32
"""Words that may differ inside a move before it counts as two."""


def found_moves(
    a: list[int], b: list[int], chain: Sequence[Block], others: Sequence[Block]
) -> tuple[list[Moved], bytearray, bytearray]:
    """The moves, in the order of A, and for each word of each side whether it moved."""
    busy_a, busy_b = bytearray(len(a)), bytearray(len(b))
    for i, j, size in chain:
        busy_a[i : i + size] = busy_b[j : j + size] = b"\1" * size
    free = []
    for block in sorted(others, key=lambda block: (-block[2], block)):
        i, j, size = _free_part(block, busy_a, busy_b)
        if size:
            busy_a[i : i + size] = busy_b[j : j + size] = b"\1" * size
            free.append((i, j, size))
    groups = _joined(sorted(free), busy_a, busy_b)
    for a0, a1, b0, b1 in groups:  # before any is widened: no move grows into a gap inside another
        busy_a[a0:a1], busy_b[b0:b1] = b"\1" * (a1 - a0), b"\1" * (b1 - b0)
    groups = [_widened(a, b, group, busy_a, busy_b) for group in groups]
    moves = [m for m in groups if m[1] - m[0] >= _LEAST and m[3] - m[2] >= _LEAST]
    moved_a, moved_b = bytearray(len(a)), bytearray(len(b))
    for a0, a1, b0, b1 in moves:
        moved_a[a0:a1] = b"\1" * (a1 - a0)
        moved_b[b0:b1] = b"\1" * (b1 - b0)
    return moves, moved_a, moved_b


def _free_part(block: Block, busy_a: bytearray, busy_b: bytearray) -> Block:
    """The block without what stands elsewhere already; of several parts the first."""
    i, j, size = block
    start = 0
    while start < size and (busy_a[i + start] or busy_b[j + start]):
        start += 1
    end = start
    while end < size and not (busy_a[i + end] or busy_b[j + end]):
        end += 1
    return i + start, j + start, end - start


def _joined(blocks: Sequence[Block], busy_a: bytearray, busy_b: bytearray) -> list[Moved]:
    """Blocks that follow each other closely on both sides, with nothing settled between, as one."""
    groups: list[Moved] = []
    for i, j, size in blocks:
        if groups:
            a0, a1, b0, b1 = groups[-1]
            near = 0 <= i - a1 <= _BREAK and 0 <= j - b1 <= _BREAK
            if near and not any(busy_a[a1:i]) and not any(busy_b[b1:j]):
                groups[-1] = (a0, i + size, b0, j + size)
                continue
        groups.append((i, i + size, j, j + size))
    return groups


def _widened(a: list[int], b: list[int], group: Moved, busy_a: bytearray, busy_b: bytearray) -> Moved:
    """The move with the nearly equal words before and behind it, as far as they are free; marks them busy."""
    a0, a1, b0, b1 = group
    front_a, front_b = _free_run(busy_a, a0 - 1, -1), _free_run(busy_b, b0 - 1, -1)
    take_a, take_b = _alike(a[a0 - front_a : a0][::-1], b[b0 - front_b : b0][::-1])
    a0, b0 = a0 - take_a, b0 - take_b
    back_a, back_b = _free_run(busy_a, a1, 1), _free_run(busy_b, b1, 1)
    take_a, take_b = _alike(a[a1 : a1 + back_a], b[b1 : b1 + back_b])
    a1, b1 = a1 + take_a, b1 + take_b
    busy_a[a0:a1] = b"\1" * (a1 - a0)
    busy_b[b0:b1] = b"\1" * (b1 - b0)
    return a0, a1, b0, b1


def _free_run(busy: bytearray, at: int, step: int) -> int:
    size = 0
    while size < _BREAK and 0 <= at < len(busy) and not busy[at]:
        size, at = size + 1, at + step
    return size


def _alike(a: list[int], b: list[int]) -> tuple[int, int]:
    """How many words of each list still belong to what lies before them: up to a match that is worth its gap."""
    best, gain, take = 0, 0, (0, 0)
    for op in LCSseq.opcodes(a, b) if a and b else ():
        if op.tag == "equal":
            gain += 2 * (op.src_end - op.src_start)
            if gain > best:
                best, take = gain, (op.src_end, op.dest_end)
        else:
            gain -= max(op.src_end - op.src_start, op.dest_end - op.dest_start)
    return take
