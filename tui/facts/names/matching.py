"""Finds every further place of the names that are known, and settles which of two overlapping names stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tui.facts.names import lexicon
from tui.facts.names.keys import initials, key
from tui.facts.names.story import Kind, Spot, Story


class Known:
    """The known names as sequences of words."""

    def __init__(self, story: Story, spots: Iterable[Spot], kinds: Mapping[str, Kind]) -> None:
        self._story = story
        self._by_first: dict[str, dict[tuple[str, ...], Kind]] = {}
        for spot in spots:
            kind = kinds[key(story.text(spot))]
            words = tuple(w.lower() for w in story.words_of(spot))
            known = self._by_first.setdefault(words[0], {})
            known[words] = min(kind, known.get(words, kind))  # "US" and "Us": the order of places decides nothing
        self._tails: set[str] = set()
        """Last words that stand for an organisation behind "the": "the Astros"."""
        self._initials: set[str] = set()
        for words, kind in [item for names in self._by_first.values() for item in names.items() if len(item[0]) > 1]:
            if kind == "ORG":
                self._learn_short_forms(words)
            elif kind == "PER":
                self._learn_surname(words)
        for service in lexicon.SERVICES:
            self._by_first.setdefault(service, {}).setdefault((service,), "ORG")
        self._sizes = {first: sorted({len(n) for n in names}, reverse=True) for first, names in self._by_first.items()}
        """By first word, how many words its names have, the most first."""

    def _learn_short_forms(self, words: tuple[str, ...]) -> None:
        if words[-1].isalpha() and words[-1] not in _GENERIC:
            self._tails.add(words[-1])
        self._initials |= initials(" ".join(words))

    def _learn_surname(self, words: tuple[str, ...]) -> None:
        last = words[-1]
        if words[-2] != "-" and last.isalpha() and not self._story.model.gazetteers.is_common(last):
            self._by_first.setdefault(last, {}).setdefault((last,), "PER")

    def places(self) -> Iterator[Spot]:
        """Each place in the story where a known name stands, the longest name at each."""
        for i, j, words in self._story.sentences():
            lows = [w.lower() for w in words]
            at = 0
            while at < len(words):
                found = self._at(words, lows, at, i, j)
                if found:
                    yield found
                at = found.last if found else at + 1

    def _at(self, words: list[str], lows: list[str], at: int, article: int, sentence: int) -> Spot | None:
        names = self._by_first.get(lows[at], {})
        for size in self._sizes.get(lows[at], ()):
            name = tuple(lows[at : at + size])
            if len(name) == size and name in names and self._stands(words, lows, at, name, article, sentence):
                return Spot(article, sentence, at, at + size, names[name])
        if self._is_short_form(words, lows, at) and not self._story.shouting[article][sentence]:
            return Spot(article, sentence, at, at + 1, "ORG")
        return None

    def _is_short_form(self, words: list[str], lows: list[str], at: int) -> bool:
        if words[at].isupper():
            return lows[at] in self._initials
        alone = at + 1 >= len(words) or not words[at + 1][0].isupper()
        return lows[at] in self._tails and words[at][0].isupper() and at > 0 and lows[at - 1] == "the" and alone

    def _stands(
        self, words: list[str], lows: list[str], at: int, name: tuple[str, ...], article: int, sentence: int
    ) -> bool:
        if name[0] in lexicon.SERVICES:
            return True
        written = words[at : at + len(name)]
        if any(
            w[0].islower() and w not in lexicon.SMALL and w not in lexicon.FUNCTION_WORDS and before != "-"
            for before, w in zip(("", *written), written, strict=False)
            if w != "'s"
        ):
            return False
        if self._story.shouting[article][sentence]:
            return len(name) > 1 or len(name[0]) > 4
        if len(name) > 1:
            return True
        opens = at == 0 or not words[at - 1][0].isalnum()
        if opens and (lows[at] in self._story.surroundings.lower or lows[at] in lexicon.SMALL):
            return False
        inside = (at > 0 and words[at - 1][0].isupper() and lows[at - 1] not in _MAY_STAND_BEFORE) or (
            at + 1 < len(words) and words[at + 1][0].isupper() and lows[at + 1] not in lexicon.CALENDAR
        )
        return not inside or opens


_GENERIC = lexicon.ORGANISATION_HEADS | lexicon.PLACE_HEADS
_MAY_STAND_BEFORE = (
    lexicon.HONORIFICS | lexicon.RANKS | lexicon.ROLE_NOUNS | lexicon.SMALL | lexicon.DEMONYMS | lexicon.CALENDAR
)


def settled(spots: Iterable[Spot]) -> list[Spot]:
    """Without overlaps: titles first, then the longest, then the first; in text order."""
    taken: set[tuple[int, int, int]] = set()
    kept = []
    for spot in sorted(set(spots), key=lambda s: (s.kind != "WORK", s.first - s.last, s.kind == "MISC", s)):
        tokens = {(spot.article, spot.sentence, i) for i in range(spot.first, spot.last)}
        if not tokens & taken:
            taken |= tokens
            kept.append(spot)
    return sorted(kept)
