"""Compare: two texts in step, and the facts of both beside them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size

from tui.actions import bindings
from tui.article import Article, Pair
from tui.comparing import IGNORABLE
from tui.rows import Side
from tui.rows.prominence import prominence
from tui.rows.row import ONLY_HERE
from tui.safe import safe_line
from tui.screens import status
from tui.screens.choice import Choice
from tui.screens.comparing import ComparingScreen
from tui.screens.options import CompareOptions
from tui.screens.rereading import carried
from tui.screens.session import Session
from tui.screens.texts import ORDER_HEADS
from tui.verdicts import SIGNS, ComparedFact
from tui.widgets.bar import Bar, Part, Rule
from tui.widgets.covered import Covered
from tui.widgets.fact_entries import subject, summary, told
from tui.widgets.heads import Heads
from tui.widgets.paint import fit

COMPACT_BELOW = 28
"""Lines below which the title and the rules make room for the text."""


class CompareScreen(ComparingScreen):
    """Shows one pair; `.` and `,` put another article into B's place without leaving."""

    WHERE = "compare"
    BLANK = True  # as Covered
    BINDINGS = bindings("compare")

    def __init__(self, session: Session, pair: Pair[Article], *, at: tuple[Side, int] | None = None) -> None:
        """`at`: side and sentence to begin at."""
        super().__init__(session, pair, at)
        self.title_bar, self.heads, self.status = Bar(id="title"), Heads(), Bar(id="status")
        self.rules = (Rule(id="rule-top"), Rule(id="rule-facts"), Rule(id="rule-bottom"))
        self.panel_head, self.panel_foot = Bar(), Bar()
        self.advisory_bar = Bar(id="advisory")
        self._is_turning = False
        """Whether a worker looks for the article that comes into B's place."""

    def compose(self) -> ComposeResult:
        yield self.title_bar
        with Covered(id="body"):
            with Covered(id="left"):
                yield self.heads
                yield self.advisory_bar
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
        if not self.texts.is_attached:
            return  # the program was left while the screen came up
        self._suit(self.app.size)
        self.paint()
        self.texts.activate(0)
        self.begin()

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
        told = self.session.story(self.pair.a)
        story = status.story(told, self.pair.a, width // 3) + (f" · {len(told)} articles" if len(told) > 1 else "")
        right = self._state_parts()
        self.title_bar.show([Part("Sidebyline", "title"), Part(story, "muted", rank=9)], right, palette)
        shown = self.comparison.articles if self.comparison else self.pair
        arrangement = self.texts.arrangement
        if arrangement is None or arrangement.shape != "unified":
            heads = [status.head("a", shown.a), status.head("b", shown.b)]
        else:
            heads = [status.short_head(*shown)]
        self.heads.show(heads, right if self.has_class("-compact") else (), palette)
        line = fit(self.advisory, max(1, self.texts.size.width - 2)).rstrip()
        self.advisory_bar.display = bool(line) and not self.has_class("-compact")
        self.advisory_bar.show([Part(line, "strong", "screen.copy_advisory")], (), palette)
        column = (self.texts.size.width - 3) // 2
        joints = () if arrangement is None or arrangement.shape == "unified" else (column,)
        self.rules[0].show(palette, joints, "┼")
        self.rules[2].show(palette, joints if self.has_class("-wide") or not self.panel_is_open else (), "┴")
        self.status.show(self._position_parts(width), self._key_parts(), palette)
        self._paint_panel()

    def _state_parts(self) -> list[Part]:
        words = status.mode(self.comparison) if self.comparison else "comparing …"
        parts = [Part(words, "muted", "screen.mode", 4)]
        if self.texts.view.order != "a":
            parts.append(Part(ORDER_HEADS[self.texts.view.order], "accent", "screen.order", 3))
        if self.comparison and self.comparison.facts is None and self.facts_were_stopped:
            parts.append(Part("facts: stopped", "accent", "screen.next_conflict", 2))
        elif self.comparison and self.comparison.facts is None:
            parts.append(Part("looking for facts …", "muted", rank=2))
            parts.append(Part("stops it", "muted", "screen.close", 4, self.keys(["close"])[0].key))
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
        if self.linking is not None:
            return [Part(self.linking_words(), "accent")]
        row, shown = self.texts.row, comparison.articles
        parts = [
            Part(f"A {status.position(self.texts.numbers('a'), self.texts.sentence_of('a'))}", "a"),
            Part(f"B {status.position(self.texts.numbers('b'), self.texts.sentence_of('b'))}", "b"),
            Part(self._difference_words(width), "text"),
        ]
        long, short = status.hidden(comparison)
        if long:
            parts.append(Part(long if width >= self.texts.view.facts_from else short, "muted", "screen.ignore", 3))
        if self.found_words():
            parts.append(Part(self.found_words(), "accent"))
        if self.facts_asked_for is not None and comparison.facts is None:
            parts.append(Part("the facts are still being looked for", "accent"))
        if comparison.facts is None and self.facts_were_stopped:
            again = self.keys(["next_conflict"])[0].key
            parts.append(Part("goes on looking for facts", "accent", "screen.next_conflict", key=again))
        if row is not None and row.kind in ONLY_HERE:
            side: Side = "a" if row.a else "b"
            parts.append(
                Part(f"only {side.upper()}: {prominence(getattr(shown, side), row.of(side)[0])}", side, rank=9)
            )
        if notes := status.notes(comparison):
            parts.append(Part(notes, "muted", rank=2))
        if self.panel.fact is not None and not self.panel_is_open and self.texts_show_fact:
            fact = self.facts[self.panel.fact]
            room = max(_LEAST_OF_A_FACT, width - _BESIDE_A_FACT)
            parts.append(Part(fit(_values(fact), room).rstrip(), "strong", "screen.open"))
            parts.append(Part(fit(subject(fact), 40 if width >= 100 else 22).rstrip(), "strong", "screen.open", 4))
        return parts

    def _difference_words(self, width: int) -> str:
        words = status.difference(self.texts.layout_shown, self.texts.pane.cursor)
        return f"difference {words}" if width >= 100 and words[0].isdigit() else words

    def _key_parts(self) -> list[Part]:
        following, conflict, facts, back, search = self.keys(
            ["next_difference", "next_conflict", "switch", "back", "search"], ranks=4
        )
        shows_why = self.texts_show_fact and not self.panel_is_open
        why = [Part("why", "muted", "screen.open", 1, key.key) for key in self.keys(["open"]) if shows_why]
        return [*why, following, conflict, search, facts, back]

    def _paint_panel(self) -> None:
        palette = self.palette
        words = summary(self.facts, self.dismissed) if self.facts else ""
        if self.comparison and self.comparison.facts is None:
            words = "stopped: Enter goes on" if self.facts_were_stopped else "looking for them …"
        fill = " " if self.has_class("-wide") else "─"
        right = [Part(self.panel.shown.words, "accent", "screen.filter_facts", 1), Part(words, "muted")]
        self.panel_head.show([Part("FACTS", "title")], right, palette, fill=fill)
        self.panel_foot.show([Part(f"{self.seen} of {len(self.facts)} seen", "muted"), *self._away()], (), palette)

    def _away(self) -> list[Part]:
        """What was dismissed is named as long as there is any: nothing is hidden silently."""
        if not self.dismissed:
            return []
        [key] = self.keys(["show_dismissed"], ranks=1)
        how = "shown" if self.panel.shown.dismissed else "hidden"
        return [key._replace(text=f"{len(self.dismissed)} dismissed, {how}")]

    def on_resize(self, event: events.Resize) -> None:
        self._suit(event.size)
        self.call_after_refresh(self.paint_status)

    def _suit(self, size: Size) -> None:
        """Before the first layout, too: else the texts are laid out twice."""
        self.set_class(size.width >= self.texts.view.facts_from, "-wide")
        self.set_class(size.height < COMPACT_BELOW, "-compact")

    # Another comparison

    def action_ignore(self) -> None:
        choices = [Choice(kind, kind, kind in self.options.ignore) for kind in IGNORABLE]

        def take(names: list[str] | None) -> None:
            if names is not None:
                self._again_with(replace(self.options, ignore=frozenset(k for k in IGNORABLE if k in names)))

        self.let_choose("Differences to ignore", choices, take, several=True)

    def action_mode(self) -> None:
        labels = {"auto": "By how much is shared", "tellings": "Two tellings of one story",
                  "revision": "Two revisions of one text"}  # fmt: skip
        choices = [Choice(name, label, name == self.options.mode) for name, label in labels.items()]

        def take(names: list[str] | None) -> None:
            mode = next((m for m in ("auto", "tellings", "revision") if names and m in names), None)
            if mode == "auto" or mode == "tellings" or mode == "revision":
                self._again_with(replace(self.options, mode=mode))

        self.let_choose("Compare as", choices, take)

    def corrected(self, what: str) -> None:
        self.session.take_corrections()
        self._keep = self.texts.here
        self.begin()
        self.hint(what)

    def _again_with(self, options: CompareOptions) -> None:
        self.options = options
        self._keep = self.texts.here
        self.begin()

    def action_copy_advisory(self) -> None:
        if not self.advisory:
            return self.hint("An advisory is written of two revisions of one text: M")
        self.app.copy_to_clipboard(self.advisory)
        return self.hint("Copied the advisory")

    def action_lookalikes(self) -> None:
        if self.comparison is None or not self.comparison.lookalikes:
            return self.hint("No word only looks the same")
        from tui.screens.lookalikes import LookalikesScreen

        self.app.push_screen(LookalikesScreen(self.comparison))
        return None

    def action_swap(self) -> None:
        side, sentence = self.texts.here
        self._turn_to(self.pair.swapped(), ("b" if side == "a" else "a", sentence))

    def action_next_partner(self) -> None:
        self._partner(1)

    def action_previous_partner(self) -> None:
        self._partner(-1)

    @property
    def keys_wait(self) -> bool:
        return super().keys_wait or self._is_turning

    def _partner(self, by: int) -> None:
        self._is_turning = True
        self.run_worker(partial(self._find_partner, self.pair, by), thread=True, exclusive=True, group="partner")

    def _find_partner(self, pair: Pair[Article], by: int) -> None:
        """In a thread: which articles tell the same event may not be known yet."""
        from tui.library import LibraryError

        partner = None
        with suppress(LibraryError):
            partner = self.session.partner(pair, by)
        self.app.call_from_thread(self._turn_to_partner, pair, partner)

    def _turn_to_partner(self, pair: Pair[Article], partner: Article | None) -> None:
        self._is_turning = False
        if partner is None:
            self.hint("There is no other article of this story")
        elif pair == self.pair:
            reads = self.texts.pane.cursor > 0  # else from the top, where B may tell something before A does
            self._turn_to(Pair(pair.a, partner), ("a", self.texts.sentence_of("a") or 0) if reads else None)
        self.serve_waiting()

    def show_changed(self, changed: Mapping[str, Article]) -> None:
        """The pair with what its files hold now, at the same place."""
        pair = Pair(*(changed.get(article.path or "", article) for article in self.pair))
        if pair != self.pair:
            side, sentence = self.texts.here
            self._turn_to(pair, (side, carried(getattr(self.pair, side), getattr(pair, side), sentence)))

    def _turn_to(self, pair: Pair[Article], place: tuple[Side, int] | None) -> None:
        self.drop_hints()  # "no conflict between these two" was said of others
        self.pair, self._keep = pair, place
        self.texts_show_fact, self.facts_asked_for = False, None
        self.linking = None  # the sentence it began with may be on the other side now, or in neither
        self.begin()
        self.paint_status()


def _values(fact: ComparedFact) -> str:
    """What each side says, before what it is about, since a narrow line is cut at its end: `≠ A 2009 · B 2012`."""
    sides = [
        f"{name} {told(fact, side)}" for name, side in _SIDES if (fact.mentions.a if side == "a" else fact.mentions.b)
    ]
    return safe_line(f"{SIGNS[fact.verdict]} {' · '.join(sides)}")


_LEAST_OF_A_FACT, _BESIDE_A_FACT = 20, 54
"""Cells of the status line for what a fact says, and for what stands beside it: where one is, what is hidden, why."""
_SIDES: tuple[tuple[str, Side], ...] = (("A", "a"), ("B", "b"))
