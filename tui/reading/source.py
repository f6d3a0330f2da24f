"""The bytes of one file on their way to a reader, with what the user calls them.

Readers append to `problems` what they had to leave out; what leaves nothing to read they raise.
"""

from __future__ import annotations

import hashlib
from dataclasses import field
from functools import cached_property
from pathlib import PurePath

from tui.frozen import dataclass
from tui.reading.decoding import decode

STANDARD_INPUT = "-"


@dataclass(frozen=True)
class Source:
    data: bytes
    name: str
    """As the user named the file."""
    problems: list[str] = field(default_factory=list)
    """One line for each part that could not be read while the rest was."""
    searched: bool = False
    """Found in a folder, not named outright: what holds no article is passed over."""
    inner: str | None = None
    """What the bytes are called inside a file that was unpacked: "news.xml" of "news.xml.gz"."""
    sha: str | None = None
    """The hash of the file as it lies on the disk, where `data` is not that."""

    @property
    def path(self) -> str | None:
        """What `Article.path` says."""
        return None if self.name == STANDARD_INPUT else self.name

    def path_of(self, number: int, count: int) -> str | None:
        """The path of the `number`-th of `count` articles: `news.jsonl#3`."""
        return self.path if count == 1 else f"{self.name}#{number}"

    @property
    def suffix(self) -> str:
        return PurePath(self.inner or self.name).suffix.lower()

    @property
    def sha256(self) -> str:
        return self.sha or self._own_sha

    @cached_property
    def _own_sha(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def text(self) -> str:
        """The decoded text, line ends as `\\n`. Raises `ReadingError` for bytes that are no text."""
        return decode(self.data, self.name)
