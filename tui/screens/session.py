"""What outlives a screen: the open articles, how they are compared, what was compared already, the library."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from tui.article import Article, Pair
from tui.comparing import Alignment
from tui.comparison import Comparison, link
from tui.corrections import corrected_article
from tui.rows import Shown, View, beside
from tui.screens.options import CompareOptions

if TYPE_CHECKING:
    from tui.corrections import Correction
    from tui.library import Library
    from tui.screens.shelf import Shelf
    from tui.screens.triage import Triage

KEPT = 24
"""Comparisons kept: going back to a partner costs nothing."""
LAID_OUT = 2
"""Comparisons whose layout is kept: 100 MB for two texts of a million words."""
MOST_CONTEXT = 20
"""Articles of a story that are asked for dates and names: about 0.05 s each."""
_Key = tuple[str, str, CompareOptions]


def in_memory() -> Library:
    """A library that is gone with the program: pictures and tests never see the reader's own."""
    from tui.library import Library

    return Library.in_memory()


def on_disk() -> Library:
    """The reader's own library; where it cannot be opened, one in memory that says why."""
    from tui.library import Library

    return Library.open_or_in_memory()


class Session:
    """`view`: how a screen of texts begins. `kept`: whether what is listed is the library, and not articles that were
    opened by path."""

    def __init__(
        self,
        articles: Sequence[Article],
        options: CompareOptions | None = None,
        view: View | None = None,
        open_library: Callable[[], Library] = in_memory,
        kept: bool = False,
    ) -> None:
        self.articles, self.kept = articles, kept
        self.options, self.view = options or CompareOptions(), view or View()
        self.open_library = open_library
        self._compared: dict[_Key, Comparison] = {}
        self._shown: deque[tuple[Alignment, Shown]] = deque(maxlen=LAID_OUT)
        self._stories: dict[str, Sequence[Article]] = {}

    @cached_property
    def library(self) -> Library:
        """Opened when it is first asked for, which is after both texts stand on the screen. Any thread may ask."""
        return self.open_library()

    @property
    def has_opened_library(self) -> bool:
        """Whether anything has asked for the library yet; to ask for it only to look would open it."""
        return "library" in self.__dict__

    @cached_property
    def shelf(self) -> Shelf:
        """What the library screen lists."""
        from tui.screens.shelf import Kept, Opened

        return Kept(self.library) if self.kept else Opened(self.articles, lambda: self.library)

    def story(self, article: Article) -> Sequence[Article]:
        """The articles that tell its event, itself among them, as far as `find_story` has found them."""
        return self._stories.get(article.id, (article,))

    def find_story(self, article: Article) -> Sequence[Article]:
        """Finds out which these are; takes its time the first time: for a worker."""
        if article.id not in self._stories:
            story = self.shelf.story_of(article)
            self._stories |= dict.fromkeys((member.id for member in story), story)
        return self.story(article)

    def told_beside(self, pair: Pair[Article]) -> tuple[Article, ...]:
        """Further articles of the story that both are in: context for their dates and names. For a worker."""
        story = self.find_story(pair.a)
        others = [article for article in story if article not in pair] if pair.b in story else []
        return self._as_set_right(others[:MOST_CONTEXT])

    def companions(self, article: Article) -> tuple[Article, ...]:
        """The other articles of its story: context for its dates and names. For a worker."""
        others = [other for other in self.find_story(article) if other != article]
        return self._as_set_right(others[:MOST_CONTEXT])

    def _as_set_right(self, articles: Sequence[Article]) -> tuple[Article, ...]:
        corrections = self.corrections_of(articles)
        return tuple(corrected_article(article, corrections) for article in articles)

    def forget_stories(self) -> None:
        """After the reader has joined or split some."""
        self._stories.clear()

    def close(self) -> None:
        if self.has_opened_library:
            self.library.close()

    def take(self, changed: Mapping[str, Article]) -> None:
        """Articles that were read again, or came, by path."""
        known = {article.path for article in self.articles}
        kept = [changed.get(article.path or "", article) for article in self.articles]
        self.articles = [*kept, *(article for path, article in changed.items() if path not in known)]
        self.__dict__.pop("shelf", None)
        self.forget_stories()

    def triage_of(self, comparison: Comparison) -> Triage:
        """What is kept of a comparison's facts. Where it cannot be read, the marks last as long as the program."""
        from tui.library import Library, LibraryError
        from tui.screens.triage import Triage

        try:
            return Triage.of_facts(self.library, comparison)
        except LibraryError as error:
            self.library = Library.in_memory(str(error))
            return Triage.of_facts(self.library, comparison)

    def take_notice(self) -> str | None:
        """What the reader has to know of the library, the first time it is asked."""
        notice, self.library.notice = self.library.notice, None
        return notice

    def known(self, pair: Pair[Article], options: CompareOptions) -> Comparison | None:
        """What was found out about a pair before; its facts may still be missing."""
        return self._compared.get((pair.a.id, pair.b.id, options))

    def shown(self, comparison: Comparison) -> Shown:
        """The comparison for the columns: links stay where they are when facts come, and so does their layout."""
        shown = next((shown for alignment, shown in self._shown if alignment is comparison.alignment), None)
        if shown is None:
            shown = beside(comparison)
            self._shown.appendleft((comparison.alignment, shown))
        return shown

    def keep(self, comparison: Comparison, options: CompareOptions) -> None:
        key = (comparison.a.id, comparison.b.id, options)
        self._compared.pop(key, None)
        self._compared[key] = comparison
        while len(self._compared) > KEPT:
            del self._compared[next(iter(self._compared))]

    def link(self, pair: Pair[Article], options: CompareOptions) -> Comparison:
        """Takes as long as the texts are long: for a worker. Corrections hold once the library is open."""
        corrections = self.corrections_of(pair) if self.has_opened_library else ()
        return link(
            pair.a, pair.b, mode=options.mode, ignore=options.ignore, context=options.context, corrections=corrections
        )

    def corrections_of(self, articles: Sequence[Article]) -> tuple[Correction, ...]:
        """What the reader set right in these articles; opens the library."""
        from tui.library import LibraryError

        try:
            return tuple(self.library.corrections.of(articles))
        except LibraryError:
            return ()

    def take_corrections(self) -> None:
        """After something was set right or taken back: what was compared before, and which articles tell one event,
        may be another now."""
        from tui.library import LibraryError

        self._compared.clear()
        self._stories.clear()
        with suppress(LibraryError):
            self.shelf.take_corrections()

    def partner(self, pair: Pair[Article], by: int) -> Article | None:
        """The next or previous article of A's story for B's place, the likest to A first, as the list has them; `None`
        where there is no other. For a worker."""
        from tui.screens.likeness import shared_words

        others = [article for article in self.find_story(pair.a) if article != pair.a]
        shares = shared_words(0, dict(enumerate((pair.a, *others))))
        others = [others[n - 1] for n in sorted(range(1, len(shares)), key=lambda n: -shares[n])]
        if not any(article != pair.b for article in others):
            return None
        at = others.index(pair.b) if pair.b in others else -1 if by > 0 else 0
        return others[(at + by) % len(others)]
