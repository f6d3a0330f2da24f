"""What everything else speaks of: an article, its sentences, and spans of its text.

Offsets are Unicode code points into `Article.text`, end exclusive. Nothing here reads a file or
judges a text.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import field
from functools import cached_property
from itertools import accumulate
from typing import Generic, Literal, NamedTuple, TypeVar

from tui.frozen import dataclass

T = TypeVar("T")

Role = Literal["headline", "byline", "date", "caption", "promo", "body"]

STORY_ROLES: frozenset[Role] = frozenset({"headline", "body"})
"""The roles that tell the story; all others are furniture."""


class Pair(NamedTuple, Generic[T]):
    """The same thing for both sides of a comparison."""

    a: T
    b: T

    def swapped(self) -> Pair[T]:
        return Pair(self.b, self.a)


class Span(NamedTuple):
    """A stretch of an article's text: code points, end exclusive."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    paragraph: int
    """Counted from 0 through the whole article."""
    role: Role

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_furniture(self) -> bool:
        return self.role not in STORY_ROLES


MarkKind = Literal["person", "organisation", "place", "date", "quantity", "money", "quote"]


class Mark(NamedTuple):
    """A stretch of the text that a wire format's own tag calls a name, a date, a number or a quotation."""

    start: int
    end: int
    kind: MarkKind
    value: str | None
    """The tag's normalised value ("20230915", "person:jdoe"), where it has one."""


@dataclass(frozen=True)
class Article:
    """One telling. `sentences` cover everything in `text` that is not white space, in order, without overlap."""

    text: str
    sentences: tuple[Sentence, ...]
    sha256: str
    """Of the file's bytes."""
    path: str | None = None
    """As the user named it, `#3` behind it for the third article of a file; `None` for a text from elsewhere."""
    title: str | None = None
    """`None` where the text gives none; never guessed. The same for the fields below."""
    source: str | None = None
    """The outlet."""
    byline: tuple[str, ...] = field(default=())
    published: str | None = None
    """An EDTF date."""
    modified: str | None = None
    """When it was last changed: an EDTF date."""
    url: str | None = None
    retrieved: str | None = None
    """When a web archive took it: ISO 8601, in UTC."""
    extractor: str | None = None
    """Name and version of what took the text out of its format, "trafilatura 2.3.1"; `None` for plain text."""
    marks: tuple[Mark, ...] = field(default=())
    """What the format itself says about stretches of the text, in order; no guess of ours."""

    @cached_property
    def id(self) -> str:
        """SHA-256 of the text with white space folded: stays when a file is renamed or its line ends change."""
        folded = " ".join(self.text.split())
        return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def words(self) -> int:
        """Words of headline and body."""
        return sum(len(self.text[s.start : s.end].split()) for s in self.sentences if not s.is_furniture)

    @cached_property
    def numbers(self) -> list[int]:
        """The number of each sentence in the story, from 1; furniture has that of the sentence before it."""
        counted = accumulate([s.role in STORY_ROLES for s in self.sentences], initial=0)
        return [count or 1 for count in counted][1:]

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds `offset`, or of the one before it (0 at the very start).

        Raises `IndexError` for an article without sentences.
        """
        if not self.sentences:
            raise IndexError("an article without sentences")
        return max(0, bisect_right(self._starts, offset) - 1)

    def text_of(self, index: int) -> str:
        """The words of one sentence."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]

    @property
    def opening(self) -> str:
        """The title, or the first words of the story in brackets: how a list names the article."""
        if self.title:
            return self.title
        for sentence in self.sentences:
            if not sentence.is_furniture:
                return f"({' '.join(self.text[sentence.start : sentence.end].split())})"
        return "(no text)"
