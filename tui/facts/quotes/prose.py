"""The prose of an article in tokens, and what it has told so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.facts.quotes.cast import Cast

Speaker = tuple[str, ...]
"""Canonical names, or the words for somebody unnamed; empty where the text does not say."""

_TOKEN = re.compile(r"\w+(?:['’\-‐.]\w+)*|[^\w\s]")


class Token(NamedTuple):
    """A word or a mark of the prose."""

    word: str
    lower: str
    start: int
    end: int


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    return [Token(m.group(), m.group().casefold(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


@dataclass
class Stage:
    """What has been told up to here: who spoke last, and which sentences a pronoun may look back to."""

    cast: Cast
    last: Speaker = ()
    last_end: int = -1
    """Where the words that named the last speaker end."""
    last_kind: str = ""
    """`person`, `organisation`, `couple`, or empty where the speaker is not named."""
    prose: list[tuple[int, int]] = field(default_factory=list)
    """The stretches outside quotations so far, one a sentence, in order."""

    def spoke(self, speaker: Speaker, end: int) -> None:
        if speaker:
            self.last, self.last_end = speaker, end
            self.last_kind = "couple" if len(speaker) > 1 else self.cast.kinds.get(speaker[0], "")
