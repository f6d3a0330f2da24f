"""Comparing a pair in workers: first the links, which are shown at once, then the facts; either can be stopped.

A thread cannot be ended: a stopped one runs to its end, and what it finds is kept for when it is asked for again.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from tui.article import Article, Pair
from tui.comparison import Comparison, with_facts
from tui.rows import Side
from tui.safe import safe_line
from tui.screens.followed_pair import FollowedPair
from tui.screens.options import CompareOptions
from tui.screens.session import Session
from tui.screens.triage import Triage

AT_ONCE = 16_000
"""Characters of a pair whose links are found without a worker: 50 ms."""


class Search:
    """A search for the facts of what is on the screen."""

    def __init__(self, pair: Pair[Article], options: CompareOptions) -> None:
        self.pair, self.options = pair, options
        self.is_stopped = self.is_done = False


class ComparingScreen(FollowedPair):
    """The half of the compare screen that finds what the other half paints."""

    def __init__(self, session: Session, pair: Pair[Article], at: tuple[Side, int] | None) -> None:
        """`at`: side and sentence to begin at."""
        super().__init__(session, pair)
        self.options = session.options
        self.advisory = ""
        """What B changes in A, of two revisions."""
        self._keep = at
        """Where the next comparison that is shown begins."""
        self._is_linking = False
        """Whether a worker looks for the links."""
        self._facts_search: Search | None = None
        """The latest one."""
        self._shown = (pair, self.options)
        """What is on the screen, or was asked for first."""

    def begin(self) -> None:
        """Compares the pair in workers: first the links, which are shown at once, then the facts."""
        pair, options = self.pair, self.options
        known = self.session.known(pair, options)
        if known is not None:
            self._linked(pair, options, known)
        elif len(pair.a.text) + len(pair.b.text) <= AT_ONCE:
            self._link_at_once(pair, options)
        else:
            self._is_linking = True
            self.texts.say("Comparing …   Esc stops it")
            self._work(partial(self._link, pair, options))

    @property
    def keys_wait(self) -> bool:
        return self._is_linking

    def action_close(self) -> None:
        """Esc also stops a comparison that takes long: what was on the screen before stays. While the facts are looked
        for it stops that, with nothing left to close."""
        if self.is_looking and not (self.prompt.is_open or self.wanted or self.linking or self.focused is self.panel):
            return self._stop_looking()
        if not self._is_linking:
            return super().action_close()
        self._is_linking = False
        self.workers.cancel_group(self, "compare")
        self.pair, self.options = self._shown
        if self.comparison is None:
            self.texts.say("Comparing was stopped. Enter compares again, q goes back.")
        else:
            self.texts.show(self.session.shown(self.comparison), keep=self._keep)
            self.call_after_refresh(self._look_for_facts, self.pair, self.options, self.comparison)
        return self.hint("Comparing was stopped")

    @property
    def is_looking(self) -> bool:
        """Whether the facts are being looked for."""
        return self._facts_search is not None and not (self._facts_search.is_stopped or self._facts_search.is_done)

    @property
    def facts_were_stopped(self) -> bool:
        return self._facts_search is not None and self._facts_search.is_stopped

    def _stop_looking(self) -> None:
        if self._facts_search is not None:
            self._facts_search.is_stopped, self.facts_asked_for = True, None
        self.paint_status()

    def look_again(self) -> None:
        """Goes on with a search that was stopped, or takes what it has found."""
        search = self._facts_search
        if search is None or not search.is_stopped or self.comparison is None:
            return
        search.is_stopped = False
        if search.is_done:
            found = self.session.known(self.pair, self.options) or self.comparison
            self._look_for_facts(self.pair, self.options, found)
        self.paint_status()

    def _look_for_facts(self, pair: Pair[Article], options: CompareOptions, comparison: Comparison) -> None:
        search = self._facts_search = Search(pair, options)
        self._work(partial(self._weigh, search, comparison))

    def action_open(self) -> None:
        if self.comparison is None:
            return self.begin()
        return super().action_open()

    def _link_at_once(self, pair: Pair[Article], options: CompareOptions) -> None:
        """A short pair takes less time than a thread and a paint in between cost."""
        try:
            comparison = self.session.link(pair, options)
        except Exception as error:  # the same as in a thread
            self._failed(pair, error)
        else:
            self._linked(pair, options, comparison)

    def _work(self, work: Callable[[], None]) -> None:
        self.run_worker(work, thread=True, exclusive=True, group="compare")

    def _link(self, pair: Pair[Article], options: CompareOptions) -> None:
        """In a thread."""
        try:
            comparison = self.session.link(pair, options)
            self.texts.prepare(self.session.shown(comparison))
            _ = comparison.notes  # looked for in both texts, word by word
        except Exception as error:  # whatever goes wrong in an engine, the reader keeps the program
            self.app.call_from_thread(self._failed, pair, error)
            return
        self.app.call_from_thread(self._take_links, pair, options, comparison)

    def _take_links(self, pair: Pair[Article], options: CompareOptions, comparison: Comparison) -> None:
        """From a thread. What was stopped meanwhile is kept for when it is asked for again."""
        if self._is_linking:
            self._linked(pair, options, comparison)
        else:
            self.session.keep(comparison, options)

    def _linked(self, pair: Pair[Article], options: CompareOptions, comparison: Comparison) -> None:
        """Shows the texts. What belongs to a pair that the screen has turned from meanwhile is dropped."""
        self.session.keep(comparison, options)
        if not self._is_awaited(pair, options):
            return
        self._is_linking, self._shown = False, (pair, options)
        self.comparison = comparison
        self.advisory = ""
        self.texts.show(self.session.shown(comparison), keep=self._keep)
        self._keep = None
        self.take_facts(None)
        if self.wanted:
            self.search(self.wanted)
        self.serve_waiting()
        # After the paint: finding facts beside it would make the texts wait.
        self._facts_search = None
        self.call_after_refresh(self._look_for_facts, pair, options, comparison)

    def _weigh(self, search: Search, comparison: Comparison) -> None:
        """In a thread: the facts, and what the library holds on them."""
        pair, options = search.pair, search.options
        try:
            if self.session.corrections_of(pair) != comparison.corrections:
                comparison = self.session.link(pair, options)
                self.app.call_from_thread(self._relinked, search, comparison)
                return
            comparison = self._with_facts(pair, options, comparison)
            triage, advisory = self.session.triage_of(comparison), advisory_of(comparison)
        except Exception as error:
            self.app.call_from_thread(self._failed, pair, error)
            return
        self.app.call_from_thread(self._weighed, search, comparison, triage, advisory)
        self._find_story(pair.a)

    def _with_facts(self, pair: Pair[Article], options: CompareOptions, comparison: Comparison) -> Comparison:
        """In a thread."""
        told = self.session.told_beside(pair)
        if comparison.facts is None:
            comparison = with_facts(replace(comparison, context=(*options.context, *told)))
            _ = comparison.notes  # as in `_link`: they are another comparison's now
        return comparison

    def _relinked(self, search: Search, comparison: Comparison) -> None:
        """The library, opened after the first paint, knows better what belongs together."""
        search.is_done = True
        if search.is_stopped:
            self.session.keep(comparison, search.options)
        else:
            self._keep = self.texts.here
            self._linked(search.pair, search.options, comparison)

    def _find_story(self, article: Article) -> None:
        """In a thread, after all else: for the title."""
        from tui.library import LibraryError

        with suppress(LibraryError):
            self.session.find_story(article)
        self.app.call_from_thread(self.paint_status)

    def _weighed(self, search: Search, comparison: Comparison, triage: Triage, advisory: str) -> None:
        search.is_done = True
        self.session.keep(comparison, search.options)
        self.tell_of_library()
        if self._is_awaited(search.pair, search.options) and not search.is_stopped:
            self.comparison, self.advisory = comparison, advisory
            self.take_facts(triage)

    def compared_anew(self) -> tuple[Comparison, Triage, str]:
        pair, options = self._shown
        linked, before = self.session.link(pair, options), self.comparison
        if before is not None and (linked.articles, linked.alignment) == (before.articles, before.alignment):
            linked = replace(linked, alignment=before.alignment)  # its layout is there
        self.texts.prepare(self.session.shown(linked))
        comparison = self._with_facts(pair, options, linked)
        return comparison, self.session.triage_of(comparison), advisory_of(comparison)

    def take_anew(self, comparison: Comparison, triage: Triage, advisory: str) -> bool:
        pair, options = self._shown
        before = self.comparison
        if before is None or self._is_linking or self.is_looking or not self._is_awaited(pair, options):
            return False
        self.session.keep(comparison, options)
        if comparison.alignment is not before.alignment:
            self.texts.show(self.session.shown(comparison), keep=self.texts.here)
            self.find_again()
        self.comparison, self.advisory = comparison, advisory
        self.take_facts(triage)
        return True

    def _is_awaited(self, pair: Pair[Article], options: CompareOptions) -> bool:
        return self.is_attached and pair == self.pair and options == self.options

    def _failed(self, pair: Pair[Article], error: Exception) -> None:
        if pair == self.pair and self.is_attached:
            self._is_linking, self._facts_search, self.facts_asked_for = False, None, None
            self.serve_waiting()
            what = "These two could not be compared" if self.comparison is None else "Their facts could not be found"
            self.texts.say(what)
            self.notify(f"{what} ({safe_line(repr(error))})", severity="error", timeout=15, markup=False)


def advisory_of(comparison: Comparison) -> str:
    """What B changes in A, in a line; nothing for two tellings. For a worker."""
    from tui.reports.advisory import advisory_line

    return safe_line(advisory_line(comparison)) if comparison.alignment.mode == "revision" else ""
