"""The same result seen from the other side, so that no tie is ever broken by which article is A."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from tui.article import Article, Span
from tui.comparing.link import Alignment, Edit, Link, Move, Op
from tui.comparing.words import straight

_OTHER: dict[Op, Op] = {"equal": "equal", "replace": "replace", "delete": "insert", "insert": "delete"}
_RANK = {"replace": 0, "delete": 1, "insert": 2}


def in_order(a: Article, b: Article) -> bool:
    """Whether A comes first in an order that neither quotation marks nor line ends change.

    They decide only where the two texts differ in nothing else.
    """
    for p, q in zip_longest(a.text.split(), b.text.split(), fillvalue=""):
        if p != q and (first := straight(p)) != (second := straight(q)):
            return first < second
    return (repr(a.sentences), a.text) <= (repr(b.sentences), b.text)


def mirrored(found: Alignment) -> Alignment:
    """`compare(b, a)` from `compare(a, b)`."""
    links = sorted((_mirrored_link(link) for link in found.links), key=lambda link: (link.a, link.b))
    moves, edits = found.moves, found.edits
    if moves is not None:
        moves = tuple(sorted((Move(m.b, m.a, mirrored_edits(m.edits)) for m in moves), key=lambda m: (m.a, m.b)))
    return replace(
        found,
        links=tuple(links),
        only_a=found.only_b,
        only_b=found.only_a,
        moves=moves,
        edits=None if edits is None else mirrored_edits(edits),
    )


def _mirrored_link(link: Link) -> Link:
    return replace(link, a=link.b, b=link.a, edits=mirrored_edits(link.edits))


def mirrored_edits(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Swaps the sides; in a change deletions come first again, and empty spans stand where their side has got to."""
    if not edits:
        return edits
    turned = [Edit(_OTHER[edit.op], edit.b, edit.a) for edit in edits]
    start = 0
    for n in range(len(turned) + 1):
        if n == len(turned) or turned[n].op == "equal":
            turned[start:n] = sorted(turned[start:n], key=lambda edit: _RANK[edit.op])
            start = n + 1
    at_a, at_b = edits[0].b.start, edits[0].a.start
    for n, edit in enumerate(turned):
        a = Span(at_a, at_a) if edit.op == "insert" else edit.a
        b = Span(at_b, at_b) if edit.op == "delete" else edit.b
        turned[n] = Edit(edit.op, a, b)
        at_a, at_b = a.end, b.end
    return tuple(turned)
