"""Files that change while they are open: looked at now and then, and read again once they have come to rest.

Looking is a question to the file system for each file; nothing is held open, and no service of the system is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tui.article import Article
from tui.reading.files import files_of, read_or_tell
from tui.reading.numbered import parted

_State = tuple[int, int, int]
"""When it was changed, how long it is, and which file it is: an editor may put another in its place."""


@dataclass(slots=True)
class Changed:
    """What has become of the files since the last look."""

    articles: list[Article] = field(default_factory=list)
    """Of the files that changed or came, under their paths."""
    problems: list[str] = field(default_factory=list)
    """One line for each that cannot be read any more."""

    def __bool__(self) -> bool:
        return bool(self.articles or self.problems)


class Watched:
    """The files that some paths name: files, `PATH#3`, and folders, in which new files count as well."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._named = frozenset(paths)
        self._paths = list(dict.fromkeys(parted(path)[0] for path in paths))
        self._read = dict(self._states())
        self._last = self._read

    def changed(self) -> Changed:
        """Reads again what changed and has been the same for two looks, so that no half file is read.

        A file that is gone is left alone: an editor that saves may be about to put it back.
        """
        now = dict(self._states())
        rested = [
            file for file, state in now.items() if state != self._read.get(file) and self._last.get(file) == state
        ]
        self._last = now
        found = Changed()
        for file in rested:
            self._read[file] = now[file]
            articles = read_or_tell(file, found.problems, searched=file not in self._paths)
            one_by_one = file in self._paths and file not in self._named
            found.articles += [a for a in articles if a.path in self._named] if one_by_one else articles
        return found

    def _states(self) -> Iterator[tuple[str, _State]]:
        for path in self._paths:
            for file in [path, *(files_of(path) or ())]:
                try:
                    about = Path(file).stat()
                except (OSError, ValueError):
                    continue
                if Path(file).is_file():
                    yield str(file), (about.st_mtime_ns, about.st_size, about.st_ino)
