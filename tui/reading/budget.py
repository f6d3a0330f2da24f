"""How large one article may be. What is larger is refused in one line: an article is never read in part.

Counts decide, never the clock, so that a text is read on every machine or on none. The figures lie far above what news
tells (a novel has 600,000 characters and 8,000 sentences): two articles of this size, word for word the same in
another order or all of one sentence, were compared in at most 55 s of CPU time and 800 MB.
"""

from __future__ import annotations

from tui.reading.problem import ReadingError

LONGEST = 2_000_000
"""Characters of an article."""
MOST = 50_000
"""Sentences of an article."""
LARGEST_PAGE = 20 * 1024 * 1024
"""Characters of a web page with its markup, of which most is no text: 10 MB take 10 s and 280 MB of memory."""


class TooLarge(ReadingError):
    """An article beyond the budget. Others of its file are read."""


def held_to_length(characters: int, name: str) -> None:
    """Raises `TooLarge`, before anything is done with so long a text."""
    if characters > LONGEST:
        raise TooLarge(name, f"an article of {characters:,} characters, where {LONGEST:,} is the most", _ADVICE)


def held_to_count(sentences: int, name: str) -> None:
    """Raises `TooLarge`."""
    if sentences > MOST:
        raise TooLarge(name, f"an article of more than {MOST:,} sentences or lines", _ADVICE)


_ADVICE = "cut it into articles"
