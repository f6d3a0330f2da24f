"""Who is on stage: the names of an article by place, with what its words tell of sex and marriage.

Guesses of sex come from titles, kinship words beside a name, and common given names; where they say nothing,
a name fits any pronoun.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal

from tui.article import Article
from tui.facts.fact import NAME_TYPES, Fact
from tui.facts.quotes.cues import FEMALE, FEMALE_NAMES, MALE, MALE_NAMES
from tui.frozen import dataclass

Sex = Literal["female", "male"]
_RUN = re.compile(r"[A-Z][\w’'-]*(?:\s(?:of|de|van|von|bin|al|the)\s[A-Z][\w’'-]*|[ ][A-Z][\w’'-]*)*")
_FIRST = re.compile(r"(\S+)\s?")
_COMMON = frozenset(
    """neither nor the a an in on at by for from to of and but or if when while after before as it he she
    they we i you this that these those there his her their its our my your what who how why where
    all some many most more no not yes so then now once since until although though because
    according during following another other others both each every monday tuesday wednesday
    thursday friday saturday sunday january february march april may june july august september
    october november december mr mrs ms dr""".split()
)
_SPOUSE = re.compile(
    r"\b(?:(his|her)|and)(?:\s(?:current|new))?\s(wife|husband|spouse|fiancee?|girlfriend|boyfriend),?\s$"
)
_SPOUSE_BEHIND = re.compile(
    r",\s(?:his|her)\s(?:wife|husband|spouse|fiancee?|girlfriend|boyfriend)\b(?!\sat\sthe\stime)"
)
_JOINED = re.compile(r"\s{0,12}(?:,\s{0,12})?(?:and|&)\s{1,12}$")


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a name."""

    start: int
    end: int
    name: str
    kind: str


class Cast:
    """The named mentions of one article, in text order, the longest where several overlap."""

    def __init__(self, article: Article, names: Sequence[Fact]) -> None:
        self.text = article.text
        mentions = list(_given(article, names)) if names else list(_guessed(article))
        self.named: list[Named] = []
        for mention in sorted(mentions, key=lambda m: (m.start, -m.end, m.name)):
            if not self.named or mention.start >= self.named[-1].end:
                self.named.append(mention)
        self._starts = [mention.start for mention in self.named]

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The type of each name, by its first mention."""
        return {mention.name: mention.kind for mention in reversed(self.named)}

    def within(self, start: int, end: int) -> list[Named]:
        """The mentions that begin in this stretch."""
        return self.named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def starting_in(self, start: int, end: int) -> Named | None:
        """The mention that begins in this stretch, the first of several."""
        found = self.within(start, end)
        return found[0] if found else None

    def fits(self, name: str, sex: Sex | None) -> bool:
        """Whether a pronoun or noun of this sex may stand for the name."""
        return sex is None or self._sexes.get(name, sex) == sex

    def couple_before(self, offset: int) -> tuple[str, ...]:
        """The two people last told to be a couple before `offset`, else the last two told in one breath; or none."""
        for couples in (self._spouses, self._joined):
            n = bisect_left(couples, (offset, ()))
            if n:
                return couples[n - 1][1]
        return ()

    @cached_property
    def _sexes(self) -> dict[str, Sex]:
        votes: dict[str, int] = {}
        for mention in self.named:
            if mention.kind != "person":
                continue
            votes.setdefault(mention.name, _given_name_vote(mention.name))
            words = re.findall(r"[^\W\d_]+", self.text[max(0, mention.start - 16) : mention.start].casefold())
            last = words[-1] if words else ""
            if last in FEMALE - {"she", "her"}:
                votes[mention.name] += 3
            elif last in MALE - {"he", "his", "him"}:
                votes[mention.name] -= 3
        return {name: "female" if vote > 0 else "male" for name, vote in votes.items() if vote}

    @cached_property
    def _spouses(self) -> list[tuple[int, tuple[str, ...]]]:
        couples: list[tuple[int, tuple[str, ...]]] = []
        people = [mention for mention in self.named if mention.kind == "person"]
        for mine, partner in itertools.pairwise(people):
            married = _SPOUSE.search(self.text[max(mine.end, partner.start - 40) : partner.start])
            if (married or _SPOUSE_BEHIND.match(self.text, partner.end)) and (
                mine.name != partner.name and partner.start - mine.end < 240
            ):
                couples.append((partner.end, (mine.name, partner.name)))
        return couples

    @cached_property
    def _joined(self) -> list[tuple[int, tuple[str, ...]]]:
        people = [mention for mention in self.named if mention.kind == "person"]
        return [
            (q.end, (p.name, q.name))
            for p, q in itertools.pairwise(people)
            if p.name != q.name and q.start - p.end < 12 and _JOINED.match(self.text[p.end : q.start])
        ]


def _given_name_vote(name: str) -> int:
    first = name.split()[0].casefold() if name.split() else ""
    return (first in FEMALE_NAMES) - (first in MALE_NAMES)


def _given(article: Article, names: Sequence[Fact]) -> Iterable[Named]:
    """The names that the story tells; who wrote it is not on stage."""
    for fact in names:
        if fact.type in NAME_TYPES:
            for mention in fact.mentions:
                if article.sentences[article.sentence_at(mention.start)].role != "byline":
                    yield Named(mention.start, mention.end, mention.value, fact.type)


def _guessed(article: Article) -> Iterable[Named]:
    """Runs of capitals, where no names are given; short forms stand for the longest run that ends with them."""
    stretches = [s for s in article.sentences if not s.is_furniture]
    runs = [run for s in stretches for run in _runs(article.text, s.start, s.end)]
    full: dict[str, str] = {}
    for start, end in runs:
        words = article.text[start:end]
        last = words.split()[-1]
        if len(words) > len(full.get(last, "")):
            full[last] = words
    for start, end in runs:
        name = full[article.text[start:end].split()[-1]]
        yield Named(start, end, name, "person" if " " in name else "organisation")


def _runs(text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
    for match in _RUN.finditer(text, start, stop):
        first, end = match.span()
        for ending in ("'s", "’s", "'", "’"):
            if match.group().endswith(ending):
                end -= len(ending)
                break
        for _ in range(3):  # "But When The Jones" loses three words at most: enough, and linear
            word = _FIRST.match(text, first, end)
            if word and word[1].casefold() in _COMMON:
                first = word.end()
        if text[first:end].strip():
            yield first, end
