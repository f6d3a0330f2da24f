"""Patterns that name the words they cannot do without, so that a sentence runs few of them.

Most sentences hold no date and hardly an article an Easter or a century; yet to compile every pattern of dates
and ages took 60 ms and to run them 30 ms for a pair of articles of 500 words, an eighth of the whole program. A
pattern is compiled when the first sentence holds its clues. Clues may be too many, never too few: they decide
what is tried, not what is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

Clues = frozenset[str]

NUMBER = frozenset({"0", "00", "000", "0000"})
YEAR = frozenset({"0000"})
_CLUE = re.compile(r"[A-Za-z]+|0{1,4}|[:/–—-]")
_ZEROS = str.maketrans("123456789", "000000000")


class Clued(NamedTuple):
    """A pattern, and the sets of clues of each of which its match holds at least one."""

    expression: str
    clues: tuple[Clues, ...]
    any_case: bool = False

    def finditer(self, text: str, line: Line) -> Iterator[re.Match[str]]:
        """Its matches in one line."""
        if any(needed.isdisjoint(line.clues) for needed in self.clues):
            return iter(())
        return _compiled(self.expression, self.any_case).finditer(text, line.start, line.end)


class Line(NamedTuple):
    """A sentence of `tui.facts.subject.flat`."""

    start: int
    end: int
    clues: Clues
    """Its words, as written and in lower case; runs of digits as zeros, four at a time; colons, slashes, dashes."""


def words(text: str) -> Clues:
    """The set of the words of a text: one of them is needed."""
    return frozenset(text.split())


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that hold any clue."""
    start = 0
    for content in text.translate(_ZEROS).split("\n"):
        written = set(_CLUE.findall(content))
        if written:
            yield Line(start, start + len(content), frozenset(written | {word.lower() for word in written}))
        start += len(content) + 1


@lru_cache(maxsize=256)
def _compiled(expression: str, any_case: bool) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE if any_case else 0)
