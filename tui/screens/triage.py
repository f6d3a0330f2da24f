"""What the reader made of the facts on the screen: read from the library once, kept in step with every act.

It blocks for the disk as the library does (a tick costs about 5 ms). Where something cannot be kept, looking at a
fact goes on without a word, and an act raises `LibraryError` and changes nothing.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from tui.comparison import Comparison

if TYPE_CHECKING:
    from tui.library import Act, FactMark, FactState, KeyedFact, Library

MARKS: dict[FactState, str] = {"unseen": " ", "seen": "·", "accepted": "+", "flagged": "*", "dismissed": "x"}
_ACTS: tuple[Literal["fact"], Literal["correction"]] = ("fact", "correction")
"""What undo takes back on this screen."""


@dataclass
class Triage:
    """The marks of one comparison's facts, by their index."""

    library: Library
    facts: tuple[KeyedFact, ...] = ()
    _marks: dict[str, FactMark] = field(default_factory=dict)

    @classmethod
    def of_facts(cls, library: Library, comparison: Comparison) -> Triage:
        """Reads what is kept. Raises `LibraryError`."""
        from tui.library import keyed

        triage = cls(library, tuple(keyed(comparison, fact) for fact in comparison.facts or ()))
        triage.reread()
        return triage

    def of(self, index: int) -> FactMark:
        from tui.library import FactMark

        return self._marks.get(self.facts[index].key, FactMark()) if index < len(self.facts) else FactMark()

    def see(self, index: int) -> None:
        """Notes that the reader chose the fact. Choosing is no act, so it is not undone."""
        from tui.library import LibraryError

        if self.of(index).state == "unseen":
            self._marks[self.facts[index].key] = replace(self.of(index), state="seen")
            with suppress(LibraryError):
                self.library.facts.see([self.facts[index]])

    def set_state(self, index: int, state: FactState) -> None:
        """Sets a state; setting it again takes it back to seen."""
        self.library.facts.set_state([self.facts[index]], "seen" if self.of(index).state == state else state)
        self.reread()

    def set_note(self, index: int, note: str) -> None:
        self.library.facts.set_note(self.facts[index], note)
        self.reread()

    def undo(self) -> Act | None:
        """Takes back the last act on a fact, whichever comparison it was done in; `None` where there is none."""
        act = self.library.undo(_ACTS)
        self.reread()
        return act

    def redo(self) -> Act | None:
        act = self.library.redo(_ACTS)
        self.reread()
        return act

    def index_of(self, act: Act) -> int | None:
        """The first fact here that an act was done to."""
        return next((n for n, fact in enumerate(self.facts) if fact.key in act.keys), None)

    def reread(self) -> None:
        self._marks = self._kept()

    def is_stale(self) -> bool:
        """Whether somebody else has judged one of these facts. Raises `LibraryError`."""
        return self._marks != self._kept()

    def _kept(self) -> dict[str, FactMark]:
        return self.library.facts.of(fact.key for fact in self.facts)


def mark_of(mark: FactMark) -> tuple[str, str]:
    """Two characters beside a fact: the sign of a note, and the state; a note takes the place of what says little."""
    if mark.note and mark.state in ("unseen", "seen"):
        return " ", '"'
    return '"' if mark.note else " ", MARKS[mark.state]
