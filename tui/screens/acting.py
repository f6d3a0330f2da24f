"""The library's keys that change what is kept: marks on one article or a hundred thousand, undo and redo.

An act on many runs in a worker, tells how far it has come and stops at Esc; then nothing was changed. Nothing is
written beside it: it has the library to itself, and a key that waited for that would freeze the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tui.actions import named
from tui.screens.list_screen import ListScreen
from tui.widgets.bar import Part

if TYPE_CHECKING:
    from tui.library import Act, ArticleState, Going
    from tui.library.decision import Kind

AT_ONCE = 50
"""Articles that are marked, or whose likeness is found, without a worker: the list stands still before the next key."""
_UNDONE: tuple[Kind, ...] = ("article", "story", "correction")
"""What undo takes back on this screen."""
_Doing = Callable[["Going"], "Act | None"]


@dataclass
class LongAct:
    """An act that a worker is at."""

    doing: str
    """`Marking 1,000 articles`."""
    if_stopped: str
    """What the reader is told then: `no article was marked`."""
    share: float = 0.0
    is_stopped: bool = False


class ActingScreen(ListScreen):
    """The list, and what can be done to what it shows and be taken back."""

    long_act: LongAct | None = None

    # Tags

    def action_tag(self) -> None:
        """Tags the article and goes on to the next; on a heading all that stand under it."""
        here = self._under_cursor()
        if here:
            self.list.tags ^= set(here)
            self.list.move(1)
            self.paint()

    def _under_cursor(self) -> list[int]:
        """The article under the cursor, or those under the heading."""
        if self.list.article is not None:
            return [self.list.article]
        following = self.list.items[self.list.cursor + 1 :]
        end = next((n for n, number in enumerate(following) if number < 0), len(following))
        return list(following[:end])

    def action_tag_all(self) -> None:
        shown = {number for number in self.list.items if number >= 0}
        if shown <= self.list.tags:
            self.list.tags -= shown
        else:
            self.list.tags |= shown
        self.paint()

    # Marks

    def action_mark_read(self) -> None:
        self._mark("read")

    def action_mark_flagged(self) -> None:
        self._mark("flagged")

    def action_mark_done(self) -> None:
        self._mark("done")

    def action_mark_dismissed(self) -> None:
        self._mark("dismissed")

    def _mark(self, state: ArticleState) -> None:
        """Marks what is tagged, else the article under the cursor; where all are marked so, it is taken back."""
        if self.prompt.is_open:
            return
        wanted = sorted(self.list.tags) or ([] if self.list.article is None else [self.list.article])
        marking = LongAct(f"Marking {len(wanted):,} articles", "no article was marked")
        if wanted:
            self._act_on(len(wanted), partial(self._set_state, wanted, state), marking, self._marked)

    def _set_state(self, wanted: Sequence[int], state: ArticleState, going: Going) -> Act | None:
        ids = self.shelf.ids(wanted)
        lines = self.shelf.lines(wanted[:AT_ONCE])
        again = len(wanted) <= AT_ONCE and all(lines[number].state == state for number in wanted)
        return self.session.library.triage.set_state(ids, "unread" if again else state, going)

    def _marked(self, act: Act) -> None:
        if len(act.keys) > 1:
            self.notify(f"{act.what.capitalize()}: u undoes", timeout=3, markup=False)

    # Acts

    def act(self, act: Callable[[], Act | None], nothing: str = "") -> Act | None:
        """Does something that undo takes back, and takes in what it changed; says `nothing` where that is nothing."""
        done: list[Act | None] = []
        if self._is_busy() or not self.kept(lambda: done.append(act())):
            return None
        changed = done[0]
        if changed is not None:
            self.followed += 1
            self.kept(lambda: self.shelf.reread(changed))
            self._take_act(changed)
        elif nothing:
            self.notify(nothing, timeout=3, markup=False)
        return changed

    def _is_busy(self) -> bool:
        """Whether an act on many is under way; the reader is told."""
        if self.long_act is not None:
            key = named(["close"], self.WHERE)[0].key
            self.notify(f"{self.long_act.doing}: {key} stops it", timeout=3, markup=False)
        return self.long_act is not None

    def _act_on(self, count: int, act: _Doing, long: LongAct, then: Callable[[Act], None], nothing: str = "") -> None:
        """An act on so many things: at once, or in a worker. Says `nothing` where that is nothing."""
        if count <= AT_ONCE:
            changed = self.act(lambda: act(lambda _: True), nothing)
            if changed is not None:
                then(changed)
        elif not self._is_busy():
            self.long_act = long
            self._paint_bars()
            self.run_worker(partial(self._act_long, act, long, then), thread=True, group="act")

    def _act_long(self, act: _Doing, long: LongAct, then: Callable[[Act], None]) -> None:
        """In a thread."""
        from tui.library import LibraryError, Stopped

        def going(share: float) -> bool:
            long.share = share
            self.call_later(self._paint_bars)  # waits for nobody: the screen may be waiting for the library
            return not long.is_stopped

        try:
            changed = act(going)
            if changed:
                self.followed += 1
                self.shelf.reread(changed)
        except Stopped:
            told = partial(self.notify, f"Stopped: {long.if_stopped}", timeout=5, markup=False)
            self.app.call_from_thread(self._end_long, told)
        except LibraryError as error:
            self.app.call_from_thread(self._end_long, partial(self.not_kept, error))
        else:
            self.app.call_from_thread(self._end_long, partial(self._take_long, changed, then))

    def _end_long(self, then: Callable[[], None]) -> None:
        self.long_act = None
        self._paint_bars()
        then()

    def _take_long(self, changed: Act | None, then: Callable[[Act], None]) -> None:
        if changed is not None:
            self._take_act(changed)
            then(changed)

    def _take_act(self, changed: Act) -> None:
        """Shows what an act has changed."""
        if changed.kind == "story":
            self.session.forget_stories()
            self.relist()
        elif changed.kind == "correction":
            self.session.take_corrections()
            self.relist()
        self.list.refresh()
        self.show_preview()

    def stop_long_act(self) -> bool:
        """Whether there was one to stop. It may be done before it looks."""
        if self.long_act is None:
            return False
        self.long_act.is_stopped = True
        self._paint_bars()
        return True

    def _key_parts(self) -> list[Part]:
        long = self.long_act
        if long is None:
            return super()._key_parts()
        if long.is_stopped:
            return [Part(f"{long.doing}: stopping …", "accent")]
        stops = Part("stops it", "muted", "screen.close", 1, named(["close"], self.WHERE)[0].key)
        return [Part(f"{long.doing}: {long.share:.0%}", "accent"), stops]

    # Undo

    def action_undo(self) -> None:
        self._step(redo=False)

    def action_redo(self) -> None:
        self._step(redo=True)

    def _step(self, *, redo: bool) -> None:
        library, sizes = self.session.library, [0]
        if self._is_busy() or not self.kept(lambda: sizes.append(library.undo_size(_UNDONE, redo=redo))):
            return
        step, how = (library.redo, "done again") if redo else (library.undo, "undone")
        doing = LongAct(f"{'Doing again' if redo else 'Undoing'} {sizes[-1]:,} marks", f"nothing was {how}")

        def then(act: Act) -> None:
            if len(act.keys) > 1 or act.kind != "article":
                self.notify(f"{how.capitalize()}: {act.what}", timeout=3, markup=False)

        self._act_on(sizes[-1], partial(step, _UNDONE), doing, then, f"Nothing to {'redo' if redo else 'undo'}")
