"""The articles of one story as tokens, and the places where the recogniser sees a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from tui.article import Article, Span
from tui.facts.names.features import features
from tui.facts.names.model import Model
from tui.facts.names.surroundings import Surroundings, is_shouting
from tui.facts.names.tokens import Token, straight, tokenise
from tui.frozen import dataclass

Kind = Literal["PER", "ORG", "LOC", "MISC", "WORK"]


class Spot(NamedTuple):
    """A name's place: tokens `first` to `last` (exclusive) of one sentence of one article."""

    article: int
    sentence: int
    first: int
    last: int
    kind: Kind


@dataclass(frozen=True)
class Story:
    """Articles that tell one story, in the order given."""

    articles: Sequence[Article]
    model: Model

    @cached_property
    def tokens(self) -> list[list[list[Token]]]:
        """By article and sentence."""
        return [tokenise(article) for article in self.articles]

    @cached_property
    def words(self) -> list[list[list[str]]]:
        """The plain form of each token, by article and sentence."""
        return [[[token.plain for token in sentence] for sentence in article] for article in self.tokens]

    @cached_property
    def shouting(self) -> list[list[bool]]:
        """By article and sentence: whether its capitals say nothing."""
        return [[is_shouting(sentence) for sentence in article] for article in self.words]

    @cached_property
    def surroundings(self) -> Surroundings:
        return Surroundings((s for article in self.words for s in article), self.model.gazetteers)

    def sentences(self) -> Iterator[tuple[int, int, list[str]]]:
        """Article, sentence, words."""
        for i, article in enumerate(self.words):
            for j, words in enumerate(article):
                if words:
                    yield i, j, words

    def recognised(self) -> Iterator[Spot]:
        """What the recogniser marks, as it marks it."""
        gazetteers = self.model.gazetteers
        for i, j, words in self.sentences():
            labels = self.model.decode(features(words, self.surroundings, gazetteers))
            yield from (Spot(i, j, *found) for found in runs(labels))

    def span(self, spot: Spot) -> Span:
        tokens = self.tokens[spot.article][spot.sentence]
        return Span(tokens[spot.first].start, tokens[spot.last - 1].end)

    def text(self, spot: Spot) -> str:
        """The name on one line, with straight quotes."""
        span = self.span(spot)
        return " ".join(straight(self.articles[spot.article].text[span.start : span.end]).split())

    def words_of(self, spot: Spot) -> list[str]:
        return self.words[spot.article][spot.sentence][spot.first : spot.last]


Recogniser = Callable[[Story], Iterable[Spot]]
"""Marks the names of a story, sentence by sentence; what follows settles kinds and joins."""


def runs(labels: Sequence[str]) -> Iterator[tuple[int, int, Kind]]:
    """B- and I- labels as first token, last + 1, kind."""
    start, kind = 0, ""
    for i, label in enumerate([*labels, "O"]):
        if kind and (label[0] != "I"):
            yield start, i, kind  # type: ignore[misc]  # the model's labels are these kinds
            kind = ""
        if label[0] == "B" or (label[0] == "I" and not kind):
            start, kind = i, label[2:]
