"""Links between sentences, and the edits inside a link."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from tui.article import Span
from tui.frozen import dataclass

Op = Literal["equal", "delete", "insert", "replace"]
Kind = Literal["same", "quoted", "reworded"]
Mode = Literal["tellings", "revision"]
Ignorable = Literal["case", "punctuation", "whitespace", "quotes"]
IGNORABLE: tuple[Ignorable, ...] = ("case", "punctuation", "whitespace", "quotes")
ByHand = Mapping[tuple[int, int], bool]
"""Pairs of sentences that are linked, or are not, whatever the engine says."""
DEFAULT_IGNORE: frozenset[Ignorable] = frozenset({"quotes", "whitespace"})


@dataclass(frozen=True, slots=True)
class Edit:
    """One step from A's words to B's. A span is empty on the side that has nothing."""

    op: Op
    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Every one of `a` tells something that every one of `b` tells; indices of sentences, ascending."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    kind: Kind
    moved: bool
    similarity: float
    """0 to 1, the same in both directions."""
    primary: bool
    """Where its sentences are shown; in the other links of a sentence it stands as a reference."""
    edits: tuple[Edit, ...]
    by_hand: bool = False
    """The reader says so, not the engine."""


@dataclass(frozen=True, slots=True)
class Move:
    """A block of A that stands elsewhere in B (revision mode)."""

    a: Span
    b: Span
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Alignment:
    """How two texts lie beside each other. `edits`, `moves`, `edited_words` are for revision mode only."""

    mode: Mode
    links: tuple[Link, ...]
    only_a: tuple[int, ...]
    only_b: tuple[int, ...]
    hidden: dict[str, int]
    """For each ignorable kind, the edits that the ignore rules keep from being shown."""
    edits: tuple[Edit, ...] | None = None
    moves: tuple[Move, ...] | None = None
    edited_words: int | None = None
    limits: tuple[str, ...] = ()
    """What was simplified because the texts are too large to be worked through, each a plain sentence."""
