"""Jobs for a process of their own, so that its CPU time and memory are the job's: `python -m … JOB FILE FOLDER`.

Prints CPU seconds (user and system), wall seconds and the greatest resident memory in MB.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

_BARE = """
PRAGMA journal_mode = WAL;
CREATE TABLE articles (number INTEGER PRIMARY KEY, title, outlet, published, text);
CREATE VIRTUAL TABLE words USING fts5 (title, outlet, text, content = 'articles', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2');
"""


def add(file: Path, folder: Path) -> None:
    """What `sidebyline add` does with a file of JSON Lines."""
    from tui.library import Library

    with Library.open(folder) as library:
        outcome = library.adding.add([file])
        assert not outcome.problems, outcome.problems


def keep(file: Path, folder: Path) -> None:
    """The library's own part of it: articles that are read already. The clock runs from there on."""
    from tui.library import Library
    from tui.reading.formats import read_source
    from tui.reading.source import Source

    with file.open("rb") as lines, Library.open(folder) as library:
        numbered = enumerate(lines, start=1)
        while some := [read_source(Source(line, f"news.jsonl#{n}"))[0] for n, line in islice(numbered, 1000)]:
            start = time.process_time()
            library.articles.add(some)
            _OWN.append(time.process_time() - start)


def bare(file: Path, folder: Path) -> None:
    """The same rows, put into SQLite with a full-text index by the shortest program that does it."""
    connection = sqlite3.connect(folder / "bare.db")
    connection.executescript(_BARE)
    with file.open(encoding="utf-8") as lines:
        numbered = enumerate(map(json.loads, lines), start=1)
        while rows := [(n, r["title"], r["outlet"], r["published"], r["text"]) for n, r in islice(numbered, 500)]:
            connection.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", rows)
            connection.executemany(
                "INSERT INTO words (rowid, title, outlet, text) VALUES (?, ?, ?, ?)",
                ((n, title, outlet, text) for n, title, outlet, _, text in rows),
            )
            connection.commit()
    connection.close()


def group(_file: Path, folder: Path) -> None:
    from tui.library import Library

    with Library.open(folder) as library:
        library.stories.group()


_OWN: list[float] = []
JOBS: dict[str, Callable[[Path, Path], None]] = {"add": add, "keep": keep, "bare": bare, "group": group}

if __name__ == "__main__":
    job, file, folder = sys.argv[1:]
    began = time.monotonic()
    JOBS[job](Path(file), Path(folder))
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = sum(_OWN) if _OWN else used.ru_utime + used.ru_stime
    print(json.dumps({"cpu": cpu, "wall": time.monotonic() - began, "mb": used.ru_maxrss / 1024}))
