"""A row: a stretch of A beside its stretch of B, and the cells that a column shows of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Side = Literal["a", "b"]
SIDES: tuple[Side, Side] = ("a", "b")
Order = Literal["a", "b", "own"]
"""Whose order the rows follow; `own`: each article in its own, in two separate columns."""
Texts = dict[Side, str]
"""The articles as they may be shown: one character for one, no line breaks."""
Kind = Literal["same", "reworded", "only-a", "only-b", "furniture", "reference", "references", "fold", "plain"]
"""`references`: a run of them on one line. `plain`: a paragraph of an article that stands alone."""

SIGNS: dict[Kind, str] = {
    "same": "=",
    "reworded": "~",
    "only-a": "<",
    "only-b": ">",
    "furniture": " ",
    "reference": " ",
    "references": " ",
    "fold": " ",
    "plain": " ",
}
BY_HAND = "^"
"""The proofreader's caret: the reader says so."""
DIFFERENT: frozenset[Kind] = frozenset({"reworded", "only-a", "only-b"})
ONLY_HERE: frozenset[Kind] = frozenset({"only-a", "only-b"})


class Piece(NamedTuple):
    """Words of an article, or words of ours where `side` is `None`."""

    side: Side | None
    start: int
    end: int
    words: str = ""


class Cell(NamedTuple):
    """What one column shows of a row, before it is wrapped."""

    pieces: tuple[Piece, ...]
    sign: str
    arrow: str = ""
    """Where a moved partner stands in its own article: `↓10`."""
    number: str = ""
    """Of its first sentence in the story, which arrows and references name."""
    is_stub: bool = False
    """The first words of what is shown elsewhere."""


class Row(NamedTuple):
    """A tuple, since a million words have sixty thousand of them, and a dataclass takes four times as long to make."""

    kind: Kind
    a: tuple[int, ...] = ()
    """Sentences of A that stand here; in a `reference`, those that are shown elsewhere."""
    b: tuple[int, ...] = ()
    link: int | None = None
    """Index of the link that puts the two beside each other, or that a reference points along."""
    moved: bool = False
    order_counts: bool = False
    """Between two revisions of one text a move is a difference."""
    starts_paragraph: bool = False
    continues: bool = False
    """The second half of a row that is stacked: not one more difference."""
    hidden: tuple[Row, ...] = ()
    """What a fold hides, and the references of a run."""

    def of(self, side: Side) -> tuple[int, ...]:
        return self.a if side == "a" else self.b

    @property
    def is_difference(self) -> bool:
        if self.kind in DIFFERENT:
            return not self.continues
        return self.moved and self.order_counts and self.kind != "reference" and not self.continues

    @property
    def key(self) -> tuple[Side, int]:
        """Names the row by its first sentence, so that it is found again when the rows are planned anew."""
        if self.hidden:
            return self.hidden[0].key
        return ("a", self.a[0]) if self.a else ("b", self.b[0])


def other(side: Side) -> Side:
    return "b" if side == "a" else "a"
