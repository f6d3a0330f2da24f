"""The library: what the reader keeps and has decided, over restarts, in one SQLite file of the user's own.

The one door for screens and commands. Every method may be called from any thread and blocks for the disk, so a
screen calls it from a worker thread; what it returns is plain and immutable. What a method returned from is kept
(in the file, not only in a buffer); what raised `LibraryError` changed nothing. It never opens a connection to
anywhere, and never touches the files that articles came from.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from types import TracebackType
from typing import Self

from tui.library.adding import Adding
from tui.library.article_triage import ArticleTriage
from tui.library.articles import Articles
from tui.library.correcting import Corrections
from tui.library.decision import KINDS, Kind, decisions, keep
from tui.library.fact_triage import FactTriage
from tui.library.going import Going, on
from tui.library.journal import Act, Journal
from tui.library.listing import Listing
from tui.library.problem import LibraryError, told_plainly
from tui.library.reviewed import Reviewed
from tui.library.store import Store
from tui.library.stories import Stories
from tui.library.transfer import Transfer
from tui.place import FILE_NAME, library_folder, made_private


class Library:
    """Open it with `Library.open`, `open_to_read` or `open_or_in_memory`; close it, or use it as a context."""

    def __init__(self, store: Store, notice: str | None = None) -> None:
        self._store = store
        self._journal = Journal(store)
        self.notice = notice
        """Why nothing is kept, in one line for the reader; `None` for a library on disk."""
        self.articles = Articles(store)
        self.adding = Adding(store, self.articles)
        self.listing = Listing(store)
        self.stories = Stories(store, self._journal)
        self.facts = FactTriage(store, self._journal)
        self.triage = ArticleTriage(store, self._journal)
        self.corrections = Corrections(store, self._journal)
        self.reviewed = Reviewed(store)
        self.transfer = Transfer(store, self._journal)

    @classmethod
    def open(cls, folder: Path | None = None) -> Self:
        """The library in a folder, made where there is none; by default the user's own (`library_folder`).

        Raises `LibraryError`: the folder cannot be written, the library is damaged or of a newer version.
        """
        place = folder or library_folder()
        with told_plainly(str(place)):
            file = made_private(place)
        return cls(Store(file))

    @classmethod
    def in_memory(cls, notice: str | None = None) -> Self:
        """An empty library that lasts as long as the object."""
        return cls(Store(None), notice)

    @classmethod
    def open_to_read(cls, folder: Path | None = None) -> Self:
        """The library, or a copy in memory with a `notice` where it can be read but not written: a full disk, a
        read-only one. Raises `LibraryError`.
        """
        try:
            return cls.open(folder)
        except LibraryError as error:
            try:
                copy = Store.copied((folder or library_folder()) / FILE_NAME)
            except LibraryError:
                raise error from None
            return cls(copy, f"{error} (what is done now will not be kept)")

    @classmethod
    def open_or_in_memory(cls, folder: Path | None = None) -> Self:
        """The library, a copy of it where it cannot be written, else an empty one in memory with a `notice`: what a
        screen starts with.
        """
        try:
            return cls.open_to_read(folder)
        except LibraryError as error:
            return cls.in_memory(f"{error} (what is done now will not be kept)")

    def undo(self, kinds: Collection[Kind] = KINDS, going: Going = on) -> Act | None:
        """Takes back the reader's last act of these kinds; `None` where there is none.

        Raises `Stopped` where `going` asks for it: then it stands as it did.
        """
        return self._journal.undo(kinds, going)

    def redo(self, kinds: Collection[Kind] = KINDS, going: Going = on) -> Act | None:
        """Does again what was undone last; `None` where there is nothing. Raises `Stopped`, as `undo` does."""
        return self._journal.redo(kinds, going)

    def undo_size(self, kinds: Collection[Kind] = KINDS, *, redo: bool = False) -> int:
        """How many things `undo`, or `redo`, would change: 100,000 take three seconds."""
        return self._journal.size(kinds, redo=redo)

    def take_decisions(self, other: Library, kind: Kind, keys: Collection[str] | None = None) -> None:
        """Makes the decisions under these keys, or all of a kind, those of another library. It is no act."""
        with other._store.reading() as connection:
            theirs = decisions(connection, kind, keys)
        with self._store.writing() as connection:
            ours = decisions(connection, kind, keys)
            for key in ours.keys() | theirs.keys():
                keep(connection, kind, key, theirs.get(key))

    def stamp(self) -> tuple[int, ...]:
        """Tells at the cost of two looks at the disk whether it is worth while to ask for `changes`."""
        return self._store.stamp()

    def changes(self) -> int:
        """A number that grows with every change, by whichever process: ask once a second, and read again."""
        return self._store.changes()

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
