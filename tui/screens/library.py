"""The library: pick two articles and compare them; tag and mark them; say which tell one story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.actions import bindings
from tui.article import Pair
from tui.safe import safe_line
from tui.screens.acting import AT_ONCE, ActingScreen
from tui.screens.asking_about import NAMES, ask, offer
from tui.screens.choice import Choice

if TYPE_CHECKING:
    from tui.article import Article
    from tui.corrections import ArticleSet

IN_A_TABLE = 30
"""Articles that go into the facts table: each is held against each other, 0.05 s a pair."""


class LibraryScreen(ActingScreen):
    """What keys do to articles."""

    BINDINGS = bindings("library")

    @property
    def picks(self) -> tuple[int | None, int | None]:
        return self.list.picks

    def action_open(self) -> None:
        from tui.screens.reader import ReaderScreen

        if self.prompt.is_open:
            return
        if self.list.article is not None:
            self.app.push_screen(ReaderScreen(self.session, self.shelf.article(self.list.article)))
        elif self.list.heading is not None:
            self.action_table()

    def action_close(self) -> None:
        if not self.stop_long_act() and not self.clear_filter() and self.list.tags:
            self.list.tags.clear()
            self.paint()

    # Picking and comparing

    def action_pick(self) -> None:
        """As A, then as B; a third replaces B; again: unpick."""
        at = self.list.article
        if at is None:
            if self.list.items:
                self.notify("This is a story: Enter shows its facts, x picks an article below it", timeout=3)
            return
        a, b = before, _ = self.list.picks
        if at == a:
            a, b = b, None
        elif at == b:
            b = None
        elif a is None:
            a = at
        else:
            b = at
        self.list.picks = (a, b)
        if a != before:
            self.sorted_by_likeness = True
            self._weigh(a)
        self.relist()

    def picked_anew(self, before: int | None) -> None:
        a, _ = self.list.picks
        if a != before or (a is not None and self.list.likeness is not None):
            self._weigh(a)

    def _weigh(self, to: int | None) -> None:
        """Finds out how like A the others are: of a few at once, of many in a worker."""
        self.list.likeness = None
        if to is not None and self.shelf.count <= AT_ONCE:
            self.list.likeness = self.shelf.likeness(to)
        elif to is not None:
            self.run_worker(partial(self._find_likeness, to), thread=True, exclusive=True, group="likeness")

    def _find_likeness(self, to: int) -> None:
        self.app.call_from_thread(self._take_likeness, to, self.shelf.likeness(to))

    def _take_likeness(self, to: int, likeness: dict[int, float]) -> None:
        if self.list.picks[0] == to:
            self.list.likeness = likeness
            self.relist()

    def action_compare(self) -> None:
        """The two picks; with one pick, that one and the article under the cursor, or on it the likest."""
        a, b = self.list.picks
        here = self.list.article
        if b is None:
            b = here if here != a else self._likest()
        if a is None:
            return self.notify("Pick an article with x first, then go to another", timeout=3)
        if b is None:
            return self.notify("A is picked: go to another article", timeout=3)
        self._compare(Pair(self.shelf.article(a), self.shelf.article(b)))
        return None

    def _likest(self) -> int | None:
        """Of the articles listed the one likest to A, as far as that is known."""
        likeness, a = self.list.likeness or {}, self.list.picks[0]
        return max((n for n in self.list.order if n in likeness and n != a), key=likeness.__getitem__, default=None)

    def action_versions(self) -> None:
        """The version before this one beside it."""
        versions = [] if self.list.article is None else self.shelf.versions(self.list.article)
        if len(versions) < 2:
            self.notify("There is one version of this article only", timeout=3)
            return
        self._compare(Pair(versions[-2], versions[-1]))

    def _compare(self, pair: Pair[Article]) -> None:
        from tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(self.session, pair))

    def action_table(self) -> None:
        """The facts of what is tagged, else of the story under the cursor."""
        from tui.screens.table import TableScreen

        tagged = [self.shelf.article(number) for number in sorted(self.list.tags)[:IN_A_TABLE]]
        if tagged:
            self.app.push_screen(TableScreen(self.session, tagged))
        elif self.shelf.count <= IN_A_TABLE and not self.grouped and not self.filter:
            every = self.shelf.find(None, self.shelf.usual)
            self.app.push_screen(TableScreen(self.session, [self.shelf.article(number) for number in every]))
        else:
            self.run_worker(partial(self._find_story, self._here()), thread=True, exclusive=True, group="story")

    def _here(self) -> int | None:
        """The article under the cursor; on a heading the one below it."""
        items, at = self.list.items, self.list.cursor
        return next((number for number in items[at : at + 2] if number >= 0), None)

    def _find_story(self, number: int | None) -> None:
        story = [] if number is None else self.session.find_story(self.shelf.article(number))
        self.app.call_from_thread(self._open_table, list(story)[:IN_A_TABLE])

    def _open_table(self, articles: Sequence[Article]) -> None:
        from tui.screens.table import TableScreen

        if articles:
            self.app.push_screen(TableScreen(self.session, articles))

    # Setting right

    def action_set_right(self) -> None:
        """Asks for the date or the outlet of the article under the cursor."""
        if self.list.article is None:
            return
        ids = self.shelf.ids([self.list.article])
        right = self.session.library.corrections.about().get(ids[0], {}) if ids else {}
        raw = self.shelf.article(self.list.article)
        article = replace(
            raw,
            published=right.get("published", raw.published) or None,
            source=right.get("source", raw.source) or None,
        )
        choices = [Choice(field, offer(article, field, "the")) for field in NAMES]

        def take(names: list[str] | None) -> None:
            for field in NAMES:
                if names == [field]:
                    ask(self, article, field, self._keep_about)

        self.let_choose("Set right by hand (u undoes)", choices, take)

    def _keep_about(self, correction: ArticleSet) -> None:
        self.act(lambda: self.session.library.corrections.make(correction), "It stands like that already")

    # Stories by hand

    def action_story_by_hand(self) -> None:
        self.run_worker(self._find_groups, thread=True, exclusive=True, group="story")

    def _find_groups(self) -> None:
        homes = {number: group.id for group in self.shelf.groups() for number in group.numbers}
        self.app.call_from_thread(self._ask_of_story, homes)

    def _ask_of_story(self, homes: dict[int, str]) -> None:
        here = self._here()
        if here is None:
            return
        story = homes[here]
        tagged = sorted(self.list.tags)
        stories = list(dict.fromkeys([story, *(homes[number] for number in tagged)]))
        who = f"the {len(tagged):,} tagged articles" if len(tagged) > 1 else "this article"
        choices = [Choice("name", "Give this story a name …"), Choice("split", f"Make {who} a story of their own")]
        if not tagged:
            choices[1] = Choice("split", "Take this article out, as a story of its own")
        if len(stories) > 1:
            choices.insert(
                1, Choice("join", f"Join this story and those of the tagged articles ({len(stories)} stories)")
            )
        picked = self.list.picks[0]
        if picked is not None and homes[picked] != story:
            choices.append(Choice("move", f"Put {who} into A's story"))

        def take(names: list[str] | None) -> None:
            library, ids = self.session.library, self.shelf.ids(tagged or [here])
            if names == ["name"]:
                self._ask_name(story)
            elif names == ["join"]:
                self.act(lambda: library.stories.join(stories))
            elif names == ["split"]:
                self.act(lambda: library.stories.split(ids))
            elif names == ["move"] and picked is not None:
                self.act(lambda: library.stories.place(ids, homes[picked]))

        self.let_choose("Stories by hand (u undoes)", choices, take)

    def _ask_name(self, story: str) -> None:
        known = next((group.name for group in self.shelf.groups() if group.id == story), "")

        def take(name: str | None) -> None:
            if name is not None:
                self.act(lambda: self.session.library.stories.name(story, name))

        self.let_write("What to call this story (nothing: by its first article)", safe_line(known), take)
