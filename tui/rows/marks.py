"""Which words carry a mark: layers of spans over each article, asked for a stretch at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from tui.article import Article, Pair, Span
from tui.comparison import Comparison
from tui.facts import FactType
from tui.rows.row import Side

FactMark = Literal["who", "where", "when", "many", "said"]
Mark = Literal[
    "headline", "changed", "moved", "said", "who", "where", "when", "many", "conflict", "fact", "found", "found-here"
]
LAYERS: tuple[Mark, ...] = (
    "headline",
    "changed",
    "moved",
    "said",
    "who",
    "where",
    "when",
    "many",
    "fact",
    "conflict",
    "found",
    "found-here",
)
"""Painted in this order, later ones over earlier ones: a conflict stays one while its fact is chosen."""

FACT_MARKS: dict[FactType, FactMark] = {
    "person": "who", "organisation": "who", "place": "where", "work": "where", "date": "when",
    "quantity": "many", "age": "many", "quote": "said",
}  # fmt: skip
"""How one article's facts are marked by what they are; a statement is a whole clause and has no mark."""


class Marked(NamedTuple):
    start: int
    end: int
    mark: Mark


class Marks:
    """Layers of spans over one text. Immutable: a new layer makes a new `Marks` that shares the others."""

    def __init__(self, layers: Mapping[Mark, Iterable[Span]] | None = None) -> None:
        self._layers: dict[Mark, tuple[list[int], list[int]]] = {}
        for mark, spans in (layers or {}).items():
            self._layers[mark] = _merged(spans)

    def with_layer(self, mark: Mark, spans: Iterable[Span]) -> Marks:
        marks = Marks()
        marks._layers = self._layers | {mark: _merged(spans)}
        return marks

    def within(self, start: int, end: int) -> list[Marked]:
        """The marked stretches of `start`..`end`, cut to it, in painting order."""
        found = []
        for mark in LAYERS:
            starts, ends = self._layers.get(mark, ((), ()))
            n = max(0, bisect_right(ends, start))
            while n < len(starts) and starts[n] < end:
                found.append(Marked(max(start, starts[n]), min(end, ends[n]), mark))
                n += 1
        return found


def _merged(spans: Iterable[Span]) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def word_marks(comparison: Comparison) -> Pair[list[Span]]:
    """The words that differ: inside links, or over the whole of both texts in revision mode."""
    alignment = comparison.alignment
    edits = (
        alignment.edits
        if alignment.edits is not None
        else [edit for link in alignment.links if link.primary for edit in link.edits]
    )
    changed = [edit for edit in edits if edit.op != "equal"]
    a, b = comparison.a.text, comparison.b.text
    return Pair([_words_of(a, e.a) for e in changed], [_words_of(b, e.b) for e in changed])


def move_marks(comparison: Comparison) -> Pair[list[Span]]:
    """The blocks that stand elsewhere in the other text; only revisions of one text have such."""
    moves = comparison.alignment.moves or ()
    return Pair([_words_of(comparison.a.text, m.a) for m in moves], [_words_of(comparison.b.text, m.b) for m in moves])


def headline_marks(articles: Pair[Article]) -> Pair[list[Span]]:
    return Pair(*([s.span for s in article.sentences if s.role == "headline"] for article in articles))


def _words_of(text: str, span: Span) -> Span:
    """The span without the white space behind it, which belongs to an edit but is not to be underlined."""
    if span.end and not text[span.end - 1].isspace():
        return span
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip()))


def conflict_marks(comparison: Comparison, dismissed: frozenset[int] = frozenset()) -> Pair[list[Span]]:
    """The words that cannot both be true. `dismissed` are indices of facts that the reader put aside."""
    facts = [f for n, f in enumerate(comparison.facts or ()) if f.verdict == "conflict" and n not in dismissed]
    return Pair(
        [m.span for fact in facts for m in fact.mentions.a], [m.span for fact in facts for m in fact.mentions.b]
    )


def of(pair: Pair[Marks], side: Side) -> Marks:
    return pair.a if side == "a" else pair.b
