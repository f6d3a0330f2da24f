"""What the reader makes of the facts: accept, dismiss, flag, note; undo and redo; which facts are listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui.screens.facts import FactsScreen
from tui.screens.triage import State
from tui.screens.window import Choice, ChoiceWindow, WriteWindow
from tui.verdicts import GRAVITY
from tui.widgets.fact_entries import NAMES, SIGNS, TYPES, FactFilter, subject


class JudgingScreen(FactsScreen):
    """The compare screen's keys on a chosen fact."""

    def action_accept(self) -> None:
        self._judge("accepted")

    def action_dismiss_fact(self) -> None:
        self._judge("dismissed")

    def action_flag(self) -> None:
        self._judge("flagged")

    def _judge(self, state: State) -> None:
        """Sets a state on the chosen fact and moves on to the next one."""
        index = self.panel.fact
        if index is None or not (self.texts_show_fact or self.focused is self.panel):
            return self.hint("Choose a fact first: l, or Tab")
        at = self.panel.cursor
        following = next((e.fact for e in self.panel.entries[at + 1 :] if e.fact is not None), None)
        self.session.triage.set_state(self._keys[index], state)
        self._judged(following)
        return None

    def action_note(self) -> None:
        index = self.panel.fact
        if index is None or not (self.texts_show_fact or self.focused is self.panel):
            return self.hint("Choose a fact first: l, or Tab")
        key = self._keys[index]

        def keep(note: str | None) -> None:
            if note is not None:
                self.session.triage.set_note(key, note)
                self._judged(index)

        self.app.push_screen(
            WriteWindow(f"Note on {subject(self.facts[index])}"[:60], self.judgement(index).note), keep
        )
        return None

    def action_undo(self) -> None:
        self._again(self.session.triage.undo, "Nothing to undo")

    def action_redo(self) -> None:
        self._again(self.session.triage.redo, "Nothing to redo")

    def _again(self, act: Callable[[], str | None], nothing: str) -> None:
        key = act()
        if key is None:
            return self.hint(nothing)
        self._judged(self._keys.index(key) if key in self._keys else None)
        return None

    def _judged(self, go_to: int | None) -> None:
        self._count()
        self.panel.show(self.facts, cursor=go_to)
        self._choose_here()

    def action_show_dismissed(self) -> None:
        self.panel.shown = replace(self.panel.shown, dismissed=not self.panel.shown.dismissed)
        self.panel.show(self.facts)
        self.hint("Dismissed facts are shown" if self.panel.shown.dismissed else "Dismissed facts are hidden")

    def action_filter_facts(self) -> None:
        shown = self.panel.shown
        verdicts = [Choice(v, f"{SIGNS[v]} {NAMES[v]}", v in shown.verdicts) for v in GRAVITY]
        types = [Choice(t, f"  {t}", t in shown.types) for t in TYPES]

        def take(names: list[str] | None) -> None:
            if names is not None:
                self.panel.shown = FactFilter(
                    frozenset(v for v in GRAVITY if v in names),
                    frozenset(t for t in TYPES if t in names),
                    shown.dismissed,
                )
                self.panel.show(self.facts)
                self.paint_status()

        self.app.push_screen(
            ChoiceWindow("Only these facts (none ticked: all)", [*verdicts, *types], several=True), take
        )
