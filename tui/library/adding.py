"""Files → the library: thousands of records at a time, in little memory, stopped and gone on with at will.

A file of JSON Lines is read line by line. How far it was read is kept in the same transaction as its articles, with
the hash of all that was read, so adding it again goes on where it stopped, and a file that has only grown costs what
was added to it; any other change makes it be read again from the start, which doubles nothing.
"""

from __future__ import annotations

import gzip
import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import BinaryIO, cast

from tui.article import Article
from tui.frozen import dataclass
from tui.library.articles import Articles
from tui.library.keeping import BATCH, Added, kept, prepared
from tui.library.record import Cell, cell
from tui.library.store import Store
from tui.reading.files import files_of, nothing_in, read_or_tell
from tui.reading.numbered import exists, parted
from tui.reading.problem import ReadingError
from tui.reading.records import read_record
from tui.reading.source import Source

LONGEST = 16 * 1024 * 1024
"""Bytes of a line that is taken for an article."""
_BATCH_BYTES = 8 * 1024 * 1024
_MOST_REPORTED = 20
_FILES = 50
"""Of a folder, in one transaction: a second for web pages."""
_STREAMED = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an `add` has come."""

    path: str
    added: Added
    share: float | None
    """Of the file, 0 to 1; `None` where its size says nothing."""


Told = Callable[[Progress], bool]
"""Gets the progress after every transaction (a few times a second); answers whether to go on."""


@dataclass(slots=True)
class Outcome:
    """What became of the paths."""

    added: Added = field(default_factory=Added)
    problems: list[str] = field(default_factory=list)
    """One line each for what could not be read."""
    stopped: bool = False
    """`Told` asked to stop; the same call goes on from there."""


class Adding:
    """Adds files and folders. Blocks for long: for a worker thread; other calls go in between."""

    def __init__(self, store: Store, articles: Articles) -> None:
        self._store = store
        self._articles = articles

    def add(self, paths: Iterable[str | Path], told: Told = lambda _progress: True, *, batch: int = BATCH) -> Outcome:
        """Keeps the articles of files and folders. What is wrong with a file is told, and the rest is added.

        `batch` is how many articles make a transaction.
        Raises `LibraryError` where the library cannot be written; what was told before is kept.
        """
        outcome = Outcome()
        for path in map(str, paths):
            files = files_of(path)
            if files is not None:
                self._add_folder(path, files, outcome, told, batch)
            elif _is_streamed(path):
                self._add_lines(path, outcome, told, batch)
            else:
                self._add_all(path, read_or_tell(path, outcome.problems), outcome, told, batch)
            if outcome.stopped:
                break
        return outcome

    def _add_folder(self, folder: str, files: Sequence[Path], outcome: Outcome, told: Told, batch: int) -> None:
        """Some files at a time, so that a folder of any size takes little memory."""
        before, problems = outcome.added, len(outcome.problems)
        waiting: list[Article] = []
        for number, file in enumerate(map(str, files), start=1):
            if _is_streamed(file):
                self._add_lines(file, outcome, told, batch)
            else:
                waiting += read_or_tell(file, outcome.problems, searched=True)
            if number % _FILES == 0 or number == len(files) or len(waiting) >= batch:
                outcome.added += self._articles.add(map(_absolute, waiting))
                waiting.clear()
                outcome.stopped |= not told(Progress(folder, outcome.added, number / len(files)))
            if outcome.stopped:
                return
        if outcome.added == before and len(outcome.problems) == problems:
            outcome.problems.append(nothing_in(folder))

    def _add_all(self, path: str, articles: list[Article], outcome: Outcome, told: Told, batch: int) -> None:
        for start in range(0, len(articles), batch):
            outcome.added += self._articles.add(map(_absolute, articles[start : start + batch]))
            share = min(1.0, (start + batch) / len(articles))
            if not told(Progress(path, outcome.added, share)):
                outcome.stopped = True
                return

    def _add_lines(self, path: str, outcome: Outcome, told: Told, batch: int) -> None:
        try:
            with _opened(path) as file:
                self._read_on(path, file, outcome, told, batch)
        except (OSError, EOFError) as error:
            reason = (getattr(error, "strerror", None) or "broken or cut off").lower()
            outcome.problems.append(str(ReadingError(path, reason, "what was read before it is kept")))

    def _read_on(self, path: str, file: BinaryIO, outcome: Outcome, told: Told, batch: int) -> None:
        with self._store.reading() as connection:
            place = _reached(connection, path, file)
        outcome.added += Added(known=place.articles)
        lines = _Lines(path, file, place, outcome.problems)
        size = None if path.lower().endswith(".gz") else Path(path).stat().st_size
        while (some := prepared(lines.some(batch), whole=True)) or lines.moved:
            with self._store.writing() as connection:
                outcome.added += kept(connection, some)
                lines.place.keep(connection, path)
            if not told(Progress(path, outcome.added, size and lines.place.offset / size)):
                outcome.stopped = True
                break
        lines.hand_over()


@dataclass(slots=True)
class _Place:
    """A place in a file of lines, between two of them."""

    offset: int = 0
    lines: int = 0
    articles: int = 0
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)
    """Of all before it."""

    def keep(self, connection: sqlite3.Connection, path: str) -> None:
        row = (_key(path), self.offset, self.lines, self.articles, self.digest.digest())
        connection.execute("INSERT OR REPLACE INTO progress VALUES (?, ?, ?, ?, ?)", row)


def _reached(connection: sqlite3.Connection, path: str, file: BinaryIO) -> _Place:
    """Where the file was left, and the file standing there; its start where it is not what was read then."""
    query = "SELECT offset, lines, articles, digest FROM progress WHERE path = ?"
    found = connection.execute(query, (_key(path),)).fetchone()
    if found:
        offset, lines, articles, expected = found
        left, digest = offset, hashlib.sha256()
        while left and (piece := file.read(min(left, 1 << 20))):
            digest.update(piece)
            left -= len(piece)
        if not left and digest.digest() == expected:
            return _Place(offset, lines, articles, digest)
        file.seek(0)
    return _Place()


def _key(path: str) -> Cell | None:
    return cell(str(Path(path).resolve()))


class _Lines:
    """The articles of a file of JSON Lines, some at a time."""

    def __init__(self, path: str, file: BinaryIO, place: _Place, problems: list[str]) -> None:
        self._path = path
        self._whole_path = str(Path(path).resolve())
        self._file = file
        self._problems = problems
        self._bad = 0
        self.place = place
        self.moved = False
        """Whether the last call came past anything."""

    def some(self, most: int) -> Iterator[Article]:
        """The next articles, no more lines than that."""
        self.moved = False
        until = self.place.offset + _BATCH_BYTES
        for _ in range(most):
            line = self._file.readline(LONGEST) if self.place.offset < until else b""
            if not line:
                return
            self.moved = True
            found = list(self._read(line))
            if line.endswith(b"\n"):
                self._passed(line, len(found))
            # An unfinished last line is taken, but read again when the file has grown.
            yield from found

    def hand_over(self) -> None:
        """Says how many bad lines were not named."""
        if self._bad > _MOST_REPORTED:
            what = f"{self._bad - _MOST_REPORTED:,} more bad lines"
            self._problems.append(str(ReadingError(self._path, what, "the rest was read")))

    def _read(self, line: bytes) -> Iterator[Article]:
        if len(line) == LONGEST and not line.endswith(b"\n"):
            self._complain("longer than 16 MB")
            while line and not line.endswith(b"\n"):
                self._passed(line, 0, lines=0)
                line = self._file.readline(LONGEST)
            self._passed(line, 0)
        elif not line.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
            if line.strip():
                self._complain("no JSON object")
        else:
            name = f"{self._whole_path}#{self.place.articles + 1}"
            try:
                yield read_record(Source(line, name))
            except ReadingError as error:
                self._complain(error.what)

    def _passed(self, piece: bytes, articles: int, *, lines: int = 1) -> None:
        self.place.digest.update(piece)
        self.place.offset += len(piece)
        self.place.articles += articles
        self.place.lines += lines

    def _complain(self, what: str) -> None:
        self._bad += 1
        if self._bad <= _MOST_REPORTED:
            name = f"{self._path}, line {self.place.lines + 1}"
            self._problems.append(str(ReadingError(name, what, "the rest was read")))


def _is_streamed(path: str) -> bool:
    return path.lower().endswith(_STREAMED) and Path(path).is_file()


def _opened(path: str) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path, "rb")) if path.lower().endswith(".gz") else Path(path).open("rb")


def _absolute(article: Article) -> Article:
    """With a path that means the same from everywhere, so that a changed file is known again."""
    file, number = parted(article.path or "")
    if not file or not exists(file):
        return article
    return replace(article, path=f"{Path(file).resolve()}{'' if number is None else f'#{number}'}")
