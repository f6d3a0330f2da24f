"""Made-up news in any amount: words as often as in real text, articles in stories, the same for the same seed.

No sentence means anything. The words follow Zipf's law over 60,000 invented ones, which is what a search index and
a search for rare terms feel; the articles of one story share a few names and rare words and are near in time.
"""

from __future__ import annotations

import json
import random
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

_SYLLABLES = [consonant + vowel for consonant in "bdfghklmnprstvw" for vowel in "aeio"]
WORDS = 500
"""In one article, about."""


class Corpus:
    """Articles as the records of a JSON Lines file; `number` chooses one, `story` is what it tells."""

    def __init__(self, size: int, *, per_story: int = 4, vocabulary: int = 60_000, words: int = WORDS) -> None:
        self.size = size
        self.per_story = per_story
        self.words = words
        rng = random.Random(20230915)
        made = {"".join(rng.choices(_SYLLABLES, k=rng.choice((1, 2, 2, 3, 3, 4)))): None for _ in range(vocabulary * 3)}
        self.vocabulary = list(made)[:vocabulary]
        self._cumulated = list(accumulate(1 / (rank + 3) for rank in range(len(self.vocabulary))))

    def story(self, number: int) -> int:
        """The articles of a story lie far apart, as they come in."""
        return number % max(1, self.size // self.per_story)

    def record(self, number: int) -> dict[str, str]:
        story = self.story(number)
        told, rng = random.Random(story), random.Random(f"{number}")
        names = [f"{self._rare(told).capitalize()} {self._rare(told).capitalize()}" for _ in range(4)]
        rare = [self._rare(told) for _ in range(12)]
        day = date(2020, 1, 1) + timedelta(days=story % 1500 + rng.randrange(2))
        return {
            "title": " ".join([rng.choice(names), *self._some(rng, 5), rng.choice(rare)]),
            "outlet": f"Outlet {rng.randrange(40)}",
            "published": day.isoformat(),
            "text": "\n\n".join(self._paragraph(rng, names, rare) for _ in range(self.words // 50)),
        }

    def lines(self, start: int = 0) -> Iterator[str]:
        for number in range(start, self.size):
            yield json.dumps(self.record(number))

    def _paragraph(self, rng: random.Random, names: list[str], rare: list[str]) -> str:
        sentences = []
        for _ in range(2):
            words = self._some(rng, 22)
            words[rng.randrange(4, 10)] = rng.choice(names)
            words[rng.randrange(10, 20)] = rng.choice(rare)
            sentences.append(" ".join(words).capitalize() + ".")
        return " ".join(sentences)

    def _some(self, rng: random.Random, count: int) -> list[str]:
        return rng.choices(self.vocabulary, cum_weights=self._cumulated, k=count)

    def _rare(self, rng: random.Random) -> str:
        at = bisect(self._cumulated, self._cumulated[-1] * (0.8 + 0.2 * rng.random()))
        return self.vocabulary[min(at, len(self.vocabulary) - 1)]
