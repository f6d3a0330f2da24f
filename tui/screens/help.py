"""The help: every key that holds here and now, and how to read the signs. Made from the table of actions."""

from __future__ import annotations

from textual.content import Content

from tui.actions import ACTIONS, PLACES, Where
from tui.screens.window import TextWindow

SENTENCE_SIGNS = (
    ("=", "the same"),
    ("~", "reworded"),
    ("<", "only in A"),
    (">", "only in B"),
    ("↑7 ↓12", "the partner stands elsewhere: sentence 7, 12 of its article"),
)
FACT_SIGNS = (
    ("≠", "conflict: both cannot be true"),
    ("!", "a quote with other words"),
    ("…", "a quote cut short"),
    ("≈", "compatible: one is vaguer"),
    ("=", "agree; © in copied text, so no corroboration"),
    ("< >", "told by one only"),
)
TRIAGE_SIGNS = (("·", "seen"), ("+", "accepted"), ("*", "flagged"), ("x", "dismissed"), ('"', "has a note"))


class HelpScreen(TextWindow):
    """The keys of one place."""

    def __init__(self, where: Where) -> None:
        super().__init__(f"Keys · {PLACES[where]}", help_text(where))
        self.add_class("help")


def help_text(where: Where) -> Content:
    """The keys of a place, those that hold everywhere, and the signs."""
    here = [(a.all_keys, a.help) for a in ACTIONS if where in a.where]
    everywhere = [(a.all_keys, a.help) for a in ACTIONS if "everywhere" in a.where]
    sections = [("", here), ("Everywhere", everywhere)]
    if where in ("compare", "table"):
        sections += [
            ("Signs of sentences", list(SENTENCE_SIGNS)),
            ("Signs of facts", list(FACT_SIGNS)),
            ("Marks of yours", list(TRIAGE_SIGNS)),
        ]
    lines: list[Content] = []
    for title, entries in sections:
        if title:
            lines += [Content(""), Content.styled(title, "bold $accent")]
        lines += [Content.assemble((f"  {key:<14}", "bold"), " ", words) for key, words in entries]
    return Content("\n").join(lines)
