"""What goes wrong while reading, said in one line: what, where, what to do."""

from __future__ import annotations


class ReadingError(Exception):
    """An article that could not be read. `str()` is one line for the reader."""

    def __init__(self, name: str, what: str, advice: str) -> None:
        super().__init__(f"{name}: {what}; {advice}")
        self.name = name
        self.what = what
        self.advice = advice


class NoArticle(ReadingError):
    """The file is of a kind that may hold articles, and holds none: in a folder it is passed over."""
