"""The facts panel: conflicts first, A's value against B's. It lists and points; it judges nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from tui.article import Article, Pair
from tui.rows.row import BY_HAND, Side
from tui.safe import safe_line
from tui.theme import Role
from tui.verdicts import SIGNS, ComparedFact, Verdict
from tui.widgets.fact_entries import (
    NO_SENTENCES,
    Entries,
    Entry,
    FactFilter,
    Group,
    fact_on_the_same_words,
    group_of,
    in_one_line,
    subject,
    told_apart,
)
from tui.widgets.line_list import LineList
from tui.widgets.paint import BAR, fit

TALL_UNTIL = 70
"""Cells: a narrower panel gives A and B a line each, a wider one sets them in columns."""
_ROLES: dict[Verdict, Role] = {
    "conflict": "altered", "altered": "altered", "cut": "strong", "compatible": "strong",
    "agree": "muted", "only-a": "a", "only-b": "b",
}  # fmt: skip
NOTHING = Article("", (), "")
_QUIET: frozenset[Verdict] = frozenset({"agree", "only-a", "only-b"})
"""Verdicts whose facts have one line, in grey."""
State = Callable[[int], tuple[str, str]]
"""Index of a fact → its mark of triage: the sign of a note and the one of the state, a space for none."""


class FactsPanel(LineList):
    """The list of facts."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.articles: Pair[Article] = Pair(NOTHING, NOTHING)
        self.facts: Sequence[ComparedFact] = ()
        self.alone = NO_SENTENCES
        """The sentences that one side alone tells."""
        self.entries: list[Entry] = []
        self.shown = FactFilter()
        self.turned: frozenset[Group] = frozenset()
        """Groups that were opened or closed by hand."""
        self.is_dismissed: Callable[[int], bool] = lambda _: False
        self.state: State = lambda _: (" ", " ")
        self._stood: tuple[ComparedFact | None, int] = (None, 0)
        """The fact and the line of the cursor before facts were taken away to be found anew."""

    def show(
        self, articles: Pair[Article], facts: Sequence[ComparedFact], alone: Pair[Sequence[int]] = NO_SENTENCES
    ) -> None:
        """Lists the facts of these two, and the sentences that one of them alone tells. Where the same two texts had
        facts before, the cursor stays on the fact that rests on the same words, or else on its line, though the list
        was empty between: a key pressed after a correction would be meant for another fact else."""
        if [of.text for of in articles] != [of.text for of in self.articles]:
            self._stood = (None, 0)
        elif self.entries:
            self._stood = (None if self.fact is None else self.facts[self.fact], self.cursor)
        self.articles, self.facts, self.alone = articles, facts, alone
        self.relist()
        if facts:
            self._stand_where_it_stood()

    def _stand_where_it_stood(self) -> None:
        before, line = self._stood
        again = None if before is None else fact_on_the_same_words(self.facts, before)
        if again is None:
            self._set_heights(line)
        else:
            self._open_for(again)

    def relist(self, *, cursor: int | None = None) -> None:
        """Lists them anew; `cursor` is the index of the fact to stay on."""
        stay = self.fact if cursor is None else cursor
        self.entries = self._entries().listed()
        at = next((n for n, e in enumerate(self.entries) if e.fact == stay and stay is not None), None)
        self._set_heights(self.cursor if at is None else at)

    def _entries(self) -> Entries:
        return Entries(self.articles, self.facts, self.alone, self.shown, self.turned, self.is_dismissed)

    def filter(self, shown: FactFilter) -> None:
        """Shows only these; what was opened by hand before is forgotten, since a filter opens all groups."""
        if shown.is_empty != self.shown.is_empty:
            self.turned = frozenset()
        self.shown = shown
        self.relist()

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
        self._open_for(fact)
        self.post_message(self.Moved(self))

    def _open_for(self, fact: int) -> None:
        self.relist(cursor=fact)
        group = group_of(self.facts[fact])
        is_away = self.is_dismissed(fact) and not self.shown.dismissed
        if self.fact != fact and group is not None and self.shown.passes(self.facts[fact]) and not is_away:
            self.turned ^= {group}
            self.relist(cursor=fact)

    def toggle_group(self) -> None:
        """Opens or closes the group in which the cursor stands; closed, the cursor stands on its line."""
        entry = self.entry
        if entry is None or entry.group is None:
            return
        self.turned ^= {entry.group}
        self.relist()
        members = [n for n, e in enumerate(self.entries) if e.group == entry.group]
        self.stand_on(members[0])
        self.reveal(members[-1])

    def measure(self) -> None:
        self._set_heights()

    @property
    def _is_tall(self) -> bool:
        return self.size.width < TALL_UNTIL

    def _height(self, entry: Entry) -> int:
        if entry.fact is None or entry.verdict in _QUIET or not self._is_tall:
            return 1
        return 3

    def paint(self, index: int, number: int, width: int, is_here: bool) -> Strip:
        entry = self.entries[index]
        ground = self.palette.style("ground")
        if is_here:
            ground += self.palette.style("here")
        role: Role = "accent" if self.has_focus else "muted"
        bar = Segment(BAR, ground + self.palette.style(role)) if is_here else Segment(" ", ground)
        if entry.sentence is not None:
            words = self._sentence(entry.verdict, entry.sentence, width - 1)
        elif entry.fact is not None:
            words = self._fact(entry, entry.fact, number, width - 1)
        else:
            words = self._line(entry, width - 1)
        segments = [bar, *(Segment(text, ground + self.palette.style(role)) for text, role in words)]
        return Strip(segments).adjust_cell_length(width, ground)

    def _line(self, entry: Entry, width: int) -> list[tuple[str, Role]]:
        """What a group stands behind, or a place inside it."""
        if entry.is_open is None:
            return [("    ", "text"), (fit(entry.words, width - 4), "strong")]
        fold = "▾" if entry.is_open else "▸"
        words = fit(entry.words, min(width - 4, cell_len(entry.words)))
        return [(f"{SIGNS[entry.verdict]} ", _ROLES[entry.verdict]), (f"{words} {fold}", "muted")]

    def _sentence(self, verdict: Verdict, at: tuple[Side, int], width: int) -> list[tuple[str, Role]]:
        side, index = at
        article: Article = getattr(self.articles, side)
        words = f"{article.numbers[index]} {safe_line(article.text_of(index))}"
        return [(f"  {SIGNS[verdict]} ", _ROLES[verdict]), (fit(words, width - 4), "muted")]

    def _fact(self, entry: Entry, index: int, number: int, width: int) -> list[tuple[str, Role]]:
        fact = self.facts[index]
        quiet = entry.verdict in _QUIET
        about: Role = "muted" if quiet or self.is_dismissed(index) else "text"
        if number:
            side, name = ("a", "A") if number == 1 else ("b", "B")
            said = told_apart(fact, "a" if side == "a" else "b", width - 8)
            return [("    ", "text"), (f"{name}  ", "a" if side == "a" else "b"), (fit(said, width - 8), "text")]
        note, state = self.state(index)
        tail = note + ("©" if fact.same_copy else " ") + (BY_HAND if fact.by_hand else " ") + state
        indent = "  " if entry.group else ""
        sign: list[tuple[str, Role]] = [(f"{indent}{SIGNS[entry.verdict]} ", _ROLES[entry.verdict])]
        room = width - 2 - len(indent) - cell_len(tail)
        if self._is_tall or quiet:
            return [*sign, (fit(in_one_line(fact) if quiet else subject(fact), room), about), (tail, "muted")]
        third = (room - 6) // 3
        words_a, words_b = told_apart(fact, "a", third), told_apart(fact, "b", third)
        return [
            *sign,
            (fit(subject(fact), room - 2 * third - 6) + " ", about),
            ("A ", "a"), (fit(words_a, third) + " ", "text"),
            ("B ", "b"), (fit(words_b, third), "text"),
            (tail, "muted"),
        ]  # fmt: skip
