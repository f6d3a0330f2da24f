"""A fact of two articles held against each other, and the ground a verdict may stand on."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import Literal, NamedTuple

from tui.article import Article, Pair, Span
from tui.comparing import Alignment
from tui.facts import FactType, Mention
from tui.frozen import dataclass

Verdict = Literal["conflict", "altered", "cut", "compatible", "agree", "only-a", "only-b"]

GRAVITY: tuple[Verdict, ...] = ("conflict", "altered", "cut", "compatible", "agree", "only-a", "only-b")
"""Gravest first: the order in which they are listed."""
SIGNS: dict[Verdict, str] = {
    "conflict": "≠",
    "altered": "!",
    "cut": "…",
    "compatible": "≈",
    "agree": "=",
    "only-a": "<",
    "only-b": ">",
}
"""What each stands as, on screens and in reports."""


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

    @property
    def by_hand(self) -> bool:
        """Whether the reader set right what a side says."""
        return any(mention.by_hand for side in self.mentions for mention in side)


class _Run(NamedTuple):
    """A run of words that both articles print; quotations do not overlap each other."""

    spans: Pair[Span]
    own: bool
    """It has `_COPIED` words outside quotations on both sides."""


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
    def _runs(self) -> Pair[dict[int, list[_Run]]]:
        """The shared runs of `_COPIED` words and more, by the index of their sentence on either side."""
        found: Pair[dict[int, list[_Run]]] = Pair({}, {})
        for edit in (edit for link in self.alignment.links for edit in link.edits if edit.op == "equal"):
            if len(self.articles.a.text[edit.a.start : edit.a.end].split()) < _COPIED:
                continue
            spans = Pair(edit.a, edit.b)
            run = _Run(spans, all(self._own_words(side, span) >= _COPIED for side, span in enumerate(spans)))
            for side, span in enumerate(spans):
                found[side].setdefault(self.articles[side].sentence_at(span.start), []).append(run)
        return found

    def linked(self, a: Mention, b: Mention) -> bool:
        """Whether the sentences of the two mentions are linked."""
        i, j = self.articles.a.sentence_at(a.start), self.articles.b.sentence_at(b.start)
        return (i, j) in self._linked

    def copied_runs(self, side: int, mention: Mention) -> frozenset[_Run]:
        """The runs of words that the two articles share around a mention, but not as words that both heard."""
        return frozenset(run for run in self._held(side, mention) if run.own)

    def copied(self, a: Mention, b: Mention) -> bool:
        """Whether both mentions stand in one such run."""
        return not self.copied_runs(0, a).isdisjoint(self.copied_runs(1, b))

    def in_one_run(self, a: Mention, b: Mention) -> bool:
        """Whether both mentions stand in one run of words, whoever's they are."""
        return not set(self._held(0, a)).isdisjoint(self._held(1, b))

    def _held(self, side: int, mention: Mention) -> list[_Run]:
        """The shared runs that hold a mention."""
        if not self.articles[side].sentences:
            return []
        near = self._runs[side].get(self.articles[side].sentence_at(mention.start), ())
        return [run for run in near if run.spans[side].start <= mention.start and mention.end <= run.spans[side].end]

    def _own_words(self, side: int, run: Span) -> int:
        """The words of a run that are the article's own, outside quotations."""
        text, words, start = self.articles[side].text, 0, run.start
        quotes = self.quoted[side]
        for quote in quotes[max(0, bisect_left(quotes, run) - 1) : bisect_left(quotes, Span(run.end, run.end))]:
            if quote.overlaps(run):
                words += len(text[start : max(start, quote.start)].split())
                start = max(start, quote.end)
        return words + len(text[start : max(start, run.end)].split())
