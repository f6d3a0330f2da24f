"""Two revisions of one text: one diff through the whole of both, with the blocks that moved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tui.article import Article, Pair, Span
from tui.comparing.edits import edits_along, edits_between
from tui.comparing.link import IGNORABLE, Alignment, Edit, Ignorable, Move
from tui.comparing.moves import Moved
from tui.comparing.passage import Passage, Side
from tui.comparing.readable import COPIED, Block, cleaned
from tui.comparing.word_diff import WordDiff, diff_words

_SHARED_BY_SHORTER, _SHARED_BY_LONGER = 0.6, 0.3
"""What two revisions share of their runs of five words, at least. Of 23 pairs of outlets on one event the closest
two, which print the same quotations, share 0.45 of the shorter."""
COARSE = (
    "The texts are so large and so unlike that parts of them were compared in blocks; edits there are not the smallest."
)


def are_revisions(a: Side, b: Side) -> bool:
    """Whether the two share so much that a reader wants one diff through the whole."""
    runs_a, runs_b = _runs(a), _runs(b)
    shared = len(runs_a & runs_b)
    fewer, more = sorted((len(runs_a), len(runs_b)))
    if not fewer:
        return [e.words for e in a.evidence] == [e.words for e in b.evidence]
    return shared >= _SHARED_BY_SHORTER * fewer and shared >= _SHARED_BY_LONGER * more


def _runs(side: Side) -> set[tuple[str, ...]]:
    """Words in a row, without case and punctuation."""
    words = [word for sentence in side.evidence for word in sentence.words]
    return set(zip(*(words[n:] for n in range(COPIED)), strict=False))


def with_revision(linked: Alignment, a: Side, b: Side, ignore: frozenset[Ignorable]) -> Alignment:
    """The alignment with `edits`, `moves` and `edited_words` through the whole of both texts."""
    p, q = _whole(a), _whole(b)
    diff = diff_words(p.keys, q.keys)
    blocks = cleaned(diff.blocks, p, q)
    edits, hidden = edits_along(blocks, p, q, ignore)
    moves = tuple(_moves(diff, blocks, p, q, ignore))
    counts: Counter[str] = Counter(dict.fromkeys(IGNORABLE, 0))
    counts.update(hidden)
    return replace(
        linked,
        mode="revision",
        edits=_through(edits, moves, a.article, b.article),
        moves=moves,
        hidden=dict(counts),
        edited_words=_edited_words(edits, moves, p, q),
        limits=(*linked.limits, *((COARSE,) if diff.coarse else ())),
    )


def _whole(side: Side) -> Passage:
    """Everything but promo: advertising comes and goes and is no difference."""
    return side.passage(n for n, s in enumerate(side.article.sentences) if s.role != "promo")


def _moves(
    diff: WordDiff, blocks: Sequence[Block], p: Passage, q: Passage, ignore: frozenset[Ignorable]
) -> Iterator[Move]:
    busy_a, busy_b = bytearray(len(p.words)), bytearray(len(q.words))
    for i, j, size in blocks:
        busy_a[i : i + size] = busy_b[j : j + size] = b"\1" * size
    for a0, a1, b0, b1 in diff.moves:
        busy_a[a0:a1] = b"\1" * (a1 - a0)
        busy_b[b0:b1] = b"\1" * (b1 - b0)
    for move in diff.moves:
        a0, a1, b0, b1 = _from_sentence_start(move, p, q, busy_a, busy_b)
        some_a, some_b = p.part(a0, a1), q.part(b0, b1)
        edits, _ = edits_between(some_a, some_b, ignore)
        yield Move(Span(some_a.start, p.ends[a1 - 1]), Span(some_b.start, q.ends[b1 - 1]), edits)


def _from_sentence_start(move: Moved, p: Passage, q: Passage, busy_a: bytearray, busy_b: bytearray) -> Moved:
    """The move without the full stop before it but with the one behind, where both sides have both."""
    a0, a1, b0, b1 = move
    fits = (
        p.ends_sentence(a0)
        and q.ends_sentence(b0)
        and a1 < len(p.words)
        and b1 < len(q.words)
        and not busy_a[a1]
        and not busy_b[b1]
        and p.keys[a0] == p.keys[a1] == q.keys[b0] == q.keys[b1]
    )
    return (a0 + 1, a1 + 1, b0 + 1, b1 + 1) if fits else move


def _through(edits: Sequence[Edit], moves: Sequence[Move], a: Article, b: Article) -> tuple[Edit, ...]:
    """The edits with what no sentence covers between them (promo, white space) as equal.

    A replacement that holds a moved block becomes a deletion and an insertion.
    """
    through: list[Edit] = []
    moved = Pair(_Spans(m.a for m in moves), _Spans(m.b for m in moves))
    at_a = at_b = 0
    for edit in [*edits, Edit("equal", Span(len(a.text), len(a.text)), Span(len(b.text), len(b.text)))]:
        last = edit.a.start == len(a.text) and edit.b.start == len(b.text)
        to_a = edit.a.start if edit.a.start < edit.a.end or last else at_a
        to_b = edit.b.start if edit.b.start < edit.b.end or last else at_b
        if to_a > at_a or to_b > at_b:
            through.append(Edit("equal", Span(at_a, to_a), Span(at_b, to_b)))
        end_a = max(to_a, edit.a.end) if edit.a.end > edit.a.start else to_a
        end_b = max(to_b, edit.b.end) if edit.b.end > edit.b.start else to_b
        if edit.op == "replace" and (moved.a.touch(edit.a) or moved.b.touch(edit.b)):
            through.append(Edit("delete", Span(to_a, end_a), Span(to_b, to_b)))
            through.append(Edit("insert", Span(end_a, end_a), Span(to_b, end_b)))
        elif end_a > to_a or end_b > to_b:
            through.append(Edit(edit.op, Span(to_a, end_a), Span(to_b, end_b)))
        at_a, at_b = end_a, end_b
    return tuple(through)


class _Spans:
    """Spans that do not overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._ends = [span.end for span in self._spans]

    def touch(self, span: Span) -> bool:
        """Whether one of them overlaps this one: the first that ends behind its start tells."""
        n = bisect_right(self._ends, span.start)
        return n < len(self._spans) and self._spans[n].overlaps(span)


def _edited_words(edits: Sequence[Edit], moves: Sequence[Move], p: Passage, q: Passage) -> int:
    """Words deleted or inserted: outside the moved blocks, and inside them where the block itself changed."""
    count = 0
    for side, passage in (("a", p), ("b", q)):
        starts = [word.start for n, word in enumerate(passage.words) if not passage.is_mark(n)]

        def words_in(some: Iterable[Span], starts: list[int] = starts) -> int:
            return sum(bisect_left(starts, span.end) - bisect_left(starts, span.start) for span in some)

        moved = [getattr(move, side) for move in moves]
        count += words_in(getattr(e, side) for e in edits if e.op != "equal") - words_in(moved)
        count += words_in(getattr(e, side) for move in moves for e in move.edits if e.op != "equal")
    return count
