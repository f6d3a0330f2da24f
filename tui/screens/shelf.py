"""What the library screen lists: the articles that were opened by path, or those that the library keeps.

Both are asked in one way. Articles opened by path get an index of their own, in memory and not before something is
looked for, so that the query language, the sorts and the stories are the library's; they are never added to it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.article import Article
from tui.reports.naming import named, opening, outlet
from tui.screens.likeness import MEASURED, shared_words
from tui.widgets.article_list import Line

if TYPE_CHECKING:
    from tui.library import Act, Entry, Library, Query, Sort

QUICK = 2000
"""Articles among which anything is found faster than a reader notices; more are searched in a worker."""
MOST_OF_A_STORY = 50
"""Articles of one story that are loaded."""
_CACHED = 2000
GONE = Line("", "", None, "(no longer in the library)", 0)
"""What the list says of an article for as long as it does not know that another process took it out."""


class Group(NamedTuple):
    """A story as the list shows it."""

    id: str
    name: str
    """As the reader calls it, else how its first article opens; not yet safe to show."""
    first: str | None
    """The day of its first report."""
    numbers: tuple[int, ...]
    """In the order in which they were published."""


class Shelf(Protocol):
    """Articles by their numbers. Finding and grouping may take long: for a worker, unless `is_quick`."""

    usual: Sort

    @property
    def count(self) -> int: ...
    def is_quick(self, *, grouped: bool) -> bool: ...
    def find(self, query: Query | None, sort: Sort) -> list[int]: ...
    def groups(self) -> list[Group]: ...
    def lines(self, numbers: Iterable[int]) -> Mapping[int, Line]: ...
    def article(self, number: int) -> Article: ...
    def ids(self, numbers: Sequence[int]) -> list[str]: ...
    def likeness(self, number: int) -> dict[int, float]: ...
    def story_of(self, article: Article) -> list[Article]: ...
    def versions(self, number: int) -> list[Article]: ...
    def latest(self, numbers: Sequence[int]) -> Mapping[int, int]: ...
    def reread(self, act: Act | None = None) -> None: ...
    def take_corrections(self) -> None: ...


class Opened:
    """Articles that were opened by path. Their numbers count from 0, in the order given."""

    usual: Sort = "opened"

    def __init__(self, articles: Sequence[Article], library: Callable[[], Library]) -> None:
        """`library` opens the reader's own, where marks and what is said of stories are kept."""
        self._articles = articles
        self._library = library
        self._states: dict[str, str] = {}
        self._right: Mapping[str, Mapping[str, str]] = {}
        """Dates and outlets that the reader set right, by the article's id."""
        self._index: Library | None = None
        self._places: dict[int, list[int]] = {}
        """Numbers in the index → places among the articles: equal texts share a number."""
        self._groups: list[Group] | None = None
        self._building = threading.RLock()

    @property
    def count(self) -> int:
        return len(self._articles)

    def is_quick(self, *, grouped: bool) -> bool:
        ready = self._index is not None and (self._groups is not None or not grouped)
        return ready and self.count <= QUICK

    def find(self, query: Query | None, sort: Sort) -> list[int]:
        if query is None and sort == self.usual:
            return list(range(self.count))
        index = self._built()
        return [place for number in index.listing.numbers(query or "", sort) for place in self._places.get(number, ())]

    def groups(self) -> list[Group]:
        with self._building:
            if self._groups is None:
                index = self._built()
                index.stories.group()
                self._groups = [
                    Group(s.id, s.name or s.title, s.first, tuple(p for n in s.numbers for p in self._places[n]))
                    for s in index.stories.all(least=1)
                ]
            return self._groups

    def lines(self, numbers: Iterable[int]) -> Mapping[int, Line]:
        return {number: self._line(number) for number in numbers}

    def _line(self, number: int) -> Line:
        article = self._as_set_right(self._articles[number])
        state = self._states.get(article.id, "unread")
        return Line(article.id, outlet(article), article.published, opening(article), article.words, state)

    def _as_set_right(self, article: Article) -> Article:
        if right := self._right.get(article.id):
            date, source = right.get("published", article.published), right.get("source", article.source)
            article = replace(article, published=date or None, source=source or None)
        return article

    def article(self, number: int) -> Article:
        return self._articles[number]

    def ids(self, numbers: Sequence[int]) -> list[str]:
        return list(dict.fromkeys(self._articles[number].id for number in numbers))

    def likeness(self, number: int) -> dict[int, float]:
        if self.count <= MEASURED:
            return shared_words(number, dict(enumerate(self._articles)))
        index, id = self._built(), self._articles[number].id
        self.groups()
        near = [place for n, _ in index.stories.partners(id, MEASURED) for place in self._places[n]]
        return shared_words(number, {n: self._articles[n] for n in (number, *near)})

    def story_of(self, article: Article) -> list[Article]:
        if self.count <= 2:
            return list(self._articles)
        for group in self.groups():
            members = [self._articles[number] for number in group.numbers]
            if any(member is article or member == article for member in members):
                return members
        return [article]

    def versions(self, number: int) -> list[Article]:
        return [self._articles[number]]

    def latest(self, numbers: Sequence[int]) -> Mapping[int, int]:
        return {number: number for number in numbers}

    def reread(self, act: Act | None = None) -> None:
        """Takes in what the reader's library holds on these articles: all of it, or what an act changed."""
        library = self._library()
        if act is None or act.kind == "correction":
            self.take_corrections()
        if act is None or act.kind == "article":
            ids = {article.id for article in self._articles}
            changed = ids if act is None else ids & set(act.keys)
            kept = library.triage.of(changed)
            self._states = {id: state for id, state in self._states.items() if id not in changed}
            self._states |= {id: mark.state for id, mark in kept.items()}
            if self._index is not None:
                self._index.take_decisions(library, "article", changed)
        if act is None or act.kind == "story":
            with self._building:
                self._groups = None
                if self._index is not None:
                    self._index.take_decisions(library, "story")

    def take_corrections(self) -> None:
        """Lists are sorted, searched and grouped by what was set right: the index is built anew when it is needed."""
        right = self._library().corrections.about()
        with self._building:
            if right != self._right:
                self._right, self._index, self._groups, self._places = right, None, None, {}

    def _built(self) -> Library:
        """The index. A word of its outlet finds an article by the name that it has on the screen."""
        from tui.library import Library

        with self._building:
            if self._index is None:
                index = Library.in_memory()
                right = map(self._as_set_right, self._articles)
                index.articles.add(replace(a, path=None, source=a.source or outlet(a)) for a in right)
                numbers = index.articles.numbers_of(article.id for article in self._articles)
                for place, article in enumerate(self._articles):
                    self._places.setdefault(numbers[article.id], []).append(place)
                index.take_decisions(self._library(), "article", numbers.keys())
                index.take_decisions(self._library(), "story")
                self._index = index
            return self._index


class Kept:
    """The articles of the library, however many: only those in the window are read."""

    usual: Sort = "date"

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lines: dict[int, Line] = {}
        self._groups: tuple[int, list[Group]] | None = None
        self._count: int | None = None

    @property
    def count(self) -> int:
        if self._count is None:
            self._count = len(self._library.listing.numbers())
        return self._count

    def is_quick(self, *, grouped: bool) -> bool:
        return self.count <= QUICK and (self._groups is not None or not grouped)

    def find(self, query: Query | None, sort: Sort) -> list[int]:
        return self._library.listing.numbers(query or "", sort)

    def groups(self) -> list[Group]:
        self._library.stories.group()
        changes = self._library.changes()
        if self._groups is None or self._groups[0] != changes:
            stories = self._library.stories.all(least=1)
            self._groups = (changes, [Group(s.id, s.name or s.title, s.first, s.numbers) for s in stories])
        return self._groups[1]

    def lines(self, numbers: Iterable[int]) -> Mapping[int, Line]:
        numbers, known = list(numbers), self._lines
        missing = [number for number in numbers if number not in known]
        if missing:
            if len(known) > _CACHED:
                known, missing = {}, numbers
            found = {entry.number: _line(entry) for entry in self._library.articles.entries(missing)}
            known = self._lines = {**dict.fromkeys(missing, GONE), **known, **found}
        return known

    def article(self, number: int) -> Article:
        ids = self._library.articles.ids_of([number])
        return self._library.articles.load(ids[0]) if ids else Article("", (), "", title=GONE.opening)

    def ids(self, numbers: Sequence[int]) -> list[str]:
        return self._library.articles.ids_of(numbers)

    def likeness(self, number: int) -> dict[int, float]:
        near = self.find(None, self.usual)
        if self.count > MEASURED:
            self._library.stories.group_some()
            near = [n for id in self.ids([number]) for n, _ in self._library.stories.partners(id, MEASURED)]
        return shared_words(number, {n: self.article(n) for n in {number, *near}})

    def story_of(self, article: Article) -> list[Article]:
        self._library.stories.group_some()
        numbers = self._library.stories.members(article.id)
        loaded = [self.article(number) for number in numbers[:MOST_OF_A_STORY]]
        return loaded if article in loaded else [article, *loaded]

    def versions(self, number: int) -> list[Article]:
        (id,) = self.ids([number])
        return [self._library.articles.load(entry.id) for entry in self._library.articles.versions(id)]

    def latest(self, numbers: Sequence[int]) -> Mapping[int, int]:
        return self._library.articles.latest_of(numbers)

    def reread(self, act: Act | None = None) -> None:
        """Whatever it was, it is read again when it is shown; how many there are now may take long to tell."""
        self.take_corrections()
        if act is None:
            self._count = len(self._library.listing.numbers())

    def take_corrections(self) -> None:
        self._lines = {}


def _line(entry: Entry) -> Line:
    name = named(entry.outlet, entry.path, entry.opening)
    return Line(entry.id, name, entry.published, opening(entry), entry.words, entry.state, entry.versions)
