"""A fact: one thing that one article claims, with the words it rests on."""

from __future__ import annotations

from typing import Literal

from tui.article import Span
from tui.frozen import dataclass

FactType = Literal["person", "organisation", "place", "work", "date", "quantity", "age", "quote", "statement"]
NAME_TYPES: tuple[FactType, ...] = ("person", "organisation", "place", "work")
"""Of the facts that are names."""


@dataclass(frozen=True, slots=True)
class Mention:
    """The words, where they stand, and what they come to."""

    start: int
    end: int
    text: str
    value: str
    """Normalised: EDTF for dates, number and unit for quantities, canonical names; else the words."""
    inferred: bool = False
    """The value rests on another article's date or on a guess."""
    by_hand: bool = False
    """The reader set right what it comes to."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim of one article. No fact without a mention."""

    type: FactType
    about: str
    """What it is about, in a few words that a reader understands: "the charity founded"."""
    mentions: tuple[Mention, ...]
    """In text order, at least one."""
    subject: frozenset[str] = frozenset()
    """Normalised words that say what is counted, dated or aged; two facts are compared only where these meet."""
    speaker: tuple[str, ...] = ()
    """Canonical names; empty where the text does not say. Quotes and statements only."""
    verb: str | None = None
    """The cue verb of a quote or statement, as written."""
    roles: tuple[Mention, ...] = ()
    """Descriptions of a person ("chairman of the board"), with their spans."""
