"""Compare: two texts in step, and the facts of both beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from tui.actions import bindings
from tui.article import Article, Pair
from tui.comparing import IGNORABLE
from tui.comparison import Comparison, with_facts
from tui.facts import Mention
from tui.rows import Side, beside, conflict_marks, word_marks
from tui.safe import safe_line
from tui.screens import status
from tui.screens.base import Movable
from tui.screens.options import CompareOptions
from tui.screens.session import Session
from tui.screens.texts import TextsScreen, source_of
from tui.screens.triage import Judgement, State, fact_key
from tui.screens.window import Choice, ChoiceWindow, WriteWindow
from tui.verdicts import GRAVITY, ComparedFact
from tui.widgets.bar import Bar, Part, Rule
from tui.widgets.fact_entries import NAMES, SIGNS, TYPES, FactFilter, subject, summary, told
from tui.widgets.facts_panel import FactsPanel
from tui.widgets.heads import Heads
from tui.widgets.line_list import LineList
from tui.widgets.texts import Texts

WIDE_FROM = 140
"""Cells from which the facts have their own place beside the texts."""
COMPACT_BELOW = 28
"""Lines below which the title and the rules make room for the text."""


class CompareScreen(TextsScreen):
    """Shows one pair; `.` and `,` put another article into B's place without leaving."""

    WHERE = "compare"
    BINDINGS = bindings("compare")

    def __init__(self, session: Session, pair: Pair[Article], *, at: tuple[Side, int] | None = None) -> None:
        """`at`: side and sentence to begin at."""
        super().__init__(session, pair)
        self.options = session.options
        self.title_bar, self.heads, self.status = Bar(id="title"), Heads(), Bar(id="status")
        self.rules = (Rule(id="rule-top"), Rule(id="rule-facts"), Rule(id="rule-bottom"))
        self.panel, self.panel_head, self.panel_foot = FactsPanel(id="facts"), Bar(), Bar()
        self._keep = at
        self._keys: list[str] = []
        """Triage key of each fact."""
        self.dismissed: frozenset[int] = frozenset()
        self._seen = 0

    def compose(self) -> ComposeResult:
        yield self.title_bar
        with Container(id="body"):
            with Vertical(id="left"):
                yield self.heads
                yield self.rules[0]
                yield self.texts
            with Vertical(id="right"):
                yield self.panel_head
                yield self.rules[1]
                yield self.panel
                yield self.panel_foot
        yield self.rules[2]
        yield self.status
        yield self.prompt

    def on_mount(self) -> None:
        super().on_mount()
        self.panel.is_dismissed = lambda index: self.judgement(index).state == "dismissed"
        self.panel.state = lambda index: self.judgement(index).mark
        self.paint()
        self.texts.activate(0)
        self.begin()

    # Comparing

    def begin(self) -> None:
        """Compares the pair in a worker: first the links, which are shown at once, then the facts."""
        known = self.session.known(self.pair, self.options)
        if known is not None:
            self._linked(self.pair, known)
            if known.facts is not None:
                return
        else:
            self.texts.say("Comparing …")
        self.run_worker(
            partial(self._compare, self.pair, self.options, known), thread=True, exclusive=True, group="compare"
        )

    def _compare(self, pair: Pair[Article], options: CompareOptions, known: Comparison | None) -> None:
        """In a thread. What it finds is dropped where the screen has turned to another pair meanwhile."""
        try:
            comparison = known or self.session.link(pair, options)
            self.session.keep(comparison, options)
            if known is None:
                self.app.call_from_thread(self._linked, pair, comparison)
            comparison = with_facts(comparison)
        except Exception as error:  # whatever goes wrong in an engine, the reader keeps the program
            self.app.call_from_thread(self._failed, pair, error)
            return
        self.session.keep(comparison, options)
        self.app.call_from_thread(self._weighed, pair, comparison)

    def _failed(self, pair: Pair[Article], error: Exception) -> None:
        if pair == self.pair and self.is_attached:
            what = "These two could not be compared" if self.comparison is None else "Their facts could not be found"
            self.texts.say(what)
            self.notify(f"{what} ({safe_line(repr(error))})", severity="error", timeout=15, markup=False)

    def _linked(self, pair: Pair[Article], comparison: Comparison) -> None:
        if pair != self.pair or not self.is_attached:
            return
        self.comparison = comparison
        self.texts.show(beside(comparison), keep=self._keep)
        self._keep = None
        self._take_facts()
        if self.wanted:
            self.search(self.wanted)

    def _weighed(self, pair: Pair[Article], comparison: Comparison) -> None:
        if pair != self.pair or not self.is_attached or self.comparison is None:
            return
        self.comparison = comparison
        self._take_facts()

    def _take_facts(self) -> None:
        comparison = self.comparison
        if comparison is None:
            return
        self._keys = [fact_key(comparison, fact) for fact in self.facts]
        self._count()
        self.panel.show(self.facts)
        self._mark()
        self.paint_status()

    @property
    def facts(self) -> Sequence[ComparedFact]:
        return (self.comparison.facts or ()) if self.comparison else ()

    # What is painted

    def paint(self) -> None:
        palette = self.palette
        self.texts.paint_with(palette)
        self.panel.palette = palette
        self.panel.refresh()
        for rule in self.rules:
            rule.show(palette)
        self.paint_status()

    def paint_status(self) -> None:
        width, palette = self.app.size.width, self.palette
        story = (
            f"{status.story(self.session.articles, self.pair.a, width // 3)} · {len(self.session.articles)} articles"
        )
        right = self._state_parts()
        self.title_bar.show([Part("Sidebyline", "title"), Part(story, "muted", rank=9)], right, palette)
        arrangement = self.texts.arrangement
        if arrangement is None or arrangement.shape != "unified":
            self.heads.show([status.head("a", self.pair.a), status.head("b", self.pair.b)], (), palette)
        else:
            compact = self.has_class("-compact")
            self.heads.show([status.short_head(*self.pair)], right if compact else (), palette)
        column = (self.texts.size.width - 3) // 2
        joints = () if arrangement is None or arrangement.shape == "unified" else (column,)
        self.rules[0].show(palette, joints, "┼")
        self.rules[2].show(palette, joints if self.has_class("-wide") or not self.panel_is_open else (), "┴")
        self.status.show(self._position_parts(width), self._key_parts(), palette)
        self._paint_panel()

    def _state_parts(self) -> list[Part]:
        parts = [Part(self.comparison.mode if self.comparison else "comparing …", "muted", "screen.mode", 4)]
        if self.comparison and self.comparison.facts is None:
            parts.append(Part("looking for facts …", "muted", rank=2))
        elif self.comparison:
            words = summary(self.facts, self.dismissed)
            parts.append(Part(words, "muted" if words.startswith("no ") else "altered", "screen.next_conflict", 1))
        if not self.texts.synced:
            parts.append(Part("sync off", "accent", "screen.sync", 3))
        parts.append(Part("help", "muted", "screen.help", 2, "?"))
        return parts

    def _position_parts(self, width: int) -> list[Part]:
        comparison = self.comparison
        if comparison is None:
            return []
        parts = [
            Part(f"A {status.position(self.texts.numbers('a'), self.texts.sentence_of('a'))}", "a"),
            Part(f"B {status.position(self.texts.numbers('b'), self.texts.sentence_of('b'))}", "b"),
            Part(self._difference_words(width), "text"),
        ]
        long, short = status.hidden(comparison)
        if long:
            parts.append(Part(long if width >= WIDE_FROM else short, "muted", "screen.ignore", 3))
        if self.found_words():
            parts.append(Part(self.found_words(), "accent"))
        if notes := status.notes(comparison):
            parts.append(Part(notes, "muted", rank=2))
        if self.panel.fact is not None and not self.panel_is_open and self.texts_show_fact:
            parts.append(Part(_in_a_line(self.facts[self.panel.fact]), "strong", "screen.open"))
        return parts

    def _difference_words(self, width: int) -> str:
        words = status.difference(self.texts.layout_shown, self.texts.pane.cursor)
        return f"difference {words}" if width >= 100 and words[0].isdigit() else words

    def _key_parts(self) -> list[Part]:
        following, conflict, facts, back, search = self.keys(
            ["next_difference", "next_conflict", "switch", "back", "search"], ranks=4
        )
        return [following, conflict, search, facts, back]

    def _paint_panel(self) -> None:
        palette = self.palette
        words = summary(self.facts, self.dismissed) if self.facts else ""
        if self.comparison and self.comparison.facts is None:
            words = "looking for them …"
        fill = " " if self.has_class("-wide") else "─"
        filtered = "" if self.panel.shown.is_empty else "filtered"
        right = [Part(filtered, "accent"), Part(words, "muted")]
        self.panel_head.show([Part("FACTS", "title")], right, palette, fill=fill)
        self.panel_foot.show([Part(f"{self._seen} of {len(self.facts)} seen", "muted")], (), palette)

    # The window

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= WIDE_FROM, "-wide")
        self.set_class(event.size.height < COMPACT_BELOW, "-compact")
        self.call_after_refresh(self.paint_status)

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
        self.panel.focus()
        self.panel.refresh()
        self.call_after_refresh(self._fit_and_choose)

    def _fit_and_choose(self) -> None:
        """Once the panel has taken its room from the texts."""
        self.texts.fit()
        self._choose_here()

    def _to_texts(self, column: int) -> None:
        self.remove_class("-facts")
        self.texts.activate(column)
        self.panel.refresh()
        self.paint_status()
        self.call_after_refresh(self.texts.fit)

    def action_close(self) -> None:
        """Esc: the prompt, then the facts, then the search, then the chosen fact."""
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
        """Enter: on the facts it goes to the words, then says why; on the texts it opens what is folded."""
        if self.focused is self.panel:
            self._open_entry()
        elif not self.open_row() and self.texts_show_fact and self.panel.fact is not None:
            self.explain(self.panel.fact)

    def _open_entry(self) -> None:
        entry = self.panel.entry
        if entry is None:
            return
        if entry.fact is None:
            self.panel.toggle_group()
        elif not self.texts_show_fact:
            self._choose_here()
        else:
            self.explain(entry.fact)

    def on_texts_moved(self, event: Texts.Moved) -> None:
        event.stop()
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

    # Facts

    texts_show_fact = False
    """Whether the words of the fact under the panel's cursor are marked in the texts."""

    def judgement(self, index: int) -> Judgement:
        return self.session.triage.of(self._keys[index]) if index < len(self._keys) else Judgement()

    def _count(self) -> None:
        """Takes in what the reader has judged: counted once a change, not at every key."""
        states = [self.judgement(n).state for n in range(len(self._keys))]
        self.dismissed = frozenset(n for n, state in enumerate(states) if state == "dismissed")
        self._seen = sum(state != "unseen" for state in states)

    def _choose_here(self) -> None:
        """Marks the words of the fact under the cursor on both sides and brings them into the window."""
        index = self.panel.fact
        self.texts_show_fact = index is not None
        self._mark()
        if index is not None:
            fact = self.facts[index]
            self.session.triage.see(self._keys[index])
            self._count()
            self.texts.show_both([m.start for m in fact.mentions.a], [m.start for m in fact.mentions.b])
        self.panel.refresh()
        self.paint_status()

    def choose(self, index: int) -> None:
        self.panel.choose(index)

    def _mark(self) -> None:
        comparison = self.comparison
        if comparison is None:
            return
        fact = self.facts[self.panel.fact] if self.texts_show_fact and self.panel.fact is not None else None
        mentions: Pair[tuple[Mention, ...]] = fact.mentions if fact else Pair((), ())
        self.texts.mark(
            {
                "changed": word_marks(comparison),
                "conflict": conflict_marks(comparison, self.dismissed),
                "fact": Pair([m.span for m in mentions.a], [m.span for m in mentions.b]),
            }
        )
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
        if self.comparison is None or self.comparison.facts is None:
            return self.hint("The facts are still being looked for")
        rows = sorted((self._row_of(n), n) for n, f in enumerate(self.facts) if self._is_open_conflict(n, f))
        if not rows:
            return self.hint("No conflict between these two")
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
        if not self.texts_show_fact and self.panel.fact is not None:
            return self._choose_here()
        at = self.panel.cursor + by
        while 0 <= at < len(self.panel.entries) and self.panel.entries[at].fact is None:
            at += by
        if 0 <= at < len(self.panel.entries):
            return self.panel.stand_on(at)
        return self.hint("No further fact" if by > 0 else "No earlier fact")

    def explain(self, index: int) -> None:
        """Opens why the verdict stands."""
        from tui.screens.why import WhyScreen

        if self.comparison is not None:
            self.app.push_screen(WhyScreen(self.comparison, self.facts[index], self.judgement(index).note))

    def action_copy(self) -> None:
        index = self.panel.fact
        if self.focused is not self.panel or index is None:
            return super().action_copy()
        fact = self.facts[index]
        sides = zip((self.pair.a, self.pair.b), ("a", "b"), strict=True)
        said = [f"{told(fact, 'a' if s == 'a' else 'b')} ({source_of(article)})" for article, s in sides]
        self.app.copy_to_clipboard(f"{subject(fact)} – {NAMES[fact.verdict]}: {' | '.join(said)}")
        return self.hint("Copied the fact")

    # Triage

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

    # Another comparison

    def action_ignore(self) -> None:
        choices = [Choice(kind, kind, kind in self.options.ignore) for kind in IGNORABLE]

        def take(names: list[str] | None) -> None:
            if names is not None:
                self._again_with(replace(self.options, ignore=frozenset(k for k in IGNORABLE if k in names)))

        self.app.push_screen(ChoiceWindow("Differences to ignore", choices, several=True), take)

    def action_mode(self) -> None:
        labels = {"auto": "By how much is shared", "tellings": "Two tellings of one story",
                  "revision": "Two revisions of one text"}  # fmt: skip
        choices = [Choice(name, label, name == self.options.mode) for name, label in labels.items()]

        def take(names: list[str] | None) -> None:
            mode = next((m for m in ("auto", "tellings", "revision") if names and m in names), None)
            if mode == "auto" or mode == "tellings" or mode == "revision":
                self._again_with(replace(self.options, mode=mode))

        self.app.push_screen(ChoiceWindow("Compare as", choices), take)

    def _again_with(self, options: CompareOptions) -> None:
        self.options = options
        self._keep = self.texts.here
        self.begin()

    def action_swap(self) -> None:
        side, sentence = self.texts.here
        self._turn_to(self.pair.swapped(), ("b" if side == "a" else "a", sentence))

    def action_next_partner(self) -> None:
        self._partner(1)

    def action_previous_partner(self) -> None:
        self._partner(-1)

    def _partner(self, by: int) -> None:
        partner = self.session.partner(self.pair, by)
        if partner is None:
            return self.hint("There is no other article")
        sentence = self.texts.sentence_of("a")
        return self._turn_to(Pair(self.pair.a, partner), ("a", sentence or 0))

    def _turn_to(self, pair: Pair[Article], place: tuple[Side, int]) -> None:
        self.pair, self._keep = pair, place
        self.texts_show_fact = False
        self.begin()
        self.paint_status()


def _in_a_line(fact: ComparedFact) -> str:
    """A fact on the status line: `≠ the trust founded: A 2009, B 2012`."""
    sides = [
        f"{name} {told(fact, side)}" for name, side in _SIDES if (fact.mentions.a if side == "a" else fact.mentions.b)
    ]
    return safe_line(f"{SIGNS[fact.verdict]} {subject(fact)[:40]}: {', '.join(sides)}")


_SIDES: tuple[tuple[str, Side], ...] = (("A", "a"), ("B", "b"))
