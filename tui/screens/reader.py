"""The reader: one article with its facts marked, and the list of them beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.actions import bindings
from tui.article import Article, Pair, Span
from tui.corrections import corrected_article, corrected_facts
from tui.facts import Fact, FactType, find_facts
from tui.reports.naming import opening, outlet
from tui.rows import FACT_MARKS, Mark, alone, headline_marks
from tui.safe import safe_line
from tui.screens import status
from tui.screens.base import Movable
from tui.screens.choice import Choice
from tui.screens.compare import COMPACT_BELOW
from tui.screens.likeness import MEASURED, shared_words
from tui.screens.rereading import carried
from tui.screens.session import Session
from tui.screens.setting_right import Claim, SettingRight
from tui.screens.texts import source_of
from tui.widgets.bar import Bar, Part, Rule
from tui.widgets.covered import Covered
from tui.widgets.fact_list import FactList, words_of
from tui.widgets.line_list import LineList
from tui.widgets.paint import fit

if TYPE_CHECKING:
    from tui.library import Act
    from tui.library.decision import Kind

OFFERED = 500
"""Articles that are offered to compare with."""
FACTS_FROM = 110
"""Cells of a window that has room for the facts beside the text."""


class ReaderScreen(SettingRight):
    """Shows one article. The pair that searching and copying work on is the article on side A and nothing on B."""

    WHERE = "reader"
    BLANK = True  # as Covered
    BINDINGS = bindings("reader")

    def __init__(self, session: Session, article: Article, *, at: int | None = None) -> None:
        """`at` is the offset of the words to begin at."""
        super().__init__(session, Pair(article, Article("", (), "")))
        self._read, self.article, self._at = article, article, at
        self._asked: object = None
        """The latest search for the facts."""
        self.title_bar, self.status = Bar(id="title"), Bar(id="status")
        self.rules = (Rule(id="rule-top"), Rule(id="rule-bottom"))
        self.list, self.list_head = FactList(), Bar()
        self.chosen = False

    def compose(self) -> ComposeResult:
        yield self.title_bar
        with Covered(id="body"):
            with Covered(id="left"):
                yield self.rules[0]
                yield self.texts
            with Vertical(id="right"):
                yield self.list_head
                yield self.list
        yield self.rules[1]
        yield self.status
        yield self.prompt

    def on_mount(self) -> None:
        if not self.texts.is_attached:
            return  # the program was left while the screen came up
        self.texts.show(alone(self.article))
        self.paint()
        self.texts.activate(0)
        if self._at is not None:
            self.call_after_refresh(self.texts.go_to, "a", self._at)
        self._look_for_facts()

    def show_changed(self, changed: Mapping[str, Article]) -> None:
        """The article as its file holds it now, at the same place."""
        after = changed.get(self._read.path or "", self._read)
        if after != self._read:
            side, sentence = self.texts.here
            before = self.article
            self._read = self.article = after
            self.pair = Pair(after, self.pair.b)
            self.texts.show(alone(after), keep=(side, carried(before, after, sentence)))
            self.list.show(())
            self.chosen = False
            self.search(self.wanted)
            self._mark()
            self._look_for_facts()

    def _look_for_facts(self) -> None:
        self._asked = object()
        self.run_worker(partial(self._find, self._asked, self._read), thread=True, exclusive=True, group="facts")

    def _find(self, asked: object, article: Article) -> None:
        """In a thread: what the reader set right, and the facts. The story's other articles settle dates and names."""
        try:
            corrections = self.session.corrections_of([article])
            right = corrected_article(article, corrections)
            facts = find_facts([right, *self.session.companions(article)])[:1]
            (facts_here, *_) = corrected_facts([right], facts, corrections)
        except Exception as error:  # whatever goes wrong in an engine, the reader keeps the program
            self.app.call_from_thread(self.failed, "The facts of this article could not be found", error)
        else:
            self.app.call_from_thread(self._found, asked, right, facts_here)

    def _found(self, asked: object, article: Article, facts: Sequence[Fact]) -> None:
        """From a thread. What was found before the file or a correction changed may come late."""
        if asked is not self._asked:
            return
        if article != self.article:
            self.article = article
            self.pair = self.pair._replace(a=article)
            self.texts.show(alone(article), keep=self.texts.here)
        self.list.show(sorted(facts, key=lambda fact: (fact.mentions[0].start, fact.mentions[0].end)))
        self._mark()
        self._choose_told_at_beginning()
        self.paint_status()

    def _choose_told_at_beginning(self) -> None:
        """The fact for which the reader came, once the facts are there."""
        came_for, self._at = self._at, None
        facts = self.list.facts
        at = next((n for n, fact in enumerate(facts) if came_for in [m.start for m in fact.mentions]), None)
        if at is not None:
            self.list.stand_on(at)
            self._choose_here()

    def paint(self) -> None:
        self.texts.paint_with(self.palette)
        self.list.palette = self.palette
        self.list.refresh()
        for rule in self.rules:
            rule.show(self.palette)
        self.paint_status()

    def paint_status(self) -> None:
        article, palette = self.article, self.palette
        left = [Part(source_of(article), "title"), Part(opening(article) if article.title else "", "muted", rank=5)]
        right = [Part(safe_line(article.extractor or ""), "muted", rank=6), Part(f"{article.words:,} words", "muted")]
        self.title_bar.show(left, [*right, *self.keys(["help"])], palette)
        count = len(self.list.facts)
        place = f"{self.list.cursor + 1} of {count}" if self.chosen and count else str(count or "")
        self.list_head.show([Part("FACTS", "title")], [Part(place, "muted")], palette, fill="─")
        parts = [Part(status.position(self.texts.numbers("a"), self.texts.sentence_of("a")), "a")]
        if self.chosen and self.list.facts:
            room = max(24, self.app.size.width - 90)
            words = fit(words_of(self.list.facts[self.list.cursor]), room).rstrip()
            parts.append(Part(words, "strong", "screen.open", rank=9))
        if self.found_words():
            parts.append(Part(self.found_words(), "accent"))
        names = ["switch", "next_fact", "search", "compare_with", "back"]
        keys = [key._replace(text="next fact") if key.key == "l" else key for key in self.keys(names)]
        self.status.show(parts, keys, palette)

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= FACTS_FROM, "-wide")
        self.set_class(event.size.height < COMPACT_BELOW, "-compact")

    @property
    def movable(self) -> Movable:
        return self.list if self.focused is self.list else self.texts

    def action_switch(self) -> None:
        if self.focused is self.list:
            self._to_text()
        else:
            self.add_class("-facts")
            self.set_focus(self.list)
            self._choose_here()

    action_switch_back = action_switch

    def _to_text(self) -> None:
        self.remove_class("-facts")
        self.texts.activate(0)
        self.list.refresh()

    def action_close(self) -> None:
        if self.prompt.is_open:
            self.prompt.close()
            self.texts.activate(0)
            self.clear_search()
        elif self.focused is self.list:
            self._to_text()
        elif not self.clear_search():
            self.chosen = False
            self._mark()

    def action_open(self) -> None:
        if self.focused is self.list:
            self.explain()
        elif not self.prompt.is_open:
            self._choose_in_row()

    def on_columns_moved(self) -> None:
        self.paint_status()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._choose_here()

    def on_line_list_picked(self, event: LineList.Picked) -> None:
        event.stop()
        self.explain()

    def explain(self) -> None:
        """Opens what the article says of the fact under the cursor, in full."""
        from tui.screens.telling import TellingScreen

        if self.list.facts:
            self._choose_here()
            self.app.push_screen(TellingScreen(self.article, self._told_here(), self._walk))

    def _told_here(self) -> tuple[Fact, str]:
        at, facts = self.list.cursor, self.list.facts
        return facts[at], f"{at + 1} of {len(facts)}"

    def _walk(self, action: str) -> tuple[Fact, str]:
        getattr(self, f"action_{action}")()
        return self._told_here()

    def action_next_fact(self) -> None:
        self._fact(1)

    def action_previous_fact(self) -> None:
        self._fact(-1)

    def _fact(self, by: int) -> None:
        if not self.list.facts:
            self.hint("No facts yet")
        elif not self.chosen:
            self._choose_here()
        else:
            self.list.move(by)

    def _choose_in_row(self) -> None:
        """Enter on the text: the first fact of the paragraph, then the next one in it."""
        row = self.texts.row
        told = [n for n, fact in enumerate(self.list.facts) if row and self._sentence(fact) in row.a]
        if not told:
            return self.hint("No fact in this paragraph; C compares with another article")
        later = [n for n in told if self.chosen and n > self.list.cursor]
        at = (later or told)[0]
        self.list.stand_on(at)
        return self._choose_here()

    def _sentence(self, fact: Fact) -> int:
        return self.article.sentence_at(fact.mentions[0].start)

    def _choose_here(self) -> None:
        """Marks the words of the fact under the cursor and brings them into the window."""
        if not self.list.facts:
            return
        self.chosen = True
        self._mark()
        self.texts.go_to("a", self.list.facts[self.list.cursor].mentions[0].start)
        self.list.refresh()
        self.paint_status()

    def _mark(self) -> None:
        nothing: list[Span] = []
        layers: dict[Mark, Pair[list[Span]]] = {mark: Pair([], nothing) for mark in FACT_MARKS.values()}
        for fact in self.list.facts:
            if fact.type in FACT_MARKS:
                layers[FACT_MARKS[fact.type]].a.extend(m.span for m in fact.mentions)
        here = [m.span for m in self.list.facts[self.list.cursor].mentions] if self.chosen and self.list.facts else []
        headlines = headline_marks(self.pair)
        self.texts.mark({**layers, "headline": headlines, "fact": Pair(here, nothing)})

    # Setting right

    def told(self) -> Sequence[tuple[str, Article]]:
        return [("", self.article)]

    def claims(self) -> Sequence[Claim]:
        return [self._claim(self.list.facts[self.list.cursor])] if self.chosen and self.list.facts else []

    def names(self, of: FactType) -> Sequence[Claim]:
        return [self._claim(fact) for fact in self.list.facts if fact.type == of]

    def _claim(self, fact: Fact) -> Claim:
        return Claim("", self.article, fact.type, fact.mentions, fact.speaker)

    def corrected(self, what: str) -> None:
        self.session.take_corrections()
        self._look_for_facts()
        self.hint(what)

    def action_undo(self) -> None:
        self._again(self.session.library.undo, "Undone", "Nothing to undo")

    def action_redo(self) -> None:
        self._again(self.session.library.redo, "Done again", "Nothing to redo")

    def _again(self, step: Callable[[Collection[Kind]], Act | None], said: str, nothing: str) -> None:
        acts: list[Act | None] = []
        kinds: tuple[Kind] = ("correction",)
        if self.kept(lambda: acts.append(step(kinds))):
            if acts[0] is None:
                self.hint(nothing)
            else:
                self.corrected(f"{said}: {acts[0].what}")

    def action_compare_with(self) -> None:
        """Chooses another article and compares the two."""
        self.run_worker(self._find_others, thread=True, exclusive=True, group="others")

    def _find_others(self) -> None:
        """In a thread: those of the story first, then what else was opened; of each the most alike first."""
        story = self.session.find_story(self._read)
        known = {(a.id, a.path): a for a in (*story, *self.session.articles[:OFFERED])}
        known.pop((self.article.id, self.article.path), None)
        of_story = {(a.id, a.path) for a in story}
        measured = dict(enumerate([self._read, *list(known.values())[:MEASURED]]))
        alike = dict(zip(known, list(shared_words(0, measured).values())[1:], strict=False))
        keys = sorted(known, key=lambda key: (key not in of_story, -alike.get(key, 0)))
        self.app.call_from_thread(self._offer, [(known[key], alike.get(key)) for key in keys])

    def _offer(self, others: Sequence[tuple[Article, float | None]]) -> None:
        from tui.screens.compare import CompareScreen

        if not others:
            self.hint("There is no other article of this story")
            return
        choices = [Choice(str(n), _offered(article, share)) for n, (article, share) in enumerate(others)]

        def take(names: list[str] | None) -> None:
            if names:
                pair = Pair(self._read, others[int(names[0])][0])
                self.app.push_screen(CompareScreen(self.session, pair))

        self.let_choose("Compare with (words shared)", choices, take)


def _offered(article: Article, share: float | None) -> str:
    alike = "    " if share is None else f"{share:4.0%}"
    return f"{alike}  {outlet(article)} · {opening(article)}"
