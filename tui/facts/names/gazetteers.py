"""Lists of place and personal names that the recogniser takes as hints. They come with the model file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

FIRST, LAST, CITY, COUNTRY, STATE = "f", "l", "c", "n", "s"
COMMON = "w"
"""A common word: seen in lower case in the text that the recogniser learned from."""


class Gazetteers:
    """Names in lower case, each with the letters of the lists that it is in; places may have several words."""

    def __init__(self, words: Mapping[str, str], phrases: Mapping[str, str]) -> None:
        self._words = words
        self._phrases = phrases
        """Names of two to four words, joined by blanks."""
        self._openers = {phrase.split(" ", 1)[0] for phrase in phrases}

    def kinds(self, word: str) -> str:
        """The letters of a word's lists, empty where it is in none."""
        return self._words.get(word, "")

    def is_name(self, word: str) -> bool:
        """Whether a word is in a list of personal or place names."""
        return bool(self.kinds(word).strip(COMMON))

    def is_person(self, word: str) -> bool:
        """Whether it is a first or last name."""
        return any(kind in self.kinds(word) for kind in (FIRST, LAST))

    def is_place(self, word: str) -> bool:
        return any(kind in self.kinds(word) for kind in (CITY, COUNTRY, STATE))

    def knows_place(self, name: str) -> bool:
        """Whether a name of one or more words is a place's."""
        return name in self._phrases or self.is_place(name)

    def is_common(self, word: str) -> bool:
        return COMMON in self.kinds(word)

    def matches(self, lows: Sequence[str]) -> list[str]:
        """For each word the mark of the phrase that it is part of: `Bc`, `Ic`; empty outside of phrases."""
        marks = [""] * len(lows)
        i = 0
        while i < len(lows):
            step = 1
            if lows[i] in self._openers:
                for size in (4, 3, 2):
                    kind = self._phrases.get(" ".join(lows[i : i + size])) if i + size <= len(lows) else None
                    if kind:
                        marks[i] = f"B{kind}"
                        marks[i + 1 : i + size] = [f"I{kind}"] * (size - 1)
                        step = size
                        break
            i += step
        return marks
