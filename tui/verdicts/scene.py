"""How likely two mentions speak of the same thing, by the words around them and the links of their sentences."""

from __future__ import annotations

import re
from functools import cached_property
from math import log, sqrt

from tui.article import Article, Pair
from tui.facts.fact import Fact, Mention
from tui.facts.kinds import ACTIONS, EVENTS
from tui.facts.subject import Words, clause
from tui.verdicts.verdict import Ground

LINKED = 0.25
"""What a link between the two sentences adds to the likeness of their words."""
NEAREST, ANY = 0.2, 0.08
"""What a shared kind of action adds: the nearest to both mentions, or any in both clauses."""
_OUTSIDE = 0.5
"""Words of the sentence that stand outside the clause count half."""
_FAR = 600  # code points of a sentence that are looked at, before and after
_LEAD_LENGTH = 3  # sentences
_MEASURED = frozenset({"deep", "wide", "long", "tall", "high"})
_PURPOSE = re.compile(r"\s(?:for|over|about|against)\s")
"""Behind a date: "sentenced on May 4 for fraud" does not date the fraud."""
_BEFELL = frozenset({"kill", "wound", "miss", "person", "toll", "number", "survive", "report"})
_EVENT = 1.4
"""Words that name a kind of event count more: a date is comparable only with what happened then."""


class Scene:
    """The words around mentions of two articles; weights come from both, so swapping the sides changes nothing."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._words = Pair(Words(ground.articles.a), Words(ground.articles.b))
        self._clauses: dict[tuple[int, int, int], dict[str, int]] = {}
        self._seen: dict[tuple[int, int, int], dict[str, float]] = {}

    def likeness(self, a: Mention, b: Mention) -> float:
        """0 to about 1: the cosine of the words around them, more where their sentences are linked."""
        one, two = self.around(0, a), self.around(1, b)
        shared = sum(weight * two[kind] for kind, weight in sorted(one.items()) if kind in two)
        if not shared:
            return LINKED / 2 if self.ground.linked(a, b) else 0.0
        norm = sqrt(sum(w * w for w in one.values()) * sum(w * w for w in two.values()))
        return shared / norm + (LINKED if self.ground.linked(a, b) else 0.0)

    def same_action(self, a: Mention, b: Mention) -> float:
        """Whether the clauses tell of the same kind of action: most if it is the one nearest to both mentions."""
        shared = [kind for kind in self.events(a, b) if kind in ACTIONS]
        if not shared:
            return 0.0
        return NEAREST if self._nearest(0, a) == self._nearest(1, b) else ANY

    def _nearest(self, side: int, mention: Mention) -> str | None:
        near = self._clause(side, mention)
        return min((kind for kind in near if kind in ACTIONS), key=lambda kind: (near[kind], kind), default=None)

    def of_other_actions(self, a: Mention, b: Mention) -> bool:
        """Whether each clause tells of an action of its own and they share no word at all."""
        one, two = self._clause(0, a), self._clause(1, b)
        return one.keys().isdisjoint(two) and bool(self._nearest(0, a)) and bool(self._nearest(1, b))

    def in_lead(self, side: int, mention: Mention) -> bool:
        """Whether a mention stands in the headline or the first sentences of the story."""
        return self.ground.articles[side].sentence_at(mention.start) in self._leads[side]

    @cached_property
    def _leads(self) -> Pair[frozenset[int]]:
        return Pair(_lead(self.ground.articles.a), _lead(self.ground.articles.b))

    def events(self, a: Mention, b: Mention) -> list[str]:
        """The kinds of event that both clauses name, nearest to A's and B's mention first."""
        one, two = self._clause(0, a), self._clause(1, b)
        shared = {kind for kind in one.keys() & two.keys() if kind in EVENTS}
        return sorted(shared, key=lambda kind: (one[kind] + two[kind], kind))

    def share_more(self, a: Mention, b: Mention) -> bool:
        """Whether both sentences name one thing more than what befell people."""
        return bool(self.around(0, a).keys() & self.around(1, b).keys() - _BEFELL)

    def share_a_participant(self, a: Mention, b: Mention) -> bool:
        """Whether both clauses name one more thing than what happened, or both sentences one name."""
        one, two = self._clause(0, a), self._clause(1, b)
        if any(kind not in ACTIONS for kind in one.keys() & two.keys()):
            return True
        return bool(self._names(0, a) & self._names(1, b))

    def around(self, side: int, mention: Mention) -> dict[str, float]:
        """The content words of a mention's sentence, each with its weight."""
        key = (side, mention.start, mention.end)
        if key not in self._seen:
            self._seen[key] = self._weighed(side, mention)
        return self._seen[key]

    def _weighed(self, side: int, mention: Mention) -> dict[str, float]:
        article = self.ground.articles[side]
        left, right = clause(article, mention.start, mention.end)
        start, end = _sentence(article, mention)
        weights: dict[str, float] = {}
        for word in self._words[side].between(start, end):
            if mention.start <= word.start < mention.end and word.kind not in _MEASURED:
                continue
            place = 1.0 if left <= word.start < right else _OUTSIDE
            weight = place * self._rarity(word.kind) * (_EVENT if word.kind in EVENTS else 1.0)
            weights[word.kind] = max(weights.get(word.kind, 0.0), weight)
        return weights

    def _clause(self, side: int, mention: Mention) -> dict[str, int]:
        """The kinds in the clause, each with its distance from the mention in characters."""
        key = (side, mention.start, mention.end)
        if key in self._clauses:
            return self._clauses[key]
        left, right = clause(self.ground.articles[side], mention.start, mention.end)
        distance: dict[str, int] = {}
        text = self.ground.articles[side].text
        for word in self._words[side].between(left, right):
            far = max(mention.start - word.end, word.start - mention.end, 0)
            if word.kind in ACTIONS and word.start >= mention.end and _PURPOSE.match(text, mention.end):
                continue
            distance[word.kind] = min(distance.get(word.kind, far), far)
        self._clauses[key] = distance
        return distance

    def _names(self, side: int, mention: Mention) -> set[str]:
        """The kinds of the capitalised words of the sentence."""
        article = self.ground.articles[side]
        words = self._words[side].between(*_sentence(article, mention))
        return {word.kind for word in words if article.text[word.start].isupper()}

    def _rarity(self, kind: str) -> float:
        common, sentences = self._frequency
        return log((sentences + 1) / (common.get(kind, 0) + 0.5)) + 0.1

    @cached_property
    def _frequency(self) -> tuple[dict[str, int], int]:
        """In how many sentences of both articles each kind stands."""
        common: dict[str, int] = {}
        for side, article in enumerate(self.ground.articles):
            for sentence in article.sentences:
                for kind in {word.kind for word in self._words[side].between(sentence.start, sentence.end)}:
                    common[kind] = common.get(kind, 0) + 1
        return common, sum(len(article.sentences) for article in self.ground.articles)


def _lead(article: Article) -> frozenset[int]:
    story = [n for n, sentence in enumerate(article.sentences) if not sentence.is_furniture]
    heads = sum(article.sentences[n].role == "headline" for n in story)
    return frozenset(story[: heads + _LEAD_LENGTH])


def _sentence(article: Article, mention: Mention) -> tuple[int, int]:
    if not article.sentences:
        return mention.start, mention.end
    sentence = article.sentences[article.sentence_at(mention.start)]
    return max(sentence.start, mention.start - _FAR), max(min(sentence.end, mention.end + _FAR), mention.end)


def in_story(article: Article, fact: Fact) -> bool:
    """Whether any mention stands in headline or body: what furniture alone says gets no verdict."""
    return any(
        not article.sentences[article.sentence_at(m.start)].is_furniture for m in fact.mentions if article.sentences
    )
