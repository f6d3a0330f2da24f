"""The help: every key that holds here and now, and how to read the signs. Made from the table of actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.actions import PLACES, Where, help_lines
from tui.screens.window import TextWindow

TWO_COLUMNS_FROM = 116
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
        here, elsewhere = keys_here(self.where), keys_everywhere(self.where)
        if self.app.size.width >= TWO_COLUMNS_FROM:
            with Horizontal():
                yield Static(here)
                yield Static(elsewhere)
        else:
            yield Static(Content("\n\n").join([here, elsewhere]))


def keys_here(where: Where) -> Content:
    """The keys of a place."""
    return _section(PLACES[where], help_lines(where))


def keys_everywhere(where: Where) -> Content:
    """The keys that hold in every place, and the signs of this one."""
    sections = [_section("Everywhere", help_lines("everywhere", where))]
    if where in ("compare", "table"):
        sections += [
            _section("Signs of sentences", SENTENCE_SIGNS),
            _section("Signs of facts", FACT_SIGNS),
            _section("Marks of yours on facts", TRIAGE_SIGNS),
        ]
    return Content("\n\n").join(sections)


def _section(title: str, entries: Sequence[tuple[str, str]]) -> Content:
    width = max(6, *(len(key) for key, _ in entries))
    lines = [Content.assemble((f"  {key:<{width}}", "bold"), "  ", words) for key, words in entries]
    return Content("\n").join([Content.styled(title, "bold $accent"), *lines])
