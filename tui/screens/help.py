"""The help: every key that holds here and now, and how to read the signs. Made from the table of actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.actions import PLACES, Where, help_lines
from tui.rows import wrap
from tui.screens.window import TextWindow
from tui.widgets.article_list import MARKS, TAG

TWO_COLUMNS_FROM = 116
COLUMN = 54
"""Cells in which every line has room."""
FRAME = 10
"""Cells of the window's own edges, air and scroll bar."""
SENTENCE_SIGNS = (
    ("=", "the same"),
    ("~", "reworded"),
    ("<", "only in A"),
    (">", "only in B"),
    ("↑7 ↓12", "partner is sentence 7, 12 there"),
)
FACT_SIGNS = (
    ("≠", "conflict: both cannot be true"),
    ("!", "a quote with other words"),
    ("…", "a quote cut short"),
    ("≈", "compatible: one is vaguer"),
    ("=", "agree (©: in copied text)"),
    ("< >", "told by one only"),
)
ARTICLE_SIGNS = (
    (" ".join(MARKS[state] for state in ("unread", "read")), "unread, read"),
    (" ".join(MARKS[state] for state in ("flagged", "done", "dismissed")), "flagged, done, dismissed"),
    (TAG, "tagged"),
    ("( )", "no headline: the first words"),
    ("later", "not the first day of its story"),
)
TRIAGE_SIGNS = (
    ("·", "seen"),
    ("+", "accepted"),
    ("*", "flagged"),
    ("x", "dismissed"),
    ('"', "has a note"),
    ("^", "set right by you"),
)


class HelpScreen(TextWindow):
    """The keys of one place, in two columns where there is room for them."""

    def __init__(self, where: Where) -> None:
        super().__init__(f"Keys · {PLACES[where]}")
        self.where = where
        self.add_class("help")

    def contents(self) -> Iterable[Widget]:
        width, two = self.app.size.width, self.app.size.width >= TWO_COLUMNS_FROM
        room = COLUMN if two else min(COLUMN, width - FRAME)
        here, elsewhere = keys_here(self.where, room), keys_everywhere(self.where, room)
        if two:
            with Horizontal():
                yield Static(here)
                yield Static(elsewhere)
        else:
            yield Static(Content("\n\n").join([here, elsewhere]))


def keys_here(where: Where, width: int) -> Content:
    """The keys of a place, in lines of at most `width` cells."""
    return _section(PLACES[where], help_lines(where), width)


def keys_everywhere(where: Where, width: int) -> Content:
    """The keys that hold in every place, and the signs of this one."""
    sections = [_section("Everywhere", help_lines("everywhere", where), width)]
    if where == "library":
        sections.append(_section("Signs of articles", ARTICLE_SIGNS, width))
    if where in ("compare", "table"):
        sections += [
            _section("Signs of sentences", SENTENCE_SIGNS, width),
            _section("Signs of facts", FACT_SIGNS, width),
            _section("Marks of yours on facts", TRIAGE_SIGNS, width),
        ]
    return Content("\n\n").join(sections)


def _section(title: str, entries: Sequence[tuple[str, str]], width: int) -> Content:
    """Keys at the left; the words stand beside them, however narrow the window. A key that is longer than others has
    its words under it where there is little room."""
    longest = max(6, *(len(key) for key, _ in entries))
    keys = longest if width >= COLUMN else min(longest, max(6, width // 3))
    lines = [Content.styled(title, "bold $accent")]
    for key, words in entries:
        starts = wrap(words, max(8, width - keys - 4))
        parts = [words[start:end] for start, end in zip(starts, (*starts[1:], len(words)), strict=True)]
        first = parts.pop(0) if len(key) <= keys else ""
        lines.append(Content.assemble((f"  {key:<{keys}}", "bold"), "  ", first))
        lines += [Content(" " * (keys + 4) + part) for part in parts]
    return Content("\n").join(lines)
