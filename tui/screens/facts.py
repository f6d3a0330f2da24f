"""The facts beside the texts: choosing one marks its words on both sides and brings them into the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.actions import named
from tui.article import Article, Pair, Span
from tui.facts import FactType, Mention
from tui.rows import Mark, Side, conflict_marks, headline_marks, move_marks, word_marks
from tui.screens.base import Movable
from tui.screens.session import Session
from tui.screens.texts import TextsScreen, source_of
from tui.screens.triage import Triage, mark_of
from tui.verdicts import ComparedFact
from tui.widgets.columns import Columns
from tui.widgets.fact_entries import NAMES, NO_SENTENCES, OF_SENTENCES, subject, told
from tui.widgets.facts_panel import FactsPanel
from tui.widgets.line_list import LineList
from tui.widgets.texts import Texts

if TYPE_CHECKING:
    from tui.comparing.link import Alignment
    from tui.comparison import Comparison
    from tui.library import FactMark


class FactsScreen(TextsScreen):
    """The half of the compare screen that is about the facts, without what the reader makes of them."""

    def __init__(self, session: Session, pair: Pair[Article]) -> None:
        super().__init__(session, pair)
        self.panel = FactsPanel(id="facts")
        self.dismissed: frozenset[int] = frozenset()
        """Indices of the facts that the reader put aside."""
        self.seen = 0
        """How many facts were chosen at least once."""
        self.texts_show_fact = False
        """Whether the words of the fact under the panel's cursor are marked in the texts."""
        self.facts_asked_for: Callable[[], None] | None = None
        """What a key wanted of them before they were there: done once they are, the last one only."""
        self._marked: Alignment | None = None
        """The links whose words are marked in the texts."""
        self.triage: Triage | None = None
        """What the reader made of the facts; `None` until these are there."""

        self.panel.is_dismissed = lambda index: self.judgement(index).state == "dismissed"
        self.panel.state = lambda index: mark_of(self.judgement(index))

    @property
    def facts(self) -> Sequence[ComparedFact]:
        return (self.comparison.facts or ()) if self.comparison else ()

    def judgement(self, index: int) -> FactMark:
        from tui.library import FactMark

        return self.triage.of(index) if self.triage else FactMark()

    # The panel

    @property
    def panel_is_open(self) -> bool:
        return self.has_class("-wide") or self.has_class("-facts")

    @property
    def movable(self) -> Movable:
        return self.panel if self.focused is self.panel else self.texts

    def action_switch(self) -> None:
        """Texts, facts; the two columns one after the other while they scroll apart."""
        if self.focused is self.panel:
            self._to_texts(0)
        elif not self.texts.synced and self.texts.pane is self.texts.panes[0] and not self.texts.has_class("-unified"):
            self._to_texts(1)
        else:
            self.open_panel()

    def action_switch_back(self) -> None:
        if self.focused is self.panel:
            self._to_texts(0 if self.texts.synced else 1)
        elif not self.texts.synced and self.texts.pane is self.texts.panes[1]:
            self._to_texts(0)
        else:
            self.open_panel()

    def open_panel(self) -> None:
        self.add_class("-facts")
        self.set_focus(self.panel)
        self.panel.refresh()
        self.call_after_refresh(self._fit_and_choose)

    def _fit_and_choose(self) -> None:
        """Once the panel has taken its room from the texts: whoever reads on stays where he is. The fact that is told
        there is chosen, if one that is listed is; at the beginning, the first one."""
        self.texts.fit()
        if self.texts_show_fact or not self.texts.pane.cursor:
            return self._choose_here()
        listed = [entry.fact for entry in self.panel.entries if entry.fact is not None]
        there = next((index for index in listed if self._is_told_here(index)), None)
        return self.paint_status() if there is None else self.choose(there)

    def _to_texts(self, column: int) -> None:
        self.remove_class("-facts")
        self.texts.activate(column)
        self.panel.refresh()
        self.paint_status()
        self.call_after_refresh(self.texts.fit)

    def action_close(self) -> None:
        """Esc: the prompt, then the facts, then the search, then the chosen fact."""
        self.facts_asked_for = None
        if self.prompt.is_open:
            self.prompt.close()
            self.texts.activate(0 if self.texts.side == "a" else 1)
            self.clear_search()
        elif self.focused is self.panel:
            self._to_texts(0)
        elif not self.clear_search():
            self.texts_show_fact = False
            self._mark()
            self.paint_status()

    def action_open(self) -> None:
        """Enter: on the facts it goes to the words, then says why; on the texts it opens what is folded, else it says
        why of the fact that is told there, the chosen one first."""
        if self.focused is self.panel:
            return self._open_entry()
        if self.open_row():
            return None
        if self.texts_show_fact and self.panel.fact is not None:
            return self.explain(self.panel.fact)
        if not self._facts_are_there(self.action_open):
            return None
        there = next((n for n in range(len(self.facts)) if n not in self.dismissed and self._is_told_here(n)), None)
        if there is None:
            return self.hint("No fact in this sentence")
        self.choose(there)
        return self.explain(there)

    def _is_told_here(self, index: int) -> bool:
        """Whether a fact has a mention in the row where the reader is."""
        row, comparison = self.texts.row, self.comparison
        if row is None or comparison is None:
            return False
        a, b = comparison.articles
        said = self.facts[index].mentions
        here = {("a", i) for r in (row, *row.hidden) for i in r.a} | {("b", j) for r in (row, *row.hidden) for j in r.b}
        told = {("a", a.sentence_at(m.start)) for m in said.a} | {("b", b.sentence_at(m.start)) for m in said.b}
        return bool(here & told)

    def _open_entry(self) -> None:
        entry = self.panel.entry
        if entry is None:
            self.look_again()
        elif entry.sentence is not None:
            self._to_texts(0)
        elif entry.fact is None:
            self.panel.toggle_group()
        elif not self.texts_show_fact:
            self._choose_here()
        else:
            self.explain(entry.fact)

    def on_columns_moved(self, event: Columns.Moved) -> None:
        """A chosen fact is one for as long as the reader stays at it: the status line names no other."""
        event.stop()
        index = self.panel.fact
        is_shown = self.texts_show_fact and self.focused is not self.panel
        if is_shown and index is not None and index < len(self.facts) and not self._is_told_here(index):
            self.texts_show_fact = False
            self._mark()
        self.paint_status()

    def on_texts_opened(self, event: Texts.Opened) -> None:
        event.stop()
        self.open_row()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._choose_here()

    def on_line_list_picked(self, event: LineList.Picked) -> None:
        event.stop()
        self._open_entry()

    # Choosing

    def take_facts(self, triage: Triage | None) -> None:
        """Shows the facts of the comparison, which may not be there yet, and what is kept of them."""
        if self.comparison is None:
            return
        self.triage = triage
        self._count()
        self.panel.show(self.comparison.articles, self.facts, self._told_alone(self.comparison))
        self._mark()
        asked = None
        if self.comparison.facts is not None:
            asked, self.facts_asked_for = self.facts_asked_for, None
        self.paint_status()
        if asked is not None and self.is_current:
            asked()

    @staticmethod
    def _told_alone(comparison: Comparison) -> Pair[Sequence[int]]:
        """The sentences of the story that one side alone tells; they come with the facts."""
        if comparison.facts is None:
            return NO_SENTENCES
        alignment, (a, b) = comparison.alignment, comparison.articles
        return Pair(
            [i for i in alignment.only_a if not a.sentences[i].is_furniture],
            [j for j in alignment.only_b if not b.sentences[j].is_furniture],
        )

    def _count(self) -> None:
        """Takes in what the reader has judged: counted once a change, not at every key."""
        states = [self.judgement(n).state for n in range(len(self.facts))] if self.triage else []
        self.dismissed = frozenset(n for n, state in enumerate(states) if state == "dismissed")
        self.seen = sum(state != "unseen" for state in states)

    def _choose_here(self) -> None:
        """Marks the words of the fact under the cursor on both sides and brings them into the window."""
        index = self.panel.fact
        self.texts_show_fact = index is not None
        self._mark()
        if index is not None:
            fact = self.facts[index]
            if self.triage:
                self.triage.see(index)
            self._count()
            self.texts.show_both([m.start for m in fact.mentions.a], [m.start for m in fact.mentions.b])
        elif self.panel.entry and self.panel.entry.sentence and self.comparison:
            side, sentence = self.panel.entry.sentence
            self.texts.go_to(side, getattr(self.comparison.articles, side).sentences[sentence].start)
        self.panel.refresh()
        self.paint_status()

    def choose(self, index: int) -> None:
        self.panel.choose(index)

    def choose_told(self, kind: FactType, at: Pair[set[Span]]) -> None:
        """The fact of a type that rests on most of these words."""

        def words(index: int) -> int:
            said = self.facts[index].mentions
            return len(at.a & {m.span for m in said.a}) + len(at.b & {m.span for m in said.b})

        there = [n for n, fact in enumerate(self.facts) if fact.type == kind and words(n)]
        if there:
            self.choose(max(there, key=words))

    def action_other_end(self) -> None:
        """Of a chosen fact whose sides stand apart: the words of the other one; else of the sentence."""
        place = self._told_elsewhere()
        if place is None:
            return super().action_other_end()
        self.texts.go_to(*place)
        return None

    def _told_elsewhere(self) -> tuple[Side, int] | None:
        """Where the side tells the chosen fact that does not in the row where the reader is."""
        index, row, comparison = self.panel.fact, self.texts.row, self.comparison
        if not self.texts_show_fact or index is None or row is None or comparison is None:
            return None
        said = self.facts[index].mentions
        sides: tuple[tuple[Side, Sequence[Mention]], ...] = (("b", said.b), ("a", said.a))
        for side, mentions in sides:
            article: Article = getattr(comparison.articles, side)
            if mentions and not any(article.sentence_at(m.start) in row.of(side) for m in mentions):
                return side, mentions[0].start
        return None

    def _mark(self) -> None:
        """The words of the chosen fact and of all conflicts; what the links say, once for these links."""
        comparison = self.comparison
        if comparison is None:
            return
        fact = self.facts[self.panel.fact] if self.texts_show_fact and self.panel.fact is not None else None
        mentions: Pair[tuple[Mention, ...]] = fact.mentions if fact else Pair((), ())
        layers: dict[Mark, Pair[list[Span]]] = {
            "conflict": conflict_marks(comparison, self.dismissed),
            "fact": Pair([m.span for m in mentions.a], [m.span for m in mentions.b]),
        }
        if comparison.alignment is not self._marked:
            self._marked = comparison.alignment
            layers["headline"] = headline_marks(comparison.articles)
            layers["changed"] = word_marks(comparison)
            layers["moved"] = move_marks(comparison)
        self.texts.mark(layers)
        grave: list[tuple[Side, int]] = []
        for n, f in enumerate(self.facts):
            if f.verdict == "conflict" and n not in self.dismissed:
                grave += [("a", comparison.a.sentence_at(m.start)) for m in f.mentions.a]
                grave += [("b", comparison.b.sentence_at(m.start)) for m in f.mentions.b]
        self.texts.point_out(tuple(grave))

    def action_next_conflict(self) -> None:
        self._conflict(1)

    def action_previous_conflict(self) -> None:
        self._conflict(-1)

    def _conflict(self, by: int) -> None:
        """The next conflict in the order of the rows, from where the reader is; round at the end."""
        if not self._facts_are_there(partial(self._conflict, by)):
            return None
        rows = sorted((self._row_of(n), n) for n, f in enumerate(self.facts) if self._is_open_conflict(n, f))
        if not rows:
            return self.hint("No conflict between these two; . brings the next article")
        here = (self.texts.pane.cursor, -1 if by > 0 else len(self.facts))
        if (
            self.texts_show_fact
            and self.panel.fact is not None
            and (self._row_of(self.panel.fact), self.panel.fact) in rows
        ):
            here = (self._row_of(self.panel.fact), self.panel.fact)
        beyond = [r for r in rows if (r > here if by > 0 else r < here)]
        self.choose((beyond or rows)[0 if by > 0 else -1][1])
        return None

    def _facts_are_there(self, then: Callable[[], None]) -> bool:
        """Whether they are; if not, the status line says so until they come, and `then` is done: a key that was typed
        a little early counts."""
        if self.comparison is not None and self.comparison.facts is not None:
            return True
        self.facts_asked_for = then
        self.look_again()
        self.paint_status()
        return False

    def look_again(self) -> None:
        """Looks for the facts where that was stopped before."""
        raise NotImplementedError

    def _is_open_conflict(self, index: int, fact: ComparedFact) -> bool:
        return fact.verdict == "conflict" and index not in self.dismissed and self.panel.shown.passes(fact)

    def _row_of(self, index: int) -> int:
        fact, comparison = self.facts[index], self.comparison
        if comparison is None:
            return 0
        if fact.mentions.a:
            return self.texts.row_of("a", comparison.a.sentence_at(fact.mentions.a[0].start)) or 0
        return self.texts.row_of("b", comparison.b.sentence_at(fact.mentions.b[0].start)) or 0

    def action_next_fact(self) -> None:
        self._fact(1)

    def action_previous_fact(self) -> None:
        self._fact(-1)

    def _fact(self, by: int) -> None:
        """The next fact of the panel; groups that are closed are passed over."""
        if not self._facts_are_there(partial(self._fact, by)):
            return None
        if not self.texts_show_fact and self.panel.fact is not None:
            return self._choose_here()
        at = self.panel.cursor + by
        while 0 <= at < len(self.panel.entries) and self.panel.entries[at].fact is None:
            at += by
        if 0 <= at < len(self.panel.entries):
            return self.panel.stand_on(at)
        more = "No further fact" if by > 0 else "No earlier fact"
        closed = (entry.group for entry in self.panel.entries if entry.is_open is False)
        behind = by > 0 and any(group not in OF_SENTENCES for group in closed)
        way, opens = named(["down" if self.focused is self.panel else "switch", "open"], self.WHERE)
        return self.hint(f"{more}; {way.key}, then {opens.key} opens what stands behind ▸" if behind else more)

    def explain(self, index: int) -> None:
        """Opens why the verdict stands."""
        from tui.screens.why import WhyScreen

        if self.comparison is not None:
            explained = self.facts[index], self.judgement(index).note
            self.app.push_screen(WhyScreen(self.comparison, explained, self._walk))

    def _walk(self, action: str) -> tuple[ComparedFact, str] | None:
        """Does an action under the window that explains a fact; the fact that is chosen then, and the note on it."""
        getattr(self, f"action_{action}")()
        index = self.panel.fact
        return None if index is None else (self.facts[index], self.judgement(index).note)

    def action_copy(self) -> None:
        index = self.panel.fact
        if self.focused is not self.panel or index is None:
            return super().action_copy()
        fact = self.facts[index]
        sides = zip((self.pair.a, self.pair.b), ("a", "b"), strict=True)
        said = [f"{told(fact, 'a' if s == 'a' else 'b')} ({source_of(article)})" for article, s in sides]
        self.app.copy_to_clipboard(f"{subject(fact)} – {NAMES[fact.verdict]}: {' | '.join(said)}")
        return self.hint("Copied the fact")
