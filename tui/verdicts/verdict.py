"""A fact of two articles held against each other, and the ground a verdict may stand on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tui.article import Article, Pair, Span
from tui.comparing import Alignment
from tui.facts import FactType, Mention

Verdict = Literal["conflict", "altered", "cut", "compatible", "agree", "only-a", "only-b"]

GRAVITY: tuple[Verdict, ...] = ("conflict", "altered", "cut", "compatible", "agree", "only-a", "only-b")
"""Gravest first: the order in which they are listed."""


_NOBODY: Pair[tuple[str, ...]] = Pair((), ())
_UNSAID: Pair[str | None] = Pair(None, None)
_UNDESCRIBED: Pair[tuple[Mention, ...]] = Pair((), ())
_NOWHERE: Pair[tuple[Span, ...]] = Pair((), ())

_COPIED = 9
"""Words of a shared run that make it a copy: shorter ones are how everybody writes ("30 years to life for raping two
women")."""


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """What A and B say of one thing, the verdict, and the reason for it."""

    type: FactType
    about: str
    verdict: Verdict
    rule: str
    """Why the verdict stands, in plain words, naming what both sides say."""
    mentions: Pair[tuple[Mention, ...]]
    """Empty on a side that says nothing of it; never on both."""
    same_copy: bool = False
    """The agreement stands in copied text: it is no corroboration."""
    speaker: Pair[tuple[str, ...]] = _NOBODY
    speakers_differ: bool = False
    verb: Pair[str | None] = _UNSAID
    roles: Pair[tuple[Mention, ...]] = _UNDESCRIBED


@dataclass(frozen=True)
class Ground:
    """Two articles and their links: what decides whether two mentions speak of the same thing."""

    articles: Pair[Article]
    alignment: Alignment
    quoted: Pair[tuple[Span, ...]] = _NOWHERE
    """Where each article gives the words of others: both may have heard them."""

    @cached_property
    def _linked(self) -> frozenset[tuple[int, int]]:
        return frozenset((i, j) for link in self.alignment.links for i in link.a for j in link.b)

    @cached_property
    def _copied(self) -> list[tuple[Span, Span]]:
        return [(e.a, e.b) for link in self.alignment.links for e in link.edits if e.op == "equal"]

    def linked(self, a: Mention, b: Mention) -> bool:
        """Whether the sentences of the two mentions are linked."""
        i, j = self.articles.a.sentence_at(a.start), self.articles.b.sentence_at(b.start)
        return (i, j) in self._linked

    def copied(self, a: Mention, b: Mention) -> bool:
        """Whether both mentions stand in one run of words that the two articles share, and not as words that both
        heard."""
        return any(self._own_words(0, p) >= _COPIED and self._own_words(1, q) >= _COPIED for p, q in self._runs(a, b))

    def in_one_run(self, a: Mention, b: Mention) -> bool:
        """Whether both mentions stand in one run of words, whoever's they are."""
        return any(len(self.articles.a.text[p.start : p.end].split()) >= _COPIED for p, _ in self._runs(a, b))

    def _runs(self, a: Mention, b: Mention) -> list[tuple[Span, Span]]:
        """The shared runs that hold both mentions."""
        return [
            (p, q)
            for p, q in self._copied
            if p.start <= a.start and a.end <= p.end and q.start <= b.start and b.end <= q.end
        ]

    def _own_words(self, side: int, run: Span) -> int:
        """The words of a run that are the article's own, outside quotations."""
        text, words, start = self.articles[side].text, 0, run.start
        for quote in self.quoted[side]:
            if quote.overlaps(run):
                words += len(text[start : max(start, quote.start)].split())
                start = max(start, quote.end)
        return words + len(text[start : max(start, run.end)].split())
