"""The list follows the library: what another copy of the program or an `add` in the background changes shows up
within a second, and the cursor stays with its article. It asks and tells; how a list looks is not said here.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.screens.base import Place
from tui.screens.session import Session
from tui.screens.shelf import Shelf
from tui.widgets.article_list import ArticleList

FOLLOWED_EVERY = 0.5
"""Seconds. Where nothing has touched the library's file it costs a look at its time, 10 microseconds."""


class FollowingScreen(Place):
    """A list of articles that is shown anew when the library has changed."""

    shelf: Shelf
    list: ArticleList

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.followed = 0
        """The library's count of changes as it is shown; the reader's own acts on this screen are in it."""
        self._stamp: tuple[int, ...] = ()
        self._look_again, self._is_following = False, False

    def shown_as_kept(self) -> None:
        """What is on the screen is what the library holds now."""
        self.followed = self.session.library.changes()

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(FOLLOWED_EVERY, self.follow)

    def on_screen_resume(self) -> None:
        self.follow()

    def follow(self) -> None:
        """Whether the library has changed; looked for in a thread, since another process may have it to itself."""
        if self._is_following or not self.is_current or "library" not in self.session.__dict__:
            return
        stamp = self.session.library.stamp()
        touched, self._stamp = stamp != self._stamp, stamp
        # Once more after a change: what came in the same tick of the file system's clock leaves no trace in it.
        if touched or self._look_again:
            self._look_again, self._is_following = touched, True
            self.run_worker(self._look, thread=True, group="follow")

    def _look(self) -> None:
        """In a thread."""
        from tui.library import LibraryError

        try:
            changes = self.session.library.changes()
            if changes != self.followed:
                self.followed = changes
                self.shelf.reread()
                numbers = {*self.list.tags, *self.list.picks, self.list.article} - {None}
                here = self.shelf.latest([number for number in numbers if number is not None])
                self.app.call_from_thread(self._follow, here)
        except LibraryError as error:
            self.log(str(error))  # the next look may find it free
        finally:
            self._is_following = False

    def _follow(self, here: Mapping[int, int]) -> None:
        """Lists anew; what was picked or tagged is its latest revision now, or gone. `here`: by the number before."""
        picks = tuple(here.get(number) if number is not None else None for number in self.list.picks)
        a, b = picks if picks[0] is not None else (picks[1], None)
        self.list.tags = {here[number] for number in self.list.tags if number in here}
        was, self.list.picks = self.list.picks, (a, b)
        self.picked_anew(was[0])
        self.list.forget_widths()
        at = self.list.article
        self.relist(stay=at if at is None else here.get(at, at), near=self.list.cursor)

    def picked_anew(self, before: int | None) -> None:
        """After another article may have become A."""
        raise NotImplementedError

    def relist(self, *, stay: int | None = None, near: int | None = None) -> None:
        """Lists anew, with the cursor on the article `stay`, else at the line `near`."""
        raise NotImplementedError
