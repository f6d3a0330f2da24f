"""Stories: the articles on one event, grouped as they come in, and the reader's word on it.

Each new article joins the story to whose likest members it is like enough, or begins one. It is compared with the few
articles that an index finds (`kinship`), so that twice as many articles cost twice as much.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from tui.corrections import digest
from tui.frozen import dataclass
from tui.library.decision import Decision
from tui.library.grouping import Known, group_some
from tui.library.journal import Act, Journal
from tui.library.kinship import likeness, terms_of
from tui.library.placing import JOINED, NAMED, PLACED, Placing, into, key_of
from tui.library.problem import LibraryError
from tui.library.record import words_in
from tui.library.store import Store

_BATCH = 64
"""Articles in one transaction: about 0.1 s."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event."""

    id: str
    """Stays while articles come and go; a prefix is enough for `story:`."""
    name: str | None
    """As the reader calls it."""
    title: str
    """The opening of the article that was published first."""
    numbers: tuple[int, ...]
    """Its articles, the first published first, as far as the dates tell; those without a date behind them."""
    first: str | None
    """The first and the last day that its articles tell."""
    last: str | None


class Stories:
    """The stories of a library. Calls block for the disk: use them from a worker thread."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def group_some(self, most: int = 500) -> int:
        """`group`, as far as it goes in about a second: for who waits for one article's story."""
        return self.group(lambda grouped: grouped < most)

    def group(self, told: Callable[[int], bool] = lambda _grouped: True) -> int:
        """Groups the articles that are in no story yet; how many these were.

        `told` gets that number a few times a second and answers whether to go on; what is left is grouped next time.
        """
        done = 0
        with self._store.reading() as connection:
            known = Known(connection)
        while True:
            with self._store.writing() as connection:
                some = group_some(connection, known, _BATCH)
            done += some
            if some < _BATCH or not told(done):
                return done

    def all(self, *, least: int = 2) -> list[Story]:
        """The stories of so many articles or more, the latest first."""
        with self._store.reading() as connection:
            placing = Placing.read(connection)
            found: dict[str, list[tuple[bool, str, int]]] = defaultdict(list)
            rows = connection.execute("SELECT number, id, story, day FROM articles WHERE latest")
            for number, id, grouped, day in rows:
                story = placing.story(id, grouped)
                if story is not None:
                    found[story].append((day is None, day or "", number))
            whole = [(story, sorted(members)) for story, members in found.items() if len(members) >= least]
            titles = _titles(connection, [members[0][2] for _, members in whole])
        stories = [_story(story, members, placing, titles) for story, members in whole]
        return sorted(stories, key=lambda story: (story.last or "", story.numbers), reverse=True)

    def of(self, id: str) -> str | None:
        """The story of an article of the library; `None` while it is not grouped."""
        with self._store.reading() as connection:
            return Placing.read(connection).story(id, _grouped(connection, id, self._store.place)[1])

    def named(self, asked: str) -> str:
        """The one story whose id begins so, or whose given name holds these words. Raises `LibraryError`."""
        with self._store.reading() as connection:
            found = Placing.read(connection).named(connection, asked) if asked.strip() else []
        if len(found) != 1:
            what = "no story" if not found else "several stories"
            raise LibraryError(self._store.place, f"{what} {asked}", "see `sidebyline list --stories`")
        return found[0]

    def members(self, id: str) -> list[int]:
        """The articles of an article's story, itself among them, the first published first."""
        with self._store.reading() as connection:
            placing = Placing.read(connection)
            story = placing.story(id, _grouped(connection, id, self._store.place)[1])
            return _in_order(connection, placing.members(connection, story) if story else [])

    def numbers(self, story: str) -> list[int]:
        """The articles of a story, the first published first."""
        with self._store.reading() as connection:
            return _in_order(connection, Placing.read(connection).members(connection, story))

    def partners(self, id: str, most: int = 50) -> list[tuple[int, float]]:
        """The likest other articles with their likeness, best first; the number is that of `Articles.entries`."""
        with self._store.reading() as connection:
            number, _ = _grouped(connection, id, self._store.place)
            terms, day = terms_of(connection, number)
            found = likeness(connection, terms, day, most=200)
            found.pop(number, None)
            query = "SELECT value FROM json_each(?) WHERE value IN (SELECT number FROM articles WHERE latest)"
            latest = {n for (n,) in connection.execute(query, (json.dumps(list(found)),))}
        best = sorted((-share, n) for n, share in found.items() if n in latest)[:most]
        return [(n, min(1.0, -share)) for share, n in best]

    def join(self, stories: Sequence[str]) -> Act | None:
        """Makes one story of several: the first one. Later articles of each come to it as well."""
        with self._store.writing() as connection:
            placing = Placing.read(connection)
            first, *others = dict.fromkeys(map(placing.whole, stories))
            wanted: dict[str, Decision | None] = {key_of(JOINED, story): into(JOINED, first) for story in others}
            return self._journal.record(connection, "story", f"joined {len(others) + 1} stories", wanted)

    def split(self, ids: Sequence[str]) -> Act | None:
        """Takes articles out of their stories into one of their own."""
        return self.place(ids, digest("split", sorted(ids)))

    def place(self, ids: Iterable[str], story: str) -> Act | None:
        """Puts articles into a story."""
        wanted = {key_of(PLACED, id): into(PLACED, story) for id in ids}
        count = "an article" if len(wanted) == 1 else f"{len(wanted):,} articles"
        return self._journal.act("story", f"moved {count} to another story", wanted)

    def name(self, story: str, name: str) -> Act | None:
        """Gives a story a name; an empty one takes it away."""
        named = Decision(NAMED, note=name) if name.strip() else None
        return self._journal.act("story", "named a story", {key_of(NAMED, story): named})


def _in_order(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[int]:
    query = """SELECT number FROM articles WHERE number IN (SELECT value FROM json_each(?))
        ORDER BY day IS NULL, day, number"""
    return [number for (number,) in connection.execute(query, (json.dumps(list(numbers)),))]


def _grouped(connection: sqlite3.Connection, id: str, place: str) -> tuple[int, str | None]:
    row: tuple[int, str | None] | None = connection.execute(
        "SELECT number, story FROM articles WHERE id = ?", (id,)
    ).fetchone()
    if row is None:
        raise LibraryError(place, f"no article {id[:12]}", "see `sidebyline list`")
    return row


def _titles(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    query = "SELECT number, opening FROM articles WHERE number IN (SELECT value FROM json_each(?))"
    return {n: words_in(opening) or "" for n, opening in connection.execute(query, (json.dumps(list(numbers)),))}


def _story(id: str, members: list[tuple[bool, str, int]], placing: Placing, titles: dict[int, str]) -> Story:
    days = [day for undated, day, _ in members if not undated]
    numbers = tuple(number for _, _, number in members)
    return Story(
        id=id,
        name=placing.names.get(id),
        title=titles[numbers[0]],
        numbers=numbers,
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
