"""Comparison → both texts whole, as stretches of A beside stretches of B, exact to the character.

What the ignore rules pass over is given as different here: whoever turns one text into the other needs every sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from diff_match_patch import diff_match_patch

from tui.comparing import align, diff_words
from tui.comparison import Comparison

_TOKEN = re.compile(r"\w+|\s|[^\w\s]")
"""Every character belongs to one token, so joined tokens are the text again."""

_WORD = re.compile(r"\w|\n")
_READABLE = 3
"""Words that both sides of a change have to share before it is cut in two: shorter runs are confetti."""


class Stretch(NamedTuple):
    """A's words and B's; equal texts mean that nothing differs."""

    a: str
    b: str

    @property
    def is_equal(self) -> bool:
        return self.a == self.b


def whole_texts(comparison: Comparison) -> list[Stretch]:
    """Stretches that join to the whole of both texts, equal and different ones in turn."""
    return _at_borders(_joined(finer for stretch in _joined(_stretches(comparison)) for finer in _finer(stretch)))


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for _, some in groupby(stretches, key=lambda stretch: stretch.is_equal):
        sides = zip(*some, strict=True)
        joined.append(Stretch(*("".join(side) for side in sides)))
    return joined


def _stretches(comparison: Comparison) -> Iterator[Stretch]:
    a, b = (article.text for article in comparison.articles)
    edits = comparison.alignment.edits
    if edits is None:
        edits = align(comparison.a, comparison.b, mode="revision", ignore=comparison.ignore).edits or ()
    at_a = at_b = 0
    for edit in edits:
        if edit.a.start > at_a or edit.b.start > at_b:
            yield from _by_token(a[at_a : edit.a.start], b[at_b : edit.b.start])
        p, q = a[edit.a.start : edit.a.end], b[edit.b.start : edit.b.end]
        yield from _by_token(p, q) if edit.op == "equal" else [Stretch(p, q)]
        at_a, at_b = edit.a.end, edit.b.end
    yield from _by_token(a[at_a:], b[at_b:])


def _by_token(p: str, q: str) -> Iterator[Stretch]:
    """Two texts that count as equal, by words and signs."""
    if p == q:
        yield Stretch(p, q)
        return
    a, b = _TOKEN.findall(p), _TOKEN.findall(q)
    for _, a_start, a_end, b_start, b_end in diff_words(a, b).edits:
        yield Stretch("".join(a[a_start:a_end]), "".join(b[b_start:b_end]))


def _finer(change: Stretch) -> Iterator[Stretch]:
    """A change without what both its sides begin and end with, cut where they share a run that can be read."""
    if not (change.a and change.b) or change.is_equal:
        yield change
        return
    pieces = list(_by_token(*change))
    for n, piece in enumerate(pieces):
        is_edge = n in (0, len(pieces) - 1) and ("\n" not in change.a + change.b or _WORD.search(piece.a))
        if piece.is_equal and not is_edge and len(piece.a.split()) < _READABLE:
            yield from (Stretch(piece.a, ""), Stretch("", piece.b))
        else:
            yield piece


def _at_borders(stretches: Sequence[Stretch]) -> list[Stretch]:
    """What stands on one side alone, shifted to where a line, a sentence or a word begins, if its words allow it."""
    differences: list[tuple[int, str]] = []
    for stretch in stretches:
        sides = [(0, stretch.a)] if stretch.is_equal else [(-1, stretch.a), (1, stretch.b)]
        differences += [(op, text) for op, text in sides if text]
    diff_match_patch().diff_cleanupSemanticLossless(differences)
    shifted = (Stretch(text if op < 1 else "", text if op > -1 else "") for op, text in differences)
    return _joined(shifted)
