"""The open comparison follows what another copy of the program makes of the same two texts: marks and notes on their
facts, and what was set right. The reader stays at the sentence and the fact where he is, and keeps the keys: all that
takes long is found in a thread first.
"""

from __future__ import annotations

from tui.comparison import Comparison
from tui.screens.correcting import CorrectingScreen
from tui.screens.following import FollowingScreen
from tui.screens.triage import Triage


class FollowedPair(CorrectingScreen, FollowingScreen):
    """A comparison that is shown anew when what is kept of it has changed. The reader's own acts change nothing."""

    def compared_anew(self) -> tuple[Comparison, Triage, str]:
        """In a thread: the pair, its facts, what is kept of them, and the advisory, as it would be found now."""
        raise NotImplementedError

    def take_anew(self, comparison: Comparison, triage: Triage, advisory: str) -> bool:
        """Shows it in place of what is shown; whether that was possible."""
        raise NotImplementedError

    def take_changes(self) -> None:
        """In a thread."""
        comparison, triage = self.comparison, self.triage
        if comparison is None or triage is None:
            self.follow_later()
        elif self.session.corrections_of(self.pair) != comparison.corrections:
            self.session.take_corrections()
            self.app.call_from_thread(self._take_comparison, *self.compared_anew())
        elif triage.is_stale():
            self.app.call_from_thread(self._take_marks)

    def _take_comparison(self, comparison: Comparison, triage: Triage, advisory: str) -> None:
        if not self.is_current or not self.take_anew(comparison, triage, advisory):
            self.follow_later()

    def _take_marks(self) -> None:
        if not self.is_current or self.triage is None:
            return self.follow_later()
        here = self.panel.fact
        self.kept(self.triage.reread)
        self._count()
        self.panel.relist(cursor=here)
        self.texts_show_fact = self.texts_show_fact and self.panel.fact == here
        self._mark()
        return self.paint_status()
