"""The list follows the library: the cursor stays with its article. How a list looks is not said here."""

from __future__ import annotations

from collections.abc import Mapping

from tui.screens.following import FollowingScreen
from tui.screens.shelf import Shelf
from tui.widgets.article_list import ArticleList


class FollowedList(FollowingScreen):
    """A list of articles that is shown anew when the library has changed; the reader's own acts are in `followed`."""

    shelf: Shelf
    list: ArticleList

    def take_changes(self) -> None:
        """In a thread."""
        self.shelf.reread()
        self.session.forget_stories()
        numbers = {*self.list.tags, *self.list.picks, self.list.article} - {None}
        here = self.shelf.latest([number for number in numbers if number is not None])
        self.app.call_from_thread(self._follow, here)

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
