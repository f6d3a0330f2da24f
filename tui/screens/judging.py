"""What the reader makes of the facts: accept, dismiss, flag, note; undo and redo; which facts are listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.screens.choice import Choice
from tui.screens.facts import FactsScreen
from tui.screens.triage import Triage
from tui.verdicts import GRAVITY, SIGNS
from tui.widgets.fact_entries import NAMES, TYPES, FactFilter, subject

if TYPE_CHECKING:
    from tui.library import Act, FactState


class JudgingScreen(FactsScreen):
    """The compare screen's keys on a chosen fact."""

    def corrected(self, what: str) -> None:
        """Compares again, after the reader set something right or took it back."""
        raise NotImplementedError

    def action_accept(self) -> None:
        self._judge("accepted")

    def action_dismiss_fact(self) -> None:
        self._judge("dismissed")

    def action_flag(self) -> None:
        self._judge("flagged")

    def _judge(self, state: FactState) -> None:
        """Sets a state on the chosen fact and moves on to the next one."""
        index, triage = self._chosen(), self.triage
        if index is None or triage is None:
            return
        at = self.panel.cursor
        following = next((e.fact for e in self.panel.entries[at + 1 :] if e.fact is not None), None)
        if self.kept(lambda: triage.set_state(index, state)):
            self._judged(following)

    def action_note(self) -> None:
        index, triage = self._chosen(), self.triage
        if index is None or triage is None:
            return

        def keep(note: str | None) -> None:
            if note is not None and self.kept(lambda: triage.set_note(index, note)):
                self._judged(index)

        self.let_write(f"Note on {subject(self.facts[index])}"[:60], self.judgement(index).note, keep)

    def _chosen(self) -> int | None:
        """The fact that a key is meant for; a hint where none is chosen."""
        index = self.panel.fact
        if index is None or not (self.texts_show_fact or self.focused is self.panel):
            self.hint("Choose a fact first: l, or Tab")
            return None
        return index

    def action_undo(self) -> None:
        self._again(Triage.undo, "Undone", "Nothing to undo")

    def action_redo(self) -> None:
        self._again(Triage.redo, "Done again", "Nothing to redo")

    def _again(self, step: Callable[[Triage], Act | None], said: str, nothing: str) -> None:
        """Undoes or redoes; what was done to other articles is told, since nothing here shows it."""
        triage = self.triage
        acts: list[Act | None] = []
        if triage is None or not self.kept(lambda: acts.append(step(triage))):
            return None
        act = acts[0]
        if act is None:
            return self.hint(nothing)
        if act.kind == "correction":
            return self.corrected(f"{said}: {act.what}")
        index = triage.index_of(act)
        self._judged(index)
        if index is None:
            self.hint(f"{said}: {act.what} elsewhere")
        return None

    def _judged(self, go_to: int | None) -> None:
        self._count()
        self.panel.relist(cursor=go_to)
        self._choose_here()

    def action_show_dismissed(self) -> None:
        self.panel.filter(replace(self.panel.shown, dismissed=not self.panel.shown.dismissed))
        self.hint("Dismissed facts are shown" if self.panel.shown.dismissed else "Dismissed facts are hidden")

    def action_filter_facts(self) -> None:
        shown = self.panel.shown
        choices = [Choice(v, f"{SIGNS[v]} {NAMES[v]}", v in shown.verdicts) for v in GRAVITY]
        choices += [Choice(t, f"  {t}", t in shown.types) for t in TYPES]

        def take(names: list[str] | None) -> None:
            if names is not None:
                verdicts = frozenset(v for v in GRAVITY if v in names)
                self.panel.filter(FactFilter(verdicts, frozenset(t for t in TYPES if t in names), shown.dismissed))
                self.paint_status()

        self.let_choose("Only these (none ticked: all)", choices, take, several=True)
