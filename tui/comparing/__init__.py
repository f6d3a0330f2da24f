"""Two articles → links between their sentences → the words that differ inside each link."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from tui.article import Article
from tui.comparing.link import (
    DEFAULT_IGNORE,
    IGNORABLE,
    Alignment,
    ByHand,
    Edit,
    Ignorable,
    Kind,
    Link,
    Mode,
    Move,
    Op,
)
from tui.comparing.mirror import in_order, mirrored
from tui.comparing.passage import Side
from tui.comparing.revision import are_revisions, with_revision
from tui.comparing.tellings import aligned_tellings
from tui.comparing.word_diff import WordDiff, diff_words

__all__ = [
    "DEFAULT_IGNORE",
    "IGNORABLE",
    "Alignment",
    "ByHand",
    "Edit",
    "Ignorable",
    "Kind",
    "Link",
    "Mode",
    "Move",
    "Op",
    "WordDiff",
    "align",
    "diff_words",
]

_NOTHING: ByHand = MappingProxyType({})


def align(
    a: Article,
    b: Article,
    *,
    mode: Literal["auto", "tellings", "revision"] = "auto",
    ignore: frozenset[Ignorable] = DEFAULT_IGNORE,
    by_hand: ByHand = _NOTHING,
) -> Alignment:
    """Links the sentences of two articles and finds the words that differ; `by_hand` says what a reader knows better.

    The work is done on the pair in a normal order and the result turned round where needed, so
    `align(b, a)` is the mirror of `align(a, b)`.
    """
    if in_order(a, b):
        return _align(a, b, mode, ignore, by_hand)
    return mirrored(_align(b, a, mode, ignore, {(j, i): linked for (i, j), linked in by_hand.items()}))


def _align(
    a: Article,
    b: Article,
    mode: Literal["auto", "tellings", "revision"],
    ignore: frozenset[Ignorable],
    by_hand: ByHand,
) -> Alignment:
    p, q = Side(a, ignore), Side(b, ignore)
    linked = aligned_tellings(p, q, ignore, by_hand)
    if mode == "revision" or (mode == "auto" and are_revisions(p, q)):
        return with_revision(linked, p, q, ignore)
    return linked
