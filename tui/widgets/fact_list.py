"""The facts of one article, a line each. What a key does to them is the screen's business."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from tui.facts import Fact
from tui.rows import FACT_MARKS
from tui.safe import safe_line
from tui.theme import Role
from tui.widgets.line_list import LineList
from tui.widgets.paint import BAR, fit


class FactList(LineList):
    """One line a fact: its type, what it comes to, what it is about."""

    def __init__(self) -> None:
        super().__init__(id="facts")
        self.facts: Sequence[Fact] = ()

    def show(self, facts: Sequence[Fact]) -> None:
        self.facts = facts
        self.set_heights(1 for _ in facts)

    def paint(self, index: int, number: int, width: int, is_here: bool) -> Strip:  # noqa: ARG002
        fact = self.facts[index]
        ground = self.palette.style("ground")
        if is_here:
            ground += self.palette.style("here")
        bar = Segment(BAR if is_here else " ", ground + self.palette.style("accent" if self.has_focus else "muted"))
        words = words_of(fact)
        role: Role = FACT_MARKS.get(fact.type, "muted")
        kind = Segment(f"{fact.type:<13}", ground + self.palette.style(role))
        return Strip([bar, kind, Segment(fit(words, max(4, width - 15)), ground)]).adjust_cell_length(width, ground)


def words_of(fact: Fact) -> str:
    """What a fact comes to, and what it is about."""
    words, about = safe_line(fact.mentions[0].text), about_of(fact)
    return f"{words} · {about}" if about else words


def about_of(fact: Fact) -> str:
    """What a fact is about, safe to show; empty where its own words say as much."""
    about = safe_line(fact.about)
    says_more = fact.type not in ("quote", "statement") and about != safe_line(fact.mentions[0].text)
    return about if says_more else ""
