"""The words that differ inside a link, as spans of both texts.

Exact first (a longest common subsequence of words), then made readable (`tui.comparing.readable`).
What the ignore rules keep from being shown is counted, never dropped in silence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tui.article import Span
from tui.comparing.link import Edit, Ignorable
from tui.comparing.passage import Passage
from tui.comparing.readable import Block, made_readable
from tui.comparing.word_diff import common_blocks
from tui.comparing.words import straight


class Column(NamedTuple):
    """One step of the diff: a stretch of A beside a stretch of B, each inside one sentence or empty."""

    equal: bool
    a: Span
    b: Span
    sentence_a: int
    """-1 where the side has nothing."""
    sentence_b: int

    @property
    def gone(self) -> Column:
        """The stretch of A alone."""
        return self._replace(b=_NOTHING, sentence_b=-1)

    @property
    def come(self) -> Column:
        """The stretch of B alone."""
        return self._replace(a=_NOTHING, sentence_a=-1)


_NOTHING = Span(-1, -1)


def edits_between(a: Passage, b: Passage, ignore: frozenset[Ignorable]) -> tuple[tuple[Edit, ...], Counter[str]]:
    """The edits that lead from A's words to B's, and how many of each kind the ignore rules hide."""
    blocks = made_readable(common_blocks(a.keys, b.keys), a, b)
    return edits_along(blocks, a, b, ignore)


def edits_along(
    blocks: Sequence[Block], a: Passage, b: Passage, ignore: frozenset[Ignorable]
) -> tuple[tuple[Edit, ...], Counter[str]]:
    """The edits when these blocks are what is equal."""
    hidden: Counter[str] = Counter()
    columns = list(_columns(blocks, a, b, ignore, hidden))
    return tuple(_edits(columns, a.start, b.start)), hidden


def _columns(
    blocks: Sequence[Block], a: Passage, b: Passage, ignore: frozenset[Ignorable], hidden: Counter[str]
) -> Iterator[Column]:
    at_a = at_b = 0
    for i, j, size in [*blocks, (len(a.words), len(b.words), 0)]:
        if i > at_a or j > at_b:
            yield from _change(a, at_a, i, b, at_b, j, ignore, hidden)
        yield from _match(a, i, b, j, size, ignore, hidden)
        at_a, at_b = i + size, j + size


def _change(
    a: Passage, a0: int, a1: int, b: Passage, b0: int, b1: int, ignore: frozenset[Ignorable], hidden: Counter[str]
) -> Iterator[Column]:
    quiet = (
        "punctuation" in ignore
        and all(a.is_mark(n) for n in range(a0, a1))
        and all(b.is_mark(n) for n in range(b0, b1))
    )
    if quiet:
        hidden["punctuation"] += 1
    for start, end in _by_sentence(a, a0, a1):
        yield Column(quiet, Span(a.words[start].start, a.ends[end - 1]), _NOTHING, a.sentences[start], -1)
    for start, end in _by_sentence(b, b0, b1):
        yield Column(quiet, _NOTHING, Span(b.words[start].start, b.ends[end - 1]), -1, b.sentences[start])


def _by_sentence(side: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of some words that lie in one sentence each."""
    while start < end:
        stop = end
        if side.sentences[start] != side.sentences[end - 1]:
            stop = bisect_right(side.sentences, side.sentences[start], start, end)
        yield start, stop
        start = stop


def _match(
    a: Passage, i: int, b: Passage, j: int, size: int, ignore: frozenset[Ignorable], hidden: Counter[str]
) -> Iterator[Column]:
    """A run of equal words, cut where a sentence ends and where white space differs that counts."""
    counts = "whitespace" not in ignore
    start = 0
    for n in range(size):
        p, q = a.words[i + n], b.words[j + n]
        if p.text != q.text:
            hidden[_difference(p.text, q.text)] += 1
        ends = a.ends_sentence(i + n) or b.ends_sentence(j + n)
        differs = not ends and _gaps_differ(a, i + n, b, j + n)
        if not (ends or differs or n + 1 == size):
            continue
        where = (a.sentences[i + n], b.sentences[j + n])
        from_a, from_b = a.words[i + start].start, b.words[j + start].start
        if differs and counts:
            yield Column(True, Span(from_a, p.end), Span(from_b, q.end), *where)
            yield Column(False, Span(p.end, a.ends[i + n]), Span(q.end, b.ends[j + n]), *where)
            start = n + 1
        elif ends or n + 1 == size:
            yield Column(True, Span(from_a, a.ends[i + n]), Span(from_b, b.ends[j + n]), *where)
            start = n + 1
        hidden["whitespace"] += differs and not counts


def _gaps_differ(a: Passage, i: int, b: Passage, j: int) -> bool:
    """Whether other white space follows the two words; most often one blank follows both."""
    start_a, start_b = a.words[i].end, b.words[j].end
    size = a.ends[i] - start_a
    if size != b.ends[j] - start_b:
        return True
    if size < 2:
        return size == 1 and a.text[start_a] != b.text[start_b]
    return a.gap(i) != b.gap(j)


def _difference(p: str, q: str) -> Ignorable:
    """Which rule makes two words that are written differently count as equal."""
    if straight(p) == straight(q):
        return "quotes"
    return "case" if straight(p).casefold() == straight(q).casefold() else "punctuation"


def _edits(columns: Sequence[Column], start_a: int, start_b: int) -> Iterator[Edit]:
    """Joins columns to edits; an empty span stands where its side has got to."""
    at = 0
    place = [start_a, start_b]
    while at < len(columns):
        end = at
        while end < len(columns) and columns[end].equal == columns[at].equal:
            end += 1
        some = columns[at:end]
        yield from _equal(some, place) if some[0].equal else _changed(some, place)
        at = end


def _equal(columns: Sequence[Column], place: list[int]) -> Iterator[Edit]:
    """Equal columns, cut where either side goes on to its next sentence."""
    start, a, b = 0, -1, -1
    for n, column in enumerate(columns):
        if -1 < a != column.sentence_a > -1 or -1 < b != column.sentence_b > -1:
            yield Edit("equal", *_spans(columns[start:n], place))
            start, a, b = n, -1, -1
        a, b = max(a, column.sentence_a), max(b, column.sentence_b)
    yield Edit("equal", *_spans(columns[start:], place))


def _changed(columns: Sequence[Column], place: list[int]) -> Iterator[Edit]:
    """One replacement where each side lies in one sentence, else deletions before insertions.

    White space that differs is a column with both sides, one of them possibly empty; each side counts for itself.
    """
    gone = [c.gone if c.sentence_b >= 0 else c for c in columns if c.sentence_a >= 0]
    come = [c.come if c.sentence_a >= 0 else c for c in columns if c.sentence_b >= 0]
    if gone and come and _in_one(c.sentence_a for c in gone) and _in_one(c.sentence_b for c in come):
        yield Edit("replace", *_spans([*gone, *come], place))
        return
    for _, some in groupby(gone, key=lambda column: column.sentence_a):
        a, b = _spans(list(some), place)
        if a.start < a.end:
            yield Edit("delete", a, b)
    for _, some in groupby(come, key=lambda column: column.sentence_b):
        a, b = _spans(list(some), place)
        if b.start < b.end:
            yield Edit("insert", a, b)


def _in_one(sentences: Iterable[int]) -> bool:
    return len(set(sentences)) == 1


def _spans(columns: Sequence[Column], place: list[int]) -> tuple[Span, Span]:
    in_a = [c.a for c in columns if c.a.start >= 0]
    in_b = [c.b for c in columns if c.b.start >= 0]
    a = Span(in_a[0].start, in_a[-1].end) if in_a else Span(place[0], place[0])
    b = Span(in_b[0].start, in_b[-1].end) if in_b else Span(place[1], place[1])
    place[0], place[1] = a.end, b.end
    return a, b
