"""What an article's own lines say about it: its title, who wrote it, when it came out.

Paragraphs are given as words and roles side by side; what they do not say is `None`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Role
from tui.reading.byline import byline_names
from tui.reading.dateline import is_last_update, is_update_line, written_date


def own_title(words: Sequence[str], found: Sequence[Role]) -> str | None:
    """The headline that stands before the story; headings between paragraphs are none."""
    for line, role in zip(words, found, strict=True):
        if role in ("headline", "body"):
            return line if role == "headline" else None
    return None


def own_byline(words: Sequence[str], found: Sequence[Role]) -> tuple[str, ...]:
    """The names in all bylines, each once."""
    names = (n for line, role in zip(words, found, strict=True) if role == "byline" for n in byline_names(line))
    return tuple(dict.fromkeys(names))


def own_date(words: Sequence[str], found: Sequence[Role]) -> str | None:
    """The date of the header, or of a byline that ends in one; not when it was changed, unless a page that gives no
    other date says at its head when it was last updated."""
    updated = None
    for line, role in zip(words, found, strict=True):
        if role in ("date", "byline"):
            date = written_date(line)
            if date and not is_update_line(line):
                return date
            updated = updated or (date if is_last_update(line) else None)
    return updated
