"""Paths → articles: a file, the third article of a file, standard input, a folder."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui.article import Article
from tui.reading.decoding import decode
from tui.reading.plain import read_plain
from tui.reading.problem import ReadingError
from tui.reading.records import has_records, read_records

STANDARD_INPUT = "-"
_NUMBERED = re.compile(r"(.+)#(\d{1,9})$")
_READABLE = frozenset({".txt", ".text", ".md", ".markdown", ".json", ".jsonl", ".ndjson"})
"""What a folder is searched for; a file named outright is read whatever its name."""
_RECORDS = frozenset({".json", ".jsonl", ".ndjson"})
_NOT_ARTICLES = ("readme", "license", "licence", "copying", "notice", "changelog", "contributing", "authors")
_LARGEST = 100 * 1024 * 1024


def read(path: str | Path) -> list[Article]:
    """The articles that a file holds, or the one that `PATH#3` names; `-` is standard input.

    Raises `ReadingError`, whose text is one line for the reader.
    """
    name = str(path)
    numbered = _NUMBERED.fullmatch(name)
    if numbered and not Path(name).exists():
        return [_numbered(numbered.group(1), int(numbered.group(2)))]
    return _articles(_bytes(name), name)


def read_one(path: str | Path) -> Article:
    """The one article that a comparison needs.

    Raises `ReadingError` where the file holds several.
    """
    articles = read(path)
    if len(articles) > 1:
        raise ReadingError(str(path), f"holds {len(articles)} articles", f"name one of them, such as {path}#1")
    return articles[0]


def read_all(paths: Iterable[str | Path]) -> tuple[list[Article], list[str]]:
    """All articles of files and folders, and one line for each that could not be read.

    A folder is read with its subfolders, in order of name; hidden files, a README or LICENSE and JSON
    that holds no articles are passed over.
    """
    articles: list[Article] = []
    problems: list[str] = []
    for path in paths:
        if str(path) != STANDARD_INPUT and Path(path).is_dir():
            found = 0
            for file in _files(Path(path)):
                found += _take(file, articles, problems, passed_over=True)
            if not found and not problems:
                problems.append(
                    str(ReadingError(str(path), "no articles in this folder", "name files, or another folder"))
                )
        else:
            _take(path, articles, problems, passed_over=False)
    return articles, problems


def _take(path: str | Path, articles: list[Article], problems: list[str], *, passed_over: bool) -> int:
    try:
        if (
            passed_over
            and Path(path).suffix.lower() in _RECORDS
            and not has_records(decode(_bytes(str(path)), str(path)))
        ):
            return 0
        found = read(path)
    except ReadingError as error:
        problems.append(str(error))
        return 0
    articles.extend(found)
    return len(found)


def _files(folder: Path) -> Iterator[Path]:
    for home, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(home, name)
            known = path.suffix.lower() in _READABLE and not path.stem.lower().startswith(_NOT_ARTICLES)
            if known and not name.startswith("."):
                yield path


def _numbered(name: str, number: int) -> Article:
    articles = _articles(_bytes(name), name)
    if not 1 <= number <= len(articles):
        raise ReadingError(f"{name}#{number}", f"the file holds {len(articles)} article(s)", "name one of these")
    return articles[number - 1]


def _bytes(name: str) -> bytes:
    if name == STANDARD_INPUT:
        data = sys.stdin.buffer.read()
        name = "standard input"
    else:
        data = _file_bytes(Path(name))
    if not data.strip():
        raise ReadingError(name, "empty", "there is nothing to compare; name a file with text")
    return data


def _file_bytes(path: Path) -> bytes:
    name = str(path)
    try:
        if path.is_dir():
            raise ReadingError(name, "a folder, where one article is needed", "name a file in it")
        if path.exists() and not path.is_file():
            raise ReadingError(name, "not an ordinary file", "name a text file")
        if path.stat().st_size > _LARGEST:
            raise ReadingError(name, "more than 100 MB", "cut it into articles")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadingError(name, "there is no such file", "check the path") from error
    except PermissionError as error:
        raise ReadingError(name, "you may not read it", "check its permissions") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a usable path"
        raise ReadingError(name, reason.lower(), "check the path") from error


def _articles(data: bytes, name: str) -> list[Article]:
    text = decode(data, name)
    if not text.strip():
        raise ReadingError(name, "empty", "there is nothing to compare; name a file with text")
    sha256 = hashlib.sha256(data).hexdigest()
    if Path(name).suffix.lower() in _RECORDS and has_records(text):
        return read_records(text, path=name)
    return [read_plain(text, path=None if name == STANDARD_INPUT else name, sha256=sha256)]
