"""What the list says to a reader who has nothing yet, or sees it for the first time."""

from __future__ import annotations

from textual.content import Content

from tui.actions import named

FIRST_STEPS = (
    ("pick", "picks an article as A, on another one as B"),
    ("compare", "shows both, and what each claims"),
    ("help", "lists the keys; {back} goes back"),
)
"""Actions and what they do, in lines that fit into the narrowest window."""


def first_steps() -> Content:
    """Three lines that say what to press."""
    back, *keys = (action.key for action in named(["back", *(name for name, _ in FIRST_STEPS)], "library"))
    said = zip(keys, (words.format(back=back) for _, words in FIRST_STEPS), strict=True)
    lines = [Content.assemble(("  " + key, "bold $accent"), f"  {words}") for key, words in said]
    return Content("\n").join(lines)


def nothing_open() -> Content:
    return Content("  No article is open.\n  Start with files or folders:\n  sidebyline PATH …")
