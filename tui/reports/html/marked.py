"""The words of one article with what stands on them: differences, the facts they tell, places to jump to.

Facts may lie inside each other, elements of a page may not cross; so the text is cut where any of them begins or
ends, and each stretch shows the gravest, innermost fact.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui.article import Span
from tui.frozen import dataclass
from tui.reports.html.element import Child, el, hidden_words
from tui.rows import Marks


class Place(NamedTuple):
    """Where an article tells a fact."""

    start: int
    end: int
    fact: int
    gravity: int
    """0 is the gravest."""


@dataclass(frozen=True)
class FactLook:
    """How the words of a fact look."""

    name: str
    """The verdict in one word: the class, and what a screen reader says first where it weighs."""
    is_link: bool
    """Grave ones lead to their fact; links on everything that agrees would be all that a screen reader says."""


class _Stretch(NamedTuple):
    start: int
    end: int
    fact: int
    """-1 for none."""


class MarkedText:
    """One article's words as elements."""

    def __init__(
        self,
        side: str,
        text: str,
        places: Iterable[Place],
        looks: Sequence[FactLook],
        changed: Iterable[Span],
        tag: str,
    ) -> None:
        """`side` opens the ids of places; `text` is as it may be shown; `tag` is the element around what differs."""
        self._side, self._text, self._looks, self._tag = side, text, looks, tag
        self._changed = Marks({"changed": changed})
        ordered = sorted(places)
        self._anchors = {place.start for place in ordered}
        self._stretches = list(_stretches(ordered))
        self._starts = [stretch.start for stretch in self._stretches]

    def words(self, start: int, end: int, *, is_stub: bool = False) -> Iterator[Child]:
        """The words of a span; those of a stub bear no mark, since they stand in full elsewhere."""
        if is_stub:
            yield self._text[start:end]
            return
        for stretch in self._within(start, end):
            inner = list(self._differing(stretch.start, stretch.end))
            anchor = f"{self._side}{stretch.start}" if stretch.start in self._anchors else None
            if stretch.fact >= 0:
                yield self._of_fact(stretch.fact, inner, anchor)
            else:
                yield from inner

    def _of_fact(self, fact: int, inner: Sequence[Child], anchor: str | None) -> Element:
        look = self._looks[fact]
        if look.is_link:
            said = hidden_words(f"{look.name}: ")
            return el("a", said, inner, id=anchor, href=f"#f{fact}", class_=f"fact {look.name}")
        return el("span", inner, id=anchor, data_f=str(fact))

    def _within(self, start: int, end: int) -> Iterator[_Stretch]:
        """The stretches of a span without a gap."""
        at, n = start, max(0, bisect_right(self._starts, start) - 1)
        while n < len(self._stretches) and self._stretches[n].start < end:
            stretch = self._stretches[n]
            n += 1
            first, last = max(at, stretch.start), min(end, stretch.end)
            if first >= last:
                continue
            if first > at:
                yield _Stretch(at, first, -1)
            yield _Stretch(first, last, stretch.fact)
            at = last
        if at < end:
            yield _Stretch(at, end, -1)

    def _differing(self, start: int, end: int) -> Iterator[Child]:
        at = start
        for mark in self._changed.within(start, end):
            yield self._text[at : mark.start]
            yield el(self._tag, self._text[mark.start : mark.end])
            at = mark.end
        yield self._text[at:end]


def _stretches(places: Sequence[Place]) -> Iterator[_Stretch]:
    """What stands where, cut at every start of a place and wherever the fact changes."""
    edges = sorted({edge for place in places for edge in (place.start, place.end)})
    starting = {start: list(some) for start, some in groupby(places, key=lambda place: place.start)}
    here: list[Place] = []
    for start, end in pairwise(edges):
        here = [place for place in here if place.end > start] + starting.get(start, [])
        if here:
            shown = min(here, key=lambda place: (place.gravity, place.end - place.start, place.fact))
            yield _Stretch(start, end, shown.fact)
