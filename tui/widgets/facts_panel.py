"""The facts panel: conflicts first, A's value against B's. It lists and points; it judges nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from tui.rows.row import BY_HAND
from tui.theme import Role
from tui.verdicts import SIGNS, ComparedFact, Verdict
from tui.widgets.fact_entries import GROUPED, NAMES, Entries, Entry, FactFilter, subject, told
from tui.widgets.line_list import LineList
from tui.widgets.paint import BAR, fit

TALL_UNTIL = 70
"""Cells: a narrower panel gives A and B a line each, a wider one sets them in columns."""
_ROLES: dict[Verdict, Role] = {
    "conflict": "altered", "altered": "altered", "cut": "strong", "compatible": "strong",
    "agree": "muted", "only-a": "a", "only-b": "b",
}  # fmt: skip
State = Callable[[int], str]
"""Index of a fact → its mark of triage: one character, a space for none."""


class FactsPanel(LineList):
    """The list of facts."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.facts: Sequence[ComparedFact] = ()
        self.entries: list[Entry] = []
        self.shown = FactFilter()
        self.opened: frozenset[Verdict] = frozenset()
        self.is_dismissed: Callable[[int], bool] = lambda _: False
        self.state: State = lambda _: " "

    def show(self, facts: Sequence[ComparedFact], *, cursor: int | None = None) -> None:
        """Lists these facts; `cursor` is the index of the fact to stay on."""
        stay = self.fact if cursor is None else cursor
        self.facts = facts
        self.entries = Entries(facts, self.shown, self.opened, self.is_dismissed).listed()
        at = next((n for n, e in enumerate(self.entries) if e.fact == stay and stay is not None), None)
        self._set_heights(self.cursor if at is None else at)

    def _set_heights(self, cursor: int | None = None) -> None:
        self.set_heights((self._height(e) for e in self.entries), cursor=self.cursor if cursor is None else cursor)

    @property
    def entry(self) -> Entry | None:
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    @property
    def fact(self) -> int | None:
        """Index of the fact under the cursor."""
        return self.entry.fact if self.entry else None

    def choose(self, fact: int) -> None:
        """Puts the cursor on a fact, opening its group where it stands in one."""
        verdict = self.facts[fact].verdict
        if verdict in GROUPED and verdict not in self.opened:
            self.opened |= {verdict}
        self.show(self.facts, cursor=fact)
        self.post_message(self.Moved(self))

    def toggle_group(self) -> None:
        """Opens or closes the group under the cursor."""
        entry = self.entry
        if entry is not None and entry.fact is None:
            self.opened ^= {entry.verdict}
            self.show(self.facts)

    def measure(self) -> None:
        self._set_heights()

    @property
    def _is_tall(self) -> bool:
        return self.size.width < TALL_UNTIL

    def _height(self, entry: Entry) -> int:
        if entry.fact is None or entry.verdict in ("agree", *GROUPED) or not self._is_tall:
            return 1
        return 3

    def paint(self, index: int, number: int, width: int, is_here: bool) -> Strip:
        entry = self.entries[index]
        ground = self.palette.style("ground")
        if is_here:
            ground += self.palette.style("here")
        role: Role = "accent" if self.has_focus else "muted"
        bar = Segment(BAR, ground + self.palette.style(role)) if is_here else Segment(" ", ground)
        words = self._group(entry) if entry.fact is None else self._fact(entry, entry.fact, number, width - 1)
        segments = [bar, *(Segment(text, ground + self.palette.style(role)) for text, role in words)]
        return Strip(segments).adjust_cell_length(width, ground)

    def _group(self, entry: Entry) -> list[tuple[str, Role]]:
        sign = SIGNS[entry.verdict]
        fold = "▾" if entry.is_open else "▸"
        return [(f"{sign} ", _ROLES[entry.verdict]), (f"{entry.count} {NAMES[entry.verdict]} {fold}", "muted")]

    def _fact(self, entry: Entry, index: int, number: int, width: int) -> list[tuple[str, Role]]:
        fact = self.facts[index]
        quiet = entry.verdict in ("agree", *GROUPED)
        about: Role = "muted" if quiet or self.is_dismissed(index) else "text"
        if number:
            side, name = ("a", "A") if number == 1 else ("b", "B")
            said = told(fact, "a" if side == "a" else "b")
            return [("    ", "text"), (f"{name}  ", "a" if side == "a" else "b"), (fit(said, width - 8), "text")]
        signs = ("©" if fact.same_copy else " ") + (BY_HAND if fact.by_hand else " ")
        tail = f" {signs}{self.state(index)}"
        indent = "  " if entry.verdict in GROUPED else ""
        sign: list[tuple[str, Role]] = [(f"{indent}{SIGNS[entry.verdict]} ", _ROLES[entry.verdict])]
        room = width - 2 - len(indent) - cell_len(tail)
        if self._is_tall or quiet:
            words = subject(fact)
            if quiet and fact.type not in ("quote", "statement"):
                said = told(fact, "a" if fact.mentions.a else "b")
                words = said if words.casefold() == said.casefold() else f"{said} · {words}"
            return [*sign, (fit(words, room), about), (tail, "muted")]
        third = (room - 6) // 3
        words_a, words_b = told(fact, "a"), told(fact, "b")
        return [
            *sign,
            (fit(subject(fact), room - 2 * third - 6) + " ", about),
            ("A ", "a"), (fit(words_a, third) + " ", "text"),
            ("B ", "b"), (fit(words_b, third), "text"),
            (tail, "muted"),
        ]  # fmt: skip
