"""Two articles → links between their sentences → the words that differ inside each link."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal

from tui.article import Article, Span
from tui.comparing.link import (
    DEFAULT_IGNORE,
    IGNORABLE,
    Alignment,
    Edit,
    Ignorable,
    Kind,
    Link,
    Mode,
    Move,
    Op,
)

__all__ = ["DEFAULT_IGNORE", "IGNORABLE", "Alignment", "Edit", "Ignorable", "Kind", "Link", "Mode", "Move", "Op", "align"]


def align(
    a: Article,
    b: Article,
    *,
    mode: Literal["auto", "tellings", "revision"] = "auto",
    ignore: frozenset[Ignorable] = DEFAULT_IGNORE,
) -> Alignment:
    """Links the sentences of two articles and finds the words that differ."""
    links = []
    taken: set[int] = set()
    for i, s in enumerate(a.sentences):
        if s.is_furniture:
            continue
        best, at = 0.5, -1
        for j, t in enumerate(b.sentences):
            if not t.is_furniture and j not in taken:
                r = SequenceMatcher(None, a.text_of(i).split(), b.text_of(j).split(), autojunk=False).ratio()
                if r > best:
                    best, at = r, j
        if at >= 0:
            taken.add(at)
            t = b.sentences[at]
            links.append(Link((i,), (at,), "same" if best == 1 else "reworded", False, best, True,
                              (Edit("equal" if best == 1 else "replace", Span(s.start, s.end), Span(t.start, t.end)),)))
    la = {i for link in links for i in link.a}
    return Alignment(
        "tellings", tuple(links),
        tuple(i for i, s in enumerate(a.sentences) if i not in la and not s.is_furniture),
        tuple(j for j, s in enumerate(b.sentences) if j not in taken and not s.is_furniture),
        dict.fromkeys(IGNORABLE, 0))
