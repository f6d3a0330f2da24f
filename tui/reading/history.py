"""The history of a file in git: each committed version of it as an article, under the name that it had then.

Only commits that changed what the file holds are versions of it; the file as it lies on the disk is one more where
it differs from the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from tui.article import Article
from tui.frozen import dataclass
from tui.reading.files import read
from tui.reading.formats import LARGEST, read_source
from tui.reading.git import git_says
from tui.reading.numbered import parted
from tui.reading.problem import ReadingError
from tui.reading.source import Source

MOST = 1000
"""Versions read, the latest ones."""
_SHORT = 10
_COMMIT = re.compile("\x01([0-9a-f]{40,64})")
_CHANGE = re.compile(r"\n?:\d{6} (\d{6}) [0-9a-f]{40,64} ([0-9a-f]{40,64}) ([A-Z])\d{0,3}")


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of a file."""

    article: Article
    commit: str | None
    """The commit that brought it; `None` for the file as it lies on the disk."""
    at: str | None
    """When that was: ISO 8601, in the committer's zone."""
    subject: str
    """The first line of what the commit says about itself."""


@dataclass(frozen=True, slots=True)
class _Version:
    commit: str
    at: str
    subject: str
    path: str
    blob: str


def history(name: str) -> tuple[list[Revision], list[str]]:
    """The versions of `FILE` or of the article `FILE#3`, the latest first, and a line for each that cannot be read.

    Raises `ReadingError` where there is no git repository, or the file has no history in it.
    """
    whole, number = parted(name)
    path = Path(whole)
    problems: list[str] = []
    found = list(_versions(path))
    if not found:
        raise ReadingError(name, "git has no version of it", "check the path, and that it was committed")
    if len(found) > MOST:
        problems.append(
            str(ReadingError(name, f"{len(found) - MOST:,} older versions", f"the latest {MOST:,} were read"))
        )
    revisions = [_on_disk(path, number, problems)] if path.exists() else []
    revisions += [_committed(version, path.parent, number, problems) for version in found[:MOST]]
    return _without_repeats([revision for revision in revisions if revision]), problems


def _versions(path: Path) -> Iterator[_Version]:
    """What git knows of the file, the latest first, followed through its renames."""
    folder = path.parent
    if not folder.is_dir() or git_says("rev-parse", "--git-dir", folder=folder) is None:
        raise ReadingError(str(path), "not in a git repository", "name a file that git keeps")
    told = git_says(
        "log", "--follow", "-M", "--raw", "--no-abbrev", "--no-relative", "--no-color", "--encoding=UTF-8", "-z",
        "--format=%x01%H%x00%cI%x00%s", "--", path.name, folder=folder,
    )  # fmt: skip
    parts = iter((told or b"").decode("utf-8", "replace").split("\0"))
    commit = at = subject = ""
    for part in parts:
        if match := _COMMIT.fullmatch(part):
            commit, at, subject = match[1], next(parts, ""), next(parts, "")
        elif match := _CHANGE.fullmatch(part):
            mode, blob, status = match.groups()
            names = [next(parts, "") for _ in range(2 if status in "RC" else 1)]
            if mode.startswith("100") and status != "D":
                yield _Version(commit, at, subject, names[-1], blob)


def _committed(version: _Version, folder: Path, number: int | None, problems: list[str]) -> Revision | None:
    name = f"{version.commit[:_SHORT]}:{version.path}"
    try:
        article = _chosen(read_source(Source(_bytes(version.blob, name, folder), name)), name, number)
    except ReadingError as error:
        problems.append(str(error))
        return None
    return Revision(
        replace(article, modified=article.modified or version.at[:10]), version.commit, version.at, version.subject
    )


def _on_disk(path: Path, number: int | None, problems: list[str]) -> Revision | None:
    try:
        return Revision(_chosen(read(path), str(path), number), None, None, "")
    except ReadingError as error:
        problems.append(str(error))
        return None


def _bytes(blob: str, name: str, folder: Path) -> bytes:
    size = git_says("cat-file", "-s", blob, folder=folder)
    if size is not None and int(size) > LARGEST:
        raise ReadingError(name, f"more than {LARGEST // 2**20} MB", "it was left out")
    data = None if size is None else git_says("cat-file", "blob", blob, folder=folder)
    if data is None:
        raise ReadingError(name, "git could not read it", "try: git fsck")
    return data


def _chosen(articles: list[Article], name: str, number: int | None) -> Article:
    if number is None and len(articles) > 1:
        raise ReadingError(name, f"holds {len(articles)} articles", "name one of them, such as FILE#1")
    place = 1 if number is None else number
    if not 1 <= place <= len(articles):
        raise ReadingError(f"{name}#{place}", f"the file holds {len(articles)} article(s)", "it was left out")
    return articles[place - 1]


def _without_repeats(revisions: list[Revision]) -> list[Revision]:
    """One revision for each run of versions with the same text: the one that brought it."""
    return [
        revision
        for revision, before in zip_longest(revisions, revisions[1:])
        if before is None or before.article.text != revision.article.text
    ]
