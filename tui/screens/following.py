"""Screens follow the library: what another copy of the program or an `add` in the background changes shows up within
a second. Here it is asked for; what a screen makes of it is its own, and never what the reader is about to write: while
a window lies on top nothing is asked.
"""

from __future__ import annotations

from tui.screens.base import Place
from tui.screens.session import Session

FOLLOWED_EVERY = 0.5
"""Seconds. Where nothing has touched the library's file it costs a look at its time, 10 microseconds."""


class FollowingScreen(Place):
    """A screen that is shown anew when the library has changed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.followed = 0
        """The library's count of changes as it is shown."""
        self._stamp: tuple[int, ...] = ()
        self._look_again, self._is_following = False, False

    def take_changes(self) -> None:
        """In a thread: takes in what has changed. Raises `LibraryError`."""
        raise NotImplementedError

    def shown_as_kept(self) -> None:
        """What is on the screen is what the library holds now."""
        self.followed = self.session.library.changes()

    def on_mount(self) -> None:
        self.set_interval(FOLLOWED_EVERY, self.follow)

    def on_screen_resume(self) -> None:
        self.follow()

    def follow(self) -> None:
        """Whether the library has changed; looked for in a thread, since another process may have it to itself."""
        if self._is_following or not self.is_current or not self.session.has_opened_library:
            return
        stamp = self.session.library.stamp()
        touched, self._stamp = stamp != self._stamp, stamp
        # Once more after a change: what came in the same tick of the file system's clock leaves no trace in it.
        if touched or self._look_again:
            self._look_again, self._is_following = touched, True
            self.run_worker(self._look, thread=True, group="follow")

    def follow_later(self) -> None:
        """What has changed cannot be shown now: it is looked for again."""
        self.followed, self._look_again = -1, True

    def _look(self) -> None:
        """In a thread."""
        from tui.library import LibraryError

        try:
            changes = self.session.library.changes()
            if changes != self.followed:
                self.followed = changes
                self.take_changes()
        except LibraryError as error:
            self.log(str(error))  # the next look may find it free
        except Exception as error:  # whatever goes wrong in an engine, the reader keeps the program
            self.app.call_from_thread(self.failed, "What has changed in the library could not be shown", error)
        finally:
            self._is_following = False
