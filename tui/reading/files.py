"""Paths → articles: a file, the third article of a file, a file at a git revision, standard input, a folder."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tui.article import Article
from tui.reading.formats import LARGEST, SUFFIXES, read_source
from tui.reading.numbered import exists, parted
from tui.reading.problem import NoArticle, ReadingError
from tui.reading.source import STANDARD_INPUT, Source

_NOT_ARTICLES = ("readme", "license", "licence", "copying", "notice", "changelog", "contributing", "authors")


def read(path: str | Path, problems: list[str] | None = None) -> list[Article]:
    """The articles that a file holds, or the one that `PATH#3` names; `-` is standard input, `REV:PATH` a file
    at a git revision.

    Raises `ReadingError`, whose text is one line for the reader. What was left out of a file that was read (a
    bad line of JSON Lines) is one line each in `problems`.
    """
    return _read(str(path), problems if problems is not None else [], searched=False)


def _read(name: str, problems: list[str], *, searched: bool) -> list[Article]:
    if not name:
        raise ReadingError('""', "an empty name", "name a file")
    file, number = parted(name)
    if number is not None:
        return [_numbered(file, number, problems)]
    return read_source(Source(_bytes(name), name, problems, searched))


def read_one(path: str | Path) -> Article:
    """The one article that a comparison needs.

    Raises `ReadingError` where the file holds several.
    """
    articles = read(path)
    if len(articles) > 1:
        raise ReadingError(str(path), f"holds {len(articles)} articles", f"name one of them, such as {path}#1")
    return articles[0]


def read_all(
    paths: Iterable[str | Path], told: Callable[[int, int], None] = lambda _read, _of: None
) -> tuple[list[Article], list[str]]:
    """All articles of files and folders, and one line for each that could not be read.

    A folder is read with its subfolders, in order of name; links to folders are not followed. Hidden files, a
    README or LICENSE, the pictures and frames beside a saved page, and JSON or XML without articles are passed over.
    `told` hears after each file of a folder how many of how many are read.
    """
    articles: list[Article] = []
    problems: list[str] = []
    for path in paths:
        files = files_of(path)
        if files is None:
            found = read_or_tell(path, problems)
        else:
            found = []
            for number, file in enumerate(files, start=1):
                found += read_or_tell(file, problems, searched=True)
                told(number, len(files))
        if files is not None and not found and not problems:
            problems.append(nothing_in(path))
        articles += found
    return articles, problems


def files_of(path: str | Path) -> list[Path] | None:
    """The files that a folder is searched for, in order; `None` for what is no folder."""
    try:
        is_folder = str(path) not in ("", STANDARD_INPUT) and Path(path).is_dir()
    except (OSError, ValueError):
        is_folder = False
    return list(_files(Path(path))) if is_folder else None


def nothing_in(folder: str | Path) -> str:
    """What is said of a folder without articles."""
    return str(ReadingError(str(folder), "no articles in this folder", "name files, or another folder"))


def read_or_tell(path: str | Path, problems: list[str], *, searched: bool = False) -> list[Article]:
    """The articles of a file; none, and a line in `problems`, where it cannot be read.

    `searched`: it was found in a folder, where nothing is said of a file that holds no article.
    """
    try:
        return _read(str(path), problems, searched=searched)
    except NoArticle as error:
        problems += [] if searched else [str(error)]
    except ReadingError as error:
        problems.append(str(error))
    return []


def _files(folder: Path) -> Iterator[Path]:
    for home, folders, names in os.walk(folder):
        pages = {Path(name).stem for name in names if Path(name).suffix.lower() in (".html", ".htm")}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _beside_page(name, pages))
        for name in sorted(names):
            path = Path(home, name)
            known = path.suffix.lower() in SUFFIXES and not path.stem.lower().startswith(_NOT_ARTICLES)
            if known and not name.startswith("."):
                yield path


def _beside_page(folder: str, pages: set[str]) -> bool:
    """Whether a browser made this folder for what belongs to a saved page: "Mayor resigns_files"."""
    return any(folder in (f"{page}_files", f"{page}.files") for page in pages)


def _numbered(name: str, number: int, problems: list[str]) -> Article:
    articles = _read(name, problems, searched=False)
    if not 1 <= number <= len(articles):
        raise ReadingError(f"{name}#{number}", f"the file holds {len(articles)} article(s)", "name one of these")
    return articles[number - 1]


def _bytes(name: str) -> bytes:
    if name == STANDARD_INPUT:
        data = sys.stdin.buffer.read(LARGEST + 1)
        name = "standard input"
        if len(data) > LARGEST:
            raise ReadingError(name, "more than 100 MB", "cut it into articles")
    elif name.startswith(("http://", "https://")) and not exists(name):
        raise ReadingError(
            name, "an address, and nothing is fetched unasked", f"sidebyline add --fetch {name} keeps it"
        )
    elif ":" in name and not exists(name):
        from tui.reading.revision import revision_bytes

        data = revision_bytes(name, largest=LARGEST)
    else:
        data = _file_bytes(Path(name))
    if not data or data.isspace():
        raise ReadingError(name, "empty", "there is nothing to compare; name a file with text")
    return data


def _file_bytes(path: Path) -> bytes:
    name = str(path)
    try:
        if path.is_dir():
            raise ReadingError(name, "a folder, where one article is needed", "name a file in it")
        if path.exists():
            _held_to_files(path.stat(), name)
        # Asked once more of what was opened: another may have taken its place, and a pipe would be waited for.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            about = os.fstat(file.fileno())
            _held_to_files(about, name)
            data = file.read(about.st_size + 1)
            if len(data) > about.st_size:  # it grows, or the system makes it up as it is read
                data += file.read(LARGEST + 1 - len(data))
            if len(data) > LARGEST:
                raise ReadingError(name, "more than 100 MB", "cut it into articles")
            return data
    except FileNotFoundError as error:
        raise ReadingError(name, "there is no such file", "check the path") from error
    except PermissionError as error:
        raise ReadingError(name, "you may not read it", "check its permissions") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a usable path"
        raise ReadingError(name, reason.lower(), "check the path") from error


def _held_to_files(about: os.stat_result, name: str) -> None:
    """Raises `ReadingError` for what is no file, or too large a one."""
    if not stat.S_ISREG(about.st_mode):
        raise ReadingError(name, "not an ordinary file", "name a text file")
    if about.st_size > LARGEST:
        raise ReadingError(name, "more than 100 MB", "cut it into articles")
